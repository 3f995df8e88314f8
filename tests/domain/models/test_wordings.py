from __future__ import annotations

from string import Formatter

import pytest

from civaffairs.errors.wordings.modelling import MODELLING


def names(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", [*MODELLING])
def test_both_languages_fill_in_the_same(code):
    wording = MODELLING[code]
    assert names(wording.zh) == names(wording.en)
    assert names(wording.mend_zh) == names(wording.mend_en)
    assert bool(wording.mend_zh) == bool(wording.mend_en)


@pytest.mark.parametrize("code", [*MODELLING])
def test_a_mend_needs_nothing_that_the_fault_does_not_say(code):
    wording = MODELLING[code]
    assert names(wording.mend_zh) <= names(wording.zh) | {"hint"}
