from __future__ import annotations

from datetime import date

import pytest

from civaffairs.domain.models import AnnualCheck, AnnualCheckResult, OrgKind, SocialOrg, credit_check


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
        ("public_fundraising", "particular_alone"),
        ("awarded", "dates_reversed"),
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
