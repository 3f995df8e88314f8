from __future__ import annotations

import inspect
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.models import (
    MODELS,
    Area,
    Community,
    Household,
    Income,
    IncomeKind,
    Person,
    amount,
    attributes,
    count,
    derived,
    fact,
    fact_of,
    fact_of_derived,
    is_model,
    label_of,
    model,
    replaced,
    value_faults,
)
from civaffairs.domain.models.fact import not_before, within
from civaffairs.errors import DeclarationError, Fault, ModelInvalid, UnknownName, fault, message


def no_nine(number):
    if number == 9:
        yield message("items_missing")


@model("样例", "sample")
class Sample:
    """One fact of every type."""

    name: str = fact("名称", "name", check=lambda text: [message("items_missing")] if text == "x" else [])
    truth: bool | None = fact("真假", "truth", default=None)
    size: int | None = count("大小", "size", unit="张", default=None)
    number: int | None = fact("号", "number", least=1, most=9, check=no_nine, default=None)
    money: Decimal | None = amount("金额", "money", unit="元", default=None)
    day: date | None = fact("日期", "day", least=date(2000, 1, 1), most=date(2030, 1, 1), default=None)
    area: Area | None = fact("城乡", "area", default=None)
    place: Community | None = fact("社区", "place", default=None)
    days: tuple[date, ...] | None = fact("各日", "days", default=None)
    secret: str | None = fact("秘密", "secret", personal=True, default=None)

    def check(self) -> Iterator[Fault]:
        """Yield a fault where both are given."""
        if self.truth and self.size:
            yield fault("facts_exclude", "size", one=Area.URBAN, other=Area.RURAL)


SOUND = {
    "name": "甲",
    "truth": True,
    "number": 3,
    "money": Decimal("0.01"),
    "day": date(2025, 7, 1),
    "area": Area.RURAL,
    "place": Community(name="甲社区"),
    "days": (date(2025, 7, 1),),
    "secret": "张甲",
}
WRONG = {
    "name": ["", " \n", None, 7, b"a", ["a"], "x"],
    "truth": [0, 1, "True", "是", 1.0],
    "size": [True, 1.0, "5", -1, 10**9 + 1, Decimal(5)],
    "number": [0, 9, 10, False],
    "money": [
        5,
        5.0,
        "5",
        True,
        Decimal("0.001"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal(-1),
    ],
    "day": ["2025-07-01", datetime(2025, 7, 1), 2025, date(1999, 12, 31), date(2030, 1, 2)],  # noqa: DTZ001
    "area": ["城市", "urban", 1],
    "place": ["甲社区", Sample(name="甲")],
    "days": [[], [date(2025, 7, 1)], (None,), (date(2025, 7, 1), "2025-07-02")],
    "secret": ["", 13800000000],
}


def test_a_sound_sample_is_made_and_never_changes():
    sample = Sample(**SOUND)
    assert sample == Sample(**SOUND)
    assert hash(sample) == hash(Sample(**SOUND))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        sample.name = "乙"


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_each_wrong_value_is_refused_at_its_place(refusal, name, value):
    found = refusal(Sample, **{**SOUND, name: value})
    assert {where.split("[")[0] for where, _ in found} == {name}


@given(st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in WRONG.items()}))
def test_all_faults_are_reported_at_once(wrong):
    facts = {**SOUND, **wrong}
    if not wrong:
        assert Sample(**facts)
        return
    with pytest.raises(ModelInvalid) as caught:
        Sample(**facts)
    assert {each.where.split("[")[0] for each in caught.value.faults} == set(wrong)


@given(
    st.sampled_from(sorted(WRONG)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(WRONG[name]))
    )
)
def test_one_value_is_judged_alone_as_in_the_whole(case):
    name, value = case
    attribute = {each.name: each for each in attributes(Sample)}[name]
    with pytest.raises(ModelInvalid) as caught:
        Sample(**{**SOUND, name: value})
    assert value_faults(attribute, value) == caught.value.faults
    assert value_faults(attribute, SOUND.get(name)) == ()


def test_faulty_facts_do_not_hide_what_the_sound_ones_say_together(refusal):
    facts = {**SOUND, "size": 4}
    assert refusal(Sample, **facts) == [("size", "facts_exclude")]
    assert refusal(Sample, **{**facts, "name": ""}) == [("name", "fact_blank"), ("size", "facts_exclude")]
    assert refusal(Sample, **{**facts, "size": -4}) == [("size", "fact_too_small")]


def test_several_bounds_may_be_broken_by_one_value(refusal):
    assert refusal(Sample, name="甲", money=Decimal("-0.001")) == [
        ("money", "fact_too_small"),
        ("money", "too_many_places"),
    ]


@given(st.decimals(0, 10**9, allow_nan=False), st.integers(0, 6))
def test_money_is_exact_to_the_fen_however_it_is_written(value, zeros):
    exact = value * 100 == int(value * 100) if abs(value.adjusted()) < 20 else value == 0
    padded = Decimal(
        (value.as_tuple().sign, value.as_tuple().digits + (0,) * zeros, value.as_tuple().exponent - zeros)
    )
    attribute = {each.name: each for each in attributes(Sample)}["money"]
    assert (value_faults(attribute, padded) == ()) is exact


@given(st.text(min_size=2).filter(str.strip), st.integers(10**10, 10**17))
def test_no_fault_shows_personal_data(text, number):
    for value in (text, number):
        with pytest.raises(ModelInvalid) as caught:
            Sample(name="", money=value, size=number, secret=value if value is number else "")
        for lang in ("zh", "en"):
            assert str(number) not in caught.value.text(lang)


def test_a_personal_number_out_of_bounds_is_not_shown():
    with pytest.raises(ModelInvalid) as caught:
        Income(kind=IncomeKind.WAGES, monthly=Decimal(-4321))
    assert "4321" not in caught.value.text("zh") + caught.value.text("en")


def test_faults_are_plain_in_both_languages():
    with pytest.raises(ModelInvalid) as caught:
        Sample(name="甲", area="城市", place=1.5, money=5, days=[], truth=None, number=None, day="2025")
    assert caught.value.text("zh").splitlines() == [
        "money：“金额”应为精确小数，不能是整数。请写 Decimal('717.50') 这样的数",
        "day：“日期”应为日期，不能是文字。请写 date(1949, 12, 31) 这样的日期",
        "area：“城乡”应为下列之一(城市、农村)，不能是文字。请用 Area 的成员",
        "place：“社区”应为“城乡社区”，不能是浮点数。请用 Community(…) 构造",
        "days：“各日”应为元组，不能是list。请用圆括号列出，如 (甲, 乙)",
    ]
    assert "area should be one of urban, rural, not text" in caught.value.text("en")


def test_dates_out_of_order_are_found_and_unknown_ones_pass():
    @model("期间", "span")
    class Span:
        start: date | None = fact("起", "start", default=None)
        end: date | None = fact("止", "end", default=None)

        def check(self):
            yield from not_before(self, "start", "end")

    assert Span(end=date(2025, 1, 1))
    assert Span(start=date(2025, 1, 1), end=date(2025, 1, 1))
    with pytest.raises(ModelInvalid, match="before"):
        Span(start=date(2025, 1, 2), end=date(2025, 1, 1))


def test_a_part_is_held_against_its_whole_only_where_both_are_known():
    @model("床位", "beds")
    class Beds:
        all: int | None = count("总", "all", unit="张", default=None)
        some: int | None = count("分", "some", unit="张", default=None)

        def check(self):
            yield from within(self, "all", "some")

    assert Beds(some=5).some == 5
    assert Beds(all=5).some is None


def test_a_field_that_is_no_fact_or_of_another_type_is_refused_when_declared():
    with pytest.raises(DeclarationError) as caught:

        @model("错例", "mistaken")
        class Mistaken:
            plain: int
            share: float = fact("比例", "share")
            table: dict[str, int] = fact("表", "table")

    assert [each.where for each in caught.value.faults] == [
        "Mistaken.plain",
        "Mistaken.share",
        "Mistaken.table",
    ]


def test_a_unit_that_is_not_known_is_refused_when_declared():
    with pytest.raises(UnknownName):
        count("床位", "beds", unit="尺")


def test_a_derived_fact_says_what_it_is_and_is_no_attribute():
    @model("车", "car")
    class Car:
        built: int | None = fact("年份", "year", default=None)

        @derived("车龄", "age", follows_from="built", unit="岁", least=0, most=99, personal=True)
        def age_on(self, day):
            return None if self.built is None else day.year - self.built

    declared = fact_of_derived(Car.age_on)
    assert (declared.label.zh, declared.label.en, declared.unit.text("en")) == ("车龄", "age", "years")
    assert (declared.least, declared.most, declared.personal) == (0, 99, True)
    assert fact_of_derived(Car(built=2020).age_on) is declared
    assert (Car(built=2020).age_on(date(2025, 1, 1)), Car().age_on(date(2025, 1, 1))) == (5, None)
    assert [each.name for each in attributes(Car)] == [declared.follows_from] == ["built"]


def test_a_method_that_is_not_declared_is_no_derived_fact():
    with pytest.raises(DeclarationError) as caught:
        fact_of_derived(Person.check)
    assert [(each.where, each.code) for each in caught.value.faults] == [("Person.check", "fact_underived")]


def test_a_derived_fact_needs_a_unit_that_is_known():
    with pytest.raises(UnknownName):
        derived("年龄", "age", follows_from="born", unit="尺", least=0, most=150)


DERIVED = {
    f"{cls.__name__}.{name}": method
    for cls in MODELS
    for name, method in vars(cls).items()
    if name.endswith("_on")
}


def test_every_fact_that_depends_on_the_day_is_declared():
    assert set(DERIVED) == {
        "Person.age_on",
        "Supporter.age_on",
        "AnnualCheck.years_ago_on",
        "SocialOrg.years_registered_on",
        "SocialOrg.years_since_award_on",
        "SocialOrg.years_since_demotion_on",
        "SocialOrg.years_since_revocation_on",
    }
    units = {fact_of_derived(method).unit.text("en") for method in DERIVED.values()}
    assert units == {"years"}
    assert {name for name, method in DERIVED.items() if fact_of_derived(method).personal} == {
        "Person.age_on",
        "Supporter.age_on",
    }


@pytest.mark.parametrize("each", MODELS, ids=lambda each: each.__name__)
def test_every_model_says_what_it_and_its_facts_are(each):
    assert is_model(each)
    assert label_of(each).zh
    assert "Attributes:" in each.__doc__
    for attribute in attributes(each):
        declared = fact_of(attribute)
        assert f"\n    {attribute.name}: " in inspect.getdoc(each)
        assert declared.unit is None or declared.unit.text("zh")
        assert attribute.default in (None, attrs.NOTHING)
    english = [fact_of(attribute).label.en for attribute in attributes(each)]
    assert len(set(english)) == len(english)


def test_a_changed_copy_is_checked_anew():
    home = Household(area=Area.URBAN, members=(Person(born=date(1941, 3, 8)),))
    assert replaced(home, area=Area.RURAL).area is Area.RURAL
    assert home.area is Area.URBAN
    with pytest.raises(ModelInvalid):
        replaced(home, members=())


def test_models_can_be_pickled():
    home = Household(area=Area.URBAN, members=(Person(born=date(1941, 3, 8), name="张甲"),))
    assert pickle.loads(pickle.dumps(home)) == home  # noqa: S301 - our own bytes


def test_other_classes_are_no_models():
    assert not is_model(int)
    assert not is_model("Person")


def test_a_model_may_be_declared_where_annotations_are_types_and_no_text():
    body = {"__annotations__": {"built": int}, "built": fact("年份", "year"), "__module__": __name__}
    car = model("车", "car")(type("Car", (), body))
    assert [(each.name, each.type) for each in attributes(car)] == [("built", int)]
    assert car(built=2020).built == 2020
