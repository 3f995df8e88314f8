"""A synthetic population and its registers, calibrated to the figures that a jurisdiction publishes.

| module | does |
|---|---|
| `defaults` | what is assumed where nothing is published: declared, and named in every report |
| `figures` | the observations of a jurisdiction's plans → what a sample is calibrated to, with its origin |
| `plan` | a `Sample`: seed, size, day, figures; nothing is drawn yet |
| `cells` | how many households of each composition, area and assistance there are, to the household |
| `people` | streams of households and persons, block by block |
| `blocks`, `townships`, `traits`, `means` | of one block: who lives with whom, where, who and how well off |
| `places` | care institutions with their beds, and social organisations |
| `counting` | what was drawn, counted in the rows themselves, against what was wanted |
| `cases` | rows → `Household` values, for the scalar evaluator |

Nothing here is about anybody: names, numbers and amounts are made up.
"""
