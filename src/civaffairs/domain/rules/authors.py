"""Where in the author's own file something was written that a rule cannot say."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from civaffairs.errors import Fault, RuleRefused

_OURS = str(Path(__file__).parents[2]) + os.sep  # civaffairs_taoyuan is not ours
_MACHINERY = ("<attrs generated", "<frozen", "<string>")


def authors_line() -> str:
    """Return the innermost line of code that is not civaffairs' own, as `civaffairs_taoyuan/rules.py:12`."""
    frame = sys._getframe(1)  # noqa: SLF001 - what inspect itself does, without importing it
    while frame.f_back is not None and _is_ours(frame.f_code.co_filename):
        frame = frame.f_back
    path = Path(frame.f_code.co_filename)
    # The folder tells plugins apart; what is above it is nobody's business.
    return f"{path.parent.name}/{path.name}:{frame.f_lineno}"


def refused(*faults: Fault) -> RuleRefused:
    """Return the error for what a rule cannot say, at the author's line."""
    line = authors_line()
    return RuleRefused(*(each.under(line) for each in faults))


def _is_ours(filename: str) -> bool:
    return filename.startswith((_OURS, *_MACHINERY))
