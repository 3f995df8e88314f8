"""What holds in a place on a day: the nearest version, or the one above; said where it cannot be told."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import Household
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import InForce, Rulebook, versions_behind
from civaffairs.domain.rules.evaluate import Unknown, holds, measure
from civaffairs.domain.rules.expr import LocalStandard, as_quantity
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import NotModelled, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Size, Unit
from civaffairs.errors import DeclarationError, Message, UnknownName
from civaffairs.testing.cases import days, rulebooks

LABEL, EARLIER = Label("补贴", "allowance"), Label("更早的没有收录", "nothing earlier is modelled")
GAP = Label("已废止", "repealed")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
UNIT = Unit.parse("元/月")
NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
CITY = Jurisdiction("city", Label("某市", "a city"), Level.PROVINCE, "990000", "china", fictional=True)
DISTRICT = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "city", fictional=True
)
CHAIN = (DISTRICT, CITY, NATION)


def entry(start, number):
    return since(start, as_quantity(Amount(number, "元/月")), CLAUSE)


def amount(*entries, place="china", id="allowance", above=None):
    return amount_rule(id, place, LABEL, Household, "元/月", dated(EARLIER, *entries), supersedes=above)


def standard(*entries, place="china", id="dibao"):
    values = [since(start, Amount(number, "元/月"), CLAUSE) for start, number in entries]
    return Standard(id, place, LABEL, "元/月", Topic.SOCIAL_ASSISTANCE, dated(EARLIER, *values), Freedom.SET)


def book(*rules, provisions=(), standards=(), chain=CHAIN):
    return Rulebook.of(chain, rules, provisions, standards)


def on(rulebook, rule, day):
    """What holds of a rule: the number that it says, or the code of why it says none."""
    found = rulebook.on(date.fromisoformat(day)).rule(rule)
    return found.code if isinstance(found, Message) else int(found.value.amount.number)


# The nearest first


def test_the_nearest_rule_holds_from_its_start_on_and_before_it_the_one_above():
    above = amount(entry("2015-01-01", 100))
    here = amount(entry("2020-01-01", 200), place="taoyuan", above=above)
    rulebook = book(above, here)
    assert [on(rulebook, above, day) for day in ("2014-12-31", "2015-01-01", "2019-12-31", "2020-01-01")] == [
        "version_missing",
        100,
        100,
        200,
    ]
    assert on(rulebook, here, "2019-06-01") == 100
    assert rulebook.on(date(2021, 1, 1)).rule(above).of is here


def test_in_a_gap_of_the_nearest_rule_the_one_above_holds():
    above = amount(entry("2015-01-01", 100))
    gap = NotModelled(GAP, since="2020-01-01", before="2022-01-01")
    here = amount(entry("2018-01-01", 200), gap, entry("2022-01-01", 300), place="city", above=above)
    rulebook = book(above, here)
    assert [on(rulebook, above, day) for day in ("2019-01-01", "2020-01-01", "2021-12-31", "2022-01-01")] == [
        200,
        100,
        100,
        300,
    ]


def test_where_nobody_has_a_version_the_nearest_says_why():
    above = amount(entry("2015-01-01", 100), NotModelled(GAP, since="2020-01-01"))
    here = amount(entry("2023-01-01", 100), place="taoyuan", above=above)
    found = book(above, here).on(date(2021, 1, 1)).rule(above)
    assert found.code == "version_missing"
    assert EARLIER.zh in found.text("zh")


def test_three_levels_replace_one_another_in_turn():
    nation = amount(entry("2015-01-01", 1))
    city = amount(entry("2016-01-01", 2), place="city", above=nation)
    district = amount(entry("2017-01-01", 3), place="taoyuan", above=city)
    rulebook = book(district, nation, city)  # in whatever order they are declared
    assert [on(rulebook, nation, f"{year}-06-01") for year in (2015, 2016, 2017)] == [1, 2, 3]
    assert rulebook.replaced(district) == (city, nation)
    assert rulebook.replaced(nation) == ()
    assert rulebook.replaced(amount(entry("2015-01-01", 9))) == ()
    assert on(book(nation, city, district, chain=CHAIN[1:]), nation, "2018-01-01") == 2


def test_what_a_place_outside_the_chain_declares_is_left_out():
    nation = amount(entry("2015-01-01", 1))
    other = amount(entry("2016-01-01", 2), place="elsewhere", above=nation)
    assert on(book(nation, other), nation, "2020-01-01") == 1
    assert book(nation, other).rules["allowance"] == (nation,)


def test_a_rule_is_not_replaced_in_silence():
    nation = amount(entry("2015-01-01", 1))
    for wrong in (
        amount(entry("2016-01-01", 2), place="city"),
        amount(entry("2016-01-01", 2), place="taoyuan", above=amount(entry("2015-01-01", 1), place="city")),
    ):
        with pytest.raises(DeclarationError) as caught:
            book(nation, wrong)
        assert [(each.code, each.where) for each in caught.value.faults] == [
            ("supersedes_unsaid", f"{wrong.jurisdiction}:allowance")
        ]


def test_a_rule_that_is_declared_twice_is_refused():
    with pytest.raises(DeclarationError):
        book(amount(entry("2015-01-01", 1)), amount(entry("2016-01-01", 1)))


def test_a_rule_that_nobody_declares_is_refused_where_it_is_looked_up():
    forgotten = amount(entry("2015-01-01", 1), id="forgotten")
    with pytest.raises(DeclarationError) as caught:
        on(book(amount(entry("2015-01-01", 1))), forgotten, "2020-01-01")
    assert [each.code for each in caught.value.faults] == ["rule_undeclared"]


# Vague starts


def test_within_a_month_or_a_year_in_which_a_version_begins_it_cannot_be_told_and_after_it_it_is_sure():
    rule = amount(entry("2015-01-01", 1), entry("2020-07", 2), entry("2022", 3))
    said = {
        "2020-06-30": 1,
        "2020-07-01": "version_uncertain",
        "2020-07-30": "version_uncertain",
        "2020-07-31": 2,
        "2021-12-31": 2,
        "2022-01-01": "version_uncertain",
        "2022-12-30": "version_uncertain",
        "2022-12-31": 3,
    }
    rulebook = book(rule)
    assert {day: on(rulebook, rule, day) for day in said} == said
    for lang in ("zh", "en"):
        assert "2020" in rulebook.on(date(2020, 7, 5)).rule(rule).text(lang)


def test_where_all_versions_that_may_hold_say_the_same_it_does_not_matter_which_one_it_is():
    same = amount(entry("2015-01-01", 1), entry("2020-07", 1))
    assert on(book(same), same, "2020-07-05") == 1


def test_a_vague_start_above_which_the_one_above_may_still_hold_is_uncertain_too():
    above = amount(entry("2015-01-01", 1))
    here = amount(entry("2020-07", 2), place="city", above=above)
    assert [on(book(above, here), above, day) for day in ("2020-06-30", "2020-07-05", "2020-07-31")] == [
        1,
        "version_uncertain",
        2,
    ]
    same = amount(entry("2020-07", 1), place="city", above=above)
    assert on(book(above, same), above, "2020-07-05") == 1


def test_before_a_first_vague_start_it_is_uncertain_whether_there_is_anything():
    rule = amount(entry("2020-07", 1))
    assert on(book(rule), rule, "2020-07-05") == "version_uncertain"


# Standards


def test_a_standard_is_that_of_the_nearest_place_that_has_one():
    asked = LocalStandard("dibao", LABEL, "元/月")
    rulebook = book(standards=(standard(("2015-01-01", 1)), standard(("2020-01-01", 2), place="taoyuan")))
    found = [rulebook.on(date(year, 6, 1)).standard(asked) for year in (2014, 2015, 2020)]
    assert found[0].code == "version_missing"
    assert [int(each.value.number) for each in found[1:]] == [1, 2]
    assert found[2].of.jurisdiction == "taoyuan"
    assert (found[1].label, found[2].latest) == (LABEL, True)


def test_a_standard_that_nobody_publishes_is_unknown_and_says_so():
    asked = LocalStandard("dibao", Label("低保标准", "Dibao standard"), "元/月")
    found = book().on(date(2020, 1, 1)).standard(asked)
    assert found.code == "standard_unknown"
    assert "低保标准" in found.text("zh")
    assert "桃源区" in found.text("zh")


def test_the_last_version_knows_that_nothing_later_is_known():
    rule = amount(entry("2015-01-01", 1), entry("2020-01-01", 2))
    rulebook = book(rule)
    assert [rulebook.on(date(year, 6, 1)).rule(rule).latest for year in (2016, 2021)] == [False, True]


# Editions


@settings(max_examples=15)
@given(rulebooks(opaque=False), days())
def test_an_edition_is_the_same_until_the_next_change_and_holds_what_holds_on_each_of_its_days(rulebook, day):
    edition = rulebook.on(day)
    following = rulebook.on(day + timedelta(days=1))
    assert rulebook.on(day) is edition
    assert (following is edition) == (day + timedelta(days=1) not in rulebook._changes)
    fresh = Rulebook.of(
        rulebook.chain,
        [each for several in rulebook.rules.values() for each in several],
        rulebook.provisions.values(),
        [each for several in rulebook.standards.values() for each in several],
    )
    # Whatever is looked up on the first day of the edition holds on this very day.
    exact = type(edition)(fresh, day)
    for several in rulebook.rules.values():
        assert said(edition.rule(several[0])) == said(exact.rule(several[0]))


def said(found):
    return found.text("en") if isinstance(found, Message) else (found.of, found.start, found.value)


def test_the_days_of_change_are_those_on_which_something_begins_to_hold_or_to_be_sure():
    rule = amount(entry("2015-01-01", 1), entry("2020-07", 2))
    rulebook = book(rule, standards=(standard(("2021-02-03", 1)),))
    found = [date(2015, 1, 1), date(2020, 7, 1), date(2020, 7, 31), date(2021, 2, 3)]
    assert list(rulebook.days_of_change()) == found
    assert [rulebook.on(day).day for day in found] == found
    assert rulebook.on(date(2000, 1, 1)) is rulebook.on(date(2014, 12, 31))
    assert rulebook.on(date(2030, 1, 1)).day == found[-1]
    told = f"Rulebook({rulebook.jurisdiction.id!r}, rules=1, provisions=0, standards=1)"
    assert repr(rulebook.on(found[0])) == f"Edition({told}, day='2015-01-01')"


def test_the_days_of_change_of_trees_are_those_of_all_that_they_rest_on():
    line = LocalStandard("dibao", LABEL, "元/月", most=1000)
    rests = amount(entry("2015-01-01", 1), since("2020-07", line * "2", CLAUSE))
    rulebook = book(
        rests, amount(entry("2019-03-01", 5), id="other"), standards=(standard(("2021-02-03", 1)),)
    )
    days = rulebook.days_of_change([rests * "2", rests])
    assert days == (date(2015, 1, 1), date(2020, 7, 1), date(2020, 7, 31), date(2021, 2, 3))
    assert set(rulebook.days_of_change()) == {*days, date(2019, 3, 1)}


@settings(max_examples=15)
@given(rulebooks(), days())
def test_what_is_behind_a_rule_is_found_once_each_with_standards(rulebook, day):
    edition = rulebook.on(day)
    for provision in rulebook.provisions.values():
        found = versions_behind(provision.rules, edition)
        assert len({(type(each.of), each.of.id) for each in found}) == len(found)
        for rule in provision.rules:
            version = edition.rule(rule)
            assert isinstance(version, Message) or version in found


def test_rules_that_rest_on_each_other_are_refused_with_the_circle():
    # Nobody can write this down in one file; a district can, by replacing a rule that others rest on.
    below = amount(entry("2015-01-01", 1), id="below")
    above = amount(since("2015-01-01", below + Amount(1, "元/月"), CLAUSE), id="above")
    turned = amount(
        since("2015-01-01", above + Amount(1, "元/月"), CLAUSE), place="city", id="below", above=below
    )
    rulebook = book(below, above, turned)
    with pytest.raises(DeclarationError) as caught:
        versions_behind((above,), rulebook.on(date(2020, 1, 1)))
    assert [each.code for each in caught.value.faults] == ["rule_rests_on_itself"]
    assert "above → below → above" in caught.value.text("en")


# Provisions


def provision(place="china", supersedes=None, id="help", label=LABEL):
    when = condition_rule(
        "when", "china", label, Household, dated(EARLIER, since(2015, household.sudden_hardship, CLAUSE))
    )
    return Provision(
        id, place, label, Topic.SOCIAL_ASSISTANCE, ProvisionKind.SERVICE, when, supersedes=supersedes
    )


def test_of_provisions_only_the_nearest_applies():
    nation, here = provision(), provision("taoyuan", "china", label=Label("另一种", "other"))
    rulebook = book(nation.when, provisions=(nation, here))
    assert rulebook.provision("help") is here
    assert rulebook.provisions_of("Household") == (here,)
    assert rulebook.provisions_of("Person", "Cemetery") == ()
    with pytest.raises(DeclarationError) as caught:
        book(nation.when, provisions=(nation, provision("taoyuan")))
    assert [each.where for each in caught.value.faults] == ["taoyuan:help"]


def test_a_provision_that_there_is_not_is_refused_with_the_closest():
    with pytest.raises(UnknownName) as caught:
        book(provision().when, provisions=(provision(),)).provision("helpp")
    assert "help" in caught.value.text("en")


# Facts of a case


def test_the_facts_of_a_case_are_those_of_the_edition():
    rule = amount(entry("2015-01-01", 1))
    when = provision().when
    rulebook = book(rule, when, standards=(standard(("2015-01-01", 7)),))
    asked = LocalStandard("dibao", LABEL, "元/月")
    day = date(2020, 1, 1)
    facts = CaseFacts(rulebook.on(day), day)
    assert facts.day == day
    assert measure(rule + asked, facts) == Size(8, UNIT)
    assert holds(when, facts, None).missing[0].code == "need_field"
    before = CaseFacts(rulebook.on(date(2000, 1, 1)), date(2000, 1, 1))
    for answer in (measure(rule, before), measure(asked, before), holds(when, before)):
        assert isinstance(answer, Unknown)
        assert answer.missing[0].code == "version_missing"


# Saved and read again


@settings(max_examples=15)
@given(rulebooks(opaque=False), days())
def test_a_rulebook_is_the_same_in_another_process_also_after_it_was_used(rulebook, day):
    edition = rulebook.on(day)
    edition.memo["program"] = lambda: None  # as an engine leaves behind, which cannot be pickled
    hashes = [*map(hash, rulebook.rules.values())]  # which rules keep, and which hold in this process only
    again = pickle.loads(pickle.dumps(rulebook))  # noqa: S301 - it was made in the line above
    assert again.rules == rulebook.rules
    assert not any(hasattr(rule, "_hash") for found in again.rules.values() for rule in found)
    assert [*map(hash, again.rules.values())] == hashes
    assert list(again.provisions) == list(rulebook.provisions)
    for several in rulebook.rules.values():
        assert said(again.on(day).rule(several[0])) == said(edition.rule(several[0]))


def test_a_version_in_force_says_of_what_it_is_since_when_and_where_it_is_laid_down():
    rule = amount(entry("2015-01-01", 1))
    found = book(rule).on(date(2020, 1, 1)).rule(rule)
    assert found == InForce(rule, rule.timeline.latest.start, rule.timeline.latest.value, CLAUSE, latest=True)
    assert found.label == LABEL
