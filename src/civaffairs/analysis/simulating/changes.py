"""What is to be other: standards read from words, and proposals.

A value without a unit is in the unit of the standard. `+5%` and `120%` are of what is in force on the day,
`-20` is so much less, `720` or `=720元/人·月` is the amount itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.rulebook import SUPPOSED, InForce, versions_behind
from civaffairs.domain.rules.expr import LocalStandard
from civaffairs.domain.standards import Standard
from civaffairs.domain.units import Amount, Unit, exact
from civaffairs.errors import CivaffairsError, InputInvalid, Message, UnknownName, fault, raise_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.names import Label
    from civaffairs.domain.proposals import Proposal
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition, Rulebook
    from civaffairs.domain.rules.expr import Rule
    from civaffairs.domain.sources import Clause
    from civaffairs.errors import Fault

_VALUE = re.compile(r"(?P<sign>[=+\-]?)\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>.*)")
_HOUSEHOLDS = ("Household", "Person")


@frozen
class StandardChange:
    """One standard that is to be another.

    Attributes:
        id: the id of the standard.
        label: what it is called.
        before: what is in force on the day; why nothing is known where that is so.
        after: what is supposed.
        clause: who proposes it; None where the user does.
    """

    id: str
    label: Label
    before: Amount | Message
    after: Amount
    clause: Clause | None = None


@frozen(eq=False)
class Scenario:
    """The rules of a place on a day, and the same with what is to be other.

    Attributes:
        before: the rulebook as it is.
        after: the rulebook with the change.
        on: the day.
        standards: the standards that are to be other.
        rules: the rules that are to be other, as they are proposed.
        proposals: the proposals among the changes.
    """

    before: Rulebook
    after: Rulebook
    on: date
    standards: tuple[StandardChange, ...]
    rules: tuple[Rule, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    @property
    def editions(self) -> tuple[Edition, Edition]:
        """What holds on the day, before and after."""
        return self.before.on(self.on), self.after.on(self.on)

    def touched(self) -> tuple[Provision, ...]:
        """Return the provisions of households and persons that rest on what is to be other.

        For all others before and after are the same, whatever is known of anybody.
        """
        return tuple(each for each in self.before.provisions_of(*_HOUSEHOLDS) if self.touches(each))

    def touches(self, provision: Provision) -> bool:
        """Whether a provision rests on what is to be other, before or after."""
        standards, rules = {each.id for each in self.standards}, {each.id for each in self.rules}
        found = (
            version.of for edition in self.editions for version in versions_behind(provision.rules, edition)
        )
        return any(each.id in (standards if isinstance(each, Standard) else rules) for each in found)


def scenario(
    rulebook: Rulebook, on: date, said: Iterable[str] = (), proposals: Sequence[Proposal] = ()
) -> Scenario:
    """Return what is asked: a rulebook beside itself with changes.

    Args:
        rulebook: that of the place.
        on: the day.
        said: standards that are to be other: `dibao_urban=700`, `dibao.rural=+5%`, `tekun_basic=120%`.
        proposals: proposals that are to be tried.

    Raises:
        InputInvalid: with everything that cannot be read, is changed twice, or where nothing changes.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> taoyuan = load()["taoyuan"].rulebook
        >>> asked = scenario(taoyuan, date(2024, 9, 1), ["dibao.urban=+5%", "dibao_rural=-20"])
        >>> [each.after.text("zh") for each in asked.standards]
        ['735元/人·月', '581元/人·月']
    """
    known, edition = rulebook.named_standards, rulebook.on(on)
    faults: list[Fault] = []
    standards = [
        StandardChange(name, known[name].label, _in_force(known[name], edition), amount, proposal.clause)
        for proposal in proposals
        for name, amount in proposal.standards
        if name in known
    ]
    for text in said:
        try:
            standards.append(_read(text, known, edition))
        except CivaffairsError as error:
            faults += error.faults
    rules = tuple(rule for proposal in proposals for rule in proposal.rules)
    names = Counter([*(each.id for each in standards), *(each.id for each in rules)])
    faults += (fault("simulated_twice", "--set", name=name) for name, times in names.items() if times > 1)
    if not faults and not names:
        faults.append(fault("nothing_simulated", "--set"))
    raise_all(InputInvalid, faults)
    after = rulebook
    try:
        for proposal in proposals:
            after = proposal.in_(after)
        mine = {each.id: each.after for each in standards if each.clause is None}
        after = after.changed(mine, clause=SUPPOSED) if mine else after
    except CivaffairsError as error:
        raise InputInvalid(*error.faults) from error
    return Scenario(rulebook, after, on, tuple(standards), rules, tuple(proposals))


@frozen
class _Said:
    """What is said of one standard: its name, a sign or none, a number, and a unit, which may be empty."""

    text: str
    name: str
    sign: str
    number: Decimal
    unit: str

    @classmethod
    def of(cls, text: str) -> _Said:
        name, equals, value = text.partition("=")
        found = _VALUE.fullmatch(unicodedata.normalize("NFKC", value).strip())
        if not equals or found is None:
            raise InputInvalid(fault("change_unreadable", "--set", text=text))
        number = exact(found["number"].replace(",", ""))
        return cls(text, name.strip(), found["sign"], number, found["unit"].strip())

    @property
    def is_share(self) -> bool:
        return self.unit == "%"

    def amount(self, standard: Standard | LocalStandard) -> Amount:
        """Return the number as an amount, in the unit of the standard where none is given."""
        try:
            amount = Amount(self.number, Unit.parse(self.unit) if self.unit else standard.unit)
        except CivaffairsError as error:
            raise InputInvalid(*(each.under(self.text) for each in error.faults)) from error
        if not amount.unit.goes_with(standard.unit):
            raise InputInvalid(fault("unit_clash", self.text, left=amount.unit, right=standard.unit))
        return amount


def _read(text: str, known: Mapping[str, Standard | LocalStandard], edition: Edition) -> StandardChange:
    said = _Said.of(text)
    standard = _named(said.name, known)
    before = _in_force(standard, edition)
    after = _after(said, standard, before)
    if after.number < 0:
        raise InputInvalid(fault("change_below_zero", "--set", text=text, after=after))
    return StandardChange(standard.id, standard.label, before, after)


def _named(name: str, known: Mapping[str, Standard | LocalStandard]) -> Standard | LocalStandard:
    """Return a standard by its id, with dots or underscores, or by its label."""
    plain = name.replace(".", "_").replace("-", "_")
    labelled = {label: each for each in known.values() for label in (each.label.zh, each.label.en)}
    for names, called in ((known, plain), (labelled, name)):
        if called in names:
            return names[called]
    raise UnknownName.among("standard", plain, known)


def _in_force(standard: Standard | LocalStandard, edition: Edition) -> Amount | Message:
    found = edition.standard(LocalStandard(standard.id, standard.label, standard.unit))
    if isinstance(found, InForce) and isinstance(found.value, Amount):
        return found.value
    assert isinstance(found, Message)  # noqa: S101 - a standard holds an amount
    return found


def _after(said: _Said, standard: Standard | LocalStandard, before: Amount | Message) -> Amount:
    """Return what a standard is to be: relative to what is in force where a sign or per cent says so."""
    if said.is_share and standard.unit.is_ratio and said.sign in {"+", "-"}:
        raise InputInvalid(fault("change_of_share", "--set", text=said.text))
    if said.sign not in {"+", "-"} and not (said.is_share and not standard.unit.is_ratio):
        return said.amount(standard)
    if isinstance(before, Message):
        raise InputInvalid(fault("change_of_nothing", "--set", text=said.text, why=before))
    if said.is_share:
        share = Fraction(said.number) / 100
        factor = {"+": 1 + share, "-": 1 - share}.get(said.sign, share)
        return Amount(exact(Fraction(before.number) * factor), before.unit)
    step = said.amount(standard)
    return before + step if said.sign == "+" else before.minus(step)


def proposals_named(names: Iterable[str], known: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield proposals by their ids.

    Raises:
        InputInvalid: with every one that there is not.
    """
    by_id = {each.id: each for each in known}
    wanted = list(names)
    raise_all(
        InputInvalid,
        (
            each
            for name in wanted
            if name not in by_id
            for each in UnknownName.among("proposal", name, by_id).faults
        ),
    )
    yield from (by_id[name] for name in wanted)
