"""The reference work in civaffairs: the rule is `reference.BOOK`'s, and the engines do the rest.

Each way has two functions. The first takes the folder of the registers and returns a pyarrow table with the
columns `household_id`, `in_dibao`, `marginal`, `amount` and `singles`, a row for each household in any order,
amounts in fen and 0 where there is none. The second returns the totals, sorted by area: tuples of the area,
households, those in Dibao, their amounts, marginal households, what their members get. Of the flat registers
it reads `persons.parquet` and `households.parquet`, of the nested layout `nested.parquet`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reference

from civaffairs.domain.names import Label
from civaffairs.domain.provisions import Provision, ProvisionKind
from civaffairs.domain.rulebook import Rulebook
from civaffairs.domain.topics import Topic

if TYPE_CHECKING:
    from pathlib import Path

DIBAO = Provision(
    "in_dibao",
    "bench",
    Label("低保", "Dibao"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    reference.in_dibao,
    amount=reference.amount,
)
MARGINAL = Provision(
    "marginal",
    "bench",
    Label("低保边缘", "marginal"),
    Topic.SOCIAL_ASSISTANCE,
    ProvisionKind.CASH,
    reference.marginal,
    amount=reference.singles,
)
STANDARDS = [each for declared in reference.BOOK.standards.values() for each in declared]
BOOK = Rulebook.of((reference.PLACE,), reference.RULES, (DIBAO, MARGINAL), STANDARDS)
"""The same rules with a provision for either outcome, so that a row shows both."""


def civaffairs_flat(folder: Path) -> Any:
    raise NotImplementedError


def civaffairs_flat_totals(folder: Path) -> Any:
    raise NotImplementedError


def civaffairs_nested(folder: Path) -> Any:
    raise NotImplementedError


def civaffairs_nested_totals(folder: Path) -> Any:
    raise NotImplementedError


def civaffairs_spark(folder: Path) -> Any:
    raise NotImplementedError


def civaffairs_spark_totals(folder: Path) -> Any:
    raise NotImplementedError
