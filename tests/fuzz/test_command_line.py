"""Words on the command line, and files that commands read: an answer and an exit code, never a trace."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civaffairs import load
from civaffairs.cli import main
from civaffairs.cli.common import day_of
from civaffairs.engines.deciding import decide
from civaffairs.errors import language, speak, speak_again
from civaffairs.exchange.cases import read_case
from civaffairs.exchange.decisions import decisions_text

CASE = Path(__file__).parents[2] / "examples" / "cases" / "taoyuan_elder.json"
DAY = "2024-03-01"

# What anybody may type, and what an operating system hands on that is no text.
typed = st.text(max_size=8) | st.sampled_from(
    (
        "taoyuan",
        "桃源区",
        "９９０１０１",
        "--",
        "-",
        "-o",
        "",
        " ",
        "\udcff",
        "../taoyuan",
        "TAOYUAN",
        "taoyuan\u200b",
    )
)


EVERYTHING = load()
"""Loaded once: what is installed is not what is fuzzed here."""


@pytest.fixture(scope="module")
def record() -> bytes:
    case = read_case(CASE)
    return decisions_text(decide(EVERYTHING["taoyuan"].rulebook, case, on=day_of(DAY))).encode()


class Stream(io.TextIOWrapper):
    """A stream as a process has it, of which what was written can be read."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii", write_through=True)

    def said(self) -> str:
        return self.buffer.getvalue().decode("utf-8")


def called(attempt, *words: str) -> tuple[int, str, str]:
    """The exit code of a command, and what it says on its two streams."""
    with pytest.MonkeyPatch.context() as patch:
        out, err = Stream(), Stream()
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setattr("civaffairs.loading.load", lambda **_: EVERYTHING)
        token = speak("en")
        try:
            with pytest.raises(SystemExit) as left:
                attempt(main, words)
        finally:
            speak_again(token)
        return left.value.code, out.said(), err.said()


def test_a_replay_of_a_sound_record_says_that_nothing_has_changed(record, tmp_path, attempt):
    file = tmp_path / "record.json"
    file.write_bytes(record)
    code, said, _ = called(attempt, "decide", "taoyuan", str(CASE), "--replay", str(file))
    assert (code, bool(said)) == (0, True)


@given(data=st.data())
def test_a_replay_of_a_spoilt_record_differs_or_is_refused_or_is_the_same(
    data, record, tmp_path_factory, attempt, spoilt
):
    file = tmp_path_factory.mktemp("replay") / "record.json"
    content = data.draw(spoilt(record))
    file.write_bytes(content)
    code, said, refused = called(attempt, "decide", "taoyuan", str(CASE), "--replay", str(file))
    assert code in (0, 1, 2)
    assert bool(said) is (code < 2)
    assert code != 2 or refused
    assert "Traceback" not in refused
    assert file.read_bytes() == content


@given(place=typed, command=st.sampled_from(("show", "decide", "terms", "list")))
def test_whatever_place_is_typed_is_shown_or_refused_in_words(place, command, attempt):
    words = [command, place, str(CASE), "--on", DAY] if command == "decide" else [command, place]
    code, said, refused = called(attempt, *words)
    assert code in (0, 2)
    assert said if code == 0 else refused
    assert "Traceback" not in refused


@given(day=typed | st.text("0123456789-./年月日", max_size=10), file=typed)
def test_whatever_day_and_file_are_typed_are_refused_in_words_or_read(day, file, attempt, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nothing")
    code, said, refused = called(attempt, "decide", "taoyuan", f"{folder}/{file}", f"--on={day}")
    assert code == 2
    assert refused
    assert not said
    assert not list(folder.iterdir())


@given(
    word=st.text(st.characters(exclude_characters="\x00"), max_size=8)
    | st.sampled_from(("zh_CN.UTF-8", "C", "ZH", "en_GB"))
)
def test_whatever_the_locale_says_there_is_a_language(word):
    word = word.encode("utf-8", "ignore").decode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CIVAFFAIRS_LANG", "")
        patch.setenv("LC_ALL", word)
        patch.setenv("LC_MESSAGES", "")
        patch.setenv("LANG", "")
        assert language() == ("zh" if word.lower().startswith("zh") else "en")
