"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path | str, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it: beside its place first, then moved there.

    Raises:
        OSError: where the folder is missing or cannot be written to; nothing is left behind.
    """
    place = Path(path)
    half = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        half.write_bytes(content)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
