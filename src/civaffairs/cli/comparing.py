"""`compare`: the same indicators of several jurisdictions, side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from civaffairs.cli.common import catalogue, command, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.domain.rules.render import Rendered
from civaffairs.errors import InputInvalid, fault, message
from civaffairs.present.view import Column, TableView

if TYPE_CHECKING:
    from civaffairs.analysis.comparison import Comparison, Side
    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.names import Label
    from civaffairs.errors import Message


@command("compare")
@click.argument("jurisdictions", nargs=-1, required=True)
@click.option("--all", "everything", is_flag=True, help=message("option_all_indicators").text())
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
@strict_option
def compare_command(
    *, jurisdictions: tuple[str, ...], everything: bool, as_json: bool, strict: bool | None
) -> None:
    """Compare the latest plans of two or more jurisdictions."""
    from civaffairs.analysis.comparison import compare

    if len(jurisdictions) < 2:
        raise InputInvalid(fault("two_jurisdictions"))
    loaded = catalogue(strict=strict)
    dossiers = [loaded[name] for name in jurisdictions]
    years = {dossier.plan.years for dossier in dossiers}
    if len(years) > 1:
        names = ", ".join(dossier.jurisdiction.label.text() for dossier in dossiers)
        raise InputInvalid(fault("no_common_years", names=names))
    pairs = [
        (dossier.jurisdiction, plan) for dossier in dossiers for plan in dossier.plans if plan.years in years
    ]
    above = {
        dossier.jurisdiction.id: [plan for place in dossier.chain for plan in loaded[place.id].plans]
        for dossier in dossiers
    }
    found = compare(pairs, above=above, shared_only=not everything)
    if as_json:
        click.echo(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=1))
        return
    columns = (
        Column("indicator", message("head_indicator")),
        *(Column(dossier.jurisdiction.id, dossier.jurisdiction.label) for dossier in dossiers),
        Column("remark", message("head_remark")),
    )
    rows = tuple(
        (
            _defined(each.indicator),
            *(_cell(side) for side in each.sides),
            "; ".join(r.text() for r in each.remarks) or None,
        )
        for each in found
    )
    print_table(TableView(message("title_comparison", years=pairs[0][1].years), columns, rows))


def _defined(indicator: Indicator) -> Message | Label:
    """The name of an indicator with how registers give it, or else what is counted."""
    if indicator.definition is not None:
        return message("defined_as", name=indicator.label, definition=Rendered(indicator.definition))
    if indicator.scope is not None:
        return message("defined_as", name=indicator.label, definition=indicator.scope)
    return indicator.label


def _cell(side: Side) -> Message:
    if side.row is None or side.target is None:
        return message("no_such_row")
    nature = side.target.nature
    words = message("against_first", target=side.target, relation=side.relation.label)
    if nature is not None:
        words = message(
            "against_first_natured", target=side.target, nature=nature.label, relation=side.relation.label
        )
    if side.above is not None and side.to_above is not None:
        words = message("against_above", said=words, above=side.above, relation=side.to_above.label)
    if side.row.baseline is None or side.row.baseline.amount is None:
        return words
    return message("from_baseline", baseline=side.row.baseline.amount, target=words)


def _record(each: Comparison) -> dict[str, object]:
    return {
        "indicator": each.indicator.id,
        "zh": each.indicator.label.zh,
        "en": each.indicator.label.en,
        "definition": _definition(each.indicator),
        "years": str(each.years),
        "sides": [_side(side) for side in each.sides],
        "remarks": [{"zh": remark.text("zh"), "en": remark.text("en")} for remark in each.remarks],
    }


def _definition(indicator: Indicator) -> dict[str, str] | None:
    said = indicator.scope if indicator.definition is None else Rendered(indicator.definition)
    return None if said is None else {"zh": said.text("zh"), "en": said.text("en")}


def _side(side: Side) -> dict[str, object]:
    baseline = side.row.baseline if side.row else None
    return {
        "jurisdiction": side.jurisdiction.id,
        "heading": side.row.name if side.row else None,
        "baseline": str(baseline.amount) if baseline else None,
        "target": {"zh": side.target.text("zh"), "en": side.target.text("en")} if side.target else None,
        "nature": side.row.nature.name.lower() if side.row and side.row.nature else None,
        "relation": side.relation.name.lower(),
        "above": {"zh": side.above.text("zh"), "en": side.above.text("en")} if side.above else None,
        "relation_to_above": side.to_above.name.lower() if side.to_above else None,
        "locator": side.target.clause.locator if side.target else None,
    }
