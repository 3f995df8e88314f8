"""The facts of cases by name, as authors of rules write them: `person.age >= Amount(80, "岁")`.

Each class stands for one thing that a rule looks at. Its attributes are nodes of rules; an editor leads from
them to the fact of the model. `household.members`, `person.incomes` and their like are collections, with
`count`, `total`, `any` and `all`.

Example:
    >>> from civaffairs.domain.rules.render import render
    >>> from civaffairs.domain.rules.views import household, person
    >>> from civaffairs.domain.units import Amount
    >>> render(person.age >= Amount(80, "岁"), "en")
    'age is at least 80 years'
    >>> render(household.members.any(person.seriously_ill), "zh")
    '有共同生活的家庭成员为重病患者'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from civaffairs.domain.rules.views.organisations import annual_check, organisation
    from civaffairs.domain.rules.views.people import (
        child,
        elder,
        household,
        income,
        parent,
        person,
        supporter,
        tekun,
    )
    from civaffairs.domain.rules.views.places import cemetery, facility, institution
    from civaffairs.domain.rules.views.services import deceased, homeless

__all__ = [
    "annual_check",
    "cemetery",
    "child",
    "deceased",
    "elder",
    "facility",
    "homeless",
    "household",
    "income",
    "institution",
    "organisation",
    "parent",
    "person",
    "supporter",
    "tekun",
]

_HOMES = {
    "organisations": "annual_check organisation",
    "people": "child elder household income parent person supporter tekun",
    "places": "cemetery facility institution",
    "services": "deceased homeless",
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
