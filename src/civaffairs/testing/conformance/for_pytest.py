"""The suite as a test of pytest: a case for each jurisdiction and requirement, built anew for each plugin."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from civaffairs.testing.conformance.report import State, answer
from civaffairs.testing.conformance.requirement import EXAMPLES, Requirement, Subject
from civaffairs.testing.conformance.suite import REQUIREMENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from civaffairs.loading import Catalogue


def conformance(*names: str, examples: int = EXAMPLES, seed: int = 0) -> Callable[..., None]:
    """Return a test of everything that the suite asks of some jurisdictions.

    A plugin's other jurisdictions, such as the cities of a province, are asked with the one that it is called
    after. An optional requirement that is not met is an expected failure; one that needs an extra that is not
    installed is skipped. The plugins are loaded once, however many tests there are.

    Args:
        names: the jurisdictions, by id, division code or name.
        examples: how many cases are drawn for each question that needs drawn cases.
        seed: the same seed draws the same cases.

    Raises:
        UnknownName: for a jurisdiction that no plugin declares.

    Example:
        A plugin's whole test file::

            from civaffairs.testing.conformance import conformance

            test_conformance = conformance("shapingba")
    """
    import pytest

    places = [dossier.jurisdiction.id for name in names for dossier in _loaded().of_plugin(name)]
    cases = [
        pytest.param(place, each, id=f"{place}-{each.id}")
        for place in dict.fromkeys(places)
        for each in REQUIREMENTS
    ]

    @pytest.mark.parametrize(("jurisdiction", "requirement"), cases)
    def test_conformance(
        instance: object = None,  # noqa: ARG001 - of the class in which the test may stand
        /,
        *,
        jurisdiction: str,
        requirement: Requirement,
    ) -> None:
        result = answer(requirement, _subject(jurisdiction, examples, seed))
        if result.state is State.NOT_ASKED:
            pytest.skip(result.text())
        if result.state is State.NOT_MET and result.passes:
            pytest.xfail(result.text())
        if result.state is State.NOT_MET:
            pytest.fail(result.text(), pytrace=False)

    return test_conformance


@cache
def _loaded() -> Catalogue:
    from civaffairs.loading import load

    return load()


@cache
def _subject(jurisdiction: str, examples: int, seed: int) -> Subject:
    """Return what is asked; kept, so that no requirement is asked twice."""
    catalogue = _loaded()
    return Subject(catalogue, catalogue[jurisdiction], examples, seed)
