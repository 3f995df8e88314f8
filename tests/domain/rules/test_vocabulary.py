from __future__ import annotations

import pytest

from civaffairs.domain.models import CareInstitution, Community, Elder, Household
from civaffairs.domain.rules.evaluate import Registers, measure
from civaffairs.domain.rules.expr import Count, Field, Flag, Total
from civaffairs.domain.rules.vocabulary import count, field_of, flag_of, total
from civaffairs.domain.units import RATIO, Unit
from civaffairs.errors import UnknownName

HOMES = [
    CareInstitution(name="一号院", beds=100, rated=True),
    CareInstitution(name="二号院", beds=50, rated=False),
    CareInstitution(name="三号院", beds=25, rated=True),
]


def test_a_fact_of_a_model_becomes_a_node_with_the_models_words_and_unit():
    beds, rated = field_of(CareInstitution, "beds"), flag_of(CareInstitution, "rated")
    assert (type(beds), beds.model, beds.name, beds.unit) == (
        Field,
        "CareInstitution",
        "beds",
        Unit.parse("张"),
    )
    assert (type(rated), rated.model, rated.name) == (Flag, "CareInstitution", "rated")
    assert beds.label.zh == "床位数"
    assert field_of(CareInstitution, "rating").unit == RATIO


def test_a_register_is_counted_and_added_up_wholly_or_in_part():
    beds, rated = field_of(CareInstitution, "beds"), flag_of(CareInstitution, "rated")
    assert total(beds) == Total(beds, None)
    assert count(CareInstitution, "个") == Count(
        "CareInstitution", count(CareInstitution, "个").label, "个", None
    )
    facts = Registers({"CareInstitution": HOMES})
    assert measure(total(beds), facts).number == 175
    assert measure(total(beds, rated), facts).number == 125
    assert measure(count(CareInstitution, "个"), facts).number == 3
    assert measure(count(CareInstitution, "个", rated), facts).number == 2


@pytest.mark.parametrize("find", [field_of, flag_of])
def test_a_misspelt_fact_is_refused_where_it_is_written_with_the_closest(find):
    with pytest.raises(UnknownName) as caught:
        find(CareInstitution, "bedz")
    assert "CareInstitution.bedz" in caught.value.text("en")
    for model in (Household, Elder):
        with pytest.raises(UnknownName):
            find(model, "beds")


@pytest.mark.parametrize(
    ("model", "said"), [(CareInstitution, "care institutions"), (Community, "communities")], ids=["s", "ies"]
)
def test_what_is_counted_is_named_in_the_plural(model, said):
    assert count(model, "个").label.en == said
