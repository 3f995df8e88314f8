"""Units by name: read from English or Chinese, written in either, compared through the registry."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from civaffairs.domain.units.definitions import Powers, dimension, factor
from civaffairs.domain.values import Value
from civaffairs.errors import Language, UnitClash, UnknownName, fault, language

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction


class _Words(NamedTuple):
    """How a unit is written: the Chinese symbol, English for one and for several, further spellings."""

    zh: str
    one: str
    several: str
    others: tuple[str, ...]


_NAMES = {
    "yuan": _Words("元", "yuan", "yuan", ("人民币元", "CNY")),
    "fen": _Words("分", "fen", "fen", ()),
    "wan_yuan": _Words("万元", "× 10,000 yuan", "× 10,000 yuan", ()),
    "yi_yuan": _Words("亿元", "× 100 million yuan", "× 100 million yuan", ()),
    "person": _Words("人", "person", "persons", ("名",)),
    "wan_person": _Words("万人", "× 10,000 persons", "× 10,000 persons", ("万名",)),
    "hundred_persons": _Words("百人", "100 persons", "100 persons", ()),
    "thousand_elders": _Words("千名老年人", "1,000 elders", "1,000 elders", ("千名老人",)),
    "person_time": _Words("人次", "person-time", "person-times", ()),
    "wan_person_time": _Words("万人次", "× 10,000 person-times", "× 10,000 person-times", ()),
    "couple": _Words("对", "couple", "couples", ()),
    "household": _Words("户", "household", "households", ()),
    "hundred_households": _Words("百户", "100 households", "100 households", ("百户居民",)),
    "bed": _Words("张", "bed", "beds", ()),
    "hundred_beds": _Words("百张", "100 beds", "100 beds", ("百张床位",)),
    "wan_bed": _Words("万张", "× 10,000 beds", "× 10,000 beds", ()),
    # What is counted stands in the label, so English needs no word. Before the organisation, which 个 means
    # wherever a unit is read by itself.
    "thing": _Words("个", "", "", ()),
    "wan_thing": _Words("万个", "× 10,000", "× 10,000", ()),
    "organisation": _Words("个", "organisation", "organisations", ()),
    "wan_organisation": _Words("万家", "× 10,000 organisations", "× 10,000 organisations", ()),
    "place": _Words("处", "place", "places", ()),
    "community": _Words("个社区", "community", "communities", ()),
    "township": _Words("个镇街", "township", "townships", ()),
    "niche": _Words("个格位", "niche", "niches", ()),
    "plot": _Words("个墓位", "plot", "plots", ()),
    "item": _Words("项", "item", "items", ()),
    "rank": _Words("名次", "in rank", "in rank", ("位次",)),
    "month": _Words("月", "month", "months", ()),
    "year_of_age": _Words("岁", "year", "years", ("周岁",)),  # before the year, whose English it shares
    "year": _Words("年", "year", "years", ()),
    "day": _Words("日", "day", "days", ("天",)),
    "hour": _Words("小时", "hour", "hours", ()),
    "minute": _Words("分钟", "minute", "minutes", ()),
    "metre": _Words("米", "m", "m", ("metres",)),
    "square_metre": _Words("平方米", "m²", "m²", ("㎡", "m2")),
    "wan_square_metre": _Words("万平方米", "× 10,000 m²", "× 10,000 m²", ("万㎡",)),
    "hectare": _Words("公顷", "ha", "ha", ()),
    "mu": _Words("亩", "mu", "mu", ()),
    "fold": _Words("倍", "times", "times", ()),
    "percent": _Words("%", "%", "%", ("百分比",)),
    "permille": _Words("‰", "‰", "‰", ()),
}
_SPELLINGS = {
    unicodedata.normalize("NFKC", spelling): name
    for name, words in _NAMES.items()
    for spelling in (name, words.zh, words.one, words.several, *words.others)
    if spelling
}
_STAR = str.maketrans("·・•", "***")
_HIGHEST_POWER = 9  # of no unit that anybody means, and what is beyond takes for ever to convert
CLASSIFIERS = frozenset("个处家所座支件项名张对户间条人场次台套批部厅组级类档岗本例起村片期") | {"场次"}
"""Chinese counting words. Standing alone they say that things are counted, and the indicator says which."""


@frozen(eq=False, repr=False, slots=False)
class Unit(Value):
    """A unit of measurement, as names with powers.

    Example:
        >>> Unit.parse("元/人·月") == Unit.parse("yuan/person/month")
        True
        >>> Unit.parse("yuan/person/month").text("zh")
        '元/人·月'
        >>> str(Unit.parse("张/千名老年人"))
        'bed/thousand_elders'
    """

    powers: Powers = field()

    @classmethod
    def parse(cls, text: str | Unit) -> Unit:
        """Read a unit. After the first `/` everything divides, as Chinese tables mean 元/人·月.

        Raises:
            UnknownName: with the unit that is closest; or where a power is higher than any unit has.
        """
        return text if isinstance(text, Unit) else _parse(text)

    @classmethod
    def counting(cls, word: str) -> Unit | None:
        """Return the unit that a counting word is by itself, as 张 is a bed; None where it is none, as 家."""
        name = _SPELLINGS.get(word)
        return None if name is None else cls(((name, 1),))

    @property
    def is_ratio(self) -> bool:
        """Whether the unit is a plain ratio: %, ‰ or 1."""
        return not dimension(self.powers)

    def factor_to(self, other: Unit) -> Fraction:
        """Return how many of `other` one of this unit is, exactly.

        Raises:
            UnitClash: where their dimensions differ.
        """
        found = factor(self.powers, other.powers)
        if found is None:
            raise UnitClash(fault("unit_clash", left=self, right=other))
        return found

    def goes_with(self, other: Unit) -> bool:
        """Whether amounts in the two units can be compared and added."""
        return factor(self.powers, other.powers) is not None

    def times(self, other: Unit, power: int = 1) -> Unit:
        """Return the product of the units, or with `power=-1` their quotient."""
        powers = dict(self.powers)
        for name, exponent in other.powers:
            powers[name] = powers.get(name, 0) + power * exponent
        return Unit(tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent)))

    def text(self, lang: Language | None = None, *, one: bool = False) -> str:
        """Return the unit as people write it; empty for a plain number.

        Args:
            lang: the language; by default the one in force.
            one: whether it is said of just one, which English tells apart: 1 bed, 2 beds.
        """
        return _text(self.powers, lang or language(), one=one)

    def __str__(self) -> str:
        return _written(self.powers, str, str, "/") or "1"


RATIO = Unit(())
"""A plain number: 1 in 1 : 0.8."""


@lru_cache(maxsize=1024)
def _text(powers: Powers, lang: Language, *, one: bool) -> str:
    if lang == "zh":
        return _written(powers, lambda name: _NAMES[name].zh, lambda name: _NAMES[name].zh, "·")
    above = attrgetter("one" if one else "several")
    return _written(powers, lambda name: str(above(_NAMES[name])), lambda name: _NAMES[name].one, "/")


def _written(powers: Powers, over: Callable[[str], str], under: Callable[[str], str], between: str) -> str:
    power_of = dict(powers)
    above = "*".join(_power(over(name), power) for name, power in powers if power > 0)
    below = between.join(_power(under(name), -power_of[name]) for name in _NAMES if power_of.get(name, 0) < 0)
    return f"{above or 1}/{below}" if below else above


def _power(symbol: str, power: int) -> str:
    return symbol if power == 1 else f"{symbol}^{power}"


def as_unit(text: str | Unit) -> Unit:
    """Read a unit (an attrs converter); see `Unit.parse`."""
    return Unit.parse(text)


@lru_cache(maxsize=1024)
def _parse(text: str) -> Unit:
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return RATIO
    over, *under = plain.split("/")
    powers: dict[str, int] = {}
    for sign, part in [(1, over), *((-1, part) for part in under)]:
        for word in part.translate(_STAR).split("*"):
            if word.strip() != "1":
                name, exponent = _name(word, text)
                powers[name] = powers.get(name, 0) + sign * exponent
    if any(abs(power) > _HIGHEST_POWER for power in powers.values()):
        raise UnknownName(fault("unit_too_high"))
    return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)))


def _name(word: str, text: str) -> tuple[str, int]:
    stem, caret, exponent = word.strip().partition("^")
    name = _SPELLINGS.get(stem) or _SPELLINGS.get(stem.removeprefix("每"))
    if name is None or (caret and not exponent.isdecimal()):
        raise UnknownName.among("unit", text, _SPELLINGS)
    # So many digits are too high a power, and thousands of them are no number to Python.
    return name, int(exponent or 1) if len(exponent) <= 3 else _HIGHEST_POWER + 1
