"""`sources verify`: every cited figure looked up again in the user's copy of the documents."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, output_option, put, strict_option
from civaffairs.cli.figures import stated
from civaffairs.cli.tables import console as terminal
from civaffairs.cli.tables import table
from civaffairs.errors import Fault, InputInvalid, fault, message, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from civaffairs.errors import Message
    from civaffairs.exchange.verifying.matching import Matching
    from civaffairs.exchange.verifying.verify import Checked, Printed, Verification, VerifiedText
    from civaffairs.present.view import Cell, TableView

sources_command = click.Group("sources", help=message("help_sources").text(), no_args_is_help=True)
click.help_option("--help", help=message("option_help").text())(sources_command)

_WIDTH_OF_FILES = 160


@command("verify")
@click.argument("jurisdictions", nargs=-1)
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    required=True,
    help=message("option_documents").text(),
)
@click.option("--as", "asked", multiple=True, metavar="ID=FILE", help=message("option_as").text())
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    help=message("option_format").text(),
)
@output_option
@strict_option
def verify_command(
    *,
    jurisdictions: tuple[str, ...],
    documents: Path,
    asked: tuple[str, ...],
    form: str,
    output: Path | None,
    strict: bool | None,
) -> int:
    """Look every cited figure up again. Returns 1 where one is not found."""
    from civaffairs.exchange.verifying.matching import matched
    from civaffairs.exchange.verifying.texts import read_texts
    from civaffairs.exchange.verifying.verify import verify

    wanted = _asked(asked)
    texts = read_texts(documents)
    for passed_over in texts.passed_over:
        click.echo(passed_over.text(), err=True)
    if not texts.found:
        raise InputInvalid(fault("no_text_read", "--documents", path=documents))
    loaded = catalogue(strict=strict)
    facts = stated(loaded, jurisdictions)
    known = {each.id: each for dossier in loaded for each in dossier.documents}
    cited = [known[id] for id in dict.fromkeys(fact.document for fact in facts) if id in known]
    matching = matched(cited, texts.found, facts, wanted)
    verification = verify(facts, matching.texts)
    if form == "table":
        _print_tables(_views(verification, matching, texts.passed_over), output)
    else:
        write = _json if form == "json" else _csv
        put(write(verification, matching, texts.passed_over), output)
    return int(not verification.is_sound)


sources_command.add_command(verify_command)


def _asked(words: Sequence[str]) -> dict[str, str]:
    """Read what `--as` says.

    Raises:
        InputInvalid: where it is not of the form ID=FILE, or names a document twice.
    """
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for each in words:
        id, _, name = (part.strip() for part in each.partition("="))
        if not id or not name:
            faults.append(fault("as_malformed", "--as", asked=each))
        elif id in found:
            faults.append(fault("as_twice", "--as", id=id))
        else:
            found[id] = Path(name).name
    raise_all(InputInvalid, faults)
    return found


def _print_tables(views: Iterable[TableView], output: Path | None) -> None:
    """Print tables on the terminal, or to a file as they are printed to a pipe."""
    from rich.console import Console

    from civaffairs.present.terminal import print_table

    text = StringIO()
    console = terminal() if output is None else Console(file=text, highlight=False, width=_WIDTH_OF_FILES)
    for view in views:
        print_table(view, console)
        console.print()
    if output is not None:
        put(text.getvalue(), output)


def _views(
    verification: Verification, matching: Matching, passed_over: Sequence[Fault]
) -> Iterator[TableView]:
    for each in verification.texts:
        yield _counts(each, matching)
    for each in verification.texts:
        if each.not_found:
            yield _not_found(each)
    for each in verification.texts:
        if each.other_units:
            yield _other_units(each)
    for each in verification.texts:
        if each.unused:
            yield _unused(each)
    if matching.without_file:
        yield table(
            message("title_without_file"),
            ("id", "title"),
            [(document.id, document.label) for document in matching.without_file],
        )
    if matching.without_document:
        yield table(
            message("title_without_document"), ("file",), [(text.name,) for text in matching.without_document]
        )
    if passed_over:
        yield table(
            message("title_passed_over"),
            ("file", "remark"),
            [(each.where, each.what) for each in passed_over],
        )


def _counts(each: VerifiedText, matching: Matching) -> TableView:
    from civaffairs.exchange.verifying.digit_runs import Class
    from civaffairs.exchange.verifying.verify import Verdict

    ways = dict.fromkeys(match.way for match in matching.matches if match.document.id in each.documents)
    title = message(
        "title_verified",
        name=each.text.name,
        documents=", ".join(each.documents),
        way=" / ".join(message(f"way_{way.value}").text() for way in ways),
    )
    rows: list[tuple[Cell, ...]] = []
    for verdict in Verdict:
        rows.append((message(f"verdict_{verdict.value}"), each.verdicts[verdict]))
        if verdict is Verdict.FOUND:
            rows.append((message("verdict_shared"), sum(one.shared for one in each.checked)))
    rows.append((message("class_all"), len(each.printed)))
    rows += [(message(f"class_{kind.value}"), each.classes[kind]) for kind in Class]
    return table(title, ("class", "count"), rows)


def _not_found(each: VerifiedText) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (
            one.fact.id,
            one.fact.locator,
            one.fact.value or None,
            message(f"verdict_{one.verdict.value}"),
            "; ".join(part.text() for part in _remarks(one)),
        )
        for one in each.not_found
    ]
    headings = ("fact", "where", "value", "verdict", "remark")
    return table(message("title_not_found", name=each.text.name), headings, rows)


def _remarks(checked: Checked) -> Iterator[Message]:
    if checked.step:
        yield message("step_missing", step=checked.step)
        if checked.near:
            yield message("step_near", near=", ".join(checked.near))
    else:
        yield message("figure_absent", missing=", ".join(checked.missing))
    if checked.elsewhere:
        yield message("figure_elsewhere", places="; ".join(checked.elsewhere))
    elif not checked.step:
        yield message("figure_nowhere")


def _other_units(each: VerifiedText) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (one.fact.id, one.fact.locator, one.line, one.fact.value, one.fact.unit, f"◂{one.beside}")
        for one in each.other_units
    ]
    headings = ("fact", "where", "line", "value", "unit", "context")
    return table(message("title_other_units", name=each.text.name), headings, rows)


def _unused(each: VerifiedText) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (one.line, one.locator, one.digits, f"{one.before}▸{one.digits}◂{one.after}") for one in each.unused
    ]
    return table(message("title_unused", name=each.text.name), ("line", "where", "digits", "context"), rows)


def _json(verification: Verification, matching: Matching, passed_over: Sequence[Fault]) -> str:
    ways = {match.document.id: match.way.value for match in matching.matches}
    whole = {
        "sound": verification.is_sound,
        "texts": [
            {
                "file": each.text.name,
                "documents": [{"id": id, "matched_by": ways[id]} for id in each.documents],
                "verdicts": {verdict.value: count for verdict, count in each.verdicts.items()},
                "classes": {kind.value: count for kind, count in each.classes.items()},
                "facts": [_fact(one) for one in each.checked],
                "digits": [_run(one) for one in each.printed],
            }
            for each in verification.texts
        ],
        "documents_without_file": [
            {"id": each.id, "zh": each.label.zh, "en": each.label.en} for each in matching.without_file
        ],
        "files_without_document": [each.name for each in matching.without_document],
        "files_not_read": [{"file": each.where, "code": each.code} for each in passed_over],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _fact(each: Checked) -> dict[str, object]:
    return {
        "id": each.fact.id,
        "document": each.fact.document,
        "locator": each.fact.locator,
        "value": each.fact.value,
        "verdict": each.verdict.value,
        "line": each.line,
        "shared": each.shared,
        "beside": each.beside,
        "missing": list(each.missing),
        "step": each.step,
        "near": list(each.near),
        "elsewhere": list(each.elsewhere),
    }


def _run(each: Printed) -> dict[str, object]:
    return {
        "digits": each.digits,
        "class": each.kind.value,
        "locator": each.locator,
        "line": each.line,
        "before": each.before,
        "after": each.after,
    }


_COLUMNS = ("file", "record", "outcome", "id", "document", "locator", "line", "value", "remark")


def _csv(verification: Verification, matching: Matching, passed_over: Sequence[Fault]) -> str:
    """A row for each fact, for each run of digits, and for whatever could not be matched or read."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for each in verification.texts:
        file = each.text.name
        for one in each.checked:
            fact = one.fact
            cited = (fact.id, fact.document, fact.locator, one.line, fact.value)
            remark = "" if one.is_found else "; ".join(part.text() for part in _remarks(one))
            writer.writerow((file, "fact", one.verdict.value, *cited, remark))
        for run in each.printed:
            stands = ("", "", run.locator, run.line, run.digits, f"{run.before}{run.digits}{run.after}")
            writer.writerow((file, "digits", run.kind.value, *stands))
    for document in matching.without_file:
        writer.writerow(("", "document", "without_file", "", document.id, "", "", "", document.label.text()))
    for left in matching.without_document:
        writer.writerow((left.name, "file", "without_document", "", "", "", "", "", ""))
    for reason in passed_over:
        writer.writerow((reason.where, "file", "not_read", "", "", "", "", "", reason.what.text()))
    return text.getvalue()
