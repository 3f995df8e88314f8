"""How pages show a rule: its versions in words and formulas, dated and cited, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from civaffairs.domain.rules.depends import fields_of, rules_of, standards_of
from civaffairs.domain.rules.expr import AmountRule, Opaque
from civaffairs.domain.rules.latex import latex
from civaffairs.domain.rules.render import render
from civaffairs.domain.rules.walk import children
from civaffairs.domain.rules.walk import nodes as nodes_of
from civaffairs.domain.timeline import NotModelled
from civaffairs.sphinx.elements import Inline, Pen, chinese, colon, link, note, paragraph
from civaffairs.sphinx.objects import of_clause, of_rule, of_standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Expr, Rule
    from civaffairs.domain.sources import Clause
    from civaffairs.domain.timeline import Since


def rules_list(pen: Pen, book: Rulebook, rules: Iterable[Rule]) -> nodes.definition_list:
    """Return rules one below the other, each the place that references to it go to."""
    items = nodes.definition_list(classes=["civ-rules"])
    for rule in rules:
        term = nodes.term("", "", *_name(pen, rule))
        pen.anchor(term, of_rule(rule))
        body = nodes.definition("", *rule_body(pen, book, rule))
        items += nodes.definition_list_item("", term, body)
    return items


def named_rule(pen: Pen, book: Rulebook, rule: Rule) -> nodes.container:
    """Return a rule as it stands inside of a provision; what it rests on is said where it stands first."""
    name = paragraph(link(of_rule(rule), pen.term(rule.label)), nodes.Text(" "), _id(rule))
    shown = nodes.container("", name)
    pen.anchor(shown, of_rule(rule))
    shown.extend(rule_body(pen, book, rule) if shown["ids"] else [_versions(pen, rule)])
    return shown


def rule_body(pen: Pen, book: Rulebook, rule: Rule) -> Iterator[nodes.Element]:
    """Yield the versions of a rule, what they rest on, and the rules above that it replaces."""
    yield _versions(pen, rule)
    yield pen.fields(
        ("page_unit", rule.unit.text(pen.lang) if isinstance(rule, AmountRule) else None),
        ("page_rests_on_rules", _in_a_row(pen, _rules_below(book, rule))),
        ("page_rests_on_standards", _in_a_row(pen, _standards_below(pen, book, rule))),
        ("page_rests_on_facts", _in_a_row(pen, _facts_below(pen, rule))),
        ("page_replaces", _replaced(pen, book, rule)),
    )


def nearest(book: Rulebook, rule: Rule) -> Rule:
    """Return the rule that holds for one that is referred to: the same, or what replaces it here."""
    return book.rules.get(rule.id, (rule,))[0]


def opaque_of(rule: Rule) -> tuple[Opaque, ...]:
    """Return what functions compute in the versions of a rule, each once."""
    found = (node for entry in rule.timeline for node in nodes_of(entry.value) if isinstance(node, Opaque))
    return tuple(dict.fromkeys(found))


def _name(pen: Pen, rule: Rule) -> list[nodes.Node]:
    return [*pen.term(rule.label), nodes.Text(" "), _id(rule)]


def _id(rule: Rule) -> nodes.literal:
    return nodes.literal(rule.id, rule.id)


def _versions(pen: Pen, rule: Rule) -> nodes.bullet_list:
    listed = nodes.bullet_list(classes=["civ-versions"])
    beginning, *entries = rule.timeline.entries
    # That nothing is known before the first version is said last: nobody reads a rule for it.
    for entry in (*entries, beginning):
        shown = _gap(pen, entry) if isinstance(entry, NotModelled) else _version(pen, rule, entry)
        listed += nodes.list_item("", *shown)
    return listed


def _gap(pen: Pen, gap: NotModelled) -> Iterator[nodes.Element]:
    said = pen.says("page_gap", why=gap.why)
    yield note(f"{_when(pen, gap)}{colon(pen.lang)}{said}")


def _when(pen: Pen, gap: NotModelled) -> str:
    if gap.since is None:
        return pen.says("page_before", period=gap.before or "…")
    if gap.before is None:
        return pen.says("page_since", period=gap.since)
    return pen.says("page_gap_from", since=gap.since, before=gap.before)


def _version(pen: Pen, rule: Rule, entry: Since[Expr]) -> Iterator[nodes.Element]:
    """Since when and where it is laid down; what it says, the Chinese words first; and as a formula."""
    since = pen.says("page_since", period=entry.start)
    yield paragraph(nodes.strong(since, since), nodes.Text(" · "), *_cited(pen, entry.clause))
    yield paragraph(chinese(render(entry.value, "zh")))
    if pen.lang == "en":
        yield paragraph(render(entry.value, "en"))
    if isinstance(rule, AmountRule) and children(entry.value):
        yield _formula(pen, entry.value)
    for node in dict.fromkeys(nodes_of(entry.value)):
        if isinstance(node, Opaque):
            yield _opaque(pen, node)


def _cited(pen: Pen, clause: Clause) -> list[nodes.Node]:
    cited: list[nodes.Node] = [link(of_clause(clause), chinese(clause.text("zh")))]
    if clause.gloss is not None:
        cited.append(nodes.Text(colon(pen.lang) + clause.gloss.text(pen.lang)))
    return cited


def _formula(pen: Pen, tree: Expr) -> nodes.math_block:
    formula = latex(tree, pen.lang)
    return nodes.math_block(formula, formula, number=None, label=None, nowrap=False, classes=["civ-formula"])


def _opaque(pen: Pen, node: Opaque) -> nodes.paragraph:
    said = pen.says(
        "page_opaque",
        what=node.label,
        least=format(node.least, "f"),
        most=format(node.most, "f"),
        unit=node.unit,
        clause=node.clause,
    )
    return nodes.paragraph(said, said, classes=["civ-note", "civ-opaque"])


def _rules_below(book: Rulebook, rule: Rule) -> Iterator[nodes.Node]:
    """Links to what holds here: the nearest declaration of each rule that is referred to."""
    found = (each for entry in rule.timeline for each in rules_of(entry.value))
    yield from (link(thing) for thing in dict.fromkeys(of_rule(nearest(book, each)) for each in found))


def _standards_below(pen: Pen, book: Rulebook, rule: Rule) -> Iterator[nodes.Node]:
    """Links to the standards, or their names where nobody up to the nation sets one."""
    found = (each for entry in rule.timeline for each in standards_of(entry.value))
    for each in dict.fromkeys(found):
        declared = book.standards.get(each.id)
        yield link(of_standard(declared[0])) if declared else nodes.inline("", "", *pen.term(each.label))


def _facts_below(pen: Pen, rule: Rule) -> Iterator[nodes.Node]:
    found = (each.label for entry in rule.timeline for each in fields_of(entry.value))
    yield from (nodes.inline("", "", *pen.term(label)) for label in dict.fromkeys(found))


def _in_a_row(pen: Pen, parts: Iterable[nodes.Node]) -> Inline:
    row: list[nodes.Node] = []
    for part in parts:
        if row:
            row.append(nodes.Text("、" if pen.lang == "zh" else "; "))
        row.append(part)
    return row


def _replaced(pen: Pen, book: Rulebook, rule: Rule) -> nodes.container | None:
    """The rules above that this one replaces, with what they say."""
    labels = {each.id: each.label for each in book.chain}
    shown = nodes.container("")
    for above in book.replaced(rule):
        shown += paragraph(link(of_rule(above)), nodes.Text(" · "), *pen.term(labels[above.jurisdiction]))
        shown += _versions(pen, above)
    return shown if len(shown) else None
