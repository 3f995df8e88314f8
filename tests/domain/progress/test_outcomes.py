from __future__ import annotations

from datetime import date

import pytest

from civaffairs.domain.indicators import Bounds, Direction, Indicator
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Verdict
from civaffairs.domain.plan import Claim
from civaffairs.domain.progress import Consequence, Method, Outcome, Progress
from civaffairs.domain.sources import Document
from civaffairs.domain.targets import Nature, Target, at_least
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import message

CLAUSE = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022).at("表1")
SHARE = Indicator("share", Label("占比", "share"), "%", Direction.UP, Topic.ELDERLY_CARE, Bounds())
DONE, NOT_DONE = Verdict(reached=True, printed="完成"), Verdict(reached=False, printed="未完成")


def progress(outcome, nature=None, *, verdict=None, claim=None, seen=True):
    target = Target(SHARE, 2025, at_least(65).predicate(SHARE.unit, Direction.UP), nature, CLAUSE)
    return Progress(
        target,
        "占比",
        date(2026, 1, 1),
        outcome,
        message("need_observation"),
        observation=Observation(SHARE, 2025, Amount(1, "%"), "x") if seen else None,
        verdict=verdict,
        claim=None if claim is None else Claim(claim, CLAUSE),
    )


@pytest.mark.parametrize(
    ("nature", "consequence"),
    [
        (Nature.BINDING, Consequence.FAILURE),
        (Nature.EXPECTED, Consequence.DEVIATION),
        (None, Consequence.UNSAID),
    ],
)
def test_a_missed_target_is_a_failure_or_a_deviation_by_its_nature_and_only_a_missed_one(nature, consequence):
    assert progress(Outcome.MISSED, nature).consequence is consequence
    for outcome in set(Outcome) - {Outcome.MISSED}:
        assert progress(outcome, nature).consequence is Consequence.NONE


def test_the_verdict_on_the_row_goes_before_the_claim_on_the_whole():
    assert progress(Outcome.MET, verdict=NOT_DONE, claim=DONE).printed_verdict is NOT_DONE
    assert progress(Outcome.MET, claim=DONE).printed_verdict is DONE
    assert progress(Outcome.MET).printed_verdict is None


def test_a_claim_on_the_whole_says_nothing_of_what_was_not_reported():
    assert progress(Outcome.CANNOT_TELL, claim=DONE, seen=False).printed_verdict is None
    assert not progress(Outcome.CANNOT_TELL, claim=DONE, seen=False).differs


@pytest.mark.parametrize(
    ("outcome", "from_done", "from_not_done"),
    [
        (Outcome.MET, False, True),
        (Outcome.MISSED, True, False),
        (Outcome.ON_COURSE, True, False),
        (Outcome.BEHIND, True, False),
        (Outcome.CANNOT_TELL, True, True),
    ],
)
def test_the_document_differs_where_it_says_what_the_library_does_not_find(outcome, from_done, from_not_done):
    assert progress(outcome).differs is False
    for where in ("verdict", "claim"):
        assert progress(outcome, **{where: DONE}).differs is from_done
        assert progress(outcome, **{where: NOT_DONE}).differs is from_not_done


@pytest.mark.parametrize("kind", [Outcome, Consequence, Method])
def test_everything_that_can_be_said_has_words_of_its_own(kind):
    for lang in ("zh", "en"):
        assert len({each.label.text(lang) for each in kind}) == len(kind)
