"""The mutator of code: what it changes, what it leaves alone, and that a live function does otherwise."""

from __future__ import annotations

import importlib.util
import textwrap

import pytest
from assurance import Row
from code_mutants import code_mutants, live_functions


@pytest.fixture
def module(tmp_path):
    """Write a module and import it."""

    def module(source: str):
        path = tmp_path / "peach.py"
        path.write_text(textwrap.dedent(source), "utf-8")
        spec = importlib.util.spec_from_file_location("peach", path)
        found = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found)
        return found, path

    return module


def changes(path) -> list[str]:
    return [mutant.change for mutant in code_mutants(path)]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a < b", ["a < b → a <= b", "a < b → a >= b"]),
        ("a == b", ["a == b → a != b"]),
        ("a in b", ["a in b → a not in b"]),
        ("a and b", ["a and b → a or b"]),
        ("not a", ["not a → a"]),
        ("a + b", ["a + b → a - b"]),
        ("a[1]", ["1 → 2", "1 → 0"]),
        ("True", ["True → False"]),
        ("max(a)", ["max(a) → min(a)"]),
        ("a if b else c", ["a if b else c → a if not b else c"]),
        ("a < b < c", [
            "a < b < c → a <= b < c", "a < b < c → a >= b < c",
            "a < b < c → a < b <= c", "a < b < c → a < b >= c",
        ]),
        ("f'{a:02}'", []),
        ("cast('a < 1', a)", []),
    ],
)  # fmt: skip
def test_each_operator_has_its_changes(module, expression, expected):
    _, path = module(f"def peach(a, b, c):\n    return {expression}\n")
    assert changes(path) == expected


def test_annotations_docstrings_assertions_and_what_says_so_are_left_alone(module):
    _, path = module('''
        TABLE = (1, 2)

        def peach(a: "1 + 1" = 3):
            """1 < 2."""
            assert a > 1
            b: "2 + 2" = a
            if a > 9:  # pragma: no cover
                return 9
            return b
        ''')
    assert changes(path) == ["9 → 10", "9 → 8"]


def test_a_statement_is_left_out_and_a_plain_condition_denied(module):
    _, path = module("""
        def peach(a):
            if a:
                a.append(a)
            return a
        """)
    assert sorted(changes(path)) == [
        "a.append(a) → pass",
        "if a:     a.append(a) → if not a:     a.append(a)",
    ]


def test_a_live_function_a_method_and_what_is_inside_them_behave_otherwise(module):
    found, path = module("""
        class Tree:
            @property
            def peaches(self):
                return [each for each in range(9) if each > 5]

        def more(a):
            def inside():
                return a + 1
            return inside()
        """)
    live = live_functions(path)
    assert {"Tree.peaches", "more"} <= set(live)
    seen = {}
    for mutant in code_mutants(path):
        before = [(each, each.__code__) for each in live[mutant.function]]
        for each, _ in before:
            each.__code__ = mutant.code
        seen[mutant.change] = (found.Tree().peaches, found.more(3))
        for each, code in before:
            each.__code__ = code
    assert seen["each > 5 → each >= 5"] == ([5, 6, 7, 8], 4)
    assert seen["a + 1 → a - 1"] == ([6, 7, 8], 2)
    assert (found.Tree().peaches, found.more(3)) == ([6, 7, 8], 4)


def test_a_score_is_rounded_down():
    assert (Row(999, 1000) + Row(0, 1)).score == "99.8 %"
    assert Row(1, 1).score == "100.0 %"
    assert Row().score == "-"
