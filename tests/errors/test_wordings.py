"""Every sentence that a user reads: in both languages, with the same arguments, and used as it was meant."""

from __future__ import annotations

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import civaffairs
from civaffairs.errors import wordings
from civaffairs.errors.wordings import WORDINGS, Wording

SOURCE = Path(civaffairs.__file__).parent
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def tables() -> dict[str, dict[str, Wording]]:
    """Return every table of wordings, by the module it stands in."""
    modules = [import_module(f"{wordings.__name__}.{each.name}") for each in iter_modules(wordings.__path__)]
    return {
        module.__name__: value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper()
        and isinstance(value, dict)
        and all(isinstance(each, Wording) for each in value.values())
    }


def placeholders(*sentences: str) -> set[str]:
    return {
        name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name is not None
    }


def calls() -> list[tuple[str, str, str, frozenset[str] | None]]:
    """Return every `fault(…)` and `message(…)` of the library: place, function, code, names of its arguments.

    The names are None where the call passes on a mapping.
    """
    found = []
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            function = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if function not in {"fault", "message"} or not node.args:
                continue
            names = (
                None
                if any(each.arg is None for each in node.keywords)
                else frozenset(each.arg for each in node.keywords)
            )
            place = f"{file.relative_to(SOURCE)}:{node.lineno}"
            first = node.args[0]
            codes = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            found += [
                (place, function, code.value, names)
                for code in codes
                if isinstance(code, ast.Constant) and isinstance(code.value, str)
            ]
    return found


CALLS = calls()
FAULTS = {code for _, function, code, _ in CALLS if function == "fault"}


def test_every_table_is_joined_and_no_code_stands_in_two_of_them():
    codes = Counter(code for table in tables().values() for code in table)
    assert [code for code, times in codes.items() if times > 1] == []
    assert set(codes) == set(WORDINGS)


def test_every_wording_has_both_languages_with_the_same_arguments():
    for code, wording in WORDINGS.items():
        assert wording.zh.strip(), code
        assert wording.en.strip(), code
        assert placeholders(wording.zh) == placeholders(wording.en), code
        assert placeholders(wording.mend_zh) == placeholders(wording.mend_en), code
        assert bool(wording.mend_zh) == bool(wording.mend_en), code


def test_no_wording_was_left_in_the_other_language():
    for code, wording in WORDINGS.items():
        chinese = CHINESE.search(wording.zh + wording.mend_zh)
        assert chinese or wording.zh.strip("“”") == wording.en or "{" in wording.zh, code
        assert re.search("[A-Za-z]", wording.en), code


def test_every_fault_says_how_to_mend_it_in_both_languages():
    assert [code for code in FAULTS if not WORDINGS[code].mend_zh or not WORDINGS[code].mend_en] == []


def test_no_sentence_of_a_fault_brings_its_own_stop():
    """`Fault.text` puts one between what is wrong and how to mend it."""
    ends = {code: (WORDINGS[code].zh[-1], WORDINGS[code].en[-1]) for code in FAULTS}
    assert {code: end for code, end in ends.items() if end[0] in "。." or end[1] in "。."} == {}


def test_every_call_names_a_code_and_gives_exactly_the_arguments_of_its_sentences():
    wrong = []
    for place, _, code, names in CALLS:
        wording = WORDINGS.get(code)
        if wording is None:
            wrong.append(f"{place}: no wording {code}")
            continue
        wanted = placeholders(wording.zh, wording.en, wording.mend_zh, wording.mend_en)
        if names is not None and names != wanted:
            wrong.append(f"{place}: {code} takes {sorted(wanted)}, not {sorted(names)}")
    assert wrong == []


def test_no_wording_is_left_that_nobody_says():
    files = [
        file
        for file in SOURCE.rglob("*.*")
        if file.suffix in {".py", ".html"} and file.parent.name != "wordings"
    ]
    text = "\n".join(file.read_text("utf-8") for file in files)
    said = {code for codes in re.findall(r"[\"']([a-z0-9_ ]+)[\"']", text) for code in codes.split()}
    begun = tuple(re.findall(r"f[\"']([a-z0-9_]+_)\{", text))  # codes that are put together: f"kind_{kind}"
    assert sorted(code for code in WORDINGS if code not in said and not code.startswith(begun)) == []
