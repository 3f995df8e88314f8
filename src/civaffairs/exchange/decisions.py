"""Decisions → records that JSON can hold; and such a record held against the same decisions made again.

A record says everything that a decision says, in both languages, and nothing that says who it is about: no
name, number or date of birth. Its digests cover more than it shows, every fact that was read included, so a
record that agrees in the digests agrees in everything.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from civaffairs.domain.decisions import Answer
from civaffairs.domain.names import Label
from civaffairs.domain.periods import Period
from civaffairs.domain.provisions import ProvisionKind
from civaffairs.domain.rules.render import render
from civaffairs.domain.units import Amount
from civaffairs.errors import CivaffairsError, Fault, InputInvalid, Message, fault, message
from civaffairs.exchange.converter import dumps, loads
from civaffairs.exchange.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.decisions import Decision, Decisions
    from civaffairs.domain.explain import Reason
    from civaffairs.domain.rulebook import InForce
    from civaffairs.domain.sources import Clause

FORMAT: Literal["civaffairs-decisions/1"] = "civaffairs-decisions/1"


@frozen
class Citation:
    """Where something is laid down.

    Attributes:
        document: the id of the document.
        locator: the place in it.
        trust: how far the copy that was read can be relied on.
        zh: the citation in Chinese.
        en: the citation in English.
    """

    document: str
    locator: str
    trust: str
    zh: str
    en: str


@frozen
class ReasonRecord:
    """One reason.

    Attributes:
        zh: the sentence in Chinese.
        en: the sentence in English.
        holds: whether what the rule asks for is so; null where it cannot be told, or the sentence is about an
            amount.
        clause: where it is laid down; null where the sentence is a fact of the case.
        parts: what the reason rests on.
    """

    zh: str
    en: str
    holds: bool | None = field()
    clause: Citation | None = field()
    parts: tuple[ReasonRecord, ...] = field()


@frozen
class MissingRecord:
    """What would settle what cannot be told.

    Attributes:
        where: the place in the case; empty for a standard or a rule.
        zh: what it is called, in Chinese.
        en: what it is called, in English.
    """

    where: str
    zh: str
    en: str


@frozen
class VersionRecord:
    """A version of a rule or a standard on which a decision rests.

    Attributes:
        id: its id.
        jurisdiction: who lays it down.
        label: what it is called.
        start: since when the version holds.
        clause: where it stands.
        says: what it says.
        value: the amount of a standard; null for a rule.
    """

    id: str
    jurisdiction: str
    label: Label
    start: Period
    clause: Citation
    says: Label
    value: Amount | None = field()


@frozen
class DecisionRecord:
    """What a provision says of one thing on one day.

    Attributes:
        provision: the id of the provision.
        label: what it is called.
        kind: whether it gives, finds or requires something.
        jurisdiction: who lays it down.
        place: where it was decided.
        on: the day for which.
        about: where in the case the thing stands; empty for the case itself.
        answer: the answer.
        outcome: the answer in words.
        amount: how much; null where there is none.
        starts: the first month; null where it does not say.
        review: the month in which it is reviewed at the latest.
        ends: the month in which it ends at the latest.
        reasons: why.
        missing: what would settle it.
        used: the versions that it rests on.
        not_modelled: what the sources leave open.
        notices: what a reader should know besides.
        digest: the SHA-256 of everything that the decision is and rests on.
    """

    provision: str
    label: Label
    kind: ProvisionKind
    jurisdiction: str
    place: str
    on: date
    about: str
    answer: Answer
    outcome: Label
    amount: Amount | None = field()
    starts: Period | None = field()
    review: Period | None = field()
    ends: Period | None = field()
    reasons: tuple[ReasonRecord, ...] = field()
    missing: tuple[MissingRecord, ...] = field()
    used: tuple[VersionRecord, ...] = field()
    not_modelled: tuple[Label, ...] = field()
    notices: tuple[Label, ...] = field()
    digest: str = field()


@frozen
class DecisionsRecord:
    """Everything that was decided of a case on a day.

    Attributes:
        format: the version of this form.
        place: the id of the jurisdiction.
        label: what it is called.
        on: the day for which.
        remark: what such a record is, and is not.
        decisions: one for each provision and thing.
    """

    format: Literal["civaffairs-decisions/1"]
    place: str
    label: Label
    on: date
    remark: Label
    decisions: tuple[DecisionRecord, ...]


def recorded(decisions: Decisions) -> DecisionsRecord:
    """Return the record of decisions."""
    return DecisionsRecord(
        FORMAT,
        decisions.place.id,
        decisions.place.label,
        decisions.on,
        _both(message("decision_remark")),
        tuple(_decision(each) for each in decisions),
    )


def decisions_text(decisions: Decisions) -> str:
    """Return the record of decisions as JSON; the same decisions always give the same text."""
    return dumps(recorded(decisions)) + "\n"


def read_decisions(path: Path) -> DecisionsRecord:
    """Return the record in a file that `decisions_text` wrote.

    Raises:
        InputInvalid: where it is no such record, with everything that is wrong.
    """
    try:
        return loads(read_bytes(path), DecisionsRecord)
    except CivaffairsError as wrong:
        faults = [Fault(", ".join(filter(None, (path.name, each.where))), each.what) for each in wrong.faults]
        raise InputInvalid(*faults) from None


def differences(record: DecisionsRecord, again: Decisions) -> tuple[Message, ...]:
    """Return in what decisions made again differ from a record; nothing where every digest is the same.

    Raises:
        InputInvalid: where they are not of the same place and day.
    """
    if (record.place, record.on) != (again.place.id, again.on):
        raise InputInvalid(fault("replay_of_another", place=record.label, day=record.on.isoformat()))
    return tuple(_differences(record, again))


def _differences(record: DecisionsRecord, again: Decisions) -> Iterator[Message]:
    made = {(each.provision.id, each.about): each for each in again}
    for before in record.decisions:
        now = made.get((before.provision, before.about))
        if now is None:
            yield _of(before, message("replay_gone"))
        elif now.digest != before.digest:
            yield from (_of(before, each) for each in _changes(before, _decision(now)))


def _of(before: DecisionRecord, what: Message) -> Message:
    if not before.about:
        return message("replay_of", provision=before.label, what=what)
    return message("replay_of_part", provision=before.label, about=before.about, what=what)


def _changes(before: DecisionRecord, now: DecisionRecord) -> Iterator[Message]:
    """Yield what is different; where nothing of it is shown, the facts that were read must be."""
    found: list[Message] = []
    if before.answer is not now.answer:
        found.append(message("replay_answer", first=before.outcome, again=now.outcome))
    if before.amount != now.amount:
        found.append(message("replay_amount", first=before.amount or "-", again=now.amount or "-"))
    versions = {(each.jurisdiction, each.id, each.start, each.says) for each in before.used}
    found += (
        message("replay_version", what=each.label, start=each.start)
        for each in now.used
        if (each.jurisdiction, each.id, each.start, each.says) not in versions
    )
    yield from found or [message("replay_facts")]


def _decision(decision: Decision) -> DecisionRecord:
    provision = decision.provision
    return DecisionRecord(
        provision=provision.id,
        label=provision.label,
        kind=provision.kind,
        jurisdiction=provision.jurisdiction,
        place=decision.place.id,
        on=decision.on,
        about=decision.about,
        answer=decision.answer,
        outcome=decision.outcome,
        amount=decision.amount,
        starts=decision.starts,
        review=decision.review,
        ends=decision.ends,
        reasons=tuple(_reason(each) for each in decision.reasons),
        missing=tuple(
            MissingRecord(each.where, each.what.text("zh"), each.what.text("en")) for each in decision.missing
        ),
        used=tuple(_version(each) for each in decision.used),
        not_modelled=provision.not_modelled,
        notices=tuple(_both(each) for each in decision.notices),
        digest=decision.digest,
    )


def _reason(reason: Reason) -> ReasonRecord:
    clause = None if reason.clause is None else _citation(reason.clause)
    return ReasonRecord(
        reason.zh, reason.en, reason.holds, clause, tuple(_reason(each) for each in reason.parts)
    )


def _version(version: InForce) -> VersionRecord:
    value = version.value
    amount = value if isinstance(value, Amount) else None
    says = _both(value) if isinstance(value, Amount) else Label(render(value, "zh"), render(value, "en"))
    return VersionRecord(
        version.of.id,
        version.of.jurisdiction,
        version.label,
        version.start,
        _citation(version.clause),
        says,
        amount,
    )


def _citation(clause: Clause) -> Citation:
    return Citation(
        clause.document.id, clause.locator, clause.trust.name.lower(), clause.text("zh"), clause.text("en")
    )


def _both(said: Message | Amount) -> Label:
    return Label(said.text("zh"), said.text("en"))
