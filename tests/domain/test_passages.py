"""Passages: each line of a running text becomes a figure, a row or a commitment with all that it says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from civaffairs.domain.indicators import SHARE, Bounds, Direction, Indicator, Statistic
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Absence, Missing, Printed
from civaffairs.domain.passages import NO_DATE, Passage
from civaffairs.domain.periods import Period
from civaffairs.domain.plan import Deed
from civaffairs.domain.rules.expr import Literal, Series
from civaffairs.domain.sources import Document
from civaffairs.domain.tables import span
from civaffairs.domain.targets import (
    Between,
    Bound,
    Measure,
    Nature,
    Qualitative,
    at_least,
    between,
    less_than,
    qualitative,
)
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import CLASSIFIERS, Amount, AmountRange, Unit
from civaffairs.errors import DeclarationError, UnitClash, UnknownName
from civaffairs.testing.strategies import clauses, ids, labels, numbers, periods, texts, units

PLAN = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", "2022-03")
CARE, FUNDING = Topic.ELDERLY_CARE, Topic.FUNDING
TEXT = Passage(PLAN.at("三(一)"), CARE, period="2016..2020", by=2025)
NOTE = Label("取下限", "the lower end")


def indicator(unit="%", direction=Direction.UP, bounds=SHARE):
    return Indicator(
        "nursing_bed_share", Label("护理型床位占比", "nursing beds"), unit, direction, CARE, bounds
    )


BEDS = indicator()
HOMES = indicator("个", bounds=Bounds())


def bound(comparator, number, unit="%"):
    return Bound(comparator, Literal(Amount(number, unit)))


# The passage itself


def test_a_passage_inside_another_keeps_topic_and_dates_unless_others_are_given():
    inside = TEXT.at("养老服务")
    assert (inside.clause.locator, inside.clause.document) == ("三(一) 养老服务", PLAN)
    assert (inside.topic, inside.period, inside.by) == (CARE, Period.parse("2016..2020"), Period.parse(2025))
    gloss = Label("经费", "funds")
    other = TEXT.at("一是", topic=FUNDING, period="2020-11-01", by=2023, gloss=gloss)
    assert (other.topic, str(other.period), str(other.by)) == (FUNDING, "2020-11-01", "2023")
    assert other.clause.gloss == gloss
    assert TEXT.clause.locator == "三(一)"


def test_a_passage_needs_a_clause_a_topic_and_dates():
    for wrong in (
        lambda: Passage("三", CARE, 2020, 2025),
        lambda: Passage(PLAN.at("三"), "养老", 2020, 2025),
        lambda: Passage(PLAN.at("三"), CARE, 2020),
    ):
        with pytest.raises(TypeError):
            wrong()
    for wrong in (
        lambda: Passage(PLAN.at("三"), CARE, None, 2025),
        lambda: Passage(PLAN.at("三"), CARE, 2020, NO_DATE),
    ):
        with pytest.raises(DeclarationError):
            wrong()


def test_no_date_is_written_as_its_name():
    assert repr(NO_DATE) == "NO_DATE"


# Figures


@given(
    clauses(), st.sampled_from(Topic), periods(), ids(), labels(), numbers(), units(), texts(), st.booleans()
)
def test_a_figure_keeps_number_unit_period_clause_topic_and_comparator(  # noqa: PLR0917 - all that a line says
    clause, topic, period, name, label, number, unit, said, of_its_own
):
    word = str(unit)
    assume(word not in CLASSIFIERS)
    text = Passage(clause, topic, period, 2025)
    own = {"period": 1999, "topic": FUNDING} if of_its_own else {}
    seen = text.figure(name, label.zh, label.en, str(number), word, said=said, note=NOTE, **own)
    assert seen.value == Amount(number, unit)
    assert seen.value.number.as_tuple() == number.as_tuple()  # 1.0 stays 1.0
    assert seen.of == Statistic(name, label, unit, FUNDING if of_its_own else topic)
    assert seen.period == (Period.parse(1999) if of_its_own else period)
    assert (seen.source, seen.printed, seen.note) == (clause, Printed(None, word, said), NOTE)
    assert (seen.verdict, seen.derived) == (None, False)


@pytest.mark.parametrize(
    ("word", "counted"),
    [
        *((word, "thing") for word in ("个", "家", "所", "件", "支", "条", "场次", "级", "岗")),
        ("张", "bed"),
        ("名", "person"),
        ("人", "person"),
        ("户", "household"),
        ("处", "place"),
        ("项", "item"),
        ("对", "couple"),
        ("万元", "wan_yuan"),
        ("万个", "wan_thing"),
        ("万家", "wan_organisation"),
        ("百张", "hundred_beds"),
        ("万平方米", "wan_square_metre"),
        ("分钟", "minute"),
        ("倍", "fold"),
        ("名次", "rank"),
        ("人次", "person_time"),
        ("元/人·月", "yuan/person/month"),
        ("%", "percent"),
    ],
)
def test_a_counting_word_that_is_no_unit_counts_things_and_is_kept_as_printed(word, counted):
    seen = TEXT.figure("homes", "养老机构", "care homes", 68, word)
    assert seen.value.unit == seen.of.unit == Unit.parse(counted)
    assert seen.printed.unit == word
    made = TEXT.builds("homes", "养老机构", "care homes", 68, word)
    assert made.predicate == bound(">=", 68, counted)
    assert made.printed.unit == word


def test_the_new_units_are_multiples_of_the_old_ones():
    assert Amount(1, "万个").same_size_as(Amount(10000, "thing"))
    assert Amount(1, "百张").same_size_as(Amount(100, "张"))
    assert Amount(1, "万家").same_size_as(Amount(10000, "organisation"))
    assert Amount(1, "万平方米").same_size_as(Amount(1, "公顷"))
    assert Amount(60, "分钟").same_size_as(Amount(1, "小时"))
    assert Amount(2, "倍").same_size_as(Amount(200, "%"))
    for one, other in (("thing", "organisation"), ("thing", "place"), ("rank", "thing"), ("rank", "1")):
        assert not Unit.parse(one).goes_with(Unit.parse(other))
    assert (Amount(40, "thing").text("zh"), Amount(40, "thing").text("en")) == ("40个", "40")


def test_a_unit_that_nobody_knows_is_refused():
    with pytest.raises(UnknownName):
        TEXT.figure("homes", "养老机构", "care homes", 68, "桃")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (span(20, "35.5"), AmountRange(Amount(20, "元"), Amount("35.5", "元"))),
        ("***", Missing(Absence.MASKED, "***")),
        ("", Missing(Absence.BLANK)),
        ("——", Missing(Absence.NOT_AVAILABLE, "——")),
        (Amount(3, "万元"), Amount(3, "万元")),
        (0, Amount(0, "元")),
        (True, True),
    ],
)
def test_a_figure_can_be_an_interval_a_mark_for_none_or_a_typed_value_and_nothing_is_no_zero(written, value):
    assert TEXT.figure("fee", "收费", "fee", written, "元").value == value


def test_a_word_that_means_a_number_stays_beside_its_reading():
    rank = TEXT.figure("rank", "位居全市", "rank in the city", 3, "名次", printed="第三", note=NOTE)
    assert (rank.value, rank.note) == (Amount(3, "名次"), NOTE)
    assert rank.printed == Printed("第三", "名次", "")


@pytest.mark.parametrize("number", [38.5, "约38", "３８", "38%"])
def test_a_number_that_is_not_exact_is_refused(number):
    for write in (TEXT.figure, TEXT.builds):
        with pytest.raises(DeclarationError) as caught:
            write("beds", "床位", "beds", number, "张")
        assert [each.code for each in caught.value.faults] == ["not_exact"]


def test_a_figure_of_a_shared_indicator_or_series_takes_its_kind_of_unit():
    seen = TEXT.seen(HOMES, 68, "家", period=2020, said="余", note=NOTE)
    assert (seen.of, seen.value, str(seen.period)) == (HOMES, Amount(68, "个"), "2020")
    assert (seen.printed, seen.note, seen.source) == (Printed(None, "家", "余"), NOTE, TEXT.clause)
    assert TEXT.seen(BEDS, 100, "%", printed="全部").printed.value == "全部"
    assert TEXT.seen(BEDS, 100, "%").period == TEXT.period
    pay = Series("pay", Label("标准", "standard"), "元/人·月")
    assert TEXT.seen(pay, 700, "元/月", read_as="元/人·月").value == Amount(700, "元/人·月")
    with pytest.raises(UnitClash):
        TEXT.seen(pay, 700, "元/月")
    paid = TEXT.figure("paid", "发放", "paid out", 5, "万元").of
    assert TEXT.seen(paid, 60000, "元", period=2021).value == Amount(60000, "元")


# Promises about shared indicators


def test_a_promise_about_an_indicator_is_a_row_with_one_target_at_the_passages_clause():
    row = TEXT.aims(BEDS, "护理床位比例", "%", at_least(60, said="以上"), nature=Nature.BINDING, note=NOTE)
    assert (row.clause, row.indicator, row.name) == (TEXT.clause, BEDS, "护理床位比例")
    assert (row.nature, row.baselines, row.results) == (Nature.BINDING, (), ())
    (target,) = row.targets
    assert (target.indicator, target.predicate, target.clause) == (BEDS, bound(">=", 60), TEXT.clause)
    assert (str(target.by), target.nature, target.measure) == ("2025", Nature.BINDING, Measure.LEVEL)
    assert (target.printed, target.note) == (Printed(None, "%", "以上"), NOTE)
    assert TEXT.aims(BEDS, "占比", "%", 60).nature is None


@pytest.mark.parametrize(
    ("direction", "comparator"), [(Direction.UP, ">="), (Direction.DOWN, "<="), (Direction.NEUTRAL, "=")]
)
def test_a_bare_number_is_read_by_the_direction_and_prints_no_comparator(direction, comparator):
    (target,) = TEXT.aims(indicator(direction=direction), "占比", "%", 100, printed="全覆盖").targets
    assert target.predicate == bound(comparator, 100)
    assert target.printed == Printed("全覆盖", "%", "")


@pytest.mark.parametrize(
    ("written", "predicate"),
    [
        (span(28, 35), Between(Amount(28, "%"), Amount(35, "%"))),
        (between(28, 35), Between(Amount(28, "%"), Amount(35, "%"))),
        (less_than(30), bound("<", 30)),
        (Amount("0.3", "1"), bound(">=", "0.3", "1")),
        (qualitative("基本全覆盖", "all but complete"), Qualitative(Label("基本全覆盖", "all but complete"))),
        ("***", Missing(Absence.MASKED, "***")),
    ],
)
def test_a_promise_can_be_an_interval_a_relation_words_or_a_mark_for_none(written, predicate):
    (target,) = TEXT.aims(BEDS, "占比", "%", written).targets
    assert target.predicate == predicate
    assert (target.printed.comparator == "") == (written != less_than(30))


@given(st.dates(date(2016, 1, 1), date(2040, 12, 31)))
def test_what_is_promised_before_the_passages_year_is_over_is_a_step_on_the_way(day):
    (target,) = TEXT.aims(BEDS, "占比", "%", 60, by=day.isoformat()).targets
    assert target.by == Period.parse(day.isoformat())
    assert target.milestone == (day < date(2025, 12, 31))
    assert not TEXT.aims(BEDS, "占比", "%", 60).targets[0].milestone
    assert not TEXT.aims(BEDS, "占比", "%", 60, by=2025).targets[0].milestone


def test_a_promise_takes_the_printed_unit_or_the_one_that_it_is_read_as():
    assert TEXT.aims(HOMES, "机构", "家", 12).targets[0].predicate == bound(">=", 12, "个")
    pay = indicator("元/人·月", bounds=Bounds())
    assert TEXT.aims(pay, "标准", "元/月", 9, read_as="元/人·月").targets[0].predicate == bound(
        ">=", 9, "元/人·月"
    )
    with pytest.raises(UnitClash):
        TEXT.aims(BEDS, "占比", "张", Amount(60, "张"))


def test_a_yes_is_no_promise():
    for write in (
        lambda: TEXT.aims(BEDS, "占比", "%", True),
        lambda: TEXT.builds("a", "甲", "a", True, "张"),
    ):
        with pytest.raises(DeclarationError) as caught:
            write()
        assert [(each.code, each.where) for each in caught.value.faults] == [("no_promise", "三(一)")]


# Promises of their own


@pytest.mark.parametrize(
    ("deed", "write"),
    [
        (Deed.BUILD, TEXT.builds),
        (Deed.SERVE, TEXT.serves),
        (Deed.REACH, TEXT.reaches),
        (Deed.INTRODUCE, TEXT.introduces),
    ],
)
def test_each_deed_makes_a_commitment_with_all_that_its_line_says(deed, write):
    bare = write("beds", "新增床位", "new beds")
    assert (bare.id, bare.label, bare.deed) == ("beds", Label("新增床位", "new beds"), deed)
    assert (bare.predicate, bare.printed, bare.note) == (None, Printed(None, "", ""), None)
    assert (bare.by, bare.topic, bare.clause) == (TEXT.by, CARE, TEXT.clause)
    assert bare.text() == ""
    full = write(
        "beds", "新增床位", "new beds", at_least(50, said="不少于"), "张",
        by="2023-06", printed="五十", note=NOTE, topic=FUNDING,
    )  # fmt: skip
    assert full.predicate == bound(">=", 50, "张")
    assert (full.printed, full.note, full.topic) == (Printed("五十", "张", "不少于"), NOTE, FUNDING)
    assert str(full.by) == "2023-06"
    assert (full.text("zh"), full.text("en")) == ("不低于50张", "at least 50 beds")
    assert write("beds", "新增床位", "new beds", by=NO_DATE).by is None


@given(numbers(0))
def test_a_bare_number_is_a_least_number_and_prints_no_comparator(number):
    made = TEXT.reaches("nurses", "培育护理员", "care workers trained", number, "名")
    assert made.predicate == bound(">=", number, "人")
    assert made.printed.comparator == ""


@pytest.mark.parametrize(
    ("written", "predicate"),
    [
        (span(4, 6), Between(Amount(4, "thing"), Amount(6, "thing"))),
        (less_than(Decimal("0.5")), bound("<", "0.5", "thing")),
        (qualitative("翻一番", "doubled"), Qualitative(Label("翻一番", "doubled"))),
        ("***", None),
    ],
)
def test_a_commitment_can_promise_an_interval_a_relation_or_words_and_a_masked_figure_is_none(
    written, predicate
):
    assert TEXT.builds("centres", "服务中心", "centres", written, "所").predicate == predicate


def test_what_is_promised_without_a_unit_is_a_plain_number():
    assert TEXT.reaches("double", "翻一番", "doubled", 2, printed="翻一番").predicate == bound(">=", 2, "1")


def test_an_amount_that_says_its_own_unit_keeps_it():
    assert TEXT.builds("hall", "用房", "a hall", at_least(Amount(3, "万元")), "元").predicate == bound(
        ">=", 3, "万元"
    )
