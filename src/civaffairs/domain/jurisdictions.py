"""Who decides: nation → province or municipality → city → district or county."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from attrs import field, frozen
from attrs.validators import instance_of, optional

from civaffairs.domain.names import Label, is_slug
from civaffairs.domain.values import Value
from civaffairs.errors import DeclarationError, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from attrs import Attribute

    from civaffairs.errors import Fault

_CODE_LENGTH = 6
NATION_CODE = "100000"


class Level(Enum):
    """The level of a jurisdiction."""

    NATION = Label("国家", "nation")
    PROVINCE = Label("省级", "province or municipality")
    CITY = Label("地级", "prefecture-level city")
    DISTRICT = Label("县级", "district or county")

    @property
    def label(self) -> Label:
        """The level in both languages."""
        return self.value


# How many digits of a division code say which unit of a level it is (GB/T 2260).
_DIGITS = {Level.NATION: 0, Level.PROVINCE: 2, Level.CITY: 4, Level.DISTRICT: 6}


def _is_code(_instance: object, _attribute: Attribute[str], value: object) -> None:
    if not isinstance(value, str) or len(value) != _CODE_LENGTH or not _is_number(value):
        raise DeclarationError(fault("code_malformed", "code", code=value))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and not text.startswith("0")


@frozen(eq=False, repr=False, slots=False)
class Jurisdiction(Value):
    """A nation, province, city or district.

    Attributes:
        id: the slug of the plugin that declares it: `shapingba`.
        label: its name.
        level: where it stands in the chain.
        code: the official division code, six digits (GB/T 2260).
        parent: the id of the jurisdiction above; None for the nation only.
        fictional: whether it exists only as an example; its code is then not checked against the level.

    Raises:
        DeclarationError: with every fault of level, code and parent.

    Example:
        >>> Jurisdiction(
        ...     "shapingba", Label("沙坪坝区", "Shapingba District"), Level.DISTRICT, "500106", "chongqing"
        ... ).code
        '500106'
    """

    id: str = field(validator=is_slug)
    label: Label = field(validator=instance_of(Label))
    level: Level = field(validator=instance_of(Level))
    code: str = field(validator=_is_code)
    parent: str | None = field(default=None, validator=optional(is_slug))
    fictional: bool = False

    def __attrs_post_init__(self) -> None:
        raise_all(DeclarationError, self._faults())

    def _faults(self) -> Iterator[Fault]:
        nation = self.level is Level.NATION
        if nation != (self.parent is None):
            yield fault("parent_and_level", "parent", level=self.level.label)
        if nation != (self.code == NATION_CODE):
            yield fault("nation_code", "code", code=self.code)
        if not nation and not self.fictional and self.code[_DIGITS[self.level] :].strip("0"):
            yield fault("code_and_level", "code", code=self.code, level=self.level.label)

    def lies_in(self, other: Jurisdiction) -> bool:
        """Whether the division codes say that this one lies in the other.

        A district of a municipality lies directly in it: 500106 in 500000.
        """
        return self.code.startswith(other.code[: _DIGITS[other.level]])
