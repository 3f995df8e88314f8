"""A progress report as plain data: dictionaries, lists and texts in both languages, ready for JSON.

The keys are stable; `FORMAT` changes with them. Numbers are exact texts, as a decimal number (`"48.8"`) or,
where that has no end, as a fraction (`"146/3"`). What is not known is `{"unknown": {"zh": …, "en": …}}`,
never zero; what has no place is `null`.

A report has the keys `format`, `plan`, `jurisdiction`, `years`, `document`, `on`, `counts`, `failures`,
`deviations`, `methods`, `claim` and `targets`; a target has `id`, `indicator`, `number`, `heading`, `label`,
`topic`, `nature`, `baseline`, `target`, `due`, `milestone`, `growth`, `observation`, `expected`, `inputs`,
`outcome`, `consequence`, `method`, `reason`, `missing`, `judgement`, `differs`, `clause` and `notes`. A
figure has `number` and `unit`, or `low` and `high`, or words in both languages, with its `period` and
`source`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from civaffairs.domain.sources import Clause
from civaffairs.domain.units import Amount, AmountRange, Size, exact, plain
from civaffairs.errors import LANGUAGES, DeclarationError
from civaffairs.present.words import NotKnown, words

if TYPE_CHECKING:
    from fractions import Fraction

    from civaffairs.domain.sources import Document
    from civaffairs.present.view import Cell, Figure, Judgement, ProgressView, RowView, Shown, TableView
    from civaffairs.present.words import Text

Record: TypeAlias = dict[str, Any]

FORMAT = "civaffairs-progress/1"


def record(view: ProgressView) -> Record:
    """Return the progress of a plan as plain data."""
    return {
        "format": FORMAT,
        "plan": {"id": view.id, **_both(view.plan)},
        "jurisdiction": {
            "id": view.jurisdiction.id,
            "code": view.jurisdiction.code,
            **_both(view.jurisdiction.label),
            "fictional": view.jurisdiction.fictional,
        },
        "years": str(view.years),
        "document": _document(view.document),
        "on": None if view.on is None else view.on.isoformat(),
        "counts": {outcome.name.lower(): number for outcome, number in view.counts},
        "failures": view.failures,
        "deviations": view.deviations,
        "methods": [{"id": method.name.lower(), **_both(method.label)} for method in view.methods],
        "claim": _judgement(view.claim),
        "targets": [_target(row) for row in view.rows],
    }


def table_record(table: TableView) -> Record:
    """Return any table as plain data: a list of rows, each with the keys of the columns.

    Example:
        >>> from civaffairs.present.view import Column, TableView
        >>> table_record(TableView("Counts", (Column("n", "Number"),), ((3,), (None,))))["rows"]
        [{'n': 3}, {'n': None}]
    """
    return {
        "title": _both(table.title),
        "columns": [{"key": column.key, **_both(column.heading)} for column in table.columns],
        "rows": [
            {column.key: _cell(cell) for column, cell in zip(table.columns, row, strict=True)}
            for row in table.rows
        ],
        "footnotes": [_both(note) for note in table.footnotes],
    }


def _both(text: Text) -> Record:
    return {lang: words(text, lang) for lang in LANGUAGES}


def _cell(cell: Cell) -> object:
    if cell is None or isinstance(cell, int | str):
        return cell
    return _known(cell)


def _known(text: Text) -> Record:
    return {"unknown": _both(text.why)} if isinstance(text, NotKnown) else _both(text)


def _document(document: Document) -> Record:
    return {
        "id": document.id,
        **_both(document.label),
        "issuer": document.issuer,
        "issued": None if document.issued is None else str(document.issued),
        "trust": {"id": document.trust.name.lower(), **_both(document.trust)},
        "number": document.number or None,
        "url": document.url or None,
    }


def _target(row: RowView) -> Record:
    return {
        "id": row.id,
        "indicator": row.indicator,
        "number": row.number,
        "heading": row.heading,
        "label": _both(row.label),
        "topic": _both(row.topic),
        "nature": _known(row.nature),
        "baseline": _figure(row.baseline),
        "target": {**_known(row.target), "low": _end(row.low), "high": _end(row.high)},
        "due": str(row.due),
        "milestone": row.milestone,
        "growth": row.growth,
        "observation": _figure(row.observation),
        "expected": None if row.expected is None else _figure(row.expected),
        "inputs": [_both(each) for each in row.inputs],
        "outcome": {"id": row.outcome.name.lower(), **_both(row.outcome.label)},
        "consequence": {"id": row.consequence.name.lower(), **_both(row.consequence.label)},
        "method": None if row.method is None else {"id": row.method.name.lower(), **_both(row.method.label)},
        "reason": {"code": row.reason.code, **_both(row.reason)},
        "missing": [{"code": each.code, **_both(each)} for each in row.missing],
        "judgement": _judgement(row.judgement),
        "differs": row.differs,
        "clause": _clause(row.clause),
        "notes": [_both(note) for note in row.notes],
    }


def _figure(figure: Figure) -> Record:
    source = figure.source
    return {
        **_value(figure.value),
        "period": None if figure.period is None else str(figure.period),
        "source": _clause(source)
        if isinstance(source, Clause)
        else None
        if source is None
        else words(source, "zh"),
    }


def _end(amount: Amount | None) -> Record | None:
    return None if amount is None else _value(amount)


def _value(value: Shown) -> Record:
    match value:
        case Amount(number, unit):
            return {"number": plain(number), "unit": str(unit)}
        case AmountRange(low, high):
            return {"low": _value(low), "high": _value(high)}
        case Size(number, unit):
            return {"number": _exact(number), "unit": str(unit)}
        case _:
            return _known(value)


def _exact(number: Fraction) -> str:
    try:
        return plain(exact(number))
    except DeclarationError:
        return str(number)


def _judgement(judgement: Judgement | None) -> Record | None:
    if judgement is None:
        return None
    return {
        "reached": judgement.verdict.reached,
        "printed": judgement.verdict.printed,
        "of_all": None if judgement.clause is None else _clause(judgement.clause),
    }


def _clause(clause: Clause) -> Record:
    gloss = None if clause.gloss is None else _both(clause.gloss)
    return {"document": clause.document.id, "locator": clause.locator, "gloss": gloss, **_both(clause)}
