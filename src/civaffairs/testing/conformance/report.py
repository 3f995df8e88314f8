"""The report: what each requirement came to in one jurisdiction, and whether the whole passes."""

from __future__ import annotations

from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import frozen

from civaffairs.domain.names import Label
from civaffairs.errors import UnknownName, language, message
from civaffairs.testing.conformance.asking import asked
from civaffairs.testing.conformance.exempting import exemption_for
from civaffairs.testing.conformance.requirement import EXAMPLES, Subject
from civaffairs.testing.conformance.suite import REQUIREMENTS, SUITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from civaffairs.domain.exemptions import Exemption
    from civaffairs.domain.jurisdictions import Jurisdiction
    from civaffairs.errors import Fault, Language, Message
    from civaffairs.loading import Catalogue
    from civaffairs.testing.conformance.requirement import Finding, Requirement


class State(Enum):
    """What a requirement came to."""

    MET = Label("符合", "met")
    EXCEPTED = Label("符合，有声明", "met, with what is declared")
    NOT_MET = Label("不符合", "not met")
    NOT_ASKED = Label("未测试", "not asked")

    @property
    def label(self) -> Label:
        """The state in both languages."""
        return self.value

    @property
    def sign(self) -> str:
        """A sign for it, so that colours are not needed."""
        return {"MET": "✓", "EXCEPTED": "✓", "NOT_MET": "✗", "NOT_ASKED": "–"}[self.name]


@frozen
class Result:
    """What one requirement came to in one jurisdiction.

    Attributes:
        requirement: what was asked.
        found: what does not meet it and is declared nowhere.
        exempted: what does not meet it, each with the exemption that declares it.
        declared: what a discrepancy of a plan declares.
        notes: what a reader should know besides: what could not really be tested.
        unasked: why it was not asked, and how to mend that; None where it was.
    """

    requirement: Requirement
    found: tuple[Finding, ...] = ()
    exempted: tuple[tuple[Finding, Exemption], ...] = ()
    declared: tuple[Finding, ...] = ()
    notes: tuple[Message, ...] = ()
    unasked: Fault | None = None

    @property
    def state(self) -> State:
        """What it came to."""
        if self.unasked is not None:
            return State.NOT_ASKED
        if self.found:
            return State.NOT_MET
        return State.EXCEPTED if self.exempted or self.declared else State.MET

    @property
    def passes(self) -> bool:
        """Whether the plugin passes as far as this goes: it is met, optional, or was not asked."""
        return self.state is not State.NOT_MET or not self.requirement.required

    @property
    def counts(self) -> tuple[Message, ...]:
        """How much was found, exempted, declared and noted, as far as there was any."""
        counted = (
            ("found_open", len(self.found)),
            ("found_exempted", len(self.exempted)),
            ("found_declared", len(self.declared)),
            ("found_noted", len(self.notes)),
        )
        return tuple(message(code, count=count) for code, count in counted if count)

    def text(self, lang: Language | None = None) -> str:
        """Return the requirement in a line, and below it what does not meet it."""
        return "\n".join(self.lines(lang))

    def lines(self, lang: Language | None = None, most: int | None = None) -> Iterator[str]:
        """Yield the lines of the text; with at most so many findings, and then without the notes."""
        chosen = lang or language()
        counts = ("，" if chosen == "zh" else ", ").join(each.text(chosen) for each in self.counts)
        head = f"{self.state.sign} {self.requirement.id}  {self.requirement.label.text(chosen)}"
        if not self.requirement.required:
            head += f" {message('requirement_optional').text(chosen)}"
        yield f"{head}  {counts}".rstrip()
        if self.unasked is not None:
            yield f"    {self.unasked.text(chosen)}"
        shown = self.found[:most]
        for finding, following in zip_longest(shown, shown[1:]):
            yield from (f"    {line}" for line in _lines(finding, chosen))
            mend = finding.what.mend(chosen)
            if mend and not (following and following.what.mend(chosen) == mend):  # said once, below the last
                yield f"      {mend}"
        left_out = len(self.found) - len(shown)
        if left_out:
            more = message("found_more", count=left_out, requirement=self.requirement.id)
            yield f"    {more.text(chosen)}"
        if self.notes and most is not None:
            said = message("notes_left_out", count=len(self.notes), requirement=self.requirement.id)
            yield f"    {said.text(chosen)}"
        else:
            yield from (f"    {note.text(chosen)}" for note in self.notes)


def _lines(finding: Finding, lang: Language) -> Iterator[str]:
    """Yield the lines of a finding: what it is and where it stands."""
    day = "" if finding.day is None else f" {finding.day.isoformat()}"
    yield f"{finding.of}{day}{'：' if lang == 'zh' else ': '}{finding.what.text(lang)}"
    if finding.clause is not None:
        yield f"  {finding.clause.text(lang)}"


@frozen
class Report:
    """What the suite came to in one jurisdiction.

    Attributes:
        jurisdiction: of which it was asked.
        results: what each requirement came to, in the order of the suite.
        suite: the version of the suite.
    """

    jurisdiction: Jurisdiction
    results: tuple[Result, ...]
    suite: str = SUITE

    @property
    def passes(self) -> bool:
        """Whether every required requirement that was asked is met, exemptions and declarations included."""
        return all(each.passes for each in self.results)

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """The exemptions that cover something, each once."""
        used = [exemption for result in self.results for _, exemption in result.exempted]
        return tuple(dict.fromkeys(used))

    @property
    def conclusion(self) -> tuple[Message, ...]:
        """What it comes to: passed or not, and what a reader must know to judge that."""
        return tuple(self._conclusion())

    def text(self, lang: Language | None = None) -> str:
        """Return the whole report: a line for each requirement, findings below it, the conclusion."""
        title = message("title_conformance", place=self.jurisdiction.label, suite=self.suite)
        results = (result.text(lang) for result in self.results)
        return "\n".join((title.text(lang), *results, self.last_line(lang)))

    def last_line(self, lang: Language | None = None) -> str:
        """Return the conclusion in one line.

        Example:
            >>> from civaffairs import load
            >>> conform(load(), "taoyuan", only=["dates", "parents"]).last_line("en")
            'passes what was asked of suite 1.0: 2 of 17 requirements'
        """
        between = "，" if (lang or language()) == "zh" else ", "
        return between.join(each.text(lang) for each in self.conclusion)

    def _conclusion(self) -> Iterator[Message]:
        reached = sum(result.state is not State.NOT_ASKED for result in self.results)
        failed = sum(not result.passes for result in self.results)
        every = len(REQUIREMENTS)
        if failed:
            yield _counted("conformance_failed conformance_failed_one", failed, suite=self.suite)
        elif reached == every:
            yield message("conformance_passed", suite=self.suite)
        else:
            yield message("conformance_passed_in_part", suite=self.suite, asked=reached, all=every)
        declared = sum(len(result.declared) for result in self.results)
        recommended = sum(result.state is State.NOT_MET and result.passes for result in self.results)
        for codes, count in (
            ("conformance_exceptions conformance_exceptions_one", len(self.exemptions)),
            ("conformance_discrepancies conformance_discrepancies_one", declared),
            ("conformance_recommended conformance_recommended_one", recommended),
            ("conformance_unasked conformance_unasked_one", len(self.results) - reached),
            ("conformance_noted conformance_noted_one", sum(len(result.notes) for result in self.results)),
        ):
            if count:
                yield _counted(codes, count)


def _counted(codes: str, count: int, **args: object) -> Message:
    """Return the message for several, or that for one."""
    several, one = codes.split()
    return message(one if count == 1 else several, count=count, **args)


def _silently(requirement: Requirement) -> None:
    """Tell nobody what is being asked."""


def conform(
    catalogue: Catalogue,
    name: str,
    *,
    examples: int = EXAMPLES,
    seed: int = 0,
    only: Iterable[str] = (),
    progress: Callable[[Requirement], None] = _silently,
) -> Report:
    """Ask a jurisdiction everything that the suite asks.

    Args:
        catalogue: everything that is declared, with the jurisdiction and those above it.
        name: the jurisdiction, by id, division code or name.
        examples: how many cases are drawn for each question that needs drawn cases.
        seed: the same seed draws the same cases.
        only: the requirements to ask, by their ids; by default all of them.
        progress: is told each requirement before it is asked.

    Raises:
        UnknownName: for a jurisdiction or a requirement that does not exist.

    Example:
        >>> from civaffairs import load
        >>> report = conform(load(), "taoyuan", only=["discrepancies"])
        >>> report.passes, [result.state.name for result in report.results]
        (True, ['EXCEPTED'])
    """
    subject = Subject(catalogue, catalogue[name], examples, seed)
    results: list[Result] = []
    for each in requirements(only):
        progress(each)
        results.append(answer(each, subject))
    return Report(subject.dossier.jurisdiction, tuple(results))


def requirements(only: Iterable[str] = ()) -> tuple[Requirement, ...]:
    """Return the requirements of these ids in the order of the suite; by default all.

    Raises:
        UnknownName: for one that does not exist.
    """
    known = {each.id: each for each in REQUIREMENTS}
    wanted = set(only)
    for name in sorted(wanted - known.keys()):
        raise UnknownName.among("requirement", name, known)
    return tuple(each for each in REQUIREMENTS if not wanted or each.id in wanted)


def answer(requirement: Requirement, subject: Subject) -> Result:
    """Ask one requirement, and sort what is found by what declares it."""
    came = asked(requirement, subject)
    pairs = [
        (each, None if each.declared else exemption_for(each, requirement, subject)) for each in came.found
    ]
    return Result(
        requirement,
        tuple(each for each, exemption in pairs if exemption is None and not each.declared),
        tuple((each, exemption) for each, exemption in pairs if exemption is not None),
        tuple(each for each in came.found if each.declared),
        came.notes,
        came.unasked,
    )
