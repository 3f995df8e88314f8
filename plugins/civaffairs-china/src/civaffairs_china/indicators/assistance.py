"""Social assistance 社会救助."""

from civaffairs import SHARE, Amount, Bounds, Direction, Indicator, Label, Topic
from civaffairs.domain.models import AssistedPerson
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.vocabulary import count, flag_of
from civaffairs_china.indicators.writing import PRINTED, rate
from civaffairs_china.local_standards import dibao_rural, dibao_urban
from civaffairs_china.series import urban_consumption

IDENTIFIED = flag_of(AssistedPerson, "identity_known")

dibao_standard_growth = Indicator(
    "dibao_standard_growth",
    Label("城乡低保标准年度增速", "annual growth of the urban and rural Dibao standards"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(),
)
rural_dibao_share_of_urban = Indicator(
    "rural_dibao_share_of_urban",
    Label("农村低保标准占城市低保标准比例", "rural Dibao standard as a share of the urban one"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
    # To two decimals, halves up, as the plans print it.
    share(dibao_rural, dibao_urban, places=2, rounding="half_up"),
)
urban_dibao_share_of_consumption = Indicator(
    "urban_dibao_share_of_consumption",
    Label(
        "城市低保标准占当地城镇居民上年度人均消费支出比率",
        "urban Dibao standard as a share of local urban consumption per head in the previous year",
    ),
    "%",
    Direction.NEUTRAL,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
    share(dibao_urban, urban_consumption.previous_year, places=2, rounding="half_up"),
)
rural_dibao_standard = Indicator(
    "rural_dibao_standard",
    Label("农村低保标准", "rural Dibao standard"),
    "元/人·年",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "元/人·年")),
)
tekun_basic_standard = Indicator(
    "tekun_basic_standard",
    Label("特困人员基本生活标准", "basic living standard of tekun persons"),
    "元/人·月",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "元/人·月")),
)
tekun_care_standard = Indicator(
    "tekun_care_standard",
    Label("特困人员照料护理标准", "care standard of tekun persons"),
    "元/人·月",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    Bounds(low=Amount(0, "元/人·月")),
)
tekun_concentrated_care_rate = Indicator(
    "tekun_concentrated_care_rate",
    Label("有集中供养意愿的特困人员集中供养率", "tekun persons in concentrated care among those who want it"),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
tekun_institution_capacity = Indicator(
    "tekun_institution_capacity",
    Label(
        "特困人员救助供养服务机构集中供养能力",
        "capacity of institutions for concentrated care of tekun persons",
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
dependent_tekun_concentrated_care_rate = Indicator(
    "dependent_tekun_concentrated_care_rate",
    Label(
        "特困人员中不能自理人员集中供养率",
        "concentrated care among tekun persons who cannot care for themselves",
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
)
vagrant_return_rate = Indicator(
    "vagrant_return_rate",
    Label(
        "查明身份信息流浪乞讨受助人员接送返回率",
        "assisted homeless persons of known identity who were brought home",
    ),
    "%",
    Direction.UP,
    Topic.SOCIAL_ASSISTANCE,
    SHARE,
    share(
        count(AssistedPerson, "人", IDENTIFIED & flag_of(AssistedPerson, "returned")),
        count(AssistedPerson, "人", IDENTIFIED),
        **PRINTED,
    ),
)
dependent_tekun_willing_care_rate = rate(
    "dependent_tekun_willing_care_rate",
    "有意愿的失能特困人员集中供养率",
    "dependent tekun persons in concentrated care among those who want it",
    Topic.SOCIAL_ASSISTANCE,
)
dependent_tekun_agreement_rate = rate(
    "dependent_tekun_agreement_rate",
    "分散供养失能特困人员委托照料服务协议签订率",
    "dispersed dependent tekun persons with a care agreement",
    Topic.SOCIAL_ASSISTANCE,
)
long_stay_settlement_rate = rate(
    "long_stay_settlement_rate",
    "长期滞留流浪乞讨人员落户安置率",
    "long-staying homeless persons settled with a household register",
    Topic.SOCIAL_ASSISTANCE,
)
dibao_share_of_consumption = rate(
    "dibao_share_of_consumption",
    "低保标准占居民人均消费支出比例",
    "Dibao standard as a share of consumption per head of all residents",
    Topic.SOCIAL_ASSISTANCE,
)

INDICATORS: tuple[Indicator, ...] = (
    dibao_standard_growth,
    rural_dibao_share_of_urban,
    urban_dibao_share_of_consumption,
    rural_dibao_standard,
    tekun_basic_standard,
    tekun_care_standard,
    tekun_concentrated_care_rate,
    tekun_institution_capacity,
    dependent_tekun_concentrated_care_rate,
    vagrant_return_rate,
    dependent_tekun_willing_care_rate,
    dependent_tekun_agreement_rate,
    long_stay_settlement_rate,
    dibao_share_of_consumption,
)
