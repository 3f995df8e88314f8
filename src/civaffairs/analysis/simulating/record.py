"""What a change comes to, as data for programs: counts as they were counted, money in yuan as exact texts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from civaffairs.errors import CivaffairsError, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from civaffairs.analysis.simulating.along_income import Along, Course
    from civaffairs.analysis.simulating.effects import Changed, Effect, Group, Moved, Side, Simulation


def record(simulation: Simulation, courses: Sequence[Along] = ()) -> dict[str, Any]:
    """Return what a change comes to as data.

    Nothing is scaled: `factor` says how many households of the place each counted one stands for.
    """
    scenario, sample = simulation.scenario, simulation.synthetic
    return {
        "jurisdiction": scenario.before.jurisdiction.id,
        "on": simulation.on.isoformat(),
        "synthetic": sample is not None,
        "factor": _number(simulation.factor),
        "sample": None
        if sample is None
        else {
            "households": sample.households,
            "seed": sample.seed,
            "place_published": sample.published,
        },
        "standards": [
            {
                "id": each.id,
                "zh": each.label.zh,
                "en": each.label.en,
                "before": None if isinstance(each.before, Message) else _number(each.before.number),
                "after": _number(each.after.number),
                "unit": str(each.after.unit),
                "clause": None if each.clause is None else each.clause.text("zh"),
            }
            for each in scenario.standards
        ],
        "rules": [each.id for each in scenario.rules],
        "proposals": [each.id for each in scenario.proposals],
        "broken": [
            {
                "zh": each.what.text("zh"),
                "en": each.what.text("en"),
                "document": each.clause.document.id,
                "locator": each.clause.locator,
                "already": each.already,
            }
            for each in simulation.broken
        ],
        "income": {"zh": simulation.income.text("zh"), "en": simulation.income.text("en")},
        "whole": _group(simulation.whole),
        "groups": {name: [_group(each) for each in groups] for name, groups in simulation.groups.items()},
        "absent": list(simulation.absent),
        "left_out": [
            {"provision": each.where, "zh": each.text("zh"), "en": each.text("en")}
            for each in simulation.left_out
        ],
        "untouched": [each.id for each in simulation.untouched],
        "set_aside": simulation.set_aside,
        "persons_numbered": simulation.numbered,
        "household_types": [_along(each) for each in courses],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "name": group.name,
        "households": group.households,
        "persons": group.persons,
        "before": _spending(group.before),
        "after": _spending(group.after),
        "moved": _moved(group.moved),
        "provisions": [_effect(each, group) for each in group.effects],
    }


def _effect(effect: Effect, group: Group) -> dict[str, Any]:
    return {
        "id": effect.provision.id,
        "zh": effect.provision.label.zh,
        "en": effect.provision.label.en,
        "of": effect.provision.of,
        "touched": effect.touched,
        "before": _side(effect.before, group, pays=effect.pays),
        "after": _side(effect.after, group, pays=effect.pays),
        "newly_in": effect.newly_in,
        "newly_out": effect.newly_out,
        "moved": None if effect.moved is None else _moved(effect.moved),
    }


def _side(side: Side, group: Group, *, pays: bool) -> dict[str, Any]:
    return {
        "households": side.households,
        "persons": side.persons,
        "cannot_tell": side.doubtful,
        "amount_unknown": side.unsized,
        "household_share": _number(group.reached(side)),
        "person_share": _number(group.reached(side, persons=True)),
        **(_spending(side) if pays else {}),
    }


def _spending(side: Side) -> dict[str, Any]:
    return {"month": _number(side.month), "year": _number(side.year), "lower_bound": side.is_least}


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "gain": _changed(moved.gainers),
        "lose": _changed(moved.losers),
        "unchanged": {"households": moved.unchanged.households, "persons": moved.unchanged.persons},
        "cannot_tell": {"households": moved.doubtful.households, "persons": moved.doubtful.persons},
    }


def _changed(changed: Changed) -> dict[str, Any]:
    return {
        "households": changed.households,
        "persons": changed.persons,
        "month": _number(changed.total),
        "median": _number(changed.median),
        "largest": _number(changed.largest),
    }


def _along(along: Along) -> dict[str, Any]:
    return {
        "zh": along.label.zh,
        "en": along.label.en,
        "income": [_number(each) for each in along.incomes],
        "before": _course(along.before),
        "after": _course(along.after),
        "left_out": [each.id for each in along.left_out],
    }


def _course(course: Course) -> dict[str, Any]:
    return {
        "net": [_number(each) for each in course.net],
        "falls": [{"income": _number(each.income), "lost": _number(each.lost)} for each in course.falls],
        "rate": _number(course.rate),
    }


def _number(number: Any) -> str | None:  # noqa: ANN401 - a Fraction or a Decimal
    """Return a number as a text that says exactly the same: a decimal, or a fraction where it has no end."""
    from civaffairs.domain.units import exact, plain

    if number is None:
        return None
    try:
        return plain(exact(number))
    except CivaffairsError:
        return str(Fraction(number))
