from __future__ import annotations

import shutil
import typing

import pytest

from civaffairs.domain.rules import expr
from civaffairs.errors import LANGUAGES, NotLoaded, PluginFault, UnknownName
from civaffairs.errors.wordings.loading import LOADING
from civaffairs.loading import Stage, Status, hookspecs, loader
from civaffairs.loading.hookspecs import PARTS
from civaffairs.loading.installed import Installed
from civaffairs.loading.loader import load

SOUND = ["every-hook", "for-another-python", "peach-nation", "prints-and-dawdles", "twin", "zz-last"]

# Of each broken plugin the stage at which it fails, then place, code and a word of each fault.
JURISDICTIONS, PLANS, STANDARDS = "civaffairs_jurisdictions", "civaffairs_plans", "civaffairs_standards"
WRONG = {
    "argument": ("REGISTER", ("", "plugin_hook_signature", "'settings'")),
    "bad-at-import": ("IMPORT", ("en", "text_missing", "Label")),
    "bad-declaration": ("CALL", (f"{PLANS}.commitments", "declared_twice", "a")),
    "exits": ("IMPORT", ("", "plugin_import", "SystemExit: no licence file")),
    "half-way": ("CALL", (PLANS, "plugin_call", "KeyError: 'half'")),
    "misspelt": (
        "HOOKS",
        ("", "plugin_hook_unknown", "civaffairs_indicator"),
        ("", "plugin_hook_unknown", "civaffairs_plan"),
    ),
    "module-gone": ("IMPORT", ("", "plugin_import", "ModuleNotFoundError: No module named 'no_such_library")),
    "other-marker": ("HOOKS", ("", "plugin_without_hook", "")),
    "raises": (
        "CALL",
        (PLANS, "plugin_call", "ZeroDivisionError: division by zero"),
        (STANDARDS, "plugin_call", "SystemExit: enough"),
    ),
    "repeats": ("CATALOGUE", (JURISDICTIONS, "declared_twice", "again")),
    "returns-nothing": ("RESULT", (PLANS, "plugin_result", "NoneType")),
    "endless": ("CALL", (PLANS, "plugin_endless", "200000")),
    "returns-one": ("RESULT", (JURISDICTIONS, "plugin_result", "Jurisdiction")),
    "returns-text": ("RESULT", ("civaffairs_indicators", "plugin_result", "str")),
    "stranger": (
        "RESULT",
        (f"{JURISDICTIONS}[1]", "plugin_value", "str"),
        (f"{JURISDICTIONS}[2]", "plugin_value", "int"),
    ),
    "syntax": ("IMPORT", ("", "plugin_import", "(civaffairs_syntax.py, line 1)")),
    "target-attribute": ("IMPORT", ("", "plugin_import", "no attribute 'no_such_thing'")),
    "target-module": ("IMPORT", ("", "plugin_import", "No module named 'civaffairs_no_such_module'")),
    "too-new": ("VERSION", ("", "plugin_version", ">=99")),
    "twin-b": ("NAME", ("", "plugin_name_taken", "civaffairs-twin-a")),
    "untouchable": ("REGISTER", ("", "plugin_import", "OSError: leave me alone")),
    "without-hooks": ("HOOKS", ("", "plugin_without_hook", "")),
    "yy-copy": ("CATALOGUE", (JURISDICTIONS, "plugin_id_taken", "every-hook")),
    "orphan": ("CATALOGUE", ("orphan", "jurisdiction_absent", "never-declared")),
    "plan-of-nobody": ("CATALOGUE", ("p/1", "jurisdiction_absent", "p")),
}
INCOMPLETE = {"orphan", "plan-of-nobody"}

TELL = """
import json, sys
from civaffairs import load
from civaffairs.errors import PluginFault

def told(fault):
    return {
        "where": fault.where, "code": fault.code,
        "zh": fault.what.text("zh"), "en": fault.what.text("en"),
        "mend_zh": fault.what.mend("zh"), "mend_en": fault.what.mend("en"),
    }

def tell(**options):
    try:
        catalogue = load(**options)
    except PluginFault as error:
        return {"refused": [told(each) for each in error.faults]}
    return {
        "reports": {
            each.distribution.removeprefix("civaffairs-"): {
                "name": each.name, "distribution": each.distribution, "version": each.version,
                "status": each.status.name, "stage": each.stage.name, "counts": dict(each.counts),
                "faults": [told(fault) for fault in each.faults], "trace": each.trace,
            }
            for each in catalogue.reports
        },
        "jurisdictions": sorted(catalogue.jurisdictions), "plans": sorted(catalogue.plans),
        "indicators": sorted(catalogue.indicators), "standards": [each.id for each in catalogue.standards],
    }
"""


@pytest.fixture
def loose(monkeypatch):
    """One plugin, which exists only here and whose module, `json`, has no hook."""
    monkeypatch.setattr(loader, "installed", lambda: (Installed("loose", "json"),))


def told(options):
    return f"{TELL}\nprint(json.dumps(tell(**{options!r})))"


@pytest.fixture(scope="module")
def outcome(ask, installed, names):
    """What loading all of them together leads to."""
    return ask(told({"only": sorted(names)}), installed)


@pytest.mark.parametrize("plugin", sorted(WRONG))
def test_a_broken_plugin_is_reported_with_its_origin_its_stage_and_every_fault(outcome, plugin):
    report = outcome["reports"][plugin]
    stage, *faults = WRONG[plugin]
    assert report["distribution"] == f"civaffairs-{plugin}"
    assert report["version"] == "1.2.3"
    assert report["status"] == ("INCOMPLETE" if plugin in INCOMPLETE else "BROKEN")
    assert report["stage"] == stage
    assert [(each["where"], each["code"]) for each in report["faults"]] == [each[:2] for each in faults]
    for reported, (_, _, word) in zip(report["faults"], faults, strict=True):
        assert word in reported["zh"]
        assert word in reported["en"]
        assert reported["mend_zh"]
        assert reported["mend_en"]
        assert reported["zh"] != reported["en"]


def test_all_sound_plugins_load_beside_the_broken_ones(outcome):
    loaded = [each["name"] for each in outcome["reports"].values() if each["status"] == "LOADED"]
    assert sorted(loaded) == SOUND
    assert outcome["reports"]["every-hook"]["counts"] == {
        "civaffairs_exemptions": 1,
        "civaffairs_indicators": 1,
        "civaffairs_invariants": 1,
        "civaffairs_jurisdictions": 1,
        "civaffairs_plans": 1,
        "civaffairs_proposals": 1,
        "civaffairs_provisions": 1,
        "civaffairs_rules": 1,
        "civaffairs_standards": 1,
        "civaffairs_terms": 1,
    }
    assert outcome["indicators"] == ["peach_beds"]
    assert outcome["standards"] == ["peach_pay"]


def test_nothing_of_a_broken_plugin_is_in_the_catalogue_and_an_incomplete_one_is(outcome):
    assert outcome["jurisdictions"] == ["orphan", "peach-nation", "peach-town", "zz-last"]
    assert outcome["plans"] == ["p/1", "peach-town/plan-14"]


def test_every_plugin_that_is_installed_is_reported_once(outcome, names):
    assert sorted(outcome["reports"]) == sorted({*WRONG, *SOUND} - {"twin"} | {"twin-a"})
    assert {each["name"] for each in outcome["reports"].values()} == names


def test_every_fault_that_the_loader_knows_is_provoked_by_some_plugin(outcome):
    provoked = {fault["code"] for each in outcome["reports"].values() for fault in each["faults"]}
    said_elsewhere = {"plugin_here"}
    assert {code for code in LOADING if code.startswith("plugin_")} - said_elsewhere <= provoked


def test_the_trace_leads_an_author_into_the_code_that_failed(outcome):
    assert 'civaffairs_raises.py", line' in outcome["reports"]["raises"]["trace"]
    assert 'civaffairs_bad_declaration.py", line' in outcome["reports"]["bad-declaration"]["trace"]
    assert not outcome["reports"]["without-hooks"]["trace"]


@pytest.mark.parametrize(
    ("options", "settings"), [({"strict": True}, {}), ({}, {"CIVAFFAIRS_STRICT_PLUGINS": "1"})]
)
def test_strict_loading_raises_every_fault_of_every_plugin_at_once(ask, installed, names, options, settings):
    refused = ask(told({"only": sorted(names), **options}), installed, **settings)["refused"]
    expected = [
        (f"civaffairs-{plugin}" + (f".{where}" if where else ""), code)
        for plugin, (_, *faults) in WRONG.items()
        for where, code, _ in faults
    ]
    assert sorted((each["where"], each["code"]) for each in refused) == sorted(expected)


def test_strict_loading_of_sound_plugins_raises_nothing(ask, installed):
    outcome = ask(told({"strict": True, "only": ["peach-nation", "every-hook", "zz-last"]}), installed)
    assert outcome["jurisdictions"] == ["peach-nation", "peach-town", "zz-last"]


def test_what_a_caller_says_prevails_over_the_strict_variable(ask, installed):
    outcome = ask(told({"strict": False, "only": ["syntax"]}), installed, CIVAFFAIRS_STRICT_PLUGINS="1")
    assert list(outcome["reports"]) == ["syntax"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [("zz-last, peach-nation", ["peach-nation", "zz-last"]), ("peach-nation,", ["peach-nation"]), ("", [])],
)
def test_a_variable_limits_what_is_loaded(ask, installed, named, expected):
    outcome = ask(told({}), installed, CIVAFFAIRS_LOAD_PLUGINS=named)
    assert list(outcome["reports"]) == expected


def test_a_plugin_that_is_asked_for_and_not_installed_is_reported_with_the_closest_names(ask, installed):
    outcome = ask(told({}), installed, CIVAFFAIRS_LOAD_PLUGINS="peach-nation,evry-hook")
    absent = outcome["reports"]["?"]
    assert (absent["name"], absent["status"], absent["stage"]) == ("evry-hook", "BROKEN", "NAME")
    assert absent["faults"][0]["en"] == "there is no plugin called 'evry-hook'"
    assert absent["faults"][0]["mend_zh"].startswith("相近的有：every-hook")
    assert outcome["jurisdictions"] == ["peach-nation"]


def test_a_plugin_whose_metadata_is_gone_still_loads(ask, installed, tmp_path):
    shutil.copy(installed / "civaffairs_peach_nation.py", tmp_path)
    info = shutil.copytree(
        next(installed.glob("civaffairs_peach_nation-*")), tmp_path / "civaffairs_peach_nation-1.dist-info"
    )
    (info / "METADATA").unlink()
    outcome = ask(told({"only": ["peach-nation"]}), tmp_path)
    assert outcome["jurisdictions"] == ["peach-nation"]
    assert outcome["reports"]["?"]["version"] == "?"


def test_where_the_list_of_plugins_cannot_be_read_the_fault_says_so(ask, installed, tmp_path):
    damaged = tmp_path / "damaged-1.dist-info"
    damaged.mkdir()
    (damaged / "entry_points.txt").write_bytes(b"[x]\n\xff\xfe = \xff")
    (refused,) = ask(told({}), tmp_path)["refused"]
    assert refused["code"] == "plugins_unlisted"
    assert "UnicodeDecodeError" in refused["zh"]


def test_an_unreadable_requirement_of_another_library_is_not_ours_to_judge(ask, installed, tmp_path):
    shutil.copy(installed / "civaffairs_zz_last.py", tmp_path)
    info = shutil.copytree(
        next(installed.glob("civaffairs_zz_last-*")), tmp_path / "civaffairs_zz_last-1.dist-info"
    )
    metadata_file = info / "METADATA"
    lines = metadata_file.read_text("utf-8").splitlines()
    metadata_file.write_text("\n".join([lines[0], "Requires-Dist: some thing >> 3", *lines[1:], ""]), "utf-8")
    (report,) = ask(told({"only": ["zz-last"]}), tmp_path)["reports"].values()
    assert (report["stage"], report["status"]) == ("CATALOGUE", "INCOMPLETE")


def test_of_two_namesakes_the_first_is_loaded(monkeypatch):
    twins = tuple(Installed("twin", "json", distribution) for distribution in ("a", "b"))
    monkeypatch.setattr(loader, "installed", lambda: twins)
    first, second = load(strict=False).reports
    assert (first.distribution, second.distribution) == ("a", "b")
    assert second.faults[0].code == "plugin_name_taken"


def test_an_error_that_cannot_even_say_what_it_is_leaves_the_others_alone(monkeypatch):
    class Mute(Exception):
        def __str__(self):
            raise OSError

    class Speechless(Installed):
        def load(self):
            raise Mute

    found = Installed("loose", "json"), Speechless("speechless", "")
    monkeypatch.setattr(loader, "installed", lambda: found)
    names = [report.name for report in load(strict=False).reports]
    assert names == ["loose", "speechless"]


def test_the_strict_variable_is_off_at_nought_and_where_it_is_empty(monkeypatch, loose):
    monkeypatch.delenv("CIVAFFAIRS_LOAD_PLUGINS", raising=False)
    for off in ("0", ""):
        monkeypatch.setenv("CIVAFFAIRS_STRICT_PLUGINS", off)
        assert load().reports
    monkeypatch.setenv("CIVAFFAIRS_STRICT_PLUGINS", "1")
    with pytest.raises(PluginFault):
        load()


def test_the_table_of_parts_agrees_with_what_the_hooks_promise():
    classes = {part.kind: part.type for part in PARTS.values()} | {"Rule": expr.Rule}
    for name, part in PARTS.items():
        hints = typing.get_type_hints(getattr(hookspecs, f"civaffairs_{name}"), localns=classes)
        (promised,) = typing.get_args(hints["return"])
        assert all(issubclass(each, part.type) for each in typing.get_args(promised) or [promised])


# What a caller may leave out.


@pytest.mark.parametrize("part", sorted(PARTS.keys() - {"jurisdictions"}))
def test_what_was_left_out_is_refused_and_never_looks_empty(ask, installed, part):
    others = sorted(PARTS.keys() - {part})
    told = ask(
        f"""
        import json
        from civaffairs import load
        from civaffairs.errors import NotLoaded

        def answer(look):
            try:
                return len(look())
            except NotLoaded as error:
                return error.text("en")

        whole = load(strict=True, only=["every-hook", "peach-nation"])
        partial = load(strict=True, only=["every-hook", "peach-nation"], parts={others!r})
        print(json.dumps([
            {{each: answer(lambda: getattr(catalogue, each)) for each in {sorted(PARTS)!r}}}
            for catalogue in (whole, partial)
        ]))
        """,
        installed,
    )
    whole, partial = told
    refused = partial.pop(part)
    assert whole.pop(part) == 1
    assert partial == whole
    assert refused == (
        f"the catalogue was loaded without {part}. Load it with '{part}' among parts=, or without parts="
    )


def test_the_dossier_refuses_what_its_catalogue_was_loaded_without():
    catalogue = load(only=["china"], parts=[])
    for asked in ("plans", "plan", "standards", "documents", "clauses"):
        with pytest.raises(NotLoaded, match="loaded without"):
            getattr(catalogue["china"], asked)
    assert catalogue["china"].jurisdiction.id == "china"


def test_hooks_that_are_not_asked_for_are_not_called_and_not_counted(ask, installed):
    outcome = ask(told_in_part({"only": ["raises", "every-hook"], "parts": ["indicators"]}), installed)
    assert outcome["raises"] == ["LOADED", {}]
    assert outcome["every-hook"] == [
        "INCOMPLETE",  # its parent is not installed, which the jurisdictions say
        {"civaffairs_indicators": 1, "civaffairs_jurisdictions": 1},
    ]


def told_in_part(options):
    return f"""
import json
from civaffairs import load
reports = load(**{options!r}).reports
print(json.dumps({{each.name: [each.status.name, dict(each.counts)] for each in reports}}))
"""


def test_a_part_that_does_not_exist_is_refused_with_the_closest():
    with pytest.raises(UnknownName, match="standards") as caught:
        load(only=(), parts=["standard"])
    assert "standard" in caught.value.text("zh")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_status_and_stage_have_words_in_both_languages(lang):
    words = [each.label.text(lang) for kind in (Status, Stage) for each in kind]
    assert len(set(words)) == len(words)
