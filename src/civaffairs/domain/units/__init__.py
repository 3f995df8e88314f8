"""Units and exact amounts of the field. Pint is consulted through one registry, loaded when first needed."""

from civaffairs.domain.units.amount import (
    ROUNDINGS,
    Amount,
    AmountRange,
    Number,
    Points,
    Rounding,
    exact,
    plain,
    rounded,
)
from civaffairs.domain.units.size import Size
from civaffairs.domain.units.unit import CLASSIFIERS, RATIO, Unit, as_unit

__all__ = [
    "CLASSIFIERS",
    "RATIO",
    "ROUNDINGS",
    "Amount",
    "AmountRange",
    "Number",
    "Points",
    "Rounding",
    "Size",
    "Unit",
    "as_unit",
    "exact",
    "plain",
    "rounded",
]
