"""Provisions in one edition as steps over registers in the nested layout, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy
import pyarrow as arrow
from attrs import frozen

from civaffairs.domain.rulebook import versions_behind
from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.arrays.compute import Computer
from civaffairs.engines.arrays.known import both, is_never
from civaffairs.engines.arrays.reasons import reasons_of
from civaffairs.engines.arrays.things import Block
from civaffairs.engines.columns import key_column
from civaffairs.engines.outputs import Output, amounts_of, scale_of
from civaffairs.errors import InputInvalid, fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.engines.arrays.compute import Judge, Sized
    from civaffairs.engines.arrays.known import Mask
    from civaffairs.engines.columns import Given

_MOST_ROWS, _FEWEST_ROWS = 131_072, 8_192
"""At most so many outermost things are to be decided at once, and no fewer for the sake of memory.

Threads of Python pass one lock on whenever numpy begins or ends an operation. Over arrays of few things they
wait for each other longer than they compute.
"""
_CELLS = 48 * _MOST_ROWS
"""So many numbers of outermost things may be kept while they are decided."""
_LIST = 4
"""A list of reasons takes as much room as so many numbers."""

# The C library of Linux gives large pieces of memory back as soon as they are free, and gets every page anew,
# which takes up to half of the time of a step. Once it has seen a large piece come and go, it keeps them.
numpy.empty(31 * 2**20, numpy.uint8)


@frozen
class Steps:
    """Provisions that can be decided for the things in batches of registers.

    What comes out says the same as `engines.sql.query.Query` does.

    Attributes:
        registers: the columns that are read, by the model of the things in each register; a list is a column
            of its holder, and the columns of its items stand under their own model. Keys are left out.
        outputs: the columns that come out, by the model that they are about, the outermost first.
        keep: columns of the outermost things that pass through.
        rows: how many outermost things are best decided at once.
    """

    registers: Mapping[str, tuple[str, ...]]
    outputs: Mapping[str, tuple[Output, ...]]
    keep: tuple[str, ...]
    rows: int
    _computed: Mapping[str, tuple[Callable[[Block], Any], ...]]

    def decide(self, batch: Any) -> dict[str, Any]:  # noqa: ANN401 - pyarrow has no types
        """Return what the provisions say of the things in a record batch, as one table for each model.

        A row of the outermost has its key, what is kept, and the outputs; a row of what these hold has the
        key and what is kept of its holder first, and then its own.
        """
        return {model: arrow.Table.from_batches([part]) for model, part in self._decided(batch)}

    def _decided(self, batch: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - pyarrow has no types
        outermost, *_ = self.outputs
        block = Block(outermost, batch)
        passed = {name: batch.column(name) for name in (key_column(outermost), *self.keep)}
        for model, outputs in self.outputs.items():
            columns = dict(passed)
            if model != outermost:
                home = arrow.array(block.of(model).home)
                key = key_column(model)
                columns = {name: column.take(home) for name, column in passed.items()}
                columns[key] = block.of(model).column(key)
            for output, compute in zip(outputs, self._computed[model], strict=True):
                columns[output.name] = compute(block)
            yield model, arrow.RecordBatch.from_pydict(columns)


def steps(
    provisions: Sequence[Provision],
    edition: Edition,
    on: date,
    *,
    given: Given,
    reasons: bool = True,
    keep: Sequence[str] = (),
) -> Steps:
    """Return provisions as steps, the same ones each time.

    Args:
        provisions: what is asked: provisions of households and of their members together.
        edition: what holds there and then.
        on: the day for which it is asked.
        given: which columns the registers have.
        reasons: whether it is said why a provision does not hold or cannot be told.
        keep: other columns of the outermost things that pass through.

    Raises:
        InputInvalid: where no provision is asked for, or some that have no register in common.
        RuleRefused: where a rule cannot be computed for many at once.
        DeclarationError: where a rule rests on itself.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> from civaffairs.engines.columns import Given
        >>> taoyuan, day = load()["taoyuan"].rulebook, date(2024, 9, 1)
        >>> given = Given({"Household": ["area", "assets"], "Person": ["incomes.wages", "employed"]})
        >>> found = steps([taoyuan.provision("dibao")], taoyuan.on(day), day, given=given)
        >>> rich = {"person_id": 1, "incomes.wages": 90_000_00, "employed": False}
        >>> home = {"household_id": 1, "area": "urban", "assets": 0, "members": [rich]}
        >>> rows = found.decide(arrow.RecordBatch.from_pylist([home]))["Household"].to_pylist()
        >>> rows[0]["dibao"], rows[0]["dibao.why"], rows[0]["dibao.missing"]
        (None, ['dibao_admission.1'], ['members.incomes'])
    """
    memo = cast("dict[object, Steps]", edition.memo.setdefault("steps", {}))
    key = tuple(each.id for each in provisions), on, given, reasons, tuple(keep)
    if key not in memo:
        memo[key] = _made(provisions, Computer(edition, on, given), reasons=reasons, keep=tuple(keep))
    return memo[key]


def _made(
    provisions: Sequence[Provision], computer: Computer, *, reasons: bool, keep: tuple[str, ...]
) -> Steps:
    models = {each.of for each in provisions}
    roots = sorted({lineage(model)[-1] for model in models})
    if len(roots) != 1:
        raise InputInvalid(fault("provisions_apart", models=", ".join(roots) or "-"))
    (outermost,) = roots
    outputs: dict[str, list[Output]] = {model: [] for model in (outermost, *sorted(models - {outermost}))}
    computed: dict[str, list[Callable[[Block], Any]]] = {model: [] for model in outputs}
    for model in outputs:
        computer.reads(model)
    for provision in provisions:
        versions_behind(provision.rules, computer.edition)  # refuses a circle, which has no steps
    why = {each: reasons_of(each, computer) for each in provisions} if reasons else {}
    for provision in provisions:
        of = provision.of
        when = computer.condition(provision.when)
        said = [(Output(provision.id, provision, "holds"), _holding(when, of))]
        for what, rule in amounts_of(provision):
            shape = computer.shaper.shape(rule)
            scale = scale_of(rule, shape)
            output = Output(f"{provision.id}.{what}", provision, what, scale, rule.unit)
            said.append((output, _sized(when, computer.amount(rule), scale // shape.scale, of)))
        if provision in why:
            said.append((Output(f"{provision.id}.why", provision, "why"), why[provision].why))
            said.append((Output(f"{provision.id}.missing", provision, "missing"), why[provision].missing))
        for output, compute in said:
            outputs[of].append(output)
            computed[of].append(compute)
    return Steps(
        {model: tuple(names) for model, names in computer.read.items()},
        {model: tuple(found) for model, found in outputs.items()},
        keep,
        max(_FEWEST_ROWS, min(_MOST_ROWS, _CELLS // (1 + computer.kept + _LIST * 2 * len(why)))),
        {model: tuple(found) for model, found in computed.items()},
    )


def _holding(when: Judge, of: str) -> Callable[[Block], Any]:
    def holding(block: Block) -> Any:  # noqa: ANN401 - pyarrow has no types
        said, many = when(block), block.of(of).many
        return _array(arrow.bool_(), many, said.told, _packed(said.yes, many))

    return holding


def _sized(when: Judge, amount: Sized, factor: int, of: str) -> Callable[[Block], Any]:
    def sized(block: Block) -> Any:  # noqa: ANN401 - pyarrow has no types
        holds, many = when(block).yes, block.of(of).many
        if is_never(holds):
            return arrow.nulls(many, arrow.int64())
        said = amount(block)
        size = said.size if factor == 1 else said.size * factor
        whole = numpy.ascontiguousarray(numpy.broadcast_to(size, many), dtype=numpy.int64)
        return _array(arrow.int64(), many, both(holds, said.known), whole)

    return sized


def _array(kind: Any, many: int, known: Mask, values: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    valid = None if known is True else arrow.py_buffer(_packed(known, many))
    return arrow.Array.from_buffers(kind, many, [valid, arrow.py_buffer(values)])


def _packed(mask: Mask, many: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    return numpy.packbits(numpy.broadcast_to(mask, many), bitorder="little")
