"""Whether this version of civaffairs is one that a plugin asks for."""

from __future__ import annotations

import re

from civaffairs.version import VERSION

_BOUND = r"(>=|<)([0-9]+(?:\.[0-9]+)*)"
_PLAIN = re.compile(rf"civaffairs{_BOUND}(?:,{_BOUND})?")
_NAME = re.compile(r"[A-Za-z0-9._-]*")
_RELEASE = re.compile(r"[0-9]+(\.[0-9]+)*")


def unmet(requirement: str, version: str = VERSION) -> str | None:
    """Return the versions that a requirement wants of civaffairs, where this version is not among them.

    None where it is, where another distribution is required, and where nobody can read the requirement: how
    another library is required is not ours to judge.

    Example:
        >>> unmet("civaffairs>=0.1,<0.2", "0.1.3"), unmet("civaffairs>=0.2", "0.1.3"), unmet("attrs>=99")
        (None, '>=0.2', None)
    """
    name = _NAME.match(requirement)
    if name is None or name[0].lower() != "civaffairs" or _plainly_met(requirement, version):
        return None
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        read = Requirement(requirement)
    except InvalidRequirement:
        return None
    applies = read.marker is None or read.marker.evaluate({"extra": ""})
    met = read.specifier.contains(version, prereleases=True)
    return str(read.specifier) if applies and not met else None


def _plainly_met(requirement: str, version: str) -> bool:
    """Whether a requirement of the usual form, such as `civaffairs>=0.1,<0.2`, lets a version pass.

    It spares the import of packaging, which takes longer than deciding a case and has the last word on
    whatever looks otherwise.
    """
    plain = _PLAIN.fullmatch(requirement)
    if plain is None or not _RELEASE.fullmatch(version):
        return False
    bounds = zip(plain.groups()[::2], plain.groups()[1::2], strict=True)
    return all(
        (_release(version) >= _release(bound)) is (sign == ">=") for sign, bound in bounds if sign is not None
    )


def _release(version: str) -> list[int]:
    """Return the numbers of a release without the zeros at its end: 0.2 is 0.2.0."""
    numbers = [int(number) for number in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers
