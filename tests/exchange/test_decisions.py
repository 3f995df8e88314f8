"""Records of decisions: they say what was decided, hide of whom, and can be held against a new decision."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from civaffairs.domain.decisions import Answer
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Income, IncomeKind, Person, replaced
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import LocalStandard, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import NotModelled, Timeline, since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.deciding import decide
from civaffairs.errors import InputInvalid
from civaffairs.exchange.converter import loads
from civaffairs.exchange.decisions import (
    DecisionsRecord,
    decisions_text,
    differences,
    read_decisions,
    recorded,
)
from civaffairs.exchange.schema import schema_of

DAY = date(2024, 3, 1)
LAW = Document("taoyuan/rules", Label("细则", "Rules"), "桃源区民政局", "2022-01")
HERE = Jurisdiction("taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china", fictional=True)
EARLIER = Label("没有更早的规定", "there are no earlier rules")
ONE = Label("甲", "one")


def from_2022(tree):
    return dated(EARLIER, since("2022-01-01", tree, LAW.at("第一条")))


def a_book(*, standard=600, share="1"):
    urban = LocalStandard("dibao_urban", Label("城市低保标准", "urban standard"), "元/人·月")
    line = amount_rule(
        "line",
        "taoyuan",
        Label("低保标准", "standard"),
        Household,
        "元/人·月",
        from_2022(cases((household.area.is_one_of(Area.URBAN), urban * share), otherwise=urban * "0.5")),
    )
    wages = amount_rule(
        "wages",
        "taoyuan",
        Label("工资", "wages"),
        Person,
        "元/月",
        from_2022(person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES))),
    )
    total = amount_rule(
        "total",
        "taoyuan",
        Label("家庭月收入", "income"),
        Household,
        "元/月",
        from_2022(household.members.total(wages)),
    )
    need = line.times(household.members.count())
    when = condition_rule(
        "poor",
        "taoyuan",
        Label("低保条件", "conditions"),
        Household,
        from_2022((total < need) & household.assets_within_limits),
    )
    pay = amount_rule(
        "pay", "taoyuan", Label("低保金", "payment"), Household, "元/月", from_2022(need - total)
    )
    old = condition_rule(
        "old",
        "taoyuan",
        Label("年满80周岁", "aged 80"),
        Person,
        from_2022((person.age >= Amount(80, "岁")) & person.economic_hardship),
    )
    next_month = amount_rule(
        "next_month",
        "taoyuan",
        Label("起发月数", "months until paid"),
        Household,
        "月",
        from_2022(cases((household.area.is_one_of(Area.URBAN), Amount(1, "月")), otherwise=Amount(1, "月"))),
    )
    topic = Topic.SOCIAL_ASSISTANCE
    provisions = (
        Provision(
            "dibao",
            "taoyuan",
            Label("最低生活保障", "Dibao"),
            topic,
            ProvisionKind.CASH,
            when,
            amount=pay,
            starts_after=next_month,
            not_modelled=(ONE,),
        ),
        Provision("visits", "taoyuan", Label("探访", "visits"), topic, ProvisionKind.SERVICE, old),
    )
    timeline = Timeline(
        (
            NotModelled(EARLIER, before="2022-01-01"),
            since("2022-01-01", Amount(standard, "元/人·月"), LAW.at("第二条")),
        )
    )
    published = Standard("dibao_urban", "taoyuan", ONE, "元/人·月", topic, timeline, Freedom.SET)
    return Rulebook.of((HERE,), (line, wages, total, when, pay, old, next_month), provisions, (published,))


BOOK = a_book()
FAMILY = Household(
    area=Area.URBAN,
    assets_within_limits=True,
    id="桃家2024-0017",
    members=(
        Person(
            born=date(1980, 7, 19),
            name="司马子虚",
            identity_number="11000019491231009X",
            incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal("1000.50")),),
        ),
        Person(born=date(1941, 8, 23), name="欧阳乌有", incomes=()),
    ),
)


def answers(record):
    return {(each.provision, each.about): each.answer for each in record.decisions}


def test_a_record_says_what_the_decisions_say():
    decided = decide(BOOK, FAMILY, on=DAY)
    record = recorded(decided)
    assert answers(record) == {
        ("dibao", ""): Answer.YES,
        ("visits", "members[0]"): Answer.NO,
        ("visits", "members[1]"): Answer.CANNOT_TELL,
    }
    dibao = record.decisions[0]
    assert dibao.amount == Amount("199.50", "元/月")
    assert str(dibao.starts) == "2024-04"
    assert (dibao.review, dibao.ends) == (None, None)
    assert dibao.digest == decided["dibao"].digest
    assert dibao.reasons[0].clause.document == "taoyuan/rules"
    assert dibao.not_modelled == (ONE,)
    assert {each.id for each in dibao.used} >= {"poor", "pay", "line", "total", "wages", "dibao_urban"}
    standard = next(each for each in dibao.used if each.id == "dibao_urban")
    assert standard.value == Amount(600, "元/人·月")
    assert dibao.notices[0].zh != dibao.notices[0].en
    assert [each.where for each in record.decisions[2].missing] == ["members[1].economic_hardship"]


def test_a_record_comes_back_from_its_text_and_fits_its_schema(tmp_path):
    decided = decide(BOOK, FAMILY, on=DAY)
    text = decisions_text(decided)
    path = tmp_path / "record.json"
    path.write_text(text, "utf-8")
    assert loads(text, DecisionsRecord) == read_decisions(path) == recorded(decided)
    Draft202012Validator(schema_of(DecisionsRecord)).validate(json.loads(text))
    assert decisions_text(decide(BOOK, FAMILY, on=DAY)) == text


def test_every_key_of_a_record_is_there_even_where_nothing_stands_in_it():
    (dibao, *_) = json.loads(decisions_text(decide(BOOK, FAMILY, on=DAY)))["decisions"]
    assert {"review", "ends", "amount", "missing"} <= set(dibao)
    assert dibao["review"] is None
    assert dibao["amount"] == {"value": "199.5", "unit": "yuan/month"}


def test_a_record_shows_no_name_number_or_date_of_birth():
    text = decisions_text(decide(BOOK, FAMILY, on=DAY))
    for secret in ("司马", "子虚", "欧阳", "1100001949", "1980", "1941-", "桃家"):
        assert secret not in text


def test_what_is_made_again_with_the_same_rules_and_facts_is_the_same():
    record = recorded(decide(BOOK, FAMILY, on=DAY))
    assert differences(record, decide(a_book(), FAMILY, on=DAY)) == ()


@settings(max_examples=15)
@given(
    st.decimals(0, 3000, places=2), st.sampled_from([None, True, False]), st.sampled_from([None, True, False])
)
def test_a_changed_fact_that_was_read_always_shows(wage, assets, hardship):
    first, second = FAMILY.members
    paid = (Income(kind=IncomeKind.WAGES, monthly=wage),)
    other = replaced(
        FAMILY,
        assets_within_limits=assets,
        members=(replaced(first, incomes=paid), replaced(second, economic_hardship=hardship)),
    )
    record = recorded(decide(BOOK, FAMILY, on=DAY))
    same = (wage, assets, hardship) == (Decimal("1000.50"), True, None)
    assert bool(differences(record, decide(BOOK, other, on=DAY))) is not same


@pytest.mark.parametrize(
    ("book", "said"),
    [
        (a_book(standard=700), ("199.5元/月", "399.5元/月", "“甲”")),
        (a_book(share="1.5"), ("199.5元/月", "799.5元/月", "“低保标准”")),
    ],
)
def test_a_change_of_the_rules_is_named(book, said):
    record = recorded(decide(BOOK, FAMILY, on=DAY))
    text = "\n".join(each.text("zh") for each in differences(record, decide(book, FAMILY, on=DAY)))
    for word in said:
        assert word in text


def test_an_answer_that_turned_and_one_that_is_gone_are_named():
    record = recorded(decide(BOOK, FAMILY, on=DAY))
    turned = differences(record, decide(BOOK, replaced(FAMILY, assets_within_limits=False), on=DAY))
    assert any("不符合条件" in each.text("zh") for each in turned)
    gone = evolve(record.decisions[1], about="members[7]")
    record = evolve(record, decisions=(gone,))
    (said,) = differences(record, decide(BOOK, FAMILY, on=DAY))
    assert "members[7]" in said.text("en")


def test_a_fact_behind_an_answer_that_stays_is_a_difference_too():
    record = recorded(decide(BOOK, FAMILY, on=DAY))
    (first, second) = FAMILY.members
    older = replaced(FAMILY, members=(replaced(first, born=date(1970, 7, 19)), second))
    (said,) = differences(record, decide(BOOK, older, on=DAY))
    assert "facts" in said.text("en")


def test_a_record_of_another_day_is_not_compared():
    record = recorded(decide(BOOK, FAMILY, on=DAY))
    with pytest.raises(InputInvalid) as caught:
        differences(record, decide(BOOK, FAMILY, on=date(2024, 3, 2)))
    assert "2024-03-01" in caught.value.text("zh")


def test_what_is_no_record_is_refused_with_its_file(tmp_path):
    path = tmp_path / "record.json"
    path.write_text('{"format": "other/1", "decisions": [{"answer": "perhaps"}]}', "utf-8")
    with pytest.raises(InputInvalid) as caught:
        read_decisions(path)
    places = {each.where: each.code for each in caught.value.faults}
    assert places["record.json, format"] == "member_unknown"
    assert places["record.json, decisions[0].answer"] == "member_unknown"
    assert all(each.startswith("record.json") for each in places)
