"""What must hold in a place: tested with drawn cases, proved for all; and the least change for Dibao.

    python examples/what_must_hold.py jiangjin 2025-06-30

Without words: the fictional Taoyuan on 1 September 2024. Needs the extras `testing` and `prove`.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from decimal import Decimal

import civaffairs
from civaffairs import Area, Household, Income, IncomeKind, Person
from civaffairs.engines.asking import Limits
from civaffairs.engines.changing import least_changes
from civaffairs.engines.proving import prove
from civaffairs.testing.conformance import conform
from civaffairs.testing.invariants import examine


def main(place: str = "taoyuan", day: str = "2024-09-01") -> None:
    """Print what holds there and then."""
    catalogue = civaffairs.load()
    dossier, on = catalogue[place], date.fromisoformat(day)

    print("tested, and proved for households of up to two members")
    outcomes: Counter[str] = Counter()
    for invariant in dossier.invariants:
        tested = examine(invariant, dossier.rulebook, examples=20, plans=catalogue.plans.values())
        proof = prove(invariant, dossier.rulebook, on, Limits(members=2))
        outcomes[type(proof).__name__] += 1
        print(f"  {invariant.label.zh}: {tested.outcome.label.zh}; {proof.said.text('zh')}")
    print(", ".join(f"{count} {name}" for name, count in sorted(outcomes.items())))

    print("\nwhat would have to be other for Dibao")
    wages = Income(kind=IncomeKind.WAGES, monthly=Decimal(2500))
    home = Household(
        area=Area.URBAN,
        members=(Person(born=date(1980, 1, 1), employed=True, incomes=(wages,)),),
        assets=Decimal(8000),
        assets_within_limits=True,
    )
    for number, change in enumerate(least_changes(dossier.rulebook, home, "dibao", on), start=1):
        for fact in change.facts:
            print(f"  {number}. {fact.text('zh')}")

    print()
    print(conform(catalogue, place, only=["provenance", "units", "targets", "discrepancies"]).last_line("en"))


if __name__ == "__main__":
    main(*sys.argv[1:])
