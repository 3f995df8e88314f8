"""What a node is in SQL: truths and whole numbers with what is known of them, as text.

An engine's NULL is not relied upon. A number is two expressions, its size and whether it is known; a truth
is two, whether it holds and whether it holds not, and where neither is so it cannot be told. What is settled
when the text is written stays the word TRUE or FALSE and leaves no trace in what it is joined to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

YES = "TRUE"
NO = "FALSE"


@frozen
class Number:
    """A whole number.

    Attributes:
        size: how large it is; any number within its bounds where it is not known.
        known: whether it is known.
        constant: the number itself where it is one.
    """

    size: str
    known: str = YES
    constant: int | None = None


@frozen
class Truth:
    """A truth.

    Attributes:
        yes: whether it holds.
        no: whether it holds not.
    """

    yes: str
    no: str

    @property
    def sure(self) -> bool:
        """Whether it can always be told."""
        return self.no == opposite(self.yes) or self.yes == opposite(self.no)

    @property
    def told(self) -> str:
        """Whether it can be told.

        Example:
            >>> Truth("a", "(NOT a)").told, Truth("a", "b").told
            ('TRUE', '(a OR b)')
        """
        return YES if self.sure else some([self.yes, self.no])

    @property
    def doubtful(self) -> str:
        """Whether it cannot be told.

        Example:
            >>> Truth("a", "(NOT a)").doubtful, Truth("a", "b").doubtful
            ('FALSE', '(NOT (a OR b))')
        """
        return opposite(self.told)


def every(parts: Iterable[str]) -> str:
    """Return that all of several hold.

    Example:
        >>> every(["a", YES, "b"]), every(["a", NO]), every([])
        ('(a AND b)', 'FALSE', 'TRUE')
    """
    return _joined(parts, YES, NO, " AND ")


def some(parts: Iterable[str]) -> str:
    """Return that at least one of several holds.

    Example:
        >>> some(["a", NO]), some(["a", YES]), some([])
        ('a', 'TRUE', 'FALSE')
    """
    return _joined(parts, NO, YES, " OR ")


def opposite(part: str) -> str:
    """Return that something does not hold.

    Example:
        >>> opposite(YES), opposite("a"), opposite(opposite("a"))
        ('FALSE', '(NOT a)', 'a')
    """
    if part in {YES, NO}:
        return NO if part == YES else YES
    begin = "(NOT "
    whole = part.startswith(begin) and part.count("(") == 1  # no other bracket that it could end with
    return part[len(begin) : -1] if whole else f"{begin}{part})"


def _joined(parts: Iterable[str], neutral: str, decisive: str, between: str) -> str:
    left = [each for each in dict.fromkeys(parts) if each != neutral]
    if decisive in left:
        return decisive
    if len(left) < 2:
        return left[0] if left else neutral
    return f"({between.join(left)})"


def chosen(branches: Iterable[tuple[str, str]], otherwise: str) -> str:
    """Return what belongs to the first condition that holds.

    Example:
        >>> chosen([("a", "1"), (NO, "2")], "3"), chosen([(YES, "1")], "3")
        ('CASE WHEN a THEN 1 ELSE 3 END', '1')
    """
    left: list[tuple[str, str]] = []
    for when, then in branches:
        if when == YES:
            otherwise = then
            break
        if when != NO:
            left.append((when, then))
    if all(then == otherwise for _, then in left):
        return otherwise
    return f"CASE {' '.join(f'WHEN {when} THEN {then}' for when, then in left)} ELSE {otherwise} END"
