"""`prove`: what must always hold, proved or refuted; and what provisions are among each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import field, frozen

from civaffairs.cli.common import catalogue, command, day_of, put_file, strict_option
from civaffairs.cli.tables import show as print_table
from civaffairs.cli.tables import table
from civaffairs.errors import (
    CivaffairsError,
    ExtraMissing,
    InputInvalid,
    Message,
    UnknownName,
    fault,
    message,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from civaffairs.domain.exemptions import Exemption
    from civaffairs.domain.invariants import Invariant
    from civaffairs.domain.names import Label
    from civaffairs.domain.provisions import Provision
    from civaffairs.domain.rulebook import Rulebook
    from civaffairs.domain.sources import Clause
    from civaffairs.engines.asking import Limits
    from civaffairs.engines.cliffs import Cliff
    from civaffairs.engines.proving import Proof
    from civaffairs.loading import Dossier
    from civaffairs.present.view import Cell

_PARTS = ("standards", "rules", "provisions", "invariants", "exemptions")


@command("prove")
@click.argument("jurisdiction")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--disjoint", is_flag=True, help=message("option_disjoint").text())
@click.option("--covered", metavar="NEED", help=message("option_covered").text())
@click.option("--gaps", is_flag=True, help=message("option_gaps").text())
@click.option("--cliffs", is_flag=True, help=message("option_cliffs").text())
@click.option("--on", help=message("option_proved_on").text())
@click.option(
    "--members",
    type=click.IntRange(1, 20),
    default=4,
    show_default=True,
    help=message("option_members").text(),
)
@click.option(
    "--items", type=click.IntRange(1, 20), default=2, show_default=True, help=message("option_items").text()
)
@click.option(
    "--timeout",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help=message("option_timeout").text(),
)
@click.option("--any-standards", is_flag=True, help=message("option_any_standards").text())
@click.option("--unknown-facts", is_flag=True, help=message("option_unknown_facts").text())
@click.option("--json", "as_json", is_flag=True, help=message("option_json").text())
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help=message("option_counterexamples").text(),
)
@strict_option
def prove_command(
    *,
    jurisdiction: str,
    names: tuple[str, ...],
    disjoint: bool,
    covered: str | None,
    gaps: bool,
    cliffs: bool,
    on: str | None,
    members: int,
    items: int,
    timeout: int,
    any_standards: bool,
    unknown_facts: bool,
    as_json: bool,
    output: Path | None,
    strict: bool | None,
) -> int:
    """Prove what was asked for. Returns 1 where a counterexample is found, or something cannot be read."""
    from civaffairs.engines.asking import Limits

    asked = [
        word
        for word, wanted in (
            ("--disjoint", disjoint),
            ("--covered", covered is not None),
            ("--gaps", gaps),
            ("--cliffs", cliffs),
        )
        if wanted
    ]
    if len(asked) > 1:
        raise InputInvalid(fault("one_at_a_time", ", ".join(asked)))
    dossier = catalogue(strict=strict, parts=_PARTS)[jurisdiction]
    limits = Limits(members, items, timeout, complete=not unknown_facts, any_standards=any_standards)
    question = _Asked(dossier, day_of(on), limits, names)
    where = {"place": dossier.jurisdiction.label, "day": question.day.isoformat()}
    match asked:
        case ["--disjoint"]:
            title, lines = message("title_disjoint", **where), question.disjoint()
        case ["--covered"]:
            title, lines = message("title_covered", **where), question.covered(covered or "")
        case ["--gaps"]:
            title, lines = message("title_gaps", **where), question.gaps()
        case ["--cliffs"]:
            title, lines = message("title_cliffs", **where), question.cliffs()
        case _:
            title, lines = message("title_invariants", **where), question.invariants()
    found = tuple(lines)
    if as_json:
        click.echo(json.dumps([line.record() for line in found], ensure_ascii=False, indent=1))
    else:
        _print(title, found)
        if output is None and any(line.cases for line in found):
            click.echo(message("counterexamples_with_output").text())
    if output is not None:
        _write(found, output)
    return int(any(line.fails for line in found))


# --- what is asked -------------------------------------------------------------------------------------


@frozen
class _Line:
    """One thing that was asked, and what came of it.

    Attributes:
        name: the file that a counterexample is written to, without its ending.
        what: what was asked, for a reader.
        proof: what came of it; a message where it cannot be read.
        clause: what lays it down; None for what nobody declares.
        known: what programs are told beside it.
        exemption: what declares that it is known not to be so.
        shortly: what is said of it where it is proved.
    """

    name: str
    what: Label | Message
    proof: Proof | Cliff | Message
    clause: Clause | None = None
    known: dict[str, object] | None = None
    exemption: Exemption | None = None
    shortly: Message = field(factory=lambda: message("proved_in_short"))

    @property
    def outcome(self) -> str:
        """What programs call it: proved, refuted, vacuous, unsettled, onlytested, cliff or refused."""
        return "refused" if isinstance(self.proof, Message) else type(self.proof).__name__.lower()

    @property
    def fails(self) -> bool:
        """Whether it is not so, and nobody declares that; or cannot be read."""
        return self.outcome == "refused" or (self.outcome == "refuted" and self.exemption is None)

    @property
    def said(self) -> Message:
        """What came of it, for a reader."""
        said = self.proof if isinstance(self.proof, Message) else self.proof.said
        if self.exemption is None:
            return said
        return message("exempted", said=said, reason=self.exemption.reason)

    @property
    def in_short(self) -> Message:
        """The same where the scope of proofs is said elsewhere."""
        from civaffairs.engines.proving import Proved

        if not isinstance(self.proof, Proved):
            return self.said
        looked = self.proof.published
        if looked is None and self.proof.absent is None:
            return self.shortly
        if looked is None:
            return message("proved_but", said=self.shortly, absent=self.proof.absent)
        return message("proved_in_short_dates", held=len(looked.held), days=len(looked.days))

    @property
    def scope(self) -> Message | None:
        """Over which cases or dates it was proved."""
        from civaffairs.engines.proving import Proved

        if not isinstance(self.proof, Proved):
            return None
        return self.proof.scope if self.proof.published is None else message("scope_dates")

    @property
    def cases(self) -> tuple[object, ...]:
        """The cases of a counterexample: one, or two before and after a change."""
        from civaffairs.engines.cliffs import Cliff
        from civaffairs.engines.proving import Refuted

        return self.proof.witness.cases if isinstance(self.proof, Refuted | Cliff) else ()

    def record(self) -> dict[str, object]:
        """Return it for a program."""
        from civaffairs.exchange.cases import case_text

        record: dict[str, object] = {
            **(self.known or {"name": self.name}),
            "zh": self.what.text("zh"),
            "en": self.what.text("en"),
            "outcome": self.outcome,
            "said_zh": self.said.text("zh"),
            "said_en": self.said.text("en"),
        }
        if self.exemption is not None:
            record["exemption"] = self.exemption.id
        if self.cases:
            record["cases"] = [json.loads(case_text(case)) for case in self.cases]
        return record


@frozen
class _Asked:
    """What is asked about a place on a day.

    Attributes:
        dossier: everything about the place.
        day: the day.
        limits: over which cases proofs go.
        names: of invariants, or of provisions and conditions.
    """

    dossier: Dossier
    day: date
    limits: Limits
    names: tuple[str, ...]

    @property
    def rulebook(self) -> Rulebook:
        """The rules of the place."""
        return self.dossier.rulebook

    def invariants(self) -> Iterator[_Line]:
        """Yield what became of each invariant, or of those named."""
        from civaffairs.engines.proving import prove

        for each in self._wanted():
            proof = _or_refused(lambda: prove(each, self.rulebook, self.day, self.limits))  # noqa: B023 - called at once
            known: dict[str, object] = {"invariant": each.id, "jurisdiction": each.jurisdiction}
            exemption = self._exemption(each, proof)
            yield _Line(f"{each.jurisdiction}-{each.id}", each.label, proof, each.clause, known, exemption)

    def _wanted(self) -> tuple[Invariant, ...]:
        """Return the invariants that were named, of one id those of every jurisdiction; or all."""
        every = self.dossier.invariants
        known = {each.id: each for each in every}
        for name in self.names:
            if name not in known:
                raise UnknownName.among("invariant", name, known)
        return tuple(each for name in self.names for each in every if each.id == name) or every

    def _exemption(self, invariant: Invariant, proof: Proof | Cliff | Message) -> Exemption | None:
        from civaffairs.engines.proving import Refuted, exemption_of

        if not isinstance(proof, Refuted):
            return None
        return exemption_of(proof, invariant.id, self.dossier.exemptions)

    def disjoint(self) -> Iterator[_Line]:
        """Yield for each two of the names whether no case meets both."""
        from civaffairs.engines.categories import disjoint

        self._at_least(2, "--disjoint")
        for (one, other), proof in disjoint(self.names, self.rulebook, self.day, self.limits).items():
            what = message("not_both", one=self._label(one), other=self._label(other))
            yield _Line(f"{one}-and-{other}", what, proof)

    def covered(self, need: str) -> Iterator[_Line]:
        """Yield whether whoever meets the need meets one of the names."""
        from civaffairs.engines.categories import covered_by

        self._at_least(1, "--covered")
        proof = covered_by(need, self.names, self.rulebook, self.day, self.limits)
        what = message("one_of_these", need=self._label(need), names=self._labels(self.names))
        yield _Line(f"{need}-not-covered", what, proof)

    def gaps(self) -> Iterator[_Line]:
        """Yield whether nobody is left out by the names while one who earns more is not."""
        from civaffairs.engines.categories import none_left_out

        names = self.names or tuple(each.id for each in self._of_households())
        proof = none_left_out(names, self.rulebook, self.day, self.limits)
        what = (
            message("left_out", names=self._labels(self.names)) if self.names else message("left_out_by_all")
        )
        yield _Line("left-out", what, proof)

    def cliffs(self) -> Iterator[_Line]:
        """Yield the largest cliff of each of the names, and of all of them together."""
        from civaffairs.domain.provisions import ProvisionKind
        from civaffairs.domain.rules.views import income
        from civaffairs.domain.units import Amount
        from civaffairs.engines.asking import Question
        from civaffairs.engines.cliffs import cliff, received

        paying = (
            each.id
            for each in self._of_households()
            if each.amount is not None and each.kind is ProvisionKind.CASH
        )
        several = [(self.rulebook.provision(name).id,) for name in self.names or paying]
        together = [self.names] if len(self.names) > 1 else []
        question = Question(self.rulebook, self.day, "Household", self.limits)
        for names in (*several, *together):
            found = _or_refused(
                lambda: cliff(
                    received(self.rulebook, *names),  # noqa: B023 - called at once
                    income.monthly,
                    Amount(1, "元/月"),
                    question,
                )
            )
            yield _Line("-and-".join(names), self._labels(names), found, shortly=message("no_cliff"))

    def _of_households(self) -> Iterator[Provision]:
        """Yield what is given to households or their members, or found of them, by rules of that day."""
        edition = self.rulebook.on(self.day)
        for each in self.rulebook.provisions_of("Household", "Person"):
            if not isinstance(edition.rule(each.when), Message):
                yield each

    def _at_least(self, number: int, word: str) -> None:
        if len(self.names) < number:
            raise InputInvalid(fault("names_missing", word, number=number))

    def _label(self, name: str) -> Label:
        from civaffairs.engines.categories import condition_called

        provisions = self.rulebook.provisions
        return provisions[name].label if name in provisions else condition_called(name, self.rulebook).label

    def _labels(self, names: Iterable[str]) -> Message:
        from civaffairs.engines.asking import Several

        return message("as_said", said=Several(tuple(self._label(name) for name in names)))


def _or_refused(ask: Callable[[], Proof | Cliff]) -> Proof | Cliff | Message:
    """Ask; what cannot be read says so and leaves the others alone."""
    try:
        return ask()
    except ExtraMissing:
        raise
    except CivaffairsError as error:
        return message("proof_refused", fault=error.faults[0])


# --- what is shown and written ---------------------------------------------------------------------------


def _print(title: Message, lines: tuple[_Line, ...]) -> None:
    if not lines:
        click.echo(message("nothing_to_prove", title=title).text())
        return
    declared = any(line.clause is not None for line in lines)
    headings = ("what", "result", "where") if declared else ("what", "result")
    rows: list[tuple[Cell, ...]] = [
        (line.what, line.in_short, *((line.clause,) if line.clause is not None else ())) for line in lines
    ]
    # What a proof goes over is the same for many of them, so it is said once.
    scopes = dict.fromkeys(line.scope for line in lines if line.scope is not None)
    print_table(table(title, headings, rows, *scopes))


def _write(lines: tuple[_Line, ...], folder: Path) -> None:
    """Write each counterexample as a case file, or as two: before and after a change."""
    from civaffairs.exchange.cases import case_text

    for line in lines:
        ends = ("",) if len(line.cases) == 1 else ("-before", "-after")
        for case, end in zip(line.cases, ends, strict=False):
            _make(folder)
            put_file(case_text(case).encode("utf-8"), folder / f"{line.name}{end}.json")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputInvalid(fault("file_not_written", folder.name, path=folder)) from error
