"""Spoilt metadata of plugins: `load` says what is broken and goes on, whatever stands in the files."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.errors import PluginFault
from civaffairs.loading import Status, load
from civaffairs.loading.hookspecs import PARTS
from civaffairs.loading.installed import installed

ENTRY_POINTS = b"[console_scripts]\nx = y:z\n\n[civaffairs.plugins]\npeach-fuzz = civaffairs_peach_fuzz\n"
METADATA = (
    b"Metadata-Version: 2.4\nName: civaffairs-peach-fuzz\nVersion: 1.2.3\n"
    b"Requires-Dist: civaffairs>=0.1\n\nText\n"
)
MODULE = "from civaffairs import hookimpl\n\n@hookimpl\ndef civaffairs_plans():\n    return []\n"
FILES = {"entry_points.txt": ENTRY_POINTS, "METADATA": METADATA}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Path]:
    """A folder on the path with one plugin, and no other one beside it."""
    tmp_path = tmp_path_factory.mktemp("site")
    (tmp_path / "civaffairs_peach_fuzz.py").write_text(MODULE, "utf-8")
    about = tmp_path / "civaffairs_peach_fuzz-1.2.3.dist-info"
    about.mkdir()
    for name, content in FILES.items():
        (about / name).write_bytes(content)
    for part in PARTS.values():
        assert part.type  # imported while the path still leads to what it needs
    library = [each for each in sys.path if (Path(each) / "traceback.py").exists()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            sys, "path", [str(tmp_path), *library, *(each for each in sys.path if "dynload" in each)]
        )
        importlib.invalidate_caches()
        yield about


def test_the_plugin_that_is_spoilt_can_be_loaded(site):
    (report,) = load().reports
    assert (report.name, report.distribution, report.status) == (
        "peach-fuzz",
        "civaffairs-peach-fuzz",
        Status.LOADED,
    )


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_spoilt_metadata_breaks_no_more_than_its_own_plugin(site, name, data, attempt, spoilt):
    content = data.draw(spoilt(FILES[name]))
    (site / name).write_bytes(content)
    try:
        loaded = attempt(load)
        if loaded is not None:
            for report in loaded.reports:
                assert report.status in Status
                assert all(each.text(lang) for each in report.faults for lang in ("zh", "en"))
    finally:
        (site / name).write_bytes(FILES[name])


@given(data=st.data())
def test_a_strict_load_refuses_what_a_patient_one_reports(site, data, attempt, spoilt):
    (site / "entry_points.txt").write_bytes(data.draw(spoilt(ENTRY_POINTS)))
    try:
        loaded = attempt(load)
        broken = loaded is not None and any(report.status is Status.BROKEN for report in loaded.reports)
        if broken:
            with pytest.raises(PluginFault):
                load(strict=True)
    finally:
        (site / "entry_points.txt").write_bytes(ENTRY_POINTS)


targets = st.text("abc._-:[]() \t", max_size=12) | st.sampled_from(
    (
        "os:system",
        "builtins",
        ":",
        "a:b:c",
        "..x",
        "civaffairs_peach_fuzz:civaffairs_plans",
        "sys",
        "this.is.not",
    )
)


@given(target=targets, name=st.text("abc-_. 桃", min_size=1, max_size=6))
def test_any_name_and_target_is_reported_or_loaded(site, target, name, attempt):
    text = f"[civaffairs.plugins]\n{name} = {target}\n"
    (site / "entry_points.txt").write_text(text, "utf-8")
    try:
        loaded = attempt(load)
        assert loaded is None or len(loaded.reports) <= 1
        assert all(isinstance(each.name, str) for each in installed())
    finally:
        (site / "entry_points.txt").write_bytes(ENTRY_POINTS)


# What hooks return

ODD = (
    *(
        "None",
        "7",
        "True",
        "''",
        "'text'",
        "b'bytes'",
        "{}",
        "{'a': 1}",
        "{1, 2}",
        "object()",
        "int",
        "range(3)",
    ),
    *("[None]", "[[]]", "(x for x in 'ab')", "iter(())", "map(int, 'ab')", "1 / 0", "float('nan')", "..."),
    *("Hostile()", "[Hostile()]", "Endless()", "itertools.repeat(None)", "[Unmade]", "Raising()", "Midway()"),
    *("[object.__new__(Jurisdiction)]", "[object.__new__(Plan)]", "[object.__new__(Standard)]", "[Own()]"),
    *("sys.exit(0)", "sys.exit('text')", "[x for x in Midway()]", "print('said') or []", "lambda: []"),
    *("[Peach]", "[Peach, Peach]", "[Elsewhere]", "(Peach, Hostile())", "[Peach] * 1000", "iter([Peach])"),
)
ODD_MODULE = """
import itertools, sys
from civaffairs import Jurisdiction, Label, Level, Plan, Standard, hookimpl

Peach = Jurisdiction("peach-fuzz", Label("桃", "Peach"), Level.DISTRICT, "990101", "peach", fictional=True)
Elsewhere = Jurisdiction("elsewhere", Label("外", "Away"), Level.DISTRICT, "990102", "nobody", fictional=True)

class Hostile:
    @property
    def __class__(self):
        raise RuntimeError("asked for its class")
    def __repr__(self):
        raise RuntimeError("asked for its repr")
    def __iter__(self):
        raise OSError("asked to go through it")

class Endless:
    def __iter__(self):
        while True:
            yield Peach

class Raising:
    def __iter__(self):
        raise StopIteration

class Midway:
    def __iter__(self):
        yield Peach
        raise ValueError("midway")

class Own(Jurisdiction):
    def __init__(self):
        pass
    @property
    def id(self):
        raise LookupError("asked for its id")

class Unmade(Exception):
    def __str__(self):
        raise RuntimeError("asked for its text")

"""


@given(hooks=st.dictionaries(st.sampled_from(sorted(PARTS)), st.sampled_from(ODD), min_size=1, max_size=3))
def test_whatever_hooks_return_breaks_no_more_than_their_own_plugin(site, hooks, attempt):
    text = ODD_MODULE + "".join(
        f"@hookimpl\ndef civaffairs_{part}():\n    return {returned}\n\n" for part, returned in hooks.items()
    )
    name = "civaffairs_peach_odd"
    (site.parent / f"{name}.py").write_text(text, "utf-8")
    (site / "entry_points.txt").write_text(f"[civaffairs.plugins]\nodd = {name}\n", "utf-8")
    try:
        # A module that was written within one second is not told from the one before by its date.
        sys.modules.pop(name, None)
        shutil.rmtree(site.parent / "__pycache__", ignore_errors=True)
        importlib.invalidate_caches()
        (report,) = attempt(load).reports
    finally:
        (site / "entry_points.txt").write_bytes(ENTRY_POINTS)
    assert all(each.text(lang) for each in report.faults for lang in ("zh", "en"))
    sound = {"{}", "iter(())", "print('said') or []"}
    places = {"[Peach]", "iter([Peach])", "[Elsewhere]"}
    expected = all(
        returned in sound or (part == "jurisdictions" and returned in places)
        for part, returned in hooks.items()
    )
    assert (report.status is not Status.BROKEN) is expected, report


def test_a_plugin_that_returns_without_end_is_refused(site, attempt):
    """Not drawn but always tried: memory is what it would take."""
    text = ODD_MODULE + "@hookimpl\ndef civaffairs_plans():\n    return itertools.repeat(None)\n"
    (site.parent / "civaffairs_peach_endless.py").write_text(text, "utf-8")
    (site / "entry_points.txt").write_text("[civaffairs.plugins]\nodd = civaffairs_peach_endless\n", "utf-8")
    try:
        importlib.invalidate_caches()
        (report,) = attempt(load).reports
    finally:
        (site / "entry_points.txt").write_bytes(ENTRY_POINTS)
    assert [each.code for each in report.faults] == ["plugin_endless"]
