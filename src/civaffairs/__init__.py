"""China's district civil-affairs plans (民政事业发展规划) as typed, dated, cited, computable values.

    import civaffairs

    catalogue = civaffairs.load()
    plan = catalogue["shapingba"].plan
    for target in plan.targets:
        print(target.indicator.label.zh, target.text("zh"), target.clause.text("zh"))

This is the front door: names are imported when they are first used, so that `import civaffairs` costs next to
nothing. What stands under `TYPE_CHECKING` and in `_HOMES` is the same list, and a test says so.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from civaffairs.version import VERSION

if TYPE_CHECKING:
    from civaffairs.analysis.running.frames import decide_registers as decide_registers
    from civaffairs.domain.decisions import Answer as Answer
    from civaffairs.domain.decisions import Decision as Decision
    from civaffairs.domain.decisions import Decisions as Decisions
    from civaffairs.domain.exemptions import Exemption as Exemption
    from civaffairs.domain.glossary import Term as Term
    from civaffairs.domain.indicators import SHARE as SHARE
    from civaffairs.domain.indicators import Bounds as Bounds
    from civaffairs.domain.indicators import CommonFigure as CommonFigure
    from civaffairs.domain.indicators import Direction as Direction
    from civaffairs.domain.indicators import Indicator as Indicator
    from civaffairs.domain.indicators import Statistic as Statistic
    from civaffairs.domain.invariants import Always as Always
    from civaffairs.domain.invariants import Invariant as Invariant
    from civaffairs.domain.invariants import Moves as Moves
    from civaffairs.domain.jurisdictions import Jurisdiction as Jurisdiction
    from civaffairs.domain.jurisdictions import Level as Level
    from civaffairs.domain.models import Area as Area
    from civaffairs.domain.models import Household as Household
    from civaffairs.domain.models import Income as Income
    from civaffairs.domain.models import IncomeKind as IncomeKind
    from civaffairs.domain.models import Person as Person
    from civaffairs.domain.names import Label as Label
    from civaffairs.domain.observations import Missing as Missing
    from civaffairs.domain.observations import Observation as Observation
    from civaffairs.domain.observations import Verdict as Verdict
    from civaffairs.domain.observations import missing as missing
    from civaffairs.domain.passages import NO_DATE as NO_DATE
    from civaffairs.domain.passages import Passage as Passage
    from civaffairs.domain.periods import Period as Period
    from civaffairs.domain.plan import Claim as Claim
    from civaffairs.domain.plan import Commitment as Commitment
    from civaffairs.domain.plan import Deed as Deed
    from civaffairs.domain.plan import Discrepancy as Discrepancy
    from civaffairs.domain.plan import Grade as Grade
    from civaffairs.domain.plan import Plan as Plan
    from civaffairs.domain.plan import Row as Row
    from civaffairs.domain.plan import Side as Side
    from civaffairs.domain.progress.following import follow as follow
    from civaffairs.domain.progress.following import follow_results as follow_results
    from civaffairs.domain.progress.outcomes import Method as Method
    from civaffairs.domain.progress.outcomes import Outcome as Outcome
    from civaffairs.domain.progress.outcomes import Progress as Progress
    from civaffairs.domain.provisions import Provision as Provision
    from civaffairs.domain.provisions import ProvisionKind as ProvisionKind
    from civaffairs.domain.recomputations import Recomputation as Recomputation
    from civaffairs.domain.recomputations import difference_of as difference_of
    from civaffairs.domain.recomputations import entry as entry
    from civaffairs.domain.recomputations import growth_of as growth_of
    from civaffairs.domain.recomputations import product_of as product_of
    from civaffairs.domain.recomputations import ratio_of as ratio_of
    from civaffairs.domain.recomputations import total_of as total_of
    from civaffairs.domain.replays import Replay as Replay
    from civaffairs.domain.rulebook import Rulebook as Rulebook
    from civaffairs.domain.rules.expr import AmountRule as AmountRule
    from civaffairs.domain.rules.expr import ConditionRule as ConditionRule
    from civaffairs.domain.rules.expr import LocalStandard as LocalStandard
    from civaffairs.domain.rules.expr import Opaque as Opaque
    from civaffairs.domain.rules.expr import Series as Series
    from civaffairs.domain.rules.expr import all_of as all_of
    from civaffairs.domain.rules.expr import any_of as any_of
    from civaffairs.domain.rules.expr import cases as cases
    from civaffairs.domain.rules.expr import greatest as greatest
    from civaffairs.domain.rules.expr import growth as growth
    from civaffairs.domain.rules.expr import least as least
    from civaffairs.domain.rules.named import amount_rule as amount_rule
    from civaffairs.domain.rules.named import condition_rule as condition_rule
    from civaffairs.domain.rules.named import dated as dated
    from civaffairs.domain.sources import Clause as Clause
    from civaffairs.domain.sources import Document as Document
    from civaffairs.domain.sources import Trust as Trust
    from civaffairs.domain.standards import Floor as Floor
    from civaffairs.domain.standards import Freedom as Freedom
    from civaffairs.domain.standards import Standard as Standard
    from civaffairs.domain.tables import Table as Table
    from civaffairs.domain.tables import baseline as baseline
    from civaffairs.domain.tables import cell as cell
    from civaffairs.domain.tables import goal as goal
    from civaffairs.domain.tables import result as result
    from civaffairs.domain.tables import span as span
    from civaffairs.domain.tables import yearly_growth as yearly_growth
    from civaffairs.domain.targets import Nature as Nature
    from civaffairs.domain.targets import Target as Target
    from civaffairs.domain.targets import at_least as at_least
    from civaffairs.domain.targets import at_most as at_most
    from civaffairs.domain.targets import between as between
    from civaffairs.domain.targets import exactly as exactly
    from civaffairs.domain.targets import less_than as less_than
    from civaffairs.domain.targets import more_than as more_than
    from civaffairs.domain.targets import qualitative as qualitative
    from civaffairs.domain.targets import reaching as reaching
    from civaffairs.domain.timeline import NotModelled as NotModelled
    from civaffairs.domain.timeline import Timeline as Timeline
    from civaffairs.domain.timeline import since as since
    from civaffairs.domain.topics import Topic as Topic
    from civaffairs.domain.units import RATIO as RATIO
    from civaffairs.domain.units import Amount as Amount
    from civaffairs.domain.units import AmountRange as AmountRange
    from civaffairs.domain.units import Points as Points
    from civaffairs.domain.units import Unit as Unit
    from civaffairs.engines.deciding import decide as decide
    from civaffairs.engines.deciding import replay as replay
    from civaffairs.errors import CivaffairsError as CivaffairsError
    from civaffairs.loading import Catalogue as Catalogue
    from civaffairs.loading import hookimpl as hookimpl
    from civaffairs.loading import load as load

_HOMES = {
    "civaffairs.analysis.running.frames": "decide_registers",
    "civaffairs.domain.decisions": "Answer Decision Decisions",
    "civaffairs.domain.glossary": "Term",
    "civaffairs.domain.indicators": "SHARE Bounds CommonFigure Direction Indicator Statistic",
    "civaffairs.domain.exemptions": "Exemption",
    "civaffairs.domain.invariants": "Always Invariant Moves",
    "civaffairs.domain.jurisdictions": "Jurisdiction Level",
    "civaffairs.domain.models": "Area Household Income IncomeKind Person",
    "civaffairs.domain.names": "Label",
    "civaffairs.domain.observations": "Missing Observation Verdict missing",
    "civaffairs.domain.passages": "NO_DATE Passage",
    "civaffairs.domain.periods": "Period",
    "civaffairs.domain.plan": "Claim Commitment Deed Discrepancy Grade Plan Row Side",
    "civaffairs.domain.progress.following": "follow follow_results",
    "civaffairs.domain.progress.outcomes": "Method Outcome Progress",
    "civaffairs.domain.provisions": "Provision ProvisionKind",
    "civaffairs.domain.recomputations": (
        "Recomputation difference_of entry growth_of product_of ratio_of total_of"
    ),
    "civaffairs.domain.replays": "Replay",
    "civaffairs.domain.rulebook": "Rulebook",
    "civaffairs.domain.rules.expr": (
        "AmountRule ConditionRule LocalStandard Opaque Series all_of any_of cases greatest growth least"
    ),
    "civaffairs.domain.rules.named": "amount_rule condition_rule dated",
    "civaffairs.domain.sources": "Clause Document Trust",
    "civaffairs.domain.standards": "Floor Freedom Standard",
    "civaffairs.domain.tables": "Table baseline cell goal result span yearly_growth",
    "civaffairs.domain.targets": (
        "Nature Target at_least at_most between exactly less_than more_than qualitative reaching"
    ),
    "civaffairs.domain.timeline": "NotModelled Timeline since",
    "civaffairs.domain.topics": "Topic",
    "civaffairs.domain.units": "RATIO Amount AmountRange Points Unit",
    "civaffairs.engines.deciding": "decide replay",
    "civaffairs.errors": "CivaffairsError",
    "civaffairs.loading": "Catalogue hookimpl load",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__version__ = VERSION
__all__ = sorted([*_HOME_OF, "__version__"])  # noqa: PLE0605 - computed from the one list above


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        message = f"module 'civaffairs' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
