"""Every figure that sources state, one row each: value and unit as the source prints them.

万元 stays 万元 and a count stays a count. An interval is written `28..35`, a formula as text, and where the
source gives no value the cell is empty and the note says what stands there.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from fractions import Fraction
from io import StringIO
from typing import TYPE_CHECKING

from attrs import asdict, evolve, fields_dict, frozen

from civaffairs.domain.observations import Missing, Observation
from civaffairs.domain.plan import Deed
from civaffairs.domain.rules.depends import rules_of
from civaffairs.domain.rules.expr import Compare, Literal, Multiple, Series
from civaffairs.domain.rules.render import render
from civaffairs.domain.rules.walk import nodes
from civaffairs.domain.sources import Clause, Trust
from civaffairs.domain.targets import PRINTED, Between, Bound, Measure, Qualitative, say
from civaffairs.domain.units import RATIO, Amount, AmountRange, exact, plain
from civaffairs.errors import language, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from civaffairs.domain.names import Label
    from civaffairs.domain.observations import Printed, Value
    from civaffairs.domain.plan import Commitment, Plan, Row
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Expr, Quantity, Rule
    from civaffairs.domain.standards import Standard
    from civaffairs.domain.targets import Predicate, Target
    from civaffairs.domain.topics import Topic
    from civaffairs.errors import Language

_HELPERS = (Amount(1, "人"), Amount(1, RATIO))
_DEEDS = {Deed.BUILD: "project", Deed.SERVE: "project", Deed.REACH: "target", Deed.INTRODUCE: "rule"}


def _one_line(text: str) -> str:
    """A cell of one line, so that every reader of CSV finds one row a fact."""
    return " ".join(text.split())


@frozen(field_transformer=lambda _, fields: [field.evolve(converter=_one_line) for field in fields])
class Fact:
    """One stated figure.

    Attributes:
        id: unique among all facts, and stable while the plan's rows keep their indicators.
        jurisdiction: the slug of its plugin.
        kind: baseline, achievement, target, milestone, standard, rule or project.
        topic: the subject, as a word for programs.
        name_zh: the heading as printed.
        name_en: the term of the field.
        value: as printed; empty where there is none.
        unit: as printed; where the source leaves it blank, as it is read, and the note says so.
        comparator: as printed; empty for a bare number.
        period: the year, date or span that the figure is about.
        nature: binding or expected; empty where the source does not say.
        document: the id of the document.
        locator: the place in it.
        note: what the document says of the figure, and the reading that the model takes.
    """

    id: str
    jurisdiction: str
    kind: str
    topic: str
    name_zh: str
    name_en: str
    value: str
    unit: str
    comparator: str
    period: str
    nature: str
    document: str
    locator: str
    note: str


COLUMNS = tuple(fields_dict(Fact))


def facts(
    plans: Iterable[Plan],
    standards: Iterable[Standard] = (),
    rules: Iterable[Rule] = (),
    *,
    topics: Mapping[str, Topic] | None = None,
    plugins: Mapping[str, str] | None = None,
    lang: Language | None = None,
) -> tuple[Fact, ...]:
    """Return a fact for every figure that the plans, standards and rules state, in their order.

    Args:
        plans: the plans.
        standards: the standards; a fact for each entry.
        rules: the rules; a fact for each number of each version, or one for a version without a number.
        topics: the subjects of rules by id, see `topics_of`; a rule that is not there has none.
        plugins: the slug of each jurisdiction's plugin, where it is another than the jurisdiction's own.
        lang: the language of the notes, by default the one in force; all else is as the sources have it.
    """
    chosen = lang or language()
    found = [fact for plan in plans for fact in _of_plan(plan, chosen)]
    found += [fact for standard in standards for fact in _of_standard(standard, chosen)]
    found += [fact for rule in rules for fact in _of_rule(rule, topics or {}, chosen)]
    slugs = plugins or {}
    found = [evolve(fact, jurisdiction=slugs.get(fact.jurisdiction, fact.jurisdiction)) for fact in found]
    seen: Counter[str] = Counter()
    unique = []
    for fact in found:
        seen[fact.id] += 1
        # The same figure can be stated twice; the second statement is a fact of its own, and the first keeps
        # its id when a second one is added.
        unique.append(fact if seen[fact.id] == 1 else evolve(fact, id=f"{fact.id}#{seen[fact.id]}"))
    return tuple(unique)


def topics_of(provisions: Iterable[Provision]) -> dict[str, Topic]:
    """Return the subject of every rule that provisions rest on, by its id, whoever lays it down."""
    found: dict[str, Topic] = {}
    for provision in provisions:
        ahead = list(provision.rules)
        while ahead:
            rule = ahead.pop()
            if rule.id not in found:
                found[rule.id] = provision.topic
                ahead += [below for entry in rule.timeline for below in rules_of(entry.value)]
    return found


def to_csv(rows: Iterable[Fact]) -> str:
    """Return the facts as CSV with a header, in UTF-8 without a byte-order mark."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(row, column) for column in COLUMNS] for row in rows)
    return text.getvalue()


def to_json(rows: Iterable[Fact]) -> str:
    """Return the facts as a JSON array of objects."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def _of_plan(plan: Plan, lang: Language) -> Iterator[Fact]:
    for row in plan.rows:
        for seen in _printed(row.baselines):
            yield _of_observation(plan, seen, "baseline", row, lang)
        for target in row.targets:
            yield _of_target(plan, row, target, lang)
        for seen in _printed(row.results):
            yield _of_observation(plan, seen, "achievement", row, lang)
    for seen in _printed(plan.situation):
        yield _of_observation(plan, seen, "baseline", None, lang)
    for seen in _printed(plan.observations):
        yield _of_observation(plan, seen, "achievement", None, lang)
    for commitment in plan.commitments:
        yield _of_commitment(plan, commitment, lang)


def _printed(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Leave out what we computed ourselves, which stands in no source."""
    return (seen for seen in observations if not seen.derived)


def _of_observation(plan: Plan, seen: Observation, kind: str, row: Row | None, lang: Language) -> Fact:
    clause = seen.source if isinstance(seen.source, Clause) else None
    said = message("document_says", word=seen.verdict.printed).text(lang) if seen.verdict else ""
    if _word(seen.printed) and isinstance(seen.value, Amount):
        said = message("read_as", target=seen.value).text(lang)
    nature = row.nature if row else None
    return Fact(
        id=f"{plan.id}/{seen.of.id}/{seen.period}/{kind}",
        jurisdiction=plan.jurisdiction,
        kind=kind,
        topic="" if isinstance(seen.of, Series) else seen.of.topic.slug,
        name_zh=row.name if row else seen.of.label.zh,
        name_en=seen.of.label.en,
        value=_value(seen.value, seen.printed),
        unit=_unit(seen.printed, seen.value, seen.of.unit.text("zh")),
        comparator=(seen.printed.comparator or "") if seen.printed else "",
        period=str(seen.period),
        nature=nature.name.lower() if nature else "",
        document=clause.document.id if clause else "",
        locator=clause.locator if clause else str(seen.source),
        note=_note(seen.value, said, seen.note, clause, lang),
    )


def _of_target(plan: Plan, row: Row, target: Target, lang: Language) -> Fact:
    growth = target.measure is Measure.ANNUAL_GROWTH
    kind = "milestone" if target.milestone else "target"
    amounts = next((bound.amount for bound in _literals(target.predicate)), None)
    said = _reading(target.predicate, target.printed, lang)
    return Fact(
        id=f"{plan.id}/{target.indicator.id}/{target.by}/{'annual_growth' if growth else kind}",
        jurisdiction=plan.jurisdiction,
        kind=kind,
        topic=target.indicator.topic.slug,
        name_zh=row.name + ("(年均增长)" if growth else ""),
        name_en=target.indicator.label.en + (" (average annual growth)" if growth else ""),
        value=_promised(target.predicate, target.printed),
        unit=_unit(target.printed, amounts, "%" if growth else target.indicator.unit.text("zh")),
        comparator=target.printed.comparator or "",
        period=str(target.by),
        nature=target.nature.name.lower() if target.nature else "",
        document=target.clause.document.id,
        locator=target.clause.locator,
        note=_note(target.predicate, said, target.note, target.clause, lang),
    )


def _of_commitment(plan: Plan, commitment: Commitment, lang: Language) -> Fact:
    kind = _DEEDS[commitment.deed]
    if commitment.deed is Deed.REACH:
        early = commitment.by is not None and commitment.by.end < plan.years.end
        kind = "milestone" if early else "target"
    predicate, printed = commitment.predicate, commitment.printed
    amount = next((bound.amount for bound in _literals(predicate)), None)
    return Fact(
        id=f"{plan.id}/{commitment.id}",
        jurisdiction=plan.jurisdiction,
        kind=kind,
        topic=commitment.topic.slug,
        name_zh=commitment.label.zh,
        name_en=commitment.label.en,
        value=_word(printed) if predicate is None else _promised(predicate, printed),
        unit="" if predicate is None else _unit(printed, amount, ""),
        comparator=printed.comparator or "",
        period=str(commitment.by or ""),
        nature="",
        document=commitment.clause.document.id,
        locator=commitment.clause.locator,
        note=_note(None, _reading(predicate, printed, lang), commitment.note, commitment.clause, lang),
    )


def _of_standard(standard: Standard, lang: Language) -> Iterator[Fact]:
    for entry in standard.timeline:
        yield Fact(
            id=f"{standard.jurisdiction}/{standard.id}/{entry.start}",
            jurisdiction=standard.jurisdiction,
            kind="standard",
            topic=standard.topic.slug,
            name_zh=standard.label.zh,
            name_en=standard.label.en,
            value=plain(entry.value.number),
            unit=entry.value.unit.text("zh"),
            comparator="",
            period=str(entry.start),
            nature="",
            document=entry.clause.document.id,
            locator=entry.clause.locator,
            note=_note(None, "", None, entry.clause, lang),
        )


def _of_rule(rule: Rule, topics: Mapping[str, Topic], lang: Language) -> Iterator[Fact]:
    topic = topics.get(rule.id)
    for entry in rule.timeline:
        numbers = tuple(_numbers(entry.value)) or ((render(entry.value, "zh"), "", ""),)
        for value, unit, comparator in numbers:
            yield Fact(
                id=f"{rule.jurisdiction}/{rule.id}/{entry.start}",
                jurisdiction=rule.jurisdiction,
                kind="rule",
                topic=topic.slug if topic else "",
                name_zh=rule.label.zh,
                name_en=rule.label.en,
                value=value,
                unit=unit,
                comparator=comparator,
                period=str(entry.start),
                nature="",
                document=entry.clause.document.id,
                locator=entry.clause.locator,
                note=_note(None, render(entry.value, lang), None, entry.clause, lang),
            )


def _numbers(tree: Expr) -> Iterator[tuple[str, str, str]]:
    """The numbers of a rule's own tree, each with its unit and the sign before it.

    No source states the zero below which an amount does not fall, or the one by which a unit is changed.
    """
    signs: dict[int, str] = {}
    for node in nodes(tree):
        match node:
            case Compare(_, comparator, Literal() as bound):
                signs[id(bound)] = PRINTED[comparator]
            case Literal(amount) if amount.number and (id(node) in signs or amount not in _HELPERS):
                yield plain(amount.number), amount.unit.text("zh"), signs.get(id(node), "")
            case Multiple(ratio, _) if ratio > 1:
                yield plain(ratio), "倍", ""
            case Multiple(ratio, _):
                yield plain(exact(Fraction(ratio) * 100)), "%", ""


def _word(printed: Printed | None) -> str:
    """The word that stands in the source for a number, as 全覆盖 or 翻一番; empty where there are digits."""
    word = (printed.value or "") if printed else ""
    return "" if any(sign.isdigit() for sign in word) else word


def _value(value: Value, printed: Printed | None) -> str:
    match value:
        case Missing():
            return ""
        case bool():
            return "是" if value else "否"
        case AmountRange(low, high):
            return f"{plain(low.number)}..{plain(high.number)}"
        case Amount(number, unit):
            as_printed = printed.value if printed and unit == RATIO else None
            return as_printed or _word(printed) or plain(number)


def _promised(predicate: Predicate | Missing, printed: Printed) -> str:
    match predicate:
        case Missing():
            return ""
        case Bound(_, Literal(amount)):
            return _value(amount, printed)
        case Between(Literal(low), Literal(high)):
            return f"{plain(low.number)}..{plain(high.number)}"
        case Bound(_, bound):
            return render(bound, "zh")
        case Between(low, high):
            return f"{render(low, 'zh')}..{render(high, 'zh')}"
        case Qualitative(label):
            return label.zh


def _literals(predicate: Predicate | Missing | None) -> Iterator[Literal]:
    bounds: tuple[Quantity, ...] = ()
    if isinstance(predicate, Bound):
        bounds = (predicate.bound,)
    elif isinstance(predicate, Between):
        bounds = (predicate.low, predicate.high)
    return (bound for bound in bounds if isinstance(bound, Literal))


def _reading(predicate: Predicate | Missing | None, printed: Printed, lang: Language) -> str:
    """Say how a word or a bare number is read, since the source prints no comparator."""
    if isinstance(predicate, Bound) and (not printed.comparator or _word(printed)):
        return message("read_as", target=say(predicate, lang)).text(lang)
    return ""


def _unit(printed: Printed | None, value: object, otherwise: str) -> str:
    if _word(printed):
        return ""  # 全覆盖 is no percentage in print
    if printed is not None and printed.unit:
        return printed.unit
    if isinstance(value, AmountRange):
        value = value.low
    return value.unit.text("zh") if isinstance(value, Amount) else otherwise


def _note(value: object, said: str, note: Label | None, clause: Clause | None, lang: Language) -> str:
    absence = value.text(lang) if isinstance(value, Missing) else ""
    trust = "" if clause is None or clause.trust is Trust.OFFICIAL else clause.trust.text(lang)
    return "; ".join(part for part in (absence, said, note.text(lang) if note else "", trust) if part)
