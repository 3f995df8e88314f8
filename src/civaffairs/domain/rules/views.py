"""The facts of cases by name, as authors of rules write them: `person.age >= Amount(80, "岁")`.

Each class stands for one thing that a rule looks at. Its attributes are nodes of rules; an editor leads from
them to the fact of the model. `household.members`, `person.incomes` and their like are collections, with
`count`, `total`, `any` and `all`.

Example:
    >>> from civaffairs.domain.rules.render import render
    >>> from civaffairs.domain.units import Amount
    >>> render(person.age >= Amount(80, "岁"), "en")
    'age is at least 80 years'
    >>> render(household.members.any(person.seriously_ill), "zh")
    '有共同生活的家庭成员为重病患者'
"""

from __future__ import annotations

from civaffairs.domain.models import (
    AnnualCheck,
    AssistedPerson,
    CareInstitution,
    Cemetery,
    Child,
    CommunityFacility,
    Deceased,
    Elder,
    Household,
    Income,
    Parent,
    Person,
    SocialOrg,
    Supporter,
    Tekun,
)
from civaffairs.domain.rules.vocabulary import derived, flag, items, quantity, term, terms


class income:  # noqa: N801 - a thing in a rule, not a type
    """One income of a person."""

    kind = term(Income.kind)
    monthly = quantity(Income.monthly)


class supporter:  # noqa: N801
    """Somebody who by law has to support a person."""

    age = derived(Supporter.age_on)
    assistance = term(Supporter.assistance)
    income_below_average = flag(Supporter.income_below_average)
    assets_within_limits = flag(Supporter.assets_within_limits)
    disabled = flag(Supporter.disabled)
    disability_grade = quantity(Supporter.disability_grade)
    disability_kinds = terms(Supporter.disability_kinds)
    without_capacity = flag(Supporter.without_capacity)
    missing = flag(Supporter.missing)
    imprisoned = flag(Supporter.imprisoned)


class parent:  # noqa: N801
    """One parent of a child."""

    state = term(Parent.state)
    months = quantity(Parent.months)


class elder:  # noqa: N801
    """A person as an elder."""

    lives_alone = flag(Elder.lives_alone, within=Person.elder)
    left_behind = flag(Elder.left_behind, within=Person.elder)
    in_special_difficulty = flag(Elder.in_special_difficulty, within=Person.elder)
    ability_assessed = flag(Elder.ability_assessed, within=Person.elder)
    care = term(Elder.care, within=Person.elder)
    visited = flag(Elder.visited, within=Person.elder)
    owner_consents = flag(Elder.owner_consents, within=Person.elder)
    neighbours_consent = flag(Elder.neighbours_consent, within=Person.elder)


class child:  # noqa: N801
    """A person as a child."""

    guardianship = term(Child.guardianship, within=Person.child)
    orphan = flag(Child.orphan, within=Person.child)
    unattended = flag(Child.unattended, within=Person.child)
    left_behind = flag(Child.left_behind, within=Person.child)
    in_difficulty = flag(Child.in_difficulty, within=Person.child)
    placement = term(Child.placement, within=Person.child)
    surgery_indicated = flag(Child.surgery_indicated, within=Person.child)
    parents = items(Child.parents, Parent, unit="人", within=Person.child)


class tekun:  # noqa: N801
    """A person as a tekun person."""

    support = term(Tekun.support, within=Person.tekun)
    wants_institution = flag(Tekun.wants_institution, within=Person.tekun)
    care_agreement = flag(Tekun.care_agreement, within=Person.tekun)


class person:  # noqa: N801
    """A member of a household."""

    age = derived(Person.age_on)
    registration = term(Person.registration)
    assistance = term(Person.assistance)
    incomes = items(Person.incomes, Income, unit="项")
    other_benefits = quantity(Person.other_benefits)
    economic_hardship = flag(Person.economic_hardship)
    work_cost = quantity(Person.work_cost)
    employed = flag(Person.employed)
    able_to_work = flag(Person.able_to_work)
    schooling = term(Person.schooling)
    seriously_ill = flag(Person.seriously_ill)
    disabled = flag(Person.disabled)
    disability_grade = quantity(Person.disability_grade)
    disability_kinds = terms(Person.disability_kinds)
    dependence = term(Person.dependence)
    tasks_unable = quantity(Person.tasks_unable)
    long_term_care = flag(Person.long_term_care)
    supporters = items(Person.supporters, Supporter, unit="人")


class household:  # noqa: N801
    """A household."""

    area = term(Household.area)
    members = items(Household.members, Person, unit="人")
    assets = quantity(Household.assets)
    assets_within_limits = flag(Household.assets_within_limits)
    yearly_income = quantity(Household.yearly_income)
    rising_through_work = flag(Household.rising_through_work)
    income_unstable = flag(Household.income_unstable)
    sudden_hardship = flag(Household.sudden_hardship)
    hardship_from_spending = flag(Household.hardship_from_spending)
    rigid_spending = quantity(Household.rigid_spending)


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


class cemetery:  # noqa: N801
    """A cemetery."""

    nature = term(Cemetery.nature)
    level = term(Cemetery.level)
    plots = quantity(Cemetery.plots)
    single_plots = quantity(Cemetery.single_plots)
    joint_plots = quantity(Cemetery.joint_plots)
    ecological_plots = quantity(Cemetery.ecological_plots)
    single_plot_area = quantity(Cemetery.single_plot_area)
    joint_plot_area = quantity(Cemetery.joint_plot_area)
    stone_height = quantity(Cemetery.stone_height)
    flat_stones = flag(Cemetery.flat_stones)


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


class institution:  # noqa: N801
    """A care institution."""

    kind = term(CareInstitution.kind)
    operator = term(CareInstitution.operator)
    beds = quantity(CareInstitution.beds)
    nursing_beds = quantity(CareInstitution.nursing_beds)
    residents = quantity(CareInstitution.residents)
    caregivers = quantity(CareInstitution.caregivers)
    certified_caregivers = quantity(CareInstitution.certified_caregivers)
    social_workers = quantity(CareInstitution.social_workers)
    meets_quality_standard = flag(CareInstitution.meets_quality_standard)


class facility:  # noqa: N801
    """A comprehensive service facility of a community."""

    area = quantity(CommunityFacility.area)
    office_area = quantity(CommunityFacility.office_area)
    scattered = flag(CommunityFacility.scattered)
    badly_sited = flag(CommunityFacility.badly_sited)
