"""What stands in a column is read exactly, or marked: numbers, truths, terms, days and lists."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain.models import Person
from civaffairs.errors import ModelInvalid
from civaffairs.exchange.registers.checks import contradictions
from civaffairs.exchange.registers.format import columns_of
from civaffairs.exchange.registers.values import Reader, Reading, arrow_type, fen_or_number

pytest.importorskip("numpy")
arrow = pytest.importorskip("pyarrow")

ON = date(2024, 9, 1)
MOST = 999_999_999_999


def reader(name, model="Person", factor=None, **more):
    column = columns_of(model)[name]
    return Reader(Reading(name, column, Fraction(factor or column.scale), **more), ON)


def read(stands, name, kind=None, **more):
    """The values of a column, and for each fault the rows that have it."""
    array = stands if isinstance(stands, arrow.Array) else arrow.array(stands, type=kind)
    found, masks = reader(name, **more).read(array)
    assert found.type == arrow_type(columns_of(more.get("model", "Person"))[name])
    return found.to_pylist(), {code: mask.nonzero()[0].tolist() for code, mask in masks.items()}


FEN = st.integers(0, MOST)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | FEN, max_size=8))
def test_an_amount_is_read_to_the_fen_from_every_type(amounts):
    yuan = [None if fen is None else Decimal(fen) / 100 for fen in amounts]
    texts = [None if each is None else f"{each:f}" for each in yuan]
    for values, kind in (
        (yuan, arrow.decimal128(20, 2)),
        (yuan, arrow.decimal128(30, 7)),
        (yuan, arrow.decimal256(60, 4)),
        ([None if each is None else float(each) for each in yuan], arrow.float64()),
        (texts, arrow.string()),
        (texts, arrow.large_string()),
        (texts, arrow.dictionary(arrow.int32(), arrow.string())),
    ):
        assert read(values, "incomes.wages", kind) == (amounts, {})
    assert read(amounts, "incomes.wages", arrow.int64(), factor=1) == (amounts, {})
    whole = [None if fen is None else fen // 100 for fen in amounts]
    assert read(whole, "incomes.wages", arrow.uint64())[0] == [
        None if each is None else each * 100 for each in whole
    ]


@given(FEN)
def test_an_amount_is_read_to_the_fen_however_it_is_written(fen):
    yuan = Decimal(fen) / 100
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    for text in (
        f"{yuan:f}",
        f"{yuan:,.2f}",
        f" {yuan:.2f} 元",
        f"{yuan:.2f}元",
        f"¥{yuan:,.2f}",
        f"{Decimal(fen) / 10**6:f}万元",
        f"{fen}分",
        f"{yuan:,.2f}".translate(wide),
    ):
        assert read([text], "incomes.wages") == ([fen], {})


@pytest.mark.parametrize(
    "text",
    ["lots", "1,23", "1e5", "12.345", "1.2.3", "无", "1" * 41, "true", "2020-01-01", "12 人", "1,2345"],
)
def test_a_text_that_is_no_amount_is_marked_and_nothing_is_guessed(text):
    assert read(["5", text], "incomes.wages") == ([500, None], {"register_unreadable": [1]})


@pytest.mark.parametrize("text", ["", " ", "--", "-", "—", "不详", "NULL", "NaN", "N/A", None])
def test_what_says_that_it_is_not_known_is_unknown(text):
    for name in ("incomes.wages", "disabled", "sex", "born", "disability_kinds"):
        assert read([text], name, arrow.string()) == ([None], {})


def test_amounts_beyond_their_bounds_are_marked_in_every_type():
    wanted = [0, MOST, None, None]
    marks = {"register_too_small": [2], "register_too_large": [3]}
    yuan = [Decimal(0), Decimal(MOST) / 100, Decimal("-0.01"), Decimal(10) ** 13]
    assert read(yuan, "incomes.wages", arrow.decimal128(20, 2)) == (wanted, marks)
    assert read([float(each) for each in yuan], "incomes.wages") == (wanted, marks)
    assert read([f"{each:f}" for each in yuan], "incomes.wages") == (wanted, marks)
    assert read([f"{each:f}元" for each in yuan], "incomes.wages") == (wanted, marks)
    assert read([0, MOST, -1, 2**63 - 1], "incomes.wages", factor=1) == (wanted, marks)
    assert read([2**64 - 1, 5], "incomes.wages", arrow.uint64()) == (
        [None, 500],
        {"register_too_large": [0]},
    )
    huge = [Decimal(10) ** 30, Decimal(1)]
    assert read(huge, "incomes.wages", arrow.decimal128(38, 2)) == ([None, 100], {"register_too_large": [0]})
    assert read([1e300, float("inf"), -1e300], "incomes.wages") == (
        [None] * 3,
        {"register_too_large": [0, 1], "register_too_small": [2]},
    )


@given(st.integers(0, 10**9), st.floats(0.02, 0.98))
def test_a_double_that_is_no_whole_fen_is_marked(fen, rest):
    assert read([(fen + rest) / 100, 1.0, float("nan")], "incomes.wages") == (
        [None, 100, None],
        {"register_unreadable": [0]},
    )


def test_an_amount_in_a_unit_that_does_not_come_out_whole_is_marked():
    yearly = Fraction(100, 12)
    assert read([12, 13, 24], "incomes.wages", factor=yearly) == (
        [100, None, 200],
        {"register_unreadable": [1]},
    )
    assert read([Decimal("0.5"), Decimal(3)], "incomes.wages", arrow.decimal128(5, 1), factor=1) == (
        [None, 3],
        {"register_unreadable": [0]},
    )
    assert fen_or_number("1.2345万元", Fraction(100), is_money=True) == 1234500


def test_a_whole_number_that_is_no_amount_has_no_unit_of_money():
    assert read(["3", "３", "3元", "2.5", "7"], "disability_grade") == (
        [3, 3, None, None, None],
        {"register_unreadable": [2, 3], "register_too_large": [4]},
    )


def test_truths_are_read_from_words_and_numbers():
    words = ["是", "否", "Y", "n", "TRUE", "f", "1", "0", "１", "有"]
    wanted = [True, False, True, False, True, False, True, False, True, None]
    assert read(words, "disabled") == (wanted, {"register_unreadable": [9]})
    assert read([1, 0, 2], "disabled") == ([True, False, None], {"register_unreadable": [2]})
    assert read([1.0, 0.0, float("nan")], "disabled") == ([True, False, None], {})


def test_terms_are_read_by_id_and_by_either_label():
    assert read(["female", "女", "Male", "王"], "sex") == (
        ["female", "female", "male", None],
        {"register_unreadable": [3]},
    )
    found, _ = reader("sex").read(arrow.array(["男"]))
    again, _ = reader("sex").read(arrow.array(["女", None]))
    assert found.dictionary == again.dictionary  # the same codes in every batch


def test_a_mapping_says_what_codes_stand_for():
    values = {"1": "male", "2": "female", "9": None}
    assert read(["1", "2", "9", "女", "3"], "sex", values=values) == (
        ["male", "female", None, "female", None],
        {"register_unreadable": [4]},
    )
    assert read([1, 2, None], "sex", values=values) == (["male", "female", None], {})
    assert read([1.0, 2.0, None], "sex", values=values) == (["male", "female", None], {})
    assert read(["一级", "2"], "disability_grade", values={"一级": 1}) == ([1, 2], {})


@given(st.dates(date(1880, 1, 1), ON))
def test_a_day_is_read_however_it_is_written(day):
    for text in (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.isoformat()} 00:00:00",
    ):
        assert read([text, "谁"], "born") == ([day, None], {"register_unreadable": [1]})
    assert read([int(f"{day:%Y%m%d}")], "born") == ([day], {})
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day without a place
    assert read([moment, None], "born", arrow.timestamp("ns" if day.year > 1900 else "s")) == (
        [day, None],
        {},
    )
    serial = (day - date(1899, 12, 30)).days
    if serial > 60:
        assert read([serial], "born", excel=True) == ([day], {})
        assert read([float(serial)], "born", excel=True) == ([day], {})
        assert read([str(serial)], "born", excel=True) == ([day], {})


def test_days_that_cannot_be_births_are_marked():
    days = [ON, ON + timedelta(days=1), date(1879, 12, 31), date(1880, 1, 1)]
    wanted = [ON, None, None, date(1880, 1, 1)]
    marks = {"register_born_early": [2], "register_not_born": [1]}
    assert read(days, "born") == (wanted, marks)
    assert read([day.isoformat() for day in days], "born") == (wanted, marks)
    assert read([f"{day:%Y%m%d}" for day in days], "born") == (wanted, marks)
    later = datetime(2020, 1, 1, 5)  # noqa: DTZ001 - a moment is no day
    assert read([later], "born", arrow.timestamp("s")) == ([None], {"register_unreadable": [0]})
    assert read(["2023-02-29", "2020-01-31"], "born")[1] == {"register_unreadable": [0]}
    assert read([43861], "born")[1] == {"register_unreadable": [0]}  # a serial only where the mapping says so


def test_lists_of_terms_come_as_lists_or_as_texts():
    wanted = [["visual", "hearing"], None, None, None]
    marks = {"register_unreadable": [2, 3]}
    assert read(["视力残疾、听力残疾", None, "视力残疾,visual", "x"], "disability_kinds") == (wanted, marks)
    assert read([["visual", "hearing"], None, [], ["x"]], "disability_kinds") == (wanted, marks)


def test_lists_of_things_are_read_fact_by_fact():
    mother = {"state": "dead", "months": 3}
    father = {"state": "失踪", "months": None}
    values = [[mother, father], None, [], [{"state": "?", "months": 1}], [{"state": "dead", "months": -1}]]
    found, wrong = read(values, "child.parents")
    assert found == [[mother, {"state": "missing", "months": None}], None, None, None, None]
    assert wrong == {"register_unreadable": [2, 3], "register_too_small": [4]}  # an empty list says nothing
    assert read([[], None], "supporters") == ([[], None], {})  # whereas somebody may have no supporters
    assert read([None, [mother] * 101, [mother]], "child.parents")[1] == {"register_too_many_items": [1]}
    assert read([[{"months": 3}]], "child.parents")[1] == {
        "register_unreadable": [0]
    }  # the state is required
    assert read(["x", None], "child.parents") == ([None, None], {"register_unreadable": [0]})


def test_a_slice_of_a_list_is_read_as_it_stands():
    values = arrow.array([[{"state": "dead"}], None, [{"state": "missing"}] * 2, [{"state": "dead"}]])
    found, _ = reader("child.parents").read(values.slice(1, 2))
    assert [None if each is None else [item["state"] for item in each] for each in found.to_pylist()] == [
        None,
        ["missing", "missing"],
    ]
    assert read(arrow.array([Decimal(1), None, Decimal(3)]).slice(1), "incomes.wages") == ([None, 300], {})


def test_a_column_in_which_nothing_can_be_read_is_marked_where_something_stands():
    assert read([{"a": 1}, None], "incomes.wages") == ([None, None], {"register_unreadable": [0]})
    assert read([b"5", None], "incomes.wages") == ([None, None], {"register_unreadable": [0]})
    assert read([True, None], "incomes.wages") == ([None, None], {"register_unreadable": [0]})
    assert read([None, None], "sex", arrow.null()) == ([None, None], {})


FACTS = {
    "disabled": st.sampled_from([None, True, False]),
    "disability_grade": st.sampled_from([None, 1, 4]),
    "child.orphan": st.sampled_from([None, True, False]),
    "child.unattended": st.sampled_from([None, True, False]),
    "child.left_behind": st.sampled_from([None, True, False]),
    "child.guardianship": st.sampled_from([None, "parents", "relatives"]),
    "assistance": st.sampled_from([None, "none", "tekun", "dibao"]),
    "tekun.support": st.sampled_from([None, "dispersed"]),
}


def is_refused(facts):
    """Whether the models refuse somebody."""
    from civaffairs.domain.models import Assistance, Child, Guardianship, Tekun, TekunSupport

    named = {
        "child.guardianship": Guardianship,
        "assistance": Assistance,
        "tekun.support": TekunSupport,
    }
    said = {
        name: named[name][value.upper()] if name in named and value else value
        for name, value in facts.items()
    }
    own = {name: value for name, value in said.items() if "." not in name}
    child = {name.partition(".")[2]: value for name, value in said.items() if name.startswith("child.")}
    support = said["tekun.support"]
    try:
        Person(
            born=date(2015, 1, 1),
            child=Child(**child),
            tekun=None if support is None else Tekun(support=support),
            **own,
        )
    except ModelInvalid:
        return True
    return False


@settings(max_examples=60, deadline=None)
@given(st.lists(st.fixed_dictionaries(FACTS), min_size=1, max_size=12))
def test_whoever_the_models_refuse_is_marked_and_nobody_else(people):
    columns = {name: reader(name).read(arrow.array([each[name] for each in people]))[0] for name in FACTS}
    marked = set()
    for _, _, mask in contradictions(columns):
        marked |= set(mask.nonzero()[0].tolist())
    assert marked == {at for at, facts in enumerate(people) if is_refused(facts)}


def grades(numbers, known):
    """Grades of disability as somebody may hand them over: something stands where nothing is known."""
    bits = arrow.array(known).buffers()[1]
    return arrow.Array.from_buffers(
        arrow.int64(), len(numbers), [bits, arrow.array(numbers, type=arrow.int64()).buffers()[1]]
    )


@pytest.mark.parametrize("rubbish", [-(2**62), -1, 0, 5, 2**62])
def test_what_stands_where_nothing_is_known_is_no_fault_and_hides_none(rubbish):
    known = [True, False] * 9
    numbers = [1, rubbish] * 9
    assert read(grades(numbers, known), "disability_grade") == ([1, None] * 9, {})
    for bad, code in ((0, "register_too_small"), (5, "register_too_large")):
        numbers[10] = bad
        found, wrong = read(grades(numbers, known), "disability_grade")
        assert wrong == {code: [10]}
        assert found[8:12] == [1, None, None, None]
        assert read(grades(numbers, known)[3:], "disability_grade")[1] == {code: [7]}
        assert read(grades(numbers, known)[11:], "disability_grade")[1] == {}


def test_bounds_themselves_are_within_them():
    assert read([0, MOST], "incomes.wages", arrow.int64(), factor=1) == ([0, MOST], {})
    assert read([-1, MOST + 1], "incomes.wages", arrow.int64(), factor=1)[1] == {
        "register_too_small": [0],
        "register_too_large": [1],
    }
