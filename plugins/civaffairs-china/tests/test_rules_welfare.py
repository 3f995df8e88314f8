"""Children, persons with disabilities, elders, cemeteries and social organisations under the national rules.

The amounts are Chongqing's of July 2025 and January 2026; people and organisations are made up.
"""

from datetime import date
from decimal import Decimal

import pytest

from civaffairs import (
    Amount,
    Freedom,
    Jurisdiction,
    Label,
    Level,
    NotModelled,
    Standard,
    Timeline,
    Topic,
    since,
)
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    AnnualCheck,
    AnnualCheckResult,
    Assistance,
    Cemetery,
    CemeteryNature,
    Child,
    Elder,
    Guardianship,
    OrgKind,
    Parent,
    ParentState,
    Person,
    Placement,
    Schooling,
    SocialOrg,
)
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.render import render
from civaffairs_china import children, china, disability, elders, funerals, organisations
from civaffairs_china.law import orphan_opinion

DAY = date(2026, 3, 15)
MODULES = (children, disability, elders, funerals, organisations)
RULES = [rule for module in MODULES for rule in module.RULES]
PROVISIONS = [provision for module in MODULES for provision in module.PROVISIONS]
PLACE = Jurisdiction("taoyuan", Label("桃源区", "Taoyuan"), Level.PROVINCE, "990000", "china", fictional=True)


def standard(name, number):
    start = since("2025-07-01", Amount(number, "元/人·月"), orphan_opinion.at("例"))
    why = NotModelled(Label("没有更早的", "nothing earlier"), before="2025-07-01")
    label = Label(name, name)
    return Standard(
        name, "taoyuan", label, "元/人·月", Topic.CHILD_WELFARE, Timeline((why, start)), Freedom.FIXED
    )


STANDARDS = [
    standard("orphan_institutional", 1851),
    standard("orphan_community", 1651),
    standard("disability_nursing_1", 110),
    standard("disability_nursing_2", 100),
]
BOOK = Rulebook.of((PLACE, china), RULES, PROVISIONS, STANDARDS)


def answer(rule, thing, day=DAY):
    """What a condition says of one thing: True, False, or None where it cannot be told."""
    found = holds(rule, CaseFacts(BOOK.on(day), day), Things({type(thing).__name__: thing}))
    return None if isinstance(found, Unknown) else found


def size(rule, thing, day=DAY):
    """How much a rule comes to for one thing, in its own unit; None where it cannot be told."""
    found = measure(rule, CaseFacts(BOOK.on(day), day), Things({type(thing).__name__: thing}))
    return None if isinstance(found, Unknown) else found.in_unit(rule.unit)


def missing(rule, thing):
    """What would settle a condition or an amount that cannot be told."""
    ask = measure if hasattr(rule, "unit") else holds
    found = ask(rule, CaseFacts(BOOK.on(DAY), DAY), Things({type(thing).__name__: thing}))
    assert isinstance(found, Unknown)
    return " ".join(each.text("en") for each in found.missing)


def kid(*parents, born=date(2016, 5, 1), orphan=False, **facts):
    return Person(born=born, child=Child(orphan=orphan, parents=parents or None), **facts)


def orphan(placement=None, born=date(2016, 5, 1), **facts):
    return Person(born=born, child=Child(orphan=True, placement=placement), **facts)


# All of them


def test_every_provision_of_this_part_is_declared_once_with_a_rule_that_is_declared() -> None:
    assert len({each.id for each in PROVISIONS}) == len(PROVISIONS)
    assert len({each.id for each in RULES}) == len(RULES)
    for provision in PROVISIONS:
        assert {provision.when, *provision.amounts} <= set(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_version_cites_a_clause_and_says_in_both_languages_what_stands_there(rule) -> None:
    for entry in rule.timeline:
        gloss = entry.clause.gloss
        assert gloss is not None
        assert gloss.zh != gloss.en
        assert render(entry.value, "zh") != render(entry.value, "en")


# Orphans


def test_an_orphan_is_one_until_the_day_of_turning_18() -> None:
    assert answer(children.orphan, orphan(born=date(2008, 3, 15))) is True  # 18 only from the day after
    assert answer(children.orphan, orphan(born=date(2008, 3, 14))) is False
    assert answer(children.orphan, kid()) is False
    assert answer(children.orphan, kid(orphan=None)) is None


def test_an_adult_of_whom_nothing_is_recorded_as_a_child_is_no_orphan() -> None:
    assert answer(children.orphan, Person(born=date(1980, 1, 1))) is False


def test_an_orphan_in_an_institution_receives_more_than_one_in_the_community() -> None:
    assert size(children.orphan_allowance_amount, orphan(Placement.INSTITUTION)) == 1851
    assert size(children.orphan_allowance_amount, orphan(Placement.COMMUNITY)) == 1651


def test_the_amount_of_an_orphan_whose_placement_is_unknown_cannot_be_told() -> None:
    assert size(children.orphan_allowance_amount, orphan()) is None
    assert "placement" in missing(children.orphan_allowance_amount, orphan())


def test_before_any_standard_is_known_there_is_no_amount() -> None:
    assert size(children.orphan_allowance_amount, orphan(Placement.COMMUNITY), date(2025, 6, 30)) is None


# De facto unattended children

DEAD, MISSING, ILL = (
    Parent(state=ParentState.DEAD),
    Parent(state=ParentState.MISSING),
    Parent(state=ParentState.SERIOUSLY_ILL),
)
DISABLED, CAPABLE = Parent(state=ParentState.SEVERELY_DISABLED), Parent(state=ParentState.CAPABLE)
TIMED = [ParentState.IMPRISONED, ParentState.IN_DETOX, ParentState.RESTRAINED, ParentState.OUT_OF_CONTACT]


@pytest.mark.parametrize("pair", [(ILL, DISABLED), (DEAD, ILL), (MISSING, DISABLED), (ILL,)])
def test_a_child_neither_of_whose_parents_can_bring_it_up_is_unattended(pair) -> None:
    assert answer(children.unattended_child, kid(*pair)) is True


@pytest.mark.parametrize("pair", [(ILL, CAPABLE), (DEAD, CAPABLE), (CAPABLE,)])
def test_a_child_with_one_parent_who_can_is_not_unattended(pair) -> None:
    assert answer(children.unattended_child, kid(*pair)) is False


@pytest.mark.parametrize("pair", [(DEAD, DEAD), (DEAD, MISSING), (MISSING, MISSING)])
def test_a_child_whose_parents_are_both_gone_is_not_unattended_but_an_orphan(pair) -> None:
    child = kid(*pair, orphan=True)
    assert answer(children.unattended_child, child) is False
    assert answer(children.orphan, child) is True
    assert answer(children.unattended_child, kid(*pair, orphan=None)) is False


@pytest.mark.parametrize("state", TIMED)
def test_prison_detox_restraint_and_loss_of_contact_count_from_six_months(state) -> None:
    def child(months):
        return kid(DEAD, Parent(state=state, months=months))

    assert answer(children.unattended_child, child(6)) is True
    assert answer(children.unattended_child, child(5)) is False
    assert answer(children.unattended_child, child(None)) is None
    assert "duration" in missing(children.unattended_child, child(None))


def test_a_child_of_whose_parents_nothing_is_known_may_be_unattended() -> None:
    assert answer(children.unattended_child, kid()) is None
    assert answer(children.unattended_child, kid(ILL, DISABLED, orphan=None)) is None
    assert answer(children.unattended_child, kid(ILL, DISABLED, born=date(2008, 3, 14))) is False


@pytest.mark.parametrize(
    ("received", "paid"), [("0", "1651"), ("770", "881"), ("1650.99", "0.01"), ("1651", "0"), ("1800", "0")]
)
def test_an_unattended_child_receives_the_difference_and_never_less_than_nothing(received, paid) -> None:
    child = kid(DEAD, ILL, other_benefits=Decimal(received))
    assert size(children.unattended_child_amount, child) == Decimal(paid)


def test_without_knowing_what_is_already_received_the_difference_cannot_be_told() -> None:
    assert size(children.unattended_child_amount, kid(DEAD, ILL)) is None


def test_the_allowance_is_paid_from_the_month_after_the_confirmation() -> None:
    assert size(children.unattended_child_start, kid(DEAD, ILL)) == 1


# Children in difficulty


def in_group(**facts):
    child = Child(
        orphan=False, guardianship=facts.pop("guardianship", Guardianship.PARENTS), parents=(CAPABLE,)
    )
    fine = {
        "assistance": Assistance.NONE,
        "economic_hardship": False,
        "disabled": False,
        "born": date(2016, 5, 1),
    }
    return Person(child=child, **(fine | facts))


@pytest.mark.parametrize(
    "facts",
    [
        {"assistance": Assistance.DIBAO},
        {"assistance": Assistance.DIBAO_MARGINAL},
        {"economic_hardship": True},
        {"disabled": True},
        {"guardianship": Guardianship.NONE},
    ],
)
def test_poverty_disability_or_want_of_a_guardian_make_a_child_in_difficulty(facts) -> None:
    assert answer(children.child_in_difficulty, in_group(**facts)) is True
    assert answer(children.child_in_difficulty, in_group(**facts, born=date(2008, 3, 14))) is False


def test_a_child_in_none_of_the_groups_is_not_in_difficulty_and_one_unknown_fact_leaves_it_open() -> None:
    assert answer(children.child_in_difficulty, in_group()) is False
    assert answer(children.child_in_difficulty, in_group(disabled=None)) is None


def test_orphans_and_unattended_children_are_children_in_difficulty() -> None:
    assert answer(children.child_in_difficulty, orphan()) is True
    assert answer(children.child_in_difficulty, kid(DEAD, ILL)) is True
    assert answer(children.child_without_care, kid(DEAD, ILL), date(2019, 12, 31)) is None


# The Tomorrow Plan and the education grant


def patient(born, *, surgery=True, is_orphan=True, schooling=None):
    return Person(born=born, child=Child(orphan=is_orphan, surgery_indicated=surgery), schooling=schooling)


def test_the_tomorrow_plan_is_for_orphans_for_whom_surgery_is_indicated() -> None:
    rule, born = children.tomorrow_plan_eligible, date(2016, 5, 1)
    assert answer(rule, patient(born)) is True
    assert answer(rule, patient(born, surgery=False)) is False
    assert answer(rule, patient(born, is_orphan=False)) is False
    assert answer(rule, patient(born, surgery=None)) is None


def test_since_march_2019_the_tomorrow_plan_goes_on_for_grown_orphans_at_school() -> None:
    student = patient(date(2000, 1, 1), schooling=Schooling.UNDERGRADUATE)
    assert answer(children.tomorrow_plan_eligible, student, date(2019, 2, 28)) is False
    assert answer(children.tomorrow_plan_eligible, student, date(2019, 3, 1)) is True
    assert (
        answer(children.tomorrow_plan_eligible, patient(date(2000, 1, 1), schooling=Schooling.NONE)) is False
    )


@pytest.mark.parametrize("stage", [Schooling.VOCATIONAL, Schooling.UNDERGRADUATE, Schooling.POSTGRADUATE])
def test_the_education_grant_is_for_grown_orphans_at_vocational_school_or_university(stage) -> None:
    assert answer(children.education_grant_eligible, orphan(born=date(2008, 3, 14), schooling=stage)) is True
    assert answer(children.education_grant_eligible, orphan(born=date(2008, 3, 15), schooling=stage)) is False
    other = Person(born=date(2007, 1, 1), child=Child(orphan=False), schooling=stage)
    assert answer(children.education_grant_eligible, other) is False


def test_senior_secondary_school_was_added_to_the_education_grant_in_2025() -> None:
    pupil = orphan(born=date(2005, 1, 1), schooling=Schooling.SENIOR_SECONDARY)
    assert answer(children.education_grant_eligible, pupil, date(2024, 12, 31)) is False
    assert answer(children.education_grant_eligible, pupil, date(2025, 4, 15)) is None  # the day is not known
    assert answer(children.education_grant_eligible, pupil, date(2025, 5, 1)) is True
    assert size(children.education_grant_amount, pupil) == 10000


# Persons with disabilities


def disabled(grade=2, *, born=date(1980, 1, 1), **facts):
    return Person(born=born, disabled=True, disability_grade=grade, **facts)


def test_the_living_subsidy_is_for_persons_with_disabilities_in_dibao_of_any_grade() -> None:
    rule = disability.living_subsidy
    assert answer(rule, disabled(4, assistance=Assistance.DIBAO)) is True
    assert answer(rule, disabled(None, assistance=Assistance.DIBAO)) is True
    assert answer(rule, disabled(1, assistance=Assistance.DIBAO_MARGINAL)) is False
    assert answer(rule, disabled(1, assistance=Assistance.TEKUN)) is False
    assert answer(rule, Person(born=date(1980, 1, 1), disabled=False)) is False
    assert answer(rule, disabled(1)) is None


def test_an_orphan_receives_no_living_subsidy_but_may_receive_the_nursing_subsidy() -> None:
    child = orphan(disabled=True, disability_grade=1, assistance=Assistance.DIBAO, long_term_care=True)
    assert answer(disability.living_subsidy, child) is False
    assert answer(disability.nursing_subsidy, child) is True


def test_where_nobody_published_the_living_subsidy_its_amount_cannot_be_told() -> None:
    assert size(disability.living_subsidy_amount, disabled()) is None
    assert "the living subsidy" in missing(disability.living_subsidy_amount, disabled())


@pytest.mark.parametrize(("grade", "expected"), [(1, True), (2, True), (3, False), (4, False), (None, None)])
def test_the_nursing_subsidy_is_for_grades_1_and_2(grade, expected) -> None:
    person = disabled(grade, long_term_care=True, assistance=Assistance.NONE)
    assert answer(disability.nursing_subsidy, person) is expected


def test_the_nursing_subsidy_needs_long_term_care_and_is_not_for_tekun_persons() -> None:
    rule = disability.nursing_subsidy
    assert answer(rule, disabled(1, long_term_care=False, assistance=Assistance.NONE)) is False
    assert answer(rule, disabled(1, long_term_care=True, assistance=Assistance.TEKUN)) is False
    assert answer(rule, disabled(1, long_term_care=True)) is None
    assert answer(rule, disabled(1, assistance=Assistance.NONE)) is None


def test_the_nursing_subsidy_differs_by_grade() -> None:
    assert size(disability.nursing_subsidy_amount, disabled(1)) == 110
    assert size(disability.nursing_subsidy_amount, disabled(2)) == 100


def test_care_is_for_the_severely_disabled_in_dibao_or_tekun_support() -> None:
    rule = disability.care_severely_disabled
    assert answer(rule, disabled(2, assistance=Assistance.DIBAO)) is True
    assert answer(rule, disabled(1, assistance=Assistance.TEKUN)) is True
    assert answer(rule, disabled(3, assistance=Assistance.DIBAO)) is False
    assert answer(rule, disabled(1, assistance=Assistance.DIBAO_MARGINAL)) is False


# Elders


def test_an_assessment_of_abilities_counts_from_the_age_of_60() -> None:
    done, open_ = Elder(ability_assessed=True), Elder()
    assert answer(elders.ability_assessed, Person(born=date(1966, 3, 14), elder=done)) is True
    assert answer(elders.ability_assessed, Person(born=date(1966, 3, 15), elder=done)) is False
    assert answer(elders.ability_assessed, Person(born=date(1966, 3, 14), elder=open_)) is None


# Cemeteries


def hill(**facts):
    return Cemetery(name="桃源区公益性公墓", nature=CemeteryNature.PUBLIC_BENEFIT, **facts)


@pytest.mark.parametrize(
    ("single", "joint", "expected"),
    [("1", "1", True), ("0.48", "0.8", True), ("1.01", "1", False), ("1", "1.01", False), ("1", None, None)],
)
def test_a_plot_for_ashes_single_or_joint_is_at_most_one_square_metre(single, joint, expected) -> None:
    areas = {"single_plot_area": Decimal(single), "joint_plot_area": Decimal(joint) if joint else None}
    assert answer(funerals.plot_area, hill(single_plots=10, joint_plots=10, **areas)) is expected


def test_a_cemetery_without_joint_plots_need_not_say_how_large_they_are() -> None:
    assert answer(funerals.plot_area, hill(single_plot_area=Decimal(1), joint_plots=0)) is True
    assert answer(funerals.plot_area, hill(joint_plot_area=Decimal(1), single_plots=0)) is True
    assert answer(funerals.plot_area, hill(single_plot_area=Decimal(1), joint_plots=1)) is None


def test_a_stone_stands_at_most_one_metre_above_ground() -> None:
    assert answer(funerals.stone_height, hill(stone_height=Decimal(1))) is True
    assert answer(funerals.stone_height, hill(stone_height=Decimal("1.01"))) is False
    assert answer(funerals.stone_height, hill()) is None


def test_nothing_is_said_of_stones_before_the_undated_source_was_read() -> None:
    low = hill(stone_height=Decimal("0.5"), single_plot_area=Decimal(1), joint_plot_area=Decimal(1))
    assert answer(funerals.stone_height, low, date(2024, 12, 31)) is None
    assert answer(funerals.plot_area, low, date(1998, 9, 16)) is True


# Social organisations


def club(years=3, checks=((2025, AnnualCheckResult.PASSED),), **facts):
    """An organisation registered so many years before the day, on the day after it, so that the years are full."""
    known = {"assessed": False, "was_demoted": False, "was_revoked": False} | facts
    return SocialOrg(
        name="桃源区棋类协会",
        kind=known.pop("kind", OrgKind.ASSOCIATION),
        credit_code=known.pop("credit_code", "51100000000000001H"),
        registered=ago(years),
        annual_checks=None
        if checks is None
        else tuple(AnnualCheck(year=year, result=result) for year, result in checks),
        **known,
    )


def ago(years, days=0):
    """The last day from which so many full years have passed, or some days later."""
    return date(DAY.year - years, DAY.month, DAY.day - 1 + days)


def graded(years, grade=3, **facts):
    return club(9, assessed=True, grade=grade, awarded=ago(years), **facts)


def test_an_organisation_without_a_grade_may_apply_after_two_full_years() -> None:
    assert answer(organisations.org_assessment, club(2)) is True
    assert answer(organisations.org_assessment, club(1)) is False
    assert answer(organisations.first_assessment, club(2, assessed=None)) is None


@pytest.mark.parametrize(("years", "expected"), [(2, False), (3, True), (4, True), (5, True), (6, True)])
def test_a_grade_may_be_renewed_in_its_last_two_years_and_after(years, expected) -> None:
    assert answer(organisations.org_assessment, graded(years)) is expected
    assert answer(organisations.grade_expired, graded(years)) is (years >= 5)
    assert answer(organisations.grade_expiring, graded(years)) is (3 <= years < 5)


PASSED, BASIC, FAILED, NOT_TAKEN, NOT_YET = (
    AnnualCheckResult.PASSED,
    AnnualCheckResult.BASICALLY_PASSED,
    AnnualCheckResult.FAILED,
    AnnualCheckResult.NOT_TAKEN,
    AnnualCheckResult.NOT_YET,
)


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ([(2025, PASSED)], True),
        ([(2025, BASIC)], True),
        ([(2025, NOT_YET), (2024, PASSED)], True),
        ([(2025, BASIC), (2024, PASSED), (2023, BASIC)], True),
        ([(2025, PASSED), (2024, FAILED)], True),
        ([(2025, PASSED), (2024, BASIC)], True),
        ([(2025, FAILED)], False),
        ([(2025, NOT_TAKEN)], False),
        ([(2025, BASIC), (2024, BASIC)], False),
        ([(2024, PASSED)], False),
        ([], False),
        (None, None),
    ],
)
def test_last_years_check_decides_and_so_do_two_basic_passes_in_a_row(checks, expected) -> None:
    assert answer(organisations.org_assessment, club(checks=checks)) is expected


def test_no_application_within_two_years_of_a_demotion_or_three_of_a_revocation() -> None:
    rule = organisations.org_assessment
    assert answer(rule, club(9, was_demoted=True, demoted=ago(2))) is True
    assert answer(rule, club(9, was_demoted=True, demoted=ago(2, days=1))) is False
    assert answer(rule, club(9, was_revoked=True, revoked=ago(3))) is True
    assert answer(rule, club(9, was_revoked=True, revoked=ago(3, days=1))) is False
    assert answer(rule, club(9, was_demoted=None)) is None
    assert answer(rule, club(9, was_revoked=True)) is None


@pytest.mark.parametrize(
    ("grade", "from_3a", "from_4a"), [(2, False, False), (3, True, False), (4, True, True)]
)
def test_3a_brings_priority_and_4a_a_simpler_check(grade, from_3a, from_4a) -> None:
    assert answer(organisations.grade_3a, graded(1, grade)) is from_3a
    assert answer(organisations.grade_4a, graded(1, grade)) is from_4a


def test_a_grade_gives_nothing_once_its_five_years_are_over_or_its_date_is_unknown() -> None:
    assert answer(organisations.grade_3a, graded(4, 5)) is True
    assert answer(organisations.grade_3a, graded(5, 5)) is False
    assert answer(organisations.grade_3a, club(9, assessed=True, grade=5)) is None
    assert answer(organisations.grade_3a, club(9)) is False


def test_the_tax_qualification_is_for_foundations_and_charities_of_3a() -> None:
    rule = organisations.org_tax_qualification
    foundation = {"kind": OrgKind.FOUNDATION, "credit_code": "53100000000000001B"}
    assert answer(rule, graded(1, 3, charitable=True)) is True
    assert answer(rule, graded(1, 3, charitable=False)) is False
    assert answer(rule, graded(1, 2, charitable=True)) is False
    assert answer(rule, graded(1, 3, **foundation)) is True


def test_a_charity_may_apply_for_public_fundraising_after_one_full_year() -> None:
    rule = organisations.public_fundraising
    assert answer(rule, club(1, charitable=True)) is True
    assert answer(rule, club(0, charitable=True)) is False
    assert answer(rule, club(1, charitable=False)) is False
    assert answer(rule, club(1)) is None


def test_from_two_years_on_public_fundraising_asks_for_a_grade_of_3a() -> None:
    rule = organisations.public_fundraising
    assert answer(rule, club(2, charitable=True)) is False
    assert answer(rule, graded(1, 2, charitable=True)) is False
    assert answer(rule, graded(1, 3, charitable=True)) is True


def test_until_september_2024_it_took_two_years_and_no_grade() -> None:
    young = club(3, charitable=True)  # registered on 14 March 2023
    assert answer(organisations.public_fundraising, young, date(2024, 9, 4)) is False
    assert answer(organisations.public_fundraising, young, date(2024, 9, 5)) is True
    assert answer(organisations.public_fundraising, young, date(2025, 3, 15)) is False
    assert answer(organisations.public_fundraising, club(5, charitable=True), date(2023, 3, 14)) is False
    assert answer(organisations.public_fundraising, club(5, charitable=True), date(2023, 3, 15)) is True
    old = club(6, charitable=True)
    assert answer(organisations.public_fundraising, old, date(2024, 9, 4)) is True
    assert answer(organisations.public_fundraising, old, date(2024, 9, 5)) is False
