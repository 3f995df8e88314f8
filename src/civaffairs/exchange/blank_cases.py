"""A rulebook → a case to fill in: every fact on which its provisions rest, and no other.

Facts that may be unknown are null. Where one is required, as a date of birth, something made up stands there;
the first member shows how incomes and the like are listed. The text is a sound case: deciding it says what is
missing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import NOTHING, field, frozen

from civaffairs.domain.models import MODELS, attributes, fact_of, is_model, label_of
from civaffairs.domain.models.fact import kind_of
from civaffairs.domain.models.terms import Term
from civaffairs.domain.rules.depends import fields_of, items_of, rules_of
from civaffairs.errors import InputInvalid, fault
from civaffairs.exchange.cases import KINDS

if TYPE_CHECKING:
    from attrs import Attribute

    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.rules.expr import Expr, Rule

_BIRTHS = ("1980-01-01", "1940-01-01", "2012-01-01")
_ROLES = ("tekun", "elder", "child")
"""A household is shown with three made-up members, each in one of the roles that the models know."""

_MADE_UP: dict[str, object] = {
    "id": "示例-1",
    "credit_code": "51100000000000001H",
    "monthly": "3000.00",
    "year": 2023,
}
_MODELS = {each.__name__: each for each in MODELS}


def blank_case(rulebook: Rulebook, kind: str = "household") -> str:
    """Return a case of a kind to fill in, as the text of a file.

    Args:
        rulebook: that of the place.
        kind: the key of the kind, as `household`.

    Raises:
        InputInvalid: where the place has no provision about such a thing.
    """
    model = KINDS[kind]
    about = ("Household", "Person") if kind == "household" else (model.__name__,)
    provisions = rulebook.provisions_of(*about)
    if not provisions:
        known = [name for name, each in KINDS.items() if rulebook.provisions_of(each.__name__)]
        raise InputInvalid(
            fault(
                "nothing_to_decide",
                place=rulebook.jurisdiction.label,
                model=label_of(model),
                known=", ".join(known) or "-",
            )
        )
    needed = _Needed(rulebook)
    for provision in provisions:
        rules: tuple[Rule, ...] = (provision.when, *provision.amounts)
        for rule in rules:
            needed.add(rule)
    blank = _blank(model, needed.facts, "")
    if kind == "household":
        blank["members"] = [_member(position, needed.facts) for position in range(len(_ROLES))]
    return json.dumps({kind: blank}, ensure_ascii=False, indent=2) + "\n"


@frozen
class _Needed:
    """Gathers the facts of each model on which rules rest, by name; those of a part behind a dot."""

    rulebook: Rulebook
    facts: dict[str, set[str]] = field(factory=lambda: defaultdict(set))
    seen: set[str] = field(factory=set)

    def add(self, rule: Rule) -> None:
        """Add what a rule rests on, in every version of the nearest jurisdiction that lays it down."""
        if rule.id in self.seen:
            return
        self.seen.add(rule.id)
        nearest = self.rulebook.rules.get(rule.id, (rule,))[0]
        for entry in nearest.timeline:
            tree: Expr = entry.value
            for fact in fields_of(tree):
                self.facts[fact.model].add(fact.name)
            for items in items_of(tree):
                self.facts[items.model].add(items.name)
            for below in rules_of(tree):
                self.add(below)


def _member(position: int, facts: dict[str, set[str]]) -> dict[str, Any]:
    """Return a made-up member; the first shows how lists are written, and each shows one role."""
    role = _ROLES[position]
    others = [each for each in _ROLES if each != role]
    mine = {name for name in facts["Person"] if name.partition(".")[0] not in others}
    member = _blank(_MODELS["Person"], {**facts, "Person": mine}, "")
    member["born"] = _BIRTHS[position]
    if position:
        member |= dict.fromkeys((name for name, value in member.items() if isinstance(value, list)), None)
    return member


def _blank(model: type, facts: dict[str, set[str]], part: str, holder: str = "") -> dict[str, Any]:
    """Return the facts of a model that are required or needed; `part` is its place in its holder."""
    names = {name.removeprefix(part) for name in facts[holder or model.__name__] if name.startswith(part)}
    own = [each.name for each in attributes(model)]
    # What is derived, as an age, follows from dates.
    dates = any(name not in own and "." not in name for name in names)
    found: dict[str, Any] = {}
    for each in attributes(model):
        inner = [name for name in names if name.startswith(f"{each.name}.")]
        if inner:
            found[each.name] = _blank(
                kind_of(each).of, facts, f"{part}{each.name}.", holder or model.__name__
            )
        elif each.default is NOTHING:
            found[each.name] = _made_up(each, model)
        elif each.name in names or (dates and kind_of(each).of is date):
            found[each.name] = _listed(each, facts)
    return found


def _listed(attribute: Attribute[object], facts: dict[str, set[str]]) -> list[Any] | None:
    """Return a list with one item for a fact that lists models; null for any other."""
    inner = kind_of(attribute).of
    return [_blank(inner, facts, "")] if is_model(inner) else None


def _made_up(attribute: Attribute[object], model: type) -> object:
    """Return something sound for a fact that is required."""
    kind = kind_of(attribute).of
    if issubclass(kind, Term):
        return next(iter(kind)).id
    label = label_of(model) if attribute.name == "name" else fact_of(attribute).label
    return _MADE_UP.get(attribute.name, f"示例{label.zh}")
