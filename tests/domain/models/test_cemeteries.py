from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import Cemetery, CemeteryNature
from civaffairs.errors import ModelInvalid

COUNTS = st.none() | st.integers(0, 20)


@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_cemetery_is_refused_exactly_when_a_part_is_more_than_its_whole(
    plots, single, joint, ecological, used
):
    parts = [(single or 0) + (joint or 0), ecological or 0, used or 0]
    facts = {
        "plots": plots,
        "single_plots": single,
        "joint_plots": joint,
        "ecological_plots": ecological,
        "used_plots": used,
    }
    wrong = 0 if plots is None else sum(part > plots for part in parts)
    if not wrong:
        assert Cemetery(name="甲陵园", nature=CemeteryNature.COMMERCIAL, **facts).plots == plots
        return
    with pytest.raises(ModelInvalid) as caught:
        Cemetery(name="甲陵园", nature=CemeteryNature.COMMERCIAL, **facts)
    assert len(caught.value.faults) == wrong


def test_the_fault_names_both_figures(refusal):
    facts = {"name": "甲陵园", "nature": CemeteryNature.COMMERCIAL, "niches": 10, "used_niches": 11}
    assert refusal(Cemetery, **facts) == [("used_niches", "part_exceeds_whole")]
    with pytest.raises(ModelInvalid) as caught:
        Cemetery(**{**facts, "plots": 5, "single_plots": 3, "joint_plots": 4})
    assert caught.value.faults[0].text("zh") == (
        "joint_plots：“单人墓位数 + 双人墓位数”(3 + 4)大于“墓位数”(5)。请核对两个数"
    )


def test_an_area_is_exact_to_two_decimals(refusal):
    facts = {"name": "甲陵园", "nature": CemeteryNature.PUBLIC_BENEFIT}
    assert Cemetery(**facts, single_plot_area=Decimal("0.50")).single_plot_area == Decimal("0.5")
    assert refusal(Cemetery, **facts, single_plot_area=Decimal("0.505")) == [
        ("single_plot_area", "too_many_places")
    ]
