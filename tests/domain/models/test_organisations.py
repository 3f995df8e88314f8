from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import AnnualCheck, AnnualCheckResult, OrgKind, SocialOrg, credit_check
from civaffairs.errors import NotInForce


def code(prefix):
    first = f"{prefix}100000000000001"
    return first + credit_check(first)


@pytest.mark.parametrize(("kind", "prefix"), [*zip(OrgKind, ("51", "52", "53"), strict=True)])
def test_the_credit_code_begins_as_the_kind_wants(refusal, kind, prefix):
    assert SocialOrg(name="甲会", kind=kind, credit_code=code(prefix)).credit_code == code(prefix)
    for other in {"51", "52", "53", "91"} - {prefix}:
        assert refusal(SocialOrg, name="甲会", kind=kind, credit_code=code(other)) == [
            ("credit_code", "credit_of_another_kind")
        ]


def test_all_faults_of_an_organisation_come_together(refusal):
    checks = (
        AnnualCheck(year=2024, result=AnnualCheckResult.PASSED),
        AnnualCheck(year=2024, result=AnnualCheckResult.NOT_YET),
    )
    assert refusal(
        SocialOrg,
        name="甲会",
        kind="社会团体",
        credit_code="51",
        registered=date(2020, 1, 2),
        awarded=date(2020, 1, 1),
        grade=6,
        was_demoted=False,
        demoted=date(2019, 1, 1),
        revoked=date(2020, 1, 1),
        annual_checks=checks,
        public_fundraising=True,
        charitable=False,
        full_time_staff=-1,
    ) == [
        ("kind", "fact_type"),
        ("credit_code", "credit_length"),
        ("grade", "fact_too_large"),
        ("full_time_staff", "fact_too_small"),
        ("awarded", "particular_alone"),
        ("demoted", "particular_alone"),
        ("revoked", "particular_alone"),
        ("public_fundraising", "particular_alone"),
        ("awarded", "dates_reversed"),
        ("demoted", "dates_reversed"),
        ("revoked", "dates_reversed"),
        ("annual_checks[1]", "item_repeated"),
    ]


def test_a_grade_has_its_date_and_the_checks_one_entry_a_year():
    checks = tuple(AnnualCheck(year=year, result=AnnualCheckResult.PASSED) for year in (2023, 2024))
    club = SocialOrg(
        name="甲会",
        kind=OrgKind.ASSOCIATION,
        credit_code=code("51"),
        registered=date(2019, 5, 5),
        assessed=True,
        grade=3,
        awarded=date(2022, 5, 5),
        annual_checks=checks,
    )
    assert [check.year for check in club.annual_checks] == [2023, 2024]


def test_an_organisation_not_assessed_is_not_one_of_which_nothing_is_known():
    facts = {"name": "甲会", "kind": OrgKind.SERVICE, "credit_code": code("52")}
    assert SocialOrg(**facts, assessed=False) != SocialOrg(**facts)


COUNTS = {
    "registered": SocialOrg.years_registered_on,
    "awarded": SocialOrg.years_since_award_on,
    "demoted": SocialOrg.years_since_demotion_on,
    "revoked": SocialOrg.years_since_revocation_on,
}


def club(**dates):
    return SocialOrg(
        name="甲会",
        kind=OrgKind.ASSOCIATION,
        credit_code=code("51"),
        assessed=True,
        was_demoted=True,
        was_revoked=True,
        **dates,
    )


@pytest.mark.parametrize("name", COUNTS)
@given(begin=st.dates(date(1950, 1, 1), date(2030, 12, 31)), years=st.integers(0, 60))
def test_a_year_is_full_at_the_end_of_the_corresponding_day(name, begin, years):
    leap_day = (begin.month, begin.day) == (2, 29)
    corresponding = date(begin.year + years, 2, 28) if leap_day else begin.replace(year=begin.year + years)
    after = date(corresponding.year, 3, 1) if leap_day else date.fromordinal(corresponding.toordinal() + 1)
    if years and not leap_day:
        assert COUNTS[name](club(**{name: begin}), corresponding) == years - 1
    assert COUNTS[name](club(**{name: begin}), after) == years


@pytest.mark.parametrize("name", COUNTS)
def test_years_since_an_unknown_date_are_unknown(name):
    others = dict.fromkeys(set(COUNTS) - {name}, date(2020, 5, 5))
    assert COUNTS[name](club(**others), date(2025, 7, 1)) is None


@pytest.mark.parametrize("name", COUNTS)
def test_there_are_no_years_before_the_date_and_the_fault_says_of_which(name):
    with pytest.raises(NotInForce, match="2020-05-05") as caught:
        COUNTS[name](club(**{name: date(2020, 5, 5)}), date(2020, 5, 4))
    assert [(each.where, each.code) for each in caught.value.faults] == [(name, "not_yet_so")]
    assert "2020-05-04" in caught.value.text("zh")


@pytest.mark.parametrize(("year", "ago"), [(2025, 0), (2024, 1), (2026, -1)])
def test_a_check_lies_back_as_many_years_as_its_year(year, ago):
    assert AnnualCheck(year=year, result=AnnualCheckResult.PASSED).years_ago_on(date(2025, 12, 31)) == ago


def test_never_demoted_is_not_the_same_as_not_known():
    facts = {"name": "甲会", "kind": OrgKind.SERVICE, "credit_code": code("52")}
    assert SocialOrg(**facts, was_demoted=False, was_revoked=False) != SocialOrg(**facts)
