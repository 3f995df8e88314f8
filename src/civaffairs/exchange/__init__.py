"""In and out, without looks: readers and writers of files.

| module | does |
|---|---|
| `files` | bytes in, with a limit; bytes out, all or nothing |
| `tabular` | what every kind of file becomes: cells under headings, each with its place |
| `delimited`, `objects`, `workbooks` | CSV and its like, JSON, Excel → cells under headings |
| `figures` | what people write in a cell → a period, an amount, a range, yes or no, `Missing` |
| `observations` | cells under headings → `Observation`, with every fault at once |
| `converter` | every value of the domain ↔ data that JSON can hold |
| `schema` | JSON Schema of that data |
| `shapes` | how each class is laid out as data, for both of them |
| `registers` | registers of whole populations: opened, checked and nested; folders of them written |
| `facts` | every figure that plans and standards state → rows |
| `verifying` | the user's copies of the documents → whether every cited figure stands where it is said to |
| `templates` | a plan → an empty file of observations, to be filled in |
"""
