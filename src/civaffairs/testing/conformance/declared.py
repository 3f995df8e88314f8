"""What a jurisdiction declares itself: its values, its clauses, and everything that it calls by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from attrs import frozen

from civaffairs.domain.indicators import Statistic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from civaffairs.domain.exemptions import Exemption
    from civaffairs.domain.glossary import Term
    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.names import Label
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.sources import Clause
    from civaffairs.testing.conformance.requirement import Subject


@frozen
class Named:
    """Something that is called something.

    Attributes:
        kind: what it is, as the code of a kind in the wordings ends: `standard`.
        id: its id; inside a plan with the plan's id before it.
        label: what it is called, or what is said of it.
        clause: where it stands, if anywhere.
        is_name: whether the label is its name, rather than something that is said of it.
        among: those of one kind and one such group are to have names of their own: the model of a rule.
    """

    kind: str
    id: str
    label: Label
    clause: Clause | None = None
    is_name: bool = True
    among: object = None


def invariants_of(subject: Subject) -> tuple[Invariant, ...]:
    """Return the invariants that the jurisdiction declares itself."""
    mine = subject.dossier.jurisdiction.id
    return tuple(each for each in subject.catalogue.invariants if each.jurisdiction == mine)


def exemptions_of(subject: Subject) -> tuple[Exemption, ...]:
    """Return the exemptions that the jurisdiction declares itself."""
    mine = subject.dossier.jurisdiction.id
    return tuple(each for each in subject.catalogue.exemptions if each.jurisdiction == mine)


def indicators_of(subject: Subject) -> tuple[Indicator, ...]:
    """Return the indicators that the jurisdiction answers for: those that its plans name.

    Plugins share indicators, and nobody says who declared one. Whoever stands at the top of a chain answers
    for those that no plan names.
    """
    mine = {each.id: each for plan in subject.dossier.plans for each in plan.indicators}
    if not subject.dossier.chain:
        named = {each.id for plan in subject.catalogue.plans.values() for each in plan.indicators}
        mine |= {name: each for name, each in subject.catalogue.indicators.items() if name not in named}
    return tuple(mine.values())


def terms_of(subject: Subject) -> tuple[Term, ...]:
    """Return the terms that the jurisdiction answers for: those that its own documents define.

    Whoever stands at the top of a chain answers for those that no document defines.
    """
    mine = f"{subject.dossier.jurisdiction.id}/"
    return tuple(
        term
        for term in subject.catalogue.terms.values()
        if (term.clause is None and not subject.dossier.chain)
        or (term.clause is not None and term.clause.document.id.startswith(mine))
    )


def clauses_of(subject: Subject) -> tuple[Clause, ...]:
    """Return every clause that the jurisdiction cites, each once: of plans, standards, rules and all else."""
    cited: list[Clause | None] = [
        *subject.dossier.clauses,
        *(each.clause for each in invariants_of(subject)),
        *(each.clause for each in exemptions_of(subject)),
        *(each.clause for each in terms_of(subject)),
    ]
    return tuple(dict.fromkeys(clause for clause in cited if clause is not None))


def names_of(subject: Subject) -> Iterator[Named]:
    """Yield everything that the jurisdiction gives a name to, and what it says in words of its own."""
    if "names" not in subject.memo:
        subject.memo["names"] = tuple(_names(subject))
    yield from cast("tuple[Named, ...]", subject.memo["names"])


def _names(subject: Subject) -> Iterator[Named]:
    dossier = subject.dossier
    yield Named("jurisdiction", dossier.jurisdiction.id, dossier.jurisdiction.label)
    yield from (Named("indicator", each.id, each.label) for each in indicators_of(subject))
    for term in terms_of(subject):
        yield Named("term", term.id, term.label, term.clause)
        yield Named("term", term.id, term.meaning, term.clause, is_name=False)
    for standard in dossier.standards:
        yield Named("standard", standard.id, standard.label, standard.timeline.latest.clause)
    for rule in dossier.rules:
        yield Named("rule", rule.id, rule.label, rule.timeline.latest.clause, among=rule.of)
    for provision in dossier.provisions:
        clause = provision.when.timeline.latest.clause
        yield Named("provision", provision.id, provision.label, clause, among=provision.of)
        for open_end in provision.not_modelled:
            yield Named("provision", provision.id, open_end, clause, is_name=False)
    for invariant in invariants_of(subject):
        yield Named("invariant", invariant.id, invariant.label, invariant.clause)
    for exemption in exemptions_of(subject):
        yield Named("exemption", exemption.id, exemption.reason, exemption.clause, is_name=False)
    for plan in dossier.plans:
        yield from _names_in(plan)
    for clause in clauses_of(subject):
        if clause.gloss is not None:
            yield Named("clause", place(clause), clause.gloss, clause, is_name=False)
    for document in dict.fromkeys(clause.document for clause in clauses_of(subject)):
        # Notices of several years can have one title.
        yield Named("document", document.id, document.label, among=(document.issued, document.number))


def place(clause: Clause) -> str:
    """Return the id of a place, as the documentation refers to it.

    Example:
        >>> from civaffairs import Document, Label
        >>> place(Document("d/plan-14", Label("规划", "Plan"), "民政局", 2022).at("表1 序号3"))
        'd/plan-14#表1 序号3'
    """
    return f"{clause.document.id}#{clause.locator}"


def _names_in(plan: Plan) -> Iterator[Named]:
    yield Named("plan", plan.id, plan.label)
    for seen in (*plan.observations, *plan.situation, *plan.baselines, *plan.results):
        clause = None if isinstance(seen.source, str) else seen.source
        if isinstance(seen.of, Statistic):
            yield Named("statistic", f"{plan.id}/{seen.of.id}", seen.of.label, clause)
        if seen.note is not None:
            yield Named("statistic", f"{plan.id}/{seen.of.id}", seen.note, clause, is_name=False)
    for target in plan.targets:
        if target.note is not None:
            what = f"{plan.id}/{target.indicator.id}"
            yield Named("target", what, target.note, target.clause, is_name=False)
    for commitment in plan.commitments:
        yield Named("commitment", f"{plan.id}/{commitment.id}", commitment.label, commitment.clause)
        if commitment.note is not None:
            what = f"{plan.id}/{commitment.id}"
            yield Named("commitment", what, commitment.note, commitment.clause, is_name=False)
    for each in plan.discrepancies:
        what, clause = f"{plan.id}/{each.id}", each.sides[0].clause
        yield Named("discrepancy", what, each.label, clause)
        for said in (*(side.says for side in each.sides), each.uses, each.why):
            yield Named("discrepancy", what, said, clause, is_name=False)
