"""Units by name: read from English or Chinese, written in either, compared through the registry."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from civaffairs.domain.units.definitions import Powers, dimension, factor
from civaffairs.errors import Language, UnitClash, UnknownName, fault, language

if TYPE_CHECKING:
    from fractions import Fraction

# name: (Chinese symbol, English symbol, further spellings)
_NAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "yuan": ("元", "yuan", ("人民币元", "CNY")),
    "fen": ("分", "fen", ()),
    "wan_yuan": ("万元", "× 10,000 yuan", ()),
    "yi_yuan": ("亿元", "× 100 million yuan", ()),
    "person": ("人", "person", ("名", "persons")),
    "wan_person": ("万人", "× 10,000 persons", ("万名",)),
    "hundred_persons": ("百人", "100 persons", ()),
    "thousand_elders": ("千名老年人", "1,000 elders", ("千名老人",)),
    "person_time": ("人次", "person-times", ()),
    "wan_person_time": ("万人次", "× 10,000 person-times", ()),
    "couple": ("对", "couples", ()),
    "household": ("户", "household", ("households",)),
    "hundred_households": ("百户", "100 households", ("百户居民",)),
    "bed": ("张", "beds", ("beds",)),
    "wan_bed": ("万张", "× 10,000 beds", ()),
    "organisation": ("个", "organisations", ("organisations",)),
    "place": ("处", "places", ("places",)),
    "community": ("个社区", "communities", ("communities",)),
    "township": ("个镇街", "townships", ("townships",)),
    "niche": ("个格位", "niches", ("niches",)),
    "plot": ("个墓位", "plots", ("plots",)),
    "item": ("项", "items", ("items",)),
    "month": ("月", "month", ("months",)),
    "year": ("年", "year", ("years", "岁")),
    "day": ("日", "day", ("天", "days")),
    "hour": ("小时", "hour", ("hours",)),
    "metre": ("米", "m", ("metres",)),
    "square_metre": ("平方米", "m²", ("㎡", "m2", "m²")),
    "hectare": ("公顷", "ha", ()),
    "mu": ("亩", "mu", ()),
    "percent": ("%", "%", ("百分比",)),
    "permille": ("‰", "‰", ()),
}
_SPELLINGS = {
    unicodedata.normalize("NFKC", spelling): name
    for name, (zh, _, others) in _NAMES.items()
    for spelling in (name, zh, *others)
}
_BETWEEN = re.compile(r"[*·・•]")
CLASSIFIERS = frozenset(
    ["个", "处", "家", "所", "座", "支", "件", "项", "名", "张", "对", "户", "间", "条", "人"]
)
"""Chinese counting words. Standing alone they say that things are counted, and the indicator says which."""


@frozen
class Unit:
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
            UnknownName: with the unit that is closest.
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

    def text(self, lang: Language | None = None) -> str:
        """Return the unit as people write it; empty for a plain number."""
        chosen = lang or language()
        symbols = {name: zh if chosen == "zh" else en for name, (zh, en, _) in _NAMES.items()}
        return self._written(symbols, "·" if chosen == "zh" else "/")

    def __str__(self) -> str:
        return self._written({name: name for name in _NAMES}, "/") or "1"

    def _written(self, symbols: dict[str, str], between: str) -> str:
        over = [_power(symbols[name], power) for name, power in self.powers if power > 0]
        powers = dict(self.powers)
        under = between.join(
            _power(symbols[name], -powers[name]) for name in _NAMES if powers.get(name, 0) < 0
        )
        return ("*".join(over) or "1") + f"/{under}" if under else "*".join(over)


RATIO = Unit(())
"""A plain number: 1 in 1 : 0.8."""


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
        for word in _BETWEEN.split(part):
            if word.strip() != "1":
                name, exponent = _name(word, text)
                powers[name] = powers.get(name, 0) + sign * exponent
    return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)))


def _name(word: str, text: str) -> tuple[str, int]:
    stem, caret, exponent = word.strip().partition("^")
    name = _SPELLINGS.get(stem) or _SPELLINGS.get(stem.removeprefix("每"))
    if name is None or (caret and not exponent.isdecimal()):
        raise UnknownName.among("unit", text, _SPELLINGS)
    return name, int(exponent or 1)
