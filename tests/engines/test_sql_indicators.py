"""The totals and counts of registers in SQL come to what the evaluator says, unknowns included."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import cycle

import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civaffairs import load
from civaffairs.domain import models as every
from civaffairs.domain.models import (
    CareInstitution,
    Cemetery,
    Community,
    Household,
    LotteryOutlet,
    MarriageRegistry,
    Operator,
    OrgKind,
    Person,
    SocialOrg,
    attributes,
    credit_check,
)
from civaffairs.domain.models.fact import fact_of
from civaffairs.domain.models.terms import Area, Term
from civaffairs.domain.rules.dimension import unit_of
from civaffairs.domain.rules.evaluate import NoFacts, Things, Unknown, measure
from civaffairs.domain.rules.expr import (
    AllOf,
    AnyOf,
    Case,
    Cases,
    Compare,
    Difference,
    Greatest,
    IsOneOf,
    Least,
    Literal,
    Multiple,
    Negation,
    OneTerm,
    Product,
    Quotient,
    Sum,
    Total,
    share,
)
from civaffairs.domain.rules.vocabulary import (
    count,
    derived,
    field_of,
    flag,
    flag_of,
    items,
    quantity,
    term,
    total,
)
from civaffairs.domain.units import RATIO, ROUNDINGS, Amount, Size
from civaffairs.engines.cases import CaseRegisters, given_by_models
from civaffairs.engines.columns import Given
from civaffairs.engines.sql.indicators import (
    by_register,
    computed,
    figures_in,
    model_of,
    tallied,
    tally_query,
)
from civaffairs.errors import RuleRefused
from civaffairs.testing.strategies.things import households, models

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")

DAY = date(2025, 6, 30)
LOADED = load()
EDITION = LOADED["taoyuan"].rulebook.on(DAY)
DEFINED = [
    each for each in LOADED.indicators.values() if each.definition is not None and figures_in(each.definition)
]
DRAWN = (CareInstitution, Cemetery, Community, MarriageRegistry, SocialOrg)
BY_NAME = {each.__name__: each for each in DRAWN}
SLOW = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))


@frozen
class Known(NoFacts):
    """Registers and a day: what the evaluator is asked with."""

    by_model: dict[str, list[object]] = field(factory=dict)

    def register(self, model):
        return self.by_model.get(model)

    @property
    def day(self):
        return DAY


def found(definition, registers, layout="flat", given=None):
    """What SQL says: the size, and what each figure rests on."""
    tallies = {}
    for outermost, figures in by_register([definition]).items():
        if outermost not in registers:
            continue
        asked = tally_query(figures, EDITION, DAY, given=given or given_by_models(outermost), layout=layout)
        tallies |= tallied(asked, tables(asked, registers[outermost], layout))
    return computed(definition, tallies), tallies


def tables(asked, things, layout="flat"):
    """The registers that a query reads, made of things."""
    made = CaseRegisters(asked.outermost, asked.registers, nested=layout == "nested")
    for thing in things:
        made.add(Things({asked.outermost: thing}), asked.outermost)
    return made.tables()


def agree(definition, registers, layout="flat"):
    said, tallies = found(definition, registers, layout)
    registers = with_members(registers)
    reference = measure(definition, Known(registers))
    if isinstance(reference, Unknown):
        assert isinstance(said, Unknown)
    else:
        assert said == reference
    for figure, tally in tallies.items():
        exactly = measure(figure, Known(registers))
        assert tally.known == isinstance(exactly, Size)
        assert tally.rows == len(registers[model_of(figure)])
        assert not tally.known or exactly == Size(tally.size, unit_of(figure))
        assert tally.counted + tally.unclear <= tally.rows
        # Some fact is not known in each of the rows that are unclear, and none is blamed elsewhere.
        assert sum(tally.missing.values()) >= tally.unclear
        assert all(many <= tally.unclear for many in tally.missing.values())
    return said


def with_members(registers):
    """The same with a register of persons, each with its household around it."""
    homes = registers.get("Household")
    if homes is None:
        return registers
    people = [Things({"Household": home, "Person": each}) for home in homes for each in home.members]
    return {**registers, "Person": people}


@st.composite
def conditions(draw, model, depth=2):
    """Any condition on the facts of a model."""
    facts = [each for each in attributes(model) if each.name != "annual_checks"]
    kinds = []
    flags = [each for each in facts if each.type in (bool, bool | None)]
    numbers = [each.name for each in facts if fact_of(each).places is not None or "int" in str(each.type)]
    if flags:
        kinds.append(st.sampled_from(flags).map(lambda each: flag_of(model, each.name)))
    if numbers:
        kinds.append(st.sampled_from(numbers).flatmap(lambda name: comparisons(field_of(model, name))))
    for each in facts:
        kind = next((part for part in getattr(each.type, "__args__", (each.type,)) if is_terms(part)), None)
        if kind is not None:
            kinds.append(terms_of(model, each.name, fact_of(each).label, kind))
    if depth:
        inner = conditions(model, depth - 1)
        several = st.lists(inner, min_size=1, max_size=3).map(tuple)
        kinds += [several.map(AllOf), several.map(AnyOf), inner.map(Negation)]
    return draw(st.one_of(kinds))


def is_terms(kind):
    return isinstance(kind, type) and issubclass(kind, Term)


def terms_of(model, name, label, kind):
    several = st.lists(st.sampled_from(list(kind)), min_size=1, max_size=2, unique=True)
    return several.map(
        lambda chosen: IsOneOf(
            model.__name__, name, label, tuple(OneTerm(each.id, each.label) for each in chosen)
        )
    )


def comparisons(number):
    sizes = st.one_of(st.integers(0, 5), st.integers(0, 10**4))
    return st.builds(
        Compare,
        st.just(number),
        st.sampled_from((">=", ">", "=", "<", "<=")),
        sizes.map(lambda size: Literal(Amount(size, number.unit))),
    )


@st.composite
def figures(draw, model):
    where = draw(st.none() | conditions(model))
    numbers = [
        each.name for each in attributes(model) if fact_of(each).places is not None or "int" in str(each.type)
    ]
    if numbers and draw(st.booleans()):
        return Total(field_of(model, draw(st.sampled_from(numbers))), where)
    return count(model, "thing", where)


@st.composite
def definitions(draw, depth=2):
    """Trees over the figures of registers; every node that has a place there, in plain numbers or shares."""
    if not depth or draw(st.booleans()):
        over, under = draw(figures(draw(st.sampled_from(DRAWN)))), draw(figures(draw(st.sampled_from(DRAWN))))
        unit = unit_of(over).times(unit_of(under), -1)
        return Quotient(
            over, under, unit, places=draw(st.integers(0, 4)), rounding=draw(st.sampled_from(ROUNDINGS))
        )
    one = draw(figures(draw(st.sampled_from(DRAWN))))
    unit = unit_of(one)
    several = (one, Multiple(draw(st.sampled_from(["0.5", "-1.3", "2"])), one), Literal(Amount(7, unit)))
    kind = draw(st.sampled_from((Sum, Greatest, Least, Difference, Product, Cases, Quotient)))
    if kind is Difference:
        return Difference(several[0], several[1])
    if kind is Product:
        return Product(several[1], Literal(Amount("0.25", RATIO)))
    if kind is Cases:
        other = draw(figures(draw(st.sampled_from(DRAWN))))
        when = Compare(other, ">", Literal(Amount(2, unit_of(other))))
        return Cases((Case(when, several[0]), Case(Negation(when), several[2])), several[1])
    if kind is Quotient:
        return share(Sum(several), Difference(several[0], several[2]), places=3, rounding="up")
    return kind(several)


def registers_of(names):
    return st.fixed_dictionaries(
        {}, optional={name: st.lists(models(BY_NAME[name]), max_size=5) for name in names}
    )


@SLOW
@given(st.data())
def test_any_definition_comes_to_what_the_evaluator_says_of_any_registers(data):
    definition = data.draw(definitions())
    names = {model_of(figure) for figure in figures_in(definition)}
    agree(definition, data.draw(registers_of(sorted(names))))


REGISTERS = sorted(by_register(each.definition for each in DEFINED))
# Rarely unknown in one register and often in the other, so that shares are known and unknown.
FILLED = {
    name: st.lists(models(getattr(every, name), unknown=unknown), max_size=5)
    for name, unknown in zip(REGISTERS, cycle((9, 4)))
    if name != "Household"
}


@settings(SLOW, max_examples=5)
@given(st.fixed_dictionaries({**FILLED, "Household": st.lists(households(on=DAY), max_size=3)}))
def test_every_indicator_that_registers_give_comes_to_what_the_evaluator_says(registers):
    tallies = {}
    for outermost, figures in by_register(each.definition for each in DEFINED).items():
        asked = tally_query(figures, EDITION, DAY, given=given_by_models(outermost))
        tallies |= tallied(asked, tables(asked, registers[outermost]))
    known = Known(with_members(registers))
    for indicator in DEFINED:
        said, reference = computed(indicator.definition, tallies), measure(indicator.definition, known)
        assert said == reference or isinstance(said, Unknown) == isinstance(reference, Unknown) is True, (
            indicator.id
        )


BEDS, NURSING = (field_of(CareInstitution, name) for name in ("beds", "nursing_beds"))
SHARE_OF_NURSING_BEDS = share(total(NURSING), total(BEDS), places=2, rounding="half_up")


def homes(*beds):
    return {
        "CareInstitution": [
            CareInstitution(name=f"home {number}", beds=all_beds, nursing_beds=nursing)
            for number, (all_beds, nursing) in enumerate(beds)
        ]
    }


def test_a_share_is_the_quotient_of_the_totals_and_not_the_mean_of_shares():
    assert agree(SHARE_OF_NURSING_BEDS, homes((10, 9), (990, 1))).text("en") == "1%"


def test_one_row_that_cannot_be_told_leaves_the_share_open_and_is_counted():
    said, tallies = found(SHARE_OF_NURSING_BEDS, homes((10, 5), (20, None), (30, None)))
    assert isinstance(said, Unknown)
    nursing, beds = tallies[total(NURSING)], tallies[total(BEDS)]
    assert (nursing.rows, nursing.counted, nursing.size, nursing.unclear) == (3, 1, 5, 2)
    assert nursing.missing == {NURSING: 2}
    assert (beds.size, beds.unclear, beds.missing) == (60, 0, {})


def test_a_fact_that_is_not_known_of_a_row_that_does_not_count_leaves_nothing_open():
    public = term(CareInstitution.operator).is_one_of(Operator.PUBLIC)
    registers = {
        "CareInstitution": [
            CareInstitution(name="a", operator=Operator.PUBLIC, beds=7),
            CareInstitution(name="b", operator=Operator.SOCIAL),
        ]
    }
    assert agree(total(BEDS, public), registers) == Size(7, BEDS.unit)
    _, tallies = found(total(BEDS, public), registers)
    assert [tally.missing for tally in tallies.values()] == [{}]


def test_a_register_without_rows_counts_nothing_and_has_no_share():
    assert agree(count(Community, "community"), {"Community": []}).number == 0
    assert isinstance(agree(SHARE_OF_NURSING_BEDS, homes()), Unknown)


def test_a_register_that_is_not_there_is_no_register_without_rows():
    said, tallies = found(count(Community, "community"), {})
    assert isinstance(said, Unknown)
    assert tallies == {}


def test_a_total_may_be_larger_than_any_number_of_64_bits():
    asked = asked_of(total(field_of(LotteryOutlet, "sales")))
    fen = pyarrow.array([999_999_999_999], pyarrow.int64()).take(pyarrow.array([0] * 100_000))
    table = pyarrow.concat_tables([pyarrow.table({"key": fen, "sales": fen})] * 100)
    (tally,) = tallied(asked, {"LotteryOutlet": table}).values()
    assert tally.size == Fraction("9999999999.99") * 10**7 > Fraction(2**63, 100)


def asked_of(*figures):
    model = model_of(figures[0])
    return tally_query(figures, EDITION, DAY, given=given_by_models(model))


def test_ages_are_counted_on_the_day_that_is_asked_about():
    old = count(SocialOrg, "organisation", derived(SocialOrg.years_registered_on) >= Amount(5, "年"))
    clubs = [
        SocialOrg(name=str(day), kind=OrgKind.ASSOCIATION, credit_code="51100000000000001H", registered=day)
        for day in (date(2020, 6, 29), date(2020, 6, 30), date(2024, 1, 1))
    ]
    assert agree(old, {"SocialOrg": clubs}).number == 1


def test_all_figures_of_a_register_are_read_at_once():
    figures = by_register([SHARE_OF_NURSING_BEDS, total(BEDS), count(Community, "community")])
    assert {model: len(each) for model, each in figures.items()} == {"CareInstitution": 2, "Community": 1}


def test_a_total_within_the_condition_of_another_is_refused():
    inside = count(Community, "community", total(BEDS) > Amount(3, "张"))
    with pytest.raises(RuleRefused):
        asked_of(inside)


def test_a_column_that_a_register_does_not_have_is_unknown_of_every_row():
    only_beds = Given({"CareInstitution": ["beds"]})
    said, tallies = found(SHARE_OF_NURSING_BEDS, homes((10, 5), (20, 5)), given=only_beds)
    assert isinstance(said, Unknown)
    assert tallies[total(NURSING)].missing == {NURSING: 2}
    assert tallies[total(BEDS)].size == 30
    # Even where the model says that it is always known.
    clubs = [
        SocialOrg(
            name="a",
            kind=OrgKind.FOUNDATION,
            credit_code=f"53100000000000001{credit_check('53100000000000001')}",
        )
    ]
    foundations = count(SocialOrg, "organisation", term(SocialOrg.kind).is_one_of(OrgKind.FOUNDATION))
    said, _ = found(foundations, {"SocialOrg": clubs}, given=Given({"SocialOrg": ["assessed"]}))
    assert isinstance(said, Unknown)
    assert agree(foundations, {"SocialOrg": clubs}).number == 1


OLD = derived(Person.age_on) >= Amount(60, "岁")
RURAL = term(Household.area).is_one_of(Area.RURAL)
DISABLED = flag(Person.disabled)
MEMBERS = items(Household.members, Person, unit="人")
ASSETS = quantity(Household.assets)
OF_PEOPLE = (
    share(count(Person, "人", OLD), count(Person, "人"), places=2, rounding="half_up"),
    share(count(Person, "人", OLD & RURAL), count(Person, "人", RURAL | DISABLED), places=1, rounding="down"),
    total(quantity(Person.work_cost), DISABLED),
    count(Household, "户", MEMBERS.any(OLD) & ~RURAL),
    share(
        total(quantity(Household.assets), RURAL), total(quantity(Household.assets)), places=4, rounding="up"
    ),
    Quotient(count(Person, "人", DISABLED), count(Household, "户"), "人/户", places=2, rounding="half_up"),
)


@pytest.mark.parametrize("layout", ["flat", "nested"])
@pytest.mark.parametrize("definition", OF_PEOPLE, ids=range(len(OF_PEOPLE)))
def test_persons_and_households_are_counted_alike_side_by_side_and_nested(definition, layout):
    @settings(SLOW, max_examples=4)
    @given(st.lists(households(on=DAY), max_size=4))
    def compared(homes):
        agree(definition, {"Household": homes}, layout)

    compared()
