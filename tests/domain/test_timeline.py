from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import NotModelled, Since, Timeline, since
from civaffairs.errors import DateUncertain, DeclarationError, NotInForce
from civaffairs.testing.strategies import periods

NOTICE = Document("taoyuan/notice", Label("通知", "Notice"), "桃源区民政局", 2021).at("一")
DAYS = st.dates(date(1940, 1, 1), date(2110, 12, 31))
ONE_DAY = timedelta(days=1)


def start_of(entry):
    return entry.start if isinstance(entry, Since) else entry.since


def near(timeline):
    """Days on both sides of every start, where an error by one day would show."""
    edges = [edge for start in timeline.changes for edge in (start.first_day, start.last_day)]
    return [edge + shift * ONE_DAY for edge in edges for shift in (-1, 0, 1)]


def holding(timeline, starts, day):
    """The entry that holds on a day if each start were the given day: what a timeline means, spelt out."""
    return [entry for entry, start in zip(timeline.entries, starts, strict=True) if start <= day][-1]


def faults_of(*entries):
    with pytest.raises(DeclarationError) as caught:
        Timeline(entries)
    return [(each.code, each.where) for each in caught.value.faults]


def moments(year):
    """A day, a month or the whole of a year."""
    days = st.dates(date(year, 1, 1), date(year, 12, 31)).map(date.isoformat)
    return st.one_of(st.just(f"{year:04d}"), days.map(lambda day: day[:7]), days).map(Period.parse)


@st.composite
def timelines(draw):
    """A timeline of whole numbers with one or more entries, gaps between them, and with or without an end."""
    years = sorted(draw(st.sets(st.integers(1949, 2100), min_size=1, max_size=5)))
    starts = [draw(moments(year)) for year in years]
    gaps = [False, *(draw(st.booleans()) for _ in starts[1:])]
    entries = [NotModelled(Label("缺", "earlier"), before=starts[0])]
    for position, (start, gap) in enumerate(zip(starts, gaps, strict=True)):
        following = starts[position + 1] if position + 1 < len(starts) else None
        entries.append(
            NotModelled(Label("缺", f"gap {start}"), since=start, before=following)
            if gap
            else since(start, position, NOTICE)
        )
    return Timeline(entries)


@st.composite
def timelines_and_truths(draw):
    """A timeline, and for every start a day on which it may really have begun."""
    timeline = draw(timelines())
    starts = [date.min, *(draw(st.dates(each.first_day, each.last_day)) for each in timeline.changes)]
    return timeline, starts


@given(timelines_and_truths(), DAYS)
def test_the_candidates_contain_the_truth_whenever_a_fuzzy_start_really_was(drawn, random_day):
    timeline, starts = drawn
    for day in (random_day, *near(timeline)):
        assert holding(timeline, starts, day) in timeline.candidates(day)


@given(timelines(), DAYS)
def test_every_candidate_could_be_the_truth(timeline, random_day):
    earliest = [date.min, *(start.first_day for start in timeline.changes)]
    latest = [date.min, *(start.last_day for start in timeline.changes)]
    for day in (random_day, *near(timeline)):
        possible = {holding(timeline, earliest, day), holding(timeline, latest, day)}
        assert set(timeline.candidates(day)) == possible
        assert len(timeline.candidates(day)) == len(possible)


@given(timelines(), DAYS)
def test_exactly_one_entry_holds_on_every_day_that_lies_in_no_fuzzy_start(timeline, random_day):
    for day in (random_day, *near(timeline)):
        if not any(day in start and day != start.last_day for start in timeline.changes):
            (entry,) = timeline.candidates(day)
            begins, follows = start_of(entry), timeline.entries[timeline.entries.index(entry) + 1 :]
            assert begins is None or begins.last_day <= day
            assert not follows or day < start_of(follows[0]).first_day


@given(timelines(), DAYS)
def test_a_lookup_answers_with_the_only_candidate_or_says_why_it_cannot(timeline, random_day):
    for day in (random_day, *near(timeline)):
        found = timeline.candidates(day)
        if len(found) > 1:
            with pytest.raises(DateUncertain) as caught:
                timeline.on(day)
            starts = "; ".join(str(start_of(entry)) for entry in found if start_of(entry))
            assert f"({starts})" in caught.value.text("en")
            assert day.isoformat() in str(caught.value)
        elif isinstance(found[0], Since):
            assert timeline.entry_on(day) is found[0]
            assert timeline.on(day) == found[0].value
        else:
            with pytest.raises(NotInForce) as caught:
                timeline.on(day)
            assert not isinstance(caught.value, DateUncertain)
            assert found[0].why.zh in caught.value.text("zh")
            assert f"{next(iter(timeline)).start}.." in caught.value.text("zh")


@given(timelines(), st.integers(1, 9).flatmap(moments), DAYS)
def test_a_later_entry_never_changes_an_earlier_answer(timeline, years_later, random_day):
    start = years_later.years_before(-timeline.changes[-1].year)
    last = timeline.entries[-1]
    closed = last if isinstance(last, Since) else evolve(last, before=start)
    longer = Timeline((*timeline.entries[:-1], closed, since(start, -1, NOTICE)))
    for day in (random_day, *near(longer)):
        if day < start.first_day:
            assert [start_of(each) for each in longer.candidates(day)] == [
                start_of(each) for each in timeline.candidates(day)
            ]
    assert longer.on(start.last_day) == -1
    assert longer.latest.value == -1


@given(timelines())
def test_a_timeline_gives_its_values_in_order_and_the_latest_last(timeline):
    values = list(timeline)
    assert values == [entry for entry in timeline.entries if isinstance(entry, Since)]
    assert timeline.latest is values[-1]
    assert list(timeline.changes) == [start_of(entry) for entry in timeline.entries[1:]]
    assert all(
        one.last_day < other.first_day
        for one, other in zip(timeline.changes, timeline.changes[1:], strict=False)
    )


def test_a_month_is_uncertain_until_its_last_day():
    fuzzy = Timeline((NotModelled(Label("缺", "earlier"), before="2022-09"), since("2022-09", 717, NOTICE)))
    with pytest.raises(NotInForce, match="earlier"):
        fuzzy.on(date(2022, 8, 31))
    for day in (date(2022, 9, 1), date(2022, 9, 29)):
        with pytest.raises(DateUncertain, match="2022-09"):
            fuzzy.on(day)
    assert fuzzy.on(date(2022, 9, 30)) == 717


def test_what_is_known_ends_the_day_before_an_end_that_is_said():
    ended = Timeline(
        (
            NotModelled(Label("缺", "earlier"), before=2020),
            since(2020, 1, NOTICE),
            NotModelled(Label("缺", "abolished"), since="2023-07"),
        )
    )
    with pytest.raises(NotInForce) as caught:
        ended.on(date(2024, 1, 1))
    assert "2020..2023-06-30" in caught.value.text("en")
    assert "abolished" in caught.value.text("en")
    with pytest.raises(NotInForce) as caught:
        Timeline(ended.entries[:2]).on(date(2019, 1, 1))
    assert "2020..…" in caught.value.text("en")


def test_an_empty_timeline_is_refused():
    assert faults_of() == [("timeline_empty", "")]
    assert faults_of(
        NotModelled(Label("缺", "why"), before=2020), NotModelled(Label("缺", "why"), since=2020)
    ) == [("timeline_empty", "")]


@pytest.mark.parametrize("before", [(), (NotModelled(Label("缺", "why"), since=2019, before=2020),)])
def test_the_time_before_the_first_value_must_be_spoken_of(before):
    assert ("beginning_unsaid", "[0]") in faults_of(*before, since(2020, 1, NOTICE))


def test_a_beginning_without_an_end_is_refused():
    assert faults_of(NotModelled(Label("缺", "why")), since(2020, 1, NOTICE)) == [
        ("beginning_unsaid", "[0]"),
        ("gap_does_not_close", "[0]"),
    ]


@given(periods(), periods())
def test_a_start_must_lie_wholly_after_the_one_before(first, second):
    entries = (
        NotModelled(Label("缺", "why"), before=first),
        since(first, 1, NOTICE),
        since(second, 2, NOTICE),
    )
    if second.first_day > first.last_day:
        assert Timeline(entries).entries == entries
    else:
        assert faults_of(*entries) == [("timeline_out_of_order", "[2]")]


@given(periods(), periods())
def test_a_gap_must_close_where_the_next_entry_begins(before, start):
    entries = (NotModelled(Label("缺", "why"), before=before), since(start, 1, NOTICE))
    if before == start:
        assert Timeline(entries).on(start.last_day) == 1
    else:
        assert faults_of(*entries) == [("gap_does_not_close", "[0]")]


def test_an_inner_gap_needs_both_ends_and_the_last_entry_stays_open():
    first = (NotModelled(Label("缺", "why"), before=2018), since(2018, 1, NOTICE))
    last = since(2020, 2, NOTICE)
    assert faults_of(*first, NotModelled(Label("缺", "why"), before=2020), last) == [
        ("entry_without_start", "[2]")
    ]
    assert faults_of(*first, NotModelled(Label("缺", "why"), since=2019), last) == [
        ("gap_does_not_close", "[2]")
    ]
    assert faults_of(*first, NotModelled(Label("缺", "why"), since=2019, before=2020)) == [
        ("gap_does_not_close", "[2]")
    ]
    gap = Timeline((*first, NotModelled(Label("缺", "why"), since=2019, before=2020), last))
    assert gap.on(date(2018, 12, 31)) == 1
    with pytest.raises(NotInForce, match="why"):
        gap.on(date(2019, 12, 31))
    assert gap.on(date(2020, 12, 31)) == 2


def test_everything_that_is_wrong_is_said_at_once():
    wrong = (
        since(2020, 1, NOTICE),
        since(2019, 2, NOTICE),
        NotModelled(Label("缺", "why"), since=2018, before=2017),
    )
    assert faults_of(*wrong) == [
        ("beginning_unsaid", "[0]"),
        ("timeline_out_of_order", "[1]"),
        ("timeline_out_of_order", "[2]"),
        ("gap_does_not_close", "[2]"),
    ]
    with pytest.raises(DeclarationError) as caught:
        Timeline(wrong)
    assert "the start 2019 is not after the one before, 2020" in caught.value.text("en")
    assert "2017" in caught.value.faults[3].text("en")


@pytest.mark.parametrize(
    ("before", "start", "said"),
    [
        ("2017", "2018", "the gap lasts until 2017, but the next entry begins at 2018"),
        (None, "2018", "the gap lasts until -, but the next entry begins at 2018"),
    ],
)
def test_a_gap_that_does_not_close_is_told_with_both_its_ends(before, start, said):
    with pytest.raises(DeclarationError) as caught:
        Timeline((NotModelled(Label("缺", "why"), before=before), since(start, 1, NOTICE)))
    assert said in caught.value.text("en")


def test_a_gap_before_an_entry_without_a_start_has_no_end_either():
    with pytest.raises(DeclarationError) as caught:
        Timeline(
            (
                NotModelled(Label("缺", "why"), before=2017),
                NotModelled(Label("缺", "why"), before=2018),
                since(2018, 1, NOTICE),
            )
        )
    assert "the gap lasts until 2017, but the next entry begins at -" in caught.value.text("en")


def test_the_ends_of_a_gap_are_named():
    with pytest.raises(TypeError):
        NotModelled(Label("缺", "why"), 2020)


def test_an_entry_needs_a_clause_and_a_timeline_needs_entries():
    with pytest.raises(TypeError):
        since(2020, 1, "一")
    with pytest.raises(TypeError):
        Timeline((NotModelled(Label("缺", "why"), before=2020), (2020, 1)))


def test_a_start_is_kept_as_precise_as_it_is():
    assert since("2022-09", 1, NOTICE).start == Period.parse("2022-09")
