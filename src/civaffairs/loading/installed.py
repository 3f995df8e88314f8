"""Which plugins are installed, and what their metadata says.

The standard library answers that, but it imports the machinery of e-mail to do so, which takes longer than
deciding a case. The files it reads are plain: a folder `*.dist-info` for each distribution, in it
`entry_points.txt` and the headers of `METADATA`. They are read here directly; wherever anything is out of the
ordinary (a zip or an egg on the path, a finder of distributions that somebody added, a file that cannot be
read) the standard library is asked after all, so that its answer, or its error, is what the caller gets. A
test holds both readings against each other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "civaffairs.plugins"


class Installed(NamedTuple):
    """An entry point of the group.

    Attributes:
        name: its name, by which a plugin is asked for.
        target: the module, or `module:attribute`.
        distribution: the distribution that it comes from; `?` where the metadata does not say.
        version: the version of that distribution; `?` likewise.
        requires: the requirements of that distribution, as they are written.
    """

    name: str
    target: str
    distribution: str = "?"
    version: str = "?"
    requires: tuple[str, ...] = ()

    def load(self) -> object:
        """Import the target; raises whatever importing it raises."""
        module, _, attributes = self.target.partition("[")[0].partition(":")
        found: object = import_module(module.strip())
        for attribute in attributes.split("."):
            if attribute.strip():
                found = getattr(found, attribute.strip())
        return found


def installed() -> tuple[Installed, ...]:
    """Return what is installed, in the order of its names and, among namesakes, of the distributions.

    Raises:
        Exception: whatever the standard library raises where it cannot list the distributions.
    """
    try:
        found = [*_read()]
    except Exception:
        found = [*_asked()]
    return tuple(sorted(found, key=lambda each: (each.name, each.distribution)))


class _Unusual(Exception):
    """The standard library is to be asked."""


def _read() -> Iterator[Installed]:
    if any(finder is not PathFinder and hasattr(finder, "find_distributions") for finder in sys.meta_path):
        raise _Unusual
    seen: set[str] = set()
    for folder in sys.path:
        for entry in _entries(folder):
            stem, _, kind = entry.lower().rpartition(".")
            known_as = stem.partition("-")[0].replace(".", "_")
            if kind in {"dist-info", "egg-info"} and known_as not in seen:  # the first on the path counts
                seen.add(known_as)
                text = _text(os.path.join(folder, entry, "entry_points.txt"))
                if f"[{GROUP}]" in text:
                    if kind == "egg-info":
                        raise _Unusual
                    distribution, version, requires = _about(os.path.join(folder, entry, "METADATA"))
                    for name, target in _named(text):
                        yield Installed(name, target, distribution, version, requires)


def _entries(folder: str) -> list[str]:
    if folder.lower().endswith(".egg"):
        raise _Unusual
    try:
        return os.listdir(folder or ".")
    except (FileNotFoundError, PermissionError):  # the path may name what is not there; a zip is unusual
        return []


def _text(path: str) -> str:
    """Return the text of a file; empty where there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return ""


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and target of each entry point of the group."""
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            inside = line == f"[{GROUP}]"
        elif inside and line and not line.startswith("#"):
            name, equals, target = line.partition("=")
            if not equals:
                raise _Unusual
            yield name.strip(), target.strip()


def _about(path: str) -> tuple[str, str, tuple[str, ...]]:
    """Return name, version and requirements; a METADATA file that is gone does not make a plugin unusable."""
    headers = _text(path).partition("\n\n")[0].splitlines()
    said = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in headers)]
    first = dict(reversed(said))
    requires = tuple(value for name, value in said if name == "requires-dist")
    return first.get("name") or "?", first.get("version") or "?", requires


def _asked() -> Iterable[Installed]:
    """Ask the standard library."""
    from importlib import metadata

    return [_told(each) for each in metadata.entry_points(group=GROUP)]


def _told(entry_point: EntryPoint) -> Installed:
    found = entry_point.dist
    with suppress(Exception):  # a METADATA file that is gone or damaged does not make the plugin unusable
        if found is not None:
            about = found.name or "?", found.version or "?", tuple(found.requires or ())
            return Installed(entry_point.name, entry_point.value, *about)
    return Installed(entry_point.name, entry_point.value)
