"""Whether engines agree with the reference evaluation: to the fen, and in what they cannot tell.

An engine answers what a provision says of several cases on a day. Every engine that is installed stands in
`ENGINES`; another one is one entry more. Who writes an engine asks `agrees` for a test with rulebooks that
make no sense but use every node, and `disagreements` for the rules of a real place.

Example:
    >>> from civaffairs import load
    >>> taoyuan = load()["taoyuan"].rulebook
    >>> list(disagreements(taoyuan, examples=20))
    []

    In the file with an engine's tests:

    >>> test_swift_python_agrees = agrees(SwiftPython(), examples=5)
    >>> test_swift_python_agrees()
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from attrs import field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs.domain.case_facts import CaseFacts
from civaffairs.domain.provisions import Provision
from civaffairs.domain.rulebook import Edition, Rulebook, versions_behind
from civaffairs.domain.rules.evaluate import Things, Unknown, holds, measure
from civaffairs.domain.rules.render import render
from civaffairs.domain.rules.trace import Trace
from civaffairs.domain.units import Amount, Size, exact
from civaffairs.engines.arrays.rows import rows as array_rows
from civaffairs.engines.deciding import program_of
from civaffairs.engines.sql.duckdb import rows
from civaffairs.engines.sql.spark import rows as spark_rows
from civaffairs.errors import CivaffairsError, Message, message
from civaffairs.testing.around import holders
from civaffairs.testing.cases import days as drawn_days
from civaffairs.testing.cases import households, rulebooks
from civaffairs.testing.drawing import dated_cases, drawn, provisions_by_kind, simplest
from civaffairs.testing.meeting import parts

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from civaffairs.domain.rules.expr import AmountRule
    from civaffairs.domain.rules.trace import Noted
    from civaffairs.engines.columns import Given
    from civaffairs.engines.python import Program
    from civaffairs.engines.sql.query import Layout
    from civaffairs.errors import Language

_LEAST = 10
"""So many cases are drawn of each kind of thing, or as many as are asked for where that is fewer."""


@frozen
class Answered:
    """What a provision says of one thing.

    Attributes:
        holds: whether its condition holds; None where that cannot be told.
        amounts: how much, in the order of `provision.amounts` and each in the unit of its rule, exactly; None
            for one that cannot be told. Empty where the condition does not hold or that cannot be told.
    """

    holds: bool | None
    amounts: tuple[Fraction | None, ...] = ()


@frozen
class Raised:
    """That there was no answer but an error.

    Attributes:
        what: which; the words of an error that is not ours are left out, since they may show somebody.
    """

    what: str

    @classmethod
    def of(cls, error: Exception) -> Raised:
        """Return what is said of an error."""
        codes = ", ".join(each.code for each in error.faults) if isinstance(error, CivaffairsError) else ""
        return cls(f"{type(error).__name__}({codes})" if codes else type(error).__name__)


_NOT_IN_SQL = Raised("RuleRefused(not_in_bulk)")
"""What an engine says that refuses a provision, rightly: functions of Python have no SQL."""


class Engine(Protocol):
    """Something that answers what provisions say."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def needs(self) -> str:
        """The module without which it cannot run; empty where it needs none."""
        ...

    def answers(
        self, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
    ) -> Sequence[Answered]:
        """Return what a provision says of each of several cases, in their order.

        Args:
            provision: what is asked.
            edition: what holds there and then.
            cases: for each the thing that the provision is about, with the things around it: a person and
                the household.
            on: the day for which it is asked.
        """
        ...


@frozen
class SwiftPython:
    """The Python of `Program.swift`, and of `Program.traced` where that gives up for want of a fact."""

    name: str = "Python (swift)"
    needs: str = ""

    def answers(
        self, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
    ) -> list[Answered]:
        """Return what the program says; that it gives up where nothing is missing is no answer."""
        program = program_of(provision, edition)
        return [self._answer(program, case, on) for case in cases]

    def _answer(self, program: Program, case: Things, on: date) -> Answered:
        found = program.swift(*_in_order(program, case), on=on)
        if found is None:
            noted = program.traced(*_in_order(program, case), on=on)
            return _read(program, noted) if _is_doubtful(noted) else Answered(None)
        holds_, amounts = found
        sizes = zip(amounts, program.scales, strict=True) if holds_ else ()
        return Answered(holds_, tuple(Fraction(amount, scale) for amount, scale in sizes))


@frozen
class TracedPython:
    """The Python of `Program.traced`, with which cases are decided."""

    name: str = "Python (traced)"
    needs: str = ""

    def answers(
        self, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
    ) -> list[Answered]:
        """Return what the program noted."""
        program = program_of(provision, edition)
        return [_read(program, program.traced(*_in_order(program, case), on=on)) for case in cases]


@frozen
class Arrays:
    """The steps of a provision over arrays of numpy, which are made of the cases.

    Attributes:
        given: the facts that the registers have, as for `DuckDB`.
    """

    name: str = "numpy"
    needs: str = "pyarrow"
    given: Given | None = None

    def answers(
        self, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
    ) -> list[Answered]:
        """Return what the steps find."""
        found = array_rows(provision, edition, cases, on, given=self.given)
        return [Answered(each.holds, each.amounts if each.holds else ()) for each in found]


@frozen
class DuckDB:
    """The SQL of a provision, run by DuckDB over registers that are made of the cases.

    Attributes:
        layout: whether members have a register of their own or are a list of their household.
        given: the facts that the registers have; by default all, with incomes as a list. With fewer, only
            cases agree of which nothing else is known.
    """

    name: str = "DuckDB"
    needs: str = "duckdb"
    layout: Layout = "flat"
    given: Given | None = None

    def answers(
        self, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
    ) -> list[Answered]:
        """Return what the query finds."""
        found = rows(provision, edition, cases, on, layout=self.layout, given=self.given)
        return [Answered(each.holds, each.amounts if each.holds else ()) for each in found]


@frozen
class Spark:
    """The SQL of a provision, run by Spark over registers that are made of the cases.

    It is not among `ENGINES`, for it takes seconds to start and a second for each query; it is asked for by
    name: `disagreements(rulebook, [Spark()])`.

    Attributes:
        given: the facts that the registers have, as for `DuckDB`.
    """

    name: str = "Spark"
    needs: str = "pyspark"
    given: Given | None = None

    def answers(
        self, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
    ) -> list[Answered]:
        """Return what the query finds."""
        found = spark_rows(provision, edition, cases, on, given=self.given)
        return [Answered(each.holds, each.amounts if each.holds else ()) for each in found]


ENGINES: tuple[Engine, ...] = (
    SwiftPython(),
    TracedPython(),
    Arrays(),
    DuckDB(),
    DuckDB("DuckDB nested", layout="nested"),
)
"""Every engine that there is. One whose library is not installed is passed over."""


def installed() -> tuple[Engine, ...]:
    """Return the engines that can run here."""
    return tuple(each for each in ENGINES if not each.needs or find_spec(each.needs) is not None)


def reference(provision: Provision, edition: Edition, case: Things, on: date) -> Answered:
    """Return what a provision says of a case by the reference evaluation, which settles what is right."""
    facts = CaseFacts(edition, on)
    truth = holds(provision.when, facts, case)
    if isinstance(truth, Unknown):
        return Answered(None)
    if not truth:
        return Answered(False)
    sizes = (measure(rule, facts, case) for rule in provision.amounts)
    return Answered(True, tuple(None if isinstance(size, Unknown) else size.number for size in sizes))


# --- disagreements ---------------------------------------------------------------------------------


@frozen
class Disagreement:
    """A case for which an engine does not say what the reference evaluation says.

    Attributes:
        provision: what was asked.
        day: for which day.
        engine: the name of the engine; None where the reference evaluation itself has no answer.
        case: the thing with the things around it.
        expected: what the reference evaluation says.
        found: what the engine says.
    """

    provision: Provision
    day: date
    engine: str | None
    case: Things = field(repr=False)
    expected: Answered | Raised
    found: Answered | Raised

    @property
    def message(self) -> Message:
        """It in words; the case is shown with personal data masked."""
        case = repr(next(iter(self.case.by_model.values())))
        said: dict[str, object] = {"what": self.provision.label, "day": self.day.isoformat(), "case": case}
        if self.engine is None:
            return message("engine_reference_raises", error=_Said(self.provision, self.expected), **said)
        expected, found = _Said(self.provision, self.expected), _Said(self.provision, self.found)
        return message("engine_disagrees", engine=self.engine, expected=expected, found=found, **said)

    def text(self, lang: Language | None = None) -> str:
        """Return it for a reader."""
        return self.message.text(lang)


def disagreements(
    rulebook: Rulebook,
    engines: Iterable[Engine] | None = None,
    examples: int = 100,
    seed: int = 0,
    days: Iterable[date] | None = None,
) -> Iterator[Disagreement]:
    """Yield for each provision and engine the simplest case found for which they do not agree.

    A provision that rests on a function is not asked of engines that speak SQL, which refuse it.

    Cases lie at the thresholds of the provisions, on the days on which any of their rules or standards
    changes, half of them on the latest. Every provision is asked about every case that it may be about.

    Args:
        rulebook: that of a place.
        engines: those that are tried; by default all that are installed.
        examples: how many cases are drawn, shared out among the kinds of things as there are provisions about
            them, ten of each kind at least.
        seed: the same seed draws the same cases.
        days: the days for which cases are drawn, the most important first.
    """
    tried = installed() if engines is None else tuple(engines)
    for provisions in provisions_by_kind(rulebook).values():
        share = -(-examples * len(provisions) // len(rulebook.provisions))
        cases = dated_cases(provisions, rulebook, days)
        number = max(share, min(_LEAST, examples))
        yield from _Search(provisions, rulebook, tried, cases, number, seed).disagreements()


def agrees(engine: Engine, *, examples: int = 100, opaque: bool = True) -> Callable[[], None]:
    """Return a test, built freshly, that an engine agrees on rulebooks and households that are drawn.

    Args:
        engine: the engine.
        examples: how many rulebooks are drawn, each with some households.
        opaque: whether functions are drawn too; no engine that speaks SQL computes them.

    Raises:
        AssertionError: by the test, with the simplest case on which the engine does not agree.
    """

    @settings(max_examples=examples, deadline=None)
    @given(_trials(opaque=opaque))
    def test(trial: _Trial) -> None:
        edition = trial.rulebook.on(trial.day)
        for provision in trial.rulebook.provisions.values():
            cases = [each for home in trial.homes for each in _cases(provision, home)]
            for found in _differing((engine,), provision, edition, cases, trial.day):
                raise AssertionError("\n".join((found.text(), *_read_aloud(provision, edition))))

    return test


class _Trial:
    """What is drawn for one trial. A rulebook is too long to be shown whole, so a failure shows its rules.

    Hypothesis shows a class of attrs with all of its attributes, whatever its repr is; so this is none.
    """

    def __init__(self, rulebook: Rulebook, homes: Sequence[object], day: date) -> None:
        self.rulebook, self.homes, self.day = rulebook, homes, day

    def __repr__(self) -> str:
        return f"{len(self.rulebook.rules)} rules, {len(self.homes)} households, {self.day.isoformat()}"


@st.composite
def _trials(draw: DrawFn, *, opaque: bool) -> _Trial:
    homes = st.lists(households(), min_size=1, max_size=3)
    return _Trial(draw(rulebooks(opaque=opaque)), draw(homes), draw(drawn_days()))


def _read_aloud(provision: Provision, edition: Edition) -> Iterator[str]:
    """Yield the versions of rules and standards that a provision rests on, in words."""
    for version in versions_behind(provision.rules, edition):
        value = version.value
        yield f"{version.of.id}: {value.text() if isinstance(value, Amount) else render(value)}"


@frozen
class _Search:
    """Looks for cases on which engines do not agree, about provisions on one kind of case."""

    provisions: tuple[Provision, ...]
    rulebook: Rulebook
    engines: tuple[Engine, ...]
    cases: SearchStrategy[tuple[date, object]]
    examples: int
    seed: int

    def disagreements(self) -> Iterator[Disagreement]:
        by_day: dict[date, list[object]] = defaultdict(list)
        for day, thing in drawn(self.cases, examples=self.examples, seed=self.seed):
            by_day[day].append(thing)
        for provision in self.provisions:
            seen: set[str | None] = set()
            for day, things in by_day.items():
                cases = [each for thing in things for each in _cases(provision, thing)]
                for found in _differing(self.engines, provision, self.rulebook.on(day), cases, day):
                    if found.engine not in seen and found.found != _NOT_IN_SQL:
                        seen.add(found.engine)
                        yield self._simplest(found)

    def _simplest(self, first: Disagreement) -> Disagreement:
        """Return the simplest case like this one: the same are drawn again, one by one."""
        provision = first.provision
        asked = tuple(each for each in self.engines if each.name == first.engine)

        def like(case: tuple[date, object]) -> Disagreement | None:
            day, thing = case
            found = _differing(asked, provision, self.rulebook.on(day), _cases(provision, thing), day)
            return next((each for each in found if each.engine == first.engine), None)

        case = simplest(
            self.cases, lambda each: like(each) is not None, examples=self.examples, seed=self.seed
        )
        return first if case is None else like(case) or first


def _cases(provision: Provision, thing: object) -> list[Things]:
    """Return the case itself, or each member of it, as a provision is about it."""
    return parts(Things({type(thing).__name__: thing}), provision.of, holders()) or []


def _differing(
    engines: Iterable[Engine], provision: Provision, edition: Edition, cases: Sequence[Things], on: date
) -> Iterator[Disagreement]:
    """Yield each case for which the reference evaluation has no answer or an engine another one."""
    answered: list[tuple[Things, Answered]] = []
    for case in cases:
        try:
            answered.append((case, reference(provision, edition, case, on)))
        except Exception as error:  # noqa: BLE001 - a function of a rule may raise anything
            raised = Raised.of(error)
            yield Disagreement(provision, on, None, case, raised, raised)
    asked = [case for case, _ in answered]
    for engine in engines:
        found = _asked(engine, provision, edition, asked, on)
        for (case, expected), answer in zip(answered, found, strict=True):
            if answer != expected:
                yield Disagreement(provision, on, engine.name, case, expected, answer)


def _asked(
    engine: Engine, provision: Provision, edition: Edition, cases: Sequence[Things], on: date
) -> list[Answered | Raised]:
    """Ask an engine about all cases at once; where it raises or loses one, about each alone."""
    try:
        found = list(engine.answers(provision, edition, cases, on))
    except Exception as error:  # noqa: BLE001 - whatever an engine raises, it does not answer
        if len(cases) <= 1:
            return [Raised.of(error) for _ in cases]
    else:
        if len(found) == len(cases):
            return [*found]
        if len(cases) <= 1:
            return [Raised(f"{len(found)} / {len(cases)}") for _ in cases]
    return [each for case in cases for each in _asked(engine, provision, edition, [case], on)]


@frozen
class _Said:
    """An answer in words."""

    provision: Provision
    answer: Answered | Raised

    def text(self, lang: Language | None = None) -> str:
        if isinstance(self.answer, Raised):
            return message("engine_raised", error=self.answer.what).text(lang)
        if self.answer.holds is None:
            return message("engine_cannot_tell").text(lang)
        said = message("engine_holds" if self.answer.holds else "engine_holds_not").text(lang)
        rules = zip(self.provision.amounts, self.answer.amounts, strict=False)
        return ", ".join([said, *(_amount(rule, number, lang) for rule, number in rules)])


def _amount(rule: AmountRule, number: Fraction | None, lang: Language | None) -> str:
    if number is None:
        return message("engine_cannot_tell").text(lang)
    try:
        return Amount(exact(number), rule.unit).text(lang)
    except ValueError:  # a fraction without end
        return f"{number} {rule.unit.text(lang)}"


# --- reading what Python programs return -----------------------------------------------------------


def _in_order(program: Program, case: Things) -> list[object]:
    return [case.by_model[model] for model in program.lineage]


def _read(program: Program, noted: Noted) -> Answered:
    """Return what a program noted of the provision itself."""
    trace = Trace(program.layout, noted, {})
    truth: Any = trace.value(program.provision.when)
    if not truth:
        return Answered(truth)
    sizes = [trace.value(rule) for rule in program.provision.amounts]
    return Answered(True, tuple(size.number if isinstance(size, Size) else None for size in sizes))


def _is_doubtful(noted: object) -> bool:
    """Whether something that was noted could not be told."""
    if isinstance(noted, tuple | list):
        return any(_is_doubtful(each) for each in noted)
    return noted is None
