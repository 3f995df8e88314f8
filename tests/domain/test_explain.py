from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain.decisions import Answer
from civaffairs.domain.explain import Explainer, Missing, Reason, called
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import (
    Area,
    Child,
    DisabilityKind,
    Household,
    Income,
    IncomeKind,
    Parent,
    ParentState,
    Person,
)
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.depends import rules_of
from civaffairs.domain.rules.expr import (
    LocalStandard,
    Opaque,
    all_of,
    any_of,
    as_quantity,
    cases,
    greatest,
    least,
)
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import child, household, income, parent, person
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.deciding import decide
from civaffairs.errors import speak, speak_again

DAY = date(2024, 3, 1)
EARLIER = Label("来源中没有更早的规定", "earlier rules are not among the sources")
RULES = Document("taoyuan/rules", Label("桃源区办法", "Rules of Taoyuan"), "桃源区民政局", "2021-06")
NOTICE = Document("taoyuan/notice", Label("桃源区通知", "Notice of Taoyuan"), "桃源区民政局", "2020")
CHINA = Jurisdiction("china", Label("中国", "China"), Level.NATION, "100000", None)
TAOYUAN = Jurisdiction("taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china")


def one(tree, article, start="2021-07-01"):
    return dated(EARLIER, since(start, tree, RULES.at(article)))


def amount(name, zh, en, of, unit, tree, article="第一条", **more):  # noqa: PLR0917 - as it is declared
    return amount_rule(name, "taoyuan", Label(zh, en), of, unit, one(tree, article, **more))


def condition(name, zh, en, of, tree, article="第一条", **more):  # noqa: PLR0917 - as it is declared
    return condition_rule(name, "taoyuan", Label(zh, en), of, one(tree, article, **more))


def standard(node, number, start="2020-01-01"):
    value = Amount(number, node.unit)
    timeline = dated(EARLIER, since(start, value, NOTICE.at(node.id)))
    return Standard(node.id, "taoyuan", node.label, node.unit, Topic.SOCIAL_ASSISTANCE, timeline, Freedom.SET)


URBAN = LocalStandard("dibao_urban", Label("城市低保标准", "the urban Dibao standard"), "元/人·月")
RURAL = LocalStandard("dibao_rural", Label("农村低保标准", "the rural Dibao standard"), "元/人·月")
UNHEARD = LocalStandard("unheard", Label("取暖标准", "the heating standard"), "元/月")
STANDARDS = (standard(URBAN, 600), standard(RURAL, 400))

applicable = amount(
    "applicable",
    "适用的低保标准",
    "Dibao standard that applies",
    Household,
    "元/人·月",
    cases((household.area.is_one_of(Area.URBAN), URBAN), otherwise=RURAL),
    "第二条",
)
counted = amount(
    "counted",
    "计入的收入",
    "counted income",
    Person,
    "元/月",
    person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES, IncomeKind.BUSINESS)),
    "第三条",
)
together = amount(
    "together",
    "家庭月收入",
    "monthly household income",
    Household,
    "元/月",
    household.members.total(counted),
    "第四条",
)
size = amount("size", "家庭人口", "number of persons", Household, "人", household.members.count(), "第五条")
per_head = amount(
    "per_head",
    "家庭月人均收入",
    "monthly income per head",
    Household,
    "元/人·月",
    together.divided_by(size, "元/人·月", places=2, rounding="down"),
    "第六条",
)
admitted = condition(
    "admitted",
    "符合低保条件",
    "meets the conditions of Dibao",
    Household,
    (per_head < applicable) & household.assets_within_limits,
    "第七条",
)
payment = amount(
    "payment",
    "低保金",
    "Dibao payment",
    Household,
    "元/月",
    greatest(applicable.times(size) - together, Amount(0, "元/月")).rounded("元/月", places=0, rounding="up"),
    "第八条",
)


def provision(when, *, amount=None, **more):
    return Provision(
        "tried",
        "taoyuan",
        Label("试行补助", "tried benefit"),
        Topic.SOCIAL_ASSISTANCE,
        ProvisionKind.CASH,
        when,
        amount=amount,
        **more,
    )


DIBAO = provision(admitted, amount=payment)


def decided(given_provision, case, *, standards=STANDARDS, on=DAY):
    return decide(book_of(given_provision, standards), case, on=on).decisions[0]


def book_of(given_provision, standards=STANDARDS):
    found = {}
    waiting = list(given_provision.rules)
    while waiting:
        rule = waiting.pop()
        found[rule.id] = rule
        waiting += [below for entry in rule.timeline for below in rules_of(entry.value)]
    return Rulebook.of((TAOYUAN, CHINA), found.values(), (given_provision,), standards)


def about(tree, case, *, of=Household, standards=STANDARDS):
    """Decide a condition of its own."""
    return decided(provision(condition("asked", "符合条件", "meets it", of, tree)), case, standards=standards)


def worth(tree, case, unit="元/月", of=Household, **more):
    """Return how an amount of its own is explained, where the condition holds."""
    always = condition("always", "属于本地", "is local", of, as_quantity(Amount(1, "1")) > Amount(0, "1"))
    asked = amount("asked", "补助金", "benefit", of, unit, tree)
    return decided(provision(always, amount=asked), case, **more).reasons[-1]


def wages(number):
    return Income(kind=IncomeKind.WAGES, monthly=Decimal(number))


def scholarship(number):
    return Income(kind=IncomeKind.SCHOLARSHIP, monthly=Decimal(number))


def someone(born=1980, **facts):
    return Person(born=date(born, 1, 1), **facts)


def home(*members, **facts):
    return Household(area=facts.pop("area", Area.URBAN), members=members, **facts)


FAMILY = home(
    someone(name="张甲", incomes=(wages(1000), scholarship(300))),
    someone(incomes=()),
    someone(2010, incomes=(scholarship(300),)),
    assets_within_limits=True,
)


def written(reasons, lang, depth=0):
    for reason in reasons:
        yield "  " * depth + reason.text(lang)
        yield from written(reason.parts, lang, depth + 1)


def all_of_them(reasons):
    for reason in reasons:
        yield reason
        yield from all_of_them(reason.parts)


# A whole decision


def test_a_yes_names_facts_standards_dates_and_calculations_each_once():
    decision = decided(DIBAO, FAMILY)
    assert list(written(decision.reasons, "zh")) == [
        "家庭月人均收入为333.33元/人·月，低于适用的低保标准（600元/人·月）",
        "  家庭月人均收入为333.33元/人·月，即家庭月收入（1000元/月）÷家庭人口（3人），保留2位小数，舍去尾数",
        "    家庭月收入为1000元/月，即共同生活的家庭成员的计入的收入合计",
        "      成员1：计入的收入为1000元/月，即收入中收入类别为工资性收入或经营净收入的月收入合计",
        "        收入1：月收入为1000元/月",
        "        收入2：不计入",
        "      成员2、成员3：计入的收入为0元/月",
        "    家庭人口为3人",
        "  适用的低保标准为600元/人·月，即城市低保标准",
        "    城乡类别为城市",
        "    城市低保标准为600元/人·月，自2020年1月1日起执行",
        "家庭财产状况符合当地规定",
        (
            "低保金为800元/月，即（适用的低保标准（600元/人·月）×家庭人口（3人）−家庭月收入（1000元/月））"
            "与0元/月中的较高者，向上取整"
        ),
    ]
    assert list(written(decision.reasons, "en")) == [
        (
            "the monthly income per head is 333.33 yuan/person/month, less than the Dibao standard that "
            "applies (600 yuan/person/month)"
        ),
        (
            "  the monthly income per head is 333.33 yuan/person/month: monthly household income "
            "(1,000 yuan/month) ÷ number of persons (3 persons), rounded down to 2 decimals"
        ),
        "    the monthly household income is 1,000 yuan/month: the total counted income of members",
        (
            "      member 1 – the counted income is 1,000 yuan/month: the total monthly income of incomes "
            "where kind of income is wages or net business income"
        ),
        "        income 1 – the monthly income is 1,000 yuan/month",
        "        income 2 – not counted",
        "      member 2, member 3 – the counted income is 0 yuan/month",
        "    the number of persons is 3 persons",
        "  the Dibao standard that applies is 600 yuan/person/month: the urban Dibao standard",
        "    area is urban",
        "    the urban Dibao standard is 600 yuan/person/month, in force since 1 January 2020",
        "assets within the limits: yes",
        (
            "the Dibao payment is 800 yuan/month: the higher of (Dibao standard that applies "
            "(600 yuan/person/month) × number of persons (3 persons) − monthly household income "
            "(1,000 yuan/month)) and 0 yuan/month, rounded up to a whole number"
        ),
    ]


def test_a_reason_carries_the_clause_that_lays_it_down_and_a_fact_of_the_case_has_none():
    locators = {
        each.zh.partition("为")[0]: each.clause and each.clause.locator
        for each in all_of_them(decided(DIBAO, FAMILY).reasons)
    }
    assert locators["适用的低保标准"] == "第二条"
    assert locators["城市低保标准"] == "dibao_urban"
    assert locators["家庭财产状况符合当地规定"] == "第七条"
    assert locators["城乡类别"] is None
    assert locators["收入1：月收入"] is None


def test_a_reason_and_a_lack_speak_the_language_in_force():
    reason, lack = Reason("是", "yes", True), Missing("members[0]", Label("年龄", "age"))
    token = speak("zh")
    assert (reason.text(), lack.text()) == ("是", "年龄（members[0]）")
    speak_again(token)
    token = speak("en")
    assert (reason.text(), lack.text()) == ("yes", "age (members[0])")
    speak_again(token)


def test_a_no_names_only_what_fails():
    rich = home(someone(incomes=(wages(5000),)), assets_within_limits=True)
    (reason,) = decided(DIBAO, rich).reasons
    assert reason.zh == "家庭月人均收入为5000元/人·月，不低于适用的低保标准（600元/人·月）"
    assert reason.en.endswith(", at least the Dibao standard that applies (600 yuan/person/month)")
    assert reason.holds is False
    (reason,) = decided(DIBAO, evolve_facts(FAMILY, assets_within_limits=False)).reasons
    assert (reason.zh, reason.en) == ("家庭财产状况不符合当地规定", "assets within the limits: no")


def evolve_facts(case, **facts):
    known = {name: getattr(case, name) for name in ("area", "members", "assets_within_limits")}
    return Household(**{**known, **facts})


def test_what_cannot_be_told_names_only_what_is_not_known():
    decision = decided(DIBAO, evolve_facts(FAMILY, members=(someone(), someone(incomes=()))))
    assert list(written(decision.reasons, "zh")) == [
        "家庭月人均收入不明，无法判断是否低于适用的低保标准（600元/人·月）",
        "  家庭月人均收入不明",
        "    家庭月收入不明",
        "      成员1：计入的收入不明",
        "        收入不明",
    ]
    assert decision.reasons[0].en == (
        "the monthly income per head is not known; whether that is less than the Dibao standard that "
        "applies (600 yuan/person/month) cannot be told"
    )
    assert [each.text("zh") for each in decision.missing] == ["收入（members[0].incomes）"]


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        (household.assets_within_limits, "assets_within_limits"),
        (household.assets > Amount(600, "元"), "assets"),
    ],
)
def test_a_fact_that_is_not_known_is_missing_where_it_stands(asked, where):
    assert [each.where for each in about(asked, home(someone())).missing] == [where]


def test_a_standard_that_nobody_published_is_named():
    decision = decided(DIBAO, FAMILY, standards=())
    assert [each.text("zh") for each in decision.missing] == ["桃源区的“城市低保标准”未见于来源"]
    assert list(written(decision.reasons, "zh")) == [
        "家庭月人均收入为333.33元/人·月，无法判断是否低于适用的低保标准（不明）",
        "  适用的低保标准不明",
        "    桃源区的“城市低保标准”未见于来源",
    ]


def test_a_rule_that_did_not_hold_yet_says_so():
    early = date(2020, 6, 1)
    late = provision(admitted)
    decision = decided(late, FAMILY, on=early)
    (reason,) = decision.reasons
    assert reason.holds is None
    assert "来源中没有更早的规定" in reason.zh
    assert [each.what.text("zh") for each in decision.missing] == [reason.zh]
    below = provision(condition("asked", "符合条件", "meets it", Household, ~admitted, start="2019-01-01"))
    (reason,) = decided(below, FAMILY, on=early).reasons
    assert "来源中没有更早的规定" in reason.zh
    amounts = condition(
        "asked", "符合条件", "meets it", Household, per_head > Amount(0, "元/人·月"), start="2019-01-01"
    )
    (reason,) = decided(provision(amounts), FAMILY, on=early).reasons
    assert "来源中没有更早的规定" in reason.parts[0].zh


def test_no_reason_and_no_lack_names_anybody_or_a_date_of_birth():
    hidden = home(someone(name="欧阳某", identity_number=None), assets_within_limits=None)
    for case in (FAMILY, hidden):
        decision = decided(DIBAO, case)
        said = " ".join(
            [
                *written(decision.reasons, "zh"),
                *written(decision.reasons, "en"),
                *(each.text(lang) for each in decision.missing for lang in ("zh", "en")),
            ]
        )
        assert not any(each in said for each in ("张甲", "欧阳", "1980", "2010-"))


# Conditions


@pytest.mark.parametrize(
    ("tree", "facts", "zh", "en", "holds"),
    [
        (person.seriously_ill, {"seriously_ill": True}, "为重病患者", "seriously ill: yes", True),
        (person.seriously_ill, {"seriously_ill": False}, "不是重病患者", "seriously ill: no", False),
        (person.seriously_ill, {}, "是否为重病患者不明", "seriously ill: not known", None),
        (~person.seriously_ill, {"seriously_ill": False}, "不是重病患者", "seriously ill: no", True),
        (~person.seriously_ill, {"seriously_ill": True}, "为重病患者", "seriously ill: yes", False),
        (
            person.disability_kinds.is_one_of(DisabilityKind.MENTAL),
            {"disabled": True, "disability_kinds": (DisabilityKind.MENTAL,)},
            "残疾类别为精神残疾",
            "kinds of disability include mental",
            True,
        ),
        (
            person.disability_kinds.is_one_of(DisabilityKind.MENTAL),
            {"disabled": True, "disability_kinds": (DisabilityKind.VISUAL,)},
            "残疾类别不是精神残疾",
            "kinds of disability do not include mental",
            False,
        ),
        (
            person.disability_kinds.is_one_of(DisabilityKind.MENTAL),
            {},
            "残疾类别不明",
            "the kinds of disability are not known",
            None,
        ),
        (
            person.age >= Amount(80, "岁"),
            {},
            "年龄为44岁，低于80岁",
            "the age is 44 years, less than 80 years",
            False,
        ),
        (
            Amount(40, "岁") < person.age,
            {},
            "年龄为44岁，超过40岁",
            "the age is 44 years, more than 40 years",
            True,
        ),
        (
            person.disability_grade.equals(Amount(1, "1")),
            {"disabled": True, "disability_grade": 2},
            "残疾等级为2，不等于1",
            "the disability grade is 2, other than 1",
            False,
        ),
        (
            as_quantity(Amount(1, "1")) >= person.disability_grade,
            {},
            "1，无法判断是否不低于残疾等级（不明）",
            "1; whether that is at least the disability grade (not known) cannot be told",
            None,
        ),
    ],
)
def test_a_condition_is_said_as_things_are(tree, facts, zh, en, holds):
    (reason,) = about(tree, home(someone(**facts)), of=Person).reasons
    assert (reason.zh, reason.en, reason.holds, reason.parts) == (zh, en, holds, ())


def test_of_alternatives_a_yes_names_those_that_are_so_and_a_no_all():
    tree = any_of(person.seriously_ill, person.disabled)
    said = [
        [
            each.zh
            for each in about(tree, home(someone(seriously_ill=ill, disabled=disabled)), of=Person).reasons
        ]
        for ill, disabled in ((True, False), (False, False), (None, False))
    ]
    assert said == [["为重病患者"], ["不是重病患者", "不是残疾人"], ["是否为重病患者不明"]]


def test_a_denied_conjunction_names_the_terms_that_fail_it_as_what_was_asked_for():
    tree = ~all_of(person.seriously_ill, person.disabled)
    (reason,) = about(tree, home(someone(seriously_ill=True, disabled=False)), of=Person).reasons
    assert (reason.zh, reason.holds) == ("不是残疾人", True)


def test_a_named_condition_is_explained_where_it_is_first_met_and_then_only_named():
    ill = condition("ill", "属于重病人员", "is a patient", Person, person.seriously_ill, "第九条")
    case = home(someone(seriously_ill=True, disabled=True))
    first, _, again = about(ill & person.disabled & ill, case, of=Person).reasons
    assert (first.zh, first.en, first.clause.locator) == ("属于重病人员", "is a patient", "第九条")
    assert [each.zh for each in first.parts] == ["为重病患者"]
    assert (again.zh, again.parts) == ("属于重病人员", ())
    denied = about(~ill, case, of=Person).reasons[0]
    assert (denied.zh, denied.holds, denied.parts[0].holds) == ("属于重病人员", False, False)
    doubtful = about(ill, home(someone()), of=Person).reasons[0]
    assert (doubtful.zh, doubtful.en) == ("是否属于重病人员，无法判断", "is a patient: cannot tell")
    not_so = about(ill, home(someone(seriously_ill=False)), of=Person).reasons[0]
    assert (not_so.zh, not_so.en) == ("不属于重病人员", "is not a patient")


def test_where_a_member_is_such_each_of_them_is_named_and_where_none_is_one_sentence_says_so():
    tree = household.members.any(person.seriously_ill)
    some = about(tree, home(someone(seriously_ill=False), someone(seriously_ill=True))).reasons
    assert list(written(some, "zh")) == ["有共同生活的家庭成员为重病患者", "  成员2：为重病患者"]
    assert list(written(some, "en")) == [
        "at least one of the members: seriously ill",
        "  member 2 – seriously ill: yes",
    ]
    none = about(tree, home(someone(seriously_ill=False))).reasons
    assert list(written(none, "zh")) == ["没有共同生活的家庭成员为重病患者"]
    assert list(written(none, "en")) == ["none of the members: seriously ill"]
    unsure = about(tree, home(someone(seriously_ill=False), someone())).reasons
    assert list(written(unsure, "zh")) == [
        "是否有共同生活的家庭成员为重病患者，无法判断",
        "  成员2：是否为重病患者不明",
    ]
    assert unsure[0].en == "whether at least one of the members is so cannot be told: seriously ill"


def test_where_all_have_to_be_such_those_who_are_not_are_named():
    tree = household.members.all(person.age >= Amount(70, "岁"))
    (all_old,) = about(tree, home(someone(1940))).reasons
    assert (all_old.zh, all_old.holds) == ("所有共同生活的家庭成员的年龄均不低于70岁", True)
    one_young = about(tree, home(someone(1940), someone(1980))).reasons
    assert list(written(one_young, "zh")) == [
        "有共同生活的家庭成员的年龄低于70岁",
        "  成员2：年龄为44岁，低于70岁",
    ]
    assert {each.holds for each in all_of_them(one_young)} == {False}


def test_a_member_goes_before_the_verb_of_an_english_rule():
    ill = condition("ill", "属于重病人员", "is a patient", Person, person.seriously_ill)
    (reason,) = about(household.members.any(ill), home(someone(seriously_ill=True))).reasons
    assert reason.parts[0].en == "member 1 is a patient"


def test_a_list_of_which_nothing_is_known_is_itself_what_is_missing():
    decision = about(person.incomes.any(income.monthly > Amount(0, "元/月")), home(someone()), of=Person)
    assert decision.reasons[0].parts[0].zh == "收入不明"
    assert decision.reasons[0].parts[0].en == "the incomes are not known"
    assert [each.text("en") for each in decision.missing] == ["incomes (members[0].incomes)"]


# Amounts


def test_a_constant_a_fact_and_a_standard_have_no_calculation():
    case = home(someone(other_benefits=Decimal("12.5")))
    assert worth(as_quantity(Amount(200, "元/月")), case).zh == "补助金为200元/月"
    fact = worth(person.other_benefits, case, of=Person)
    assert (fact.zh, fact.en) == (
        "补助金为12.5元/月，即已领取的其他基本生活保障金",
        "the benefit is 12.5 yuan/month: the other living benefits",
    )


@pytest.mark.parametrize(
    ("tree", "zh", "en"),
    [
        (
            URBAN.times(Amount(1, "人")) + Amount(5, "元/月"),
            "城市低保标准（600元/人·月）×1人+5元/月",
            "the urban Dibao standard (600 yuan/person/month) × 1 person + 5 yuan/month",
        ),
        (
            (URBAN.times(Amount(1, "人")) - Amount(5, "元/月")) * "1.5",
            "（城市低保标准（600元/人·月）×1人−5元/月）×1.5",
            "(the urban Dibao standard (600 yuan/person/month) × 1 person − 5 yuan/month) × 1.5",
        ),
        (
            least(Amount(3, "元/月"), Amount(1, "元/月"), Amount(2, "元/月")),
            "3元/月、1元/月与2元/月中的最低者",
            "the lowest of 3 yuan/month, 1 yuan/month and 2 yuan/month",
        ),
        (
            greatest(Amount(3, "元/月"), Amount(1, "元/月")) + Amount(1, "元/月"),
            "（3元/月与1元/月中的较高者）+1元/月",
            "(the higher of 3 yuan/month and 1 yuan/month) + 1 yuan/month",
        ),
        (
            cases((household.area.is_one_of(Area.RURAL), Amount(1, "元/月")), otherwise=Amount(2, "元/月"))
            * 3,
            "2元/月×3",
            "2 yuan/month × 3",
        ),
        (
            cases(
                (household.area.is_one_of(Area.URBAN), as_quantity(Amount(1, "元/月")) + Amount(2, "元/月")),
                otherwise=Amount(2, "元/月"),
            )
            * 3,
            "（1元/月+2元/月）×3",
            "(1 yuan/month + 2 yuan/month) × 3",
        ),
    ],
)
def test_a_calculation_is_written_with_its_figures_and_brackets(tree, zh, en):
    reason = worth(tree, home(someone()))
    assert reason.zh.partition("，即")[2] == zh
    assert reason.en.partition(": ")[2] == en


def test_of_several_cases_only_the_one_given_and_the_way_to_it_are_told():
    tree = cases(
        (household.members.any(person.seriously_ill), URBAN.times(Amount(2, "人"))),
        (household.area.is_one_of(Area.URBAN), URBAN.times(Amount(1, "人"))),
        otherwise=RURAL.times(Amount(1, "人")),
    )
    reason = worth(tree, home(someone(seriously_ill=False)))
    assert list(written(reason.parts, "zh")) == [
        "没有共同生活的家庭成员为重病患者",
        "城乡类别为城市",
        "城市低保标准为600元/人·月，自2020年1月1日起执行",
    ]
    assert all(each.holds is not False for each in all_of_them([reason]))


def test_an_amount_that_cannot_be_told_names_what_makes_it_so_and_nothing_else():
    tree = cases(
        (household.income_unstable, Amount(1, "元/月")),
        (household.sudden_hardship, UNHEARD),
        otherwise=Amount(2, "元/月"),
    )
    unsure = worth(tree, home(someone(), income_unstable=False))
    assert list(written([unsure], "zh")) == ["补助金不明", "  是否遭遇突发困难不明"]
    assert unsure.en == "the benefit is not known"
    unheard = worth(tree, home(someone(), income_unstable=False, sudden_hardship=True))
    assert [each.zh for each in unheard.parts] == ["桃源区的“取暖标准”未见于来源"]
    fact = worth(person.other_benefits + person.work_cost, home(someone(work_cost=Decimal(1))), of=Person)
    assert [each.zh for each in fact.parts] == ["已领取的其他基本生活保障金不明"]


def test_a_standard_is_told_once_however_many_rules_rest_on_it():
    half = amount("half", "半额", "half rate", Household, "元/人·月", URBAN * "0.5")
    tree = (applicable + half).times(Amount(1, "人"))
    told = [each.zh for each in all_of_them([worth(tree, home(someone()))])]
    assert sum(each.startswith("城市低保标准为600元/人·月，自") for each in told) == 1
    assert any(each.startswith("半额为300元/人·月") for each in told)


def test_what_is_known_is_not_missing_beside_what_is_not():
    tree = URBAN.times(household.members.count(person.seriously_ill)) > Amount(0, "元/月")
    assert [each.where for each in about(tree, home(someone())).missing] == ["members[0].seriously_ill"]


def test_a_rule_that_was_told_among_the_reasons_is_not_told_again_with_the_amount():
    decision = decided(provision(admitted, amount=per_head), FAMILY)
    assert decision.reasons[-1].zh.startswith("家庭月人均收入为333.33元/人·月，即")
    assert decision.reasons[-1].parts == ()


def test_an_amount_whose_rule_did_not_hold_yet_says_so():
    always = condition(
        "always", "属于本地", "is local", Household, household.area.is_one_of(Area.URBAN), start="2019-01-01"
    )
    decision = decided(provision(always, amount=size), FAMILY, on=date(2020, 6, 1))
    assert decision.answer is Answer.YES
    assert "来源中没有更早的规定" in decision.reasons[-1].zh
    assert [each.what.text("zh") for each in decision.missing] == [decision.reasons[-1].zh]


def test_those_who_are_counted_are_named_in_one_line():
    minors = household.members.count(person.age < Amount(18, "岁"))
    reason = worth(minors, home(someone(2010), someone(1980), someone(2012)), "人")
    assert (reason.zh, reason.en) == (
        "补助金为2人，即共同生活的家庭成员中年龄低于18岁的人数",
        "the benefit is 2 persons: the number of members where age is less than 18 years",
    )
    assert [(each.zh, each.en) for each in reason.parts] == [
        ("成员1、成员3：计入", "member 1, member 3 – counted")
    ]
    assert worth(minors, home(someone(1980)), "人").parts == ()


def test_what_nobody_can_tell_of_an_item_is_told_of_that_item():
    sick = household.members.count(person.seriously_ill)
    reason = worth(sick, home(someone(seriously_ill=True), someone()), "人")
    assert list(written([reason], "zh")) == ["补助金不明", "  成员2：是否为重病患者不明"]
    costs = household.members.total(person.work_cost)
    reason = worth(costs, home(someone(work_cost=Decimal(5)), someone(), someone(work_cost=Decimal(0))))
    assert list(written([reason], "zh")) == ["补助金不明", "  成员2：必要的就业成本不明"]


def test_what_an_item_adds_is_told_with_what_it_rests_on():
    supplement = cases((person.disabled, Amount(100, "元/月")), otherwise=Amount(0, "元/月"))
    case = home(someone(disabled=True), someone(disabled=False))
    reason = worth(household.members.total(supplement + Amount(0, "元/月")), case)
    assert [each.zh for each in reason.parts[0].parts] == ["为残疾人"]
    assert reason.parts[0].zh.endswith("为100元/月")
    assert reason.parts[1].zh.startswith("成员2：")
    assert worth(household.members.total(supplement), home(someone(disabled=False))).parts == ()


def test_nothing_to_divide_by_is_said():
    minors = household.members.count(person.age < Amount(18, "岁"))
    tree = household.assets.divided_by(minors, "元/人", places=2, rounding="down") > Amount(0, "元/人")
    decision = about(tree, home(someone(), assets=Decimal(5)))
    assert decision.answer is Answer.CANNOT_TELL
    (lack,) = decision.missing
    assert (lack.where, lack.what.code) == ("", "nothing_to_divide_by")


def test_what_an_opaque_computation_lacks_is_named_by_it():
    opaque = Opaque(
        "days",
        "Person",
        Label("待遇天数", "days of benefit"),
        "日",
        least=0,
        most=10,
        places=0,
        clause=RULES.at("第十条"),
        compute=lambda someone_, _day: 5 if someone_.employed else None,
    )
    unknown = about(opaque > Amount(3, "日"), home(someone()), of=Person)
    assert [(each.where, each.what.zh) for each in unknown.missing] == [("members[0].days", "待遇天数")]
    assert unknown.reasons[0].zh == "待遇天数不明，无法判断是否超过3日"
    known = about(opaque > Amount(3, "日"), home(someone(employed=True)), of=Person)
    assert known.reasons[0].en == "the days of benefit are 5 days, more than 3 days"


def test_the_parts_of_a_part_are_called_by_their_own_names():
    gone = child.parents.any(parent.state.is_one_of(ParentState.DEAD))
    parents = (Parent(state=ParentState.CAPABLE), Parent(state=ParentState.DEAD))
    (reason,) = about(gone, home(someone(2015, child=Child(parents=parents))), of=Person).reasons
    assert reason.parts[0].zh == "父母2：父母一方状况为死亡"
    assert called("AnnualCheck", "annual_checks[0]") == Label("年检1", "annual check 1")


def test_an_explainer_tells_each_rule_once_and_a_new_one_tells_it_again():
    decision = decided(DIBAO, FAMILY)
    explainer = Explainer(decision.edition)
    assert explainer.how(per_head, decision.trace).parts
    assert not explainer.how(per_head, decision.trace).parts
    assert Explainer(decision.edition).how(per_head, decision.trace).parts


# What always holds

SMALL = st.sampled_from([0, 1, 500, 1900])
PERSONS = st.builds(
    someone,
    st.sampled_from([1940, 1980, 2012]),
    incomes=st.none()
    | st.lists(st.builds(wages, SMALL) | st.builds(scholarship, SMALL), max_size=2).map(tuple),
    seriously_ill=st.none() | st.booleans(),
    disabled=st.none() | st.booleans(),
)
HOMES = st.builds(
    lambda members, area, assets: Household(area=area, members=tuple(members), assets_within_limits=assets),
    st.lists(PERSONS, min_size=1, max_size=3),
    st.sampled_from(Area),
    st.none() | st.booleans(),
)
CONDITIONS = st.recursive(
    st.sampled_from(
        [
            admitted,
            per_head < applicable * "1.5",
            household.assets_within_limits,
            household.members.any(person.seriously_ill),
            household.members.all(person.disabled | (person.age >= Amount(70, "岁"))),
            household.members.count(person.disabled) >= Amount(2, "人"),
            household.area.is_one_of(Area.URBAN),
        ]
    ),
    lambda inner: st.one_of(
        st.builds(lambda left, right: left & right, inner, inner),
        st.builds(lambda left, right: left | right, inner, inner),
        st.builds(lambda term: ~term, inner),
    ),
    max_leaves=4,
)


@settings(max_examples=100, deadline=None)
@given(CONDITIONS, HOMES)
def test_every_reason_supports_the_answer(tree, case):
    decision = about(tree, case)
    wanted = {Answer.YES: True, Answer.NO: False, Answer.CANNOT_TELL: None}[decision.answer]
    assert decision.reasons
    assert {each.holds for each in decision.reasons} == {wanted}
    # Below a no may stand which case of an amount is given, and that is so.
    assert wanted is not True or all(each.holds is not False for each in all_of_them(decision.reasons))
    assert all(each.zh.strip() and each.en.strip() for each in all_of_them(decision.reasons))


PERSONAL = {"incomes": (), "seriously_ill": False, "disabled": True}


def filled(case, unlisted):
    """The case with every missing fact that is not in a list filled in."""
    members = [
        evolve(
            each,
            **{
                name: value
                for name, value in PERSONAL.items()
                if getattr(each, name) is None and f"members[{position}].{name}" not in unlisted
            },
        )
        for position, each in enumerate(case.members)
    ]
    assets = case.assets_within_limits
    if assets is None and "assets_within_limits" not in unlisted:
        assets = True
    return evolve_facts(case, members=tuple(members), assets_within_limits=assets)


@settings(max_examples=100, deadline=None)
@given(CONDITIONS, HOMES)
def test_facts_that_are_not_named_as_missing_never_settle_the_answer_and_those_that_are_do(tree, case):
    decision = about(tree, case)
    named = {each.where for each in decision.missing}
    assert bool(named) is (decision.answer is Answer.CANNOT_TELL)
    if named:
        assert about(tree, filled(case, named)).answer is Answer.CANNOT_TELL
    assert about(tree, filled(case, set())).answer is not Answer.CANNOT_TELL
