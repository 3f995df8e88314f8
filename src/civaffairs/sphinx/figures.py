"""How a figure, a name and a place stand in a cell: first as printed, below it as the library reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from docutils import nodes

from civaffairs.domain.observations import Missing, Printed
from civaffairs.domain.rules.expr import Literal
from civaffairs.domain.sources import Trust
from civaffairs.domain.targets import Between, Bound, Qualitative, say
from civaffairs.domain.units import Amount, AmountRange, plain
from civaffairs.sphinx.elements import Inline, Pen, chinese, entry, link, note
from civaffairs.sphinx.objects import of_clause, of_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from civaffairs.domain.names import Label
    from civaffairs.domain.observations import Observation, Value
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.targets import Predicate

# Most words of comparison stand before the number. These stand inside what is counted (700余名, 3万余人) …
_INSIDE = frozenset({"余", "多"})
# … and these behind it (55%以上).
_BEHIND = frozenset({"以上", "以下", "以内", "左右", "及以上", "及以下"})
_MYRIADS = ("万", "亿")
_IN_ENGLISH = {
    "余": "figure_over",
    "多": "figure_over",
    "超过": "figure_over",
    "约": "figure_about",
    "左右": "figure_about",
    "近": "figure_nearly",
    "不低于": "figure_at_least",
    "以上": "figure_at_least",
    "及以上": "figure_at_least",
}
_NOTHING_SAID = Printed()


def named(pen: Pen, name: nodes.Node, label: Label, notes: Iterable[Label | None] = ()) -> nodes.entry:
    """Return a name, on an English page with its English handle below it, and what is to be said of it."""
    english = [] if pen.lang == "zh" else [note(label.en)]
    said = dict.fromkeys(each.text(pen.lang) for each in notes if each is not None)
    return entry(name, *english, *(note(words) for words in said))


def shown_value(pen: Pen, value: Value) -> str:
    """Return a value in words; what is missing stands as the source prints it."""
    if isinstance(value, bool):
        return pen.says("page_yes" if value else "page_no")
    if isinstance(value, Missing):
        return value.printed or pen.says("page_blank")
    return value.text(pen.lang)


def reported(pen: Pen, seen: Observation) -> nodes.entry:
    """Return a reported figure as printed, with its reading, and whether it is printed at all."""
    printed = seen.printed or _NOTHING_SAID
    words = _figure_as_printed(pen, seen)
    cell = _read(pen, words, _reading(pen, seen), read=_is_word(printed))
    if seen.derived:
        cell += note(pen.says("page_derived"))
    return cell


def promised(pen: Pen, predicate: Predicate | Missing | None, printed: Printed) -> nodes.entry:
    """Return what is promised as printed, with its reading; empty where the source says no figure."""
    if predicate is None:
        return entry(chinese(printed.value) if printed.value else "")
    if isinstance(predicate, Missing):
        return entry(chinese(shown_value(pen, predicate)), note(predicate.why.label.text(pen.lang)))
    # In Chinese a comparator or an interval says it all; a bare number is read by which way is better.
    evident = pen.lang == "zh" and (printed.comparator or isinstance(predicate, Between))
    reading = "" if evident and not _is_word(printed) else say(predicate, pen.lang)
    words = _promise_as_printed(predicate, printed)
    counted = not isinstance(predicate, Qualitative)  # what a person judges is said, not read as a number
    return _read(pen, words, reading, read=counted and (pen.lang == "zh" or _is_word(printed)))


def place(pen: Pen, clause: Clause | str, plan: Plan) -> nodes.entry:
    """Return where a figure stands: the place, and the document with its trust mark if it is another one.

    The first cell that says a place is what references to it lead to, unless the list of documents
    paraphrases it.
    """
    if isinstance(clause, str):
        return entry(chinese(clause))
    where: nodes.Node = chinese(clause.locator)
    if clause.gloss is not None:
        where = link(of_clause(clause), where)
    if clause.document == plan.document:
        cell = entry(where)
    else:
        title = chinese(f"《{clause.document.label.zh}》")
        marked = [] if clause.trust is Trust.OFFICIAL else [note(clause.trust.text(pen.lang))]
        cell = entry([link(of_document(clause.document), title), nodes.Text(" "), where], *marked)
    if clause.gloss is None:
        pen.anchor(cell, of_clause(clause))
    return cell


def cited(clause: Clause, plan: Plan) -> nodes.Node:
    """Return a clause by its place, and by its document where that is not the plan's own."""
    at_home = clause.document == plan.document
    return link(of_clause(clause), chinese(clause.locator if at_home else clause.text("zh")))


def _read(pen: Pen, words: str, reading: str, *, read: bool) -> nodes.entry:
    shown: list[Inline | nodes.paragraph] = [chinese(words)] if words else []
    # A thing that is merely counted reads the same in every language: 4所 needs no 4 below it.
    if reading and _comparable(reading) not in _comparable(words):
        shown.append(note(pen.says("page_read_as", value=reading) if read else reading))
    return entry(*shown)


def _is_word(printed: Printed) -> bool:
    """Whether a word stands in the source for a number."""
    return printed.value is not None and not any(sign.isdigit() for sign in printed.value)


def _comparable(words: str) -> str:
    return normalize("NFKC", words).replace(",", "").replace("–", "-")


def _reading(pen: Pen, seen: Observation) -> str:
    """What a figure says in the page's language; a Chinese figure says it by itself, a word does not."""
    printed = seen.printed or _NOTHING_SAID
    if isinstance(seen.value, Missing):
        return seen.value.why.label.text(pen.lang)
    if pen.lang == "zh" and not _is_word(printed):
        return ""
    reading = shown_value(pen, seen.value)
    code = _IN_ENGLISH.get(printed.comparator or "")
    return reading if code is None else pen.says(code, amount=reading)


def _figure_as_printed(pen: Pen, seen: Observation) -> str:
    printed = seen.printed or _NOTHING_SAID
    match seen.value:
        case Amount() | AmountRange() as value:
            return _written(_digits(value), _unit(value, printed), printed)
        case value:
            return printed.value or shown_value(pen, value)


def _promise_as_printed(predicate: Predicate, printed: Printed) -> str:
    match predicate:
        case Bound(_, Literal(amount)):
            return _written(_digits(amount), _unit(amount, printed), printed)
        case Between(Literal(low), Literal(high)):
            both = AmountRange(low, high)
            return _written(_digits(both), _unit(both, printed), printed)
        case _:
            return printed.value or say(predicate, "zh")


def _digits(value: Amount | AmountRange) -> str:
    if isinstance(value, AmountRange):
        return f"{plain(value.low.number)}-{plain(value.high.number)}"
    return plain(value.number)


def _unit(value: Amount | AmountRange, printed: Printed) -> str:
    known = value.low.unit if isinstance(value, AmountRange) else value.unit
    return printed.unit if printed.unit is not None else known.text("zh")


def _written(digits: str, unit: str, printed: Printed) -> str:
    """Put number, unit and word of comparison in the order in which Chinese text has them."""
    figure = printed.value or digits
    said = printed.comparator or ""
    if said in figure:  # the word that stands for the figure holds it already: 基本无
        said = ""
    if figure.endswith(unit) or _is_word(printed):
        unit = ""
    if said in _INSIDE:
        multiple = unit[:1] if unit.startswith(_MYRIADS) else ""
        return f"{figure}{multiple}{said}{unit.removeprefix(multiple)}"
    return f"{figure}{unit}{said}" if said in _BEHIND else f"{said}{figure}{unit}"
