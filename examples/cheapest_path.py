"""The cheapest path of standards that keeps every floor of a place, beside the one that was published.

    python examples/cheapest_path.py shapingba 2021 2025 300000 587200 184500

Without words: the fictional Taoyuan, 2022 to 2024. Growth of consumption is assumed at 5 % in every year, as
nobody published it. Needs the extra `prove`.
"""

from __future__ import annotations

import sys

import civaffairs
from civaffairs.analysis.paths.beside import published
from civaffairs.analysis.paths.question import USUAL, StandardPath
from civaffairs.analysis.paths.solving import Cheapest, cheapest
from civaffairs.domain.units import exact


def main(place: str = "taoyuan", first: str = "2022", last: str = "2024", *recipients: str) -> None:
    """Print the path, what holds it up, and what was published."""
    catalogue = civaffairs.load()
    question = StandardPath.of(
        catalogue[place],
        catalogue.plans.values(),
        range(int(first), int(last) + 1),
        recipients=dict(zip(USUAL, recipients or ("2000", "5000", "300"), strict=True)),
        assume=["urban_consumption=5%"],
    )
    for each in question.left_out:
        print(f"left out: {each.label.text('zh')}: {each.why.text('zh')}")

    answer = cheapest(question)
    print(answer.said.text("zh"))
    if not isinstance(answer, Cheapest):
        return
    for year, cost in answer.costs.items():
        amounts = ", ".join(f"{each.label.zh} {answer.amounts[each.id, year]}" for each in question.standards)
        print(f"{year}: {amounts}; {exact(cost):,} 元")
        floors = {hold.floor.label.text("zh") for hold in answer.holds if hold.year == year}
        print(f"  held up by: {'; '.join(sorted(floors))}")

    beside = published(question)
    for miss in beside.misses:
        by = "" if miss.shortfall is None else f", short by {exact(miss.shortfall.by)} 元"
        print(f"published {miss.year}: misses {miss.floor.label.text('zh')}{by}")
    if beside.total is not None:
        print(f"published costs {exact(beside.total - answer.total):,} 元 more")


if __name__ == "__main__":
    main(*sys.argv[1:])
