"""Every model, for whoever goes through all of them."""

from __future__ import annotations

from civaffairs.domain.models.cemeteries import Cemetery
from civaffairs.domain.models.deceased import Deceased
from civaffairs.domain.models.facilities import (
    CareInstitution,
    Community,
    CommunityCareFacility,
    CommunityFacility,
    Township,
)
from civaffairs.domain.models.incomes import Income
from civaffairs.domain.models.organisations import AnnualCheck, SocialOrg
from civaffairs.domain.models.people import Household, Person, Supporter
from civaffairs.domain.models.roles import Child, Elder, Parent, Tekun
from civaffairs.domain.models.services import (
    AssistedPerson,
    LotteryOutlet,
    MarriageRegistry,
    SocialWorker,
    Volunteer,
)

MODELS: tuple[type, ...] = (
    Household,
    Person,
    Income,
    Supporter,
    Elder,
    Child,
    Parent,
    Tekun,
    SocialOrg,
    AnnualCheck,
    Cemetery,
    Deceased,
    CareInstitution,
    CommunityFacility,
    CommunityCareFacility,
    Community,
    Township,
    AssistedPerson,
    MarriageRegistry,
    Volunteer,
    SocialWorker,
    LotteryOutlet,
)
"""Every model, the ones that are records of their own before the ones that stand inside them."""
