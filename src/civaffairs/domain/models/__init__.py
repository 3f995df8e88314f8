"""The things of the field as values: people, households, organisations, cemeteries, facilities and services.

Every model is immutable, takes keyword arguments only and is checked as a whole when it is made; see
`civaffairs.domain.models.fact`. What is not known is None. Personal data is masked in every repr and error.

Names are imported when they are first used: a decision on a family needs no cemetery.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# At once, for the module and one of its names are called the same.
from civaffairs.domain.models.fact import (
    Fact,
    amount,
    attributes,
    count,
    derived,
    fact,
    fact_of,
    fact_of_derived,
    is_model,
    label_of,
    model,
    notices,
    replaced,
    value_faults,
)

if TYPE_CHECKING:
    from civaffairs.domain.models.cemeteries import Cemetery, CemeteryLevel, CemeteryNature
    from civaffairs.domain.models.deceased import Deceased
    from civaffairs.domain.models.every import MODELS
    from civaffairs.domain.models.facilities import (
        CareInstitution,
        CareInstitutionKind,
        Community,
        CommunityCareFacility,
        CommunityCareKind,
        CommunityFacility,
        Operator,
        Township,
        TownshipKind,
    )
    from civaffairs.domain.models.identifiers import (
        birth_in,
        credit_check,
        credit_problems,
        identity_check,
        identity_problems,
        sex_in,
        tidied,
    )
    from civaffairs.domain.models.incomes import Income, IncomeKind
    from civaffairs.domain.models.masking import mask, shown
    from civaffairs.domain.models.organisations import AnnualCheck, AnnualCheckResult, OrgKind, SocialOrg
    from civaffairs.domain.models.people import (
        Assistance,
        Dependence,
        DisabilityKind,
        Household,
        Person,
        Registration,
        Schooling,
        Supporter,
    )
    from civaffairs.domain.models.roles import (
        CarePlace,
        Child,
        Elder,
        Guardianship,
        Parent,
        ParentState,
        Placement,
        Tekun,
        TekunSupport,
    )
    from civaffairs.domain.models.services import (
        AssistedPerson,
        LotteryOutlet,
        MarriageRegistry,
        SocialWorker,
        SocialWorkLevel,
        Volunteer,
    )
    from civaffairs.domain.models.terms import Area, Sex, Term

__all__ = [
    "MODELS",
    "AnnualCheck",
    "AnnualCheckResult",
    "Area",
    "Assistance",
    "AssistedPerson",
    "CareInstitution",
    "CareInstitutionKind",
    "CarePlace",
    "Cemetery",
    "CemeteryLevel",
    "CemeteryNature",
    "Child",
    "Community",
    "CommunityCareFacility",
    "CommunityCareKind",
    "CommunityFacility",
    "Deceased",
    "Dependence",
    "DisabilityKind",
    "Elder",
    "Fact",
    "Guardianship",
    "Household",
    "Income",
    "IncomeKind",
    "LotteryOutlet",
    "MarriageRegistry",
    "Operator",
    "OrgKind",
    "Parent",
    "ParentState",
    "Person",
    "Placement",
    "Registration",
    "Schooling",
    "Sex",
    "SocialOrg",
    "SocialWorkLevel",
    "SocialWorker",
    "Supporter",
    "Tekun",
    "TekunSupport",
    "Term",
    "Township",
    "TownshipKind",
    "Volunteer",
    "amount",
    "attributes",
    "birth_in",
    "count",
    "credit_check",
    "credit_problems",
    "derived",
    "fact",
    "fact_of",
    "fact_of_derived",
    "identity_check",
    "identity_problems",
    "is_model",
    "label_of",
    "mask",
    "model",
    "notices",
    "replaced",
    "sex_in",
    "shown",
    "tidied",
    "value_faults",
]

_HOMES = {
    "cemeteries": "Cemetery CemeteryLevel CemeteryNature",
    "deceased": "Deceased",
    "every": "MODELS",
    "facilities": (
        "CareInstitution CareInstitutionKind Community CommunityCareFacility CommunityCareKind "
        "CommunityFacility Operator Township TownshipKind"
    ),
    "identifiers": "birth_in credit_check credit_problems identity_check identity_problems sex_in tidied",
    "incomes": "Income IncomeKind",
    "masking": "mask shown",
    "organisations": "AnnualCheck AnnualCheckResult OrgKind SocialOrg",
    "people": "Assistance Dependence DisabilityKind Household Person Registration Schooling Supporter",
    "roles": "CarePlace Child Elder Guardianship Parent ParentState Placement Tekun TekunSupport",
    "services": "AssistedPerson LotteryOutlet MarriageRegistry SocialWorkLevel SocialWorker Volunteer",
    "terms": "Area Sex Term",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
