"""What is settled about a node before it is computed for many things: for which of them, in which numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs.domain.models import IncomeKind
from civaffairs.domain.rules.depends import fields_of
from civaffairs.domain.rules.render import Rendered
from civaffairs.domain.rules.shape import lineage
from civaffairs.engines.columns import INCOME, INCOME_KIND
from civaffairs.errors import RuleRefused, fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from civaffairs.domain.rules.expr import Condition, Expr, Items, Quantity
    from civaffairs.domain.rules.shape import Shape, Shaper
    from civaffairs.engines.columns import Given


def refused(tree: Expr) -> RuleRefused:
    """Return that a node cannot be computed for many things at once."""
    return RuleRefused(fault("not_in_bulk", what=Rendered(tree), node=type(tree).__name__))


def home_of(tree: Expr, about: frozenset[str], model: str) -> str:
    """Return the model of the things for which a node is computed: the innermost that it is about.

    Args:
        tree: the node.
        about: the models whose facts it needs.
        model: that of the things which ask for it.

    Raises:
        RuleRefused: where it is about one item of a list that is looked through anew.
    """
    if not about:
        return model
    home = next((each for each in lineage(model) if each in about), None)
    if home is None or not about <= {*lineage(home)}:
        raise refused(tree)
    return home


def check_items(
    tree: Expr, items: Items, where: Condition | None, of: Quantity | None, shaper: Shaper
) -> None:
    """Refuse what is gathered over items and is about others than these and those around them.

    Raises:
        RuleRefused: where it is.
    """
    about = frozenset() if where is None else shaper.about(where)
    if of is not None:
        about |= shaper.shape(of).about
    if not about <= {*lineage(items.of)}:
        raise refused(tree)


def nearest_zero(shape: Shape) -> int:
    """Return the whole number nearest to zero that a quantity can be; it stands in where it is not known."""
    return max(shape.least, min(0, shape.most))


def lacks_kinds(given: Given, where: Condition | None, chosen: Callable[[str], bool]) -> bool:
    """Whether a kind of income that may be chosen has no column: how much of it there is nobody knows.

    Args:
        given: which columns registers have.
        where: which incomes are chosen; all where it is None.
        chosen: whether incomes of a kind may be, asked where that rests on the kind alone.
    """
    lacking = [kind.id for kind in IncomeKind if kind.id not in given.kinds_of_income]
    if where is None or any((each.model, each.name) != (INCOME, INCOME_KIND) for each in fields_of(where)):
        return bool(lacking)
    return any(map(chosen, lacking))
