"""Care institutions with their beds, and social organisations, as columns: a few thousand rows at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.sampling import defaults
from civaffairs.analysis.sampling.draws import generator, numpy
from civaffairs.analysis.sampling.numbers import credit_codes
from civaffairs.domain.models import Operator, OrgKind
from civaffairs.errors import message
from civaffairs.exchange.columns import Column, Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from civaffairs.analysis.sampling.plan import Sample

_CARE, _ORGANISATIONS = 2, 3
_OPERATORS = (Operator.PUBLIC, Operator.SOCIAL)
_KINDS = ((OrgKind.ASSOCIATION, "51"), (OrgKind.SERVICE, "52"), (OrgKind.FOUNDATION, "53"))
_COUNTED = ("associations", "service_organisations", "foundations")


def care_institutions(sample: Sample) -> Columns:
    """Return the care institutions of a sample; their beds add up to the calibrated totals.

    There is at least one institution of each kind of operator that has beds.
    """
    random = generator(sample.seed, _CARE)
    beds = sample.wanted("care_beds")
    private_beds = min(beds, sample.wanted("private_beds"))
    private = _at_least_one(sample.wanted("private_institutions"), private_beds)
    public = _at_least_one(sample.wanted("care_institutions") - private, beds - private_beds)
    held = numpy.concatenate(
        [_spread(random, beds - private_beds, public), _spread(random, private_beds, private)]
    )
    operator = numpy.repeat(numpy.arange(2, dtype=numpy.int8), [public, private])
    return {
        "name": Column(_names("sample_institution", len(held))),
        "operator": Column(operator, terms=tuple(each.id for each in _OPERATORS)),
        "beds": Column(held),
        "nursing_beds": Column(_parts(held, min(beds, sample.wanted("nursing_beds")))),
    }


def organisations(sample: Sample) -> Columns:
    """Return the social organisations of a sample, by kind, with well-formed credit codes of nobody."""
    random = generator(sample.seed, _ORGANISATIONS)
    counts = [sample.wanted(name) for name in _COUNTED]
    every = sum(counts)
    codes = [
        code
        for (_, prefix), many in zip(_KINDS, counts, strict=True)
        for code in credit_codes(prefix, sample.province, many)
    ]
    graded = numpy.zeros(every, dtype=bool)
    graded[random.permutation(every)[: sample.wanted("organisations_3a")]] = True
    low = random.integers(1, 3, size=every)
    assessed = graded | (random.integers(defaults.THOUSAND, size=every) < 100)
    grade = numpy.where(graded, random.integers(3, 6, size=every), low).astype(numpy.int8)
    return {
        "name": Column(_names("sample_organisation", every)),
        "kind": Column(
            numpy.repeat(numpy.arange(3, dtype=numpy.int8), counts),
            terms=tuple(kind.id for kind, _ in _KINDS),
        ),
        "credit_code": Column(numpy.array(codes, dtype="S18")),
        "assessed": Column(assessed),
        "grade": Column(grade, assessed),
    }


def _at_least_one(many: int, beds: int) -> int:
    """Institutions without beds are none, and beds stand in some institution; none has fewer than one bed."""
    return min(beds, max(1, many)) if beds else 0


def _spread(random: numpy.random.Generator, beds: int, many: int) -> NDArray[numpy.int64]:
    """Beds by institution, at least one each."""
    if not many:
        return numpy.zeros(0, dtype=numpy.int64)
    weights = random.integers(1, 10, size=many)
    return 1 + _parts(weights, beds - many)


def _parts(weights: NDArray[numpy.int64], total: int) -> NDArray[numpy.int64]:
    """Whole numbers that make up `total`, close to proportion; within the weights where the total is."""
    if not len(weights):
        return weights
    ends = numpy.cumsum(weights) * total // int(weights.sum())
    return numpy.diff(ends, prepend=0)


def _names(code: str, many: int) -> NDArray[numpy.bytes_]:
    """Names of no real place, by number, in ASCII as identifiers are."""
    said: Sequence[str] = [message(code, number=f"{number:05d}").text("en") for number in range(1, many + 1)]
    return numpy.array(said or [""], dtype="S")[:many]
