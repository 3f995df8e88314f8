"""Which heading of a register holds which fact: by itself, or as a file of column mappings says.

A mapping file is written in TOML, with a table for each register:

```toml
[households]
"户号" = "household_id"
"家庭总资产" = {fact = "assets", unit = "万元"}
"乡镇" = "township"
keep = ["township"]                # no fact, but carried along, to be grouped by

[persons]
"户号" = "household_id"
"序号" = "person_id"
"月工资" = {fact = "incomes.wages", unit = "fen"}
"性别代码" = {fact = "sex", values = {"1" = "male", "2" = "female"}}
"出生" = {fact = "born", unit = "excel"}
```

A file for `civaffairs evaluate --registers` has a table for each register of the folder, called as the
register is: `[care_institutions]`, `[communities]`. There texts, such as a name or a credit code, are facts.

Where persons have no numbers, as where these were taken out for privacy, `numbered = false` in `[persons]`
says so: the numbers of their rows stand for them, and nobody sees whether somebody is there twice.

What the file does not name is understood where its heading is the name of a fact, its Chinese or English
label, or the name with `_fen` behind it. Amounts are in yuan where nothing else is said.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import Factory, field, frozen

from civaffairs.domain.units import Unit
from civaffairs.errors import CivaffairsError, Fault, InputInvalid, UnknownName, fault, raise_all
from civaffairs.exchange.files import read_bytes
from civaffairs.exchange.registers.format import (
    KEY_HEADINGS,
    KEY_LABELS,
    KEYS,
    PERSON_ID,
    REGISTERS,
    YUAN,
    RegisterColumn,
    columns_of,
    headings_of,
    is_needed,
    label_of,
    texts_of,
)
from civaffairs.exchange.registers.values import Reading, value_named
from civaffairs.exchange.tabular import normalised, quoted

KEEP, NUMBERED = "keep", "numbered"
_FIELDS = ("fact", "unit", "values")
_EXCEL = "excel"
_UNITS = ("fen", "元", "万元")
_FEN = "_fen"
_UNIT_BEHIND = re.compile(r"(?P<name>.+?) ?\((?P<unit>[^()]+)\)")


@frozen
class Named:
    """What a mapping file says of one heading.

    Attributes:
        fact: the fact, the key or the column to keep that it holds.
        unit: the unit of its numbers, or `excel` for days.
        values: what the texts under it stand for.
    """

    fact: str
    unit: str | None = None
    values: Mapping[str, object] = MappingProxyType({})


@frozen
class Mapped:
    """What a mapping file says of one register.

    Attributes:
        place: the file and the table in it, for faults.
        named: what it says of each heading.
        keep: columns that are no facts and are carried along.
        numbered: whether each row has a number of its own.
    """

    place: str = ""
    named: Mapping[str, Named] = field(default=Factory(dict))
    keep: tuple[str, ...] = ()
    numbered: bool = True


@frozen
class Layout:
    """How the columns of one register are read.

    Attributes:
        register: `households` or `persons`.
        keys: for each key the heading under which it stands; persons may have no numbers.
        readings: how each fact is read.
        kept: for each column that is carried along its heading.
        unread: the headings that mean nothing here.
    """

    register: str
    keys: Mapping[str, str]
    readings: tuple[Reading, ...]
    kept: Mapping[str, str]
    unread: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """The facts that it holds."""
        return frozenset(each.column.name for each in self.readings)

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that is read."""
        facts = (each.heading for each in self.readings)
        return tuple(dict.fromkeys((*self.keys.values(), *facts, *self.kept.values())))


def read_mapping(path: Path, registers: Mapping[str, str] = REGISTERS) -> Mapping[str, Mapped]:
    """Read a mapping file.

    Args:
        path: the file.
        registers: the registers of which it may speak, and the model of what their rows are.

    Returns:
        For each register that it speaks of what it says.

    Raises:
        InputInvalid: with everything that is wrong in it.
    """
    try:
        tables = tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputInvalid(fault("mapping_no_toml", path.name, said=_said(error))) from error
    faults: list[Fault] = []
    found: dict[str, Mapped] = {}
    for register, table in tables.items():
        if register not in registers or not isinstance(table, dict):
            known = ", ".join(registers)
            faults.append(fault("mapping_register_unknown", path.name, name=quoted(register), known=known))
            continue
        found[register] = _table(f"{path.name}, [{register}]", table, register, registers[register], faults)
    raise_all(InputInvalid, faults)
    return found


def _said(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error)) if isinstance(error, tomllib.TOMLDecodeError) else "UTF-8"


def _table(place: str, table: dict[str, Any], register: str, model: str, faults: list[Fault]) -> Mapped:
    keep = table.pop(KEEP, [])
    if not isinstance(keep, list) or not all(isinstance(each, str) for each in keep):
        faults.append(fault("mapping_keep_no_list", place))
        keep = []
    if keep and register != "households":
        faults.append(fault("mapping_keep_persons", place))
    is_said, numbered = NUMBERED in table, table.pop(NUMBERED, True)
    if is_said and (register != "persons" or not isinstance(numbered, bool)):
        faults.append(fault("mapping_numbered", place))
        numbered = True
    named: dict[str, Named] = {}
    for heading, said in table.items():
        where = f"{place}, {heading}"
        one = {"fact": said} if isinstance(said, str) else said
        if not isinstance(one, dict) or not isinstance(one.get("fact"), str) or set(one) - set(_FIELDS):
            faults.append(fault("mapping_entry_shape", where))
            continue
        values, unit = one.get("values", {}), one.get("unit")
        if not isinstance(values, dict) or not isinstance(unit, str | None):
            faults.append(fault("mapping_entry_shape", where))
            continue
        named[heading] = Named(one["fact"], unit, values)
        faults += _in_entry(where, named[heading], model, (*_plain(register, model), *keep))
    if not numbered and any(each.fact == PERSON_ID for each in named.values()):
        faults.append(fault("mapping_numbered_and_not", place, label=KEY_LABELS[PERSON_ID]))
    return Mapped(place, named, tuple(keep), numbered)


def _plain(register: str, model: str) -> tuple[str, ...]:
    """Return what is read as it stands: keys, or where things have none what they are called."""
    return KEYS[register] if register in KEYS else texts_of(model)


def _in_entry(where: str, named: Named, model: str, plain: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with an entry whatever the register holds."""
    columns = columns_of(model)
    if named.fact in plain:
        if named.unit is not None or named.values:
            yield fault("mapping_key_plain", where, name=named.fact)
        return
    column = columns.get(named.fact)
    if column is None:
        known = (*columns, *plain)
        yield Fault(where, UnknownName.among("fact", quoted(named.fact), known).faults[0].what)
        return
    if named.unit is not None and _factor(column, named.unit) is None:
        yield _unit_fault(where, column, named.unit)
    for text, said in named.values.items():
        if not value_named(column, said)[1]:
            yield fault(
                "mapping_value_unreadable",
                where,
                text=quoted(text),
                said=quoted(str(said)),
                label=column.label,
                known=", ".join(each.id for each in column.terms) or "true, false",
            )


def _unit_fault(where: str, column: RegisterColumn, unit: str) -> Fault:
    units = (_EXCEL,) if column.kind == "date" else _UNITS if column.is_money else (str(column.unit or "-"),)
    return fault("mapping_unit_unknown", where, unit=quoted(unit), label=column.label, known=", ".join(units))


def _factor(column: RegisterColumn, unit: str) -> Fraction | None:
    """Return by what a number in a unit is multiplied for engines; None where the unit does not fit.

    Example:
        >>> from civaffairs.exchange.registers.format import columns_of
        >>> wages = columns_of("Person")["incomes.wages"]
        >>> [str(_factor(wages, unit)) for unit in ("fen", "元", "万元", "元/年", "岁")]
        ['1', '100', '1000000', '25/3', 'None']
    """
    if column.kind == "date":
        return Fraction(1) if unit == _EXCEL else None
    if column.unit is None:
        return None
    try:
        said = Unit.parse(unit)
    except CivaffairsError:
        return None
    if column.is_money and said.goes_with(YUAN):
        return said.factor_to(YUAN) * column.scale
    return said.factor_to(column.unit) * column.scale if said.goes_with(column.unit) else None


def laid_out(
    register: str,
    place: str,
    headings: Sequence[str],
    mapped: Mapped | None = None,
    *,
    keep: Collection[str] = (),
    usual: Collection[str] = (),
    needed: Collection[str] | None = None,
) -> Layout:
    """Say how the columns of a register are read.

    Args:
        register: `households` or `persons`.
        place: what the register is called in faults.
        headings: what stands above its columns.
        mapped: what a mapping file says of it.
        keep: columns that are carried along, besides those that the file names.
        usual: columns that are carried along where they are there.
        needed: the facts to be read; all that are there where it is None.

    Raises:
        InputInvalid: with everything that is wrong.

    Example:
        >>> layout = laid_out("households", "h.csv", ["户编号", "城乡类别", "assets_fen", "楼栋"])
        >>> [(each.heading, each.column.name, int(each.factor)) for each in layout.readings]
        [('城乡类别', 'area', 1), ('assets_fen', 'assets', 1)]
        >>> dict(layout.keys), layout.unread
        ({'household_id': '户编号'}, ('楼栋',))
    """
    mapped = mapped or Mapped()
    model = REGISTERS[register]
    columns = columns_of(model)
    faults = [*absent(mapped, headings)]
    carried = tuple(dict.fromkeys((*mapped.keep, *keep, *usual)))
    wanted = [name for name in carried if name not in columns]
    at: dict[str, list[str]] = {}
    readings: list[Reading] = []
    unread: list[str] = []
    for heading in headings:
        named = mapped.named.get(heading)
        name, unit = (named.fact, named.unit) if named else _by_itself(heading, register, wanted)
        if name is None:
            unread.append(heading)
            continue
        at.setdefault(name, []).append(heading)
        if name in columns and (needed is None or name in carried or is_needed(name, needed)):
            try:
                readings.append(reading(heading, columns[name], unit, named.values if named else {}, place))
            except InputInvalid as error:
                faults += error.faults
    faults += _once_each(place, model, at)
    keys = [key for key in KEYS[register] if mapped.numbered or key != PERSON_ID]
    for key in keys:
        if key not in at:
            names = ", ".join(KEY_HEADINGS[key])
            code = "register_numbers_missing" if key == PERSON_ID else "column_missing"
            faults.append(fault(code, place, column=label_of(model, key), names=names))
    faults += (
        Fault(place, UnknownName.among("column", quoted(name), headings).faults[0].what)
        for name in dict.fromkeys((*mapped.keep, *keep))
        if name not in at
    )
    raise_all(InputInvalid, faults)
    if not mapped.numbered:
        unread += at.get(PERSON_ID, ())
    kept = {name: at[name][0] for name in wanted if name in at}
    return Layout(register, {key: at[key][0] for key in keys}, tuple(readings), kept, tuple(unread))


def absent(mapped: Mapped, headings: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault for each heading that a mapping file names and that is not there."""
    for heading in mapped.named:
        if heading not in headings:
            yield Fault(mapped.place, UnknownName.among("column", quoted(heading), headings).faults[0].what)


def reading(
    heading: str, column: RegisterColumn, unit: str | None, values: Mapping[str, object], place: str
) -> Reading:
    """Say how a column is read.

    Args:
        heading: what stands above it.
        column: the fact that it holds.
        unit: the unit of its numbers, or `excel` for days; None where nothing is said.
        values: what the texts in it stand for.
        place: what the register is called in faults.

    Raises:
        InputInvalid: where the unit is none of the fact.
    """
    factor = Fraction(column.scale) if unit is None else _factor(column, unit)
    if factor is None:
        raise InputInvalid(_unit_fault(f"{place}, {heading}", column, str(unit)))
    meant = {normalised(text): value_named(column, value)[0] for text, value in values.items()}
    return Reading(heading, column, factor, unit == _EXCEL, meant)


def _by_itself(heading: str, register: str, wanted: Sequence[str]) -> tuple[str | None, str | None]:
    """Return what a heading means that no mapping names, and the unit that it says."""
    if heading in wanted:
        return heading, None
    word = normalised(heading).casefold()
    for key in KEYS[register]:
        if word in KEY_HEADINGS[key]:
            return key, None
    known = headings_of(REGISTERS[register])
    if word in known:
        return known[word], "fen" if word.endswith(_FEN) else None
    with_unit = _UNIT_BEHIND.fullmatch(word)
    if with_unit and with_unit["name"] in known:
        return known[with_unit["name"]], with_unit["unit"]
    return None, None


def _once_each(place: str, model: str, at: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    columns = columns_of(model)
    for name, headings in at.items():
        if len(headings) > 1:
            label = label_of(model, name) if name in columns or name in KEY_HEADINGS else name
            both = ", ".join(quoted(each) for each in headings)
            yield fault("register_column_twice", place, label=label, headings=both)


def template(register: str) -> str:
    r"""Return the table of a mapping file for a register, to be filled in: every fact under its label.

    Example:
        >>> print("\n".join(template("households").splitlines()[:3]))
        [households]
        "户编号" = "household_id"
        # "城乡类别" = {fact = "area", values = {"…" = "urban", "…" = "rural"}}
    """
    model = REGISTERS[register]
    lines = [f"[{register}]"]
    lines += (f'"{label_of(model, key).zh}" = "{key}"' for key in KEYS[register])
    for column in columns_of(model).values():
        said = f'fact = "{column.name}"'
        if column.terms and column.kind == "term":
            values = ", ".join(f'"…" = "{term.id}"' for term in column.terms)
            said += f", values = {{{values}}}"
        elif column.kind == "truth":
            said += ', values = {"…" = true, "…" = false}'
        elif column.is_money:
            said += ', unit = "元"'
        lines.append(f'# "{column.label.zh}" = {{{said}}}')
    if register == "households":
        lines += ('# "乡镇" = "township"', f'# {KEEP} = ["township"]')
    return "\n".join(lines) + "\n"
