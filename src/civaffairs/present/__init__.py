"""Looks: one view model without syntax, and what makes terminal text, a page, a workbook or a chart of it.

`view` resolves what every output shows; `terminal`, `html`, `excel`, `charts` and `record` only write it down
and find its words in the reader's language then. The libraries behind them load when they are used.
"""
