"""The command line: words to calls. Each command's module is imported when the command is used.

Exit codes: 0 done; 1 a target is missed, a check failed, or a decision made again is another, where that was
asked for; 2 the input is wrong,
and nothing was written.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from civaffairs.errors import CivaffairsError, message, speak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civaffairs.errors import Language

_COMMANDS = {
    "demo": "civaffairs.cli.demo",
    "list": "civaffairs.cli.looking",
    "show": "civaffairs.cli.looking",
    "doctor": "civaffairs.cli.doctor",
    "facts": "civaffairs.cli.figures",
    "discrepancies": "civaffairs.cli.figures",
    "compare": "civaffairs.cli.comparing",
    "evaluate": "civaffairs.cli.following",
    "decide": "civaffairs.cli.deciding",
    "check": "civaffairs.cli.checking",
    "prove": "civaffairs.cli.proving",
    "change": "civaffairs.cli.changing",
    "untested": "civaffairs.cli.untested",
    "run": "civaffairs.cli.running",
    "nest": "civaffairs.cli.running",
    "path": "civaffairs.cli.pathing",
    "sample": "civaffairs.cli.sampling",
    "simulate": "civaffairs.cli.simulating",
    "sources": "civaffairs.cli.sources",
    "terms": "civaffairs.cli.terms",
    "schema": "civaffairs.cli.schemas",
}


class _Commands(click.Group):
    """A group that knows its commands by name and imports one only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        found: click.Command = getattr(import_module(_COMMANDS[cmd_name]), f"{cmd_name}_command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        rows = [(name, message(f"help_{name}").text()) for name in _COMMANDS]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_as_asked(words)
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows or under LANG=C is no reason to lose Chinese, nor is the name of a file that is no
        # text a reason to say nothing at all.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    group = _Commands("civaffairs", help=message("help_civaffairs").text(), no_args_is_help=True)
    click.version_option(package_name="civaffairs", help=message("option_version").text())(group)
    click.help_option("--help", help=message("option_help").text())(group)
    group.params.append(_language_option())
    try:
        code = group.main(words, prog_name="civaffairs", standalone_mode=False)
    except CivaffairsError as error:
        click.echo(error.text(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read has seen enough, as `head` has.
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _speak_as_asked(words: Sequence[str]) -> None:
    """Choose the language before any command is built, so that its help is in that language too."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        wanted = following if word == "--lang" else word.removeprefix("--lang=") if "--lang=" in word else ""
        chosen: dict[str, Language] = {"zh": "zh", "en": "en"}
        if wanted in chosen:
            speak(chosen[wanted])


def _language_option() -> click.Option:
    return click.Option(
        ["--lang"], type=click.Choice(["zh", "en"]), expose_value=False, help=message("option_lang").text()
    )
