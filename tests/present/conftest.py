"""A fictional plan that shows everything once: each outcome, each kind of target, each kind of absence."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from civaffairs.domain.indicators import SHARE, Bounds, Direction, Indicator
from civaffairs.domain.jurisdictions import Jurisdiction, Level
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation, Verdict
from civaffairs.domain.plan import Claim, Plan
from civaffairs.domain.progress import Method, follow, follow_results
from civaffairs.domain.rules.expr import Series, growth
from civaffairs.domain.sources import Document, Trust
from civaffairs.domain.tables import Table, baseline, cell, goal, result, yearly_growth
from civaffairs.domain.targets import Nature, at_least, at_most, between, more_than, qualitative
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount, AmountRange
from civaffairs.present.view import progress_view

BINDING, EXPECTED = Nature.BINDING, Nature.EXPECTED


def indicator(name, zh, en, unit, topic, direction=Direction.UP, bounds=None):  # noqa: PLR0917 - a fixture
    return Indicator(name, Label(zh, en), unit, direction, topic, bounds or Bounds())


dibao_ratio = indicator(
    "dibao_ratio",
    "农村低保标准占城市低保标准比例",
    "rural Dibao standard as a share of the urban one",
    "%",
    Topic.SOCIAL_ASSISTANCE,
    bounds=SHARE,
)
dibao_growth = indicator(
    "dibao_growth",
    "城乡低保标准年度增速",
    "annual growth of the Dibao standard",
    "%",
    Topic.SOCIAL_ASSISTANCE,
)
nursing = indicator(
    "nursing_bed_share", "护理型床位占比", "share of nursing beds", "%", Topic.ELDERLY_CARE, bounds=SHARE
)
beds = indicator(
    "beds", "每千名老年人拥有床位数", "beds per 1,000 elders", "张/千名老年人", Topic.ELDERLY_CARE
)
open_beds = indicator(
    "open_beds", "面向社会开放的床位数", "beds open to the public", "张", Topic.ELDERLY_CARE
)
coverage = indicator(
    "service_coverage",
    "城市社区养老服务设施覆盖率",
    "coverage of urban community care facilities",
    "%",
    Topic.ELDERLY_CARE,
    bounds=SHARE,
)
tekun = indicator(
    "tekun_standard",
    "特困人员基本生活标准",
    "basic living standard of Tekun persons",
    "元/人·年",
    Topic.SOCIAL_ASSISTANCE,
)
care = indicator(
    "care_standard",
    "特困人员照料护理标准",
    "care standard of Tekun persons",
    "元/人·月",
    Topic.SOCIAL_ASSISTANCE,
)
directors = indicator(
    "child_directors",
    "儿童主任配备率",
    "communities with a children's director",
    "%",
    Topic.CHILD_WELFARE,
    bounds=SHARE,
)
cremation = indicator("cremation", "遗体火化率", "cremation rate", "%", Topic.FUNERALS, bounds=SHARE)
complaints = indicator(
    "plot_area", "公墓平均占地面积", "average area of a grave plot", "平方米", Topic.FUNERALS, Direction.DOWN
)
workers = indicator(
    "social_workers", "社会工作专业人才", "professional social workers", "人", Topic.SOCIAL_WORK
)
charter = indicator("charter", "村规民约修订", "revision of village charters", "1", Topic.COMMUNITY)
volunteers = indicator(
    "volunteers",
    "注册志愿者人数占居民人口的比例",
    "registered volunteers as a share of residents",
    "%",
    Topic.SOCIAL_WORK,
    bounds=SHARE,
)
spending = Series(
    "urban_consumption", Label("城镇居民人均消费支出", "urban consumption per head"), "元/人·年"
)

DISTRICT = Jurisdiction(
    "taoyuan", Label("桃源区", "Taoyuan District"), Level.DISTRICT, "990101", "wuling", fictional=True
)
DOCUMENT = Document(
    "taoyuan/plan-14",
    Label("桃源区民政事业发展“十四五”规划", "14th Five-Year Plan for Civil Affairs of Taoyuan"),
    "桃源区人民政府办公室",
    "2022-03-15",
    Trust.FICTIONAL,
    "桃府办发〔2022〕15号",
)


def running_plan():
    """A plan on its way: expected growth of a series, milestones, a band, a judgement."""
    table = Table(
        DOCUMENT.at("表1"),
        (baseline("2020年现状", 2020), goal("2023年目标", 2023), goal("2025年目标", 2025)),
    )
    shares = table.row(
        "1", nursing, "养老机构护理型床位占比(%)", "%", 38, at_least(50), at_least(65), nature=BINDING
    )
    tenth = Table(DOCUMENT.at("表2"), (baseline("2020年", 2020), goal("2025年", 2025)))
    grown = Table(DOCUMENT.at("表3"), (baseline("2020年", 2020), yearly_growth("年均增长(%)", 2025)))
    return Plan(
        "taoyuan/plan-14",
        Label("民政事业发展“十四五”规划", "14th Five-Year Plan for Civil Affairs"),
        "taoyuan",
        "2021..2025",
        DOCUMENT,
        (
            evolve(shares, targets=(evolve(shares.targets[0], milestone=True), shares.targets[1])),
            tenth.row(
                "2",
                dibao_growth,
                "城乡低保标准年度增速",
                "%",
                "——",
                at_least(growth(spending).previous_year),
                nature=EXPECTED,
            ),
            tenth.row(
                "3", dibao_ratio, "农村低保标准占城市低保标准比例(%)", "%", 80, between(80, 90), nature=None
            ),
            tenth.row("4", coverage, "城市社区养老服务设施覆盖率(%)", "%", 92, 100, nature=BINDING),
            tenth.row(
                "5①",
                beds,
                "每千名老年人拥有床位数(张)",
                "张/千名老年人",
                "35.5",
                at_least("42.5"),
                nature=EXPECTED,
                note=Label("按户籍老年人口计", "counted by registered elders"),
            ),
            tenth.row(
                "5②", open_beds, "其中:面向社会开放的床位数(万张)", "万张", "0.3", "0.45", nature=EXPECTED
            ),
            tenth.row(
                "6", complaints, "公墓平均占地面积(平方米)", "平方米", "1.2", at_most("0.8"), nature=EXPECTED
            ),
            tenth.row(
                "7",
                charter,
                "村规民约修订",
                "",
                "",
                qualitative("全部完成修订", "all of them revised"),
                nature=EXPECTED,
            ),
            tenth.row("8", directors, "儿童主任配备率(%)", "%", "******", "——", nature=BINDING),
            grown.row("9", workers, "社会工作专业人才(人)", "人", 1400, more_than(8), nature=EXPECTED),
        ),
    )


def observed():
    def seen(of, value, period="2022", where="observations.csv, row 3"):
        return Observation(of, period, value, where)

    return (
        seen(nursing, Amount("45", "%")),
        seen(dibao_growth, Amount("6.2", "%")),
        seen(spending, Amount(30000, "元/人·年"), "2020"),
        seen(spending, Amount(32100, "元/人·年"), "2021"),
        seen(dibao_ratio, Amount("83.5", "%")),
        seen(coverage, Amount("100", "%")),
        seen(beds, Amount("38.6", "张/千名老年人"), "2022-06"),
        seen(complaints, Amount("1.02", "平方米")),
        seen(charter, value=False),
        seen(workers, Amount(1700, "人")),
    )


def finished_plan():
    """A finished plan with results, verdicts of its own, and places where they cannot be followed."""
    document = Document(
        "taoyuan/plan-13",
        Label("桃源区民政事业发展“十三五”总结", "13th Five-Year Results of Taoyuan"),
        "桃源区民政局",
        "2021-02",
        Trust.FICTIONAL,
    )
    table = Table(
        document.at("表1"), (baseline("2015年", 2015), goal("2020目标", 2020), result("2020实际", 2020))
    )
    done = Verdict(True, "完成")
    return Plan(
        "taoyuan/plan-13",
        Label("民政事业发展“十三五”规划", "13th Five-Year Plan for Civil Affairs"),
        "taoyuan",
        "2016..2020",
        document,
        (
            table.row(
                "1①",
                dibao_ratio,
                "①农村低保标准占当地城市低保标准的比率,按上年度人均消费支出折算(%)",
                "%",
                45,
                between(28, 35),
                cell(37, verdict=done),
                nature=BINDING,
            ),
            table.row(
                "1②",
                tekun,
                "②特困人员基本生活标准(元)",
                "元/人·年",
                4200,
                at_least(spending.previous_year * "0.6"),
                cell(8508, verdict=done),
                nature=BINDING,
            ),
            table.row(
                "2",
                care,
                "特困人员照料护理标准",
                "元/人·月",
                "——",
                at_least(200),
                cell(AmountRange(Amount(100, "元/人·月"), Amount(300, "元/人·月")), verdict=done),
                nature=BINDING,
            ),
            table.row(
                "3",
                coverage,
                "城市社区养老服务设施覆盖率(%)",
                "%",
                70,
                100,
                cell(100, verdict=done),
                nature=EXPECTED,
            ),
            table.row("4", volunteers, "注册志愿者人数占居民人口的比例(%)", "%", 8, 13, 26, nature=EXPECTED),
            table.row("5", cremation, "年均遗体火化率(%)", "%", 30, "--", "--", nature=EXPECTED),
            table.row("6", workers, "社会工作专业人才(人)", "人", 140, 265, 120, nature=EXPECTED),
        ),
        claim=Claim(Verdict(True, "圆满完成"), document.at("第一章")),
    )


@pytest.fixture(scope="session")
def running():
    plan = running_plan()
    return progress_view(DISTRICT, plan, follow(plan, observed(), on=date(2023, 1, 31)))


@pytest.fixture(scope="session")
def compounded():
    plan = running_plan()
    return progress_view(
        DISTRICT, plan, follow(plan, observed(), on=date(2023, 1, 31), method=Method.COMPOUND)
    )


@pytest.fixture(scope="session")
def finished():
    plan = finished_plan()
    return progress_view(DISTRICT, plan, follow_results(plan))
