"""One register read and tallied: places and helpers by themselves, persons within their households."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.analysis.measuring.reading import PlaceRegister
from civaffairs.domain.models import Household, Person
from civaffairs.domain.rules.vocabulary import count
from civaffairs.engines.cases import given_by_models
from civaffairs.engines.columns import Given
from civaffairs.engines.sql.indicators import tallied_on_the_way, tally_query
from civaffairs.errors import message
from civaffairs.exchange.registers import opened_registers
from civaffairs.exchange.registers.format import REGISTERS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

    from civaffairs.domain.rulebook import Edition
    from civaffairs.engines.sql.indicators import Figure, Tally
    from civaffairs.errors import Fault, Language
    from civaffairs.exchange.registers.mapping import Mapped

_EVERYBODY = {"Household": count(Household, "户"), "Person": count(Person, "人")}
"""What is counted besides, to know how many rows there are."""


@frozen
class RegisterRead:
    """A register that was read.

    Attributes:
        file: the name of its file.
        rows: how many of its rows are sound.
        left_out: how many were left out, since something is wrong with them or with their household.
        columns: the facts that it has a column for.
        ignored: headings of columns that are no facts of the model.
    """

    file: str
    rows: int
    left_out: int
    columns: Collection[str]
    ignored: tuple[str, ...]

    def text(self, lang: Language | None = None) -> str:
        """Return the name of the file with its number of rows."""
        code = "measured_file_without" if self.left_out else "measured_file"
        return message(code, file=self.file, rows=self.rows, many=self.left_out).text(lang)


@frozen
class Tallied:
    """What one register gave, or two that belong together.

    Attributes:
        tallies: what it says of each figure.
        registers: what was read, by model.
        faults: what is wrong in the rows that were left out.
    """

    tallies: Mapping[Figure, Tally]
    registers: Mapping[str, RegisterRead]
    faults: tuple[Fault, ...]


def places_tallied(
    model: str,
    path: Path,
    figures: tuple[Figure, ...],
    edition: Edition,
    on: date,
    *,
    mapped: Mapped | None,
) -> Tallied:
    """Return what a register of things that nothing else holds says of figures."""
    register = PlaceRegister(model, path, on, mapped)
    asked = tally_query(figures, edition, on, given=Given({model: register.columns}))
    wanted = asked.registers[model]
    tallies = tallied_on_the_way(asked, register.schema(wanted), register.batches(wanted))
    sound = register.rows - register.left_out
    read = RegisterRead(register.file, sound, register.left_out, register.columns, register.ignored)
    return Tallied(tallies, {model: read}, tuple(register.faults))


def people_tallied(
    households: Path,
    persons: Path | None,
    figures: tuple[Figure, ...],
    edition: Edition,
    on: date,
    *,
    mapped: Mapping[str, Mapped],
) -> Tallied:
    """Return what registers of households and persons, or one in the nested layout, say of figures."""
    figures = tuple(dict.fromkeys([*figures, *_EVERYBODY.values()]))
    every = given_by_models("Household", wide=True)
    needed = tally_query(figures, edition, on, given=every, layout="nested").registers
    columns = {name: mapped[name] for name in REGISTERS if name in mapped} or None
    with opened_registers(
        households, persons, columns=columns, on=on, faulty="set_aside", needed=needed
    ) as nested:
        given = Given(nested.columns, nested.complete)
        asked = tally_query(figures, edition, on, given=given, layout="nested")
        tallies = tallied_on_the_way(asked, nested.schema, nested.batches())
        registers = {
            model: RegisterRead(
                path.name,
                tallies[_EVERYBODY[model]].rows,
                nested.set_aside.get(name, 0),
                nested.columns[model],
                nested.unread.get(name, ()),
            )
            for model, name, path in (
                ("Household", "households", households),
                ("Person", "persons", persons or households),
            )
        }
        return Tallied(tallies, registers, nested.faults.faults)
