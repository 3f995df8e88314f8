from __future__ import annotations

from datetime import date

import pytest

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.rules.expr import Literal, LocalStandard, Sum
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Floor, Freedom, Standard
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import DateUncertain, NotInForce, RuleRefused, UnitClash

NOTICE = Document("taoyuan/notice", Label("通知", "Notice"), "桃源区民政局", 2021).at("一")


DIBAO = LocalStandard("dibao_urban", Label("低保", "Dibao"), "元/人·月")


def declare(*entries, floor=None):
    return Standard(
        "dibao_urban",
        "taoyuan",
        Label("城市低保标准", "urban Dibao standard"),
        "元/人·月",
        Topic.SOCIAL_ASSISTANCE,
        Timeline((NotModelled(Label("缺", "earlier"), before=entries[0].start), *entries)),
        Freedom.RAISE_ONLY,
        floor,
    )


def test_a_standard_answers_as_its_timeline_does():
    standard = declare(since("2021-09", Amount(636, "元/人·月"), NOTICE))
    assert standard.on(date(2021, 9, 30)) == Amount(636, "元/人·月")
    with pytest.raises(DateUncertain):
        standard.on(date(2021, 9, 29))
    with pytest.raises(NotInForce, match="earlier"):
        standard.on(date(2020, 12, 31))


def test_every_entry_of_another_kind_is_named_at_once():
    with pytest.raises(UnitClash) as caught:
        declare(
            since(2021, Amount(636, "元"), NOTICE),
            since("2022-09", Amount(717, "元/人·月"), NOTICE),
            since(2023, Amount(8000, "元/户·年"), NOTICE),
            since(2024, Amount(9000, "元/人·年"), NOTICE),
        )
    assert [(each.code, each.where) for each in caught.value.faults] == [
        ("unit_clash", "dibao_urban[2021]"),
        ("unit_clash", "dibao_urban[2023]"),
    ]


def test_a_value_can_be_in_another_unit_of_the_same_kind():
    assert declare(since(2021, Amount(9000, "元/人·年"), NOTICE)).on(date(2021, 12, 31)) == Amount(
        9000, "元/人·年"
    )


def test_a_floor_is_a_tree_with_a_clause_and_where_it_is_known_a_start():
    plain = Floor(Amount(600, "元/人·月"), NOTICE)
    assert (plain.bound, plain.clause, plain.since) == (Literal(Amount(600, "元/人·月")), NOTICE, None)
    assert Floor(DIBAO * "1.3", NOTICE, "2022-06").since == Period.parse("2022-06")
    assert Floor(DIBAO * "1.3", NOTICE) == Floor(DIBAO * "1.3", NOTICE)
    with pytest.raises(TypeError):
        Floor(DIBAO, "一")
    with pytest.raises(RuleRefused):
        Floor("600", NOTICE)


@pytest.mark.parametrize("bound", [DIBAO * "1.3", DIBAO, Literal(Amount(7200, "元/人·年"))])
def test_a_floor_is_of_the_kind_of_the_standard(bound):
    floor = Floor(bound, NOTICE)
    assert declare(since(2021, Amount(636, "元/人·月"), NOTICE), floor=floor).floor == floor
    assert declare(since(2021, Amount(636, "元/人·月"), NOTICE)).floor is None
    with pytest.raises(TypeError):
        declare(since(2021, Amount(636, "元/人·月"), NOTICE), floor=bound)


@pytest.mark.parametrize(
    "bound",
    [Amount(600, "元"), Literal(Amount(600, "元/户·月")), Sum((DIBAO, Literal(Amount(1, "元"))))],
)
def test_a_floor_of_another_kind_or_of_parts_that_do_not_go_together_is_refused(bound):
    with pytest.raises(UnitClash) as caught:
        declare(since(2021, Amount(636, "元/人·月"), NOTICE), floor=Floor(bound, NOTICE))
    assert {each.code for each in caught.value.faults} <= {"unit_clash", "sum_units"}


def test_every_freedom_has_words_of_its_own():
    assert len({each.label.text("en") for each in Freedom}) == len(Freedom)
