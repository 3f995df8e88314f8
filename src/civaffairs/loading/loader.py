"""The isolating loader: a broken plugin is reported with its distribution, stage and faults, the others load.

Pluggy's own loading stops at the first plugin that fails to import, loses the second of two plugins with one
name without a word, and takes a plugin without any hook in silence. Here each passes every stage by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, field, frozen
from pluggy import HookCaller, PluginManager, PluginValidationError

from civaffairs.errors import CivaffairsError, Fault, PluginFault, UnknownName, fault
from civaffairs.loading import hookspecs
from civaffairs.loading.catalogue import Catalogue
from civaffairs.loading.hookspecs import PARTS
from civaffairs.loading.installed import Installed, installed
from civaffairs.loading.reports import PluginReport, Stage, Status
from civaffairs.loading.requirements import unmet
from civaffairs.loading.said import said
from civaffairs.version import VERSION

if TYPE_CHECKING:
    from civaffairs.loading.hookspecs import Declared

STRICT = "CIVAFFAIRS_STRICT_PLUGINS"
ONLY = "CIVAFFAIRS_LOAD_PLUGINS"

MOST_VALUES = 200_000
"""The most values that a hook may return: a thousand times what the largest plugin declares."""

Returned: TypeAlias = list[tuple[str, object]]
"""The name of a part with what its hook returned, as a tuple where it can be gone through."""
Key: TypeAlias = tuple[str, str]
"""A part and an id: what no two plugins may both declare."""


def load(
    *, strict: bool | None = None, only: Iterable[str] | None = None, parts: Iterable[str] | None = None
) -> Catalogue:
    """Load the installed plugins and return what they declare.

    What a plugin prints meanwhile goes to the error stream, so that it never ends up in somebody's output.

    Args:
        strict: whether anything broken or missing raises; by default the environment variable
            `CIVAFFAIRS_STRICT_PLUGINS` says so (`1`).
        only: the entry-point names to load; by default those of `CIVAFFAIRS_LOAD_PLUGINS`, separated by
            commas, or all.
        parts: what is wanted of their declarations, beside the jurisdictions: `indicators`, `terms`,
            `standards`, `plans`; by default everything. The other hooks are not called and what is wrong
            with them is not noticed; the catalogue refuses to be asked for what they would have declared.

    Raises:
        PluginFault: in strict mode, with the faults of every plugin; always, where Python cannot list what is
            installed.
        UnknownName: for a part that does not exist.

    Example:
        >>> load(only=()).reports
        ()
        >>> load(only=(), parts=["standards"]).plans
        Traceback (most recent call last):
        ...
        civaffairs.errors.NotLoaded: the catalogue was loaded without plans. ...
    """
    wanted = _wanted(only)
    asked = _asked_for(parts)
    with redirect_stdout(sys.stderr):
        catalogue = _assemble([*_load_installed(wanted, asked)], asked)
    faults = [each.under(report.distribution) for report in catalogue.reports for each in report.faults]
    if faults and (os.environ.get(STRICT, "") not in {"", "0"} if strict is None else strict):
        raise PluginFault(*faults)
    return catalogue


@frozen
class _Plugin:
    """What came of one plugin, and what it declares."""

    report: PluginReport
    declared: Mapping[str, tuple[Declared, ...]] = field(factory=dict)

    def __iter__(self) -> Iterator[tuple[Key, Declared]]:
        return _keyed(self.declared)

    def without_declarations(self, faults: Iterable[Fault]) -> _Plugin:
        return _Plugin(evolve(self.report, status=Status.BROKEN, faults=tuple(faults)))


def _keyed(declared: Mapping[str, tuple[Declared, ...]]) -> Iterator[tuple[Key, Declared]]:
    for part, values in declared.items():
        for value in values:
            place = f"{_place_of(value)}:" if PARTS[part].local else ""
            yield (part, f"{place}{value.id}"), value


class _Refused(Exception):
    """A stage was not passed. The cause, where there is one, was raised by the plugin's own code."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


def _wanted(only: Iterable[str] | None) -> frozenset[str] | None:
    if only is not None:
        return frozenset(only)
    named = os.environ.get(ONLY)
    return None if named is None else frozenset(name.strip() for name in named.split(",") if name.strip())


def _asked_for(parts: Iterable[str] | None) -> frozenset[str]:
    """Return the parts to load; the jurisdictions always, since everything else is of one of them."""
    asked = frozenset(PARTS if parts is None else parts) | {"jurisdictions"}
    for name in sorted(asked - PARTS.keys()):
        raise UnknownName.among("part", name, PARTS)
    return asked


def _load_installed(wanted: frozenset[str] | None, parts: frozenset[str]) -> Iterator[_Plugin]:
    try:
        found = installed()
    except Exception as error:  # one unreadable file of any distribution is enough
        raise PluginFault(fault("plugins_unlisted", error=said(error))) from error
    owners: dict[str, str] = {}
    for plugin in found:
        if wanted is None or plugin.name in wanted:
            yield _load(plugin, parts, owners.get(plugin.name))
            owners.setdefault(plugin.name, plugin.distribution)
    known = {plugin.name for plugin in found}
    for name in sorted((wanted or frozenset()) - known):
        absent = UnknownName.among("plugin", name, known)
        yield _Plugin(PluginReport(name, "?", "?", Status.BROKEN, Stage.NAME, absent.faults))


def _load(plugin: Installed, parts: frozenset[str], owner: str | None) -> _Plugin:
    """Take one plugin through the stages, up to the first where something is wrong."""
    report = PluginReport(plugin.name, plugin.distribution, plugin.version, Status.LOADED, Stage.NAME)
    stage = Stage.NAME
    try:
        _check_name(report, owner)
        stage = Stage.VERSION
        _check_version(plugin.requires)
        stage = Stage.IMPORT
        module = plugin.load()
        stage = Stage.REGISTER
        hooks = _registered(module)
        stage = Stage.HOOKS
        _check_hooks(hooks)
        stage = Stage.CALL
        returned = _called(hooks, parts)
        stage = Stage.RESULT
        declared = _checked(returned)
    except (Exception, SystemExit) as error:
        faults, trace = _accounted(error, stage)
        return _Plugin(evolve(report, status=Status.BROKEN, stage=stage, faults=faults, trace=trace))
    counts = {_hook(part): len(values) for part, values in declared.items()}
    return _Plugin(evolve(report, stage=Stage.CATALOGUE, counts=counts), declared)


def _accounted(error: BaseException, stage: Stage) -> tuple[tuple[Fault, ...], str]:
    """Return the faults behind an error, and the trace where the plugin's own code raised it."""
    from traceback import format_exception

    if isinstance(error, _Refused):
        return error.faults, "".join(format_exception(error.__cause__)) if error.__cause__ else ""
    trace = "".join(format_exception(error))
    if isinstance(error, CivaffairsError):  # a wrong declaration knows its places better than we do
        return error.faults, trace
    return (fault("plugin_call" if stage is Stage.CALL else "plugin_import", error=said(error)),), trace


def _check_name(report: PluginReport, owner: str | None) -> None:
    """Refuse the second plugin of one name."""
    if owner is not None:
        raise _Refused(fault("plugin_name_taken", name=report.name, mine=report.distribution, first=owner))


def _check_version(requires: Iterable[str]) -> None:
    """Refuse a plugin whose own requirement rules this version of civaffairs out."""
    for wanted in map(unmet, requires):
        if wanted is not None:
            raise _Refused(fault("plugin_version", wanted=wanted, installed=VERSION))


def _registered(module: object) -> list[HookCaller]:
    manager = PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module)
    except PluginValidationError as error:
        raise _Refused(fault("plugin_hook_signature", error=str(error).replace("\n", "; "))) from None
    return manager.get_hookcallers(module) or []


def _check_hooks(hooks: list[HookCaller]) -> None:
    """Refuse hooks that do not exist; those marked `optionalhook` may belong to a later civaffairs."""
    unknown = [
        hook.name
        for hook in hooks
        if not hook.has_spec() and not all(each.optionalhook for each in hook.get_hookimpls())
    ]
    if unknown:
        known = ", ".join(sorted(map(_hook, PARTS)))
        raise _Refused(*(fault("plugin_hook_unknown", hook=name, known=known) for name in unknown))
    if not hooks:
        raise _Refused(fault("plugin_without_hook"))


def _called(hooks: list[HookCaller], parts: frozenset[str]) -> Returned:
    """Call every hook that is asked for, so that all that fail are reported at once."""
    returned: Returned = []
    faults: list[Fault] = []
    first: BaseException | None = None
    for hook in hooks:
        part = hook.name.removeprefix("civaffairs_")
        for each in hook.get_hookimpls() if part in parts else ():
            try:
                returned.append((part, _gone_through(each.function())))
            except (Exception, SystemExit) as error:
                found, _ = _accounted(error, Stage.CALL)
                faults += [one.under(hook.name) for one in found]
                first = first or error
    if faults:
        raise _Refused(*faults) from first
    return returned


def _gone_through(values: object) -> object:
    """Return what a hook returned as a tuple, where it can be gone through and has an end."""
    if not isinstance(values, Iterable) or isinstance(values, str | bytes):
        return values
    found = tuple(islice(values, MOST_VALUES + 1))
    if len(found) > MOST_VALUES:
        raise _Refused(fault("plugin_endless", most=MOST_VALUES))
    return found


def _checked(returned: Returned) -> dict[str, tuple[Declared, ...]]:
    """Check everything that was returned, so that every stranger is reported at once."""
    declared: dict[str, tuple[Declared, ...]] = {}
    faults: list[Fault] = []
    for part, values in returned:
        hook, wanted = _hook(part), PARTS[part].type
        if not isinstance(values, tuple):
            faults.append(fault("plugin_result", hook, wanted=wanted.__name__, got=type(values).__name__))
            continue
        faults += [
            fault("plugin_value", f"{hook}[{position}]", wanted=wanted.__name__, got=type(value).__name__)
            for position, value in enumerate(values)
            if not isinstance(value, wanted)
        ]
        declared[part] = (*declared.get(part, ()), *(value for value in values if isinstance(value, wanted)))
    if faults:
        raise _Refused(*faults)
    # What has no id, as it was never made in the usual way, is to be found here and not among the others.
    for _ in _keyed(declared):
        pass
    return declared


def _assemble(plugins: list[_Plugin], parts: frozenset[str]) -> Catalogue:
    """Join what the sound plugins declare; who declares an id that another one has, is left out whole."""
    taken: dict[Key, tuple[Declared, str]] = {}
    kept: list[_Plugin] = []
    for plugin in plugins:
        clashes = tuple(_clashes(plugin, taken))
        kept.append(plugin.without_declarations(clashes) if clashes else plugin)
        if not clashes:
            taken |= {key: (value, plugin.report.name) for key, value in plugin}
    joined: dict[str, list[Any]] = {part: [] for part in parts}
    for (part, _), (value, _) in taken.items():
        joined[part].append(value)
    by_id = {part: {value.id: value for value in values} for part, values in joined.items()}
    local = {part: None if part not in joined else tuple(joined[part]) for part in PARTS if PARTS[part].local}
    return Catalogue(
        jurisdictions=by_id["jurisdictions"],
        indicators=by_id.get("indicators"),
        terms=by_id.get("terms"),
        plans=by_id.get("plans"),
        standards=local["standards"],
        rules=local["rules"],
        provisions=local["provisions"],
        reports=tuple(_with_absences(plugin, by_id["jurisdictions"]) for plugin in kept),
        plugins={value.id: plugin for (part, _), (value, plugin) in taken.items() if part == "jurisdictions"},
        invariants=local["invariants"],
        exemptions=local["exemptions"],
        proposals=local["proposals"],
    )


def _clashes(plugin: _Plugin, taken: dict[Key, tuple[Declared, str]]) -> Iterator[Fault]:
    mine: set[Key] = set()
    for key, _ in plugin:
        part, name = key
        if key in taken:
            yield fault("plugin_id_taken", _hook(part), id=name, first=taken[key][1])
        elif key in mine:
            yield fault("declared_twice", _hook(part), name=name)
        mine.add(key)


def _with_absences(plugin: _Plugin, jurisdictions: Mapping[str, object]) -> PluginReport:
    """Say which jurisdictions a plugin refers to that nobody declares; the plugin stays."""
    named: dict[str, str] = {}
    for (part, _), value in plugin:
        name = getattr(value, "parent", None) if part == "jurisdictions" else _place_of(value)
        if name is not None:
            named.setdefault(name, value.id)
    absent = tuple(
        fault("jurisdiction_absent", of, name=name) for name, of in named.items() if name not in jurisdictions
    )
    return evolve(plugin.report, status=Status.INCOMPLETE, faults=absent) if absent else plugin.report


def _place_of(value: Declared) -> str | None:
    """The id of the jurisdiction that a value is of; None for an indicator or a term, which is of all."""
    return getattr(value, "jurisdiction", None)


def _hook(part: str) -> str:
    return f"civaffairs_{part}"
