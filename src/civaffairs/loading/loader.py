"""The isolating loader: a broken plugin is reported with its distribution, stage and faults, the others load.

Pluggy's own loading stops at the first plugin that fails to import, loses the second of two plugins with one
name without a word, and takes a plugin without any hook in silence. Here each passes every stage by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout, suppress
from importlib import metadata
from traceback import format_exception
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from pluggy import HookCaller, PluginManager, PluginValidationError

from civaffairs import __version__
from civaffairs.domain.indicators import Indicator
from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.plan import Plan
from civaffairs.domain.standards import Standard
from civaffairs.errors import CivaffairsError, Fault, PluginFault, UnknownName, fault
from civaffairs.loading import hookspecs
from civaffairs.loading.catalogue import Catalogue
from civaffairs.loading.hookspecs import RETURNS, Declared
from civaffairs.loading.reports import PluginReport, Stage, Status
from civaffairs.loading.said import said

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "civaffairs.plugins"
STRICT = "CIVAFFAIRS_STRICT_PLUGINS"
ONLY = "CIVAFFAIRS_LOAD_PLUGINS"

Returned: TypeAlias = list[tuple[str, object]]
"""A hook's name with what it returned, as a tuple where it can be gone through."""
Key: TypeAlias = tuple[str, str]
"""A hook and an id: what no two plugins may both declare."""


def load(*, strict: bool | None = None, only: Iterable[str] | None = None) -> Catalogue:
    """Load the installed plugins and return what they declare.

    What a plugin prints meanwhile goes to the error stream, so that it never ends up in somebody's output.

    Args:
        strict: whether anything broken or missing raises; by default the environment variable
            `CIVAFFAIRS_STRICT_PLUGINS` says so (`1`).
        only: the entry-point names to load; by default those of `CIVAFFAIRS_LOAD_PLUGINS`, separated by
            commas, or all.

    Raises:
        PluginFault: in strict mode, with the faults of every plugin; always, where Python cannot list what is
            installed.

    Example:
        >>> load(only=()).reports
        ()
    """
    wanted = _wanted(only)
    with redirect_stdout(sys.stderr):
        catalogue = _assemble([*_load_installed(wanted)])
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
        for hook, values in self.declared.items():
            for value in values:
                name = f"{value.jurisdiction}:{value.id}" if isinstance(value, Standard) else value.id
                yield (hook, name), value

    def without_declarations(self, faults: Iterable[Fault]) -> _Plugin:
        return _Plugin(evolve(self.report, status=Status.BROKEN, faults=tuple(faults)))


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


@frozen
class _Origin:
    """What the metadata says of an entry point's distribution, as far as it can be read."""

    distribution: str = "?"
    version: str = "?"
    requires: tuple[str, ...] = ()


def _load_installed(wanted: frozenset[str] | None) -> Iterator[_Plugin]:
    try:
        found = [(each, _origin(each)) for each in metadata.entry_points(group=GROUP)]
    except Exception as error:  # one unreadable file of any distribution is enough
        raise PluginFault(fault("plugins_unlisted", error=said(error))) from error
    owners: dict[str, str] = {}
    for entry_point, origin in sorted(found, key=lambda each: (each[0].name, each[1].distribution)):
        name = entry_point.name
        if wanted is None or name in wanted:
            yield _load(entry_point, origin, owners.get(name))
            owners.setdefault(name, origin.distribution)
    known = {entry_point.name for entry_point, _ in found}
    for name in sorted((wanted or frozenset()) - known):
        absent = UnknownName.among("plugin", name, known)
        yield _Plugin(PluginReport(name, "?", "?", Status.BROKEN, Stage.NAME, absent.faults))


def _origin(entry_point: EntryPoint) -> _Origin:
    found = entry_point.dist
    with suppress(Exception):  # a METADATA file that is gone or damaged does not make the plugin unusable
        if found is not None:
            return _Origin(found.name or "?", found.version or "?", tuple(found.requires or ()))
    return _Origin()


def _load(entry_point: EntryPoint, origin: _Origin, owner: str | None) -> _Plugin:
    """Take one plugin through the stages, up to the first where something is wrong."""
    report = PluginReport(entry_point.name, origin.distribution, origin.version, Status.LOADED, Stage.NAME)
    stage = Stage.NAME
    try:
        _check_name(report, owner)
        stage = Stage.VERSION
        _check_version(origin)
        stage = Stage.IMPORT
        module = entry_point.load()
        stage = Stage.REGISTER
        hooks = _registered(module)
        stage = Stage.HOOKS
        _check_hooks(hooks)
        stage = Stage.CALL
        returned = _called(hooks)
        stage = Stage.RESULT
        declared = _checked(returned)
    except (Exception, SystemExit) as error:
        faults, trace = _accounted(error, stage)
        return _Plugin(evolve(report, status=Status.BROKEN, stage=stage, faults=faults, trace=trace))
    counts = {hook: len(values) for hook, values in declared.items()}
    return _Plugin(evolve(report, stage=Stage.CATALOGUE, counts=counts), declared)


def _accounted(error: BaseException, stage: Stage) -> tuple[tuple[Fault, ...], str]:
    """Return the faults behind an error, and the trace where the plugin's own code raised it."""
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


def _check_version(origin: _Origin) -> None:
    """Refuse a plugin whose own requirement rules this version of civaffairs out."""
    for text in origin.requires:
        try:
            requirement = Requirement(text)
        except InvalidRequirement:  # how another library is required is not ours to judge
            continue
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        ours = canonicalize_name(requirement.name) == "civaffairs"
        if ours and applies and not requirement.specifier.contains(__version__, prereleases=True):
            raise _Refused(fault("plugin_version", wanted=str(requirement.specifier), installed=__version__))


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
        known = ", ".join(sorted(RETURNS))
        raise _Refused(*(fault("plugin_hook_unknown", hook=name, known=known) for name in unknown))
    if not hooks:
        raise _Refused(fault("plugin_without_hook"))


def _called(hooks: list[HookCaller]) -> Returned:
    """Call every hook, so that all that fail are reported at once."""
    returned: Returned = []
    faults: list[Fault] = []
    first: BaseException | None = None
    for hook in hooks:
        for each in hook.get_hookimpls() if hook.has_spec() else ():
            try:
                returned.append((hook.name, _gone_through(each.function())))
            except (Exception, SystemExit) as error:
                found, _ = _accounted(error, Stage.CALL)
                faults += [one.under(hook.name) for one in found]
                first = first or error
    if faults:
        raise _Refused(*faults) from first
    return returned


def _gone_through(values: object) -> object:
    return tuple(values) if isinstance(values, Iterable) and not isinstance(values, str) else values


def _checked(returned: Returned) -> dict[str, tuple[Declared, ...]]:
    """Check everything that was returned, so that every stranger is reported at once."""
    declared: dict[str, tuple[Declared, ...]] = {}
    faults: list[Fault] = []
    for hook, values in returned:
        wanted = RETURNS[hook]
        if not isinstance(values, tuple):
            faults.append(fault("plugin_result", hook, wanted=wanted.__name__, got=type(values).__name__))
            continue
        faults += [
            fault("plugin_value", f"{hook}[{position}]", wanted=wanted.__name__, got=type(value).__name__)
            for position, value in enumerate(values)
            if not isinstance(value, wanted)
        ]
        declared[hook] = (*declared.get(hook, ()), *(value for value in values if isinstance(value, wanted)))
    if faults:
        raise _Refused(*faults)
    return declared


def _assemble(plugins: list[_Plugin]) -> Catalogue:
    """Join what the sound plugins declare; who declares an id that another one has, is left out whole."""
    taken: dict[Key, tuple[Declared, str]] = {}
    kept: list[_Plugin] = []
    for plugin in plugins:
        clashes = tuple(_clashes(plugin, taken))
        kept.append(plugin.without_declarations(clashes) if clashes else plugin)
        if not clashes:
            taken |= {key: (value, plugin.report.name) for key, value in plugin}
    values = [(name, value) for (_, name), (value, _) in taken.items()]
    jurisdictions = {name: value for name, value in values if isinstance(value, Jurisdiction)}
    return Catalogue(
        jurisdictions=jurisdictions,
        indicators={name: value for name, value in values if isinstance(value, Indicator)},
        plans={name: value for name, value in values if isinstance(value, Plan)},
        standards=tuple(value for _, value in values if isinstance(value, Standard)),
        reports=tuple(_with_absences(plugin, jurisdictions) for plugin in kept),
    )


def _clashes(plugin: _Plugin, taken: dict[Key, tuple[Declared, str]]) -> Iterator[Fault]:
    mine: set[Key] = set()
    for key, _ in plugin:
        hook, name = key
        if key in taken:
            yield fault("plugin_id_taken", hook, id=name, first=taken[key][1])
        elif key in mine:
            yield fault("declared_twice", hook, name=name)
        mine.add(key)


def _with_absences(plugin: _Plugin, jurisdictions: dict[str, Jurisdiction]) -> PluginReport:
    """Say which jurisdictions a plugin refers to that nobody declares; the plugin stays."""
    named: dict[str, str] = {}
    for _, value in plugin:
        if isinstance(value, Jurisdiction) and value.parent is not None:
            named.setdefault(value.parent, value.id)
        elif isinstance(value, Plan | Standard):
            named.setdefault(value.jurisdiction, value.id)
    absent = tuple(
        fault("jurisdiction_absent", of, name=name) for name, of in named.items() if name not in jurisdictions
    )
    return evolve(plugin.report, status=Status.INCOMPLETE, faults=absent) if absent else plugin.report
