"""Social organisations 社会组织."""

from civaffairs import RATIO, SHARE, Amount, Bounds, CommonFigure, Direction, Indicator, Label, Topic
from civaffairs.domain.models import Community, SocialOrg
from civaffairs.domain.rules.expr import Quotient, share
from civaffairs.domain.rules.vocabulary import count, field_of, flag_of, total
from civaffairs_china.indicators.writing import PRINTED, number

GRADED_3A = flag_of(SocialOrg, "assessed") & (field_of(SocialOrg, "grade") >= Amount(3, RATIO))

registered_social_organisations = Indicator(
    "registered_social_organisations",
    Label("登记类社会组织数量", "registered social organisations"),
    "organisation",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    Bounds(low=Amount(0, "organisation")),
    count(SocialOrg, "organisation"),
    means=CommonFigure.ORGANISATIONS,
)
social_organisations_3a_share = Indicator(
    "social_organisations_3a_share",
    Label("登记类社会组织3A级及以上占比", "registered social organisations graded 3A or above"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    SHARE,
    share(
        count(SocialOrg, "organisation", GRADED_3A),
        count(SocialOrg, "organisation"),
        **PRINTED,
    ),
    means=CommonFigure.ORGANISATIONS_3A_SHARE,
)
social_organisations_per_10000 = Indicator(
    "social_organisations_per_10000",
    Label("每万人拥有社会组织数", "social organisations per 10,000 persons"),
    "organisation/wan_person",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    Bounds(low=Amount(0, "organisation/wan_person")),
    definition=Quotient(
        count(SocialOrg, "organisation"),
        total(field_of(Community, "residents")),
        "organisation/wan_person",
        **PRINTED,
    ),
)
social_organisation_staff = Indicator(
    "social_organisation_staff",
    Label("社会组织专职工作人员数量", "full-time staff of social organisations"),
    "人",
    Direction.UP,
    Topic.SOCIAL_ORGANISATIONS,
    Bounds(low=Amount(0, "人")),
    definition=total(field_of(SocialOrg, "full_time_staff")),
)
urban_community_organisations = number(
    "urban_community_organisations",
    "城市社区平均拥有社区社会组织",
    "community social organisations per urban community",
    "organisation/community",
    Topic.SOCIAL_ORGANISATIONS,
)
rural_community_organisations = number(
    "rural_community_organisations",
    "农村社区平均拥有社区社会组织",
    "community social organisations per rural community",
    "organisation/community",
    Topic.SOCIAL_ORGANISATIONS,
)

INDICATORS: tuple[Indicator, ...] = (
    registered_social_organisations,
    social_organisations_3a_share,
    social_organisations_per_10000,
    social_organisation_staff,
    urban_community_organisations,
    rural_community_organisations,
)
