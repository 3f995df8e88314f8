"""Decisions: what a provision says of one thing on one day, and everything that it rests on.

A decision is an immutable record. What was noted on the way is kept as it is; sentences are made of it when
somebody reads them. Its digest covers place, day, provision, answer, amounts, the versions of the rules and
standards used, and every fact that was read; a decision that is made again can be held against the first.

A decision shows no name, number or date of birth of anybody; reasons show the figures that they need.

What explains a decision is imported when somebody asks: to decide, it is not needed.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, cast

from attrs import fields, frozen, has

from civaffairs.domain.jurisdictions import Jurisdiction
from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period, last_of_month
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Edition, InForce
from civaffairs.domain.rules.expr import AmountRule, ConditionRule
from civaffairs.domain.rules.trace import Trace
from civaffairs.domain.standards import Standard
from civaffairs.domain.units import Amount, exact
from civaffairs.errors import Message, UnknownName, fault, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.explain import Missing, Reason
    from civaffairs.domain.units import Size


class Answer(Enum):
    """What a provision says of a thing. How it is put depends on what the provision does."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


_WORDS: dict[ProvisionKind, dict[Answer, Label]] = {
    ProvisionKind.CASH: {
        Answer.YES: Label("符合条件", "entitled"),
        Answer.NO: Label("不符合条件", "not entitled"),
    },
    ProvisionKind.SERVICE: {
        Answer.YES: Label("符合条件", "entitled"),
        Answer.NO: Label("不符合条件", "not entitled"),
    },
    ProvisionKind.STATUS: {
        Answer.YES: Label("予以认定", "found to be so"),
        Answer.NO: Label("不予认定", "found not to be so"),
    },
    ProvisionKind.REQUIREMENT: {
        Answer.YES: Label("符合要求", "met"),
        Answer.NO: Label("不符合要求", "not met"),
    },
}
_CANNOT_TELL = Label("无法判断", "cannot tell")


@frozen(eq=False, repr=False, slots=False)
class Decision:
    """What a provision says of one thing on one day.

    Attributes:
        provision: what was asked.
        place: where it was decided.
        on: the day for which.
        about: where in the case the thing stands: `members[1]`; empty for the case itself.
        edition: what holds there and then.
        trace: what was noted on the way.
    """

    provision: Provision
    place: Jurisdiction
    on: date
    about: str
    edition: Edition
    trace: Trace

    @property
    def answer(self) -> Answer:
        """Whether it holds."""
        holds = self.trace.value(self.provision.when)
        if holds is None:
            return Answer.CANNOT_TELL
        return Answer.YES if holds else Answer.NO

    @property
    def outcome(self) -> Label:
        """The answer in words."""
        return _WORDS[self.provision.kind].get(self.answer, _CANNOT_TELL)

    @property
    def whom(self) -> Label | None:
        """Which member it is about, counted from one; None for the case itself."""
        from civaffairs.domain.explain import called

        return called(self.provision.of, self.about) if self.about else None

    @property
    def amount(self) -> Amount | None:
        """How much; None where there is none, or it cannot be told, or the answer is not yes."""
        return self._amount(self.provision.amount)

    @property
    def starts(self) -> Period | None:
        """The first month, where the rules say when it starts and the answer is yes."""
        return self._month(self.provision.starts_after)

    @property
    def review(self) -> Period | None:
        """The month in which it is reviewed at the latest."""
        return self._month(self.provision.review_after)

    @property
    def ends(self) -> Period | None:
        """The month in which it ends at the latest."""
        return self._month(self.provision.lasts)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What would settle what cannot be told: the answer, or else the amount or a term."""
        from civaffairs.domain.explain import Explainer

        explainer = Explainer(self.edition)
        if self.answer is Answer.CANNOT_TELL:
            return explainer.lacking(self.provision.when, self.trace)
        if self.answer is Answer.NO:
            return ()
        found = (each for rule in self.provision.amounts for each in explainer.lacking(rule, self.trace))
        return tuple(dict.fromkeys(found))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the answer is what it is, and how the amount comes about."""
        from civaffairs.domain.explain import Explainer

        explainer = Explainer(self.edition)
        why = explainer.why(self.provision.when, self.trace)
        if self.answer is not Answer.YES:
            return why
        return (*why, *(explainer.how(rule, self.trace) for rule in self.provision.amounts))

    @property
    def used(self) -> tuple[InForce, ...]:
        """The versions of rules and standards that bear on it: of several cases the one that is given."""
        from civaffairs.domain.reach import used_by

        amounts = self.provision.amounts if self.answer is Answer.YES else ()
        return used_by(self.edition, (self.provision.when, *amounts), self.trace)

    @property
    def notices(self) -> tuple[Message, ...]:
        """What a reader should know besides: how old the last known standard is."""
        return tuple(self._notices())

    @property
    def digest(self) -> str:
        """The SHA-256 of everything that the decision is and rests on, as 64 hexadecimal digits."""
        from hashlib import sha256  # not needed to decide

        return sha256("\n".join(self._written()).encode()).hexdigest()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decision) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __deepcopy__(self, _: object) -> Decision:
        return self  # nothing in it changes, and what was noted belongs to these very trees

    def __repr__(self) -> str:
        about = f", about={self.about!r}" if self.about else ""
        return (
            f"Decision({self.provision.id!r}, place={self.place.id!r}, on={self.on.isoformat()!r}{about}, "
            f"answer={self.answer.value!r}, digest={self.digest[:12]!r})"
        )

    def _value(self, rule: AmountRule | None) -> Size | None:
        if rule is None or self.answer is not Answer.YES:
            return None
        return cast("Size | None", self.trace.value(rule))  # an amount is no truth value

    def _amount(self, rule: AmountRule | None) -> Amount | None:
        size = self._value(rule)
        return None if size is None else Amount(exact(size.number), size.unit)

    def _month(self, rule: AmountRule | None) -> Period | None:
        size = self._value(rule)
        return None if size is None else month_after(self.on, int(size.number))

    def _notices(self) -> Iterator[Message]:
        for version in self.used:
            if isinstance(version.of, Standard) and version.latest:
                months = full_months(version.start.first_day, self.on)
                if months > 0:
                    yield message("standard_age", what=version.label, start=version.start, months=months)

    def _written(self) -> Iterator[str]:
        """Yield what the digest covers, line by line."""
        yield from (self.provision.id, self.provision.jurisdiction, self.place.id, self.on.isoformat())
        yield from (self.about, self.answer.value, str(self.amount))
        spelt = cast("dict[int, str]", self.edition.memo.setdefault("versions spelt", {}))
        for version in self.used:  # the edition keeps its versions, so that no other gets the id of one
            if id(version) not in spelt:
                spelt[id(version)] = spelt_version(version)
            yield spelt[id(version)]
        yield repr(self.trace.noted)


@frozen(repr=False)
class Decisions:
    """Everything that a rulebook says of a case on a day.

    Attributes:
        place: where it was decided.
        on: the day for which.
        decisions: one for each provision and thing, in the order of the rulebook.
    """

    place: Jurisdiction
    on: date
    decisions: tuple[Decision, ...]

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.decisions)

    def __len__(self) -> int:
        return len(self.decisions)

    def __getitem__(self, provision: str) -> Decision:
        """Return the only decision on a provision.

        Raises:
            UnknownName: where there is none, or one for each of several members; see `of`.
        """
        found = self.of(provision)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UnknownName.among("provision", provision, {each.provision.id for each in self})
        raise UnknownName(
            fault("name_ambiguous", name=provision, known=", ".join(each.about for each in found))
        )

    def of(self, provision: str) -> tuple[Decision, ...]:
        """Return the decisions on a provision, one for each thing that it is about."""
        return tuple(each for each in self.decisions if each.provision.id == provision)

    def answered(self, answer: Answer) -> tuple[Decision, ...]:
        """Return the decisions with this answer."""
        return tuple(each for each in self.decisions if each.answer is answer)

    def __repr__(self) -> str:
        counts = ", ".join(f"{answer.value}={len(self.answered(answer))}" for answer in Answer)
        return f"Decisions(place={self.place.id!r}, on={self.on.isoformat()!r}, {counts})"


def spelt_version(version: InForce) -> str:
    """Spell a version of a rule or a standard: nothing that it says can change without a trace."""
    return f"{version.of.jurisdiction}:{version.of.id}[{version.start}] {_spelt(version.value)}"


def _spelt(value: object) -> str:
    """Spell a tree out to its last number, other rules by their ids and functions by their names."""
    if isinstance(value, AmountRule | ConditionRule):
        return value.id
    if isinstance(value, tuple):
        return f"({', '.join(map(_spelt, value))})"
    cls = type(value)
    if has(cls):
        parts = (_spelt(getattr(value, each.name)) for each in fields(cls))
        return f"{cls.__name__}({', '.join(parts)})"
    return str(getattr(value, "__qualname__", value))


def month_after(day: date, months: int) -> Period:
    """Return the month some months after that of a day; 0 is the month itself.

    Example:
        >>> str(month_after(date(2024, 11, 30), 3))
        '2025-02'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Period.parse(f"{year:04d}-{month + 1:02d}")


def full_months(start: date, day: date) -> int:
    """Return how many months are full on a day since another one.

    Example:
        >>> (
        ...     full_months(date(2024, 1, 31), date(2024, 2, 29)),
        ...     full_months(date(2024, 1, 31), date(2024, 2, 28)),
        ... )
        (1, 0)
    """
    months = (day.year - start.year) * 12 + day.month - start.month
    return months if day.day >= start.day or day == last_of_month(day) else months - 1
