from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import civaffairs
from civaffairs.errors import PluginFault, fault
from civaffairs.loading import diagnose, doctor, loader

ROOT = Path(__file__).parents[2]

DIAGNOSE = """
import json, sys
from importlib import metadata
{before}
from civaffairs.loading import diagnose
found = diagnose()
print(json.dumps({{
    "python": found.python, "civaffairs": found.civaffairs,
    "libraries": {{
        each.distribution: [each.version, each.fault.code if each.fault else None] for each in found.libraries
    }},
    "plugins": {{each.name: each.status.name for each in found.plugins}},
    "unseen": [each.code for each in found.unseen], "faults": [each.code for each in found.faults],
    "zh": found.text("zh"), "en": found.text("en"),
    "rooms": sorted({{each.split(".")[1] for each in sys.modules if each.startswith("civaffairs.")}}),
}}))
"""
NOBODY = {"CIVAFFAIRS_LOAD_PLUGINS": ""}


def without(*modules: str, and_then: str = "") -> str:
    """Return code that lets modules look as if they were not installed."""
    return DIAGNOSE.format(before=f"sys.modules.update(dict.fromkeys({modules!r}))\n{and_then}")


@pytest.fixture(scope="module")
def sound(ask):
    return ask(DIAGNOSE.format(before=""), **NOBODY)


def test_a_sound_installation_has_no_fault_and_every_version(sound):
    assert sound["faults"] == sound["unseen"] == []
    assert sound["civaffairs"] == civaffairs.__version__
    for name in ("attrs", "pint", "pluggy"):
        assert sound["libraries"][name] == [metadata.version(name), None]
        assert f"{name} {metadata.version(name)}" in sound["zh"]


def test_the_doctor_needs_neither_the_command_line_nor_any_output_room(sound):
    assert sound["rooms"] == ["domain", "errors", "loading", "version"]


def test_the_libraries_are_those_of_the_project_file():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {"": project["dependencies"], **project["optional-dependencies"]}
    del declared["all"]
    names = {extra: sorted(each.partition(">")[0] for each in wanted) for extra, wanted in declared.items()}
    assert {extra: sorted(each) for extra, each in doctor.LIBRARIES.items()} == names


@pytest.mark.parametrize("gone", ["attrs", "pluggy"])
def test_the_doctor_answers_without_a_library_that_everything_rests_on(ask, gone):
    found = ask(without(gone), **NOBODY)
    assert found["libraries"][gone] == [None, "library_absent"]
    assert found["unseen"] == ["plugins_unseen"]
    assert f"{gone} 未安装" in found["zh"]
    assert f"pip install {gone}" in found["en"]


@pytest.mark.parametrize("gone", ["packaging", "pint"])
def test_without_a_library_of_few_uses_the_doctor_names_it_and_looks_at_the_plugins(ask, installed, gone):
    found = ask(without(gone), installed, CIVAFFAIRS_LOAD_PLUGINS="peach-nation,every-hook")
    assert found["libraries"][gone] == [None, "library_absent"]
    assert sorted(found["plugins"]) == ["every-hook", "peach-nation"]
    assert found["plugins"]["peach-nation"] == "LOADED"


def test_a_library_that_is_installed_and_breaks_on_import_is_told_from_one_that_is_missing(ask, tmp_path):
    (tmp_path / "pint.py").write_text("print('hm')\nraise OSError('libunits.so: no such file')\n", "utf-8")
    (tmp_path / "altair.py").write_text("import no_such_library_anywhere\n", "utf-8")
    found = ask(DIAGNOSE.format(before=""), tmp_path, **NOBODY)
    assert found["libraries"]["pint"] == [metadata.version("pint"), "library_broken"]
    assert "OSError: libunits.so: no such file" in found["zh"]
    assert found["libraries"]["altair"][1] == "library_broken"


def test_an_extra_that_is_not_installed_is_no_fault_and_is_said(ask):
    found = ask(without("openpyxl"), **NOBODY)
    assert found["libraries"]["openpyxl"] == [None, None]
    assert found["faults"] == []
    assert "openpyxl 未安装（可选功能 excel）" in found["zh"]
    assert "openpyxl is not installed (optional, for excel)" in found["en"]


def test_where_everything_is_broken_at_once_the_doctor_still_answers(ask, tmp_path):
    core = doctor.LIBRARIES[""]
    damaged = tmp_path / "damaged-1.dist-info"
    damaged.mkdir()
    (damaged / "entry_points.txt").write_bytes(b"\xff\xfe")
    no_versions = "def broken(name): raise OSError('disk')\nmetadata.version = broken"
    found = ask(without(*core, and_then=no_versions), tmp_path)
    assert [found["libraries"][name][1] for name in core] == ["library_absent"] * len(core)
    assert found["unseen"] == ["plugins_unseen"]
    assert found["python"]


def test_a_library_whose_metadata_cannot_be_read_has_an_unknown_version(monkeypatch):
    def broken(name):
        raise OSError(name)

    monkeypatch.setattr(metadata, "version", broken)
    library = doctor._library("attrs", "")
    assert (library.version, library.fault) == ("?", None)
    assert library.text("en") == "attrs ?"


def test_a_list_of_plugins_that_cannot_be_read_is_a_fault_like_any_other(monkeypatch):
    def broken(**_):
        raise PluginFault(fault("plugins_unlisted", error="OSError: disk"))

    monkeypatch.setattr(loader, "load", broken)
    monkeypatch.setattr(doctor, "LIBRARIES", {"": ("attrs",)})
    found = diagnose()
    assert [each.code for each in found.faults] == ["plugins_unlisted"]
    assert "OSError: disk" in found.text("zh")


def test_each_plugin_is_named_with_its_state_and_its_faults_below_it(ask, installed):
    settings = {"CIVAFFAIRS_LOAD_PLUGINS": "peach-nation,module-gone", "CIVAFFAIRS_STRICT_PLUGINS": "1"}
    found = ask(DIAGNOSE.format(before=""), installed, **settings)
    *_, only, strict, broken, why, sound = found["zh"].splitlines()
    assert only == "环境变量 CIVAFFAIRS_LOAD_PLUGINS=peach-nation,module-gone"
    assert strict == "环境变量 CIVAFFAIRS_STRICT_PLUGINS=1"
    assert broken == "插件 module-gone（civaffairs-module-gone 1.2.3）：未加载"
    assert "no_such_library_anywhere" in why
    assert sound == "插件 peach-nation（civaffairs-peach-nation 1.2.3）：已加载"
    assert found["faults"] == ["plugin_import"]
    assert "plugin peach-nation (civaffairs-peach-nation 1.2.3): loaded" in found["en"]


def test_a_library_that_warns_when_it_is_imported_is_not_broken(monkeypatch, tmp_path):
    (tmp_path / "civaffairs_warns.py").write_text(
        "import warnings\nwarnings.warn('old', DeprecationWarning)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    assert doctor._library("civaffairs_warns", "").fault is None
