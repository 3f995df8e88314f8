"""What is compiled agrees with the reference evaluation: in every node, to the fen, unknowns included."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import event, given, settings

from civaffairs.domain.rulebook import CaseFacts
from civaffairs.domain.rules.evaluate import Size, Things, Unknown, holds, measure
from civaffairs.domain.rules.expr import AnyItem, ItemsCount, ItemsTotal, Quantity
from civaffairs.domain.rules.shape import LIMIT
from civaffairs.domain.rules.trace import Trace
from civaffairs.engines.python import compiled
from civaffairs.testing.cases import days, households, rulebooks

several = settings(max_examples=60)


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
                assert shape.least <= noted.number <= shape.most
                assert abs(noted.number * shape.scale) <= LIMIT
                assert (noted.number * shape.scale).denominator == 1
