"""Provisions in one edition as one query over registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast
from typing import Literal as OneOf

from attrs import field, frozen

from civaffairs.domain.rulebook import versions_behind
from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.outputs import Output, amounts_of, scale_of
from civaffairs.engines.sql.dialects import DUCKDB, Dialect
from civaffairs.engines.sql.emit import Emitter
from civaffairs.engines.sql.flat import written_flat
from civaffairs.engines.sql.nested import written_nested
from civaffairs.engines.sql.reasons import Reasons
from civaffairs.engines.sql.relations import Relations
from civaffairs.engines.sql.said import NO, every
from civaffairs.errors import InputInvalid, fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Edition
    from civaffairs.engines.columns import Given

Layout: TypeAlias = OneOf["flat", "nested"]


@frozen
class Query:
    """Provisions as a query, with one row for each of the outermost things: households.

    A provision is NULL where it cannot be told whether it holds; an amount where it does not hold or the
    amount is not known. Money is in fen, or in smaller units where a rule leads to them. What is said of the
    members of a household stands in a list, `members`, of structures with their `person_id`.

    Attributes:
        text: the query.
        registers: the columns that are read, by the model of the things in each register; a list is a column
            of its holder, and the columns of its items stand under their own model. Keys are left out.
        outputs: the columns that come out, by the model that they are about, the outermost first.
    """

    text: str
    registers: Mapping[str, tuple[str, ...]]
    outputs: Mapping[str, tuple[Output, ...]]


def query(
    provisions: Sequence[Provision],
    edition: Edition,
    on: date,
    *,
    given: Given,
    layout: Layout,
    reasons: bool = True,
    dialect: Dialect = DUCKDB,
    sources: Mapping[str, str] | None = None,
    keep: Sequence[str] = ("township",),
) -> Query:
    """Return provisions as a query, the same one each time.

    Args:
        provisions: what is asked: provisions of households and of their members together.
        edition: what holds there and then.
        on: the day for which it is asked.
        given: which columns the registers have.
        layout: one register of households and one of persons, or one relation in which the members are a list
            of their household; the latter is written for DuckDB only.
        reasons: whether it is said why a provision does not hold or cannot be told.
        dialect: the words of the engine.
        sources: for each register the relation that it is, by default called as the model is.
        keep: other columns of households that pass through.

    Raises:
        InputInvalid: where no provision is asked for, or some that have no register in common.
        RuleRefused: where a rule cannot be computed in SQL.
        DeclarationError: where a rule rests on itself.

    Example:
        >>> from datetime import date
        >>> from civaffairs import load
        >>> from civaffairs.engines.columns import Given
        >>> taoyuan, day = load()["taoyuan"].rulebook, date(2024, 9, 1)
        >>> given = Given({"Household": ["area", "assets"], "Person": ["incomes.wages", "employed"]})
        >>> asked = query([taoyuan.provision("dibao")], taoyuan.on(day), day, given=given, layout="nested")
        >>> asked.registers["Household"], [each.name for each in asked.outputs["Household"]][:2]
        (('area', 'assets'), ['dibao', 'dibao.amount'])
    """
    memo = cast("dict[object, Query]", edition.memo.setdefault("queries", {}))
    ids = tuple(each.id for each in provisions)
    places = tuple(sorted((sources or {}).items()))
    key = ids, on, given, layout, reasons, dialect.name, places, tuple(keep)
    if key not in memo:
        asked = _Asked(edition, Emitter(edition, on, Relations(dialect), given), reasons=reasons)
        memo[key] = asked.query(provisions, layout, sources or {}, keep)
    return memo[key]


@frozen(eq=False)
class _Asked:
    edition: Edition
    emitter: Emitter
    reasons: bool = field(kw_only=True)

    def query(
        self, provisions: Sequence[Provision], layout: Layout, sources: Mapping[str, str], keep: Sequence[str]
    ) -> Query:
        models = {each.of for each in provisions}
        roots = sorted({lineage(model)[-1] for model in models})
        if len(roots) != 1:
            raise InputInvalid(fault("provisions_apart", models=", ".join(roots) or "-"))
        (outermost,) = roots
        outputs: dict[str, dict[Output, str]] = {
            model: {} for model in (outermost, *sorted(models - {outermost}))
        }
        for model in outputs:
            self.emitter.relations.register(model)
        for provision in provisions:
            versions_behind(provision.rules, self.edition)  # refuses a circle, which has no query
        reasons = Reasons(self.emitter, provisions) if self.reasons else None
        for provision in provisions:
            outputs[provision.of].update(self._said(provision, reasons))
        columns = {
            model: {output.name: text for output, text in said.items()} for model, said in outputs.items()
        }
        relations = self.emitter.relations
        if layout == "flat":
            text = written_flat(relations, columns, keep, sources)
        else:
            text = written_nested(relations, columns, keep, sources.get(outermost))
        read = {model: (*register.facts, *register.lists) for model, register in relations.registers.items()}
        return Query(text, read, {model: tuple(said) for model, said in outputs.items()})

    def _said(self, provision: Provision, reasons: Reasons | None) -> Iterator[tuple[Output, str]]:
        when = self.emitter.condition(provision.when)
        yes_or_no = f"CASE WHEN {when.yes} THEN TRUE WHEN {when.no} THEN FALSE END"
        yield Output(provision.id, provision, "holds"), when.yes if when.sure else yes_or_no
        for what, rule in amounts_of(provision):
            said, shape = self.emitter.amount(rule), self.emitter.shaper.shape(rule)
            known = every([when.yes, said.known])
            scale = scale_of(rule, shape)
            size = self.emitter.multiplied(said, scale // shape.scale).size
            size = f"CASE WHEN {known} THEN {size} END" if known != NO else "CAST(NULL AS BIGINT)"
            yield Output(f"{provision.id}.{what}", provision, what, scale, rule.unit), size
        if reasons is not None:
            yield Output(f"{provision.id}.why", provision, "why"), reasons.why(provision)
            yield Output(f"{provision.id}.missing", provision, "missing"), reasons.missing(provision)
