"""The notice and the lines of decisions: what they say, what they hide, and that they load nothing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain.decisions import Answer
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.models import Area, Household, Income, IncomeKind, Person, replaced
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.sources import Document
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.deciding import decide
from civaffairs.errors import LANGUAGES
from civaffairs.present.decided import decisions_lines
from civaffairs.present.decisions import ORDER, decisions_view, to_the_fen
from civaffairs.present.notice import notice

DAY = date(2024, 3, 1)
LAW = Document("taoyuan/rules", Label("细则<b>", "Rules <b>"), "桃源区民政局", "2022-01")
HERE = Jurisdiction("taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china", fictional=True)
VOID = {"meta", "br", "link", "img", "input", "hr"}


def from_2022(tree):
    earlier = Label("没有更早的规定", "there are no earlier rules")
    return dated(earlier, since("2022-01-01", tree, LAW.at("第一条")))


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
    Label("家庭月收入", "household income"),
    Household,
    "元/月",
    from_2022(household.members.total(wages)),
)
poor = condition_rule(
    "poor",
    "taoyuan",
    Label("低保条件", "conditions of Dibao"),
    Household,
    from_2022((total < Amount(1200, "元/月")) & household.assets_within_limits),
)
pay = amount_rule(
    "pay", "taoyuan", Label("低保金", "payment"), Household, "元/月", from_2022(Amount(1200, "元/月") - total)
)
old = condition_rule(
    "old",
    "taoyuan",
    Label("符合探访条件", "conditions of visits"),
    Person,
    from_2022((person.age >= Amount(80, "岁")) & person.economic_hardship & poor),
)
months = amount_rule(
    "months",
    "taoyuan",
    Label("起发月数", "months"),
    Household,
    "月",
    from_2022(
        household.members.count()
        .times(Amount(1, "月"))
        .divided_by(Amount(1, "人"), "月", places=0, rounding="up")
    ),
)
topic = Topic.SOCIAL_ASSISTANCE
DIBAO = Provision(
    "dibao",
    "taoyuan",
    Label("最低生活保障", "Dibao"),
    topic,
    ProvisionKind.CASH,
    poor,
    amount=pay,
    starts_after=months,
    not_modelled=(Label("分档", "tiers"),),
)
VISITS = Provision("visits", "taoyuan", Label("探访", "visits"), topic, ProvisionKind.SERVICE, old)
BOOK = Rulebook.of((HERE,), (wages, total, poor, pay, old, months), (VISITS, DIBAO), ())
FAMILY = Household(
    area=Area.URBAN,
    assets_within_limits=True,
    members=(
        Person(
            born=date(1980, 7, 19),
            name="司马子虚",
            identity_number="11000019491231009X",
            incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(1000)),),
        ),
        Person(born=date(1941, 8, 23), name="欧阳乌有", incomes=()),
    ),
)


def view_of(case):
    return decisions_view(decide(BOOK, case, on=DAY), case)


class Page(HTMLParser):
    """Notes the tags that open and checks that each one closes."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.words = [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("langs", [("zh",), ("en",), LANGUAGES])
def test_a_notice_is_a_page_of_its_own_that_loads_nothing(langs):
    text = notice(view_of(FAMILY), langs)
    page = Page(text)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.seen}
    assert "http" not in text.replace("http-equiv", "")
    assert [attrs["lang"] for tag, attrs in page.seen if tag == "main"] == [
        {"zh": "zh-Hans", "en": "en"}[lang] for lang in langs
    ]
    assert "@media print" in text
    assert "A4" in text


def test_a_notice_says_that_it_is_no_administrative_decision_and_of_which_place_and_day():
    words = " ".join(Page(notice(view_of(FAMILY), ("zh",))).words)
    for said in (
        "估算结果，仅供参考，不作为行政决定",
        "桃源区",
        "2024-03-01",
        "虚构",
        "200.00元/月",
        "2024年5月",
        "分档",
    ):
        assert said in words
    english = " ".join(Page(notice(view_of(FAMILY), ("en",))).words)
    for said in ("not an administrative decision", "200.00 yuan/month", "member 1", "tiers"):
        assert said in english


@pytest.mark.parametrize("everything", [True, False])
def test_nobody_is_named_and_no_number_or_birth_is_shown(everything):
    view = view_of(FAMILY)
    for said in (
        notice(view, LANGUAGES),
        *(decisions_lines(view, lang, everything=everything) for lang in LANGUAGES),
    ):
        assert "司***" in said
        for secret in ("司马", "子虚", "欧阳", "11000019491231009X", "1100", "1980", "1941"):
            assert secret not in said


def test_what_documents_and_names_hold_is_escaped():
    text = notice(view_of(FAMILY), LANGUAGES)
    assert "&lt;b&gt;" in text
    assert "<b>" not in text
    first, second = FAMILY.members
    hostile = replaced(FAMILY, members=(replaced(first, name="<script>"), second))
    assert "<*" not in notice(view_of(hostile), ("zh",))


def test_each_subject_has_the_answers_in_their_order_and_the_case_comes_first():
    view = view_of(FAMILY)
    assert [each.name.text("zh") for each in view.subjects] == [
        "家庭",
        "成员1（司***）",
        "成员2（欧***）",
    ]
    assert dict(view.counts) == {Answer.YES: 1, Answer.CANNOT_TELL: 1, Answer.NO: 1}
    assert tuple(answer for answer, _ in view.counts) == ORDER


def test_what_was_said_once_is_not_said_again():
    view = view_of(replaced(FAMILY, members=(*FAMILY.members, FAMILY.members[1])))
    text = decisions_lines(view, "zh")
    assert text.count("家庭月收入为1000元/月，即") == 1


def test_a_reason_that_is_left_out_is_never_referred_to():
    """What is not met is shown in one line, so nothing may say that its reasons stand above."""
    case = replaced(FAMILY, assets_within_limits=False)
    assert "详见上文" not in decisions_lines(view_of(case), "zh")


def test_the_short_reason_is_the_fact_itself():
    text = decisions_lines(view_of(FAMILY), "zh")
    (line,) = (each for each in text.splitlines() if "✗" in each)
    assert "43" in line
    assert "80岁" in line
    assert "第一条" in line


def test_an_amount_that_cannot_be_told_is_said_so_and_is_not_zero():
    unclear = amount_rule(
        "pay",
        "taoyuan",
        Label("低保金", "payment"),
        Household,
        "元/月",
        from_2022(household.assets.divided_by(Amount(12, "月"), "元/月", places=2, rounding="down")),
    )
    always = condition_rule(
        "poor",
        "taoyuan",
        Label("低保条件", "conditions"),
        Household,
        from_2022(household.assets_within_limits),
    )
    given = Provision(
        "dibao", "taoyuan", Label("低保", "Dibao"), topic, ProvisionKind.CASH, always, amount=unclear
    )
    book = Rulebook.of((HERE,), (unclear, always), (given,), ())
    view = decisions_view(decide(book, FAMILY, on=DAY), FAMILY)
    for said in (decisions_lines(view, "zh"), notice(view, ("zh",))):
        assert "所知不足以算出金额" in said
        assert "（assets）" in said
        assert "0.00元" not in said


@settings(max_examples=20)
@given(st.integers(24, 120), st.sampled_from(LANGUAGES))
def test_on_a_terminal_no_line_is_wider_than_the_terminal(width, lang):
    from rich.cells import cell_len

    text = decisions_lines(view_of(FAMILY), lang, width=width)
    deepest = 2 * 12
    assert all(cell_len(line) <= max(width, 20 + deepest) for line in text.splitlines())
    joined = re.sub(r"\s", "", decisions_lines(view_of(FAMILY), lang))
    assert re.sub(r"\s", "", text) == joined


@given(st.decimals(0, 10**9, places=2))
def test_money_is_shown_to_the_fen_and_stays_the_same(number):
    amount = Amount(number, "元/人·月")
    assert to_the_fen(amount) == amount
    assert re.fullmatch(r"\d+\.\d\d元/人·月", to_the_fen(amount).text("zh"))
    assert to_the_fen(Amount("0.125", "元")).text("zh") == "0.125元"
    assert to_the_fen(Amount(6, "月")).number == 6
