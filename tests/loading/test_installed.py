"""What is read directly is what the standard library says, which is asked where anything is unusual."""

from __future__ import annotations

import json
import sys
import zipfile
from importlib import metadata
from importlib.metadata import DistributionFinder
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.loading import installed as room
from civaffairs.loading.installed import GROUP, Installed, installed

ENTRY = (
    f"[console_scripts]\nx = y:z\n\n[{GROUP}]\n# ours\npeach = civaffairs_peach\n plum= a.b : c.d [extra]\n"
)
METADATA = """Metadata-Version: 2.4
Name: civaffairs-peach
Version: 1.2.3
Requires-Dist: civaffairs<0.2,>=0.1
requires-dist: another>=99; python_version < '3'

Name: what stands below the headers is prose
"""
PEACH = ("civaffairs-peach", "1.2.3", ("civaffairs<0.2,>=0.1", "another>=99; python_version < '3'"))
BOTH = (
    Installed("peach", "civaffairs_peach", *PEACH),
    Installed("plum", "a.b : c.d [extra]", *PEACH),
)


def distribute(folder, entries=ENTRY, about=METADATA, name="civaffairs_peach-1.2.3.dist-info"):
    info = folder / name
    info.mkdir(parents=True)
    if about is not None:
        (info / "METADATA").write_text(about, "utf-8")
    if entries is not None:
        (info / "entry_points.txt").write_text(entries, "utf-8")
    return info


@pytest.fixture
def path(monkeypatch, tmp_path):
    """A path of our own, with one folder on it and another that is not there."""
    monkeypatch.setattr(sys, "path", [str(tmp_path / "here"), str(tmp_path / "gone")])
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


@pytest.fixture
def directly(monkeypatch):
    """Let nobody ask the standard library."""
    monkeypatch.setattr(room, "_asked", lambda: pytest.fail("the standard library was asked"))


def told() -> tuple[Installed, ...]:
    return tuple(sorted(room._asked(), key=lambda each: (each.name, each.distribution)))


def test_what_is_read_here_is_what_the_standard_library_says():
    assert installed() == told()
    assert {each.name for each in installed()} >= {"china", "taoyuan"}


def test_reading_asks_the_standard_library_only_where_something_is_unusual(path, directly):
    distribute(path)
    distribute(path, None, "Name: no-entries\n", "no_entries-1.dist-info")
    distribute(path, "[other]\nx = y\n", "Name: other\n", "other-1.dist-info")
    (path / "old-1.egg-info").write_text("Name: old\n", "utf-8")
    (path / "module.py").write_text("", "utf-8")
    assert installed() == BOTH


def test_both_say_the_same_of_one_folder(path):
    distribute(path)
    assert installed() == told() == BOTH


@pytest.mark.parametrize(("entries", "about"), [(ENTRY, None), (ENTRY, ""), (ENTRY, "Name: \nVersion: \n")])
def test_metadata_that_is_gone_or_says_nothing_leaves_name_and_version_open(path, directly, entries, about):
    distribute(path, entries, about)
    assert {each[2:] for each in installed()} == {("?", "?", ())}


def test_the_first_on_the_path_hides_a_later_one_of_the_same_name(monkeypatch, path, tmp_path):
    distribute(path, None)
    distribute(tmp_path / "later")
    monkeypatch.setattr(sys, "path", [str(path), str(tmp_path / "later")])
    assert installed() == told() == ()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "later"), str(path)])
    assert installed() == told() == BOTH


def test_the_present_folder_is_looked_at_where_the_path_says_so(monkeypatch, path, directly):
    distribute(path)
    monkeypatch.chdir(path)
    monkeypatch.setattr(sys, "path", [""])
    assert installed() == BOTH


def test_a_zip_on_the_path_is_read_by_the_standard_library(monkeypatch, path, tmp_path):
    distribute(path)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for file in path.glob("*/*"):
            packed.write(file, file.relative_to(path))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "all.zip")])
    assert installed() == BOTH


def test_an_egg_is_read_by_the_standard_library(monkeypatch, path, tmp_path):
    distribute(path, name="civaffairs_peach.egg-info").joinpath("METADATA").rename(
        path / "civaffairs_peach.egg-info" / "PKG-INFO"
    )
    assert {each.distribution for each in installed()} == {"civaffairs-peach"}
    distribute(tmp_path / "peach-1.egg", name="EGG-INFO").joinpath("METADATA").rename(
        tmp_path / "peach-1.egg" / "EGG-INFO" / "PKG-INFO"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path / "peach-1.egg")])
    assert {each.distribution for each in installed()} == {"civaffairs-peach"}


def test_a_finder_that_somebody_added_is_asked(monkeypatch, path):
    class Elsewhere(DistributionFinder):
        def find_spec(self, name, path=None, target=None):
            return None

        def find_distributions(self, context=None):
            return [SimpleNamespace(_normalized_name="plum", entry_points=[ours])]

    ours = SimpleNamespace(name="plum", value="civaffairs_plum", group=GROUP, dist=None)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Elsewhere()])
    monkeypatch.setattr(metadata, "entry_points", lambda group: [ours])
    assert installed() == (Installed("plum", "civaffairs_plum"),)


@pytest.mark.parametrize("broken", [f"[{GROUP}]\npeach\n", f"[{GROUP}]\n= \npeach\n"])
def test_an_entry_point_without_a_target_ends_as_the_standard_library_ends(path, broken):
    distribute(path, broken)
    with pytest.raises(Exception) as theirs:  # noqa: PT011 - whatever it is, it is theirs
        room._asked()
    with pytest.raises(type(theirs.value)):
        installed()


def test_a_distribution_that_cannot_be_read_is_no_obstacle(monkeypatch):
    class Damaged:
        @property
        def name(self):
            raise OSError

    entry_point = SimpleNamespace(name="loose", value="json", dist=Damaged())
    monkeypatch.setattr(metadata, "entry_points", lambda group: [entry_point])
    assert list(room._asked()) == [Installed("loose", "json")]


@given(st.permutations([("twin", "b"), ("twin", "a"), ("other", "z")]))
def test_the_order_does_not_depend_on_where_they_are_found(found):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_read", lambda: [Installed(name, "json", of) for name, of in found])
        assert [each[::2][:2] for each in installed()] == [("other", "z"), ("twin", "a"), ("twin", "b")]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("json", json),
        ("json:dumps", json.dumps),
        (" json : JSONEncoder.encode [extra]", json.JSONEncoder.encode),
    ],
)
def test_a_target_is_a_module_or_something_inside_it(target, found):
    assert Installed("x", target).load() is found
    assert metadata.EntryPoint("x", target.strip(), GROUP).load() is found
