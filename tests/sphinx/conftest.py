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
    Indicator,
    Jurisdiction,
    Label,
    Level,
    Nature,
    NotModelled,
    Observation,
    Plan,
    Side,
    Standard,
    Table,
    Timeline,
    Topic,
    Trust,
    Verdict,
    at_least,
    baseline,
    cell,
    goal,
    missing,
    result,
    since,
)
from civaffairs.domain.models import CareInstitution
from civaffairs.domain.rules.expr import share
from civaffairs.domain.rules.vocabulary import field_of, total

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
                Amount(300, "户"),
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
    return Catalogue(
        jurisdictions={each.id: each for each in (china, taoyuan)},
        indicators={each.id: each for each in (beds, volunteers)},
        plans={each.id: each for each in (finished, current)},
        standards=(dibao,),
        reports=(),
    )
