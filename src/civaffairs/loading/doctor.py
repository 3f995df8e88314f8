"""What is installed and what is wrong with it. It answers when everything else is broken.

So it rests on the standard library and the errors alone; every other import happens inside a `try`.

Example:
    >>> diagnosis = diagnose()
    >>> [each.distribution for each in diagnosis.libraries][:3]
    ['attrs', 'cattrs', 'click']
"""

from __future__ import annotations

import os
import platform
import sys
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from importlib import import_module, metadata
from typing import TYPE_CHECKING
from warnings import catch_warnings, simplefilter

from civaffairs.errors import CivaffairsError, Fault, Language, Message, fault, message
from civaffairs.loading.said import said
from civaffairs.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.loading.reports import PluginReport

LIBRARIES = {
    "": ("attrs", "cattrs", "click", "jinja2", "packaging", "pint", "pluggy", "rich"),
    "excel": ("openpyxl",),
    "charts": ("altair", "vl-convert-python"),
    "populations": ("duckdb", "narwhals", "numpy", "pyarrow"),
    "prove": ("z3-solver",),
    "spark": ("pyspark",),
    "sphinx": ("sphinx", "myst-parser"),
    "testing": ("pytest", "hypothesis"),
}
"""The distributions that civaffairs needs, and those of each optional extra."""

_MODULES = {"vl-convert-python": "vl_convert", "myst-parser": "myst_parser", "z3-solver": "z3"}
_SETTINGS = ("CIVAFFAIRS_LANG", "CIVAFFAIRS_LOAD_PLUGINS", "CIVAFFAIRS_STRICT_PLUGINS")


@dataclass(frozen=True)
class Library:
    """A distribution that civaffairs uses.

    Attributes:
        distribution: its name.
        extra: the optional extra that it belongs to; empty where civaffairs always needs it.
        version: what its metadata says, `?` where it cannot be read; None where it is not installed.
        fault: why it cannot be used; None where it can, or where it is optional and not installed.
    """

    distribution: str
    extra: str
    version: str | None
    fault: Fault | None

    def text(self, lang: Language | None = None) -> str:
        """Return name and version, or what is wrong."""
        if self.fault is not None:
            return self.fault.text(lang)
        if self.version is None:
            return message("extra_absent", name=self.distribution, extra=self.extra).text(lang)
        return message("library_here", name=self.distribution, version=self.version).text(lang)


@dataclass(frozen=True)
class Diagnosis:
    """The state of an installation.

    Attributes:
        python: the version of the interpreter.
        civaffairs: the version of this library.
        libraries: what civaffairs needs, then what its extras bring.
        settings: the environment variables that change what is loaded, where they are set.
        plugins: what became of each plugin; empty where they could not be looked at.
        unseen: why the plugins could not be looked at; empty where they could.
    """

    python: str
    civaffairs: str
    libraries: tuple[Library, ...]
    settings: tuple[tuple[str, str], ...]
    plugins: tuple[PluginReport, ...]
    unseen: tuple[Fault, ...] = ()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong; empty for a sound installation."""
        libraries = (each.fault for each in self.libraries if each.fault is not None)
        plugins = (each.under(report.distribution) for report in self.plugins for each in report.faults)
        return (*libraries, *self.unseen, *plugins)

    def text(self, lang: Language | None = None) -> str:
        """Return the whole as lines, each fault of a plugin below it."""
        return "\n".join(each.text(lang) for each in self._lines())

    def _lines(self) -> Iterator[Message | Fault | Library]:
        yield message("library_here", name="Python", version=self.python)
        yield message("library_here", name="civaffairs", version=self.civaffairs)
        yield from self.libraries
        yield from (message("environment_says", name=name, value=value) for name, value in self.settings)
        yield from self.unseen
        for report in self.plugins:
            yield message(
                "plugin_here",
                name=report.name,
                distribution=report.distribution,
                version=report.version,
                status=report.status.label,
            )
            yield from report.faults


def diagnose() -> Diagnosis:
    """Look at the installation: Python, libraries, extras, plugins. It never raises."""
    libraries = tuple(_library(name, extra) for extra, names in LIBRARIES.items() for name in names)
    plugins, unseen = _plugins()
    settings = tuple((name, os.environ[name]) for name in _SETTINGS if name in os.environ)
    return Diagnosis(platform.python_version(), VERSION, libraries, settings, plugins, unseen)


def _library(distribution: str, extra: str) -> Library:
    module = _MODULES.get(distribution, distribution)
    try:
        with redirect_stdout(sys.stderr), catch_warnings():
            simplefilter("ignore")
            import_module(module)
    except (Exception, SystemExit) as error:
        if isinstance(error, ModuleNotFoundError) and error.name == module:
            return Library(
                distribution, extra, None, None if extra else fault("library_absent", name=distribution)
            )
        broken = fault("library_broken", name=distribution, error=said(error))
        return Library(distribution, extra, _version(distribution), broken)
    return Library(distribution, extra, _version(distribution), None)


def _version(distribution: str) -> str:
    """Return the version that the metadata gives; `?` where it is gone or damaged."""
    with suppress(Exception):
        return metadata.version(distribution) or "?"
    return "?"


def _plugins() -> tuple[tuple[PluginReport, ...], tuple[Fault, ...]]:
    try:
        from civaffairs.loading.loader import load

        return load(strict=False).reports, ()
    except CivaffairsError as error:
        return (), error.faults
    except (Exception, SystemExit) as error:
        return (), (fault("plugins_unseen", error=said(error)),)
