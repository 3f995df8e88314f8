"""The facts of the models as nodes of rules. A misspelt name is an error where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.models.fact import attributes, fact_of, label_of
from civaffairs.domain.names import Label
from civaffairs.domain.rules.expr import Count, Field, Flag, Total
from civaffairs.domain.units import RATIO
from civaffairs.errors import UnknownName

if TYPE_CHECKING:
    from civaffairs.domain.models.fact import Fact
    from civaffairs.domain.rules.expr import Condition


def field_of(model: type, name: str) -> Field:
    """Return a number of a model as a quantity.

    Raises:
        UnknownName: with the fields of the model that come closest.

    Example:
        >>> from civaffairs.domain.models import CareInstitution
        >>> field_of(CareInstitution, "nursing_beds").label.zh
        '护理型床位数'
    """
    declared = _fact(model, name)
    return Field(model.__name__, name, declared.label, declared.unit or RATIO)


def flag_of(model: type, name: str) -> Flag:
    """Return a yes or no of a model as a condition; raises as `field_of` does."""
    return Flag(model.__name__, name, _fact(model, name).label)


def total(of: Field, where: Condition | None = None) -> Total:
    """Return the total of a field over its register, or over the part of it for which a condition holds."""
    return Total(of, where)


def count(model: type, unit: str, where: Condition | None = None) -> Count:
    """Return how many things a register holds, or how many of them a condition holds for.

    Example:
        >>> from civaffairs.domain.models import Township
        >>> from civaffairs.domain.rules.render import render
        >>> render(count(Township, "township", flag_of(Township, "minors_station")), "en")
        "number of townships where minors' protection station"
    """
    one = label_of(model)
    return Count(model.__name__, Label(one.zh, _several(one.en)), unit, where)


def _several(noun: str) -> str:
    """The plural of a model's English name: township, community."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _fact(model: type, name: str) -> Fact:
    found = {attribute.name: attribute for attribute in attributes(model)}
    if name not in found:
        raise UnknownName.among("field", f"{model.__name__}.{name}", found)
    return fact_of(found[name])
