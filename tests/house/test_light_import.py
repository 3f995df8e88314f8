"""Heavy libraries load when they are used, and not because somebody imported civaffairs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import civaffairs

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(ROOT.glob("plugins/*/src/*/__init__.py"))


def loaded_by(code: str) -> set[str]:
    """Return which modules some code loads."""
    watched = f"""
import sys
before = set(sys.modules)
{dedent(code)}
after = set(sys.modules)
import json
print(json.dumps(sorted(after - before)))
"""
    folders = [str(Path(civaffairs.__file__).parents[1]), *(str(each.parents[1]) for each in PLUGINS)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folders)}
    done = subprocess.run(
        [sys.executable, "-c", watched], env=environment, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


def brought_by(code: str) -> set[str]:
    """Return which top-level modules outside the standard library some code loads."""
    return {name.partition(".")[0] for name in loaded_by(code)} - sys.stdlib_module_names


def test_importing_civaffairs_loads_the_standard_library_and_nothing_else():
    assert brought_by("import civaffairs") == {"civaffairs"}


def test_every_name_of_the_front_door_rests_on_attrs_and_the_plugin_loader_alone():
    brought = brought_by("from civaffairs import *")
    assert brought <= {"civaffairs", "attr", "attrs", "packaging", "pluggy"}


def test_reading_every_plan_of_the_house_loads_no_library_but_those_of_the_loader():
    """No pint, no data frame, no chart, no workbook: a plan is read by declaring values."""
    assert PLUGINS
    names = [each.parent.name for each in PLUGINS]
    brought = brought_by(f"""
        from importlib import import_module
        from civaffairs import load
        load(only=())
        for name in {names!r}:
            for hook, declared in list(vars(import_module(name)).items()):
                if hook.startswith("civaffairs_"):
                    list(declared())
    """)
    assert brought <= {"civaffairs", "attr", "attrs", "packaging", "pluggy", *names}
    assert brought >= set(names)


def test_the_doctor_starts_without_anything_but_the_standard_library():
    assert brought_by("import civaffairs.loading.doctor") == {"civaffairs"}


def test_deciding_waits_for_no_plan_and_for_nothing_that_it_does_not_need():
    """From nothing to the first decision in a tenth of a second: every one of these takes some of it."""
    loaded = loaded_by("""
        from civaffairs import load
        wanted = ["standards", "rules", "provisions"]
        print(len(load(strict=True, only=["china", "chongqing", "jiangjin"], parts=wanted)), file=sys.stderr)
    """)
    assert {"civaffairs.domain.standards", "civaffairs_chongqing.standards"} <= loaded
    plans = {"civaffairs.domain.plan", "civaffairs.domain.indicators", "civaffairs.domain.targets"}
    tables = {"civaffairs_china.indicators", "civaffairs_jiangjin.plan"}
    ours = {"civaffairs.errors.wordings", "civaffairs.exchange", "civaffairs.present"}
    heavy = {"difflib", "email", "importlib.metadata", "importlib.resources", "packaging", "traceback"}
    assert loaded & (plans | tables | ours | heavy) == set()
