"""The isolating loader: a broken plugin is reported with its distribution, stage and error, and the others load.

Pluggy's own loading stops at the first plugin that fails to import, loses the second of two plugins with one name
without a word, and takes a plugin without any hook in silence. Here every plugin passes every stage by itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from importlib import metadata
from traceback import format_exception
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen
from packaging.requirements import Requirement
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
from civaffairs.loading.reports import PluginReport, Stage, Status, unchanging

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

    What a plugin prints meanwhile goes to the error stream, so that it never ends up inside somebody's output.

    Args:
        strict: whether anything broken raises; by default the environment variable `CIVAFFAIRS_STRICT_PLUGINS`
            says so (`1`).
        only: the entry-point names to load; by default those of `CIVAFFAIRS_LOAD_PLUGINS`, separated by commas, or
            all.

    Raises:
        PluginFault: in strict mode, with the faults of every broken plugin; always, where Python cannot list what
            is installed.

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
    declared: Mapping[str, tuple[Declared, ...]] = field(factory=dict, converter=unchanging)

    def keys(self) -> Iterator[tuple[Key, Declared]]:
        for hook, values in self.declared.items():
            for value in values:
                yield (
                    (hook, f"{value.jurisdiction}:{value.id}" if isinstance(value, Standard) else value.id),
                    value,
                )

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


def _load_installed(wanted: frozenset[str] | None) -> Iterator[_Plugin]:
    try:
        found = [(each, *_origin(each)) for each in metadata.entry_points(group=GROUP)]
    except Exception as error:  # one unreadable file of any distribution is enough
        raise PluginFault(fault("plugins_unlisted", error=_said(error))) from error
    owners: dict[str, str] = {}
    for entry_point, distribution, version in sorted(found, key=lambda each: (each[0].name, *each[1:])):
        name = entry_point.name
        if wanted is None or name in wanted:
            yield _load(entry_point, distribution, version, owners.get(name))
            owners.setdefault(name, distribution)
    known = {entry_point.name for entry_point, _, _ in found}
    for name in sorted((wanted or frozenset()) - known):
        absent = UnknownName.among("plugin", name, known)
        yield _Plugin(PluginReport(name, "?", "?", Status.BROKEN, Stage.NAME, absent.faults))


def _origin(entry_point: EntryPoint) -> tuple[str, str]:
    """Return name and version of the distribution, as far as its metadata can be read."""
    try:
        origin = entry_point.dist
        return (origin.name or "?", origin.version or "?") if origin else ("?", "?")
    except Exception:  # a METADATA file that is gone or damaged does not make the plugin unusable
        return "?", "?"


def _load(entry_point: EntryPoint, distribution: str, version: str, owner: str | None) -> _Plugin:
    """Take one plugin through the stages, up to the first where something is wrong."""
    stage = Stage.NAME
    try:
        if owner is not None:
            raise _Refused(fault("plugin_name_taken", name=entry_point.name, mine=distribution, first=owner))
        stage = Stage.VERSION
        _check_version(entry_point)
        stage = Stage.IMPORT
        module = entry_point.load()
        stage = Stage.REGISTER
        hooks = _registered(module, entry_point.name)
        stage = Stage.HOOKS
        _check_hooks(hooks)
        stage = Stage.CALL
        returned = _called(hooks)
        stage = Stage.RESULT
        declared = _checked(returned)
        stage = Stage.CATALOGUE
    except (Exception, SystemExit) as error:
        faults, trace = _accounted(error, stage)
        return _Plugin(
            PluginReport(entry_point.name, distribution, version, Status.BROKEN, stage, faults, {}, trace)
        )
    counts = {hook: len(values) for hook, values in declared.items()}
    return _Plugin(
        PluginReport(entry_point.name, distribution, version, Status.LOADED, stage, counts=counts), declared
    )


def _accounted(error: BaseException, stage: Stage) -> tuple[tuple[Fault, ...], str]:
    """Return the faults behind an error, and the trace where the plugin's own code raised it."""
    if isinstance(error, _Refused):
        return error.faults, "".join(format_exception(error.__cause__)) if error.__cause__ else ""
    trace = "".join(format_exception(error))
    if isinstance(
        error, CivaffairsError
    ):  # a declaration that is wrong: it knows its places better than we do
        return error.faults, trace
    return (fault("plugin_import" if stage is Stage.IMPORT else "plugin_call", error=_said(error)),), trace


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _check_version(entry_point: EntryPoint) -> None:
    """Refuse a plugin whose own requirement rules this version of civaffairs out."""
    for text in (entry_point.dist.requires or ()) if entry_point.dist else ():
        requirement = Requirement(text)
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if canonicalize_name(requirement.name) != hookspecs.PROJECT or not applies:
            continue
        if not requirement.specifier.contains(__version__, prereleases=True):
            raise _Refused(fault("plugin_version", wanted=str(requirement.specifier), installed=__version__))


def _registered(module: object, name: str) -> list[HookCaller]:
    manager = PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name)
    except PluginValidationError as error:
        said = str(error).replace("\n", "; ")
        raise _Refused(fault("plugin_hook_signature", error=said)) from None
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
    if not any(hook.has_spec() for hook in hooks):
        raise _Refused(fault("plugin_without_hook"))


def _called(hooks: list[HookCaller]) -> Returned:
    """Call every hook, so that all that fail are reported at once."""
    returned: Returned = []
    faults: list[Fault] = []
    first: BaseException | None = None
    for hook in hooks:
        for each in hook.get_hookimpls() if hook.has_spec() else ():
            try:
                values = each.function()
                many = isinstance(values, Iterable) and not isinstance(values, str)
                returned.append((hook.name, tuple(values) if many else values))
            except (Exception, SystemExit) as error:
                found, _ = _accounted(error, Stage.CALL)
                faults += [one.under(hook.name) for one in found]
                first = first or error
    if faults:
        raise _Refused(*faults) from first
    return returned


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
            taken |= {key: (value, plugin.report.name) for key, value in plugin.keys()}
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
    for key, _ in plugin.keys():
        hook, name = key
        if key in taken:
            yield fault("plugin_id_taken", hook, id=name, first=taken[key][1])
        elif key in mine:
            yield fault("declared_twice", hook, name=name)
        mine.add(key)


def _with_absences(plugin: _Plugin, jurisdictions: dict[str, Jurisdiction]) -> PluginReport:
    """Say which jurisdictions a plugin refers to that nobody declares; the plugin stays."""
    named: dict[str, str] = {}
    for _, value in plugin.keys():
        if isinstance(value, Jurisdiction) and value.parent is not None:
            named.setdefault(value.parent, value.id)
        elif isinstance(value, Plan | Standard):
            named.setdefault(value.jurisdiction, value.id)
    absent = tuple(
        fault("jurisdiction_absent", of, name=name) for name, of in named.items() if name not in jurisdictions
    )
    return evolve(plugin.report, status=Status.INCOMPLETE, faults=absent) if absent else plugin.report
