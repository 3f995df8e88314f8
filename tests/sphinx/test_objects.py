from __future__ import annotations

import re
import zlib

from hypothesis import given
from hypothesis import strategies as st
from sphinx.util.inventory import InventoryFile

from civaffairs import Document, Label
from civaffairs.sphinx.objects import ROLES, Named, of_clause, spaceless

LOCATORS = st.text(min_size=1, max_size=30).filter(str.strip)


@given(LOCATORS)
def test_a_clause_can_be_found_again_in_an_inventory_whatever_its_place_is_called(locator: str) -> None:
    clause = Document("taoyuan/plan-14", Label("规划", "plan"), "局", 2022).at(locator)
    assert not re.search(r"\s", of_clause(clause).name)


def test_digits_between_blanks_do_not_confuse_an_inventory() -> None:
    clause = Document("taoyuan/plan-14", Label("规划", "plan"), "局", 2022).at("表1 3 2020 x")
    name = of_clause(clause).name
    line = f"{name} civ:clause 1 page.html#a 规划\n"
    content = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# compressed using zlib.\n"
    inventory = InventoryFile.loads(content + zlib.compress(line.encode()), uri="").data
    assert list(inventory["civ:clause"]) == [name]


@given(st.sampled_from(sorted(ROLES)), st.text(min_size=1, max_size=30))
def test_an_anchor_is_ascii_and_the_same_every_time(kind: str, name: str) -> None:
    anchor = Named(kind, name, Label("甲", "a")).anchor
    assert re.fullmatch(r"civ-[A-Za-z0-9-]+", anchor)
    assert anchor == Named(kind, name, Label("乙", "b")).anchor


@given(st.text(alphabet="表序号①② 一二三", min_size=1), st.text(alphabet="表序号①② 一二三", min_size=1))
def test_clauses_that_differ_have_anchors_that_differ(one: str, other: str) -> None:
    first, second = (
        Named("clause", spaceless(one), Label("甲", "a")),
        Named("clause", spaceless(other), Label("甲", "a")),
    )
    assert (first.anchor == second.anchor) == (first.name == second.name)
