"""Income per head and the size of a household, as provisions of nothing: what deciles are made by.

They are asked of the registers as any provision is, so every engine and layout can answer them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from civaffairs.domain.models import Household
from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import SUPPOSED
from civaffairs.domain.rules.expr import AmountRule
from civaffairs.domain.rules.named import amount_rule, condition_rule, dated
from civaffairs.domain.rules.views import household, income, person
from civaffairs.domain.timeline import since
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.errors import Message, message

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Quantity, Rule
    from civaffairs.domain.timeline import Timeline

V = TypeVar("V")

_INCOME = "household_income"
"""The rule that says what the income of a household is, wherever there is one."""
_EARLIER = Label("没有更早的日期", "there is no earlier day")
_PEOPLE, _PER_HEAD = "人", "元/人·月"


@frozen(eq=False)
class Heads:
    """How many a household is, and what it has a head.

    Attributes:
        rulebook: the rulebook of the place with the two questions in it.
        size: the provision whose amount is the number of members.
        income: the provision whose amount is the income per head, rounded down to the fen.
        said: which income that is.
    """

    rulebook: Rulebook
    size: Provision
    income: Provision
    said: Message


def heads(rulebook: Rulebook, on: date) -> Heads:
    """Return the two questions for a place on a day.

    The income is what the rule `household_income` of the place says; where there is none in force, the sum of
    all incomes of all members.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> heads(load()["taoyuan"].rulebook, date(2024, 9, 1)).said.text("en")
        'monthly income of the household, divided by its members and rounded down to the fen'
    """
    place = rulebook.jurisdiction.id
    number = household.members.count()
    rule = _income_rule(rulebook, on)
    if rule is None:
        total: Quantity = household.members.total(person.incomes.total(income.monthly))
        said = message("income_of_registers")
    else:
        total, said = rule, message("income_of_rule", rule=rule.label)
    everybody = condition_rule(
        "simulated_household",
        place,
        Label("家庭", "household"),
        Household,
        _ever(number >= Amount(0, _PEOPLE)),
    )
    size = _amount_of("simulated_size", Label("人数", "members"), place, _PEOPLE, number)
    per_head = total.divided_by(number, _PER_HEAD, places=2, rounding="down")
    head = _amount_of("simulated_income", Label("人均收入", "income per head"), place, _PER_HEAD, per_head)
    rules: tuple[Rule, ...] = (everybody, size, head)
    asked, income_asked = (
        Provision(
            each.id, place, each.label, Topic.SOCIAL_ASSISTANCE, ProvisionKind.STATUS, everybody, amount=each
        )
        for each in (size, head)
    )
    return Heads(rulebook.changed(rules=rules), asked, income_asked, said)


def _income_rule(rulebook: Rulebook, on: date) -> AmountRule | None:
    declared = rulebook.rules.get(_INCOME, ())
    if not declared or not isinstance(declared[0], AmountRule) or declared[0].of != "Household":
        return None
    return None if isinstance(rulebook.on(on).rule(declared[0]), Message) else declared[0]


def _amount_of(id: str, label: Label, place: str, unit: str, tree: Quantity) -> AmountRule:
    return amount_rule(id, place, label, Household, unit, _ever(tree))


def _ever(tree: V) -> Timeline[V]:
    return dated(_EARLIER, since("0001-01-01", tree, SUPPOSED))
