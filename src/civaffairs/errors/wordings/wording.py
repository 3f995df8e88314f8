"""One entry of the tables of wordings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """What is the case and how to mend it, in both languages; `{names}` are filled in late."""

    zh: str
    en: str
    mend_zh: str = ""
    mend_en: str = ""
