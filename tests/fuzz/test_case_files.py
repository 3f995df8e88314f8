"""Spoilt case files and records of decisions: what is read says what the file says, or it is refused."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs import Area, Household, Person, decide, load
from civaffairs.errors import InputInvalid
from civaffairs.exchange.cases import case_from, case_text
from civaffairs.exchange.converter import dumps, loads
from civaffairs.exchange.decisions import DecisionsRecord, decisions_text

HOUSEHOLD = {
    "household": {
        "area": "urban",
        "assets": "1000.50",
        "assets_within_limits": True,
        "members": [
            {
                "name": "某甲",
                "identity_number": "11000019491231009X",
                "born": "1949-12-31",
                "incomes": [{"kind": "transfer", "monthly": "120.5"}],
                "employed": False,
                "disabled": True,
                "disability_grade": 2,
            },
            {"born": "2015-02-28", "child": {"orphan": True}},
        ],
    }
}
ORGANISATION = {
    "social_org": {
        "name": "某协会",
        "credit_code": "51100000000000001H",
        "kind": "association",
        "assessed": True,
        "grade": 3,
    }
}
CEMETERY = {"cemetery": {"name": "某陵园", "nature": "commercial", "plots": 120}}
CASES = {"household": HOUSEHOLD, "social_org": ORGANISATION, "cemetery": CEMETERY}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False).map(str) | st.text(max_size=6),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=6), inside, max_size=3),
    max_leaves=5,
)


def written(case: object) -> bytes:
    return json.dumps(case, ensure_ascii=False, indent=1).encode()


def says_the_same(read: object, data: object) -> bool:
    """Whether everything that stands in data stands in what was read, whatever stands beside it."""
    if data is None:
        return True
    if isinstance(data, dict):
        return isinstance(read, dict) and all(
            value is None or (key in read and says_the_same(read[key], value)) for key, value in data.items()
        )
    if isinstance(data, list):
        return (
            isinstance(read, list)
            and len(read) == len(data)
            and all(says_the_same(one, other) for one, other in zip(read, data, strict=True))
        )
    if isinstance(data, bool) or isinstance(read, bool):
        return read is data
    if isinstance(data, int | Decimal):
        return Decimal(str(read)) == data
    return _tidy(read) == _tidy(data) or _number(read) == _number(data) is not None


def _tidy(text: object) -> str:
    return unicodedata.normalize("NFKC", str(text)).strip().upper()


def _number(text: object) -> Decimal | None:
    return Decimal(str(text)) if str(text).replace(".", "", 1).lstrip("-").isdecimal() else None


def check(content: bytes, attempt) -> None:
    case = attempt(case_from, content)
    if case is None:
        return
    again = case_text(case)
    assert case_from(again) == case
    data = json.loads(content.decode("utf-8-sig"), parse_float=Decimal)
    assert says_the_same(json.loads(again), {key: value for key, value in data.items() if value is not None})


@pytest.mark.parametrize("kind", CASES)
def test_the_cases_that_are_spoilt_can_be_read(kind):
    assert says_the_same(json.loads(case_text(case_from(written(CASES[kind])))), CASES[kind])


@pytest.mark.parametrize("kind", CASES)
@given(data=st.data())
def test_a_spoilt_case_says_what_stands_in_the_file_or_is_refused(kind, data, attempt, spoilt):
    check(data.draw(spoilt(written(CASES[kind]))), attempt)


@pytest.mark.parametrize("kind", CASES)
@given(data=st.data(), other=anything)
def test_a_case_with_anything_in_one_place_says_so_or_is_refused(kind, data, other, attempt):
    whole = json.loads(json.dumps(CASES[kind]))
    place = whole
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inside = place[key]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.integers(0, 3)) == 0:
            break
        place = inside
    if isinstance(place, dict) and data.draw(st.booleans()):
        key = data.draw(st.sampled_from(("income", "sex", "assets", "Born", "orphan", "members ", "grade")))
    if isinstance(place, dict):
        place[key] = other
    else:
        place[key : key + 1] = [other]
    check(written(whole), attempt)


@given(anything)
def test_whatever_is_no_case_is_refused(data):
    with pytest.raises(InputInvalid):
        case_from(json.dumps(data))


def _record() -> str:
    home = Household(area=Area.URBAN, members=(Person(born=date(1950, 3, 1)),))
    return decisions_text(decide(load()["taoyuan"].rulebook, home, on=date(2024, 9, 1), provisions=["dibao"]))


@given(data=st.data())
def test_a_spoilt_record_of_decisions_says_what_stands_in_the_file_or_is_refused(data, attempt, spoilt):
    record = RECORD.encode()
    content = data.draw(spoilt(record))
    read = attempt(loads, content, DecisionsRecord)
    if read is not None:
        again = dumps(read)
        assert loads(again, DecisionsRecord) == read
        assert says_the_same(json.loads(again), json.loads(content.decode("utf-8-sig")))


RECORD = _record()
