"""The suite: what a plugin has to meet, in the order in which it is asked and reported.

A requirement is added here; its function stands in a module of its own. What would pass from one version of
the suite to the next and no longer does, raises the version.
"""

from __future__ import annotations

from functools import partial

from civaffairs.domain.names import Label
from civaffairs.testing.conformance import (
    agreement,
    dates,
    documentation,
    editions,
    exempting,
    figures,
    glossary,
    invariants_hold,
    masking,
    names,
    parents,
    provenance,
    rendering,
    units,
)
from civaffairs.testing.conformance.requirement import Requirement

SUITE = "1.0"
"""The version of the suite."""

_ASKED = (
    Requirement(
        "provenance",
        Label("每个数都有出处", "every figure has a source"),
        provenance.provenance,
        notes=provenance.of_nobody,
    ),
    Requirement("dates", Label("日期讲得通", "dates make sense"), dates.dates),
    Requirement("parents", Label("上级齐全", "the jurisdictions above are there"), parents.parents),
    Requirement("names", Label("名称有中英文，不重名", "names are bilingual and unique"), names.names),
    Requirement("glossary", Label("用语与术语表一致", "words are those of the glossary"), glossary.glossary),
    Requirement("units", Label("单位相合，大小可能", "units fit, sizes are possible"), units.units),
    Requirement("targets", Label("目标前后上下相合", "targets fit together"), figures.targets),
    Requirement("discrepancies", Label("矛盾都已声明", "contradictions are declared"), figures.discrepancies),
    Requirement(
        "recomputations", Label("合计与占比算得出", "sums and shares come out"), figures.recomputations
    ),
    Requirement("editions", Label("规则每天都读得出", "rules can be read on every day"), editions.editions),
    Requirement(
        "holes",
        Label("规则所需的标准都有", "standards that rules need are there"),
        editions.holes,
        required=False,
    ),
    Requirement(
        "rendering", Label("中英文都写得出", "all can be said in both languages"), rendering.rendering
    ),
    Requirement(
        "engines",
        Label("各引擎结果分毫不差", "all engines agree to the fen"),
        agreement.engines,
        needs="testing",
    ),
    Requirement(
        "masking", Label("个人信息都遮盖", "personal data is masked"), masking.masking, needs="testing"
    ),
    Requirement(
        "invariants",
        Label("应当成立的都成立", "what must hold holds"),
        invariants_hold.invariants,
        needs="testing",
        notes=invariants_hold.untested,
    ),
    Requirement(
        "documentation",
        Label("说明齐全", "what readers need is explained"),
        documentation.documentation,
        required=False,
    ),
)

REQUIREMENTS = (
    *_ASKED,
    Requirement(
        exempting.ITSELF,
        Label("声明的例外仍有必要", "declared exceptions are still needed"),
        partial(exempting.exemptions, _ASKED),
    ),
)
"""Everything that is asked, in the order of the report."""
