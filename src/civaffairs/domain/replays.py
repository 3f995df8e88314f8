"""A decision made again, held against the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.decisions import spelt_version
from civaffairs.domain.values import Value
from civaffairs.errors import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.decisions import Decision


@frozen(eq=False, repr=False, slots=False)
class Replay(Value):
    """What came of making a decision again.

    Attributes:
        same: whether the digest is the same.
        differences: in what they differ, for a reader.
    """

    same: bool
    differences: tuple[Message, ...]


def compared(first: Decision, again: Decision) -> Replay:
    """Hold a decision against one that was made again, and say in what they differ."""
    return Replay(first.digest == again.digest, tuple(_differences(first, again)))


def _differences(first: Decision, again: Decision) -> Iterator[Message]:
    if first.answer is not again.answer:
        yield message("replay_answer", first=first.outcome, again=again.outcome)
    if first.amount != again.amount:
        yield message("replay_amount", first=first.amount or "-", again=again.amount or "-")
    before, after = ({spelt_version(each): each for each in seen.used} for seen in (first, again))
    for said in before.keys() - after.keys():
        yield message("replay_version_gone", what=before[said].label, start=before[said].start)
    for said in after.keys() - before.keys():
        yield message("replay_version", what=after[said].label, start=after[said].start)
    if first.trace.noted != again.trace.noted and before.keys() == after.keys():
        yield message("replay_facts")
