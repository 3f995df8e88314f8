"""What was noted is found again by its node, in the thing or around it, and is nothing but what was noted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from civaffairs.domain.models import Household
from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import as_quantity
from civaffairs.domain.rules.named import amount_rule, dated
from civaffairs.domain.rules.shape import Shape
from civaffairs.domain.rules.trace import Layout, Trace
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.units import Amount, Size, Unit

LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
YUAN, YEARS = Unit.parse("元"), Unit.parse("岁")


def rule(number):
    tree = as_quantity(Amount(number, "元"))
    return amount_rule("pay", "taoyuan", LABEL, Household, "元", dated(LABEL, since(2021, tree, CLAUSE)))


ASSETS, STRUCK, AGES = household.assets, household.sudden_hardship, household.members.total(person.age)
FEN, WHOLE = (Shape(unit, scale, 0, 999 * scale, frozenset()) for unit, scale in ((YUAN, 100), (YEARS, 1)))
INSIDE = Layout({id(person.age): 0}, {id(person.age): WHOLE}, nodes=[person.age])
LAYOUT = Layout(
    {id(ASSETS): 0, id(STRUCK): 1, "pay": 2, id(AGES): 4},
    {id(ASSETS): FEN, "pay": FEN, id(AGES): WHOLE},
    {id(AGES): 3},
    {id(AGES): INSIDE},
    [ASSETS, STRUCK, rule(1), AGES],
)


def trace(*noted):
    return Trace(LAYOUT, noted, {"Household": ""})


FULL = trace(150, True, 7, [(80,), (None,)], None)


def test_a_number_is_in_the_unit_and_the_scale_of_its_shape_and_a_truth_is_a_truth():
    assert FULL.value(ASSETS) == Size(Fraction(3, 2), YUAN)
    assert FULL.value(STRUCK) is True
    assert trace(0, False, 0, None, 0).value(STRUCK) is False
    assert trace(0, False, 0, None, 0).value(AGES) == Size(0, YEARS)
    assert FULL.value(AGES) is None


def test_a_named_rule_is_found_by_its_id_whichever_of_those_that_replace_each_other_is_asked_for():
    assert FULL.value(rule(1)) == FULL.value(rule(2)) == Size(Fraction(7, 100), YUAN)


def test_what_was_not_computed_was_not_noted():
    for node in (as_quantity(Amount(1, "元")), household.rigid_spending):
        with pytest.raises(KeyError):
            FULL.value(node)


def test_each_item_has_a_trace_of_its_own_that_knows_its_place_and_what_is_around_it():
    first, second = FULL.items(AGES)
    assert first.value(person.age) == Size(80, YEARS)
    assert second.value(person.age) is None
    assert second.value(ASSETS) == FULL.value(ASSETS)
    assert [each.path("Person", "incomes") for each in (first, second)] == [
        "members[0].incomes",
        "members[1].incomes",
    ]
    assert first.path("Household", "assets") == "assets"
    assert second.around is FULL
    assert len(first.items(AGES)) == 2


def test_items_that_are_not_known_or_were_not_looked_at_have_no_traces():
    assert trace(0, False, 0, None, None).items(AGES) is None
    assert trace(0, False, 0, [], 0).items(AGES) == ()
    assert FULL.items(household.members.count(person.employed)) is None


def test_a_person_alone_has_the_place_that_is_said():
    alone = Trace(INSIDE, (80,), {"Household": "", "Person": "members[4]"})
    assert alone.path("Person", "child.orphan") == "members[4].child.orphan"
    assert alone.path("Person", "") == "members[4]"
