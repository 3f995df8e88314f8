"""What a run says of itself: rows of tables that are written beside the results, and data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.analysis.running.publishing import lines
from civaffairs.domain.units import exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from civaffairs.analysis.running.asking import Asked
    from civaffairs.analysis.running.outcomes import Seen
    from civaffairs.analysis.running.publishing import Line
    from civaffairs.analysis.running.tallies import Tallies

TOTALS = (
    *("provision", "name_zh", "name_en", "of", "column", "group"),
    *("things", "yes", "no", "cannot_tell", "amount", "unit", "amount_unknown"),
)
"""The columns of the table of totals."""
PUBLISHED = ("provision", "name_zh", "name_en", "of", "column", "group", "yes", "amount", "unit")
"""The columns of the table of totals for publication."""
REASONS = ("provision", "code", "says_zh", "says_en", "clause", "not_met", "cannot_tell")
"""The columns of the table of reasons."""


def totals_row(line: Line) -> dict[str, object]:
    """Return a line of totals as a row; None where nothing belongs or the group is not known."""
    counted, tally = line.counted, line.tally
    return {
        **_which(line),
        "things": tally.things,
        "yes": tally.yes,
        "no": tally.no,
        "cannot_tell": tally.doubtful,
        "amount": _amount(line),
        "unit": _unit(line),
        "amount_unknown": None if counted.provision.amount is None else tally.unsized,
    }


def published_row(line: Line) -> dict[str, object]:
    """Return a line of totals as a row that may be published; None for what is withheld, too."""
    return {
        **_which(line),
        "yes": None if line.withheld else line.tally.yes,
        "amount": None if line.withheld else _amount(line),
        "unit": _unit(line),
    }


def reason_rows(asked: Asked, tallies: Tallies) -> Iterator[dict[str, object]]:
    """Yield each reason why a provision does not hold or cannot be told, with how often it is one."""
    from civaffairs.engines.conjuncts import legend

    for provision in asked.provisions:
        id = provision.id
        for code, reason in legend(provision, asked.edition).items():
            yield {
                "provision": id,
                "code": code,
                "says_zh": reason.what.text("zh"),
                "says_en": reason.what.text("en"),
                "clause": None if reason.clause is None else reason.clause.text("zh"),
                "not_met": tallies.why[id, False][code],
                "cannot_tell": tallies.why[id, True][code],
            }


def record(asked: Asked, tallies: Tallies, seen: Seen) -> Mapping[str, object]:
    """Return what a run came to as data."""
    place = asked.edition.book.jurisdiction
    return {
        "jurisdiction": place.id,
        "on": asked.on.isoformat(),
        "households": seen.households,
        "persons": seen.persons,
        "persons_numbered": seen.numbered,
        "totals": [totals_row(line) for line in lines(tallies)],
        "missing": {id: dict(found.most_common()) for id, found in tallies.missing.items() if found},
        "unsettled": [{"zh": each.text("zh"), "en": each.text("en")} for each in asked.unsettled],
        "left_out": [
            {"zh": each.text("zh"), "en": each.text("en"), "provision": each.where} for each in asked.left_out
        ],
    }


def _which(line: Line) -> dict[str, object]:
    provision = line.counted.provision
    return {
        "provision": provision.id,
        "name_zh": provision.label.zh,
        "name_en": provision.label.en,
        "of": provision.of,
        "column": line.column,
        "group": line.group,
    }


def _amount(line: Line) -> str | None:
    return None if line.amount is None else format(exact(line.amount), "f")


def _unit(line: Line) -> str | None:
    rule = line.counted.provision.amount
    return None if rule is None else rule.unit.text("zh")
