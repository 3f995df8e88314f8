"""Identity numbers and credit codes that are well formed and nobody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.sampling.draws import numpy
from civaffairs.domain.models import credit_check, identity_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
_CHECKS = numpy.frombuffer(b"10X98765432", dtype=numpy.uint8)
_OF_A_DAY = 500  # sequence numbers of one sex in a county
_LATEST = 90_000  # days since 1880 that may occur, to 2126
_EARLIEST = (numpy.datetime64("1880-01-01") - numpy.datetime64("1970-01-01")).astype(int)
_BEIJING = "11"


def never_given(province: str) -> str:
    """Return the first two digits of numbers: the province's, or Beijing's where there is no such province.

    What follows is 00, as of no city, so that no person's number is met.

    Example:
        >>> never_given("50"), never_given("99")
        ('50', '11')
    """
    known = all(each.code != "identity_province" for each in identity_problems(f"{province}000019491231009X"))
    return province if known else _BEIJING


class IdentityNumbers:
    """Identity numbers of counties that were never given out: province, city 00, county 00 to 99.

    No number is given twice, for the sequence goes on for each day of birth and sex.
    """

    def __init__(self, province: str) -> None:
        self._province = never_given(province)
        self._given = numpy.zeros((_LATEST, 2), dtype=numpy.int32)

    def of(self, born: NDArray[numpy.datetime64], male: NDArray[numpy.bool_]) -> NDArray[numpy.bytes_]:
        """Return a new number for each person."""
        day = born.astype("datetime64[D]").astype(numpy.int64) - _EARLIEST
        group = day * 2 + male
        order = numpy.argsort(group, kind="stable")
        ordered = group[order]
        begins = numpy.searchsorted(ordered, ordered)
        place = numpy.empty(len(group), dtype=numpy.int64)
        place[order] = numpy.arange(len(group)) - begins
        place += self._given.reshape(-1)[group]
        numpy.add.at(self._given.reshape(-1), group, 1)
        years = born.astype("datetime64[Y]").astype(numpy.int64) + 1970
        months = born.astype("datetime64[M]").astype(numpy.int64) % 12 + 1
        days = (born - born.astype("datetime64[M]")).astype(numpy.int64) + 1
        digits = numpy.zeros((len(group), 17), dtype=numpy.int64)
        digits[:, 0], digits[:, 1] = int(self._province[0]), int(self._province[1])
        county, sequence = numpy.divmod(place, _OF_A_DAY)
        for first, width, values in (
            (4, 2, county),
            (6, 4, years),
            (10, 2, months),
            (12, 2, days),
            (14, 3, sequence * 2 + male),
        ):
            for each in range(width):
                digits[:, first + each] = values // 10 ** (width - 1 - each) % 10
        letters = numpy.empty((len(group), 18), dtype=numpy.uint8)
        letters[:, :17] = digits + ord("0")
        letters[:, 17] = _CHECKS[digits @ numpy.array(_WEIGHTS) % 11]
        found: NDArray[numpy.bytes_] = letters.view("S18").reshape(-1)
        return found


def credit_codes(kind: str, province: str, many: int) -> Iterator[str]:
    """Yield so many credit codes that begin with `kind` (51, 52 or 53), well formed and given to nobody.

    Example:
        >>> list(credit_codes("51", "50", 1))
        ['51500000000000001C']
    """
    firsts = (f"{kind}{never_given(province)}0000{number:09d}" for number in range(1, many + 1))
    return (first + credit_check(first) for first in firsts)
