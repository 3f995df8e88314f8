from __future__ import annotations

from fractions import Fraction
from importlib import resources
from itertools import product

import pytest

from civaffairs.domain.units.definitions import DEFINITIONS, dimension, factor, registry
from civaffairs.domain.units.unit import _NAMES


def pint(powers):
    from pint.util import UnitsContainer

    return registry().Unit(UnitsContainer(dict(powers)))


@pytest.fixture(scope="module", name="pairs")
def every_pair():
    names = sorted(_NAMES)
    return [(((one, 1),), ((other, 1),)) for one, other in product(names, names)]


def test_every_unit_that_can_be_written_is_defined_and_the_other_way_round():
    text = resources.files("civaffairs.domain.units").joinpath(DEFINITIONS).read_text("utf-8")
    defined = {line.split("=")[0].strip() for line in text.splitlines() if "=" in line and line[0] != "#"}
    assert defined == set(_NAMES)


def test_every_pair_of_units_is_to_each_other_as_pint_says(pairs):
    for have, want in pairs:
        one = registry().Quantity(Fraction(1), pint(have))
        if one.is_compatible_with(pint(want)):
            assert factor(have, want) == one.to(pint(want)).magnitude
        else:
            assert factor(have, want) is None


def test_compound_units_are_to_each_other_as_pint_says():
    monthly = (("month", -1), ("person", -1), ("yuan", 1))
    yearly = (("hundred_persons", -1), ("wan_yuan", 1), ("year", -1))
    one = registry().Quantity(Fraction(1), pint(monthly))
    assert factor(monthly, yearly) == one.to(pint(yearly)).magnitude == Fraction(12, 100)
    assert factor(monthly, (("yuan", 1),)) is None


def test_dimensions_cancel():
    assert dimension((("person", 1), ("wan_person", -1))) == ()
    assert dimension((("day", 1), ("month", -1))) == (("[day]", 1), ("[time]", -1))
    assert dimension((("square_metre", 2),)) == (("[area]", 2),)


def test_the_registry_is_built_once_and_computes_in_fractions():
    assert registry() is registry()
    assert isinstance(registry().Quantity(Fraction(1), pint((("percent", 1),))).to("").magnitude, Fraction)
