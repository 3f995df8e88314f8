"""Two households that 32 bits do not hold: python -m populations.exactness LIBRARY.

One has eight members and one fen too much; one is a person with 30 million yuan a month. Neither is in Dibao.
Printed is JSON: for each whether the library has them in Dibao, and what it pays in fen. Where it is not
installed the list is empty.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal

from attrs import frozen

FEN_OVER = 36 * 62_000 * 8 + 1
INCOME = 3_000_000_000


@frozen
class Case:
    label: str
    members: int
    assets: int
    income: int


CASES = (
    Case("eight members, no income, assets one fen over the limit", 8, FEN_OVER, 0),
    Case("one person with an income of 3,000,000,000 fen a month", 1, 0, INCOME),
)


def by_civaffairs(case: Case) -> tuple[bool, int]:
    from populations.ours import BOOK, DIBAO, reference

    from civaffairs.domain.decisions import Answer
    from civaffairs.domain.models import Household, Income, IncomeKind, Person
    from civaffairs.domain.models.terms import Area
    from civaffairs.engines.deciding import decide

    person = Person(
        born=date(1985, 5, 1),
        incomes=(Income(kind=IncomeKind.WAGES, monthly=Decimal(case.income) / 100),),
        employed=False,
        disabled=False,
        seriously_ill=False,
    )
    home = Household(area=Area.URBAN, assets=Decimal(case.assets) / 100, members=(person,) * case.members)
    (decision,) = decide(BOOK, home, on=reference.DAY, provisions=[DIBAO.id])
    return decision.answer is Answer.YES, 0 if decision.amount is None else int(decision.amount.number * 100)


def by_peer(library: str, case: Case) -> tuple[bool, int]:
    import numpy as np
    from populations.in_peers import PERIOD, simulation

    none = np.zeros(case.members, bool)
    persons = {
        "household": np.zeros(case.members, np.int64),
        "income": np.full(case.members, case.income),
        "employed": none,
        "grade": np.zeros(case.members, np.int64),
        "ill": none,
    }
    households = {
        "household": np.zeros(1, np.int64),
        "urban": np.ones(1, bool),
        "assets": np.array([case.assets]),
    }
    built = simulation(library, persons, households)
    inside, amount = (built.calculate(name, PERIOD)[0] for name in ("in_dibao", "amount"))
    return bool(inside), int(amount)


def main(library: str) -> None:
    try:
        found = [by_civaffairs(case) if library == "civaffairs" else by_peer(library, case) for case in CASES]
    except ImportError:
        found = []
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1])
