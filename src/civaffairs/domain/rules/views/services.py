"""The homeless and the dead as cases."""

from __future__ import annotations

from civaffairs.domain.models import AssistedPerson, Deceased
from civaffairs.domain.rules.vocabulary import flag, quantity, term


class homeless:  # noqa: N801
    """An assisted homeless person."""

    minor = flag(AssistedPerson.minor)
    identity_known = flag(AssistedPerson.identity_known)
    returned = flag(AssistedPerson.returned)
    days_stayed = quantity(AssistedPerson.days_stayed)
    settled = flag(AssistedPerson.settled)


class deceased:  # noqa: N801
    """Somebody who died."""

    assistance = term(Deceased.assistance)
    veteran_benefits = flag(Deceased.veteran_benefits)
    martyr = flag(Deceased.martyr)
    local = flag(Deceased.local)
    cremated = flag(Deceased.cremated)
    ecological_burial = flag(Deceased.ecological_burial)
