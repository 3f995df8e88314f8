"""People and households as cases."""

from __future__ import annotations

from civaffairs.domain.models import Child, Elder, Household, Income, Parent, Person, Supporter, Tekun
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
