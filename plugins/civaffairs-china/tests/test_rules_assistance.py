"""The national rules of social assistance, decided by the reference evaluation on synthetic cases."""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from civaffairs import Amount, Document, Freedom, Jurisdiction, Label, Level, Standard, Topic, Trust, since
from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.models import (
    Assistance,
    AssistedPerson,
    DisabilityKind,
    Household,
    Income,
    IncomeKind,
    Person,
    Registration,
    Schooling,
    Supporter,
    Tekun,
    TekunSupport,
)
from civaffairs.domain.models.terms import Area
from civaffairs.domain.rulebook import Rulebook, versions_behind
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.named import dated
from civaffairs.domain.rules.render import render
from civaffairs_china import dibao, income, local_standards, tekun, temporary
from civaffairs_china.rules import PROVISIONS, RULES

DAY = date(2025, 3, 1)
CHINA = Jurisdiction("china", Label("中国", "China"), Level.NATION, "100000")
PLACE = Jurisdiction("place", Label("某县", "a county"), Level.DISTRICT, "990199", "china", fictional=True)
ORDER = Document("place/order", Label("通知", "Notice"), "", 2014, Trust.FICTIONAL)
MODULES = (income, dibao, tekun, temporary)


def standard(node, number):
    start = since("2014-01-01", Amount(number, node.unit), ORDER.at("一"))
    timeline = dated(Label("更早没有", "nothing earlier"), start)
    return Standard(node.id, "place", node.label, node.unit, Topic.SOCIAL_ASSISTANCE, timeline, Freedom.SET)


STANDARDS = {
    "dibao_urban": 620,
    "dibao_rural": 400,
    "tekun_basic": 806,
    "tekun_care_full": 300,
    "tekun_care_half": 200,
    "tekun_care_none": 50,
    "disposable_income_previous_year": 24000,
    "rigid_spending_line": 60,
}


def place(**changed):
    numbers = {**STANDARDS, **changed}
    declared = [
        standard(getattr(local_standards, name), number)
        for name, number in numbers.items()
        if number is not None
    ]
    return Rulebook.of((PLACE, CHINA), RULES, PROVISIONS, declared)


BOOK = place()


def facts(day=DAY, book=BOOK):
    return CaseFacts(book.on(day), day)


def things(household=None, person=None, **others):
    found = {"Household": household, "Person": person, **others}
    return Things({model: thing for model, thing in found.items() if thing is not None})


def worth(rule, case, day=DAY, book=BOOK):
    size = measure(rule, facts(day, book), case)
    assert not isinstance(size, Unknown), [message.text("en") for message in size.missing]
    return size.number


def true(rule, case, day=DAY, book=BOOK):
    return holds(rule, facts(day, book), case)


def unknown(found):
    return isinstance(found, Unknown)


def earns(number, kind=IncomeKind.WAGES):
    return (Income(kind=kind, monthly=Decimal(number)),)


def somebody(monthly="0", **known):
    base = Person(
        born=date(1980, 1, 1),
        incomes=earns(monthly, IncomeKind.TRANSFER) if Decimal(monthly) else (),
        assistance=Assistance.NONE,
        seriously_ill=False,
        disabled=False,
        employed=False,
    )
    return evolve(base, **known)


def home(*monthly, **known):
    members = known.pop("members", None) or tuple(somebody(each) for each in monthly)
    return evolve(Household(area=Area.URBAN, members=members, assets_within_limits=True), **known)


# Income 家庭收入


def test_only_the_four_kinds_of_income_count():
    everything = tuple(Income(kind=kind, monthly=Decimal(100)) for kind in IncomeKind)
    assert worth(income.countable_income, things(person=somebody(incomes=everything))) == 400


def test_the_basic_pension_counts_for_nothing_until_2025_and_is_not_known_after():
    pensioner = things(person=somebody(incomes=earns(143, IncomeKind.BASIC_PENSION)))
    assert worth(income.countable_income, pensioner, date(2025, 12, 31)) == 0
    found = measure(income.countable_income, facts(date(2026, 1, 1)), pensioner)
    assert unknown(found)
    assert "basic pension" in found.missing[0].text("en")
    book = place(basic_pension_counted=143)
    assert worth(income.countable_income, pensioner, date(2026, 1, 1), book) == 143
    # Whoever does not receive it can be told in any year.
    assert worth(income.countable_income, things(person=somebody("500")), date(2026, 1, 1)) == 500


@pytest.mark.parametrize(
    ("employed", "cost", "counted"),
    [(True, "150.5", "849.5"), (True, "1000", "0"), (True, "1200", "0"), (False, "150", "1000")],
)
def test_the_cost_of_working_is_deducted_from_the_wages_of_those_in_work(employed, cost, counted):
    worker = somebody(incomes=earns(1000), employed=employed, work_cost=Decimal(cost))
    assert worth(income.countable_income, things(person=worker)) == Fraction(counted)


def test_the_cost_of_working_does_not_eat_other_income():
    incomes = (*earns(100), *earns(300, IncomeKind.BUSINESS))
    worker = somebody(incomes=incomes, employed=True, work_cost=Decimal(250))
    assert worth(income.countable_income, things(person=worker)) == 300


def test_without_wages_nobody_asks_about_work():
    child = somebody(incomes=(), employed=None, work_cost=None)
    assert worth(income.countable_income, things(person=child)) == 0
    earner = somebody(incomes=earns(1), employed=None, work_cost=Decimal(0))
    assert unknown(measure(income.countable_income, facts(), things(person=earner)))
    costless = somebody(incomes=earns(1), employed=True, work_cost=None)
    assert unknown(measure(income.countable_income, facts(), things(person=costless)))


def test_an_unknown_income_is_not_zero():
    family = home(members=(somebody("100"), somebody(incomes=None)))
    assert unknown(measure(income.income_per_head, facts(), things(family)))
    assert unknown(true(dibao.dibao_admission, things(family)))


def test_income_per_head_is_rounded_down_to_the_fen():
    assert worth(income.income_per_head, things(home("500", "0", "0"))) == Fraction("166.66")


# Dibao 最低生活保障


def test_the_area_decides_which_standard_applies():
    assert worth(dibao.dibao_standard, things(home("0"))) == 620
    assert worth(dibao.dibao_standard, things(home("0", area=Area.RURAL))) == 400


@pytest.mark.parametrize(
    ("monthly", "expected"), [("1859.99", True), ("1860", False), ("1860.01", False), ("0", True)]
)
def test_dibao_is_for_incomes_below_the_standard_and_not_equal_to_it(monthly, expected):
    assert true(dibao.dibao_admission, things(home(monthly, "0", "0"))) is expected


@pytest.mark.parametrize("within", [True, False, None])
def test_assets_beyond_the_limits_keep_from_dibao(within):
    found = true(dibao.dibao_admission, things(home("100", assets_within_limits=within)))
    assert unknown(found) if within is None else found is within


def test_an_income_over_the_standard_settles_it_whatever_the_assets():
    assert true(dibao.dibao_admission, things(home("900", assets_within_limits=None))) is False


def test_without_a_published_standard_nothing_can_be_told():
    book = place(dibao_urban=None)
    found = true(dibao.dibao_admission, things(home("100")), book=book)
    assert unknown(found)
    assert "urban Dibao standard" in found.missing[0].text("en")
    assert true(dibao.dibao_admission, things(home("100", area=Area.RURAL)), book=book) is True


@pytest.mark.parametrize(
    ("urban", "incomes", "expected"),
    [
        (600, ("1000", "0", "0"), 800),
        (400, ("900", "0", "0"), 300),
        (620, ("0",), 620),
        (620, ("619.99",), Fraction("0.01")),
        (620, ("700",), 0),
        (620, ("500", "0", "0"), 1360),
    ],
)
def test_dibao_tops_the_household_up_to_the_standard_and_never_takes(urban, incomes, expected):
    assert worth(dibao.dibao_amount, things(home(*incomes)), book=place(dibao_urban=urban)) == expected


def test_dibao_starts_in_the_month_after_the_decision():
    assert worth(dibao.dibao_start, things(home("0"))) == 1
    assert unknown(measure(dibao.dibao_start, facts(date(2021, 6, 30)), things(home("0"))))


@pytest.mark.parametrize(
    ("unstable", "able", "months"),
    [(False, False, 12), (True, False, 6), (False, True, 6), (True, True, 6), (True, None, 6)],
)
def test_dibao_is_reviewed_twice_a_year_where_income_may_change(unstable, able, months):
    members = (somebody("100", able_to_work=able), somebody(able_to_work=False))
    family = home(members=members, income_unstable=unstable)
    assert worth(dibao.dibao_review, things(family)) == months


def test_one_member_in_the_household_register_may_apply_here():
    permit = somebody(registration=Registration.RESIDENCE_PERMIT)
    local = somebody(registration=Registration.HOUSEHOLD_REGISTER)
    assert true(dibao.may_apply_here, things(home(members=(permit, local)))) is True
    assert true(dibao.may_apply_here, things(home(members=(permit,)))) is False
    assert unknown(true(dibao.may_apply_here, things(home("0"))))


# The margin and one-person cases 低保边缘和单人户


@pytest.mark.parametrize(
    ("monthly", "expected"), [("619.99", False), ("620", True), ("929.99", True), ("930", False)]
)
def test_the_margin_reaches_from_the_standard_to_below_one_and_a_half(monthly, expected):
    assert true(dibao.dibao_marginal, things(home(monthly))) is expected


def test_assets_beyond_the_limits_keep_from_the_margin_too():
    assert true(dibao.dibao_marginal, things(home("700", assets_within_limits=False))) is False


def disabled(grade, *kinds, **known):
    return somebody(disabled=True, disability_grade=grade, disability_kinds=kinds or None, **known)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (disabled(2, DisabilityKind.HEARING), True),
        (disabled(3, DisabilityKind.MENTAL), True),
        (disabled(3, DisabilityKind.PHYSICAL, DisabilityKind.INTELLECTUAL), True),
        (disabled(3, DisabilityKind.PHYSICAL), False),
        (disabled(4, DisabilityKind.MENTAL), False),
        (somebody(seriously_ill=True), True),
        (somebody(), False),
        (somebody(disabled=None), None),
        (disabled(3), None),
    ],
)
def test_members_of_marginal_families_who_are_badly_off_may_apply_alone(person, expected):
    case = things(home(members=(person, somebody("1400"))), person)
    found = true(dibao.single_person_dibao, case)
    assert unknown(found) if expected is None else found is expected


def test_before_the_notice_of_2022_a_disability_or_an_illness_was_enough_too():
    for person in (disabled(2, DisabilityKind.HEARING), somebody(seriously_ill=True)):
        case = things(home(members=(person, somebody("1400"))), person)
        assert true(dibao.single_person_dibao, case, date(2022, 1, 1)) is True


def test_in_a_family_over_the_margin_illness_gives_no_dibao():
    ill = somebody(seriously_ill=True)
    assert true(dibao.single_person_dibao, things(home(members=(ill, somebody("1860"))), ill)) is False


@pytest.mark.parametrize(
    ("own", "entitled", "amount"), [("0", True, 620), ("619.99", True, "0.01"), ("620", False, 0)]
)
def test_a_household_of_one_gets_the_standard_less_the_own_income(own, entitled, amount):
    ill = somebody(own, seriously_ill=True)
    case = things(home(members=(ill, somebody("1900"), somebody())), ill)
    assert true(dibao.single_person_dibao, case) is entitled
    assert worth(dibao.single_person_dibao_amount, case) == Fraction(amount)
    assert worth(dibao.single_person_dibao_start, case) == 1


@pytest.mark.parametrize(
    ("day", "born", "employed", "expected"),
    [
        (date(2022, 10, 19), date(1990, 1, 1), False, False),
        (date(2022, 10, 20), date(1990, 1, 1), False, True),
        (date(2022, 10, 20), date(1990, 1, 1), True, False),
        (date(2022, 10, 20), date(2004, 10, 19), False, True),
        (date(2022, 10, 20), date(2004, 10, 20), False, False),
    ],
)
def test_adults_with_severe_disabilities_out_of_work_may_apply_alone_since_2022(
    day, born, employed, expected
):
    person = disabled(1, DisabilityKind.VISUAL, born=born, employed=employed)
    case = things(home(members=(person, somebody("5000"))), person)
    assert true(dibao.single_person_dibao, case, day) is expected


def test_whose_household_is_on_dibao_does_not_apply_alone():
    person = disabled(1, DisabilityKind.VISUAL)
    assert true(dibao.single_person_dibao, things(home(members=(person,)), person)) is False


# The gradual exit 渐退


@pytest.mark.parametrize(
    ("monthly", "was", "through_work", "expected"),
    [
        ("620.01", Assistance.DIBAO, True, True),
        ("620", Assistance.DIBAO, True, False),
        ("800", Assistance.DIBAO, False, False),
        ("800", Assistance.NONE, True, False),
        ("800", None, True, None),
        ("800", Assistance.DIBAO, None, None),
    ],
)
def test_whoever_passes_the_standard_through_work_exits_gradually(monthly, was, through_work, expected):
    family = home(members=(somebody(monthly, assistance=was),), rising_through_work=through_work)
    found = true(dibao.gradual_exit, things(family))
    assert unknown(found) if expected is None else found is expected


def test_the_gradual_exit_lasts_six_months_since_the_notice_of_2022():
    assert worth(dibao.gradual_exit_months, things(home("0")), date(2022, 10, 20)) == 6
    assert unknown(measure(dibao.gradual_exit_months, facts(date(2022, 10, 19)), things(home("0"))))


# Rigid spending 刚性支出


def spender(**known):
    base = {
        "yearly_income": Decimal(20000),
        "rigid_spending": Decimal("12000.01"),
        "assets_within_limits": True,
    }
    return home("0", **{**base, **known})


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, True),
        ({"rigid_spending": Decimal(12000)}, False),
        ({"rigid_spending": None}, None),
        ({"yearly_income": Decimal("23999.99"), "rigid_spending": Decimal(20000)}, True),
        ({"yearly_income": Decimal(24000), "rigid_spending": Decimal(20000)}, False),
        ({"yearly_income": Decimal(0), "rigid_spending": Decimal(1)}, True),
        ({"yearly_income": Decimal(0), "rigid_spending": Decimal(0)}, False),
        ({"assets_within_limits": False}, False),
        ({"assets_within_limits": None}, None),
    ],
)
def test_rigid_spending_over_the_local_line_makes_a_family_in_difficulty(known, expected):
    found = true(dibao.rigid_spending_family, things(spender(**known)))
    assert unknown(found) if expected is None else found is expected


@pytest.mark.parametrize("group", [Assistance.DIBAO, Assistance.TEKUN, Assistance.DIBAO_MARGINAL])
def test_who_is_assisted_otherwise_is_not_in_difficulty_from_rigid_spending(group):
    family = spender(members=(somebody(assistance=group), somebody()))
    assert true(dibao.rigid_spending_family, things(family)) is False


def test_rigid_spending_needs_a_local_line_and_the_year_2025():
    found = true(dibao.rigid_spending_family, things(spender()), book=place(rigid_spending_line=None))
    assert unknown(found)
    assert unknown(true(dibao.rigid_spending_family, things(spender()), date(2024, 12, 31)))
    assert worth(dibao.rigid_spending_months, things(spender())) == 12


# Tekun persons 特困人员


# Years are full on the day after the birthday (法释〔2006〕1号).
@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (date(1965, 2, 28), True),
        (date(1965, 3, 1), False),
        (date(2009, 2, 28), False),
        (date(2009, 3, 1), True),
    ],
)
def test_elders_from_60_and_minors_below_16_are_without_labour(born, expected):
    assert true(tekun.tekun_without_labour, things(person=somebody(born=born))) is expected


@pytest.mark.parametrize(
    ("born", "assistance", "schooling", "expected"),
    [
        (date(2007, 3, 1), Assistance.TEKUN, Schooling.NONE, True),
        (date(2007, 2, 28), Assistance.TEKUN, Schooling.NONE, False),
        (date(2005, 1, 1), Assistance.TEKUN, Schooling.SENIOR_SECONDARY, True),
        (date(2005, 1, 1), Assistance.TEKUN, Schooling.VOCATIONAL, True),
        (date(2005, 1, 1), Assistance.TEKUN, Schooling.COMPULSORY, True),
        (date(2005, 1, 1), Assistance.TEKUN, Schooling.UNDERGRADUATE, False),
        (date(2005, 1, 1), Assistance.NONE, Schooling.VOCATIONAL, False),
        (date(2008, 1, 1), Assistance.NONE, None, False),
        (date(2008, 1, 1), None, None, None),
    ],
)
def test_recognised_minors_stay_to_18_and_beyond_it_in_school(born, assistance, schooling, expected):
    person = somebody(born=born, assistance=assistance, schooling=schooling)
    found = true(tekun.tekun_without_labour, things(person=person))
    assert unknown(found) if expected is None else found is expected


def test_the_age_of_minors_was_raised_in_august_2020():
    case = things(person=somebody())
    assert worth(tekun.tekun_age_of_minors, case, date(2020, 7, 31)) == 16
    assert worth(tekun.tekun_age_of_minors, case, date(2020, 9, 1)) == 18
    # The sources say the month and no more.
    assert unknown(measure(tekun.tekun_age_of_minors, facts(date(2020, 8, 15)), case))


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (DisabilityKind.INTELLECTUAL, 3),
        (DisabilityKind.MENTAL, 3),
        (DisabilityKind.PHYSICAL, 2),
        (DisabilityKind.VISUAL, 1),
        (DisabilityKind.HEARING, 0),
        (DisabilityKind.SPEECH, 0),
    ],
)
def test_each_kind_of_disability_has_its_grades_without_labour(kind, most):
    grades = [
        grade
        for grade in (1, 2, 3, 4)
        if true(tekun.tekun_without_labour, things(person=disabled(grade, kind)))
    ]
    assert grades == list(range(1, most + 1))


@pytest.mark.parametrize(("monthly", "expected"), [("619.99", True), ("620", False)])
def test_an_own_income_below_the_dibao_standard_is_no_income(monthly, expected):
    person = somebody(monthly)
    # What other members earn does not matter.
    case = things(home(members=(person, somebody("9000"))), person)
    assert true(tekun.tekun_without_income, case) is expected


@pytest.mark.parametrize(
    "kind",
    [
        IncomeKind.BASIC_PENSION,
        IncomeKind.MEDICAL_INSURANCE,
        IncomeKind.VETERAN_BENEFIT,
        IncomeKind.OLD_AGE_ALLOWANCE,
    ],
)
def test_pension_allowance_insurance_and_honours_are_no_income_of_tekun_persons(kind):
    person = somebody(incomes=earns(5000, kind))
    assert true(tekun.tekun_without_income, things(home(members=(person,)), person), date(2026, 1, 1)) is True


POOR = {"income_below_average": True, "assets_within_limits": True}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"assistance": Assistance.TEKUN}, True),
        ({"assistance": Assistance.DIBAO, "born": date(1965, 2, 28)}, True),
        ({"assistance": Assistance.DIBAO, "born": date(1965, 3, 1)}, False),
        ({"born": date(1955, 2, 28), **POOR}, True),
        ({"born": date(1955, 3, 1), **POOR}, False),
        ({"born": date(1940, 1, 1), **POOR, "income_below_average": False}, False),
        ({"born": date(1940, 1, 1), **POOR, "assets_within_limits": False}, False),
        ({"born": date(1940, 1, 1), **POOR, "assets_within_limits": None}, None),
        ({"disabled": True, "disability_grade": 2, **POOR}, True),
        ({"disabled": True, "disability_grade": 2}, False),
        (
            {"disabled": True, "disability_grade": 3, "disability_kinds": (DisabilityKind.MENTAL,), **POOR},
            True,
        ),
        (
            {"disabled": True, "disability_grade": 3, "disability_kinds": (DisabilityKind.VISUAL,), **POOR},
            False,
        ),
        (
            {"disabled": True, "disability_grade": 4, "disability_kinds": (DisabilityKind.MENTAL,), **POOR},
            False,
        ),
        ({"imprisoned": True, "assets_within_limits": True}, True),
        ({"missing": True, "assets_within_limits": True}, True),
        ({"without_capacity": True, "assets_within_limits": True}, True),
        ({"imprisoned": True}, False),
        ({}, False),
    ],
)
def test_who_is_unable_to_support(known, expected):
    able = Supporter(
        born=date(1980, 1, 1),
        assistance=Assistance.NONE,
        income_below_average=False,
        assets_within_limits=False,
        disabled=False,
        without_capacity=False,
        missing=False,
        imprisoned=False,
    )
    found = true(tekun.supporter_unable, things(Supporter=evolve(able, **known)))
    assert unknown(found) if expected is None else found is expected
    person = somebody(supporters=(evolve(able, **known), Supporter(assistance=Assistance.TEKUN)))
    found = true(tekun.tekun_without_supporter, things(person=person))
    assert unknown(found) if expected is None else found is expected


def test_nobody_with_the_duty_is_nobody_able_and_an_unknown_list_is_unknown():
    assert true(tekun.tekun_without_supporter, things(person=somebody(supporters=()))) is True
    assert unknown(true(tekun.tekun_without_supporter, things(person=somebody(supporters=None))))


ELDER = somebody(born=date(1950, 1, 1), supporters=())


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, True),
        ({"born": date(1980, 1, 1)}, False),
        ({"incomes": earns(700, IncomeKind.TRANSFER)}, False),
        ({"supporters": (Supporter(),)}, None),
        ({"supporters": None, "born": date(1980, 1, 1)}, False),
    ],
)
def test_a_tekun_person_meets_all_three_tests(known, expected):
    person = evolve(ELDER, **known)
    found = true(tekun.tekun, things(home(members=(person,)), person))
    assert unknown(found) if expected is None else found is expected


def test_the_floor_of_the_basic_standard_is_1_3_times_dibao():
    assert worth(tekun.tekun_basic_floor, things(home("0"))) == 806
    assert worth(tekun.tekun_amount, things(home("0"), ELDER)) == 806
    # 2023 in Chongqing: 1.3 times 735 is 955.5, and 955 were published.
    assert worth(tekun.tekun_basic_floor, things(home("0")), book=place(dibao_urban=735)) == Fraction("955.5")


@pytest.mark.parametrize(("tasks", "amount"), [(0, 50), (1, 200), (3, 200), (4, 300), (6, 300), (None, None)])
def test_care_is_paid_by_the_six_tasks(tasks, amount):
    case = things(person=somebody(tasks_unable=tasks))
    found = measure(tekun.tekun_care_amount, facts(), case)
    assert unknown(found) if amount is None else found.number == amount


@pytest.mark.parametrize(("tasks", "partly"), [(0, False), (1, True), (3, True), (4, False)])
def test_one_to_three_tasks_make_partly_dependent(tasks, partly):
    assert true(tekun.tekun_partly_dependent, things(person=somebody(tasks_unable=tasks))) is partly


def test_tekun_support_starts_next_month_and_is_reviewed_every_year():
    assert worth(tekun.tekun_start, things(person=ELDER)) == 1
    assert worth(tekun.tekun_review, things(person=ELDER)) == 12


def test_care_needs_only_the_standard_of_its_grade():
    case, book = things(person=somebody(tasks_unable=4)), place(tekun_care_half=None)
    assert worth(tekun.tekun_care_amount, case, book=book) == 300
    assert unknown(
        measure(tekun.tekun_care_amount, facts(book=book), things(person=somebody(tasks_unable=3)))
    )


def supported(support, *, wants=None):
    recorded = Tekun(support=support, wants_institution=wants)
    return things(person=somebody(assistance=Assistance.TEKUN, tekun=recorded))


def test_an_agreement_on_care_is_owed_to_tekun_persons_in_dispersed_support():
    assert true(tekun.tekun_dispersed, supported(TekunSupport.DISPERSED)) is True
    assert true(tekun.tekun_dispersed, supported(TekunSupport.INSTITUTION)) is False
    assert true(tekun.tekun_dispersed, things(person=somebody())) is False
    assert unknown(true(tekun.tekun_dispersed, supported(None)))


def test_an_institution_is_for_tekun_persons_who_want_it():
    assert true(tekun.tekun_wants_institution, supported(TekunSupport.DISPERSED, wants=True)) is True
    assert true(tekun.tekun_wants_institution, supported(TekunSupport.DISPERSED, wants=False)) is False
    assert true(tekun.tekun_wants_institution, things(person=somebody())) is False


# Temporary assistance and the homeless 临时救助、流浪乞讨


def test_emergencies_need_no_test_of_income():
    assert true(temporary.emergency_hardship, things(home("9000", sudden_hardship=True))) is True
    assert true(temporary.emergency_hardship, things(home("0", sudden_hardship=False))) is False


@pytest.mark.parametrize(("yearly", "expected"), [("47999.99", True), ("48000", False), (None, None)])
def test_spending_counts_below_the_local_income_per_head(yearly, expected):
    known = None if yearly is None else Decimal(yearly)
    family = home("0", "0", hardship_from_spending=True, yearly_income=known)
    found = true(temporary.spending_hardship, things(family))
    assert unknown(found) if expected is None else found is expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, True),
        ({"employed": True}, False),
        ({"incomes": earns("0.01")}, False),
        ({"assistance": Assistance.DIBAO}, False),
        ({"economic_hardship": False}, False),
        ({"incomes": None}, None),
    ],
)
def test_the_unemployed_without_income_get_help_unless_on_dibao(known, expected):
    person = somebody(**{"economic_hardship": True, **known})
    found = true(temporary.unemployed_without_income, things(person=person))
    assert unknown(found) if expected is None else found is expected


@pytest.mark.parametrize(
    ("days", "identity", "returned", "settled"),
    [
        (90, False, False, False),
        (91, False, False, True),
        (91, True, True, False),
        (91, None, None, None),
        (90, None, None, False),
        (None, False, False, None),
    ],
)
def test_the_homeless_return_when_known_and_are_settled_after_three_months(days, identity, returned, settled):
    case = things(AssistedPerson=AssistedPerson(id="1", days_stayed=days, identity_known=identity))
    for rule, expected in (
        (temporary.identity_known, returned),
        (temporary.long_stay_unidentified, settled),
    ):
        found = true(rule, case)
        assert unknown(found) if expected is None else found is expected


# All of them 全部


def test_no_rule_is_declared_twice_and_none_rests_on_itself():
    assert [name for name, times in Counter(rule.id for rule in RULES).items() if times > 1] == []
    behind = versions_behind(RULES, BOOK.on(DAY))
    assert {rule.id for module in MODULES for rule in module.RULES} <= {version.of.id for version in behind}


def test_what_a_rule_or_provision_rests_on_is_declared_by_this_plugin():
    declared = {rule.id for rule in RULES} | set(STANDARDS)
    for provision in PROVISIONS:
        for version in versions_behind((provision.when, *provision.amounts), BOOK.on(DAY)):
            assert version.of.id in declared


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_clause_is_glossed_and_every_rule_reads_in_both_languages(module):
    for rule in module.RULES:
        for entry in rule.timeline:
            assert entry.clause.gloss is not None
            assert "\n" not in render(entry.value, "zh") + render(entry.value, "en")
