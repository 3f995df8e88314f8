"""`terms`: the glossary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.domain.topics import Topic
from civaffairs.errors import message

if TYPE_CHECKING:
    from civaffairs.domain.glossary import Term


@command("terms")
@click.argument("names", nargs=-1)
@click.option(
    "--topic", type=click.Choice([each.slug for each in Topic]), help=message("option_topic").text()
)
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
@strict_option
def terms_command(*, names: tuple[str, ...], topic: str | None, as_json: bool, strict: bool | None) -> None:
    """List the terms of the glossary, or those of some names or of one topic."""
    loaded = catalogue(strict=strict, parts=["terms"])
    asked = [loaded.term(name) for name in names] or loaded.terms.values()
    found = [each for each in asked if topic is None or (each.topic and each.topic.slug == topic)]
    if as_json:
        click.echo(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=1))
        return
    rows = [
        ("、".join(each.names), each.label.en, each.meaning, each.topic and each.topic.label)
        for each in found
    ]
    print_table(table(message("title_terms"), ("term", "english", "meaning", "topic"), rows))


def _record(term: Term) -> dict[str, object]:
    return {
        "id": term.id,
        "zh": term.label.zh,
        "en": term.label.en,
        "also": list(term.also),
        "also_en": list(term.also_en),
        "meaning_zh": term.meaning.zh,
        "meaning_en": term.meaning.en,
        "topic": term.topic and term.topic.slug,
        "document": term.clause and term.clause.document.id,
        "locator": term.clause and term.clause.locator,
    }
