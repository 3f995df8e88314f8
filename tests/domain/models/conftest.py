"""What the tests of models share."""

from __future__ import annotations

import pytest

from civaffairs.errors import CivaffairsError


@pytest.fixture(scope="session")
def refusal():
    """Call something that must be refused, and return its faults as (place, code), worded in both."""

    def call(model, **facts):
        with pytest.raises(CivaffairsError) as caught:
            model(**facts)
        for lang in ("zh", "en"):
            assert "{" not in caught.value.text(lang)
        return [(each.where, each.code) for each in caught.value.faults]

    return call
