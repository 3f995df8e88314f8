"""What the units are, read from `civil.txt`: exact factors and dimensions.

The file is written in pint's language and `registry()` gives it to pint, for whoever works with pint
quantities. The few forms that it uses are read here directly: importing pint takes a quarter of a second, and
a plan is read and a case decided in a fraction of that. A test holds every pair of units against pint.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from pkgutil import get_data  # importlib.resources would bring temporary files and what they need
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

Powers = tuple[tuple[str, int], ...]
"""A unit as sorted names with their powers: yuan per person and month is
`(("month", -1), ("person", -1), ("yuan", 1))`."""

DEFINITIONS = "civil.txt"


@lru_cache(maxsize=1)
def registry() -> UnitRegistry[Fraction]:
    """Return the pint registry of the field; its numbers are exact fractions."""
    from pint import UnitRegistry

    built: UnitRegistry[Fraction] = UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
    built.load_definitions(_lines())
    return built


@lru_cache(maxsize=4096)
def factor(have: Powers, want: Powers) -> Fraction | None:
    """Return how many `want` one `have` is, exactly; None where their dimensions differ.

    Example:
        >>> factor((("wan_yuan", 1),), (("yuan", 1),))
        Fraction(10000, 1)
    """
    if dimension(have) != dimension(want):
        return None
    return _size(have) / _size(want)


@lru_cache(maxsize=4096)
def dimension(powers: Powers) -> Powers:
    """Return the dimension as sorted base dimensions with their powers; empty for a plain ratio.

    Example:
        >>> dimension((("percent", 1),)), dimension((("yuan", 1), ("year", -1)))
        ((), (('[currency]', 1), ('[time]', -1)))
    """
    found: dict[str, int] = {}
    for name, power in powers:
        base, _ = _units()[name]
        if base:
            found[base] = found.get(base, 0) + power
    return tuple(sorted((base, power) for base, power in found.items() if power))


def _size(powers: Powers) -> Fraction:
    """How many base units one such unit is."""
    size = Fraction(1)
    for name, power in powers:
        size *= _units()[name][1] ** power
    return size


@cache
def _units() -> dict[str, tuple[str, Fraction]]:
    """Each unit's base dimension (empty for a ratio) and its size in the base unit."""
    units: dict[str, tuple[str, Fraction]] = {}
    for line in _lines():
        name, _, meaning = (part.strip() for part in line.partition("="))
        if meaning.startswith("["):
            units[name] = (meaning, Fraction(1))
        elif " * " in meaning:
            number, other = meaning.split(" * ")
            units[name] = (units[other][0], Fraction(number) * units[other][1])
        elif " / " in meaning:
            other, number = meaning.split(" / ")
            units[name] = (units[other][0], units[other][1] / Fraction(number))
        else:
            units[name] = ("", Fraction(meaning))
    return units


def _lines() -> list[str]:
    text = (get_data(__package__, DEFINITIONS) or b"").decode("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
