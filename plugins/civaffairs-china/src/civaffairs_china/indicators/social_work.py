"""Social work and volunteering 社会工作和志愿服务."""

from civaffairs import SHARE, Amount, Bounds, CommonFigure, Direction, Indicator, Label, Topic
from civaffairs.domain.models import Community, CommunityFacility, SocialWorker, Township, Volunteer
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.vocabulary import count, field_of, flag_of, total
from civaffairs_china.indicators.writing import PRINTED, number, part, rate

RESIDENTS = total(field_of(Community, "residents"))
VERIFIED = count(Volunteer, "人", flag_of(Volunteer, "verified"))

social_work_professionals = Indicator(
    "social_work_professionals",
    Label("社会工作专业人才数", "social work professionals"),
    "人",
    Direction.UP,
    Topic.SOCIAL_WORK,
    Bounds(low=Amount(0, "人")),
    definition=count(SocialWorker, "人"),
)
social_work_professional_share = Indicator(
    "social_work_professional_share",
    Label("社会工作专业人才占总人口比例", "social work professionals as a share of the population"),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
    definition=share(count(SocialWorker, "人"), RESIDENTS, **PRINTED),
)
community_worker_certification = Indicator(
    "community_worker_certification",
    Label("社区工作人员社工证持证率", "community workers who hold a social work certificate"),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
    share(total(field_of(Community, "certified_workers")), total(field_of(Community, "workers")), **PRINTED),
)
volunteer_station_coverage = Indicator(
    "volunteer_station_coverage",
    Label(
        "志愿服务站点在社区综合服务设施中的覆盖率", "community service facilities with a volunteer station"
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
    part(CommunityFacility, "volunteer_station"),
)
registered_volunteer_share = Indicator(
    "registered_volunteer_share",
    Label("注册志愿者人数占居民人口的比例", "registered volunteers as a share of residents"),
    "%",
    Direction.UP,
    Topic.SOCIAL_WORK,
    SHARE,
    means=CommonFigure.VOLUNTEER_SHARE,
    definition=share(count(Volunteer, "人"), RESIDENTS, **PRINTED),
)

registered_volunteers = Indicator(
    "registered_volunteers",
    Label("实名注册志愿者人数", "registered volunteers"),
    "人",
    Direction.UP,
    Topic.SOCIAL_WORK,
    Bounds(low=Amount(0, "人")),
    means=CommonFigure.VOLUNTEERS,
    definition=VERIFIED,
)
volunteers_with_hours = Indicator(
    "volunteers_with_hours",
    Label("有志愿服务时间记录的志愿者人数", "volunteers with recorded hours of service"),
    "人",
    Direction.UP,
    Topic.SOCIAL_WORK,
    Bounds(low=Amount(0, "人")),
    definition=count(Volunteer, "人", field_of(Volunteer, "hours") > Amount(0, "小时")),
)
social_work_station_coverage = rate(
    "social_work_station_coverage",
    "镇(街道)社会工作站覆盖率",
    "townships with a social work station",
    Topic.SOCIAL_WORK,
    definition=part(Township, "social_work_station"),
)
social_work_room_coverage = rate(
    "social_work_room_coverage",
    "村(社区)社会工作室覆盖率",
    "villages and communities with a social work room",
    Topic.SOCIAL_WORK,
)
certified_social_workers = number(
    "certified_social_workers",
    "持证社会工作专业人才",
    "certified social workers",
    "人",
    Topic.SOCIAL_WORK,
    definition=count(SocialWorker, "人", flag_of(SocialWorker, "qualified")),
)
social_work_agencies = number(
    "social_work_agencies",
    "民办社工服务机构",
    "private social work agencies",
    "organisation",
    Topic.SOCIAL_WORK,
)
volunteer_participation = rate(
    "volunteer_participation", "志愿服务参与率", "residents who take part in volunteering", Topic.SOCIAL_WORK
)
verified_volunteer_share = rate(
    "verified_volunteer_share",
    "实名认证志愿者占常住人口比例",
    "verified volunteers as a share of residents",
    Topic.SOCIAL_WORK,
    definition=share(VERIFIED, RESIDENTS, **PRINTED),
)
verified_volunteers = number(
    "verified_volunteers",
    "实名认证志愿者",
    "verified volunteers",
    "人",
    Topic.SOCIAL_WORK,
    definition=VERIFIED,
)

INDICATORS: tuple[Indicator, ...] = (
    social_work_professionals,
    social_work_professional_share,
    community_worker_certification,
    volunteer_station_coverage,
    registered_volunteer_share,
    registered_volunteers,
    volunteers_with_hours,
    social_work_station_coverage,
    social_work_room_coverage,
    certified_social_workers,
    social_work_agencies,
    volunteer_participation,
    verified_volunteer_share,
    verified_volunteers,
)
