"""Plugins in, a catalogue out. Pluggy lives in this room and nowhere else.

Names are imported when they are first used, so that the doctor answers even where attrs, pluggy or pint are
broken.

    >>> from civaffairs.loading import load
    >>> load(only=()).reports
    ()
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civaffairs.loading.catalogue import Catalogue, Dossier, clauses_of
    from civaffairs.loading.doctor import Diagnosis, diagnose
    from civaffairs.loading.hookspecs import hookimpl
    from civaffairs.loading.loader import load
    from civaffairs.loading.reports import PluginReport, Stage, Status

__all__ = [
    "Catalogue",
    "Diagnosis",
    "Dossier",
    "PluginReport",
    "Stage",
    "Status",
    "clauses_of",
    "diagnose",
    "hookimpl",
    "load",
]

_HOMES = {
    "catalogue": "Catalogue Dossier clauses_of",
    "doctor": "Diagnosis diagnose",
    "hookspecs": "hookimpl",
    "loader": "load",
    "reports": "PluginReport Stage Status",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
