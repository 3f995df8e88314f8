from __future__ import annotations

from decimal import Decimal

import pytest

from civaffairs.domain.models import (
    Area,
    CareInstitution,
    Child,
    Community,
    DisabilityKind,
    Elder,
    Guardianship,
    Household,
    Person,
)
from civaffairs.domain.rules.evaluate import Registers, measure
from civaffairs.domain.rules.expr import Count, Field, Flag, IsOneOf, Items, OneTerm, Total
from civaffairs.domain.rules.vocabulary import (
    count,
    derived,
    field_of,
    flag,
    flag_of,
    items,
    quantity,
    term,
    terms,
    total,
)
from civaffairs.domain.units import RATIO, Unit
from civaffairs.errors import DeclarationError, RuleRefused, UnknownName

HOMES = [
    CareInstitution(name="一号院", beds=100, rated=True),
    CareInstitution(name="二号院", beds=50, rated=False),
    CareInstitution(name="三号院", beds=25, rated=True),
]


def test_a_fact_of_a_model_becomes_a_node_with_the_models_words_and_unit():
    beds, rated = field_of(CareInstitution, "beds"), flag_of(CareInstitution, "rated")
    assert (type(beds), beds.model, beds.name, beds.unit) == (
        Field,
        "CareInstitution",
        "beds",
        Unit.parse("张"),
    )
    assert (type(rated), rated.model, rated.name) == (Flag, "CareInstitution", "rated")
    assert beds.label.zh == "床位数"
    assert field_of(CareInstitution, "rating").unit == RATIO


def test_a_register_is_counted_and_added_up_wholly_or_in_part():
    beds, rated = field_of(CareInstitution, "beds"), flag_of(CareInstitution, "rated")
    assert total(beds) == Total(beds, None)
    assert count(CareInstitution, "个") == Count(
        "CareInstitution", count(CareInstitution, "个").label, "个", None
    )
    facts = Registers({"CareInstitution": HOMES})
    assert measure(total(beds), facts).number == 175
    assert measure(total(beds, rated), facts).number == 125
    assert measure(count(CareInstitution, "个"), facts).number == 3
    assert measure(count(CareInstitution, "个", rated), facts).number == 2


@pytest.mark.parametrize("find", [field_of, flag_of])
def test_a_misspelt_fact_is_refused_where_it_is_written_with_the_closest(find):
    with pytest.raises(UnknownName) as caught:
        find(CareInstitution, "bedz")
    assert "CareInstitution.bedz" in caught.value.text("en")
    for model in (Household, Elder):
        with pytest.raises(UnknownName):
            find(model, "beds")


@pytest.mark.parametrize(
    ("model", "said"), [(CareInstitution, "care institutions"), (Community, "communities")], ids=["s", "ies"]
)
def test_what_is_counted_is_named_in_the_plural(model, said):
    assert count(model, "个").label.en == said


def test_a_fact_is_taken_from_the_class_itself_with_words_unit_and_bounds():
    cost = quantity(Person.work_cost)
    assert (cost.model, cost.name, cost.label.zh) == ("Person", "work_cost", "必要的就业成本")
    assert (cost.unit, cost.least, cost.most, cost.places) == (
        Unit.parse("元/月"),
        Decimal(0),
        Decimal("9999999999.99"),
        2,
    )
    assert quantity(Person.disability_grade).places == 0
    assert quantity(Person.disability_grade) == field_of(Person, "disability_grade")
    assert flag(Person.employed) == flag_of(Person, "employed")


def test_a_fact_of_a_part_is_read_through_the_thing_that_holds_it():
    assert flag(Child.orphan, within=Person.child) == Flag(
        "Person", "child.orphan", flag_of(Child, "orphan").label
    )
    parents = items(Child.parents, Person, unit="人", within=Person.child)
    assert (parents.model, parents.name, parents.of) == ("Person", "child.parents", "Person")
    guardian = term(Child.guardianship, within=Person.child)
    assert guardian.is_one_of(Guardianship.NONE).name == "child.guardianship"


def test_what_follows_from_facts_on_a_day_is_a_quantity_too():
    age = derived(Person.age_on)
    assert (age.model, age.name, age.unit, age.least, age.most) == (
        "Person",
        "age_on",
        Unit.parse("岁"),
        0,
        150,
    )
    with pytest.raises(DeclarationError):
        derived(Person.check)


def test_a_term_is_one_of_those_of_its_list_and_a_list_of_terms_holds_one_of_them():
    area = term(Household.area)
    assert area.known == tuple(Area)
    assert area.is_one_of(Area.RURAL, Area.URBAN) == IsOneOf(
        "Household",
        "area",
        area.label,
        (OneTerm("rural", Area.RURAL.label), OneTerm("urban", Area.URBAN.label)),
    )
    assert terms(Person.disability_kinds).known == tuple(DisabilityKind)


def test_what_a_thing_holds_several_of_is_counted_in_a_unit():
    members = items(Household.members, Person, unit="人")
    assert members == Items("Household", "members", members.label, "Person", "人")
    assert members.unit == Unit.parse("人")


def test_a_fact_is_compared_with_terms_that_it_can_be_and_with_one_at_least():
    area = term(Household.area)
    for several in ((), (Area.URBAN, DisabilityKind.PHYSICAL)):
        with pytest.raises(RuleRefused) as caught:
            area.is_one_of(*several)
        assert [each.code for each in caught.value.faults] == ["not_a_term"]
