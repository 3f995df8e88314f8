"""The view model: everything resolved, nothing guessed, nothing in words yet."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from civaffairs.domain.progress import Consequence, Outcome
from civaffairs.domain.units import Amount
from civaffairs.errors import DeclarationError
from civaffairs.present.view import Column, TableView
from civaffairs.present.words import NotKnown, joined, words


def row(view, number, **which):
    found = [each for each in view.rows if each.number == number]
    return next(each for each in found if all(getattr(each, key) == value for key, value in which.items()))


def test_the_counts_name_every_outcome_and_add_up_to_the_targets(running, finished):
    for view in (running, finished):
        assert [outcome for outcome, _ in view.counts] == list(Outcome)
        assert sum(number for _, number in view.counts) == len(view.rows)
    assert {outcome for view in (running, finished) for outcome, number in view.counts if number} == set(
        Outcome
    )


def test_missed_targets_are_failures_or_deviations_by_their_nature(finished):
    assert (finished.failures, finished.deviations) == (1, 1)
    assert row(finished, "1①").consequence is Consequence.FAILURE
    assert row(finished, "6").consequence is Consequence.DEVIATION


def test_a_row_has_its_printed_number_and_heading_and_the_official_term(finished):
    first = finished.rows[0]
    assert first.number == "1①"
    assert first.heading.startswith("①农村低保标准")
    assert first.label.zh == "农村低保标准占城市低保标准比例"


def test_every_row_has_an_id_of_its_own(running, finished):
    ids = [each.id for view in (running, finished) for each in view.rows]
    assert len(set(ids)) == len(ids)


def test_what_is_not_known_is_a_dash_with_its_reason_and_never_zero(running):
    masked = row(running, "8")
    assert isinstance(masked.baseline.value, NotKnown)
    assert masked.baseline.text("zh") == "—（来源此处遮盖（******））"
    assert masked.target.text("en") == "— (the source says that there is none (——))"
    unseen = row(running, "5②")
    assert unseen.observation.text("zh").startswith("—（缺2023年")
    assert unseen.drawing.seen == ()


def test_a_nature_that_the_source_does_not_say_is_not_made_up(running):
    assert row(running, "3").nature.text("zh") == "—（来源没有写明）"


def test_a_milestone_and_a_growth_target_say_what_they_are(running):
    assert row(running, "1", milestone=True).target.text("zh") == "不低于50%（阶段目标）"
    grown = row(running, "9")
    assert grown.growth
    assert grown.target.text("en") == "average annual growth more than 8%"
    assert (grown.low, grown.high) == (None, None)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("3", Amount(80, "%"), Amount(90, "%")),
        ("6", None, Amount("0.8", "平方米")),
        ("4", Amount(100, "%"), None),
        ("7", None, None),
    ],
)
def test_the_ends_of_a_target_are_given_where_they_are_numbers(running, number, low, high):
    found = row(running, number)
    assert (found.low, found.high) == (low, high)


def test_the_expected_value_is_exact(running):
    passed = 1 + Fraction(181, 365)  # from the end of 2020 to 30 June 2022, in years
    assert row(running, "5①").expected.value.number == Fraction("35.5") + 7 * passed / 5


def test_the_path_of_a_drawing_runs_over_the_milestone(running):
    sizes = [point.size for point in row(running, "1", milestone=False).drawing.path]
    assert sizes == [38, 50, 65]


def test_a_path_of_constant_growth_is_a_curve_with_a_point_each_year(compounded):
    path = row(compounded, "5①").drawing.path
    assert [point.period.year for point in path] == [2020, 2021, 2022, 2023, 2024, 2025]
    steps = [after.size - before.size for before, after in pairwise(path)]
    assert steps == sorted(steps)
    assert steps[0] < steps[-1]


def test_a_band_an_interval_and_a_judgement_are_drawn_as_what_they_are(running, finished):
    assert [point.size for point in row(running, "3").drawing.target] == [80, 90]
    assert [point.size for point in row(finished, "2").drawing.seen] == [100, 300]
    assert row(running, "7").drawing is None


def test_all_sizes_of_a_drawing_are_in_one_unit(running):
    assert row(running, "5②").drawing.unit == Amount(1, "万张").unit


def test_the_document_s_own_verdict_stands_beside_ours_and_differs_where_it_does(finished):
    assert [each.number for each in finished.differences] == ["1①", "1②", "2", "6"]
    own, of_all = row(finished, "1①").judgement, row(finished, "6").judgement
    assert own.text("zh") == "“完成”（称已达到）"
    assert "第一章" in of_all.text("zh")
    assert not row(finished, "3").differs


def test_a_table_with_a_row_too_short_is_refused_with_every_such_row():
    columns = (Column("a", "A"), Column("b", "B"))
    with pytest.raises(DeclarationError) as caught:
        TableView("t", columns, ((1,), (1, 2), ()))
    assert [each.where for each in caught.value.faults] == ["rows[0]", "rows[2]"]


def test_texts_are_joined_with_the_semicolon_of_the_language():
    assert joined(("甲", "乙"), "zh") == "甲；乙"
    assert joined(("a", "b"), "en") == "a; b"
    assert words("as printed", "zh") == "as printed"
