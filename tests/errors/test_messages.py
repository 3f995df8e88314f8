from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs.domain.names import Label
from civaffairs.errors import Fault, fault, message


def test_a_code_that_does_not_exist_is_refused_where_the_message_is_built():
    with pytest.raises(KeyError):
        message("no_such_code")
    with pytest.raises(KeyError):
        fault("no_such_code")


def test_an_argument_that_has_words_of_its_own_is_asked_for_them_in_the_language_of_the_reader():
    said = message("plan_absent", jurisdiction=Label("桃源区", "Taoyuan District"))
    assert "桃源区" in said.text("zh")
    assert "Taoyuan District" in said.text("en")


def test_a_message_inside_a_message_is_put_into_the_same_language():
    said = message("unknown_name", kind=message("kind_plan"), name="x", known="y")
    assert said.text("zh") == "没有名为“x”的规划"
    assert said.text("en") == "there is no plan called 'x'"
    assert said.mend("en") == "Known and close: y"


def test_messages_are_equal_when_they_say_the_same():
    one, other = message("unit_clash", left="元", right="人"), message("unit_clash", right="人", left="元")
    assert one == other
    assert len({one, other}) == 1


def test_what_has_nothing_to_mend_says_nothing_of_mending():
    said = message("kind_plan")
    assert said.mend("zh") == said.mend("en") == ""
    assert Fault("", said).text("en") == "plan"


def test_a_fault_says_where_what_and_how_to_mend_it():
    said = fault("document_nameless", "documents[2]", id="d/1")
    assert said.code == "document_nameless"
    assert said.text("en") == "documents[2]: document d/1 has no title. Give the official title as zh="
    assert said.text("zh").startswith("documents[2]")
    assert said.text("zh").endswith("。请在 zh= 填写正式名称")


@pytest.mark.parametrize(
    ("inner", "outer", "seen"),
    [
        ("age", "members[0]", "members[0].age"),
        ("[0].age", "members", "members[0].age"),
        ("", "members", "members"),
        ("age", "", "age"),
        ("", "", ""),
    ],
)
def test_a_fault_seen_from_further_out_has_the_longer_path(inner, outer, seen):
    assert fault("fact_blank", inner, label="年龄").under(outer).where == seen


steps = st.sampled_from(["", "age", "members", "[0]", "[12]", "a.b"])


@given(steps, steps, steps)
def test_a_path_is_the_same_whether_it_is_lengthened_in_one_step_or_in_two(inner, middle, outer):
    inside = fault("kind_plan", inner)
    between = fault("kind_plan", middle).under(outer).where
    assert inside.under(middle).under(outer) == inside.under(between)


def test_a_message_and_a_fault_survive_pickling():
    said = fault("unit_clash", "rows[1]", left="元", right="人")
    assert pickle.loads(pickle.dumps(said)) == said  # noqa: S301
