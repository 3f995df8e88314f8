"""What is proved, and where: `python tests/mutation/proofs.py [--write] [JURISDICTION …]`.

Every invariant is put to the prover in every jurisdiction in which it holds, on every date on which anything
that it rests on changes. Where that cannot be told since a standard is not published, it is proved for
whatever the standards may be. Each jurisdiction has a process of its own, so that none depends on what was
asked before; the solver is limited in steps and not in time, so that every machine comes to the same page.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from assurance import write_between
from attrs import evolve

import civaffairs
from civaffairs.domain.invariants import Invariant
from civaffairs.engines.asking import Limits
from civaffairs.engines.proving import (
    OnlyTested,
    Proof,
    Proved,
    Refuted,
    Unsettled,
    Vacuous,
    exemption_of,
    prove,
)
from civaffairs.loading.catalogue import Dossier

STEPS = 5_000_000
LIMITS = Limits(members=4, items=2, steps=STEPS)
BEYOND_THE_LIMIT = {
    "unsettled_time",
    "unsettled_time_members",
    "unsettled_nonlinear",
    "unsettled_nonlinear_members",
    "unsettled_premise",
}
"""Why an answer is missing, where more steps might bring it."""
MEANINGS = {
    "proved": "holds for every household of up to {members} members with up to {items} incomes and the like "
    "each, or for every organisation or cemetery, on every date on which the rules and standards are known",
    "proved for any": "the same, whatever the standards may be: one that it rests on is not published there",
    "proved in part": "the same, but for cases for which a rule or a standard is not known, as named below",
    "looked up": "about standards alone, and true on every date on which one changes and all are known: a "
    "proof for what is published",
    "declared": "refuted, and the jurisdiction declares why that stays so",
    "refuted": "refuted, and nobody declares it",
    "no end": "not settled within {steps:,} steps of the solver for each search",
    "not known": "a rule or a standard that it rests on is not among the sources",
    "never applies": "nothing breaks it, as it never applies",
    "tested": "about figures over the years or in plans: only tested, by the conformance suite",
}


@dataclass(frozen=True)
class Answer:
    """What came of an invariant in a jurisdiction."""

    invariant: str
    place: str
    word: str
    detail: str = ""


def main() -> None:
    """Prove what was asked for, print it, and write it where that was asked for."""
    wanted = [word for word in sys.argv[1:] if not word.startswith("--")]
    catalogue = civaffairs.load(strict="--write" in sys.argv)
    places = wanted or sorted(each.jurisdiction.id for each in catalogue)
    started = time.perf_counter()
    # A fresh process for each: what the solver answers may depend on what it was asked before.
    with ProcessPoolExecutor(
        os.cpu_count(), mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as processes:
        answers = [each for several in processes.map(answers_of, places) for each in several]
    for word, number in Counter(each.word for each in answers).most_common():
        print(f"{number:5}  {word}")
    for each in answers:
        if each.detail:
            print(f"{each.place} {each.invariant}: {each.word}, {each.detail}")
    print(f"{time.perf_counter() - started:.0f} s")
    if "--write" in sys.argv and not wanted:
        labels = {each.id: each.label.en for place in catalogue for each in place.invariants}
        write_between("proofs", "all", page(answers, places, labels))


# --- one jurisdiction ------------------------------------------------------------------------------------


def answers_of(place: str) -> list[Answer]:
    """Return what came of each invariant that holds in a place."""
    dossier = civaffairs.load()[place]
    return [answer_of(each, dossier) for each in dossier.invariants]


def answer_of(invariant: Invariant, dossier: Dossier) -> Answer:
    """Return what came of one invariant, on all its dates together."""
    proofs = tuple(on_each_date(invariant, dossier, LIMITS))
    word, detail = together(invariant, proofs, dossier)
    if word == "not known" and invariant.of is not None:
        whatever = evolve(LIMITS, any_standards=True)
        again = tuple(on_each_date(invariant, dossier, whatever))[-1:]
        if isinstance(again[0], Proved):
            word, detail = "proved for any", ""
    return Answer(invariant.id, dossier.jurisdiction.id, word, detail)


def on_each_date(invariant: Invariant, dossier: Dossier, limits: Limits) -> Iterator[Proof]:
    """Yield a proof for each date on which anything changes, or one where no date matters."""
    rules = [rule for several in dossier.rulebook.rules.values() for rule in several]
    days = (
        dossier.rulebook.days_of_change(invariant.claim.trees) or dossier.rulebook.days_of_change(rules)[-1:]
    )
    for day in days if invariant.of else [date(2025, 1, 1)]:
        yield prove(invariant, dossier.rulebook, day, limits)


def together(invariant: Invariant, proofs: tuple[Proof, ...], dossier: Dossier) -> tuple[str, str]:
    """Return what came of several dates in a word, and what is to be said of it."""
    broken = [each for each in proofs if isinstance(each, Refuted)]
    if broken:
        exemptions = [exemption_of(each, invariant.id, dossier.exemptions) for each in broken]
        days = ", ".join(day.isoformat() for each in broken for day in each.days)
        reasons = dict.fromkeys(each.reason.en for each in exemptions if each is not None)
        return ("refuted" if None in exemptions else "declared"), "; ".join((days, *reasons))
    endless = [each for each in proofs if isinstance(each, Unsettled) and each.said.code in BEYOND_THE_LIMIT]
    if endless:
        return "no end", endless[0].said.text("en")
    proved = [each for each in proofs if isinstance(each, Proved)]
    if proved and invariant.of is None:
        return "looked up", ""
    if proved:
        # What was not known on an early date may be known since.
        absent = proved[-1].absent
        return ("proved", "") if absent is None else ("proved in part", absent.text("en"))
    if all(isinstance(each, OnlyTested) for each in proofs):
        return "tested", ""
    idle = [each for each in proofs if isinstance(each, Vacuous)]
    return ("never applies", idle[-1].said.text("en")) if idle else ("not known", "")


# --- the page --------------------------------------------------------------------------------------------


def page(answers: Iterable[Answer], places: list[str], labels: dict[str, str]) -> Iterator[str]:
    """Yield the lines of the page."""
    found = {(each.invariant, each.place): each for each in answers}
    words = Counter(each.word for each in found.values())
    yield "| answer | times | means |"
    yield "| --- | ---: | --- |"
    for word, meaning in MEANINGS.items():
        said = meaning.format(members=LIMITS.members, items=LIMITS.items, steps=STEPS)
        yield f"| {word} | {words[word]} | {said} |"
    names = dict.fromkeys(name for name, _ in found)
    only_tested = [
        name
        for name in names
        if {found[name, place].word for place in places if (name, place) in found} == {"tested"}
    ]
    yield ""
    yield "| what must hold | what came of it, and where |"
    yield "| --- | --- |"
    for name in names:
        if name not in only_tested:
            words_of = {place: found[name, place].word for place in places if (name, place) in found}
            yield f"| {labels[name]} | {where(words_of, len(places))} |"
    yield ""
    yield f"Only tested, everywhere: {'; '.join(labels[name] for name in only_tested) or 'nothing'}."
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for each in found.values():
        if each.detail:
            alike[each.place, each.word, each.detail].append(labels[each.invariant])
    if alike:
        yield ""
    for (place, word, detail), several in alike.items():
        yield f"- {place}, {word} ({detail}): {'; '.join(several)}"


def where(words: dict[str, str], places: int) -> str:
    """Return what came of an invariant, each answer with the places; of all of them in a word."""
    of: dict[str, list[str]] = defaultdict(list)
    for place, word in words.items():
        of[word].append(place)
    if len(words) == places and len(of) == 1:
        return f"{next(iter(of))} everywhere"
    return "; ".join(f"{word}: {', '.join(several)}" for word, several in of.items())


if __name__ == "__main__":
    main()
