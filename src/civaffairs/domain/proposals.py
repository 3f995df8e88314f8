"""Proposals (建议): changes of standards and rules that nobody has laid down yet, to be reckoned through.

A proposal is a value as a plan is. A rulebook with the proposal in it is another rulebook,
`Rulebook.changed`: what it costs, and who gains by it, is asked of the two side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import instance_of

from civaffairs.domain.names import Label, is_id, is_slug
from civaffairs.domain.rules.expr import AmountRule, ConditionRule, Rule
from civaffairs.domain.sources import Clause
from civaffairs.domain.topics import Topic
from civaffairs.domain.units import Amount
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.errors import Fault


def _pairs(values: Mapping[str, Amount] | Iterable[tuple[str, Amount]]) -> tuple[tuple[str, Amount], ...]:
    return tuple(values.items() if isinstance(values, Mapping) else values)


def _rules(values: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(values)


@frozen(eq=False, repr=False, slots=False)
class Proposal(Value):
    """Standards and rules as they might be.

    Attributes:
        id: unique within the jurisdiction.
        jurisdiction: the id of the jurisdiction for which it is proposed; it can be tried there and below.
        label: what it is called.
        topic: the subject it belongs to.
        clause: who proposes it, and where.
        standards: the amounts by the ids of the standards that they would replace.
        rules: rules that would replace those of the same ids; of each the latest version is what is proposed.

    Raises:
        DeclarationError: where nothing would change, something is proposed twice, or is no standard or rule.

    Example:
        >>> from civaffairs import load
        >>> from civaffairs.domain.sources import Document
        >>> taoyuan = load()["taoyuan"].rulebook
        >>> letter = Document("taoyuan/letter", Label("建议", "Letter"), "", 2024).at("第一条")
        >>> higher = Proposal(
        ...     "higher_dibao",
        ...     "taoyuan",
        ...     Label("提高低保标准", "a higher Dibao standard"),
        ...     Topic.SOCIAL_ASSISTANCE,
        ...     letter,
        ...     standards={"dibao_urban": Amount(720, "元/人·月")},
        ... )
        >>> from datetime import date
        >>> from civaffairs_china.local_standards import dibao_urban
        >>> [
        ...     book.on(date(2024, 9, 1)).standard(dibao_urban).value.text("zh")
        ...     for book in (taoyuan, higher.in_(taoyuan))
        ... ]
        ['700元/人·月', '720元/人·月']
    """

    id: str = field(validator=is_id)
    jurisdiction: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    topic: Topic = field(validator=instance_of(Topic))
    clause: Clause = field(validator=instance_of(Clause))
    standards: tuple[tuple[str, Amount], ...] = field(default=(), converter=_pairs, kw_only=True)
    rules: tuple[Rule, ...] = field(default=(), converter=_rules, kw_only=True)

    def __attrs_post_init__(self) -> None:
        raise_all(DeclarationError, self._faults())

    def in_(self, rulebook: Rulebook) -> Rulebook:
        """Return a rulebook with the proposal in it; raises as `Rulebook.changed` does."""
        return rulebook.changed(dict(self.standards), self.rules, clause=self.clause)

    def _faults(self) -> Iterator[Fault]:
        standards: tuple[tuple[str, object], ...] = self.standards
        rules: tuple[object, ...] = self.rules
        if not standards and not rules:
            yield fault("proposal_empty", self.id)
        for name, amount in standards:
            if not isinstance(amount, Amount):
                yield fault("proposal_amount", f"{self.id}.standards", name=name, got=type(amount).__name__)
        for place, rule in enumerate(rules):
            if not isinstance(rule, AmountRule | ConditionRule):
                yield fault("proposal_rule", f"{self.id}.rules[{place}]", got=type(rule).__name__)
        named = (each.id for each in rules if isinstance(each, AmountRule | ConditionRule))
        for name, times in Counter([*(name for name, _ in standards), *named]).items():
            if times > 1:
                yield fault("declared_twice", self.id, name=name)
