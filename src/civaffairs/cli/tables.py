"""Tables on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.errors import message
from civaffairs.present.view import Column, TableView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from civaffairs.present.view import Cell
    from civaffairs.present.words import Text


def console() -> Console:
    """Return the terminal, or the pipe that stands for it."""
    from rich.console import Console

    return Console(highlight=False)


def table(title: Text, headings: Sequence[str], rows: Iterable[Sequence[Cell]], *notes: Text) -> TableView:
    """Build a table; headings are the ends of codes: `name` is `head_name`."""
    columns = tuple(Column(heading, message(f"head_{heading}")) for heading in headings)
    return TableView(title, columns, tuple(tuple(row) for row in rows), tuple(notes))


def show(view: TableView) -> None:
    """Print a table."""
    from civaffairs.present.terminal import print_table

    print_table(view, console())
