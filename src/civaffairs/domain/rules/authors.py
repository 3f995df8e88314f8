"""Where in the author's own file something was written that a rule cannot say."""

from __future__ import annotations

import os
import sys

from civaffairs.errors import Fault, RuleRefused

# Without pathlib, which deciding otherwise does not need; civaffairs_taoyuan is not ours.
_OURS = __file__.rsplit(os.sep, 3)[0] + os.sep
_MACHINERY = ("<attrs generated", "<frozen", "<string>")


def authors_line() -> str:
    """Return the innermost line of code that is not civaffairs' own, as `civaffairs_taoyuan/rules.py:12`."""
    frame = sys._getframe(1)  # noqa: SLF001 - what inspect itself does, without importing it
    while frame.f_back is not None and _is_ours(frame.f_code.co_filename):
        frame = frame.f_back
    # The folder tells plugins apart; what is above it is nobody's business.
    *_, folder, name = ("", *frame.f_code.co_filename.rsplit(os.sep, 2))
    return f"{folder}/{name}:{frame.f_lineno}"


def refused(*faults: Fault) -> RuleRefused:
    """Return the error for what a rule cannot say, at the author's line."""
    line = authors_line()
    return RuleRefused(*(each.under(line) for each in faults))


def _is_ours(filename: str) -> bool:
    return filename.startswith((_OURS, *_MACHINERY))
