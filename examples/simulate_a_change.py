"""What a higher Dibao standard would cost in a place: a synthetic sample decided before and after.

    python examples/simulate_a_change.py jiangjin 2024-03-01 dibao_urban=+5%

Without words: the fictional Taoyuan on 1 September 2024. Needs the extra `populations`.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import civaffairs
from civaffairs.analysis.simulating.changes import scenario
from civaffairs.analysis.simulating.drawn import sample_of, synthetic, write_sample
from civaffairs.analysis.simulating.floors import broken
from civaffairs.analysis.simulating.simulation import planned, simulated
from civaffairs.exchange.registers import opened_registers


def main(place: str = "taoyuan", day: str = "2024-09-01", *said: str, households: int = 2000) -> None:
    """Print what a change comes to in a place."""
    dossier, on = civaffairs.load()[place], date.fromisoformat(day)
    asked = scenario(dossier.rulebook, on, said or ["dibao_urban=+5%"])
    for change in asked.standards:
        print(f"{change.label.zh}: {change.before.text('zh')} → {change.after.text('zh')}")
    for each in broken(asked, dossier.invariants):
        print(f"  {each.what.text('zh')} [{each.clause.text('zh')}]")

    plan = planned(asked, ["dibao"])
    sample = sample_of(dossier, households, seed=0, on=on)
    with TemporaryDirectory() as folder:
        files = write_sample(sample, Path(folder) / "sample")
        found = simulated(
            plan,
            lambda: opened_registers(*files, on=on, needed=plan.needed, keep=["area"]),
            by=["area"],
            synthetic=synthetic(sample),
        )

    print(f"\n{sample.households} households were drawn, each stands for {float(found.factor):.1f}")
    (dibao,) = found.whole.effects
    month = dibao.after.month - dibao.before.month
    print(f"Dibao: {dibao.newly_in} of them newly in, {float(month * found.factor):,.0f} yuan more a month")
    for group in found.groups["area"]:
        moved = group.moved
        print(f"  {group.name}: {moved.gainers.households} gain, {moved.losers.households} lose")
    for group in found.groups["decile"]:
        (effect,) = group.effects
        before, after = group.reached(effect.before), group.reached(effect.after)
        print(f"  tenth {group.name}: {float(before):.1%} → {float(after):.1%} of the households reached")


if __name__ == "__main__":
    main(*sys.argv[1:])
