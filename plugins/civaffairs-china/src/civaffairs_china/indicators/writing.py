"""How the indicators of all subjects are written down."""

from typing import TypedDict

from civaffairs import SHARE, Amount, Bounds, CommonFigure, Direction, Indicator, Label, Topic
from civaffairs.domain.models import (
    CareInstitution,
    Community,
    CommunityCareFacility,
    CommunityFacility,
    MarriageRegistry,
    Township,
)
from civaffairs.domain.rules.expr import Quantity, Quotient, share
from civaffairs.domain.rules.vocabulary import count, flag_of
from civaffairs.domain.units import Rounding


class Printed(TypedDict):
    """How the tables round."""

    places: int
    rounding: Rounding


# The tables print up to two decimals; the sources do not say how they round, so halves go up (四舍五入).
PRINTED: Printed = {"places": 2, "rounding": "half_up"}


def part(model: type, condition: str) -> Quotient:
    """The part of a register for which a yes-or-no fact holds, in percent."""
    return share(
        count(model, COUNTED[model], flag_of(model, condition)), count(model, COUNTED[model]), **PRINTED
    )


COUNTED: dict[type, str] = {
    CareInstitution: "organisation",
    Township: "township",
    Community: "community",
    CommunityCareFacility: "place",
    CommunityFacility: "place",
    MarriageRegistry: "organisation",
}


def rate(
    id: str,
    zh: str,
    en: str,
    topic: Topic,
    *,
    means: CommonFigure | None = None,
    definition: Quantity | None = None,
) -> Indicator:
    """A part of a whole that plans promise in their text."""
    return Indicator(id, Label(zh, en), "%", Direction.UP, topic, SHARE, definition, means=means)


def number(
    id: str,
    zh: str,
    en: str,
    unit: str,
    topic: Topic,
    *,
    means: CommonFigure | None = None,
    definition: Quantity | None = None,
    scope: Label | None = None,
) -> Indicator:
    """A number of things that plans promise in their text."""
    bounds = Bounds(low=Amount(0, unit))
    return Indicator(id, Label(zh, en), unit, Direction.UP, topic, bounds, definition, scope, means)
