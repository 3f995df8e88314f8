"""Cemeteries, institutions and facilities as cases."""

from __future__ import annotations

from civaffairs.domain.models import CareInstitution, Cemetery, CommunityFacility
from civaffairs.domain.rules.vocabulary import flag, quantity, term


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
