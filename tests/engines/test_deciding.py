"""Deciding a case: every provision about it; knowing less never turns an answer; refusals name the place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from civaffairs.domain.decisions import Answer
from civaffairs.domain.jurisdictions import NATION_CODE, Jurisdiction, Level
from civaffairs.domain.models import (
    Area,
    Cemetery,
    CemeteryNature,
    Household,
    Income,
    IncomeKind,
    OrgKind,
    Person,
    SocialOrg,
    Supporter,
    attributes,
    is_model,
    replaced,
)
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.expr import LocalStandard, as_quantity, cases
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import cemetery, household, income, organisation, person
from civaffairs.domain.sources import Document
from civaffairs.domain.standards import Freedom, Standard
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.engines.deciding import decide, program_of, replay
from civaffairs.engines.shapes import shaper_of
from civaffairs.errors import LANGUAGES, InputInvalid, ModelInvalid, UnknownName
from civaffairs.testing.cases import days, households, rulebooks

LABEL, EARLIER = Label("规则", "rule"), Label("更早的没有收录", "nothing earlier is modelled")
CLAUSE = Document("taoyuan/rules", Label("办法", "Rules"), "", 2021).at("一")
NATION = Jurisdiction("china", Label("全国", "China"), Level.NATION, NATION_CODE)
TAOYUAN = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan"), Level.DISTRICT, "990101", "china", fictional=True
)
DAY = date(2024, 3, 1)


def amount(name, of, unit, tree, start="2021-01-01"):
    return amount_rule(name, "china", Label(name, name), of, unit, dated(EARLIER, since(start, tree, CLAUSE)))


def condition(name, of, tree, start="2021-01-01"):
    return condition_rule(name, "china", Label(name, name), of, dated(EARLIER, since(start, tree, CLAUSE)))


def standard(name, *numbers):
    values = [since(start, Amount(number, "元/人·月"), CLAUSE) for start, number in numbers]
    return Standard(
        name, "taoyuan", LABEL, "元/人·月", Topic.SOCIAL_ASSISTANCE, dated(EARLIER, *values), Freedom.SET
    )


def provision(name, when, kind=ProvisionKind.CASH, **amounts):
    return Provision(name, "china", Label(name, name), Topic.SOCIAL_ASSISTANCE, kind, when, **amounts)


urban, rural = (LocalStandard(f"dibao_{area}", LABEL, "元/人·月") for area in ("urban", "rural"))
line = amount(
    "line", Household, "元/人·月", cases((household.area.is_one_of(Area.URBAN), urban), otherwise=rural)
)
wages = amount(
    "wages",
    Person,
    "元/月",
    person.incomes.total(income.monthly, where=income.kind.is_one_of(IncomeKind.WAGES)),
)
earned = amount("earned", Household, "元/月", household.members.total(wages))
head = amount(
    "head",
    Household,
    "元/人·月",
    earned.divided_by(household.members.count(), "元/人·月", places=2, rounding="down"),
)
poor = condition("poor", Household, (head < line) & household.assets_within_limits)
gap = amount("gap", Household, "元/月", line.times(household.members.count()) - earned)
next_month = amount("next_month", Household, "月", as_quantity(Amount(1, "月")))
old = condition("old", Person, person.age >= Amount(80, "岁"))
heavy = condition("heavy", Person, person.disabled & (person.disability_grade <= Amount(2, "1")))
ecological = condition("ecological", Cemetery, cemetery.single_plot_area <= Amount("0.5", "平方米/个墓位"))
senior = condition("senior", SocialOrg, organisation.years_registered >= Amount(5, "年"))
RULES = (line, wages, earned, head, poor, gap, next_month, old, heavy, ecological, senior)
DIBAO = provision("dibao", poor, amount=gap, starts_after=next_month)
PROVISIONS = (
    DIBAO,
    provision("old_age", old),
    provision("disability", heavy, ProvisionKind.STATUS),
    provision("plots", ecological, ProvisionKind.REQUIREMENT),
    provision("senior", senior, ProvisionKind.STATUS),
)
STANDARDS = (
    standard("dibao_urban", ("2020-01-01", 600), ("2024-01-01", 700)),
    standard("dibao_rural", ("2020-01-01", 400)),
)


def book(rules=RULES, provisions=PROVISIONS, standards=STANDARDS):
    return Rulebook.of((TAOYUAN, NATION), rules, provisions, standards)


BOOK = book()


def earning(*monthly, born=date(1980, 1, 1), **facts):
    incomes = tuple(Income(kind=IncomeKind.WAGES, monthly=Decimal(each)) for each in monthly)
    return Person(born=born, incomes=incomes, **facts)


HOME = Household(
    area=Area.URBAN,
    assets_within_limits=True,
    members=(earning("1000"), earning(), earning(born=date(1940, 5, 5))),
)


def test_a_household_is_decided_as_a_whole_and_each_of_its_members():
    found = decide(BOOK, HOME, on=DAY)
    assert [(each.provision.id, each.about, each.answer) for each in found] == [
        ("dibao", "", Answer.YES),
        ("old_age", "members[0]", Answer.NO),
        ("old_age", "members[1]", Answer.NO),
        ("old_age", "members[2]", Answer.YES),
        ("disability", "members[0]", Answer.CANNOT_TELL),
        ("disability", "members[1]", Answer.CANNOT_TELL),
        ("disability", "members[2]", Answer.CANNOT_TELL),
    ]
    assert found["dibao"].amount == Amount(1100, "元/月")
    assert str(found["dibao"].starts) == "2024-04"
    assert (found.place, found.on) == (TAOYUAN, DAY)


def test_a_standard_for_a_year_is_the_number_that_it_is_for_a_month():
    value = since("2020-01-01", Amount(8400, "元/人·年"), CLAUSE)
    yearly = Standard(
        "dibao_urban",
        "taoyuan",
        LABEL,
        "元/人·年",
        Topic.SOCIAL_ASSISTANCE,
        dated(EARLIER, value),
        Freedom.SET,
    )
    changed = book(standards=(yearly, STANDARDS[1]))
    assert decide(changed, HOME, on=DAY)["dibao"].amount == Amount(1100, "元/月")
    shape = shaper_of(changed.on(DAY)).shape(urban)
    assert (shape.scale, shape.least, shape.most) == (1, 700, 700)  # and not twelve times as many twelfths


def test_other_things_are_decided_too():
    yard = Cemetery(name="桃花公墓", nature=CemeteryNature.PUBLIC_BENEFIT, single_plot_area=Decimal("0.5"))
    assert decide(BOOK, yard, on=DAY)["plots"].answer is Answer.YES
    assert decide(BOOK, replaced(yard, single_plot_area=Decimal("0.51")), on=DAY)["plots"].answer is Answer.NO
    assert decide(BOOK, replaced(yard, single_plot_area=None), on=DAY)["plots"].answer is Answer.CANNOT_TELL


def test_only_what_is_asked_for_is_decided_in_the_order_in_which_it_is_asked_for():
    found = decide(BOOK, HOME, on=DAY, provisions=["old_age", "dibao"])
    assert [each.provision.id for each in found] == ["old_age", "old_age", "old_age", "dibao"]


def test_a_provision_is_compiled_once_for_each_edition():
    first, second = BOOK.on(date(2023, 6, 1)), BOOK.on(DAY)
    assert program_of(DIBAO, first) is program_of(DIBAO, BOOK.on(date(2023, 7, 1)))
    assert program_of(DIBAO, first) is not program_of(DIBAO, second)
    assert decide(BOOK, HOME, on=date(2023, 6, 1))["dibao"].amount == Amount(800, "元/月")


# What cannot be decided


def refused(case, on=DAY, rulebook=BOOK, **options):
    with pytest.raises(InputInvalid) as caught:
        decide(rulebook, case, on=on, **options)
    for each in caught.value.faults:
        assert all(each.what.mend(lang) for lang in LANGUAGES)
    return [(each.where, each.code) for each in caught.value.faults]


def test_everybody_who_is_born_after_the_day_is_named():
    late = date(2024, 3, 2)
    someone = Person(born=date(1990, 1, 1), supporters=(Supporter(), Supporter(born=late)))
    home = Household(area=Area.URBAN, members=(earning(born=late), someone))
    assert refused(home) == [
        ("members[0].born", "born_after_decision"),
        ("members[1].supporters[1].born", "born_after_decision"),
    ]
    assert len(decide(BOOK, home, on=late)) == 5


def test_what_is_dated_after_the_day_is_refused_with_its_place():
    club = SocialOrg(
        name="桃源区棋类协会",
        kind=OrgKind.ASSOCIATION,
        credit_code="51100000000000001H",
        registered=date(2024, 3, 2),
    )
    assert refused(club) == [("registered", "not_yet_so")]
    assert decide(BOOK, replaced(club, registered=date(2019, 2, 28)), on=DAY)["senior"].answer is Answer.YES
    assert decide(BOOK, replaced(club, registered=DAY), on=DAY)["senior"].answer is Answer.NO


def test_somebody_alone_is_not_decided_without_the_household():
    assert refused(HOME.members[0]) == [("", "decided_within")]
    assert refused(HOME.members[0].incomes[0]) == [("", "decided_within")]


def test_what_no_provision_is_about_is_refused_with_what_there_are_provisions_about():
    with pytest.raises(InputInvalid) as caught:
        decide(
            book(provisions=PROVISIONS[:1]),
            Cemetery(name="桃花公墓", nature=CemeteryNature.PUBLIC_BENEFIT),
            on=DAY,
        )
    assert [each.code for each in caught.value.faults] == ["nothing_to_decide"]
    assert "Household" in caught.value.text("en")
    assert refused("张甲") == [("", "nothing_to_decide")]
    assert refused(HOME, rulebook=book(provisions=())) == [("", "nothing_to_decide")]


def test_a_provision_about_something_else_is_refused():
    assert refused(HOME, provisions=["dibao", "plots", "senior"]) == [("", "provision_of_another")] * 2
    with pytest.raises(UnknownName):
        decide(BOOK, HOME, on=DAY, provisions=["dibaoo"])


# What is not known


def settable(thing, path=""):
    """The path of every fact that is known and might not be, with the thing as it would be without it."""
    for attribute in attributes(type(thing)):
        value, where = getattr(thing, attribute.name), f"{path}{attribute.name}"
        if value is None:
            continue
        if attribute.default is None:
            yield from without(thing, attribute.name, None, where)
        if is_model(type(value)):
            for inner, changed in settable(value, f"{where}."):
                yield from without(thing, attribute.name, changed, inner)
        elif isinstance(value, tuple) and value and is_model(type(value[0])):
            for position, item in enumerate(value):
                for inner, changed in settable(item, f"{where}[{position}]."):
                    others = (*value[:position], changed, *value[position + 1 :])
                    yield from without(thing, attribute.name, others, inner)


def without(thing, name, value, where):
    try:
        yield where, replaced(thing, **{name: value})
    except ModelInvalid:
        return  # a particular without its truth, as a grade without a disability


def names(where, path):
    """Whether what is said to be missing is the fact at a path, a part of it, or what follows from it."""
    holder, _, fact = path.rpartition(".")
    follows = where.rpartition(".")[0] == holder and where.endswith("_on") and fact == "born"
    return where == path or where.startswith(f"{path}.") or follows


@settings(max_examples=12)
@given(rulebooks(opaque=False), households(), days())
def test_without_one_fact_a_decision_stays_as_it_is_or_says_that_this_fact_is_missing(rulebook, home, day):
    before = decide(rulebook, home, on=day)
    for path, less in list(settable(home))[:40]:
        for first, again in zip(before, decide(rulebook, less, on=day), strict=True):
            if first.answer is Answer.CANNOT_TELL:
                assert again.answer is Answer.CANNOT_TELL
                continue
            same = first.answer is again.answer and first.amount == again.amount
            if not same:
                assert again.answer is Answer.CANNOT_TELL or again.amount is None
                assert any(names(each.where, path) for each in again.missing), path


def test_what_would_settle_it_is_named_with_its_place():
    home = replaced(HOME, assets_within_limits=None, members=(Person(born=date(1980, 1, 1)),))
    found = decide(BOOK, home, on=DAY)["dibao"]
    assert found.answer is Answer.CANNOT_TELL
    assert [each.where for each in found.missing] == ["members[0].incomes", "assets_within_limits"]
    assert decide(BOOK, HOME, on=DAY)["dibao"].missing == ()


def test_a_standard_that_is_not_known_is_named_where_it_bears_on_the_case_only():
    rulebook = book(standards=STANDARDS[:1])
    assert decide(rulebook, HOME, on=DAY)["dibao"].answer is Answer.YES
    found = decide(rulebook, replaced(HOME, area=Area.RURAL), on=DAY)["dibao"]
    assert [(each.where, each.what.code) for each in found.missing] == [("", "standard_unknown")]


# Making a decision again


def test_a_decision_made_again_is_the_same():
    for each in decide(BOOK, HOME, on=DAY):
        again = replay(each, book(), HOME)
        assert (again.same, again.differences) == (True, ())


def codes(replayed):
    assert not replayed.same
    assert replayed.differences
    for each in replayed.differences:
        assert each.text("zh") != each.text("en")
    return sorted(each.code for each in replayed.differences)


def test_it_is_said_in_what_a_decision_made_again_differs():
    first = decide(BOOK, HOME, on=DAY)["dibao"]
    richer = replaced(HOME, members=(earning("1000.01"), *HOME.members[1:]))
    assert codes(replay(first, BOOK, richer)) == ["replay_amount", "replay_facts"]
    turned = codes(replay(first, BOOK, replaced(HOME, assets_within_limits=False)))
    # What was only read for the amount is no longer read.
    assert set(turned) == {"replay_amount", "replay_answer", "replay_version_gone"}


def test_a_standard_that_was_changed_since_is_named():
    first = decide(BOOK, HOME, on=DAY)["dibao"]
    raised = book(standards=(standard("dibao_urban", ("2020-01-01", 600), ("2024-02-01", 720)), STANDARDS[1]))
    assert codes(replay(first, raised, HOME)) == ["replay_amount", "replay_version", "replay_version_gone"]
    unknown = book(standards=STANDARDS[1:])
    assert set(codes(replay(first, unknown, HOME))) == {
        "replay_amount",
        "replay_answer",
        "replay_version_gone",
    }


def test_a_member_who_is_no_longer_there_is_no_reason_to_fail():
    first = decide(BOOK, HOME, on=DAY).of("old_age")[2]
    assert codes(replay(first, BOOK, replaced(HOME, members=HOME.members[:1]))) == ["replay_facts"]
