"""`decide`: what a jurisdiction's provisions say of a case, with reasons; a case to fill in; replays."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, day_of, output_option, put, strict_option
from civaffairs.errors import LANGUAGES, InputInvalid, fault, language, message
from civaffairs.exchange.cases import KINDS

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.decisions import Decisions
    from civaffairs.domain.rulebook import Rulebook


@command("decide")
@click.argument("jurisdiction")
@click.argument("case", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--on", help=message("option_decided_on").text())
@click.option("--provision", "provisions", multiple=True, help=message("option_provision").text())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help=message("option_format").text(),
)
@click.option("--all", "everything", is_flag=True, help=message("option_all_reasons").text())
@click.option("--bilingual", is_flag=True, help=message("option_bilingual").text())
@click.option(
    "--replay", type=click.Path(path_type=Path, dir_okay=False), help=message("option_replay").text()
)
@click.option("--template", is_flag=True, help=message("option_case_template").text())
@click.option(
    "--kind",
    type=click.Choice(list(KINDS)),
    default="household",
    show_default=True,
    help=message("option_case_kind").text(),
)
@click.option("--overwrite", is_flag=True, help=message("option_overwrite").text())
@output_option
@strict_option
def decide_command(
    *,
    jurisdiction: str,
    case: Path | None,
    on: str | None,
    provisions: tuple[str, ...],
    form: str,
    everything: bool,
    bilingual: bool,
    replay: Path | None,
    template: bool,
    kind: str,
    overwrite: bool,
    output: Path | None,
    strict: bool | None,
) -> int:
    """Decide a case. Returns 1 where a replay differs from its record."""
    if template == (case is not None):
        raise InputInvalid(fault("case_or_template"))
    if case is None:
        rulebook = _rulebook(jurisdiction, strict=strict)
        _put_template(rulebook, kind, output, overwrite=overwrite)
        return 0
    if replay is None and on is None:
        raise InputInvalid(fault("day_unsaid", "--on"))
    day = None if on is None else day_of(on)
    thing = _read(case)
    rulebook = _rulebook(jurisdiction, strict=strict)
    if replay is not None:
        return _replay(rulebook, thing, replay, day, output)
    assert day is not None  # noqa: S101 - it was asked for above
    from civaffairs.engines.deciding import decide

    decided = decide(rulebook, thing, on=day, provisions=provisions or None)
    put(_told(decided, thing, form, output, everything=everything, bilingual=bilingual), output)
    return 0


def _rulebook(jurisdiction: str, *, strict: bool | None) -> Rulebook:
    """Load what applies in a jurisdiction; no plan is needed for it."""
    return catalogue(strict=strict, parts=("standards", "rules", "provisions"))[jurisdiction].rulebook


def _put_template(rulebook: Rulebook, kind: str, output: Path | None, *, overwrite: bool) -> None:
    """Write a case to fill in; one that somebody filled in already is not replaced unless asked for."""
    from civaffairs.exchange.blank_cases import blank_case
    from civaffairs.exchange.files import write_bytes

    text = blank_case(rulebook, kind)
    if output is None:
        put(text, None)
        return
    write_bytes(output, text.encode("utf-8"), overwrite=overwrite)
    click.echo(message("written", path=output).text(), err=True)


def _read(path: Path) -> object:
    """Read the case, and say on the error stream what in it is worth a look."""
    from civaffairs.domain.models import notices
    from civaffairs.exchange.cases import read_case

    case = read_case(path)
    for notice in notices(case):
        click.echo(notice.text(), err=True)
    return case


def _told(
    decided: Decisions, case: object, form: str, output: Path | None, *, everything: bool, bilingual: bool
) -> str:
    if form == "json":
        from civaffairs.exchange.decisions import decisions_text

        return decisions_text(decided)
    from civaffairs.present.decisions import decisions_view

    view = decisions_view(decided, case)
    if form == "html":
        from civaffairs.present.notice import notice

        return notice(view, LANGUAGES if bilingual else (language(),))
    from civaffairs.present.decided import decisions_lines

    # In a pipe or a file a sentence stays on one line, where it can be searched for.
    screen = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if screen else None
    return decisions_lines(view, width=width, everything=everything)


def _replay(rulebook: Rulebook, case: object, path: Path, day: date | None, output: Path | None) -> int:
    """Decide again what a record holds, and say what differs."""
    from civaffairs.engines.deciding import decide
    from civaffairs.exchange.decisions import differences, read_decisions

    record = read_decisions(path)
    if record.place != rulebook.jurisdiction.id or day not in (None, record.on):
        raise InputInvalid(
            fault("replay_of_another", path.name, place=record.label, day=record.on.isoformat())
        )
    found = differences(record, decide(rulebook, case, on=record.on))
    said = found or (message("replay_same", number=len(record.decisions)),)
    put("".join(f"{each.text()}\n" for each in said), output)
    return int(bool(found))
