"""Provisions (规定): what rules give, find or require: a benefit, a service, a status, a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import instance_of, optional

from civaffairs.domain.models.terms import Term
from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.rules.named import shape_of_rule
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Unit
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.rules.expr import Rule
    from civaffairs.errors import Fault

_MONTH = Unit.parse("月")
_AMOUNT = optional(instance_of(AmountRule))


class ProvisionKind(Term):
    """What a provision does for the thing that it is about."""

    CASH = Label("现金给付", "cash benefit")
    SERVICE = Label("服务或实物", "service or benefit in kind")
    STATUS = Label("身份认定", "status")
    REQUIREMENT = Label("要求", "requirement")


def _labels(labels: Iterable[Label]) -> tuple[Label, ...]:
    """A tuple; the type checker cannot see through `tuple` itself."""
    return tuple(labels)


@frozen(eq=False, repr=False, slots=False)
class Provision(Value):
    """Something that rules give, find or require of one thing.

    Attributes:
        id: one meaning, one id, whoever lays it down.
        jurisdiction: the id of the jurisdiction that lays it down.
        label: what it is called.
        topic: the subject it belongs to.
        kind: cash, service, status or requirement.
        when: the condition: entitled, found, or in order.
        amount: how much, where the rules say so; None where there is no amount or nobody published it.
        starts_after: months from the month of the decision to the first month of payment; 0 is the month
            itself.
        review_after: months after which it is reviewed.
        lasts: months after which it ends.
        not_modelled: what the sources leave open, said.
        supersedes: the jurisdiction above whose provision of the same id this one replaces.

    Raises:
        DeclarationError: where condition and amount are not about the same model, a term is not in whole
            months, or an amount may have no end as a decimal number.
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    topic: Topic = field(validator=instance_of(Topic))
    kind: ProvisionKind = field(validator=instance_of(ProvisionKind))
    when: ConditionRule = field(validator=instance_of(ConditionRule))
    amount: AmountRule | None = field(default=None, validator=_AMOUNT, kw_only=True)
    starts_after: AmountRule | None = field(default=None, validator=_AMOUNT, kw_only=True)
    review_after: AmountRule | None = field(default=None, validator=_AMOUNT, kw_only=True)
    lasts: AmountRule | None = field(default=None, validator=_AMOUNT, kw_only=True)
    not_modelled: tuple[Label, ...] = field(default=(), converter=_labels, kw_only=True)
    supersedes: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        raise_all(DeclarationError, self._strangers())

    @property
    def of(self) -> str:
        """The model of the things that it is about."""
        return self.when.of

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its condition and its amounts."""
        return (self.when, *self.amounts)

    @property
    def amounts(self) -> tuple[AmountRule, ...]:
        """The rules for amount, start, review and end, as far as there are any."""
        rules = (self.amount, self.starts_after, self.review_after, self.lasts)
        return tuple(rule for rule in rules if rule is not None)

    def _strangers(self) -> Iterator[Fault]:
        for rule in self.amounts:
            if rule.of != self.of:
                yield fault("provision_of_two", self.id, one=self.of, other=rule.of)
        for term in (self.starts_after, self.review_after, self.lasts):
            if term is not None and (term.unit != _MONTH or shape_of_rule(term).scale != 1):
                yield fault("provision_term", self.id, rule=term.id)
        if self.amount is not None and _is_endless(shape_of_rule(self.amount).scale):
            yield fault("provision_amount_endless", self.id, rule=self.amount.id)


def _is_endless(scale: int) -> bool:
    """Whether steps of one `scale`-th of a unit may have no end as decimal numbers."""
    return pow(10, scale.bit_length(), scale) != 0
