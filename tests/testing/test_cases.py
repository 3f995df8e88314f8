"""What is drawn for deciding uses every node, is decided both ways, and is unsettled now and then."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings

from civaffairs.domain.decisions import Answer
from civaffairs.domain.rules.expr import Count, Expr, Growth, Judged, Observed, SeriesAt, Total
from civaffairs.domain.rules.walk import nodes
from civaffairs.engines.deciding import decide
from civaffairs.errors import Message
from civaffairs.testing.cases import EARLIEST, LATEST, days, households, rulebooks

NOT_FOR_CASES = {Observed, SeriesAt, Growth, Total, Count, Judged}


def test_every_node_and_every_answer_is_drawn():
    seen = set()

    @settings(max_examples=60, derandomize=True)
    @given(rulebooks(), households(), days())
    def drawn(rulebook, household, day):
        assert EARLIEST <= day <= LATEST
        assert all(member.born <= EARLIEST for member in household.members)
        for several in rulebook.rules.values():
            seen.add(len(several))
            seen.update(
                type(node) for rule in several for entry in rule.timeline for node in nodes(entry.value)
            )
            seen.add(isinstance(rulebook.on(day).rule(several[0]), Message))
        for decision in decide(rulebook, household, on=day):
            seen.add(decision.answer)
            seen.add((decision.provision.of, decision.amount is None))

    drawn()
    assert set(get_args(Expr)) - NOT_FOR_CASES <= seen
    assert {*Answer, 1, 2, 3, False} <= seen
    assert {(of, known) for of in ("Household", "Person") for known in (True, False)} <= seen


def test_functions_are_left_out_where_that_is_asked_for():
    @settings(max_examples=15)
    @given(rulebooks(opaque=False))
    def drawn(rulebook):
        for several in rulebook.rules.values():
            for rule in several:
                for entry in rule.timeline:
                    assert "Opaque" not in {type(node).__name__ for node in nodes(entry.value)}

    drawn()
