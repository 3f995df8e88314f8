"""What fuzzing shares: how often it tries, bytes spoilt in the ways that files are, and what may come of it.

`nox -s fuzz` tries each property thousands of times, the ordinary tests a few times.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from civaffairs.errors import LANGUAGES, CivaffairsError

settings.register_profile("fuzz", settings.get_profile("patient"), max_examples=40_000)

DEADLINE = 20
"""Seconds of computing that one input may take at most; what takes longer hangs, however busy the machine."""

NASTY = (
    *(
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\x00",
        b"\x1a",
        b"\r",
        b"\n",
        b'"',
        b"'",
        b",",
        b"\t",
        b";",
    ),
    *(
        b"\\ud800",
        b"1e999999999",
        b"-0",
        b"NaN",
        b"Infinity",
        b"9" * 5000,
        b"=1+1",
        b"[" * 3000,
        b'{"a":' * 3000,
    ),
    *("％".encode(), "１２".encode(), "²".encode(), "٣".encode(), "％^99999999".encode(), "\u202e".encode()),
    *("指标".encode("gb18030"), "指标".encode("utf-16"), b"A" * 20_000, b"null", b"true", b"{}", b"[]"),
)
"""What is put into a file: marks, controls, quotes, numbers beyond all bounds, depth, other scripts."""

_LONG_NUMBER = re.compile(r"[0-9]{15,}")


class Hangs(BaseException):
    """An input takes too long; no `except Exception` keeps this from being seen."""


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail where it computes for longer, on systems that can tell."""

    def ring(*_: object) -> None:
        raise Hangs

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(autouse=True)
def brief() -> Iterator[None]:
    """Try a part of the profile's examples: 5 in the ordinary tests, 2000 in `nox -s fuzz`."""
    usual = settings.default
    assert usual is not None
    settings.register_profile("part", usual, max_examples=max(usual.max_examples // 20, 5))
    settings.load_profile("part")
    yield
    settings.register_profile("usual", usual)
    settings.load_profile("usual")


@pytest.fixture(scope="session")
def attempt() -> Callable[..., Any]:
    """Read something: what comes out, or None where it is refused as our own errors refuse."""

    def attempt(read: Callable[..., Any], *arguments: object, foreign: bool = True) -> Any:
        with within(DEADLINE):
            try:
                return read(*arguments)
            except CivaffairsError as error:
                said = [each.text(lang) for each in error.faults for lang in LANGUAGES]
        assert said
        assert all(said)
        if foreign:  # what authors write themselves may be shown to them
            assert not any(map(_LONG_NUMBER.search, said)), "an identity number would be shown"
        return None

    return attempt


@pytest.fixture(scope="session")
def spoilt() -> Callable[[bytes], SearchStrategy[bytes]]:
    """Draw a valid file with a few of its bytes lost, changed, repeated or put in."""

    @st.composite
    def spoilt(draw: DrawFn, valid: bytes) -> bytes:
        content = valid
        for _ in range(draw(st.integers(1, 4))):
            first = draw(st.integers(0, len(content)))
            last = min(len(content), first + draw(st.sampled_from((0, 1, 1, 2, 8, 40))))
            inside = content[first:last]
            put = draw(
                st.sampled_from(NASTY)
                | st.binary(max_size=4)
                | st.text(max_size=4).map(lambda text: text.encode("utf-8", "surrogatepass"))
                | st.sampled_from((b"", inside * 2, inside[::-1]))
            )
            content = content[:first] + put + content[last:]
        return content

    return spoilt
