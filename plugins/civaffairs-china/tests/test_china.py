"""The national plugin loads alone, and its indicators are one per meaning."""

from civaffairs import load
from civaffairs_china import series
from civaffairs_china.indicators import INDICATORS


def test_the_plugin_needs_no_other() -> None:
    (report,) = load(strict=True, only=["china"]).reports
    assert report.faults == ()


def test_no_two_indicators_share_an_id_or_a_name() -> None:
    for names in ([each.id for each in INDICATORS], [each.label.zh for each in INDICATORS]):
        assert len(set(names)) == len(names)


def test_every_indicator_of_the_module_is_declared() -> None:
    from civaffairs import Indicator
    from civaffairs_china import indicators

    assert {each for each in vars(indicators).values() if isinstance(each, Indicator)} == set(INDICATORS)


def test_series_have_ids_of_their_own() -> None:
    found = [each for each in vars(series).values() if isinstance(each, series.Series)]
    assert len({each.id for each in found}) == len(found) == 7
