"""Published figures that targets refer to: consumption, other standards. Observation files name them by their id."""

from civaffairs import Label, Series

urban_consumption = Series(
    "urban_consumption",
    Label("城镇居民人均消费支出", "consumption per head of urban residents"),
    "元/人·年",
)
resident_consumption = Series(
    "resident_consumption",
    Label("城乡居民人均消费支出", "consumption per head of urban and rural residents"),
    "元/人·年",
)
dibao_standard = Series("dibao_standard", Label("最低生活保障标准", "Dibao standard"), "元/人·月")
# An indicator as well: an observation of the one is an observation of the other.
tekun_basic = Series(
    "tekun_basic_standard",
    Label("特困人员基本生活标准", "basic living standard of tekun persons"),
    "元/人·月",
)
provincial_poverty_line = Series(
    "provincial_poverty_line", Label("省扶贫标准", "provincial poverty line"), "元/人·年"
)
ministry_care_rate = Series(
    "ministry_care_rate",
    Label(
        "民政部规定的不能自理特困人员集中供养率",
        "Ministry's rate of concentrated care for dependent tekun persons",
    ),
    "%",
)
severe_disability_subsidy = Series(
    "severe_disability_subsidy",
    Label("重度残疾人护理补贴标准", "nursing subsidy for persons with severe disabilities"),
    "元/人·月",
)
