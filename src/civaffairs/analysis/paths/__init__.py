"""The cheapest path of standards that keeps every floor of a place, with what it costs each year.

| module | does |
|---|---|
| `figures` | what floors look at beside standards, such as consumption per head: published, or assumed |
| `lines` | declared trees about standards → linear inequalities over the standards of each year |
| `floors` | what a place declares (floors, invariants, targets) → its floors, year by year, with clauses |
| `question` | the question as a value: standards, years, recipients, steps |
| `solving` | the cheapest path, proved by a solver; what holds it up; or the floors that clash |
| `beside` | the path that was published: what it costs and which floors it misses |
| `sheet` | all of that as tables, a chart and a record |
"""
