"""What was drawn, counted in the rows themselves, beside what was wanted and where that comes from."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import frozen

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.draws import numpy
from civaffairs.analysis.sampling.figures import Figure, Origin
from civaffairs.analysis.sampling.traits import born_by
from civaffairs.domain.sources import Clause
from civaffairs.errors import Language, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from civaffairs.analysis.sampling.plan import Sample
    from civaffairs.exchange.columns import Column, Columns


_FROM_3A = (3, 4, 5)


@frozen
class Measured:
    """One figure of a sample.

    Attributes:
        figure: the figure of the place, with its origin and sources.
        exactly: how many a sample of this size should have.
        drawn: how many it has.
    """

    figure: Figure
    exactly: Fraction
    drawn: int

    @property
    def distance(self) -> Fraction:
        """How many too many were drawn; too few below zero."""
        return self.drawn - self.exactly

    @property
    def share(self) -> Fraction | None:
        """The distance as a share of what was wanted; None where nothing was."""
        return self.distance / self.exactly if self.exactly else None

    def source(self, lang: Language | None = None) -> str:
        """Return the origin and the clauses behind it."""
        clauses = dict.fromkeys(
            each.source.text(lang) if isinstance(each.source, Clause) else each.source
            for each in self.figure.sources
        )
        origin = self.figure.origin
        if not clauses:
            return origin.label.text(lang)
        said = "; ".join(clauses)
        if origin is Origin.DEFAULT:
            return message("sample_default_share", said=said).text(lang)
        return message("sample_origin", origin=origin.label, said=said).text(lang)


class Count:
    """Counts the rows of a sample while they go by."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._found: Counter[str] = Counter()

    def people(self, households: Columns, persons: Columns) -> None:
        """Count a chunk of households and persons."""
        found = self._found
        found["households"] += len(households["household_id"])
        found["residents"] += len(persons["person_id"])
        days = persons["born"].values.astype("datetime64[D]").astype(numpy.int64)
        found["elders"] += int((days <= born_by(self._sample.on, 60)).sum())
        found["elders_65"] += int((days <= born_by(self._sample.on, 65)).sum())
        found["dibao_persons"] += _of_term(persons["assistance"], "dibao")
        found["tekun_persons"] += _of_term(persons["assistance"], "tekun")
        found["children_in_difficulty"] += _true(persons["child.in_difficulty"])

    def institutions(self, rows: Columns) -> None:
        """Count the care institutions."""
        private = _is_term(rows["operator"], "social")
        beds = rows["beds"].values
        self._found["care_institutions"] += len(beds)
        self._found["private_institutions"] += int(private.sum())
        self._found["care_beds"] += int(beds.sum())
        self._found["private_beds"] += int(beds[private].sum())
        self._found["nursing_beds"] += int(rows["nursing_beds"].values.sum())

    def organisations(self, rows: Columns) -> None:
        """Count the social organisations."""
        kind, grade = rows["kind"], rows["grade"]
        self._found["organisations"] += len(kind)
        for name, term in (
            ("associations", "association"),
            ("service_organisations", "service"),
            ("foundations", "foundation"),
        ):
            self._found[name] += _of_term(kind, term)
        self._found["organisations_3a"] += sum(each in _FROM_3A for each in grade.plain())

    def measured(self) -> tuple[Measured, ...]:
        """Return every figure with what was drawn."""
        return tuple(
            Measured(figure, self._sample.exactly(figure.id), self._found[figure.id])
            for figure in self._sample.figures
        )


def _is_term(column: Column, term: str) -> Any:  # noqa: ANN401 - an array of truth values
    return column.values == (column.terms or ()).index(term)


def _of_term(column: Column, term: str) -> int:
    return int(_is_term(column, term).sum())


def _true(column: Column) -> int:
    return int((column.values & (True if column.known is None else column.known)).sum())


def record(sample: Sample, measured: tuple[Measured, ...]) -> Mapping[str, object]:
    """Return the report of a sample as data; numbers that may be endless fractions are text."""
    return {
        "jurisdiction": sample.jurisdiction,
        "households": sample.households,
        "seed": sample.seed,
        "on": sample.on.isoformat(),
        "factor": str(sample.factor),
        "unknown": str(sample.unknown),
        "about": {lang: message("sample_is_synthetic").text(lang) for lang in ("zh", "en")},
        "figures": [
            {
                "id": each.figure.id,
                "zh": each.figure.label.zh,
                "en": each.figure.label.en,
                "origin": each.figure.origin.name.lower(),
                "place": rounded(each.figure.number, 2),
                "wanted": rounded(each.exactly, 2),
                "drawn": each.drawn,
                "distance": rounded(each.distance, 2),
                "distance_percent": None if each.share is None else rounded(each.share * 100, 4),
                "source_zh": each.source("zh"),
                "source_en": each.source("en"),
            }
            for each in measured
        ],
        "assumed": defaults.assumed(),
    }


def record_text(sample: Sample, measured: tuple[Measured, ...]) -> str:
    """Return the report as JSON."""
    return json.dumps(record(sample, measured), ensure_ascii=False, indent=1) + "\n"


def rounded(number: Fraction, places: int) -> str:
    """Return a fraction with so many decimal places, halves rounded away from zero.

    Example:
        >>> rounded(Fraction(-1, 8), 2), rounded(Fraction(2), 2)
        ('-0.13', '2')
    """
    scaled = int(abs(number) * 10**places * 2 + 1) // 2
    whole, rest = divmod(scaled, 10**places)
    tail = f".{rest:0{places}d}".rstrip("0").rstrip(".") if rest else ""
    return f"{'-' if number < 0 and scaled else ''}{whole}{tail}"
