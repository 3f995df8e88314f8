"""Hypothesis strategies for the values of the domain. What they draw is valid, odd and synthetic.

Each name is the plural of what it draws: `labels()`, `plans()`. Where the domain asks for units of one kind
(a target and its indicator), the strategies respect that, and they respect nothing that it does not ask for.

Example:
    >>> from hypothesis import given
    >>> @given(labels())
    ... def has_words(label):
    ...     assert label.text("zh").strip()
    >>> has_words()
"""

from civaffairs.testing.strategies.basics import (
    amounts,
    clauses,
    documents,
    ids,
    labels,
    numbers,
    periods,
    points,
    ranges,
    sizes,
    slugs,
    texts,
    timelines,
    units,
)
from civaffairs.testing.strategies.days import births, days_around
from civaffairs.testing.strategies.planning import (
    commitments,
    discrepancies,
    indicators,
    jurisdictions,
    missings,
    observations,
    plans,
    predicates,
    printed,
    recomputations,
    rows,
    standards,
    statistics,
    targets,
    values,
    verdicts,
)
from civaffairs.testing.strategies.things import (
    care_institutions,
    cemeteries,
    children,
    credit_codes,
    elders,
    households,
    identity_numbers,
    models,
    organisations,
    people,
    registers,
)
from civaffairs.testing.strategies.trees import conditions, quantities, series

__all__ = [
    "amounts",
    "births",
    "care_institutions",
    "cemeteries",
    "children",
    "clauses",
    "commitments",
    "conditions",
    "credit_codes",
    "days_around",
    "discrepancies",
    "documents",
    "elders",
    "households",
    "identity_numbers",
    "ids",
    "indicators",
    "jurisdictions",
    "labels",
    "missings",
    "models",
    "numbers",
    "observations",
    "organisations",
    "people",
    "periods",
    "plans",
    "points",
    "predicates",
    "printed",
    "quantities",
    "ranges",
    "recomputations",
    "registers",
    "rows",
    "series",
    "sizes",
    "slugs",
    "standards",
    "statistics",
    "targets",
    "texts",
    "timelines",
    "units",
    "values",
    "verdicts",
]
