"""Small documentation projects, built with Sphinx's own application; the catalogue is a fictional 桃源区."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.inventory import InventoryFile

from civaffairs import (
    SHARE,
    Amount,
    Bounds,
    Catalogue,
    Claim,
    Commitment,
    Deed,
    Direction,
    Discrepancy,
    Document,
    Freedom,
    Grade,
    Household,
    Indicator,
    Jurisdiction,
    Label,
    Level,
    LocalStandard,
    Nature,
    NotModelled,
    Observation,
    Opaque,
    Person,
    Plan,
    Provision,
    ProvisionKind,
    Side,
    Standard,
    Table,
    Term,
    Timeline,
    Topic,
    Trust,
    Verdict,
    amount_rule,
    at_least,
    baseline,
    cell,
    condition_rule,
    dated,
    goal,
    missing,
    result,
    since,
)
from civaffairs.domain.models import CareInstitution
from civaffairs.domain.rules.expr import Rule, as_quantity, share
from civaffairs.domain.rules.views import household
from civaffairs.domain.rules.vocabulary import field_of, total
from civaffairs.domain.targets import Bound

CONF = (
    'extensions = ["civaffairs.sphinx"]\nproject = copyright = "桃源"\nversion = "1"\nhtml_theme = "basic"\n'
)
PAGES = {
    "index.rst": "Home\n====\n\n.. toctree::\n\n   taoyuan\n   china\n   indicators\n",
    "taoyuan.rst": "桃源区\n======\n\n.. civ:jurisdiction:: taoyuan\n",
    "china.rst": "中国\n====\n\n.. civ:jurisdiction:: china\n",
    "indicators.rst": "指标\n====\n\n.. civ:indicators::\n",
}


@dataclass
class Built:
    """A project after a build."""

    app: Sphinx
    warnings: str

    def html(self, page: str) -> str:
        return (Path(self.app.outdir) / f"{page}.html").read_text("utf-8")

    @property
    def objects(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Address and name to display of everything in objects.inv, by type and name."""
        inventory = InventoryFile.loads((Path(self.app.outdir) / "objects.inv").read_bytes(), uri="").data
        return {
            (kind, name): (item.uri, item.display_name)
            for kind, named in inventory.items()
            if kind.startswith("civ:")
            for name, item in named.items()
        }


@pytest.fixture
def pages() -> dict[str, str]:
    """The pages of a whole project."""
    return dict(PAGES)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a project of a name with some pages and return its folder."""

    def run(name: str, pages: dict[str, str], more: str = "", conf: str = CONF) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "conf.py").write_text(conf + more, "utf-8")
        for page, text in pages.items():
            (folder / page).write_text(text, "utf-8")
        return folder

    return run


@pytest.fixture
def build() -> Callable[..., Built]:
    """Build a project; `strict` makes a warning an error as -W does, `parallel` is a number of processes."""

    def run(folder: Path, *, strict=False, parallel=0, builder="html", **settings: object) -> Built:
        told = StringIO()
        out = folder.parent / f"{folder.name}-{builder}"
        with patch_docutils(str(folder)), docutils_namespace():
            app = Sphinx(
                folder,
                folder,
                out,
                folder.parent / f"{out.name}.doctrees",
                builder,
                confoverrides=settings,
                status=None,
                warning=told,
                warningiserror=strict,
                exception_on_warning=strict,
                parallel=parallel,
            )
            app.build()
        return Built(app, told.getvalue())

    return run


@pytest.fixture
def catalogue() -> Catalogue:
    """The nation and 桃源区, with one of everything that a page shows."""
    return taoyuan_catalogue()


@pytest.fixture
def declare() -> Callable[..., Catalogue]:
    """Declare 桃源区 with another target."""
    return taoyuan_catalogue


@pytest.fixture(autouse=True)
def install(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Callable[[Catalogue], None]:
    """Make every build load the fictional catalogue; a test may put another one in its place."""

    def run(other: Catalogue) -> None:
        monkeypatch.setattr("civaffairs.loading.load", lambda **_: other)

    run(catalogue)
    return run


def taoyuan_catalogue(target: int = 65) -> Catalogue:
    china = Jurisdiction("china", Label("中国", "China"), Level.NATION, "100000")
    taoyuan = Jurisdiction(
        "taoyuan", Label("桃源区", "Taoyuan District"), Level.DISTRICT, "990101", "china", fictional=True
    )
    beds = Indicator(
        "nursing_bed_share",
        Label("护理型床位占比", "share of nursing beds"),
        "%",
        Direction.UP,
        Topic.ELDERLY_CARE,
        SHARE,
        share(
            total(field_of(CareInstitution, "nursing_beds")),
            total(field_of(CareInstitution, "beds")),
            places=1,
            rounding="half_up",
        ),
    )
    volunteers = Indicator(
        "volunteers", Label("志愿者人数", "volunteers"), "人", Direction.UP, Topic.SOCIAL_WORK, Bounds()
    )
    plan_14 = Document(
        "taoyuan/plan-14",
        Label("桃源区民政规划", "Taoyuan plan"),
        "桃源区民政局",
        "2022-03",
        Trust.FICTIONAL,
        "桃民〔2022〕1号",
        "https://example.invalid/plan-14",
    )
    notice = Document(
        "taoyuan/standards-2021", Label("标准通知", "Notice on standards"), "桃源区民政局", None
    )
    old = Table(
        plan_14.at("一 表1", Label("完成情况", "results")), (goal("2020目标", 2020), result("2020实际", 2020))
    )
    new = Table(plan_14.at("二 表2"), (baseline("2020年", 2020), goal("2025年", 2025)))
    claim = Claim(
        Verdict(reached=True, printed="全面完成"), plan_14.at("一", Label("全部完成", "all was done"))
    )
    finished = Plan(
        "taoyuan/plan-13",
        Label("桃源区“十三五”指标", "Taoyuan, 13th plan"),
        "taoyuan",
        "2016..2020",
        plan_14,
        rows=[
            old.row("1", beds, "护理型床位占比(%)", "%", 40, 38, nature=Nature.BINDING),
            old.row("2", volunteers, "志愿者人数(人)", "人", "--", "******", nature=None),
        ],
        claim=claim,
    )
    current = Plan(
        "taoyuan/plan-14",
        Label("桃源区“十四五”规划", "Taoyuan, 14th plan"),
        "taoyuan",
        "2021..2025",
        plan_14,
        rows=[
            new.row(
                "1",
                beds,
                "养老机构护理型床位占比(%)",
                "%",
                cell(38, printed="38％"),
                at_least(target),
                nature=Nature.EXPECTED,
                note=Label("单位栏空白", "the cell of the unit is blank"),
            )
        ],
        observations=[Observation(volunteers, 2020, missing("--"), plan_14.at("三"))],
        commitments=[
            Commitment(
                "home_adaptation",
                Label("适老化改造300户", "adapt 300 homes"),
                Deed.SERVE,
                2023,
                Topic.ELDERLY_CARE,
                plan_14.at("四"),
                Bound("=", Amount(300, "户")),
            )
        ],
        discrepancies=[
            Discrepancy(
                "beds_2020",
                Label("2020年护理型床位", "nursing beds in 2020"),
                Grade.TWO_VALUES,
                (
                    Side(Label("38%", "38%"), new.clause.at("序号1").at("2020年")),
                    Side(Label("37%", "37%"), plan_14.at("一(二)")),
                ),
                Label("表中的38%", "38%, as in the table"),
                Label("目标以此为基期", "the target starts from it"),
            )
        ],
        outlook=2035,
    )
    dibao = Standard(
        "dibao_urban",
        "taoyuan",
        Label("城市低保标准", "urban Dibao standard"),
        "元/人·月",
        Topic.SOCIAL_ASSISTANCE,
        Timeline(
            (
                NotModelled(Label("缺", "not among the sources"), before="2021-09-01"),
                since("2021-09-01", Amount(640, "元/人·月"), notice.at("第一条")),
            )
        ),
        Freedom.SET,
    )
    rules, provisions = rules_and_provisions(notice)
    return Catalogue(
        jurisdictions={each.id: each for each in (china, taoyuan)},
        indicators={each.id: each for each in (beds, volunteers)},
        terms={each.id: each for each in (DIBAO, BINDING)},
        plans={each.id: each for each in (finished, current)},
        standards=(dibao,),
        rules=rules,
        provisions=provisions,
        reports=(),
    )


LAW = Document("china/decree", Label("救助办法", "Decree on assistance"), "国务院", 2014)
EARLIER = Label("来源中没有更早的规定", "earlier rules are not among the sources")
DIBAO = Term(
    "dibao",
    Label("最低生活保障", "Dibao"),
    Label("把收入补到当地标准", "tops income up to the local standard"),
    Topic.SOCIAL_ASSISTANCE,
    LAW.at("第九条"),
    ("低保",),
    ("minimum living guarantee",),
)
BINDING = Term("binding", Label("约束性", "binding"), Label("必须完成", "has to be reached"), None)


def rules_and_provisions(notice: Document) -> tuple[tuple[Rule, ...], tuple[Provision, ...]]:
    """Rules of the nation, of which 桃源区 replaces one, and a provision of each; one rule is opaque."""
    standard = LocalStandard("dibao_urban", Label("城市低保标准", "the urban Dibao standard"), "元/人·月")
    income = amount_rule(
        "income_per_head",
        "china",
        Label("人均收入", "income per head"),
        Household,
        "元/人·月",
        dated(
            EARLIER,
            since(
                "2014-05-01",
                household.yearly_income.divided_by(
                    household.members.count(), "元/人·月", places=2, rounding="down"
                ),
                LAW.at("第九条"),
            ),
        ),
    )
    poor = condition_rule(
        "poor",
        "china",
        Label("符合低保条件", "meets the conditions of Dibao"),
        Household,
        dated(
            EARLIER,
            since("2014-05-01", income < standard, LAW.at("第十条", Label("低于标准", "below the standard"))),
        ),
    )
    dibao_amount = amount_rule(
        "dibao_amount",
        "china",
        Label("低保金", "Dibao payment"),
        Household,
        "元/月",
        dated(
            EARLIER,
            since("2014-05-01", (standard - income).times(household.members.count()), LAW.at("第十二条")),
        ),
    )
    sum_of_taoyuan = amount_rule(
        "dibao_amount",
        "taoyuan",
        Label("低保金", "Dibao payment"),
        Household,
        "元/月",
        dated(
            EARLIER,
            since(
                "2021-09-01",
                (standard - income)
                .times(household.members.count())
                .rounded("元/月", places=0, rounding="up"),
                notice.at("第二条"),
            ),
            NotModelled(Label("通知缺", "the notice is missing"), since="2022-01-01", before="2023-01-01"),
            since("2023-01-01", as_quantity(Amount(500, "元/月")), notice.at("第三条")),
        ),
        supersedes=dibao_amount,
    )
    months = Opaque(
        "age_in_months",
        "Person",
        Label("月龄", "age in months"),
        "月",
        least=0,
        most=1800,
        places=0,
        clause=notice.at("第四条"),
        compute=lambda _person, _day: None,
    )
    infant = condition_rule(
        "infant",
        "taoyuan",
        Label("婴幼儿", "is an infant"),
        Person,
        dated(EARLIER, since("2021-09-01", months < Amount(36, "月"), notice.at("第四条"))),
    )
    start = amount_rule(
        "dibao_start",
        "china",
        Label("起发", "start"),
        Household,
        "月",
        dated(EARLIER, since("2014-05-01", as_quantity(Amount(1, "月")), LAW.at("第十三条"))),
    )
    place = Label("最低生活保障", "Dibao"), Topic.SOCIAL_ASSISTANCE, ProvisionKind.CASH
    provisions = (
        Provision("dibao", "china", *place, poor, amount=dibao_amount),
        Provision(
            "dibao",
            "taoyuan",
            *place,
            poor,
            amount=sum_of_taoyuan,
            starts_after=start,
            not_modelled=(Label("由窗口另行告知", "the office tells it"),),
            supersedes="china",
        ),
        Provision(
            "disaster_aid",
            "china",
            Label("受灾人员救助", "aid after disasters"),
            Topic.SOCIAL_ASSISTANCE,
            ProvisionKind.SERVICE,
            poor,
        ),
    )
    return (income, poor, dibao_amount, start, sum_of_taoyuan, infant), provisions
