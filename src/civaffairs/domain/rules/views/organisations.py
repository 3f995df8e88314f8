"""Social organisations as cases."""

from __future__ import annotations

from civaffairs.domain.models import AnnualCheck, SocialOrg
from civaffairs.domain.rules.vocabulary import derived, flag, items, quantity, term


class annual_check:  # noqa: N801
    """The annual check of a social organisation in one year."""

    years_ago = derived(AnnualCheck.years_ago_on)
    result = term(AnnualCheck.result)


class organisation:  # noqa: N801
    """A social organisation."""

    kind = term(SocialOrg.kind)
    years_registered = derived(SocialOrg.years_registered_on)
    assessed = flag(SocialOrg.assessed)
    grade = quantity(SocialOrg.grade)
    years_since_award = derived(SocialOrg.years_since_award_on)
    was_demoted = flag(SocialOrg.was_demoted)
    years_since_demotion = derived(SocialOrg.years_since_demotion_on)
    was_revoked = flag(SocialOrg.was_revoked)
    years_since_revocation = derived(SocialOrg.years_since_revocation_on)
    annual_checks = items(SocialOrg.annual_checks, AnnualCheck, unit="项")
    charitable = flag(SocialOrg.charitable)
    public_fundraising = flag(SocialOrg.public_fundraising)
