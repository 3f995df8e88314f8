from __future__ import annotations

import copy
import pickle

import pytest

from civaffairs import errors
from civaffairs.errors import (
    CivaffairsError,
    DeclarationError,
    ExtraMissing,
    InputInvalid,
    NotInForce,
    UnknownName,
    fault,
    raise_all,
    speak,
    speak_again,
)

EVERY = sorted(
    (each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, CivaffairsError)),
    key=lambda each: each.__name__,
)
TWO = (
    fault("unit_clash", "rows[0]", left="元", right="人"),
    fault("document_nameless", "documents[2]", id="d/1"),
)


@pytest.mark.parametrize("error", EVERY)
def test_an_error_keeps_every_fault_through_pickling_and_copying(error):
    raised = error(*TWO)
    for again in (pickle.loads(pickle.dumps(raised)), copy.copy(raised), copy.deepcopy(raised)):  # noqa: S301
        assert type(again) is error
        assert again.faults == TWO
        assert again.text("zh") == raised.text("zh")


@pytest.mark.parametrize("error", EVERY)
def test_an_error_says_every_fault_on_a_line_of_its_own_in_either_language(error):
    raised = error(*TWO)
    for lang in errors.LANGUAGES:
        token = speak(lang)
        assert str(raised).splitlines() == [each.text(lang) for each in TWO]
        speak_again(token)
    assert raised.text("zh") != raised.text("en")


@pytest.mark.parametrize(
    ("error", "python"),
    [
        (DeclarationError, ValueError),
        (InputInvalid, ValueError),
        (NotInForce, LookupError),
        (UnknownName, LookupError),
        (ExtraMissing, ImportError),
    ],
)
def test_an_error_is_also_the_one_that_a_python_programmer_expects(error, python):
    assert issubclass(error, python)


def test_every_error_is_drawn_in_the_tree_of_the_room():
    assert errors.__doc__ is not None
    for error in EVERY:
        assert error.__name__ in errors.__doc__
        assert error.__name__ in errors.__all__


@pytest.mark.parametrize(
    ("written", "expected"),
    [("shapinba", "shapingba"), ("chonqing", "chongqing"), ("沙坪坝", "沙坪坝区")],
)
def test_a_name_that_is_nearly_right_is_answered_with_the_closest(written, expected):
    error = UnknownName.among("jurisdiction", written, ["shapingba", "chongqing", "anhui", "沙坪坝区"])
    assert error.faults[0].what.mend("en") == f"Known and close: {expected}"
    assert "地区" in error.text("zh")
    assert "jurisdiction" in error.text("en")


def test_where_nothing_is_close_the_first_known_names_are_listed():
    known = [f"district-{n:02}" for n in range(20)]
    mend = UnknownName.among("plan", "§", reversed(known)).faults[0].what.mend("en")
    assert mend == "Known and close: " + ", ".join(known[:12])


def test_where_nothing_is_known_that_is_said():
    assert UnknownName.among("plan", "x", ()).faults[0].what.mend("en") == "Known and close: -"


def test_all_faults_are_raised_together_and_none_raise_nothing():
    raise_all(DeclarationError, ())
    with pytest.raises(DeclarationError) as caught:
        raise_all(DeclarationError, iter(TWO))
    assert caught.value.faults == TWO
