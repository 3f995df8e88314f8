"""What is drawn for deciding uses every node, is decided both ways, and is unsettled now and then."""

from __future__ import annotations

from typing import get_args

from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from civaffairs.domain.decisions import Answer
from civaffairs.domain.rules.expr import Count, Expr, Growth, Judged, Observed, SeriesAt, Total
from civaffairs.domain.rules.walk import nodes
from civaffairs.engines.deciding import decide
from civaffairs.errors import Message
from civaffairs.testing.cases import EARLIEST, LATEST, days, households, rulebooks

NOT_FOR_CASES = {Observed, SeriesAt, Growth, Total, Count, Judged}


WANTED = (
    (set(get_args(Expr)) - NOT_FOR_CASES)
    | {*Answer, 1, 2, 3, False}
    | {(of, known) for of in ("Household", "Person") for known in (True, False)}
)


# How soon all has been seen is chance, that it is seen is not: drawing goes on until then.
UNTIL_SEEN = settings(
    max_examples=5000, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck)
)


def test_every_node_and_every_answer_is_drawn():
    seen = set()

    def all_seen(drawn):
        rulebook, household, day = drawn
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
        return seen >= WANTED

    everything = st.tuples(rulebooks(), households(), days()).map(all_seen)
    assert find(everything, bool, settings=UNTIL_SEEN)


def test_functions_are_left_out_where_that_is_asked_for():
    @settings(max_examples=15)
    @given(rulebooks(opaque=False))
    def drawn(rulebook):
        for several in rulebook.rules.values():
            for rule in several:
                for entry in rule.timeline:
                    assert "Opaque" not in {type(node).__name__ for node in nodes(entry.value)}

    drawn()
