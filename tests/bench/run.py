"""Measure against the bars, each time beside something else in the same run: `nox -s bench`.

Whole populations take most of the time: `nox -s bench -- populations --sizes 1e5,1e6` measures them alone and
smaller, `nox -s bench -- deciding cold` leaves them out, `--write` puts their tables into the documentation.

Machines differ and drift, so the ratios count, not the seconds. No test asserts a time.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from bisect import bisect_right
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import peer_openfisca
import reference
from populations import measuring

from civaffairs import Amount, Document, Label, NotModelled, Timeline, follow, load, since
from civaffairs.domain.units.definitions import registry
from civaffairs.engines.deciding import decide
from civaffairs.engines.python import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 9
HERE = Path(__file__).parent


def seconds(run: Callable[[], object], times: int) -> float:
    """The median time of one call, over several rounds of `times` calls."""
    found = []
    for _ in range(ROUNDS):
        began = perf_counter()
        for _ in range(times):
            run()
        found.append((perf_counter() - began) / times)
    return median(found)


def process(*words: str) -> float:
    """The median time of a whole process, with what it imports compiled before, as on a user's machine."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run([sys.executable, *words], check=True, capture_output=True, env=environment)

    run()

    return seconds(run, 1)


def line(what: str, ours: float, theirs: float, beside: str, unit: str) -> None:
    scale = {"ms": 1e3, "µs": 1e6}[unit]
    print(
        f"{what:<34} {ours * scale:9.2f} {unit}   "
        f"{beside:<24} {theirs * scale:9.2f} {unit}   {ours / theirs:8.2f} x"
    )


def processes() -> None:
    """What a user waits for before anything happens."""
    bare = process("-c", "pass")
    line("import civaffairs", process("-c", "import civaffairs"), bare, "the interpreter alone", "ms")
    every = "import civaffairs; [getattr(civaffairs, name) for name in civaffairs.__all__]"
    line(
        "every name of the front door",
        process("-c", every),
        process("-c", "import pint"),
        "import pint",
        "ms",
    )
    line("civaffairs --help", process("-m", "civaffairs", "--help"), bare, "the interpreter alone", "ms")
    line(
        "civaffairs.load()",
        process("-c", "import civaffairs; civaffairs.load()"),
        bare,
        "the interpreter alone",
        "ms",
    )


def amounts() -> None:
    """Exact amounts beside plain decimals and pint quantities."""
    one, other = Amount("600.5", "元/人·月"), Amount("35.25", "元/人·月")
    quantity = registry().Quantity
    pint_one, pint_other = (
        quantity(Decimal("600.5"), "yuan/person/month"),
        quantity(Decimal("35.25"), "yuan/person/month"),
    )
    line(
        "Amount + Amount",
        seconds(lambda: one + other, 5000),
        seconds(lambda: pint_one + pint_other, 5000),
        "pint",
        "µs",
    )
    line(
        "Amount < Amount",
        seconds(lambda: one < other, 5000),
        seconds(lambda: pint_one < pint_other, 5000),
        "pint",
        "µs",
    )


def timelines() -> None:
    """A look-up in ten years of standards beside a bisection by hand."""
    document = Document("bench/standards", Label("标准", "Standards"), "民政局", 2011)
    days = [date(2010 + year, 9, 1) for year in range(1, 16)]
    entries = [NotModelled(Label("缺", "before"), before=str(days[0]))]
    timeline = Timeline(
        (*entries, *(since(str(day), number, document.at("一")) for number, day in enumerate(days)))
    )
    asked = [days[0] + timedelta(days=37 * step) for step in range(130)]
    ours = seconds(lambda: [timeline.on(day) for day in asked], 5) / len(asked)
    by_hand = seconds(lambda: [bisect_right(days, day) - 1 for day in asked], 50) / len(asked)
    line("Timeline.on, 15 entries", ours, by_hand, "bisect by hand", "µs")


def following() -> None:
    """All installed plans beside a loop that only compares numbers."""
    catalogue = load()
    plans = list(catalogue.plans.values())
    targets = sum(len(plan.targets) for plan in plans)
    day = date(2026, 1, 1)
    ours = (
        seconds(lambda: [follow(plan, (*plan.results, *plan.observations), on=day) for plan in plans], 3)
        / targets
    )
    numbers = [(Decimal(60), Decimal(55 + step)) for step in range(targets)]
    by_hand = (
        seconds(lambda: ["met" if seen >= bound else "missed" for seen, bound in numbers], 200) / targets
    )
    line(f"follow, per target of {targets}", ours, by_hand, "bare comparison", "µs")


def deciding() -> None:
    """One household and one provision, beside a plain function over the same models and OpenFisca-core."""
    home, day, book = reference.HOME, reference.DAY, reference.BOOK
    edition = book.on(day)
    program = compiled(reference.DIBAO, edition)
    country = peer_openfisca.country()
    inside, amount, _ = reference.by_hand(home)
    assert program.swift(home, on=day) == (inside, (amount * program.scales[0] // 100,))
    assert peer_openfisca.decided(country)[:2] == (inside, amount)

    def explained() -> object:
        (decision,) = decide(book, home, on=day)
        return decision.answer, decision.amount

    def with_sentences() -> object:
        (decision,) = decide(book, home, on=day)
        return decision.reasons

    by_hand = seconds(lambda: reference.by_hand(home), 2000)
    peer = seconds(lambda: peer_openfisca.decided(country), 20)
    ways: list[tuple[str, Callable[[], object], int]] = [
        ("decided", lambda: program.swift(home, on=day), 2000),
        ("every step noted", lambda: program.traced(home, on=day), 2000),
        ("a record with every step", explained, 500),
        ("the same with its sentences", with_sentences, 50),
    ]
    for what, run, times in ways:
        ours = seconds(run, times)
        line(what, ours, by_hand, "a plain function", "µs")
        line(what, ours, peer, "OpenFisca-core", "µs")
    compiling = seconds(lambda: compiled(reference.DIBAO, edition), 5)
    line("compiling the rule", compiling, peer, "one OpenFisca run", "ms")


def cold() -> None:
    """From the start of a process to the first answer."""
    bare = process("-c", "pass")
    peer = process(str(HERE / "peer_openfisca.py"))
    for what, script in (("the same rule", "reference.py"), ("Jiangjin's Dibao", "cold.py")):
        ours = process(str(HERE / script))
        line(f"cold: {what}", ours, bare, "the interpreter alone", "ms")
        line(f"cold: {what}", ours, process("-c", "import attrs"), "import attrs", "ms")
        line(f"cold: {what}", ours, peer, "OpenFisca-core", "ms")


MEASURES = {each.__name__: each for each in (processes, amounts, timelines, following, deciding, cold)}


def main() -> None:
    every = [*MEASURES, "populations"]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="WHAT", help=f"{', '.join(every)}; all without it")
    measuring.arguments(parser)
    chosen = parser.parse_args()
    if unknown := set(chosen.what) - set(every):
        parser.error(f"{', '.join(sorted(unknown))}: choose from {', '.join(every)}")
    for name in chosen.what or every:
        if name == "populations":
            measuring.main(chosen)
        else:
            MEASURES[name]()


if __name__ == "__main__":
    main()
