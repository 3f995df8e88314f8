"""What a plugin can declare. A hook takes no argument and returns values; a plugin implements any of them.

A new hook is one function here and one line in `RETURNS`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from pluggy import HookimplMarker, HookspecMarker

from civaffairs.domain.indicators import Indicator
from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.plan import Plan
from civaffairs.domain.standards import Standard

PROJECT = "civaffairs"

hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook of the same name."""

Declared: TypeAlias = Jurisdiction | Indicator | Standard | Plan

RETURNS: dict[str, type[Declared]] = {
    "civaffairs_jurisdictions": Jurisdiction,
    "civaffairs_indicators": Indicator,
    "civaffairs_standards": Standard,
    "civaffairs_plans": Plan,
}
"""What each hook returns several of."""


@hookspec
def civaffairs_jurisdictions() -> Iterable[Jurisdiction]:
    """Declare the jurisdictions that this plugin speaks for."""
    raise NotImplementedError


@hookspec
def civaffairs_indicators() -> Iterable[Indicator]:
    """Declare indicators, each meaning under one id shared by all plugins."""
    raise NotImplementedError


@hookspec
def civaffairs_standards() -> Iterable[Standard]:
    """Declare dated standards, each with the jurisdiction that sets it."""
    raise NotImplementedError


@hookspec
def civaffairs_plans() -> Iterable[Plan]:
    """Declare plans, each with its document, tables, commitments and discrepancies."""
    raise NotImplementedError
