"""What can be referred to in documentation, and how each thing is called there.

The names are those of the library, so that a reference reads like the code: an indicator by its id, a
jurisdiction by its slug, a plan or document by `jurisdiction/name`. What has no id of its own is named by
what it belongs to:

    >>> from civaffairs.domain.sources import Document
    >>> plan_14 = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022)
    >>> of_clause(plan_14.at("表1").at("序号3")).name
    'taoyuan/plan-14#表1_序号3'
"""

from __future__ import annotations

import re
from hashlib import blake2s
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.domain.targets import Measure

if TYPE_CHECKING:
    from civaffairs.domain.indicators import Indicator
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.domain.plan import Plan
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rules.expr import Rule
    from civaffairs.domain.sources import Clause, Document
    from civaffairs.domain.standards import Standard
    from civaffairs.domain.targets import Target

ROLES = {
    "jurisdiction": "jurisdiction",
    "document": "doc",
    "clause": "clause",
    "indicator": "ind",
    "target": "target",
    "plan": "plan",
    "standard": "standard",
    "rule": "rule",
    "provision": "provision",
}
"""The kinds of things, each with the role that refers to it."""
KINDS = {role: kind for kind, role in ROLES.items()}


@frozen
class Named:
    """Something that can be referred to.

    Attributes:
        kind: one of the kinds in `ROLES`.
        name: what a role names it by.
        label: what readers see.
        home: whether pages of this jurisdiction describe it with authority; empty where any page does.
    """

    kind: str
    name: str
    label: Label
    home: str = ""

    @property
    def anchor(self) -> str:
        """The id of its place on a page: letters, digits and hyphens, the same in every build."""
        plain = re.sub(r"[^A-Za-z0-9]+", "-", self.name).strip("-")
        if self.name.isascii():
            return f"civ-{self.kind}-{plain}"
        return f"civ-{self.kind}-{plain}-{blake2s(self.name.encode(), digest_size=4).hexdigest()}"


def spaceless(name: str) -> str:
    """Write a name without blanks, which an inventory file could not tell from its own.

    Example:
        >>> spaceless("taoyuan/plan-14#表1 序号3")
        'taoyuan/plan-14#表1_序号3'
    """
    return re.sub(r"\s+", "_", name.strip())


def of_jurisdiction(jurisdiction: Jurisdiction) -> Named:
    """Name a jurisdiction by its slug."""
    return Named("jurisdiction", jurisdiction.id, jurisdiction.label)


def of_document(document: Document) -> Named:
    """Name a document by its id, which begins with the jurisdiction at home in it."""
    return Named("document", document.id, document.label, _home(document.id))


def of_clause(clause: Clause) -> Named:
    """Name a clause by its document and its place in it."""
    name = spaceless(f"{clause.document.id}#{clause.locator}")
    return Named("clause", name, Label(clause.text("zh"), clause.text("en")), _home(clause.document.id))


def of_indicator(indicator: Indicator) -> Named:
    """Name an indicator by its id."""
    return Named("indicator", indicator.id, indicator.label)


def of_plan(plan: Plan) -> Named:
    """Name a plan by its id."""
    return Named("plan", plan.id, plan.label)


def of_target(plan: Plan, target: Target) -> Named:
    """Name a target by its plan, its indicator and its date: `taoyuan/plan-14/nursing_bed_share/2025`.

    A target of average growth has `/growth` behind it, since a table may promise both.
    """
    tail = "/growth" if target.measure is Measure.ANNUAL_GROWTH else ""
    about = target.indicator.label
    label = Label(
        f"{about.zh}{target.by.text('zh')}{target.text('zh')}",
        f"{about.en} {target.by.text('en')}: {target.text('en')}",
    )
    return Named("target", f"{plan.id}/{target.indicator.id}/{target.by}{tail}", label)


def of_standard(standard: Standard) -> Named:
    """Name a standard by the jurisdiction that sets it and its id."""
    return Named("standard", f"{standard.jurisdiction}/{standard.id}", standard.label)


def of_rule(rule: Rule) -> Named:
    """Name a rule by the jurisdiction that lays it down, whose page describes it, and its id."""
    return Named("rule", f"{rule.jurisdiction}/{rule.id}", rule.label, rule.jurisdiction)


def of_provision(provision: Provision) -> Named:
    """Name a provision by the jurisdiction that lays it down and its id."""
    return Named("provision", f"{provision.jurisdiction}/{provision.id}", provision.label)


def _home(document: str) -> str:
    return document.partition("/")[0]
