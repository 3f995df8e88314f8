"""Proposals and changed rulebooks: another value, in force on every day, and nothing else is other."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import Household
from civaffairs.domain.names import Label
from civaffairs.domain.proposals import Proposal
from civaffairs.domain.rulebook import SUPPOSED, InForce, Rulebook
from civaffairs.domain.rules.evaluate import Unknown, measure
from civaffairs.domain.rules.expr import LocalStandard, as_quantity
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Floor, Freedom, Standard
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, Size
from civaffairs.errors import DeclarationError, Message

LABEL, EARLIER = Label("补贴", "allowance"), Label("更早的没有收录", "nothing earlier is modelled")
CLAUSE = Document("taoyuan/rules", LABEL, "", 2021).at("一")
LETTER = Document("taoyuan/letter", LABEL, "", 2024).at("二")
NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
DISTRICT = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china", fictional=True
)
CARE = Topic.SOCIAL_ASSISTANCE
DIBAO = LocalStandard("dibao", LABEL, "元/月")
NURSING = LocalStandard("nursing", LABEL, "元/月")
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def amount(number, unit="元/月"):
    return Amount(number, unit)


def standard(number, place="taoyuan", floor=None):
    values = dated(EARLIER, since("2022-07", amount(number), CLAUSE))
    return Standard("dibao", place, LABEL, "元/月", CARE, values, Freedom.SET, floor)


def rule(tree, place="taoyuan", start="2022-01-01", id="allowance"):
    return amount_rule(id, place, LABEL, Household, "元/月", dated(EARLIER, since(start, tree, CLAUSE)))


NATIONAL = rule(DIBAO + NURSING, place="china")
TWICE = rule(DIBAO * 2)
FLOOR = Floor(as_quantity(amount(500)), CLAUSE)


def book(rules=(NATIONAL,), standards=None):
    declared = (standard(600, floor=FLOOR), standard(550, place="china"))
    return Rulebook.of((DISTRICT, NATION), rules, (), declared if standards is None else standards)


def said(rulebook, tree, day=date(2024, 9, 1)):
    """What a tree comes to on a day: a number, or None where it cannot be told."""
    found = measure(tree, CaseFacts(rulebook.on(day), day))
    return None if isinstance(found, Unknown) else found.number


def in_force(rulebook, day, local=DIBAO):
    found = rulebook.on(day).standard(local)
    return found.code if isinstance(found, Message) else int(found.value.number)


@given(day=DAYS)
def test_a_changed_standard_is_in_force_on_every_day_and_the_rulebook_itself_stays(day):
    before = book()
    first = in_force(before, day)
    after = before.changed({"dibao": amount(720)})
    assert in_force(after, day) == 720
    assert in_force(before, day) == first


def test_what_is_changed_keeps_its_floor_and_cites_that_it_is_supposed():
    found = book().changed({"dibao": amount(720)}).on(date(2024, 9, 1)).standard(DIBAO)
    assert isinstance(found, InForce)
    assert found.clause == SUPPOSED
    assert found.of.floor == FLOOR
    assert found.of.jurisdiction == "taoyuan"


def test_the_standard_of_a_place_above_is_changed_here_and_stays_behind_it():
    after = book(standards=(standard(550, place="china"),)).changed({"dibao": amount(720)})
    assert [each.jurisdiction for each in after.standards["dibao"]] == ["taoyuan", "china"]
    assert in_force(after, date(1950, 1, 1)) == 720


def test_a_standard_that_a_rule_asks_for_and_nobody_declares_can_be_supposed():
    before = book()
    after = before.changed({"nursing": amount(80)})
    assert sorted(before.named_standards) == ["dibao", "nursing"]
    assert said(before, NATIONAL) is None
    assert said(after, NATIONAL) == 680


def test_a_changed_rule_is_found_by_its_id_on_every_day_with_its_latest_version():
    late = rule(DIBAO * 2, start="2030-01-01")
    after = book().changed({"dibao": amount(10)}, [late])
    assert said(after, NATIONAL, date(1999, 1, 1)) == 20
    assert [each.jurisdiction for each in after.rules["allowance"]] == ["taoyuan", "china"]
    again = after.changed(rules=[rule(DIBAO * 3)])
    assert said(again, NATIONAL) == 30
    assert len(again.rules["allowance"]) == 2


def test_a_rule_that_is_new_is_there_for_others_to_rest_on():
    new = rule(DIBAO * 2, id="twice")
    after = book().changed(rules=[new, rule(new + amount(1))])
    assert said(after, NATIONAL) == 1201


def test_a_changed_condition_is_in_force_on_every_day_too():
    poor = condition_rule(
        "poor",
        "taoyuan",
        LABEL,
        Household,
        dated(EARLIER, since(2030, household.assets <= Amount(1, "元"), CLAUSE)),
    )
    found = book().changed(rules=[poor]).on(date(1999, 1, 1)).rule(poor)
    assert isinstance(found, InForce)
    assert found.value == poor.timeline.latest.value


def test_the_days_of_change_hold_for_the_changed_rulebook_too():
    after = book().changed({"dibao": amount(720)}, [TWICE])
    day = date(2022, 1, 1)
    assert said(after, TWICE, day - timedelta(days=1)) == said(after, TWICE, day) == 1440


def test_everything_that_cannot_be_changed_is_said_at_once():
    poor = condition_rule(
        "allowance",
        "taoyuan",
        LABEL,
        Household,
        dated(EARLIER, since(2022, household.assets <= Amount(1, "元"), CLAUSE)),
    )
    wrong = {"dibau": amount(1), "dibao": amount(1, "元/人")}
    with pytest.raises(DeclarationError) as error:
        book().changed(wrong, [poor])
    assert [each.code for each in error.value.faults] == ["unknown_name", "unit_clash", "supersedes_another"]
    assert "dibao" in error.value.faults[0].text("en")


def test_a_changed_rulebook_goes_to_another_process():
    after = pickle.loads(pickle.dumps(book().changed({"dibao": amount(720)})))  # noqa: S301 - our own
    assert in_force(after, date(2024, 9, 1)) == 720


def proposal(**changes):
    return Proposal("more", "taoyuan", LABEL, CARE, LETTER, **changes)


def test_a_proposal_is_tried_with_its_own_clause():
    after = proposal(standards={"dibao": amount(720)}, rules=[TWICE]).in_(book())
    found = after.on(date(2024, 9, 1)).standard(DIBAO)
    assert isinstance(found, InForce)
    assert (found.clause, said(after, NATIONAL)) == (LETTER, 1440)


def test_proposals_are_values():
    one, other = (proposal(standards={"dibao": amount(720)}) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert one != proposal(standards={"dibao": amount(721)})


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, ["proposal_empty"]),
        ({"standards": {"dibao": 720}}, ["proposal_amount"]),
        ({"rules": [DIBAO * 2]}, ["proposal_rule"]),
        ({"rules": [TWICE, TWICE]}, ["declared_twice"]),
        ({"standards": [("dibao", amount(1)), ("dibao", 2)]}, ["proposal_amount", "declared_twice"]),
    ],
)
def test_what_is_no_proposal_is_refused_where_it_is_declared(changes, codes):
    with pytest.raises(DeclarationError) as error:
        proposal(**changes)
    assert [each.code for each in error.value.faults] == codes


def test_an_amount_may_be_in_any_unit_of_its_kind():
    after = book().changed({"dibao": amount(8400, "元/年")})
    found = measure(DIBAO, CaseFacts(after.on(date(2024, 9, 1)), date(2024, 9, 1)))
    assert isinstance(found, Size)
    assert found.in_unit(DIBAO.unit) == 700
