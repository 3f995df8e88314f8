"""How many opaque nodes the rules of the plugins hold: each is a function that no reader can look into."""

from __future__ import annotations

import civaffairs
from civaffairs.domain.rules.expr import Opaque
from civaffairs.domain.rules.walk import nodes

REASONS = {
    (
        "taoyuan/infant",
        "age_in_months",
    ): "months of age follow from a date, and trees know no dates; it shows the way out",
}


def test_no_rule_is_opaque_without_a_reason_written_down_here():
    found = [
        (f"{rule.jurisdiction}/{rule.id}", node.id)
        for rule in civaffairs.load(strict=True).rules
        for entry in rule.timeline
        for node in nodes(entry.value)
        if isinstance(node, Opaque)
    ]
    assert sorted(found) == sorted(REASONS)
    assert len(found) == 1
