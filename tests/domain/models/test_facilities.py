from __future__ import annotations

from decimal import Decimal

from civaffairs.domain.models import (
    CareInstitution,
    Community,
    CommunityCareFacility,
    CommunityFacility,
    Township,
    TownshipKind,
    notices,
)


def test_all_faults_of_a_care_institution_come_together(refusal):
    assert refusal(
        CareInstitution,
        name="一号院",
        beds=100,
        nursing_beds=101,
        dementia_beds=102,
        residents=90,
        dependent_residents=91,
        caregivers=10,
        certified_caregivers=11,
        rating=5,
        comprehensive="是",
    ) == [
        ("comprehensive", "fact_type"),
        ("nursing_beds", "part_exceeds_whole"),
        ("dementia_beds", "part_exceeds_whole"),
        ("dependent_residents", "part_exceeds_whole"),
        ("certified_caregivers", "part_exceeds_whole"),
        ("rating", "particular_alone"),
    ]


def test_nursing_and_dementia_beds_may_be_the_same_beds():
    assert CareInstitution(name="一号院", beds=100, nursing_beds=80, dementia_beds=40).dementia_beds == 40


def test_more_residents_than_beds_is_a_notice():
    (notice,) = notices(CareInstitution(name="一号院", beds=100, residents=104))
    assert notice.text("zh") == "residents：入住 104 人，床位只有 100 张。请核对两个数"
    assert notices(CareInstitution(name="一号院", beds=100, residents=100)) == ()
    assert notices(CareInstitution(name="一号院", residents=100)) == ()
    assert notices(CareInstitution(name="一号院", beds=100)) == ()


def test_a_community_has_no_more_certified_workers_than_workers(refusal):
    assert refusal(Community, name="甲社区", workers=9, certified_workers=10) == [
        ("certified_workers", "part_exceeds_whole")
    ]


def test_offices_are_no_larger_than_the_facility_they_are_in(refusal):
    facts = {"name": "甲", "office_area": Decimal("90.01")}
    assert refusal(CommunityFacility, **facts, area=Decimal(90)) == [("office_area", "part_exceeds_whole")]
    assert CommunityFacility(**facts).area is None


def test_of_a_place_only_the_name_must_be_known(refusal):
    for model in (CommunityFacility, CommunityCareFacility, Community, Township, CareInstitution):
        assert model(name="甲").name == "甲"
        assert refusal(model, name=None) == [("name", "fact_missing")]


def test_no_station_is_not_an_unknown_station():
    street = Township(name="甲街道", kind=TownshipKind.SUBDISTRICT, minors_station=False)
    assert (street.minors_station, street.social_work_station) == (False, None)
