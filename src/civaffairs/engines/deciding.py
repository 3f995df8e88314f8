"""Deciding one case: every provision of a rulebook about it, compiled once for as long as nothing changes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from civaffairs.domain import models
from civaffairs.domain.decisions import Decision, Decisions
from civaffairs.domain.models.fact import attributes, is_model, kind_of, label_of
from civaffairs.domain.names import Label
from civaffairs.domain.rulebook import Edition, Rulebook, versions_behind
from civaffairs.domain.rules.shape import lineage
from civaffairs.domain.rules.trace import Trace
from civaffairs.engines.python import Program, compiled
from civaffairs.errors import Fault, InputInvalid, NotInForce, fault, message, raise_all

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.replays import Replay


def program_of(provision: Provision, edition: Edition) -> Program:
    """Return a provision compiled for an edition, the same one each time.

    Raises:
        DeclarationError: where a rule rests on itself.
    """
    found = edition.memo.get(provision.id)
    if not isinstance(found, Program):
        versions_behind(provision.rules, edition)  # refuses a circle, which has no program
        found = edition.memo[provision.id] = compiled(provision, edition)
    return found


def decide(
    rulebook: Rulebook, case: object, *, on: date, provisions: Iterable[str] | None = None
) -> Decisions:
    """Decide a case: what each provision says of it, and of each of its members.

    Args:
        rulebook: that of the place, `catalogue["jiangjin"].rulebook`.
        case: a household, a social organisation, a cemetery or another thing that provisions are about.
        on: the day for which it is decided.
        provisions: the ids of those that are asked for; by default all.

    Raises:
        InputInvalid: where no provision is about such a thing, or something in it is dated after that day.
        UnknownName: for a provision that there is not.

    Example:
        >>> from datetime import date
        >>> from civaffairs import Area, Household, Person, load
        >>> home = Household(area=Area.URBAN, members=(Person(born=date(1950, 3, 1)),))
        >>> decisions = decide(load()["taoyuan"].rulebook, home, on=date(2024, 9, 1))
        >>> [each.where for each in decisions["dibao"].missing][:1]
        ['members[0].incomes']
    """
    edition = rulebook.on(on)
    wanted = tuple(_wanted(rulebook, case, provisions))
    raise_all(InputInvalid, _unborn(case, on))
    try:
        found = tuple(each for provision in wanted for each in _decided(provision, edition, case, on))
    except NotInForce as error:  # something is dated after that day
        raise InputInvalid(*error.faults) from None
    return Decisions(rulebook.jurisdiction, on, found)


def replay(decision: Decision, rulebook: Rulebook, case: object) -> Replay:
    """Make a decision again, with the rules as a rulebook has them now, and hold it against the first one.

    Raises:
        InputInvalid: as `decide` does.
    """
    from civaffairs.domain.replays import Replay, compared  # not needed to decide

    again = decide(rulebook, case, on=decision.on, provisions=[decision.provision.id])
    found = [each for each in again if each.about == decision.about]
    # Where there are fewer members now, there is nobody to decide about.
    return (
        compared(decision, found[0]) if found else Replay(same=False, differences=(message("replay_facts"),))
    )


def _decided(provision: Provision, edition: Edition, case: object, on: date) -> Iterator[Decision]:
    program = program_of(provision, edition)
    place = edition.book.jurisdiction
    for paths, things in _things(provision.of, case):
        trace = Trace(program.layout, program.traced(*things, on=on), paths)
        yield Decision(provision, place, on, paths[provision.of], edition, trace)


def _things(model: str, case: object) -> Iterator[tuple[dict[str, str], tuple[object, ...]]]:
    """Yield what a provision is about: the case itself, or each member of a household within it."""
    if model == type(case).__name__:
        yield {model: ""}, (case,)
        return
    household = cast("Any", case)
    for position, member in enumerate(household.members):
        yield {"Household": "", "Person": f"members[{position}]"}, (household, member)


def _wanted(rulebook: Rulebook, case: object, provisions: Iterable[str] | None) -> Iterator[Provision]:
    model = type(case).__name__
    label = label_of(type(case)) if is_model(type(case)) else Label(model, model)
    whole = lineage(model)[-1]
    if whole != model:
        raise InputInvalid(fault("decided_within", model=label, whole=label_of(getattr(models, whole))))
    about = rulebook.provisions_of(*(("Household", "Person") if model == "Household" else (model,)))
    if not about:
        known = ", ".join(sorted({each.of for each in rulebook.provisions.values()})) or "-"
        raise InputInvalid(
            fault("nothing_to_decide", place=rulebook.jurisdiction.label, model=label, known=known)
        )
    if provisions is None:
        yield from about
        return
    named = [rulebook.provision(name) for name in provisions]
    raise_all(
        InputInvalid,
        (
            fault("provision_of_another", provision=each.label, model=label)
            for each in named
            if each not in about
        ),
    )
    yield from named


def _unborn(thing: object, on: date) -> Iterator[Fault]:
    """Yield a fault for everybody who is born after the day of the decision."""
    is_born, held = _births(cast("Hashable", type(thing)))
    if is_born and (born := cast("Any", thing).born) is not None and born > on:
        yield fault("born_after_decision", "born", day=on.isoformat())
    for name in held:
        for position, item in enumerate(getattr(thing, name) or ()):
            yield from (each.under(f"{name}[{position}]") for each in _unborn(item, on))


@cache
def _births(cls: type) -> tuple[bool, tuple[str, ...]]:
    """Return whether such a thing is born, and which facts hold several of those who are, or hold such."""
    facts = attributes(cls) if is_model(cls) else ()
    kinds = {each.name: kind_of(each) for each in facts}
    held = (name for name, kind in kinds.items() if kind.several and _births(kind.of) != (False, ()))
    return "born" in kinds, tuple(held)
