"""Two dozen small plugins, most of them broken, really built and really installed beside each other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import civaffairs

SOURCE = Path(civaffairs.__file__).parents[1]


@dataclass(frozen=True)
class Project:
    """A plugin to build: the distribution `civaffairs-<name>`, whose module is `civaffairs_<name>`."""

    name: str
    code: str
    entry: str = ""
    target: str = ""
    requires: tuple[str, ...] = ("civaffairs>=0.1",)

    def write(self, folder: Path) -> Path:
        module = f"civaffairs_{self.name.replace('-', '_')}"
        project = folder / self.name
        project.mkdir()
        (project / "pyproject.toml").write_text(
            dedent(f"""
            [build-system]
            requires = ["hatchling"]
            build-backend = "hatchling.build"

            [project]
            name = "civaffairs-{self.name}"
            version = "1.2.3"
            dependencies = {json.dumps(self.requires)}

            [project.entry-points."civaffairs.plugins"]
            {self.entry or self.name} = "{self.target or module}"

            [tool.hatch.build.targets.wheel]
            only-include = ["{module}.py"]
            """),
            "utf-8",
        )
        (project / f"{module}.py").write_text(dedent(self.code), "utf-8")
        return project


IMPORTS = (
    "from civaffairs import Commitment, Deed, Document, Jurisdiction, Label, Level, Plan, Topic, hookimpl\n"
)


def hook(name: str, body: str) -> str:
    """Return the code of one hook."""
    return f"\n@hookimpl\ndef civaffairs_{name}():\n    {body}\n"


def declares(what: str, returned: str) -> str:
    """Return the code of a plugin with one hook."""
    return IMPORTS + hook(what, f"return {returned}")


def place(name: str, parent: str, code: str) -> str:
    """Return the declaration of a fictional district."""
    return (
        f'Jurisdiction("{name}", Label("{name}区", "{name} District"), Level.DISTRICT, "{code}", '
        f'"{parent}", fictional=True)'
    )


NATION = 'Jurisdiction("peach-nation", Label("桃国", "Peach"), Level.NATION, "100000")'

EVERY_HOOK = """
from civaffairs import Amount, Direction, Document, Freedom, Indicator, Jurisdiction, Label, Level
from civaffairs import Household, NotModelled, Plan, Provision, ProvisionKind, SHARE, Standard, Timeline
from civaffairs import Always, Exemption, Invariant, Term, Topic, condition_rule, hookimpl, since
from civaffairs.domain.proposals import Proposal
from civaffairs.domain.rules.views import household

TOWN = "peach-town"
CARE = Topic.ELDERLY_CARE
PLAN = Document("peach-town/plan-14", Label("桃镇区规划", "Peach Town plan"), "桃镇区民政局", 2022)
GAP = NotModelled(Label("缺", "unknown"), before=2021)
PAID = Timeline((GAP, since(2021, Amount(600, "元/月"), PLAN.at("一"))))
POOR = Timeline((GAP, since(2021, household.assets <= Amount(600, "元"), PLAN.at("二"))))
RULE = condition_rule("peach_poor", TOWN, Label("桃贫", "peach-poor"), Household, POOR)

@hookimpl
def civaffairs_jurisdictions():
    name = Label("桃镇区", "Peach Town")
    yield Jurisdiction(TOWN, name, Level.DISTRICT, "999101", "peach-nation", fictional=True)

@hookimpl
def civaffairs_indicators():
    return {Indicator("peach_beds", Label("桃床", "peach beds"), "%", Direction.UP, CARE, SHARE)}

@hookimpl
def civaffairs_terms():
    return [Term("peach_word", Label("桃语", "peach word"), Label("桃", "peach"), CARE, PLAN.at("三"))]

@hookimpl
def civaffairs_standards():
    return (Standard("peach_pay", TOWN, Label("桃补", "peach pay"), "元/月", CARE, PAID, Freedom.SET),)

@hookimpl
def civaffairs_rules():
    return [RULE]

@hookimpl
def civaffairs_provisions():
    return [Provision("peach_help", TOWN, Label("桃助", "peach help"), CARE, ProvisionKind.STATUS, RULE)]

@hookimpl
def civaffairs_invariants():
    rich = Always(RULE | (household.assets > Amount(600, "元")))
    yield Invariant("peach_all", TOWN, Label("桃恒", "peach law"), CARE, "Household", rich, PLAN.at("四"))

@hookimpl
def civaffairs_exemptions():
    why = Label("来源如此", "so say the sources")
    yield Exemption("peach_known", TOWN, "invariants", "peach_all", why, PLAN.at("四"))

@hookimpl
def civaffairs_proposals():
    raised = {"peach_pay": Amount(650, "元/月")}
    yield Proposal("peach_more", TOWN, Label("桃增", "peach raise"), CARE, PLAN.at("五"), standards=raised)

@hookimpl
def civaffairs_plans():
    return [Plan("peach-town/plan-14", PLAN.label, TOWN, "2021..2025", PLAN)]

@hookimpl(optionalhook=True)
def civaffairs_of_a_later_version():
    return []
"""

PRINTS = (
    "import time\nprint('早上好')\ntime.sleep(0.05)\n" + IMPORTS + hook("plans", "print('晚安'); return []")
)

SOUND = (
    Project("peach-nation", declares("jurisdictions", f"[{NATION}]")),
    Project("every-hook", EVERY_HOOK),
    Project("prints-and-dawdles", PRINTS),
    Project("zz-last", declares("jurisdictions", f"[{place('zz-last', 'peach-nation', '999102')}]")),
    Project(
        "for-another-python",
        declares("plans", "[]"),
        requires=("civaffairs>=99; python_version < '3'", "civaffairs>=0.1", "another>=99"),
    ),
)

PLEDGED_TWICE = """
DOCUMENT = Document("p/1", Label("规划", "Plan"), "局", 2022)
PLEDGE = Commitment("a", Label("甲", "A"), Deed.BUILD, None, Topic.FUNDING, DOCUMENT.at("一"))
PARTS = ("p/1", DOCUMENT.label, "p", "2021..2025", DOCUMENT)
"""

OTHER_MARKER = "from pluggy import HookimplMarker\nhookimpl = HookimplMarker('other')\n"

BROKEN = (
    Project("module-gone", "import no_such_library_anywhere"),
    Project("syntax", "def broken(:\n"),
    Project("exits", "import sys\nsys.exit('no licence file')\n"),
    Project("bad-at-import", "from civaffairs import Label\nLabel('桃', ' ')\n"),
    Project("target-module", declares("plans", "[]"), target="civaffairs_no_such_module"),
    Project("target-attribute", declares("plans", "[]"), target="civaffairs_target_attribute:no_such_thing"),
    Project("argument", IMPORTS + "@hookimpl\ndef civaffairs_plans(settings):\n    return []\n"),
    Project("untouchable", "def __dir__():\n    raise OSError('leave me alone')\n"),
    Project("misspelt", IMPORTS + hook("plan", "return []") + hook("indicator", "return []")),
    Project("other-marker", OTHER_MARKER + hook("plans", "return []")),
    Project("without-hooks", "PLAN = 14\n"),
    Project(
        "raises", IMPORTS + hook("plans", "return 1 / 0") + hook("standards", "raise SystemExit('enough')")
    ),
    Project("half-way", IMPORTS + hook("plans", "yield 1; raise KeyError('half')")),
    Project(
        "bad-declaration",
        IMPORTS + PLEDGED_TWICE + hook("plans", "return [Plan(*PARTS, commitments=[PLEDGE, PLEDGE])]"),
    ),
    Project("returns-nothing", declares("plans", "None")),
    Project("endless", IMPORTS + hook("plans", "while True: yield None")),
    Project("returns-text", declares("indicators", "'indicators'")),
    Project("returns-one", declares("jurisdictions", place("lonely", "peach-nation", "999103"))),
    Project("stranger", declares("jurisdictions", f"[{place('ok', 'peach-nation', '999104')}, 'x', 7]")),
    Project("twin-a", declares("plans", "[]"), entry="twin"),
    Project("twin-b", declares("jurisdictions", "1 / 0"), entry="twin"),
    Project(
        "yy-copy",
        declares(
            "jurisdictions", f"[{place('new', 'peach-town', '999105')}, {place('peach-town', 'x', '999106')}]"
        ),
    ),
    Project(
        "repeats",
        declares("jurisdictions", f"[{place('again', 'x', '999107')}, {place('again', 'x', '999107')}]"),
    ),
    Project(
        "too-new", "raise AssertionError('imported in spite of its version')", requires=("Civaffairs >=99",)
    ),
)

INCOMPLETE = (
    Project("orphan", declares("jurisdictions", f"[{place('orphan', 'never-declared', '999108')}]")),
    Project("plan-of-nobody", IMPORTS + PLEDGED_TWICE + hook("plans", "return [Plan(*PARTS)]")),
)

PROJECTS = (*SOUND, *BROKEN, *INCOMPLETE)


@pytest.fixture(scope="session")
def names() -> frozenset[str]:
    """The entry-point names of all of them."""
    return frozenset(each.entry or each.name for each in PROJECTS)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which all of them are installed."""
    folder = tmp_path_factory.mktemp("plugins")
    sources = folder / "sources"
    sources.mkdir()
    wheels = [str(each.write(sources)) for each in PROJECTS]
    build = "import sys; from hatchling.builders.wheel import WheelBuilder as W\n"
    build += "for each in sys.argv[1:]: print(*W(each).build())"
    built = subprocess.run([sys.executable, "-c", build, *wheels], capture_output=True, text=True, check=True)
    pip = (
        [sys.executable, "-m", "pip"] if find_spec("pip") else ["uv", "pip"]
    )  # uv makes environments without pip
    target = folder / "installed"
    options = ["--quiet", "--no-index", "--no-deps", "--target", str(target)]
    subprocess.run([*pip, "install", *options, *built.stdout.splitlines()], check=True)
    return target


Ask = Callable[..., Any]


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Run code in a Python of its own, with some folders on its path, and return what it prints as JSON."""

    def ask(code: str, *folders: Path, **settings: str) -> Any:
        outside = {name: value for name, value in os.environ.items() if not name.startswith("CIVAFFAIRS_")}
        path = os.pathsep.join(map(str, (*folders, SOURCE)))
        environment = {**outside, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **settings}
        done = subprocess.run(
            [sys.executable, "-c", dedent(code)],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
