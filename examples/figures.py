"""What one plan's document states: every figure by kind, every contradiction, and what does not add up.

    python examples/figures.py jiangjin/plan-14

Without the id of a plan: the finished plan of the fictional Taoyuan.
"""

from __future__ import annotations

import sys
from itertools import groupby
from operator import attrgetter

import civaffairs
from civaffairs.domain.checks import check
from civaffairs.exchange.facts import facts


def main(name: str = "taoyuan/plan-13") -> None:
    """Print what a plan holds."""
    plan = civaffairs.load().plans[name]
    print(f"{plan.label.zh} {plan.label.en}")

    kind = attrgetter("kind")
    for which, stated in groupby(sorted(facts([plan], lang="en"), key=kind), key=kind):
        print(f"\n{which}")
        for fact in stated:
            figure = f"{fact.comparator} {fact.value} {fact.unit}".strip() if fact.value else "(no figure)"
            print(f"  {fact.name_zh} {fact.period}: {figure}  [{fact.locator}] {fact.note}")

    print("\ncontradictions")
    for each in plan.discrepancies:
        print(f"  {each.label.zh} {each.label.en}: {each.grade.label.en}")
        for side in each.sides:
            print(f"    {side.clause.locator}: {side.says.en}")
        print(f"    used: {each.uses.en}, since {each.why.en}")

    print("\nfound by the checks")
    for problem in check(plan):
        known = "declared" if problem.declared else "not declared"
        print(f"  {problem.clause.locator}: {problem.what.text('en')} ({known})")

    print("\nworked out again")
    for each in plan.recomputations:
        sign = "agrees" if each.agrees else "does not agree"
        given = f"{each.working.text('en')} = {each.computed.text('en')}"
        print(f"  {each.label.zh}: {each.amount.text('en')}; {given}, ±{each.tolerance.text('en')}: {sign}")


if __name__ == "__main__":
    main(*sys.argv[1:])
