"""CSV, TSV and text files → cells under headings, in the encodings that are met in practice."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from civaffairs.errors import InputInvalid, fault
from civaffairs.exchange.tabular import Cell, IsHeading, Table, letter, sheet_place, table_of

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_UNMARKED = ("utf-8", "gb18030")  # Excel in China writes GB18030, and little of that is UTF-8 by chance
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_DELIMITERS = {".tsv": "\t"}
_ANY_DELIMITER = ",\t;"


def decoded(content: bytes, name: str) -> str:
    """Return the text of a file: UTF-8 with or without mark, UTF-16 with mark, or GB18030.

    Raises:
        InputInvalid: where it is none of these, or no text at all.

    Example:
        >>> decoded("指标".encode("gb18030"), "obs.csv"), decoded("指标".encode("utf-16"), "obs.csv")
        ('指标', '指标')
    """
    marked = [encoding for mark, encoding in _MARKS.items() if content.startswith(mark)]
    for encoding in marked or _UNMARKED:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return text
    raise InputInvalid(fault("file_no_text", name))


def read_delimited(content: bytes, name: str, suffix: str, is_heading: IsHeading) -> tuple[Table, ...]:
    """Return the table of a text file: the first of comma, tab and semicolon that shows a heading separates.

    Raises:
        InputInvalid: where it is no text, or its quotes do not close.
    """
    text = decoded(content, name)
    broken: InputInvalid | None = None
    for delimiter in _DELIMITERS.get(suffix, _ANY_DELIMITER):
        try:
            table = table_of(_grid(text, delimiter, name), is_heading, name)
        except _Malformed as error:
            broken = broken or InputInvalid(fault("quotes_unclosed", f"{name}, {error.line}"))
            continue
        if table is not None:
            return (table,)
    if broken is not None:
        raise broken
    return ()


class _Malformed(Exception):
    """The quotes of a file do not pair; carries the number of the line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _grid(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[Cell]]]:
    # Strict: a quote that never closes would otherwise swallow the rest of the file without a word.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    beginning = sheet_place(name)
    try:
        for number, words in enumerate(reader, start=1):
            yield (
                number,
                [Cell(f"{beginning}{letter(at)}{number}", word) for at, word in enumerate(words, start=1)],
            )
    except csv.Error as error:
        raise _Malformed(reader.line_num) from error
