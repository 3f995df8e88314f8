"""Documents that facts cite ↔ files that hold them: by the name of the file, the title, or the content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from attrs import frozen

from civaffairs.domain.sources import Document
from civaffairs.errors import Fault, InputInvalid, UnknownName, fault, raise_all
from civaffairs.exchange.facts import Fact
from civaffairs.exchange.verifying.folding import folded, key_of
from civaffairs.exchange.verifying.reading import Reading
from civaffairs.exchange.verifying.texts import SourceText

_MARKS = r"[\s“”\"‘’'《》〈〉]*"
_TITLE_LINES = 60
_LONGEST_TITLE_LINE = 90
_SHORTEST_TITLE = 5
_ENOUGH_FIGURES = 8
_MOST = 0.6
_CLEARLY = 0.5


class Way(Enum):
    """How a document was matched with its file."""

    ASKED = "asked"
    NAME = "name"
    TITLE = "title"
    CONTENT = "content"


@frozen
class Match:
    """A document and the file that holds it."""

    document: Document
    text: SourceText
    way: Way


@frozen
class Matching:
    """Which file holds which document.

    Attributes:
        matches: the documents that have a file, in the order of the documents.
        without_file: the documents that have none.
        without_document: the files that hold none of them.
    """

    matches: tuple[Match, ...]
    without_file: tuple[Document, ...]
    without_document: tuple[SourceText, ...]

    @property
    def texts(self) -> Mapping[str, SourceText]:
        """The texts by the id of the document, as `verify` takes them."""
        return {match.document.id: match.text for match in self.matches}


def matched(
    documents: Iterable[Document],
    texts: Sequence[SourceText],
    facts: Sequence[Fact] = (),
    asked: Mapping[str, str] | None = None,
) -> Matching:
    r"""Find the file of each document.

    Args:
        documents: the documents that are cited.
        texts: the files that were read.
        facts: what cites them; without them no document is matched by its content.
        asked: the name of a file for the id of a document, which goes before everything else.

    Raises:
        UnknownName: where `asked` names a document that nobody cites.
        InputInvalid: where it names a file that was not read.

    Example:
        >>> from civaffairs.domain.names import Label
        >>> plan = Document("taoyuan/plan-14", Label("桃源区规划", "Plan"), "局", 2022)
        >>> found = matched([plan], [SourceText.of("a.txt", "《桃源区规划》\n一、现状")])
        >>> [(match.text.name, match.way.value) for match in found.matches]
        [('a.txt', 'title')]
    """
    open_documents = list(dict.fromkeys(documents))
    order = {document: at for at, document in enumerate(open_documents)}
    matches = _as_asked(open_documents, texts, asked or {})
    for way, find in ((Way.NAME, _by_name), (Way.TITLE, _by_title)):
        left, free = _left(matches, open_documents, texts)
        matches += [Match(document, text, way) for document, text in find(left, free)]
    left, free = _left(matches, open_documents, texts)
    matches += [Match(document, text, Way.CONTENT) for document, text in _by_content(left, free, facts)]
    left, free = _left(matches, open_documents, texts)
    matches.sort(key=lambda each: order[each.document])
    return Matching(tuple(matches), tuple(left), tuple(free))


def _left(
    matches: Iterable[Match], documents: Sequence[Document], texts: Sequence[SourceText]
) -> tuple[list[Document], list[SourceText]]:
    """The documents and the texts that are not matched yet."""
    taken = {each.document for each in matches}
    used = {each.text for each in matches}
    return [each for each in documents if each not in taken], [each for each in texts if each not in used]


def _as_asked(
    documents: Sequence[Document], texts: Sequence[SourceText], asked: Mapping[str, str]
) -> list[Match]:
    by_id = {document.id: document for document in documents}
    by_name = {text.name: text for text in texts}
    faults: list[Fault] = []
    matches: list[Match] = []
    for id, name in asked.items():
        if id not in by_id:
            raise UnknownName.among("document", id, by_id)
        if name not in by_name:
            known = ", ".join(by_name) or "-"
            faults.append(fault("text_not_among", f"--as {id}={name}", name=name, known=known))
        else:
            matches.append(Match(by_id[id], by_name[name], Way.ASKED))
    raise_all(InputInvalid, faults)
    return matches


def _by_name(documents: Sequence[Document], texts: Sequence[SourceText]) -> list[tuple[Document, SourceText]]:
    found = []
    for document in documents:
        wanted = {document.id.replace("/", mark) for mark in "-_. "}
        named = [text for text in texts if text.name.rpartition(".")[0].lower() in wanted]
        if len(named) == 1:
            found.append((document, named[0]))
    return found


def _by_title(
    documents: Sequence[Document], texts: Sequence[SourceText]
) -> list[tuple[Document, SourceText]]:
    """A file has the title near its beginning, on a line of its own or within that of a notice about it."""
    rated: list[tuple[tuple[int, int], Document, SourceText]] = []
    for text in texts:
        lines = _short_lines(text.content)
        for document in documents:
            title = _title(document)
            on_lines = [(at, title.fullmatch(line)) for at, line in enumerate(lines)] if title else []
            fits = [(len(fit["before"]) + len(fit["after"]), at) for at, fit in on_lines if fit]
            rated.extend((fit, document, text) for fit in sorted(fits)[:1])
    rated.sort(key=lambda each: each[0])
    found: list[tuple[Document, SourceText]] = []
    for _, document, text in rated:
        if all(document != one and text != other for one, other in found):
            found.append((document, text))
    return found


def _title(document: Document) -> re.Pattern[str] | None:
    """A line with the title. A district's title may end in that of its city: that is no such line."""
    key = key_of(document.label.zh)
    if len(key) < _SHORTEST_TITLE:
        return None
    title = _MARKS.join(re.escape(sign) for sign in key)
    before = r"(?P<before>|.*(?:印发|公布|发布|下发)|.*[\s:|])"
    after = r"(?P<after>|[(\s|].*|的(?:通知|公告).*)"
    return re.compile(before + _MARKS + title + _MARKS + after)


def _short_lines(content: str) -> list[str]:
    lines = [line.strip() for line in folded(content).split("\n") if line.strip()][:_TITLE_LINES]
    return [line for line in lines if len(line) <= _LONGEST_TITLE_LINE and "。" not in line]


def _by_content(
    documents: Sequence[Document], texts: Sequence[SourceText], facts: Sequence[Fact]
) -> list[tuple[Document, SourceText]]:
    """A file holds most of the figures of a document at their places, and no other comes near."""
    if not documents or not texts:
        return []
    readings = [Reading.of(text) for text in texts]
    rated: list[tuple[float, Document, SourceText]] = []
    for document in documents:
        cited = [fact for fact in facts if fact.document == document.id]
        shares = [(*reading.share_found(cited), reading.text) for reading in readings]
        shares.sort(key=lambda each: -each[1])
        count, share, text = shares[0]
        second = shares[1][1] if len(shares) > 1 else 0.0
        if count >= _ENOUGH_FIGURES and share >= _MOST and second <= share * _CLEARLY:
            rated.append((share, document, text))
    rated.sort(key=lambda each: -each[0])
    found: list[tuple[Document, SourceText]] = []
    for _, document, text in rated:
        if all(text != other for _, other in found):
            found.append((document, text))
    return found
