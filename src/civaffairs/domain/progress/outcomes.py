"""What can be said of a target, and the record that says it with its method, inputs and reason."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.targets import Nature

if TYPE_CHECKING:
    from datetime import date

    from civaffairs.domain.observations import Observation, Verdict
    from civaffairs.domain.periods import Period
    from civaffairs.domain.plan import Claim
    from civaffairs.domain.targets import Target
    from civaffairs.domain.units import Amount, Size
    from civaffairs.errors import Message


class Outcome(Enum):
    """What can be said of a target on a day."""

    MET = Label("已达到", "met")
    ON_COURSE = Label("符合进度", "on course")
    BEHIND = Label("落后于进度", "behind")
    MISSED = Label("未达到", "missed")
    CANNOT_TELL = Label("无法判断", "cannot tell")

    @property
    def label(self) -> Label:
        """The outcome in both languages."""
        return self.value


class Consequence(Enum):
    """What a missed target means: a binding one is a failure, an expected one a deviation.

    Where the plan does not say which of both the target is, it is missed and no more than that.
    """

    NONE = Label("无", "none")
    UNSAID = Label("目标未达到（规划未注明性质）", "missed (the plan does not say of which nature it is)")
    DEVIATION = Label("预期性目标偏差", "deviation")
    FAILURE = Label("约束性目标未完成", "failure")

    @property
    def label(self) -> Label:
        """The consequence in both languages."""
        return self.value


class Method(Enum):
    """How an outcome was found."""

    LINEAR = Label("直线进度法", "linear path")
    COMPOUND = Label("等比进度法", "path of constant growth")
    DIRECT = Label("与目标直接比较", "direct comparison with the target")
    GROWTH = Label("年均增长比较", "comparison of average annual growth")

    @property
    def label(self) -> Label:
        """The method in both languages."""
        return self.value


@frozen
class PathPoint:
    """A point of the way to a target: at the end of a period the value should be so much."""

    period: Period
    amount: Amount


@frozen
class Progress:
    """What can be said of one target on a day, and why.

    Attributes:
        target: the target.
        name: the heading of its row as printed.
        on: the day for which it is said.
        outcome: met, on course, behind, missed, or cannot tell.
        reason: why, in words.
        method: how it was found; None where it could not be told.
        observation: the figure that was compared; None where there is none.
        baseline: where the path starts; None where it is not known.
        path: the points of the path, empty where there is none.
        expected: where the path stood at the observation.
        inputs: further observations that the outcome rests on, such as a series.
        missing: what would settle it.
        verdict: what the document itself says of this result; None where it says nothing.
        claim: what the document says of all its results together; None where it says nothing.
    """

    target: Target
    name: str
    on: date
    outcome: Outcome
    reason: Message
    method: Method | None = None
    observation: Observation | None = None
    baseline: Observation | None = None
    path: tuple[PathPoint, ...] = ()
    expected: Size | None = None
    inputs: tuple[Observation, ...] = ()
    missing: tuple[Message, ...] = ()
    verdict: Verdict | None = None
    claim: Claim | None = None

    @property
    def consequence(self) -> Consequence:
        """What the outcome means, given the target's nature."""
        if self.outcome is not Outcome.MISSED:
            return Consequence.NONE
        if self.target.nature is None:
            return Consequence.UNSAID
        return Consequence.FAILURE if self.target.nature is Nature.BINDING else Consequence.DEVIATION

    @property
    def printed_verdict(self) -> Verdict | None:
        """What the document says: of this row, otherwise of all its results together."""
        if self.verdict is not None:
            return self.verdict
        return self.claim.verdict if self.claim is not None and self.observation is not None else None

    @property
    def differs(self) -> bool:
        """Whether the document says something else than the library finds.

        On course and behind are not reached yet; what cannot be told differs from whatever the document says.
        """
        printed = self.printed_verdict
        if printed is None:
            return False
        if self.outcome is Outcome.CANNOT_TELL:
            return True
        return printed.reached is not (self.outcome is Outcome.MET)
