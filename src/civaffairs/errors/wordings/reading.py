"""What is said of files with observations."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

READING: dict[str, Wording] = {}
