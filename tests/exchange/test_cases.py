"""Cases in files: what is read, what is refused and how that is said, and what a case to fill in holds."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import (
    Area,
    Child,
    Dependence,
    Household,
    IncomeKind,
    Person,
    SocialOrg,
    Supporter,
)
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import child, household, income, organisation, person, supporter
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import InputInvalid
from civaffairs.exchange.blank_cases import blank_case
from civaffairs.exchange.cases import KINDS, CaseFile, case_from, case_text, kind_of, read_case
from civaffairs.exchange.schema import schema_of
from civaffairs.testing import strategies as some

SCHEMA = Draft202012Validator(schema_of(CaseFile))
MEMBER = {"born": "1950-03-01"}
LAW = Document("taoyuan/rules", Label("细则", "Rules"), "桃源区民政局", "2022-01")
HERE = Jurisdiction("taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china", fictional=True)


def of_member(**facts):
    return json.dumps({"household": {"area": "urban", "members": [{**MEMBER, **facts}]}}, ensure_ascii=False)


def refused(text):
    with pytest.raises(InputInvalid) as caught:
        case_from(text)
    for each in caught.value.faults:
        assert each.what.mend("zh"), each.code
        assert each.what.mend("en"), each.code
        assert each.text("zh") != each.text("en")
    return {each.where: each for each in caught.value.faults}


# --- reading ---


def test_the_key_says_what_kind_of_thing_the_case_is():
    home = case_from('{"household": {"area": "rural", "members": [{"born": "1950-03-01", "incomes": []}]}}')
    assert home == Household(area=Area.RURAL, members=(Person(born=date(1950, 3, 1), incomes=()),))
    assert home.members[0].disabled is None


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_every_kind_of_case_comes_back_from_its_own_text(kind, data):
    case = data.draw(some.models(KINDS[kind]))
    text = case_text(case)
    assert case_from(text) == case
    assert kind_of(case) == kind
    SCHEMA.validate(json.loads(text))


def test_null_and_absence_both_say_that_something_is_not_known():
    assert case_from(of_member(disabled=None, incomes=None)) == case_from(of_member())


def test_a_byte_order_mark_does_no_harm():
    assert case_from(b"\xef\xbb\xbf" + of_member().encode()) == case_from(of_member())


def test_no_float_is_ever_made():
    text = '{"household": {"area": "urban", "members": [{"born": "1950-03-01", "work_cost": 0.10}]}}'
    cost = case_from(text).members[0].work_cost
    assert isinstance(cost, Decimal)
    assert str(cost) == "0.10"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "case_kind_missing"),
        ("{}", "case_kind_missing"),
        ("null", "case_kind_missing"),
        ('{"area": "urban", "members": []}', "case_kind_missing"),
        ('{"area": "urban"}', "case_kind_missing"),
        ('{"family": {}}', "case_kind_unknown"),
        ('{"张小甲": {}}', "case_kind_unknown"),
        ('{"household": null}', "case_blank"),
        ('{"household": {}, "cemetery": {}}', "case_kinds_several"),
        ('{"household": {"area": "urban",}}', "json_syntax"),
        ('{"household": {}, "household": {}}', "key_repeated"),
        ("[" * 100_000, "nested_too_deep"),
    ],
)
def test_what_is_no_case_is_refused_by_what_is_wrong_with_it(text, code):
    assert {each.code for each in refused(text).values()} == {code}
    assert "小甲" not in str([each.text() for each in refused(text).values()])


@pytest.mark.parametrize(
    ("encoding", "said"), [("gbk", "GBK"), ("gb18030", "GBK"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")]
)
def test_another_encoding_is_named(encoding, said):
    (fault,) = refused(of_member(name="张小甲").encode(encoding)).values()
    assert said in fault.text("zh")


def test_bytes_in_no_known_encoding_are_refused():
    (fault,) = refused(b'{"household": "\xff\xff"}').values()
    assert fault.code == "json_not_utf8"


def test_everything_that_is_wrong_is_said_at_once_with_file_and_path(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(
        '{"household": {"area": "city", "members": [{"born": "1950/3/1", "disabilty": true}], "assets": -1}}',
        "utf-8",
    )
    with pytest.raises(InputInvalid) as caught:
        read_case(path)
    assert {each.where: each.code for each in caught.value.faults} == {
        "case.json, household.area": "member_unknown",
        "case.json, household.members[0].born": "data_type",
        "case.json, household.members[0].disabilty": "key_unknown",
        "case.json, household.assets": "fact_too_small",
    }
    unknown = next(each for each in caught.value.faults if each.code == "key_unknown")
    assert "disabled" in unknown.text("en")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputInvalid) as caught:
        read_case(tmp_path / "none.json")
    assert caught.value.faults[0].where == "none.json"


@pytest.mark.parametrize(
    ("facts", "where", "hint"),
    [
        ({"work_cost": "1000元"}, "work_cost", "hint_without_unit"),
        ({"work_cost": "¥1000"}, "work_cost", "hint_without_unit"),
        ({"work_cost": "１０００"}, "work_cost", "hint_plain_digits"),
        ({"work_cost": " 1000"}, "work_cost", "hint_plain_digits"),
        ({"work_cost": "1,000.00"}, "work_cost", "hint_without_commas"),
        ({"work_cost": ""}, "work_cost", "hint_unknown"),
        ({"work_cost": "不详"}, "work_cost", "hint_unknown"),
        ({"work_cost": "about one"}, "work_cost", "hint_exact"),
        ({"born": "2010/3/1"}, "born", "hint_date_form"),
        ({"born": "2010年3月1日"}, "born", "hint_date_form"),
        ({"born": "20100301"}, "born", "hint_date_form"),
        ({"born": 20100301}, "born", "hint_date_form"),
        ({"born": 40238}, "born", "hint_date_serial"),
        ({"born": 40238.5}, "born", "hint_date_serial"),
        ({"born": "last spring"}, "born", "hint_date"),
        ({"disabled": "不明"}, "disabled", "hint_unknown"),
        ({"disabled": "是"}, "disabled", "hint_truth"),
        ({"disabled": 1}, "disabled", "hint_truth"),
        ({"disability_grade": "2"}, "disability_grade", "hint_whole"),
    ],
)
def test_what_people_write_is_not_guessed_at_but_told_how_to_write(facts, where, hint):
    found = refused(of_member(**facts))[f"household.members[0].{where}"]
    assert dict(found.what.args)["hint"].code == hint


def test_the_name_of_a_term_is_answered_with_its_id():
    found = refused(of_member(dependence="完全失能"))["household.members[0].dependence"]
    assert found.what.mend("en") == f"Write {Dependence.FULLY_DEPENDENT.id}"


@given(st.text(alphabet="0123456789０１２元,./- 年月日￥约", min_size=1, max_size=12))
def test_whatever_stands_for_a_number_or_a_date_is_read_or_refused_with_a_hint_and_never_shown(text):
    for fact in ("born", "work_cost"):
        try:
            case_from(of_member(**{fact: text}))
        except InputInvalid as error:
            for each in error.faults:
                said = each.text("zh") + each.text("en")
                assert each.what.mend("zh")
                assert len(text) < 8 or text not in said


def test_an_identity_number_in_the_wrong_place_is_masked():
    number = "110000194912310091"
    for facts in ({"name": [number]}, {number: 1}, {"identity_number": number}, {"dependence": number}):
        said = " ".join(each.text("en") for each in refused(of_member(**facts)).values())
        assert number not in said


# --- schema ---


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        ({"household": {"area": "urban", "members": [MEMBER]}}, True),
        ({"household": {"area": "urban", "members": []}}, False),
        ({"household": None}, False),
        ({"family": {}}, False),
        ({}, False),
        ({"cemetery": {"name": "一", "nature": "commercial"}}, True),
        (
            {"cemetery": {"name": "一", "nature": "commercial"}, "deceased": {"id": "一"}},
            False,
        ),
    ],
)
def test_the_schema_and_the_reader_agree_on_what_a_case_is(data, valid):
    assert SCHEMA.is_valid(data) is valid
    text = json.dumps(data)
    if valid:
        assert case_from(text)
    else:
        refused(text)


def test_every_kind_has_both_names_in_the_schema():
    schema = schema_of(CaseFile)["$defs"]["CaseFile"]
    assert set(schema["properties"]) == set(KINDS)
    assert schema["properties"]["household"]["x-title-zh"] == "家庭"


# --- a case to fill in ---


def a_book(*rules_and_provisions):
    rules = [each for each in rules_and_provisions if not isinstance(each, Provision)]
    provisions = [each for each in rules_and_provisions if isinstance(each, Provision)]
    return Rulebook.of((HERE,), rules, provisions, ())


def from_2022(tree):
    earlier = Label("没有更早的规定", "there are no earlier rules")
    return dated(earlier, since("2022-01-01", tree, LAW.at("第一条")))


def a_provision(name, of, tree, amount=None):
    label = Label("甲", "one")
    when = condition_rule(f"{name}_when", "taoyuan", label, of, from_2022(tree))
    kind = ProvisionKind.SERVICE
    return Provision(name, "taoyuan", label, Topic.SOCIAL_ASSISTANCE, kind, when, amount=amount)


wages = amount_rule(
    "wages",
    "taoyuan",
    Label("工资", "wages"),
    Person,
    "元/月",
    from_2022(person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES))),
)
poor = a_provision(
    "poor",
    Household,
    (household.members.total(wages) < Amount(900, "元/月")) & household.assets_within_limits,
)
lone = a_provision(
    "lone", Person, (person.age >= Amount(60, "岁")) & ~person.supporters.any(supporter.disabled)
)
orphans = a_provision("orphans", Person, child.orphan)
graded = a_provision("graded", SocialOrg, organisation.years_registered >= Amount(2, "年"))


def test_a_case_to_fill_in_holds_what_the_rules_rest_on_and_nothing_else():
    text = blank_case(a_book(wages, poor, lone, orphans))
    home = json.loads(text)["household"]
    assert set(home) == {"area", "members", "assets_within_limits"}
    first, second, third = home["members"]
    assert set(first) == {"born", "incomes", "supporters"}
    assert first["incomes"] == [{"kind": "wages", "monthly": "3000.00"}]
    assert first["supporters"] == [{"disabled": None}]
    assert (second["incomes"], second["supporters"]) == (None, None)
    assert third["child"] == {"orphan": None}
    SCHEMA.validate(json.loads(text))
    case = case_from(text)
    assert case.members[0].supporters == (Supporter(),)
    assert case.members[2].child == Child()


def test_what_is_derived_from_dates_asks_for_the_dates():
    org = json.loads(blank_case(a_book(graded), "social_org"))["social_org"]
    assert org["registered"] is None
    assert org["name"]
    assert case_from(blank_case(a_book(graded), "social_org")).registered is None


def test_no_case_to_fill_in_is_written_where_no_provision_is_about_it():
    with pytest.raises(InputInvalid) as caught:
        blank_case(a_book(graded))
    assert "social_org" in caught.value.text("en")
