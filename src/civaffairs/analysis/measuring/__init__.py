"""Indicators from registers: what care institutions, organisations, communities … say of a plan's indicators.

An indicator may say how registers give it. Its totals and counts are computed by the engine for registers,
and what they come to is an observation with its origin: which files, how many rows, which day, how much over
how much. Where a fact that matters is not known, the indicator is not known, and the rows are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from civaffairs.analysis.measuring.folder import register_models, register_name, registers_in
from civaffairs.analysis.measuring.tallying import RegisterRead, people_tallied, places_tallied
from civaffairs.domain import models
from civaffairs.domain.models.fact import Joined, label_of
from civaffairs.domain.names import Label
from civaffairs.domain.observations import Observation
from civaffairs.domain.rules.evaluate import Unknown
from civaffairs.domain.rules.expr import Field, Quotient
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.units import Amount, exact
from civaffairs.engines.sql.indicators import by_register, computed, figures_in, model_of
from civaffairs.errors import DeclarationError, InputInvalid, message, raise_all
from civaffairs.exchange.registers.mapping import read_mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.rulebook import Edition
    from civaffairs.domain.rules.evaluate import Measured
    from civaffairs.domain.rules.expr import Quantity
    from civaffairs.engines.sql.indicators import FactNode, Figure, Tally
    from civaffairs.errors import Message

Faulty: TypeAlias = Literal["stop", "set-aside"]
"""What becomes of faulty rows: all is given up, or they are left out and counted."""


HOUSEHOLD, PERSON = "Household", "Person"


@frozen
class Measurement:
    """What registers say of one indicator.

    Attributes:
        indicator: the indicator.
        on: the day of the registers.
        value: what it comes to, rounded as its definition says; None where it cannot be told.
        numerator: of a quotient the upper part, as far as it is known.
        denominator: of a quotient the lower part, as far as it is known.
        registers: the registers that it was computed from.
        missing: why it cannot be told; empty where it can.
    """

    indicator: Indicator
    on: date
    value: Amount | None
    numerator: Amount | None
    denominator: Amount | None
    registers: tuple[RegisterRead, ...]
    missing: tuple[Message, ...]

    @property
    def how(self) -> Label:
        """How it was computed, in both languages."""
        definition = self.indicator.definition
        if isinstance(definition, Quotient):
            said = message(
                "measured_share",
                on=self.on.isoformat(),
                over=Rendered(definition.numerator),
                under=Rendered(definition.denominator),
                over_size=self.numerator,
                under_size=self.denominator,
            )
        else:
            said = message("measured_size", on=self.on.isoformat(), what=Rendered(_defined(self.indicator)))
        return Label(said.text("zh"), said.text("en"))

    def observation(self) -> Observation | None:
        """Return it as an observation of its day; None where it cannot be told."""
        if self.value is None:
            return None
        files = Label(*("、".join(each.text(lang) for each in self.registers) for lang in ("zh", "en")))
        source = message("measured_from", files=files).text()
        return Observation(self.indicator, self.on, self.value, source, note=self.how, derived=True)


def measured(
    indicators: Iterable[Indicator],
    folder: Path,
    edition: Edition,
    on: date,
    *,
    faulty: Faulty = "stop",
    columns: Path | None = None,
) -> tuple[Measurement, ...]:
    r"""Return what a folder of registers says of indicators; those that no register gives are left out.

    Each register is read once, batch by batch, and stands in a file that is called as its model:
    `care_institutions.csv`, `communities.parquet`, `organisations.xlsx`.

    Args:
        indicators: what is to be computed.
        folder: where the registers are.
        edition: what holds there and then, for definitions that refer to standards and rules.
        on: the day of the registers.
        faulty: what becomes of rows with a fault.
        columns: a file that says what the columns of the registers are, where they are called otherwise; it
            has a table for each register, `[care_institutions]`.

    Raises:
        InputInvalid: where the registers or that file cannot be read; and, unless faulty rows are set aside,
            with every kind of fault of their rows, counted.
        ExtraMissing: where DuckDB or pyarrow is not installed.

    Example:
        >>> import tempfile
        >>> from datetime import date
        >>> from pathlib import Path
        >>> from civaffairs import load
        >>> loaded, day = load(), date(2025, 6, 30)
        >>> share = loaded.indicators["nursing_bed_share"]
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     register = Path(folder, "care_institutions.csv")
        ...     _ = register.write_text("name,beds,nursing_beds\n一号院,120,72\n二号院,80,30\n", "utf-8")
        ...     (found,) = measured([share], Path(folder), loaded["taoyuan"].rulebook.on(day), day)
        >>> found.value.text("en"), found.numerator.text("en"), found.denominator.text("en")
        ('51%', '102 beds', '200 beds')
    """
    defined = [each for each in indicators if each.definition is not None and figures_in(each.definition)]
    if not defined:
        return ()
    wanted = by_register(_defined(each) for each in defined)
    files = registers_in(folder, {PERSON, *wanted} if HOUSEHOLD in wanted else wanted)
    mapped = {} if columns is None else read_mapping(columns, register_models())
    found = [
        people_tallied(files[HOUSEHOLD], files.get(PERSON), figures, edition, on, mapped=mapped)
        if model == HOUSEHOLD
        else places_tallied(
            model, files[model], figures, edition, on, mapped=mapped.get(register_name(model))
        )
        for model, figures in wanted.items()
        if model in files
    ]
    if faulty == "stop":
        raise_all(InputInvalid, (each for tallied in found for each in tallied.faults))
    registers = {model: each for tallied in found for model, each in tallied.registers.items()}
    tallies = {figure: tally for tallied in found for figure, tally in tallied.tallies.items()}
    return tuple(_measurement(each, on, tallies, registers) for each in defined)


def notes(measurements: Iterable[Measurement]) -> tuple[Message, ...]:
    """Return what a reader should know besides: rows left out, columns not read, indicators that are open."""
    several = tuple(measurements)
    registers = dict.fromkeys(register for each in several for register in each.registers)
    left_out = (
        message("rows_left_out", file=each.file, many=each.left_out, rows=each.rows + each.left_out)
        for each in registers
        if each.left_out
    )
    ignored = (
        message("columns_ignored", file=each.file, names=", ".join(each.ignored))
        for each in registers
        if each.ignored
    )
    found_open: dict[Message, list[Label]] = {}
    for each in several:
        for why in each.missing:
            found_open.setdefault(why, []).append(each.indicator.label)
    open_because = (
        message("not_measured", why=why, indicators=Joined(tuple(labels), "；", "; "))
        for why, labels in found_open.items()
    )
    return (*left_out, *ignored, *open_because)


def _defined(indicator: Indicator) -> Quantity:
    assert indicator.definition is not None  # noqa: S101 - the others are left out before
    return indicator.definition


def _measurement(
    indicator: Indicator,
    on: date,
    tallies: Mapping[Figure, Tally],
    registers: Mapping[str, RegisterRead],
) -> Measurement:
    definition = _defined(indicator)
    figures = figures_in(definition)
    size = computed(definition, tallies)
    over = under = None
    if isinstance(definition, Quotient):
        over = _amount(computed(definition.numerator, tallies))
        under = _amount(computed(definition.denominator, tallies))
    value = _amount(size)
    missing: list[Message] = []
    if isinstance(size, Unknown):
        missing += _why(figures, tallies, registers) or size.missing
    elif value is not None and not indicator.bounds.admit(value):
        missing.append(message("measure_impossible", value=value, bounds=indicator.bounds))
        value = None
    names = dict.fromkeys(model_of(figure) for figure in figures)
    read = tuple(registers[model] for model in names if model in registers)
    return Measurement(indicator, on, value, over, under, read, tuple(missing))


def _why(
    figures: Iterable[Figure],
    tallies: Mapping[Figure, Tally],
    registers: Mapping[str, RegisterRead],
) -> tuple[Message, ...]:
    """Return which registers, columns and facts are missing, each once."""
    found: dict[Message, None] = {}
    for figure in figures:
        model = model_of(figure)
        if figure not in tallies:
            label = label_of(getattr(models, model))
            found[message("measure_no_register", label=label, name=register_name(model))] = None
            continue
        tally = tallies[figure]
        for fact, many in tally.missing.items():
            register = registers[fact.model]
            if _stored(fact) in register.columns:
                said = message(
                    "measure_unclear", file=register.file, label=fact.label, many=many, rows=tally.rows
                )
            else:
                said = message("measure_no_column", file=register.file, label=fact.label)
            found[said] = None
    return tuple(found)


def _stored(fact: FactNode) -> str:
    """Return the fact that a register has a column for: an age follows from a date."""
    return (isinstance(fact, Field) and fact.follows_from) or fact.name


def _amount(size: Measured) -> Amount | None:
    """Return a size as an amount; what has no end as a decimal number is rounded as it is shown."""
    if isinstance(size, Unknown):
        return None
    try:
        return Amount(exact(size.number), size.unit)
    except DeclarationError:
        return size.shown()
