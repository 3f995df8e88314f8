"""Persons with disabilities 残疾人福利."""

from civaffairs import SHARE, Direction, Indicator, Label, Topic
from civaffairs_china.indicators.writing import rate

disability_living_subsidy_coverage = Indicator(
    "disability_living_subsidy_coverage",
    Label("困难残疾人生活补贴覆盖率", "coverage of the living subsidy for persons with disabilities in need"),
    "%",
    Direction.UP,
    Topic.DISABILITY,
    SHARE,
)
disability_nursing_subsidy_coverage = Indicator(
    "disability_nursing_subsidy_coverage",
    Label("重度残疾人护理补贴覆盖率", "coverage of the nursing subsidy for persons with severe disabilities"),
    "%",
    Direction.UP,
    Topic.DISABILITY,
    SHARE,
)
mental_rehabilitation_township_coverage = rate(
    "mental_rehabilitation_township_coverage",
    "开展精神障碍社区康复服务的镇街比例",
    "townships with community rehabilitation for mental disorders",
    Topic.DISABILITY,
)
mental_rehabilitation_county_coverage = rate(
    "mental_rehabilitation_county_coverage",
    "开展精神障碍社区康复服务的区县比例",
    "counties with community rehabilitation for mental disorders",
    Topic.DISABILITY,
)
mental_rehabilitation_participation = rate(
    "mental_rehabilitation_participation",
    "居家患者社区参与康复率",
    "patients at home who take part in community rehabilitation",
    Topic.DISABILITY,
)
mental_rehabilitation_service_rate = rate(
    "mental_rehabilitation_service_rate",
    "登记康复对象接受规范服务率",
    "registered patients who receive rehabilitation to standard",
    Topic.DISABILITY,
)

INDICATORS: tuple[Indicator, ...] = (
    disability_living_subsidy_coverage,
    disability_nursing_subsidy_coverage,
    mental_rehabilitation_township_coverage,
    mental_rehabilitation_county_coverage,
    mental_rehabilitation_participation,
    mental_rehabilitation_service_rate,
)
