"""What a change would cost: the rules in force on a day beside the same rules with other standards or rules.

| module | does |
|---|---|
| `changes` | what is to be other: words such as `dibao_urban=+5%`, and proposals → a `Scenario` |
| `floors` | which declared floors and invariants a change breaks, with their clauses |
| `effects` | what comes out, as values: recipients, spending, gainers and losers, by group |
| `counting` | decided registers, part by part → those values, exactly and in bounded memory |
| `heads` | income per head as a question of its own, for deciles |
| `simulation` | a scenario and registers → effects |
| `along_income` | one household while its income grows: what it has, and where that falls |
| `household_types` | three synthetic households for that |
| `shown` | effects → tables and charts |
"""
