"""What cases leave untested: a change that no decision shows is named, one that a decision shows is not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from civaffairs import Amount, Area, Household, Jurisdiction, Label, Level, Person, Topic
from civaffairs.analysis.untested import Exercise, untested, with_rule, with_tree
from civaffairs.domain.periods import Period
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import as_quantity, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.errors import InputInvalid

EARLIER = Label("更早的没有收录", "nothing earlier is modelled")
SOURCE = Document("city/rules", Label("办法", "Rules"), "", 2021)
CITY = Jurisdiction("city", Label("某市", "a city"), Level.PROVINCE, "990000", "china", fictional=True)
DISTRICT = Jurisdiction(
    "district", Label("某区", "a district"), Level.DISTRICT, "990101", "city", fictional=True
)
DAY, BEFORE = date(2024, 9, 2), date(2021, 9, 2)  # whoever is born on the 1st is a year older


def at_least(years: int):
    return person.age >= Amount(years, "岁")


old = condition_rule(
    "old",
    "city",
    Label("高龄", "very old"),
    Person,
    dated(
        EARLIER, since("2020", at_least(80), SOURCE.at("一")), since("2022-07", at_least(70), SOURCE.at("二"))
    ),
)
pay = amount_rule(
    "pay",
    "district",
    Label("补贴", "allowance"),
    Person,
    "元/月",
    dated(
        EARLIER,
        since(
            "2020",
            cases((at_least(90), Amount(200, "元/月")), otherwise=Amount(100, "元/月")),
            SOURCE.at("三"),
        ),
    ),
)
BOOK = Rulebook.of(
    (DISTRICT, CITY),
    [old, pay],
    [
        Provision(
            "allowance",
            "district",
            Label("高龄津贴", "allowance for the very old"),
            Topic.ELDERLY_CARE,
            ProvisionKind.CASH,
            old,
            amount=pay,
        )
    ],
    [],
)


def home(*years: int) -> Household:
    """A household of people who turned that old on the day."""
    return Household(area=Area.URBAN, members=tuple(Person(born=date(2024 - age, 9, 1)) for age in years))


def left(*homes: Household, days: tuple[date, ...] = (DAY,), above: bool = True) -> dict[str, set[str]]:
    return {
        f"{each.version.of.id} {each.version.start}": {mutant.text("en") for mutant in each.untested}
        for each in exercise(*homes, days=days, above=above).versions
    }


def exercise(*homes: Household, days: tuple[date, ...] = (DAY,), above: bool = True) -> Exercise:
    return untested(BOOK, homes, days, above=above)


def test_without_cases_everything_is_untested():
    found = exercise()
    assert (found.told, found.share) == (0, 0)
    assert found.all == 4 + 9
    assert all(each.is_idle for each in found.versions)


def test_a_case_away_from_the_edge_leaves_the_edge_untested():
    assert left(home(75), home(60))["old 2022-07"] == {
        "edge: “age is at least 70 years” becomes “age is more than 70 years”",
        "number: “70 years” becomes “69 years”",
        "number: “70 years” becomes “71 years”",
    }


def test_cases_on_both_sides_of_the_edge_leave_nothing():
    found = exercise(home(69), home(70), home(89), home(90))
    assert left(home(69), home(70), home(89), home(90)) == {"old 2022-07": set(), "pay 2020": set()}
    assert found.told == found.all
    assert found.share == 1
    assert not any(each.is_idle for each in found.versions)


def test_an_amount_that_is_not_given_does_not_show():
    assert left(home(60))["pay 2020"] == left()["pay 2020"]


def test_each_version_is_asked_about_on_the_days_on_which_it_holds():
    found = left(home(75), days=(DAY, BEFORE))
    assert set(found) == {"old 2020", "old 2022-07", "pay 2020"}
    assert "number: “80 years” becomes “79 years”" in found["old 2020"]  # 72 years old on that day
    assert left(home(75), days=(DAY,)).keys() == {"old 2022-07", "pay 2020"}


def test_only_the_rules_of_the_place_itself_are_asked_about_unless_more_is_wanted():
    assert set(left(home(75), above=False)) == {"pay 2020"}
    assert set(left(home(75), above=True)) == {"old 2022-07", "pay 2020"}


def test_a_change_that_leaves_the_numbers_of_a_rule_is_no_rule_and_not_counted():
    huge = amount_rule(
        "pay",
        "district",
        Label("补贴", "allowance"),
        Person,
        "元/月",
        dated(
            EARLIER, since("2020", as_quantity(Amount(9_223_372_036_854_775_807, "元/月")), SOURCE.at("三"))
        ),
    )
    found = untested(with_rule(BOOK, pay, huge), [home(75)], [DAY], above=False)
    (left_over,) = found.versions[0].mutants  # one more would be beyond 64 bits
    assert left_over.text("en").endswith("854,775,806 yuan/month”")


def test_a_case_that_cannot_be_decided_on_a_day_is_refused():
    with pytest.raises(InputInvalid):
        untested(BOOK, [home(1)], [date(2021, 1, 1)], above=True)


def test_where_there_is_nothing_to_change_everything_is_told_apart():
    assert Exercise(()).share == Fraction(1)


def test_another_tree_stands_in_one_version_only():
    changed = with_tree(old, Period.parse("2022-07"), at_least(65))
    assert [entry.value for entry in changed.timeline] == [at_least(80), at_least(65)]
    assert [entry.value for entry in old.timeline] == [at_least(80), at_least(70)]
