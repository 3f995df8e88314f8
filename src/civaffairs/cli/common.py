"""What several commands share: options, the catalogue, and where output goes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from civaffairs.errors import DeclarationError, InputInvalid, fault, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from civaffairs.loading import Catalogue

F = TypeVar("F", bound="Callable[..., Any]")


def command(name: str) -> Callable[[F], click.Command]:
    """Declare a command with its help and the options that every command takes."""

    def declared(function: F) -> click.Command:
        # `main` has read it before the command is built; here it only may stand anywhere in the line.
        lang = click.option(
            "--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=message("option_lang").text()
        )
        helped = click.help_option("--help", help=message("option_help").text())(lang(function))
        return click.command(name, help=message(f"help_{name}").text())(helped)

    return declared


def strict_option(function: F) -> F:
    """Add `--strict`."""
    return click.option("--strict", is_flag=True, default=None, help=message("option_strict").text())(
        function
    )


def output_option(function: F) -> F:
    """Add `-o`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help=message("option_output").text(),
    )(function)


def catalogue(*, strict: bool | None, parts: Iterable[str] | None = None) -> Catalogue:
    """Load the plugins, or those parts of them; say on the error stream which ones were left out."""
    from civaffairs.loading import Status, load

    loaded = load(strict=strict, parts=parts)
    for report in loaded.reports:
        if report.status is Status.BROKEN:
            said = message(
                "plugin_left_out", name=report.name, distribution=report.distribution, version=report.version
            )
            click.echo(said.text(), err=True)
    return loaded


def put(text: str, output: Path | None) -> None:
    """Write text to a file, whole or not at all, or to the terminal."""
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    put_file(text.encode("utf-8"), output)


def put_file(content: bytes, output: Path) -> None:
    """Write a file, whole or not at all, and say so.

    Raises:
        InputInvalid: where it cannot be written.
    """
    from civaffairs.exchange.files import write_bytes

    write_bytes(output, content, overwrite=True)
    click.echo(message("written", path=output).text(), err=True)


def day_of(text: str | None) -> date:
    """Read a day; today where none is given.

    Raises:
        InputInvalid: where the text is no date.
    """
    if text is None:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputInvalid(fault("day_malformed", "--on", day=text)) from None


def day_of_month(text: str) -> date:
    """Read a day, or the last day of a month: what began in the month has begun by then.

    Raises:
        InputInvalid: where the text is neither.
    """
    from civaffairs.domain.periods import Period

    try:
        period = Period.parse(text)
    except DeclarationError:
        raise InputInvalid(fault("month_malformed", "--on", text=text)) from None
    if period.first != period.last or len(period.first) == 1:
        raise InputInvalid(fault("month_malformed", "--on", text=text))
    return period.last_day
