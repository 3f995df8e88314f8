from __future__ import annotations

import pytest

from civaffairs.domain import models
from civaffairs.domain.models import Area, Term

TERMS = [each for each in vars(models).values() if isinstance(each, type) and issubclass(each, Term)]


@pytest.mark.parametrize("kind", TERMS, ids=lambda kind: kind.__name__)
def test_every_term_has_its_own_words_in_both_languages(kind):
    assert len({each.text("zh") for each in kind}) == len(kind.__members__)
    assert len({each.text("en") for each in kind}) == len(kind.__members__)


def test_a_term_has_an_id_and_a_short_repr():
    assert (Area.URBAN.id, repr(Area.URBAN), Area.URBAN.label.en) == ("urban", "Area.URBAN", "urban")
