"""`list` and `show`: what is installed, and what a jurisdiction declares."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.domain.rules.expr import AmountRule
from civaffairs.domain.rules.render import Rendered, render
from civaffairs.errors import message

if TYPE_CHECKING:
    from civaffairs.domain.observations import Observation
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.proposals import Proposal
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule
    from civaffairs.errors import Message
    from civaffairs.loading import Dossier
    from civaffairs.present.view import Cell, TableView


@command("list")
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
@strict_option
def list_command(*, as_json: bool, strict: bool | None) -> None:
    """List the jurisdictions and their plans."""
    dossiers = list(catalogue(strict=strict))
    if as_json:
        records = [_record(dossier) for dossier in dossiers]
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    rows: list[tuple[Cell, ...]] = [
        (
            dossier.jurisdiction.id,
            name_of(dossier),
            dossier.jurisdiction.level.label,
            dossier.jurisdiction.code,
            dossier.jurisdiction.parent,
            "; ".join(plan.id for plan in dossier.plans) or None,
            len(dossier.standards) or None,
        )
        for dossier in dossiers
    ]
    headings = ("id", "name", "level", "code", "parent", "plans", "standards")
    print_table(table(message("title_jurisdictions"), headings, rows))


@command("show")
@click.argument("jurisdiction")
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
@strict_option
def show_command(*, jurisdiction: str, as_json: bool, strict: bool | None) -> None:
    """Show everything that a jurisdiction declares."""
    dossier = catalogue(strict=strict)[jurisdiction]
    if as_json:
        from civaffairs.exchange.converter import to_data

        whole = {
            "jurisdiction": to_data(dossier.jurisdiction),
            "chain": [to_data(each) for each in dossier.chain],
            "plans": [to_data(each) for each in dossier.plans],
            "standards": [to_data(each) for each in dossier.standards],
            "rules": [_rule(each) for each in dossier.rules],
            "provisions": [_provision(each) for each in dossier.provisions],
            "proposals": [_proposal(each) for each in dossier.proposals],
        }
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    chain = " ← ".join(each.label.text() for each in dossier.chain)
    click.echo(f"{name_of(dossier).text()} ({dossier.jurisdiction.code})" + (f" ← {chain}" if chain else ""))
    for view in _views(dossier):
        click.echo()
        print_table(view)


def name_of(dossier: Dossier) -> Message:
    """The name of a jurisdiction, marked where it is fictional."""
    label = dossier.jurisdiction.label
    return message("fictional_mark" if dossier.jurisdiction.fictional else "plain_name", name=label)


def _record(dossier: Dossier) -> dict[str, object]:
    place = dossier.jurisdiction
    return {
        "id": place.id,
        "zh": place.label.zh,
        "en": place.label.en,
        "level": place.level.name.lower(),
        "code": place.code,
        "parent": place.parent,
        "fictional": place.fictional,
        "plans": [
            {"id": plan.id, "zh": plan.label.zh, "en": plan.label.en, "years": str(plan.years)}
            for plan in dossier.plans
        ],
        "standards": [standard.id for standard in dossier.standards],
    }


def _views(dossier: Dossier) -> list[TableView]:
    views = []
    if dossier.documents:
        views.append(
            table(
                message("title_documents"),
                ("id", "title", "issuer", "issued", "trust"),
                [
                    (each.id, each.label, each.issuer or None, each.issued, each.trust.label)
                    for each in dossier.documents
                ],
            )
        )
    for plan in dossier.plans:
        views.append(_rows(plan))
        if plan.commitments:
            views.append(_commitments(plan))
    if dossier.standards:
        views.append(
            table(
                message("title_standards"),
                ("name", "since", "value", "where"),
                [
                    (standard.label, entry.start, entry.value, entry.clause)
                    for standard in dossier.standards
                    for entry in standard.timeline
                ],
            )
        )
    if dossier.rules:
        views.append(
            table(
                message("title_rules"),
                ("id", "name", "of", "since", "what", "where"),
                [
                    (rule.id, rule.label, rule.of, entry.start, Rendered(entry.value), entry.clause)
                    for rule in dossier.rules
                    for entry in rule.timeline
                ],
            )
        )
    if dossier.provisions:
        views.append(
            table(
                message("title_provisions"),
                ("id", "name", "kind", "condition", "amount", "since", "where"),
                [row for provision in dossier.provisions for row in _provision_rows(provision)],
            )
        )
    mine = [each for each in dossier.proposals if each.jurisdiction == dossier.jurisdiction.id]
    if mine:
        rows = [(each.id, each.label, _proposed(each), each.clause) for each in mine]
        views.append(table(message("title_proposals"), ("id", "name", "what", "where"), rows))
    return views


def _proposed(proposal: Proposal) -> str:
    amounts = (f"{name}: {amount.text()}" for name, amount in proposal.standards)
    return "; ".join([*amounts, *(rule.label.text() for rule in proposal.rules)])


def _provision_rows(provision: Provision) -> list[tuple[Cell, ...]]:
    """One row for each version of the condition, with the rule for the amount by its name."""
    amount = None if provision.amount is None else provision.amount.label
    head = (provision.id, provision.label, provision.kind.label)
    return [
        (*head, Rendered(entry.value), amount, entry.start, entry.clause) for entry in provision.when.timeline
    ]


def _rule(rule: Rule) -> dict[str, object]:
    """A rule in words; the trees themselves hold every rule below them and would be said many times over."""
    return {
        "id": rule.id,
        "jurisdiction": rule.jurisdiction,
        "zh": rule.label.zh,
        "en": rule.label.en,
        "of": rule.of,
        "unit": str(rule.unit) if isinstance(rule, AmountRule) else None,
        "supersedes": rule.supersedes,
        "versions": [
            {
                "since": str(entry.start),
                "zh": render(entry.value, "zh"),
                "en": render(entry.value, "en"),
                "document": entry.clause.document.id,
                "locator": entry.clause.locator,
            }
            for entry in rule.timeline
        ],
    }


def _provision(provision: Provision) -> dict[str, object]:
    named = ("amount", "starts_after", "review_after", "lasts")
    rules = {name: getattr(provision, name) for name in named}
    return {
        "id": provision.id,
        "jurisdiction": provision.jurisdiction,
        "zh": provision.label.zh,
        "en": provision.label.en,
        "topic": provision.topic.name.lower(),
        "of": provision.of,
        "kind": provision.kind.id,
        "when": _rule(provision.when),
        **{name: None if rule is None else _rule(rule) for name, rule in rules.items()},
        "not_modelled": [{"zh": each.zh, "en": each.en} for each in provision.not_modelled],
        "supersedes": provision.supersedes,
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "id": proposal.id,
        "jurisdiction": proposal.jurisdiction,
        "zh": proposal.label.zh,
        "en": proposal.label.en,
        "topic": proposal.topic.name.lower(),
        "document": proposal.clause.document.id,
        "locator": proposal.clause.locator,
        "standards": {name: str(amount) for name, amount in proposal.standards},
        "rules": [_rule(each) for each in proposal.rules],
    }


def _rows(plan: Plan) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (
            row.name,
            _values(row.baselines),
            "; ".join(f"{target.by}: {target.text()}" for target in row.targets),
            _values(row.results),
            row.nature.label if row.nature else None,
            row.clause.locator,
        )
        for row in plan.rows
    ]
    headings = ("indicator", "baseline", "target", "result", "nature", "where")
    return table(message("title_rows", plan=plan.label), headings, rows)


def _values(seen: tuple[Observation, ...]) -> str | None:
    return "; ".join(f"{each.period}: {_said(each)}" for each in seen) or None


def _said(seen: Observation) -> str:
    if isinstance(seen.value, bool):
        return message("yes" if seen.value else "no").text()
    return seen.value.text()


def _commitments(plan: Plan) -> TableView:
    rows: list[tuple[Cell, ...]] = [
        (each.label, each.text() or None, each.by, each.clause.locator) for each in plan.commitments
    ]
    return table(message("title_commitments", plan=plan.label), ("what", "value", "by", "where"), rows)
