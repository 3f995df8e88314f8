"""What is compiled agrees with the reference evaluation: in every node, to the fen, unknowns included."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import event, given, settings

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Person
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import (
    AnyItem,
    ItemsCount,
    ItemsTotal,
    Literal,
    Quantity,
    all_of,
    any_of,
    greatest,
    least,
)
from civaffairs.domain.rules.named import condition_rule, dated
from civaffairs.domain.rules.shape import LIMIT
from civaffairs.domain.rules.trace import Trace
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Size
from civaffairs.engines.python import compiled
from civaffairs.testing.cases import days, households, rulebooks

several = settings(max_examples=20)


def traces(rulebook, household, day):
    """Each provision compiled, with what was noted of the household or of each member, and the things."""
    edition = rulebook.on(day)
    for provision in rulebook.provisions.values():
        program = compiled(provision, edition)
        for paths, things in cases_of(provision.of, household):
            noted = program.traced(*things.values(), on=day)
            yield program, Trace(program.layout, noted, paths), Things(things)


def cases_of(model, household):
    if model == "Household":
        yield {"Household": ""}, {"Household": household}
        return
    for position, member in enumerate(household.members):
        paths = {"Household": "", "Person": f"members[{position}]"}
        yield paths, {"Household": household, "Person": member}


def reference_of(node, facts, things):
    return (measure if isinstance(node, Quantity) else holds)(node, facts, things)


def told(answer):
    return None if isinstance(answer, Unknown) else answer


def every_node(trace, facts, things):
    """Every node that was noted, of items too, with what was noted and what the reference says."""
    for node in trace.layout.nodes:
        yield node, trace, trace.value(node), told(reference_of(node, facts, things))
        if isinstance(node, AnyItem | ItemsCount | ItemsTotal) and id(node) in trace.layout.items:
            found = items_of(node.items, things)
            rows = trace.items(node)
            assert (rows is None) == (found is None)
            for row, item in zip(rows or (), found or (), strict=True):
                yield from every_node(row, facts, things.with_one(node.items.of, item))


def items_of(items, things):
    found = things.by_model[items.model]
    for step in items.name.split("."):
        found = None if found is None else getattr(found, step)
    return found


@several
@given(rulebooks(), households(), days())
def test_every_node_that_is_noted_is_what_the_reference_says(rulebook, household, day):
    facts = CaseFacts(rulebook.on(day), day)
    for program, trace, things in traces(rulebook, household, day):
        for node, _, noted, reference in every_node(trace, facts, things):
            assert noted == reference, (node, program.source)
        for rule in program.provision.rules:
            assert trace.value(rule) == told(
                (measure if isinstance(rule, Quantity) else holds)(rule, facts, things)
            )
        event(f"{program.provision.of} {trace.value(program.provision.when)}")


@several
@given(rulebooks(), households(), days())
def test_the_swift_way_gives_the_same_answer_or_none_where_something_is_unknown(rulebook, household, day):
    for program, trace, things in traces(rulebook, household, day):
        swift = program.swift(*things.by_model.values(), on=day)
        event(f"swift {None if swift is None else swift[0]}")
        if swift is None:
            assert doubtful(trace.noted), program.source
            continue
        holds_, amounts = swift
        assert trace.value(program.provision.when) is holds_
        if not holds_:
            assert amounts == ()
            continue
        for rule, scale, amount in zip(program.provision.amounts, program.scales, amounts, strict=True):
            assert trace.value(rule) == Size(Fraction(amount, scale), rule.unit)


def doubtful(noted):
    """Whether something that was noted could not be told."""
    return any(doubtful(each) if isinstance(each, tuple | list) else each is None for each in noted)


@several
@given(rulebooks(), households(), days())
def test_no_number_leaves_the_range_of_its_shape_and_none_64_bits(rulebook, household, day):
    facts = CaseFacts(rulebook.on(day), day)
    for _, trace, things in traces(rulebook, household, day):
        for node, holder, noted, _ in every_node(trace, facts, things):
            if isinstance(noted, Size):
                key = node.id if hasattr(node, "timeline") else id(node)
                shape = holder.layout.shapes[key]
                assert shape.least <= noted.number * shape.scale <= shape.most
                assert shape.widest <= LIMIT
                assert (noted.number * shape.scale).denominator == 1


LABEL = Label("规则", "rule")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
HERE = Jurisdiction("taoyuan", LABEL, Level.DISTRICT, "990101", "city", fictional=True)
HOME = Household(area=Area.URBAN, members=(Person(born=date(1980, 1, 1)), Person(born=date(1990, 1, 1))))
DAY = date(2024, 3, 1)


def program(tree):
    when = condition_rule("when", "taoyuan", LABEL, Household, dated(LABEL, since(2021, tree, CLAUSE)))
    given = Provision("help", "taoyuan", LABEL, Topic.SOCIAL_ASSISTANCE, ProvisionKind.SERVICE, when)
    return compiled(given, Rulebook.of((HERE,), (when,), (given,), ()).on(DAY))


PEOPLE = household.members.count()


@pytest.mark.parametrize(
    ("tree", "answer"),
    [
        (all_of(), True),
        (any_of(), False),
        (~any_of() & (Amount(1, "人") < PEOPLE), True),
        (greatest(PEOPLE).equals(Amount(2, "人")), True),
        (least(PEOPLE) < Amount(2, "人"), False),
        (
            PEOPLE.times(Amount(-1, "1")).divided_by(Amount(3, "1"), "人", places=0, rounding="up")
            < Amount(0, "人"),
            True,
        ),
        (household.members.total(person.age * "-0.5") <= Amount("-39", "岁"), True),
        (household.members.total(person.age * "-0.5") < Amount("-39", "岁"), False),
    ],
)
def test_what_is_rarely_drawn_is_compiled_too(tree, answer):
    made = program(tree)
    assert made.swift(HOME, on=DAY) == (answer, ())
    assert (
        Trace(made.layout, made.traced(HOME, on=DAY), {"Household": ""}).value(made.provision.when) is answer
    )


def test_one_divided_by_nobody_cannot_be_told_on_either_way():
    nobody = PEOPLE - Amount(2, "人")
    made = program(
        Literal(Amount(6, "人")).divided_by(nobody, "1", places=0, rounding="down") > Amount(1, "1")
    )
    assert made.swift(HOME, on=DAY) is None
    assert Trace(made.layout, made.traced(HOME, on=DAY), {"Household": ""}).value(made.provision.when) is None


def test_names_in_the_source_are_made_here_and_constants_are_numbers():
    source = program(household.members.any(person.age > Amount(60, "岁"))).source
    assert "(t_Household, day):" in source
    assert "规则" not in source
