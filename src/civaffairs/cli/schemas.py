"""`schema`: the JSON Schema of the models and plan types."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import command, output_option, put
from civaffairs.errors import UnknownName

if TYPE_CHECKING:
    from pathlib import Path


@command("schema")
@click.argument("name", required=False)
@output_option
def schema_command(*, name: str | None, output: Path | None) -> None:
    """Write the schema of a kind of data, or list the kinds."""
    from civaffairs.exchange.schema import SCHEMAS, schema_of

    if name is None:
        put("".join(f"{each}\n" for each in SCHEMAS), output)
        return
    if name not in SCHEMAS:
        raise UnknownName.among("model", name, SCHEMAS)
    put(json.dumps(schema_of(SCHEMAS[name]), ensure_ascii=False, indent=2) + "\n", output)
