"""A sample that is drawn to be reckoned with: registers in a folder, and how it stands for the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.sampling.figures import Origin
from civaffairs.analysis.sampling.plan import Sample, planned
from civaffairs.analysis.simulating.effects import Synthetic
from civaffairs.domain.rulebook import InForce
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.units import Amount, Unit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.loading import Dossier

_STANDARDS = {"urban_fen": "dibao_urban", "rural_fen": "dibao_rural"}
_PER_HEAD, _FEN = Unit.parse("元/人·月"), 100


def sample_of(dossier: Dossier, households: int, *, seed: int, on: date) -> Sample:
    """Return the sample of a place on a day, around the Dibao standards of that day."""
    known = {
        part: fen
        for part, name in _STANDARDS.items()
        if (fen := _fen(dossier.rulebook, name, on)) is not None
    }
    return planned(dossier.jurisdiction, dossier.plans, households, seed=seed, on=on, **known)  # type: ignore[arg-type]


def write_sample(
    sample: Sample, folder: Path, advance: Callable[[int], None] = lambda _: None
) -> tuple[Path, Path]:
    """Write the households and persons of a sample and return where they are.

    Raises:
        ExtraMissing: where numpy or pyarrow is not installed.
    """
    from civaffairs.analysis.sampling.people import population
    from civaffairs.exchange.registers import written

    with written(folder, "parquet") as registers:
        for households, persons in population(sample):
            registers.add("households", households)
            registers.add("persons", persons)
            advance(len(households["household_id"]))
    return folder / "households.parquet", folder / "persons.parquet"


def synthetic(sample: Sample) -> Synthetic:
    """Return how a sample stands for its place."""
    known = sample.figure("residents").origin is not Origin.DEFAULT
    return Synthetic(sample.households, sample.seed, 1 / sample.factor, known)


def _fen(rulebook: Rulebook, name: str, on: date) -> int | None:
    standard = rulebook.named_standards.get(name)
    if standard is None:
        return None
    found = rulebook.on(on).standard(LocalStandard(standard.id, standard.label, standard.unit))
    if not isinstance(found, InForce) or not isinstance(found.value, Amount):
        return None
    return int(found.value.size_in(_PER_HEAD) * _FEN)
