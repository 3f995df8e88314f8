"""The user's copies of the documents → whether every cited figure stands where it is said to stand.

| module | does |
|---|---|
| `texts` | a folder → texts, whatever encoding and markup they are kept in |
| `folding` | one writing for what is printed in many shapes, with the way back |
| `numerals` | Chinese numerals ↔ numbers |
| `headings` | lines → numbered headings, boxes, and what stands under them |
| `printed_tables` | lines → tables, rows and cells |
| `outline` | all places of a document together |
| `locators` | a locator → its place, and back |
| `digit_runs` | every run of digits and what it is |
| `reading` | a text that is ready for looking figures up in it |
| `verify` | facts and texts → what was found, what was not, and what nobody cites |
| `matching` | documents ↔ files |
"""
