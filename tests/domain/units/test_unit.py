from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.units import CLASSIFIERS, RATIO, Unit, as_unit
from civaffairs.domain.units.amount import Amount
from civaffairs.domain.units.unit import _NAMES
from civaffairs.errors import UnitClash, UnknownName, speak, speak_again

NAMES = st.sampled_from(sorted(_NAMES))
UNITS = st.dictionaries(NAMES, st.integers(-3, 3).filter(bool), max_size=4).map(
    lambda powers: Unit(tuple(sorted(powers.items())))
)


@given(UNITS)
def test_a_unit_survives_being_written_and_read(unit):
    assert Unit.parse(str(unit)) == unit
    if "thing" not in dict(unit.powers):  # 个 by itself is read as an organisation
        assert Unit.parse(unit.text("zh")) == unit


@given(NAMES, st.data())
def test_every_spelling_of_a_unit_means_that_unit(name, data):
    words = _NAMES[name]
    spelling = data.draw(st.sampled_from((name, words.zh, words.one, words.several, *words.others)))
    # English has one word for the years of a calendar and those of a life, and the first are meant by it;
    # what is counted as mere things has no word of its own.
    meant = "year" if name == "year_of_age" and spelling in {"year", "years"} else name
    meant = {"个": "organisation", "": None}.get(spelling, meant) if name == "thing" else meant
    if meant is None:
        return
    assert Unit.parse(spelling) == Unit(((meant, 1),))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (
                "元/人·月",
                "元/人/月",
                "元/月/人",
                "元/每人·每月",
                "元／人・月",
                "元 / 人 · 月",
                "元/人*月",
                "yuan/person/month",
            ),
            (("month", -1), ("person", -1), ("yuan", 1)),
        ),
        (
            ("张/千名老年人", "张/每千名老年人", "张/千名老人", "bed/thousand_elders"),
            (("bed", 1), ("thousand_elders", -1)),
        ),
        (("㎡", "m²", "m2", "平方米", "square_metre"), (("square_metre", 1),)),
        (("%", "％", "百分比", "percent"), (("percent", 1),)),
        (("万元", " 万元 ", "wan_yuan"), (("wan_yuan", 1),)),
        (("人·日", "人*天", "day*person"), (("day", 1), ("person", 1))),
        (("元/平方米^2",), (("square_metre", -2), ("yuan", 1))),
        (("1/人", "1/person"), (("person", -1),)),
        (("1", "", " ", "元/元", "1*1"), ()),
        (("年", "year"), (("year", 1),)),
        (("岁", "周岁"), (("year_of_age", 1),)),
    ],
)
def test_units_are_read_as_chinese_tables_write_them(texts, expected):
    for text in texts:
        assert Unit.parse(text).powers == expected
        assert as_unit(text) == Unit.parse(text)


@pytest.mark.parametrize(
    "text", ["元元", "元/", "/人", "元//人", "元^x", "元^-1", "元^", "元/人^", "每", "百分点", "％％"]
)
def test_what_is_no_unit_is_refused_with_the_closest(text):
    with pytest.raises(UnknownName) as caught:
        Unit.parse(text)
    assert repr(text) in caught.value.text("en")


@pytest.mark.parametrize("text", ["yuan^10", "yuan*" * 98 + "yuan", "元/人^10"])
def test_a_power_that_nothing_is_measured_in_is_refused(text):
    with pytest.raises(UnknownName) as caught:
        Unit.parse(text)
    assert caught.value.faults[0].code == "unit_too_high"


def test_a_misspelt_unit_gets_a_suggestion():
    with pytest.raises(UnknownName, match="household"):
        Unit.parse("huosehold")


@given(UNITS, UNITS)
def test_a_product_divided_by_one_factor_is_the_other(one, other):
    assert one.times(other) == other.times(one)
    assert one.times(other).times(other, -1) == one
    assert one.times(one, -1) == RATIO
    assert one.times(other, 2) == one.times(other).times(other)


@given(UNITS, UNITS)
def test_units_go_together_just_when_their_quotient_is_a_ratio(one, other):
    together = one.goes_with(other)
    assert together == other.goes_with(one) == one.times(other, -1).is_ratio
    if together:
        assert one.factor_to(other) * other.factor_to(one) == 1
    else:
        with pytest.raises(UnitClash) as caught:
            one.factor_to(other)
        assert [each.code for each in caught.value.faults] == ["unit_clash"]


@given(UNITS)
def test_a_unit_is_one_of_itself(unit):
    assert unit.factor_to(unit) == 1


@pytest.mark.parametrize(
    ("have", "want", "factor"),
    [
        ("万元", "元", 10000),
        ("亿元", "万元", 10000),
        ("元", "分", 100),
        ("万人", "人", 10000),
        ("百人", "人", 100),
        ("千名老年人", "人", 1000),
        ("万人次", "人次", 10000),
        ("万张", "张", 10000),
        ("百户", "户", 100),
        ("年", "月", 12),
        ("日", "小时", 24),
        ("公顷", "平方米", 10000),
        ("亩", "平方米", Fraction(2000, 3)),
        ("公顷", "亩", 15),
        ("1", "%", 100),
        ("%", "‰", 10),
        ("元/人·月", "元/人·年", 12),
        ("元/平方米", "元/亩", Fraction(2000, 3)),
        ("人/万人", "%", Fraction(1, 100)),
    ],
)
def test_factors_are_exact(have, want, factor):
    assert Unit.parse(have).factor_to(Unit.parse(want)) == factor


@pytest.mark.parametrize(
    "word", ["元", "人", "人次", "户", "张", "个", "处", "对", "月", "日", "平方米", "米", "%"]
)
def test_things_of_different_kinds_have_dimensions_of_their_own(word):
    others = {"元", "人", "人次", "户", "张", "个", "处", "对", "月", "日", "平方米", "米", "%"} - {word}
    assert not any(Unit.parse(word).goes_with(Unit.parse(other)) for other in others)
    assert Unit.parse(word).is_ratio == (word == "%")


@pytest.mark.parametrize(
    ("text", "zh", "en", "name"),
    [
        ("元/人/月", "元/人·月", "yuan/person/month", "yuan/person/month"),
        ("张/千名老年人", "张/千名老年人", "beds/1,000 elders", "bed/thousand_elders"),
        ("人*日", "日*人", "days*persons", "day*person"),
        ("元/平方米^2", "元/平方米^2", "yuan/m²^2", "yuan/square_metre^2"),
        ("1/人", "1/人", "1/person", "1/person"),
        ("1", "", "", "1"),
    ],
)
def test_a_unit_is_written_for_people_and_for_programs(text, zh, en, name):
    unit = Unit.parse(text)
    assert (unit.text("zh"), unit.text("en"), str(unit)) == (zh, en, name)
    token = speak("zh")
    assert unit.text() == zh
    speak_again(token)


def test_a_counting_word_is_a_unit_by_itself_or_none():
    assert Unit.counting("张") == Unit.parse("bed")
    assert Unit.counting("名") == Unit.parse("person")
    assert Unit.counting("家") is None
    assert {"个", "张", "家", "人"} <= CLASSIFIERS


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Amount(1, "张"), "1 bed"),
        (Amount(-1, "张"), "-1 bed"),
        (Amount(2, "张"), "2 beds"),
        (Amount("1.5", "人"), "1.5 persons"),
        (Amount(721, "人"), "721 persons"),
        (Amount(600, "元/人·月"), "600 yuan/person/month"),
    ],
)
def test_english_tells_one_from_several_and_never_in_a_denominator(amount, said):
    assert amount.text("en") == said
