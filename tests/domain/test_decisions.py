"""A decision is a record: what it says, when it is another one, and what it does not show."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain.decisions import Answer, full_months, month_after
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Income, IncomeKind, Person, replaced
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import LocalStandard, Opaque, as_quantity, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import NotModelled, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.deciding import decide
from civaffairs.errors import DeclarationError, UnknownName
from civaffairs.testing.cases import days, households, rulebooks

EARLIER = Label("更早的没有收录", "nothing earlier is modelled")
CLAUSE = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021).at("一")
TAOYUAN = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "city", fictional=True
)
PEACH = Jurisdiction("peach", Label("桃林区", "Peach"), Level.DISTRICT, "990102", "city", fictional=True)
DAY = date(2024, 3, 15)


def amount(name, tree, unit="元/月", of=Household, start="2021-01-01"):
    return amount_rule(name, "city", Label(name, name), of, unit, dated(EARLIER, since(start, tree, CLAUSE)))


def condition(name, tree, of=Household, start="2021-01-01"):
    return condition_rule(name, "city", Label(name, name), of, dated(EARLIER, since(start, tree, CLAUSE)))


def months(name, number):
    return amount(name, as_quantity(Amount(number, "月")), "月")


urban = LocalStandard("dibao_urban", Label("城市低保标准", "urban standard"), "元/人·月")
rural = LocalStandard("dibao_rural", Label("农村低保标准", "rural standard"), "元/人·月")
earned = household.members.total(person.incomes.total(income.monthly))
CITY = Jurisdiction("city", Label("某市", "a city"), Level.PROVINCE, "990000", "china", fictional=True)


def rulebook(  # noqa: PLR0917 - each test changes one of them
    start="2023-01-01",
    number=600,
    kind=ProvisionKind.CASH,
    rounding="down",
    place=TAOYUAN,
    rule_start="2021-01-01",
    ends=None,
    compute=None,
):
    line = amount("line", cases((household.area.is_one_of(Area.URBAN), urban), otherwise=rural), "元/人·月")
    head = amount(
        "head",
        earned.divided_by(household.members.count(), "元/人·月", places=0, rounding=rounding),
        "元/人·月",
        start=rule_start,
    )
    poor = condition("poor", head < line)
    gap = amount("gap", line.times(household.members.count()) - earned + other(compute))
    terms = {
        "starts_after": months("starts", 1),
        "review_after": months("review", 6),
        "lasts": months("lasts", 12),
    }
    provision = Provision(
        "dibao", "city", Label("低保", "Dibao"), Topic.SOCIAL_ASSISTANCE, kind, poor, amount=gap, **terms
    )
    entries = [since(start, Amount(number, "元/人·月"), CLAUSE)]
    entries += [NotModelled(EARLIER, since=ends)] if ends else []
    standards = [
        Standard(
            name,
            "city",
            Label(name, name),
            "元/人·月",
            Topic.SOCIAL_ASSISTANCE,
            dated(EARLIER, *entries),
            Freedom.SET,
        )
        for name in ("dibao_urban", "dibao_rural")
    ]
    return Rulebook.of((place, CITY), (line, head, poor, gap, *terms.values()), (provision,), standards)


def nothing(thing, day):
    return 0


def other(compute):
    return Opaque(
        "other", "Household", Label("另算的", "computed"), "元/月", 0, 9, 0, CLAUSE, compute or nothing
    )


def earner(monthly, **facts):
    found = None if monthly is None else (Income(kind=IncomeKind.WAGES, monthly=Decimal(monthly)),)
    return Person(born=date(1980, 7, 23), name="陶小明", incomes=found, **facts)


HOME = Household(area=Area.URBAN, id="TY-0457", members=(earner("371.5"), earner("0")))


def dibao(book=None, case=HOME, on=DAY):
    return decide(book or rulebook(), case, on=on)["dibao"]


# What it says


def test_the_answer_the_amount_and_the_terms_are_those_of_the_rules():
    found = dibao()
    assert (found.answer, found.amount) == (Answer.YES, Amount("828.5", "元/月"))
    assert [str(each) for each in (found.starts, found.review, found.ends)] == [
        "2024-04",
        "2024-09",
        "2025-03",
    ]
    assert (found.whom, found.about, found.missing) == (None, "", ())


def test_where_the_answer_is_not_yes_there_is_no_amount_and_no_term():
    for case in (
        replaced(HOME, members=(earner("9000"),)),
        replaced(HOME, members=(earner(None),)),
    ):
        found = dibao(case=case)
        assert found.answer is not Answer.YES
        assert (found.amount, found.starts, found.review, found.ends) == (None, None, None, None)


def test_where_there_is_no_rule_for_it_there_is_no_amount_and_no_term():
    poor = condition("poor", household.sudden_hardship)
    plain = Provision("help", "city", EARLIER, Topic.SOCIAL_ASSISTANCE, ProvisionKind.SERVICE, poor)
    found = decide(
        Rulebook.of((TAOYUAN, CITY), (poor,), (plain,), ()), replaced(HOME, sudden_hardship=True), on=DAY
    )["help"]
    assert found.answer is Answer.YES
    assert (found.amount, found.starts, found.review, found.ends, found.missing) == (
        None,
        None,
        None,
        None,
        (),
    )


def test_an_amount_that_cannot_be_told_is_none_although_the_answer_is_yes_and_what_is_missing_is_named():
    unsure = rulebook(compute=lambda thing, day: None)
    found = dibao(unsure)
    assert (found.answer, found.amount) == (Answer.YES, None)
    assert [each.where for each in found.missing] == ["other"]
    assert str(found.starts) == "2024-04"


@pytest.mark.parametrize("kind", ProvisionKind)
def test_an_answer_is_put_as_the_kind_of_the_provision_wants(kind):
    book = rulebook(kind=kind)
    cases_ = (HOME, replaced(HOME, members=(earner("9000"),)), replaced(HOME, members=(earner(None),)))
    outcomes = [dibao(book, each).outcome for each in cases_]
    assert len({each.zh for each in outcomes}) == len({each.en for each in outcomes}) == 3
    assert outcomes[2].en == "cannot tell"
    if kind is ProvisionKind.REQUIREMENT:
        assert [each.zh for each in outcomes] == ["符合要求", "不符合要求", "无法判断"]


def test_what_is_about_a_member_says_which_one():
    old = condition("old", person.age > Amount(1, "岁"), of=Person)
    each_one = Provision("old", "city", EARLIER, Topic.SOCIAL_ASSISTANCE, ProvisionKind.SERVICE, old)
    found = decide(Rulebook.of((TAOYUAN, CITY), (old,), (each_one,), ()), HOME, on=DAY)
    assert [each.whom.zh for each in found] == ["成员1", "成员2"]
    assert "members[1]" in repr(found.of("old")[1])


def test_how_old_the_last_known_standard_is_is_said_from_the_first_full_month_on():
    def notices(on):
        return [each.text("en") for each in dibao(on=on).notices]

    assert notices(date(2023, 1, 31)) == []
    assert len(notices(date(2023, 2, 1))) == 1
    assert "14 full months" in notices(DAY)[0]
    assert "dibao_urban" in notices(DAY)[0]


# When it is another one


CHANGES = {
    "the standard": {"number": 601},
    "its start": {"start": "2023-02-01"},
    "how a quotient is rounded": {"rounding": "up"},
    "since when a rule holds": {"rule_start": "2021-02-01"},
    "the place": {"place": PEACH},
    "a function": {"compute": lambda thing, day: 0},
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_digest_is_another_where_something_that_it_rests_on_is(change):
    first, again = dibao(), dibao(rulebook(**CHANGES[change]))
    assert first.digest != again.digest
    assert first != again


def test_the_digest_is_another_where_a_fact_that_was_read_the_day_or_the_member_is():
    assert dibao(case=replaced(HOME, members=(earner("371.51"), earner("0")))) != dibao()
    assert dibao(case=replaced(HOME, members=HOME.members[::-1])) != dibao()
    assert dibao(case=replaced(HOME, area=Area.RURAL)) != dibao()
    assert dibao(on=DAY + timedelta(days=1)) != dibao()


def test_the_digest_is_the_same_where_only_what_was_not_read_is_another():
    named = replaced(
        HOME, id="TY-0458", assets=Decimal(7), members=(earner("371.50", disabled=True), earner("0"))
    )
    assert dibao(case=named) == dibao()
    assert len({dibao(case=named), dibao()}) == 1
    assert dibao(rulebook(ends="2030-01-01")) == dibao()


def test_a_digest_is_sixty_four_hexadecimal_digits():
    assert len(dibao().digest) == 64
    assert int(dibao().digest, 16) >= 0


def test_a_decision_is_nothing_else():
    assert dibao() != "dibao"


@settings(max_examples=15)
@given(rulebooks(), households(), days())
def test_deciding_twice_is_deciding_once(book, home, day):
    first, again = decide(book, home, on=day), decide(book, home, on=day)
    assert list(first) == list(again)
    assert len({each.digest for each in first}) == len(first)
    for each in first:
        assert hash(each) == hash(again.decisions[first.decisions.index(each)])


# What it does not show


SECRETS = ("陶小明", "陶", "1980", "371", "828", "TY-0457", "600")


def test_a_repr_shows_nobody_and_no_money():
    found = decide(rulebook(), HOME, on=DAY)
    for shown in (repr(found), repr(found["dibao"])):
        assert not any(secret in shown.split("digest")[0] for secret in SECRETS)
    assert repr(found) == "Decisions(place='taoyuan', on='2024-03-15', yes=1, no=0, cannot_tell=0)"
    assert repr(found["dibao"]).startswith(
        "Decision('dibao', place='taoyuan', on='2024-03-15', answer='yes', digest='"
    )


def test_names_and_numbers_of_people_are_in_no_reason():
    for reason in dibao().reasons:
        for said in (reason.zh, reason.en):
            assert not any(secret in said for secret in ("陶小明", "1980", "TY-0457"))


# Saved and copied


def test_a_decision_is_not_pickled_since_it_would_say_something_else_in_another_process():
    found = dibao()
    for part in (found, found.trace, found.trace.layout):
        with pytest.raises(DeclarationError) as caught:
            pickle.dumps(part)
        assert [each.code for each in caught.value.faults] == ["trace_in_process"]


def test_a_copy_of_a_decision_is_the_decision():
    found = decide(rulebook(), HOME, on=DAY)
    for again in (copy.copy(found), copy.deepcopy(found)):
        assert again["dibao"] == found["dibao"]
        assert again["dibao"].reasons == found["dibao"].reasons
        assert again["dibao"].amount == found["dibao"].amount
    with pytest.raises(DeclarationError):
        copy.deepcopy(found["dibao"].trace)


# Several decisions


def test_decisions_are_found_by_their_provision():
    found = decide(rulebook(), HOME, on=DAY)
    assert len(found) == 1
    assert list(found) == [found["dibao"]] == list(found.of("dibao")) == list(found.answered(Answer.YES))
    assert found.of("other") == found.answered(Answer.NO) == ()
    with pytest.raises(UnknownName) as caught:
        _ = found["dibaoo"]
    assert "dibao" in caught.value.text("en")


def test_one_of_several_has_to_be_named():
    old = condition("old", person.age > Amount(1, "岁"), of=Person)
    each_one = Provision("old", "city", EARLIER, Topic.SOCIAL_ASSISTANCE, ProvisionKind.SERVICE, old)
    found = decide(Rulebook.of((TAOYUAN, CITY), (old,), (each_one,), ()), HOME, on=DAY)
    with pytest.raises(UnknownName) as caught:
        _ = found["old"]
    assert "members[0], members[1]" in caught.value.text("en")


# Months


DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(0, 600), st.integers(0, 600))
def test_months_follow_one_another(day, some, more):
    first = month_after(day, some)
    assert month_after(day, 0).first_day == day.replace(day=1)
    assert month_after(first.first_day, more) == month_after(day, some + more)
    assert (first.first_day.year - day.year) * 12 + first.first_day.month - day.month == some


@given(DAYS, st.integers(0, 400), st.integers(0, 1200))
def test_a_month_is_full_on_the_same_day_of_the_next_or_on_its_last(start, days_, months_):
    assert full_months(start, start) == 0
    later = start + timedelta(days=days_)
    assert full_months(start, later) <= full_months(start, later + timedelta(days=1))
    month = month_after(start, months_)
    last = min(start.day, month.last_day.day)
    full = month.first_day.replace(day=last)
    assert full_months(start, full) == months_
    if months_:
        assert full_months(start, full - timedelta(days=1)) == months_ - 1
