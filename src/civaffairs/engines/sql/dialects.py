"""How engines that speak SQL differ where rules need it: a small table.

Both engines truncate when they divide whole numbers, and give the remainder the sign of the dividend; nothing
else that they do silently is relied upon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@frozen
class Dialect:
    """The words of one engine.

    Attributes:
        name: what the engine is called.
        mark: what stands around a name.
        whole: a whole number of 64 bits.
        quotient: the quotient of two whole numbers, rounded towards zero.
        terms: a list of texts.
        overlap: whether two lists of texts have one in common.
        no_terms: an empty list of texts.
        compact: a list of texts without those that are NULL.
        picked: an item of a list by its place, the first being 1.
        filtered: those items of a list, each called `each`, for which something holds.
        prefixed: the texts of a list behind another one.
        joined: several lists one behind the other.
        field: a field of a structure, with its name.
        fields: a structure.
        collected: a list of what stands in the rows of a group.
        unfolded: a row for each item of a list.
    """

    name: str
    mark: str
    whole: str
    quotient: str
    terms: str
    overlap: str
    no_terms: str
    compact: str
    picked: str
    filtered: str
    prefixed: str
    joined: str
    field: str
    fields: str
    collected: str
    unfolded: str

    def quoted(self, name: str) -> str:
        """Return a name as it is written.

        Example:
            >>> DUCKDB.quoted("child.orphan")
            '"child.orphan"'
        """
        return f"{self.mark}{name.replace(self.mark, self.mark * 2)}{self.mark}"

    def is_name(self, text: str) -> bool:
        """Whether a text is one quoted name and nothing else.

        Example:
            >>> DUCKDB.is_name('"a"'), DUCKDB.is_name('"a" + "b"')
            (True, False)
        """
        inside = text[1:-1]
        return len(text) > 2 and text[0] == text[-1] == self.mark and self.mark not in inside

    def number(self, value: int) -> str:
        """Return a whole number of 64 bits, so that no product of two of them is computed in 32.

        Example:
            >>> DUCKDB.number(600), DUCKDB.number(-1), SPARK.number(600)
            ('600::BIGINT', '(-1::BIGINT)', '600L')
        """
        size = self.whole.format(abs(value))  # Spark knows no other place for the minus than before it all
        return size if value >= 0 else f"(-{size})"

    def divided(self, over: str, under: str) -> str:
        """Return the quotient of two whole numbers, rounded towards zero."""
        return self.quotient.format(over, under)

    def has_one_of(self, terms: str, ids: Iterable[str]) -> str:
        """Return that a list of terms has one of these in it."""
        return self.overlap.format(terms, self.terms.format(", ".join(text(each) for each in ids)))

    def structure(self, fields: Mapping[str, str]) -> str:
        """Return a structure of expressions by the names of its fields.

        Example:
            >>> DUCKDB.structure({"age": "1 + 1"}), SPARK.structure({"age": "1 + 1"})
            ("{'age': 1 + 1}", "named_struct('age', 1 + 1)")
        """
        inside = (self.field.format(text(name), expression) for name, expression in fields.items())
        return self.fields.format(", ".join(inside))

    def texts_where(self, chosen: Iterable[tuple[str, str]]) -> str:
        """Return the list of those texts whose condition holds.

        Example:
            >>> DUCKDB.texts_where([("a", "ill")])
            "list_filter([CASE WHEN ill THEN 'a' END], lambda each: each IS NOT NULL)"
        """
        parts = [f"CASE WHEN {when} THEN {text(value)} END" for value, when in chosen]
        return self.compact.format(", ".join(parts)) if parts else self.no_terms

    def chosen_texts(self, texts: str, picks: str, before: str = "") -> str:
        """Return those texts of a list for which something holds, each behind another text.

        Example:
            >>> DUCKDB.chosen_texts("found", "(each IN ('a'))")
            "list_filter(found, lambda each: (each IN ('a')))"
        """
        found = self.filtered.format(texts, picks)
        return self.prefixed.format(found, text(before)) if before else found


DUCKDB = Dialect(
    name="DuckDB",
    mark='"',
    whole="{}::BIGINT",
    quotient="({} // {})",
    terms="[{}]",
    overlap="list_has_any({}, {})",
    no_terms="[]::VARCHAR[]",
    compact="list_filter([{}], lambda each: each IS NOT NULL)",
    picked="list_extract({}, {})",
    filtered="list_filter({}, lambda each: {})",
    prefixed="list_transform({}, lambda each: concat({}, each))",
    joined="list_concat({})",
    field="{}: {}",
    fields="{{{}}}",
    collected="list({})",
    unfolded="unnest({})",
)
SPARK = Dialect(
    name="Spark",
    mark="`",
    whole="{}L",
    quotient="({} div {})",
    terms="array({})",
    overlap="coalesce(arrays_overlap({}, {}), FALSE)",
    no_terms="cast(array() AS ARRAY<STRING>)",
    compact="filter(array({}), each -> each IS NOT NULL)",
    picked="element_at({}, {})",
    filtered="filter({}, each -> {})",
    prefixed="transform({}, each -> concat({}, each))",
    joined="concat({})",
    field="{}, {}",
    fields="named_struct({})",
    collected="collect_list({})",
    unfolded="explode({})",
)


def text(value: str) -> str:
    """Return a text as it is written.

    Example:
        >>> text("it's")
        "'it''s'"
    """
    return "'" + value.replace("'", "''") + "'"


def day_of(value: date) -> str:
    """Return a date as it is written.

    Example:
        >>> from datetime import date
        >>> day_of(date(2024, 3, 1))
        "DATE '2024-03-01'"
    """
    return f"DATE '{value.isoformat()}'"
