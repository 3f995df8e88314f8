"""Bytes in, with a limit; bytes out, all or nothing."""

from __future__ import annotations

import os
from pathlib import Path

from civaffairs.errors import InputInvalid, fault

MAX_BYTES = 32 * 2**20
"""The largest file that is read: a hundred thousand observations take about a quarter of it."""


def read_bytes(path: Path) -> bytes:
    """Return what a file holds, up to `MAX_BYTES`.

    Raises:
        InputInvalid: where there is no such file, it is a folder, empty, too large, or not readable.
    """
    try:
        if path.is_dir():
            raise InputInvalid(fault("file_is_folder", path.name, path=path))
        if not path.is_file():  # a device or a pipe would be read without end
            raise InputInvalid(fault("file_absent", path.name, path=path))
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # a ValueError is a NUL in the name, or one of the two above
        if isinstance(error, InputInvalid):
            raise
        raise InputInvalid(fault("file_unreadable", path.name, path=path)) from error
    if not content:
        raise InputInvalid(fault("file_empty", path.name))
    if len(content) > MAX_BYTES:
        raise InputInvalid(fault("file_too_large", path.name, most=MAX_BYTES // 2**20))
    return content


def write_bytes(path: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a file so that it is there as a whole or not at all.

    Raises:
        InputInvalid: where the file is there already and `overwrite` is false, or it cannot be written.
    """
    if path.exists() and not overwrite:
        raise InputInvalid(fault("file_exists", path.name, path=path))
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            with beside.open("xb") as file:
                file.write(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise InputInvalid(fault("file_not_written", path.name, path=path)) from error
