"""Units and exact amounts of the field. Pint is consulted through one registry, loaded when first needed."""

from civaffairs.domain.units.amount import (
    RATIO,
    Amount,
    AmountRange,
    Number,
    Points,
    Rounding,
    exact,
    plain,
    rounded,
)
from civaffairs.domain.units.unit import CLASSIFIERS, Unit, as_unit

__all__ = [
    "CLASSIFIERS",
    "RATIO",
    "Amount",
    "AmountRange",
    "Number",
    "Points",
    "Rounding",
    "Unit",
    "as_unit",
    "exact",
    "plain",
    "rounded",
]
