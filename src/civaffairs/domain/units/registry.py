"""The one pint registry of the field, built when first asked: importing pint takes longer than all the rest.

Units are named, never parsed by pint: its parser reads 600元/人·月 as yuan × month / person without a word.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pint import UnitRegistry
    from pint.facets.plain import PlainUnit

Powers = tuple[tuple[str, int], ...]
"""A unit as sorted names with their powers: yuan per person and month is
`(("month", -1), ("person", -1), ("yuan", 1))`."""


@lru_cache(maxsize=1)
def registry() -> UnitRegistry[Fraction]:
    """Return the registry; its numbers are exact fractions."""
    from pint import UnitRegistry

    built: UnitRegistry[Fraction] = UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
    definitions = resources.files(__package__).joinpath("civil.txt").read_text("utf-8")
    built.load_definitions(definitions.splitlines())
    return built


@lru_cache(maxsize=4096)
def factor(have: Powers, want: Powers) -> Fraction | None:
    """Return how many `want` one `have` is, exactly; None where their dimensions differ.

    Example:
        >>> factor((("wan_yuan", 1),), (("yuan", 1),))
        Fraction(10000, 1)
    """
    if have == want:
        return Fraction(1)
    one = registry().Quantity(Fraction(1), _unit(have))
    if not one.is_compatible_with(_unit(want)):
        return None
    return Fraction(one.to(_unit(want)).magnitude)


@lru_cache(maxsize=4096)
def dimension(powers: Powers) -> tuple[tuple[str, int], ...]:
    """Return the dimension as sorted base dimensions with their powers; empty for a plain ratio.

    Example:
        >>> dimension((("percent", 1),))
        ()
    """
    found: Iterable[tuple[str, object]] = registry().get_dimensionality(_unit(powers)).items()
    return tuple(sorted((name, int(str(power))) for name, power in found))


def _unit(powers: Powers) -> PlainUnit:
    from pint.util import UnitsContainer

    return registry().Unit(UnitsContainer(dict(powers)))
