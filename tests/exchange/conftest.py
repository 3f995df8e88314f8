"""A few indicators of a fictional district, and ways to write a file and read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from civaffairs import SHARE, Amount, Bounds, Direction, Indicator, Label, Observation, Series, Topic
from civaffairs.errors import Fault, InputInvalid
from civaffairs.exchange.observations import read_observations

_INDICATORS = (
    Indicator(
        "nursing_bed_share",
        Label("护理型床位占比", "share of nursing beds"),
        "%",
        Direction.UP,
        Topic.ELDERLY_CARE,
        SHARE,
    ),
    Indicator(
        "care_centres",
        Label("养老服务中心数量", "elderly-care centres"),
        "处",
        Direction.UP,
        Topic.ELDERLY_CARE,
        Bounds(low=Amount(0, "处")),
    ),
    Indicator(
        "social_workers",
        Label("社会工作者数量", "social workers"),
        "人",
        Direction.UP,
        Topic.SOCIAL_WORK,
        Bounds(low=Amount(0, "人")),
    ),
    Indicator(
        "care_standard",
        Label("照料护理标准", "care standard"),
        "元/人·月",
        Direction.UP,
        Topic.SOCIAL_ASSISTANCE,
        Bounds(),
    ),
    Indicator(
        "lottery_funds", Label("福彩公益金", "lottery funds"), "万元", Direction.UP, Topic.LOTTERY, Bounds()
    ),
    Indicator(
        "reform_zone",
        Label("婚俗改革实验区", "reform zone"),
        "1",
        Direction.NEUTRAL,
        Topic.MARRIAGE,
        Bounds(),
    ),
)
_SERIES = Series("urban_consumption", Label("城镇居民人均消费支出", "urban consumption per head"), "元/人·年")

Known = dict[str, Indicator | Series]


@pytest.fixture(scope="session")
def known() -> Known:
    return {each.id: each for each in (*_INDICATORS, _SERIES)}


@pytest.fixture
def read(tmp_path: Path, known: Known) -> Callable[..., tuple[Observation, ...]]:
    """Write a file and read the observations in it."""

    def write_and_read(content: str | bytes, name: str = "obs.csv") -> tuple[Observation, ...]:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_observations(file, known)

    return write_and_read


@pytest.fixture
def refused(read: Callable[..., tuple[Observation, ...]]) -> Callable[..., tuple[Fault, ...]]:
    """Write a file that cannot be used and return what is said of it, after looking that it can be said."""

    def write_and_fail(content: str | bytes, name: str = "obs.csv") -> tuple[Fault, ...]:
        with pytest.raises(InputInvalid) as caught:
            read(content, name)
        for each in caught.value.faults:
            assert each.where
            assert each.what.mend("zh"), each.code
            assert each.what.mend("en"), each.code
            assert each.text("zh") != each.text("en")
        return caught.value.faults

    return write_and_fail


@pytest.fixture
def row_refused(refused: Callable[..., tuple[Fault, ...]]) -> Callable[..., tuple[Fault, ...]]:
    """Do the same for one row of a CSV file: indicator, period, value, unit."""

    def write_and_fail(*cells: str) -> tuple[Fault, ...]:
        return refused("指标,时间,数值,单位\n" + ",".join(f'"{cell}"' for cell in cells) + "\n")

    return write_and_fail
