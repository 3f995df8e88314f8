from __future__ import annotations

from datetime import date
from decimal import Decimal

from civaffairs.domain.decisions import Answer
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Person
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import LocalStandard, as_quantity, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, person
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.deciding import decide

DAY = date(2024, 3, 1)
WHY = Label("没有更早的", "nothing earlier")
RULES = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021)
PLACE = Jurisdiction("taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china")
PAY = "元/月"
ZERO = Amount(0, PAY)


def dated_from(tree, start="2021-01-01"):
    return dated(WHY, since(start, tree, RULES.at("第一条")))


def amount(name, of, tree, start="2021-01-01"):
    return amount_rule(name, "taoyuan", Label(name, name), of, PAY, dated_from(tree, start))


def condition(name, of, tree):
    return condition_rule(name, "taoyuan", Label(name, name), of, dated_from(tree))


def node(name):
    return LocalStandard(name, Label(name, name), PAY)


def standard(name):
    value = dated_from(Amount(5, PAY))
    return Standard(name, "taoyuan", Label(name, name), PAY, Topic.ELDERLY_CARE, value, Freedom.SET)


for_old = amount("for_old", Person, node("old"))
for_young = amount("for_young", Person, node("young"))
for_one = amount("for_one", Person, cases((person.age >= Amount(80, "岁"), for_old), otherwise=for_young))
is_ill = condition("is_ill", Person, person.seriously_ill)
for_all = amount("for_all", Household, household.members.total(for_one, where=is_ill))
later = amount("later", Household, as_quantity(Amount(1, PAY)), "2030-01-01")
is_urban = condition("is_urban", Household, household.area.is_one_of(Area.URBAN))
EVERYTHING = (for_old, for_young, for_one, is_ill, for_all, later, is_urban)
STANDARDS = (standard("old"), standard("young"))


def used(when, amount_of_it=None, *members, standards=STANDARDS):
    """Return the answer and the ids of what was used, with each standard's in brackets."""
    provision = Provision(
        "tried",
        "taoyuan",
        Label("补助", "benefit"),
        Topic.ELDERLY_CARE,
        ProvisionKind.CASH,
        when,
        amount=amount_of_it,
    )
    china = Jurisdiction("china", Label("中国", "China"), Level.NATION, "100000", None)
    book = Rulebook.of(
        (PLACE, china), dict.fromkeys((*EVERYTHING, *provision.rules)), (provision,), standards
    )
    (decision,) = decide(book, Household(area=Area.URBAN, members=members), on=DAY)
    found = [
        f"({version.of.id})" if isinstance(version.of, Standard) else version.of.id
        for version in decision.used
    ]
    return decision.answer, found


def someone(born, *, ill):
    return Person(born=date(born, 1, 1), seriously_ill=ill, other_benefits=Decimal(1))


def test_of_several_cases_only_the_rules_and_standards_of_the_one_given_were_used():
    assert used(is_urban, for_all, someone(1930, ill=True)) == (
        Answer.YES,
        ["is_urban", "for_all", "is_ill", "for_one", "for_old", "(old)"],
    )
    assert used(is_urban, for_all, someone(1990, ill=True))[1][-2:] == ["for_young", "(young)"]


def test_each_version_is_named_once_however_many_members_it_was_used_for():
    both = used(is_urban, for_all, someone(1930, ill=True), someone(1990, ill=True), someone(1931, ill=True))[
        1
    ]
    assert both == ["is_urban", "for_all", "is_ill", "for_one", "for_old", "(old)", "for_young", "(young)"]


def test_of_an_item_that_does_not_count_only_the_condition_was_used():
    assert used(is_urban, for_all, someone(1930, ill=False))[1] == ["is_urban", "for_all", "is_ill"]
    assert used(is_urban, for_all, someone(1930, ill=None))[1] == ["is_urban", "for_all", "is_ill"]


def test_where_every_item_counts_what_it_adds_was_used():
    everybody = amount("everybody", Household, household.members.total(for_young))
    assert used(is_urban, everybody, someone(1930, ill=None))[1][1:] == ["everybody", "for_young", "(young)"]


def test_where_the_answer_is_not_yes_no_amount_was_used():
    rural = condition("rural", Household, household.area.is_one_of(Area.RURAL))
    assert used(rural, for_all, someone(1930, ill=True)) == (Answer.NO, ["rural"])


def test_where_a_case_cannot_be_told_only_the_way_to_it_was_used():
    unsure = condition(
        "unsure",
        Household,
        cases((household.income_unstable, for_all), otherwise=later) > ZERO,
    )
    assert used(unsure, None, someone(1930, ill=True)) == (Answer.CANNOT_TELL, ["unsure"])


def test_what_is_not_known_of_a_place_or_a_day_was_not_used():
    asked = condition("asked", Household, (later + for_all) > ZERO)
    assert used(asked, None, someone(1930, ill=True), standards=()) == (
        Answer.CANNOT_TELL,
        ["asked", "for_all", "is_ill", "for_one", "for_old"],
    )


def test_whether_one_of_the_members_is_such_uses_what_was_asked_of_each():
    asked = condition(
        "asked", Household, household.members.any(is_ill) | (household.members.count() > Amount(9, "人"))
    )
    assert used(asked, None, someone(1930, ill=False))[1] == ["asked", "is_ill"]
