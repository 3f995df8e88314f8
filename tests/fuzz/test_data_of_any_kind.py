"""JSON of any shape for every kind of data that has a schema: refused by our own errors, or read and kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from civaffairs.exchange.converter import dumps, loads
from civaffairs.exchange.schema import SCHEMAS, schema_of

KINDS = sorted(SCHEMAS)
WORDS = (
    *("value", "unit", "zh", "en", "id", "type", "node", "of", "terms", "left", "right", "entries", "start"),
    *("clause", "document", "locator", "label", "topic", "amount", "number", "members", "before", "why"),
)
texts = st.text(max_size=6) | st.sampled_from(
    ("元/月", "1.5", "2023-06", "Literal", "Amount", "1/3", "dibao")
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(WORDS) | texts, inside, max_size=5)
    ),
    max_leaves=12,
)


@given(data=anything, kind=st.sampled_from(KINDS))
def test_data_of_any_shape_is_read_or_refused(data, kind, attempt):
    read = attempt(loads, json.dumps(data), SCHEMAS[kind])
    if read is not None:
        assert loads(dumps(read, SCHEMAS[kind]), SCHEMAS[kind]) == read


@given(data=st.data(), kind=st.sampled_from(KINDS))
def test_bytes_of_any_kind_are_read_or_refused(data, kind, attempt, spoilt):
    attempt(loads, data.draw(spoilt(b'{"zh": "\xe4\xbd\x8e\xe4\xbf\x9d", "value": 1.50}')), SCHEMAS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_one(kind):
    Draft202012Validator.check_schema(schema_of(SCHEMAS[kind]))
