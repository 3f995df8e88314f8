"""One view model of decisions: what every output shows of them, for whom, in which order.

Whoever it is about is called by place and masked name; identity numbers and dates of birth are never shown.
How a household's income comes about bears on many provisions: it is said once, and the second time it stands
without what it rests on.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from civaffairs.domain.decisions import Answer
from civaffairs.domain.models import is_model, label_of
from civaffairs.domain.models.masking import mask
from civaffairs.domain.names import Label
from civaffairs.domain.units import Amount
from civaffairs.errors import Message, message
from civaffairs.present.words import NotKnown, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from civaffairs.domain.decisions import Decision, Decisions
    from civaffairs.domain.explain import Missing, Reason
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.sources import Clause

ORDER = (Answer.YES, Answer.CANNOT_TELL, Answer.NO)
"""In which order the answers are shown: what somebody gets, what is still open, and the rest."""

_FEN = Decimal("0.01")


@frozen
class Sentence:
    """One line of the reasons.

    Attributes:
        depth: how far it is indented: 0 for a reason, 1 for what that rests on.
        text: what it says.
        clause: where that is laid down; None where it is a fact of the case.
        repeated: whether what it rests on was said above and is left out.
    """

    depth: int
    text: Reason
    clause: Clause | None
    repeated: bool


@frozen
class DecisionView:
    """Everything that is shown of one decision.

    Attributes:
        id: the id of the provision.
        provision: what it is called.
        kind: what it does.
        answer: the answer.
        outcome: the answer in words.
        amount: how much, money to the fen; None where there is none.
        terms: the first month, the review and the end, as far as there are any.
        sentences: the reasons with everything that they rest on.
        short: the first reason alone, with the facts of the case.
        missing: what would settle it.
        not_modelled: what the sources leave open.
        digest: the digest.
    """

    id: str
    provision: Label
    kind: Label
    answer: Answer
    outcome: Label
    amount: Amount | NotKnown | None
    terms: tuple[Message, ...]
    sentences: tuple[Sentence, ...]
    short: Sentence | None
    missing: tuple[Missing, ...]
    not_modelled: tuple[Label, ...]
    digest: str


@frozen
class SubjectView:
    """The decisions about one thing of the case: the household, or one member.

    Attributes:
        name: what it is called.
        decisions: entitled first, then what cannot be told, then the rest.
    """

    name: Text
    decisions: tuple[DecisionView, ...]

    def answered(self, answer: Answer) -> tuple[DecisionView, ...]:
        """Return the decisions with this answer."""
        return tuple(each for each in self.decisions if each.answer is answer)


@frozen
class DecisionsView:
    """Everything that is shown of the decisions on a case.

    Attributes:
        place: where it was decided.
        on: the day for which.
        case: what kind of thing the case is.
        whom: the same for a reader, with how many members a household has and the masked name of the first.
        subjects: the case itself, then each member.
        counts: how many decisions have each answer, in the order in which they are shown.
        notices: what a reader should know besides, each once.
    """

    place: Jurisdiction
    on: date
    case: Label
    whom: Text
    subjects: tuple[SubjectView, ...]
    counts: tuple[tuple[Answer, int], ...]
    notices: tuple[Message, ...]


def decisions_view(decisions: Decisions, case: object) -> DecisionsView:
    """Return the view of the decisions on a case.

    Args:
        decisions: what was decided.
        case: that about which it was decided; of its members only the masked names are shown.
    """
    label = label_of(type(case)) if is_model(type(case)) else Label("案件", "case")
    said: set[Reason] = set()
    abouts = sorted({each.about for each in decisions}, key=_position)
    return DecisionsView(
        decisions.place,
        decisions.on,
        label,
        _whom(case, label),
        tuple(_subject(decisions, about, case, label, said) for about in abouts),
        tuple((answer, len(decisions.answered(answer))) for answer in ORDER),
        tuple(dict.fromkeys(notice for each in decisions for notice in each.notices)),
    )


def to_the_fen(amount: Amount) -> Amount:
    """Return an amount with two decimals where it is money and needs no more; any other as it is.

    Example:
        >>> to_the_fen(Amount(800, "元/月")).text("zh"), to_the_fen(Amount(3, "月")).text("zh")
        ('800.00元/月', '3月')
    """
    money = ("yuan", 1) in amount.unit.powers
    if not money or amount.number != amount.number.quantize(_FEN):
        return amount
    return evolve(amount, number=amount.number.quantize(_FEN))


def _position(about: str) -> int:
    """Return where a thing stands: the case itself before the first member."""
    return int(about.rpartition("[")[2].rstrip("]")) if about else -1


def _subject(decisions: Decisions, about: str, case: object, label: Label, said: set[Reason]) -> SubjectView:
    mine = sorted(
        (each for each in decisions if each.about == about), key=lambda each: ORDER.index(each.answer)
    )
    return SubjectView(_named(mine[0], case, label), tuple(_decision(each, said) for each in mine))


def _named(decision: Decision, case: object, label: Label) -> Text:
    """Return what a thing is called: its kind, or its number among the members, with the masked name."""
    if decision.whom is None:
        return label
    members = getattr(case, "members", ())
    name = getattr(members[_position(decision.about)], "name", None)
    return decision.whom if not name else message("subject_named", whom=decision.whom, name=mask(name))


def _whom(case: object, label: Label) -> Text:
    """Return for whom it was decided: of a household its size and the masked name of the first."""
    members = getattr(case, "members", None)
    if members is None:
        return label
    code = "notice_household" if len(members) > 1 else "notice_household_one"
    size = message(code, case=label, number=len(members))
    name = next((each.name for each in members if each.name), None)
    return size if name is None else message("subject_named", whom=size, name=mask(name))


def _decision(decision: Decision, said: set[Reason]) -> DecisionView:
    provision = decision.provision
    # The reasons of what is not so may be left out by an output, so nothing may refer to them.
    mine = set() if decision.answer is Answer.NO else said
    terms = (("starts", decision.starts), ("review", decision.review), ("ends", decision.ends))
    return DecisionView(
        provision.id,
        provision.label,
        provision.kind.label,
        decision.answer,
        decision.outcome,
        _amount(decision),
        tuple(message(f"decision_{name}", month=month) for name, month in terms if month is not None),
        tuple(sentence for reason in decision.reasons for sentence in _said(reason, 0, mine)),
        _short(decision.reasons),
        decision.missing,
        provision.not_modelled,
        decision.digest,
    )


def _amount(decision: Decision) -> Amount | NotKnown | None:
    if decision.answer is not Answer.YES or decision.provision.amount is None:
        return None
    if decision.amount is None:
        return NotKnown(message("decision_amount_unknown"))
    return to_the_fen(decision.amount)


def _said(reason: Reason, depth: int, said: set[Reason]) -> Iterator[Sentence]:
    repeated = bool(reason.parts) and reason in said
    said.add(reason)
    yield Sentence(depth, reason, reason.clause, repeated)
    if not repeated:
        for part in reason.parts:
            yield from _said(part, depth + 1, said)


def _short(reasons: tuple[Reason, ...]) -> Sentence | None:
    """Return the first reason, down to the fact where only one bears on it: 'age 44, below 60'."""
    if not reasons:
        return None
    reason = reasons[0]
    while len(reason.parts) == 1 and reason.parts[0].holds is not None:
        reason = reason.parts[0]
    return Sentence(0, reason, reason.clause or reasons[0].clause, repeated=False)
