from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from attrs import evolve
from sphinx.errors import SphinxError

import civaffairs
import civaffairs.loading
from civaffairs.loading.loader import load
from civaffairs.sphinx import ENV_VERSION

LINKS = (
    "See :civ:ind:`nursing_bed_share`, :civ:plan:`taoyuan/plan-14`, :civ:doc:`taoyuan/plan-14`,\n"
    ":civ:target:`taoyuan/plan-14/nursing_bed_share/2025`, :civ:clause:`taoyuan/plan-14#二 表2 序号1`,\n"
    ":civ:jurisdiction:`taoyuan` and :civ:standard:`taoyuan/dibao_urban`,\n"
    ":civ:provision:`taoyuan/dibao` and :civ:rule:`taoyuan/infant`,\n"
    "or :civ:ind:`beds <nursing_bed_share>`.\n"
)


def test_a_project_of_every_page_builds_with_warnings_as_errors(write, build, pages):
    pages = {**pages, "china.rst": pages["china.rst"] + "\n" + LINKS}
    built = build(write("core", pages), strict=True, nitpicky=True)
    assert not built.warnings
    page = built.html("china")
    assert page.count('class="reference internal" href="taoyuan.html#civ-') >= 6
    assert '<span lang="zh">护理型床位占比</span> (share of nursing beds)' in page
    assert ">beds</span></a>" in page


def test_the_inventory_holds_every_object_under_its_chinese_name(write, build, pages):
    objects = build(write("core", pages)).objects
    assert {kind for kind, _ in objects} == {
        "civ:jurisdiction",
        "civ:document",
        "civ:clause",
        "civ:indicator",
        "civ:target",
        "civ:plan",
        "civ:standard",
        "civ:provision",
        "civ:rule",
    }
    assert objects["civ:indicator", "nursing_bed_share"][1] == "护理型床位占比"
    assert objects["civ:jurisdiction", "taoyuan"][1] == "桃源区"
    assert objects["civ:provision", "taoyuan/dibao"][1] == "最低生活保障"
    assert objects["civ:rule", "taoyuan/infant"][1] == "婴幼儿"
    assert objects["civ:clause", "taoyuan/plan-14#二_表2_序号1"][1] == "《桃源区民政规划》 二 表2 序号1"
    assert (
        objects["civ:target", "taoyuan/plan-14/nursing_bed_share/2025"][1] == "护理型床位占比2025年不低于65%"
    )


def test_every_object_of_the_inventory_leads_to_a_place_that_is_there(write, build, pages):
    built = build(write("core", pages))
    for address, _ in built.objects.values():
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in built.html(page.removesuffix(".html")), address


def test_no_id_stands_twice_on_a_page(write, build, pages):
    built = build(write("core", pages))
    for page in ("taoyuan", "indicators"):
        ids = re.findall(r'\bid="(civ-[^"]+)"', built.html(page))
        assert ids
        assert len(ids) == len(set(ids))


def test_every_clause_that_a_jurisdiction_cites_is_an_object(write, build, pages, catalogue):
    objects = build(write("core", pages)).objects
    for clause in catalogue["taoyuan"].clauses:
        assert ("civ:clause", f"{clause.document.id}#{clause.locator}".replace(" ", "_")) in objects


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_builders_take_the_same_pages(write, build, pages, builder):
    built = build(write("core", pages), builder=builder, strict=True, nitpicky=True)
    assert not built.warnings


def test_a_second_project_refers_to_the_first_through_its_inventory(write, build, pages):
    core = build(write("core", pages))
    inventory = Path(core.app.outdir) / "objects.inv"
    conf = (
        'extensions = ["civaffairs.sphinx", "sphinx.ext.intersphinx"]\nhtml_theme = "basic"\n'
        f'intersphinx_mapping = {{"core": ("https://example.invalid/core", {str(inventory)!r})}}\n'
    )
    text = "Other\n=====\n\n" + LINKS + "\n:external+core:civ:ind:`nursing_bed_share`\n"
    other = build(write("other", {"index.rst": text}, conf=conf), strict=True, nitpicky=True)
    page = other.html("index")
    assert 'href="https://example.invalid/core/indicators.html#civ-indicator-nursing-bed-share"' in page
    assert page.count("护理型床位占比") >= 2
    assert "序号1" in page


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        (("ind", "nursing_bed_shares"), "nursing_bed_share"),
        (("jurisdiction", "taoyan"), "taoyuan"),
        (("plan", "taoyuan/plan-15"), "taoyuan/plan-14"),
        (("rule", "taoyuan/infants"), "taoyuan/infant"),
        (("provision", "taoyuan/dabao"), "taoyuan/dibao"),
        (("target", "taoyuan/plan-14/nursing_bed_share/2026"), "taoyuan/plan-14/nursing_bed_share/2025"),
    ],
)
def test_a_typo_under_n_names_what_was_probably_meant(write, build, pages, typo, meant):
    role, name = typo
    pages = {**pages, "china.rst": pages["china.rst"] + f"\n:civ:{role}:`{name}`\n"}
    told = build(write("core", pages), nitpicky=True).warnings
    assert len(told.splitlines()) == 1
    assert "china.rst:6" in told
    assert name in told
    assert meant in told
    assert f"[ref.{role}]" in told
    assert not build(write("loose", pages)).warnings


def test_pages_may_refer_to_what_this_project_does_not_show(write, build, pages):
    only = {"index.rst": "桃源区\n======\n\n.. civ:jurisdiction:: taoyuan\n"}
    built = build(write("one", only), strict=True, nitpicky=True)
    assert "护理型床位占比" in built.html("index")


def test_the_role_any_finds_an_indicator(write, build, pages):
    pages = {**pages, "china.rst": pages["china.rst"] + "\n:any:`nursing_bed_share`\n"}
    built = build(write("core", pages), strict=True, nitpicky=True)
    assert 'href="indicators.html#civ-indicator-nursing-bed-share"' in built.html("china")


def test_an_unknown_jurisdiction_is_a_warning_with_its_place_and_the_closest_name(write, build, pages):
    pages = {**pages, "china.rst": "中国\n====\n\n.. civ:jurisdiction:: taoyaun\n"}
    built = build(write("core", pages))
    assert "china.rst:4" in built.warnings
    assert "taoyuan" in built.warnings
    assert "[civaffairs.jurisdiction]" in built.warnings
    assert "桃源区民政规划" in built.html("taoyuan")


def test_a_jurisdiction_on_two_pages_is_a_warning(write, build, pages):
    pages = {**pages, "china.rst": pages["taoyuan.rst"]}
    told = build(write("core", pages)).warnings
    assert "[civaffairs.twice]" in told
    assert "china, taoyuan" in told


def test_a_directive_given_twice_on_a_page_is_a_warning(write, build, pages):
    for name in ("taoyuan.rst", "indicators.rst"):
        pages[name] += pages[name][pages[name].index(".. ") :]
    told = build(write("core", pages)).warnings
    assert told.count("[civaffairs.twice]") == 2


def test_a_removed_page_takes_its_objects_along(write, build, pages):
    folder = write("core", pages)
    assert ("civ:plan", "taoyuan/plan-14") in build(folder).objects
    (folder / "taoyuan.rst").unlink()
    (folder / "index.rst").write_text("Home\n====\n\n.. toctree::\n\n   china\n   indicators\n", "utf-8")
    again = build(folder)
    assert not [name for _, name in again.objects if name.startswith("taoyuan")]
    assert [name for kind, name in again.objects if kind == "civ:jurisdiction"] == ["china"]


def test_a_second_build_reads_nothing_again_and_keeps_every_object(write, build, pages):
    folder = write("core", pages)
    first = build(folder)
    second = build(folder, strict=True, nitpicky=True)
    assert (
        second.app.builder.env.all_docs == first.app.builder.env.all_docs
    )  # the times of reading are the same
    assert second.objects == first.objects


def test_pages_are_read_again_when_what_plugins_declare_has_changed(write, build, pages, install, declare):
    folder = write("core", pages)
    assert "at least 65%" in build(folder).html("taoyuan")
    install(declare(target=70))
    assert "at least 70%" in build(folder).html("taoyuan")


def test_a_parallel_build_does_what_a_serial_one_does(write, build, pages, install, declare):
    # Sphinx reads in parallel from six pages on.
    more = {f"more{number}.rst": f"More {number}\n======\n\n{LINKS}" for number in range(8)}
    listed = pages["index.rst"] + "".join(f"   more{number}\n" for number in range(8))
    pages = {**pages, **more, "index.rst": listed}
    serial = build(write("serial", pages), strict=True, nitpicky=True)
    folder = write("parallel", pages)
    parallel = build(folder, strict=True, nitpicky=True, parallel=2)
    assert parallel.objects == serial.objects
    assert parallel.html("more3") == serial.html("more3")
    install(declare(target=70))
    assert "at least 70%" in build(folder, parallel=2).html("taoyuan")


def test_references_go_to_the_page_that_is_at_home_in_a_document(write, build, pages, catalogue, install):
    (dibao,) = catalogue.standards
    install(
        evolve(catalogue, standards=(dibao, evolve(dibao, jurisdiction="china")))
    )  # so china.rst cites it too
    objects = build(write("core", pages), strict=True).objects
    assert objects["civ:document", "taoyuan/standards-2021"][0].startswith("taoyuan.html")
    assert objects["civ:clause", "taoyuan/standards-2021#第一条"][0].startswith("taoyuan.html")


def test_a_chinese_project_has_chinese_pages(write, build, pages):
    page = build(write("core", pages), strict=True, language="zh_CN").html("taoyuan")
    assert "指标与目标" in page
    assert "share of nursing beds" not in page


def test_a_language_that_is_none_of_the_two_is_a_warning(write, build, pages):
    assert "civaffairs_language" in build(write("core", pages), civaffairs_language="de").warnings


SOUND = """
from civaffairs import Jurisdiction, Label, Level, hookimpl

@hookimpl
def civaffairs_jurisdictions():
    name = Label("桃源区", "Taoyuan")
    return [Jurisdiction("taoyuan", name, Level.DISTRICT, "990101", "nowhere", fictional=True)]
"""


def _installed(folder, name, code):
    (folder / f"civaffairs_{name}.py").write_text(dedent(code), "utf-8")
    info = folder / f"civaffairs_{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: civaffairs-{name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[civaffairs.plugins]\n{name} = civaffairs_{name}\n", "utf-8")


def test_a_broken_plugin_is_a_warning_and_the_pages_of_the_others_are_built(
    tmp_path, write, build, monkeypatch
):
    monkeypatch.setattr(civaffairs.loading, "load", load)
    site = tmp_path / "site"
    site.mkdir()
    _installed(site, "sx_sound", SOUND)
    _installed(site, "sx_broken", "import a_library_that_nobody_has")
    monkeypatch.syspath_prepend(str(site))
    more = 'civaffairs_plugins = ["sx_sound", "sx_broken"]\n'
    folder = write("core", {"index.rst": "桃源区\n======\n\n.. civ:jurisdiction:: taoyuan\n"}, more)
    built = build(folder)
    assert "sx_broken (civaffairs-sx_broken 1.0)" in built.warnings
    assert "a_library_that_nobody_has" in built.warnings
    assert (
        built.warnings.count("[civaffairs.plugin]") == 2
    )  # the sound one lies in a jurisdiction that is absent
    assert "990101" in built.html("index")
    with pytest.raises(SphinxError):
        build(write("strict", {"index.rst": "x\n=\n"}, more), strict=True)
    quiet = build(write("quiet", {"index.rst": "x\n=\n"}, more), suppress_warnings=["civaffairs.plugin"])
    assert not quiet.warnings


def test_the_extension_says_that_it_may_run_in_parallel(write, build, pages):
    extension = build(write("core", {"index.rst": "x\n=\n"})).app.extensions["civaffairs.sphinx"]
    assert extension.version == civaffairs.__version__
    assert extension.parallel_read_safe
    assert extension.parallel_write_safe
    assert extension.metadata["env_version"] == ENV_VERSION
