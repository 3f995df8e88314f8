from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import (
    Area,
    Assistance,
    Child,
    DisabilityKind,
    Elder,
    Guardianship,
    Household,
    Income,
    IncomeKind,
    Parent,
    ParentState,
    Person,
    Sex,
    Supporter,
    Tekun,
    TekunSupport,
    identity_check,
    notices,
)
from civaffairs.errors import ModelInvalid, NotInForce

BIRTHS = st.dates(date(1880, 1, 1), date(2030, 12, 31))
DAYS = st.integers(0, 120 * 366)


def number(born, order=9):
    first = f"110000{born:%Y%m%d}{order:03}"
    return first + identity_check(first)


@given(BIRTHS, DAYS, DAYS)
def test_nobody_grows_younger(born, one, other):
    person = Person(born=born)
    early, late = sorted((one, other))
    assert person.age_on(born + timedelta(early)) <= person.age_on(born + timedelta(late))


@given(BIRTHS, DAYS)
def test_the_age_grows_by_one_in_each_year(born, days):
    person, day = Person(born=born), born + timedelta(days)
    later = date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
    assert person.age_on(later) - person.age_on(day) in (0, 1) if day == born else (1,)


@given(BIRTHS.filter(lambda day: (day.month, day.day) != (2, 29)), st.integers(1, 120))
def test_the_new_age_counts_from_the_day_after_the_birthday(born, years):
    person, birthday = Person(born=born), born.replace(year=born.year + years)
    assert person.age_on(birthday) == years - 1
    assert person.age_on(birthday + timedelta(1)) == years


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2100])
def test_who_was_born_on_29_february_is_older_from_1_march(year):
    person = Person(born=date(1940, 2, 29))
    assert person.age_on(date(year, 2, 28)) == year - 1941
    assert person.age_on(date(year, 3, 1)) == year - 1940


def test_on_the_day_of_birth_the_age_is_zero():
    assert Person(born=date(2020, 2, 29)).age_on(date(2020, 2, 29)) == 0


def test_there_is_no_age_before_the_birth():
    with pytest.raises(NotInForce, match="2019-12-31"):
        Person(born=date(2020, 1, 1)).age_on(date(2019, 12, 31))


@given(BIRTHS, st.decimals(0, 10**6, places=2), st.text("甲乙丙丁", min_size=2, max_size=4))
def test_a_repr_never_shows_who_it_is_or_what_they_have(born, income, name):
    person = Person(
        born=born,
        name=name,
        identity_number=number(born),
        incomes=(Income(kind=IncomeKind.WAGES, monthly=income),),
        seriously_ill=True,
        supporters=(Supporter(born=born, imprisoned=True),),
        child=Child(parents=(Parent(state=ParentState.IMPRISONED, months=17),)),
    )
    home = Household(area=Area.RURAL, members=(person,), id="桃低保-0017", assets=income)
    for each in (person, home, *person.incomes, *person.supporters, *person.child.parents):
        words = repr(each)
        assert name not in words
        assert f"{born:%Y%m%d}" not in words
        assert "Decimal" not in words
        assert "date(" not in words
        assert "True" not in words
        assert "17" not in words
        assert "WAGES" not in words
        assert "IMPRISONED" not in words


def test_what_is_unknown_is_none_and_left_out_of_the_repr():
    person = Person(born=date(1941, 3, 8))
    assert person.employed is None
    assert repr(person) == "Person(born=***)"


def test_an_identity_number_is_stored_in_its_usual_spelling():
    person = Person(born=date(1949, 12, 31), identity_number="１１００００１９４９１２３１００９ｘ")
    assert person.identity_number == "11000019491231009X"


def test_all_faults_of_a_person_come_together(refusal):
    assert refusal(
        Person,
        born="1941-03-08",
        name=" ",
        identity_number="110000194912310091",
        incomes=(IncomeKind.WAGES,),
        tasks_unable=7,
        other_benefits=717.5,
        work_cost=Decimal("1.005"),
        employed=1,
        disabled=False,
        disability_grade=2,
        disability_kinds=(DisabilityKind.MENTAL, DisabilityKind.MENTAL),
        elder=Elder(),
        child=Child(),
        tekun=Tekun(support=TekunSupport.DISPERSED),
        assistance=Assistance.DIBAO,
    ) == [
        ("born", "fact_type"),
        ("name", "fact_blank"),
        ("identity_number", "identity_check"),
        ("incomes[0]", "fact_type"),
        ("other_benefits", "fact_type"),
        ("work_cost", "too_many_places"),
        ("employed", "fact_type"),
        ("tasks_unable", "fact_too_large"),
        ("disability_grade", "particular_alone"),
        ("disability_kinds", "particular_alone"),
        ("disability_kinds[1]", "item_repeated"),
        ("child", "facts_exclude"),
        ("tekun", "tekun_not_assisted"),
    ]


@given(st.integers(-(10**6), 10**6).filter(lambda grade: not 1 <= grade <= 4))
def test_a_disability_grade_outside_1_to_4_is_refused(refusal, grade):
    assert (
        refusal(Person, born=date(1941, 3, 8), disabled=True, disability_grade=grade)[0][0]
        == "disability_grade"
    )


def test_a_disability_grade_needs_a_disability(refusal):
    assert refusal(Person, born=date(1941, 3, 8), disability_grade=2) == [
        ("disability_grade", "particular_alone")
    ]
    assert Person(born=date(1941, 3, 8), disabled=True, disability_grade=2).disability_grade == 2


def test_no_income_is_not_an_income_of_which_nothing_is_known():
    born = date(1941, 3, 8)
    assert Person(born=born, incomes=()) != Person(born=born)
    assert Person(born=born, supporters=()) != Person(born=born)


def test_an_income_says_what_it_is_and_how_much(refusal):
    assert refusal(Income, kind=None, monthly=None) == [("kind", "fact_missing"), ("monthly", "fact_missing")]
    assert refusal(Income, kind=IncomeKind.WAGES, monthly=Decimal("0.001")) == [
        ("monthly", "too_many_places")
    ]


def test_two_incomes_of_one_kind_are_two_incomes():
    job = Income(kind=IncomeKind.WAGES, monthly=Decimal(800))
    assert Person(born=date(1981, 3, 8), incomes=(job, job)).incomes == (job, job)


@given(BIRTHS, DAYS)
def test_a_supporter_is_as_old_as_anybody_born_on_that_day(born, days):
    day = born + timedelta(days)
    assert Supporter(born=born).age_on(day) == Person(born=born).age_on(day)


def test_the_age_of_a_supporter_of_unknown_birth_is_unknown():
    assert Supporter().age_on(date(2025, 7, 1)) is None
    with pytest.raises(NotInForce, match="2019-12-31"):
        Supporter(born=date(2020, 1, 1)).age_on(date(2019, 12, 31))


def test_the_disability_of_a_supporter_is_held_against_its_particulars(refusal):
    assert refusal(Supporter, disability_grade=2, disability_kinds=(DisabilityKind.MENTAL,) * 2) == [
        ("disability_grade", "particular_alone"),
        ("disability_kinds", "particular_alone"),
        ("disability_kinds[1]", "item_repeated"),
    ]
    assert Supporter(disabled=True, disability_grade=2).disability_grade == 2


def test_faults_of_supporters_and_parents_are_refused_where_they_are_made(refusal):
    assert refusal(Supporter, born=date(1879, 12, 31)) == [("born", "fact_too_small")]
    assert refusal(Parent, state=None, months=-1) == [("state", "fact_missing"), ("months", "fact_too_small")]


def test_nobody_was_born_before_1880(refusal):
    assert refusal(Person, born=date(1879, 12, 31)) == [("born", "fact_too_small")]


def test_facts_as_a_tekun_person_go_with_the_assistance_known_or_not():
    facts = Tekun(wants_institution=True)
    assert Person(born=date(1941, 3, 8), tekun=facts).tekun is facts
    assert Person(born=date(1941, 3, 8), tekun=facts, assistance=Assistance.TEKUN).tekun is facts


def test_an_orphan_is_neither_unattended_nor_left_behind_nor_in_the_parents_care(refusal):
    assert refusal(
        Child, orphan=True, unattended=True, left_behind=True, guardianship=Guardianship.PARENTS
    ) == [
        ("unattended", "facts_exclude"),
        ("left_behind", "facts_exclude"),
        ("guardianship", "orphan_in_parents_care"),
    ]
    assert Child(orphan=False, unattended=True, guardianship=Guardianship.RELATIVES).unattended
    assert Child(orphan=True, guardianship=Guardianship.RELATIVES).orphan


def test_no_parent_of_an_orphan_can_bring_the_child_up(refusal):
    dead, capable = Parent(state=ParentState.DEAD), Parent(state=ParentState.CAPABLE)
    assert refusal(Child, orphan=True, parents=(dead, capable)) == [
        ("parents[1].state", "orphan_of_capable_parent")
    ]
    assert Child(orphan=True, parents=(dead, dead)).orphan
    assert Child(orphan=False, parents=(dead, capable)).parents[1] is capable
    assert Child(parents=(capable,)).orphan is None


def test_a_child_whose_parents_are_listed_has_one_at_least(refusal):
    assert refusal(Child, parents=()) == [("parents", "items_missing")]


def test_another_date_or_sex_in_the_number_is_a_notice_and_no_fault():
    born = date(1949, 12, 31)
    told = Person(born=born, identity_number=number(born), sex=Sex.MALE)
    assert notices(told) == ()
    other = Person(born=date(1950, 1, 8), identity_number=number(born, 11), sex=Sex.FEMALE)
    home = Household(area=Area.URBAN, members=(told, other))
    found = notices(home)
    assert [(each.where, each.code) for each in found] == [
        ("members[1].born", "number_says_other_birth"),
        ("members[1].sex", "number_says_other_sex"),
    ]
    assert "1949" not in "".join(each.text(lang) for each in found for lang in ("zh", "en"))


def test_a_person_without_number_gives_no_notice():
    assert notices(Person(born=date(1949, 12, 31), sex=Sex.MALE, elder=Elder(lives_alone=True))) == ()
    born = date(1949, 12, 31)
    assert notices(Person(born=born, identity_number=number(born))) == ()


def test_a_household_has_members_of_which_nobody_is_listed_twice(refusal):
    born = date(1949, 12, 31)
    somebody, unknown = Person(born=born, identity_number=number(born)), Person(born=born)
    assert refusal(Household, area=Area.URBAN, members=()) == [("members", "items_missing")]
    assert refusal(Household, area=Area.URBAN, members=(somebody, unknown, unknown, somebody)) == [
        ("members[3]", "item_repeated")
    ]


def test_a_household_names_what_is_no_person(refusal):
    assert refusal(Household, area="城市", members=(Person(born=date(1949, 12, 31)), "张甲", None)) == [
        ("area", "fact_type"),
        ("members[1]", "fact_type"),
        ("members[2]", "fact_type"),
    ]
    assert refusal(Household, area=None, members=[]) == [("area", "fact_missing"), ("members", "fact_type")]


def test_a_list_that_is_longer_than_any_real_one_is_refused():
    members = tuple(Person(born=date(1980, 1, 1)) for _ in range(101))
    with pytest.raises(ModelInvalid) as refused:
        Household(area=Area.URBAN, members=members)
    assert [each.code for each in refused.value.faults] == ["too_many_items"]
    assert len(Household(area=Area.URBAN, members=members[1:]).members) == 100
