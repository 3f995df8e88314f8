from __future__ import annotations

from decimal import Decimal

from civaffairs.domain.models import (
    AssistedPerson,
    LotteryOutlet,
    MarriageRegistry,
    SocialWorker,
    SocialWorkLevel,
    Volunteer,
)


def test_only_somebody_whose_identity_is_known_is_escorted_home(refusal):
    for known in (None, False):
        assert refusal(AssistedPerson, id="救-1", identity_known=known, returned=True) == [
            ("returned", "particular_alone")
        ]
    assert AssistedPerson(id="救-1", identity_known=False, returned=False).returned is False
    assert AssistedPerson(id="救-1", identity_known=True, returned=True).returned


def test_a_level_goes_with_a_certificate(refusal):
    assert refusal(SocialWorker, id="社-1", level=SocialWorkLevel.SENIOR) == [("level", "particular_alone")]
    assert SocialWorker(id="社-1", qualified=True, level=SocialWorkLevel.SENIOR).qualified


def test_people_in_registers_are_masked():
    for model in (AssistedPerson, SocialWorker, Volunteer):
        assert repr(model(id="登记-20250017", name="李乙")) == (
            f"{model.__name__}(id='登**********', name='李*')"
        )


def test_zero_hours_are_known_hours():
    assert Volunteer(id="志-1", hours=Decimal(0)) != Volunteer(id="志-1")


def test_offices_and_outlets_are_shown_as_they_are():
    assert repr(MarriageRegistry(name="甲区婚姻登记处", cross_province=True)) == (
        "MarriageRegistry(name='甲区婚姻登记处', cross_province=True)"
    )
    assert repr(LotteryOutlet(id="50010601")) == "LotteryOutlet(id='50010601')"
