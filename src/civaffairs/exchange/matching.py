"""Documents that facts cite ↔ files that hold them: by the name of the file, by the title, or by the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from attrs import frozen

from civaffairs.domain.sources import Document
from civaffairs.errors import Fault, InputInvalid, UnknownName, fault, raise_all
from civaffairs.exchange.facts import Fact
from civaffairs.exchange.folding import folded, key_of
from civaffairs.exchange.texts import SourceText
from civaffairs.exchange.verify import Reading

_TITLE_LINES = 60
_LONGEST_TITLE_LINE = 90
_SHORTEST_TITLE = 5
_LONGEST_REST = 30  # 关于印发……的通知, with the name of the issuer
_ENOUGH_FACTS = 4
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
    """Find the file of each document.

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
        >>> found = matched([plan], [SourceText.of("a.txt", "《桃源区规划》\\n一、现状")])
        >>> [(match.text.name, match.way.value) for match in found.matches]
        [('a.txt', 'title')]
    """
    open_documents = list(dict.fromkeys(documents))
    order = {document: at for at, document in enumerate(open_documents)}
    matches = _as_asked(open_documents, texts, asked or {})
    for way, find in ((Way.NAME, _by_name), (Way.TITLE, _by_title)):
        left = [document for document in open_documents if document not in {each.document for each in matches}]
        free = [text for text in texts if text not in {each.text for each in matches}]
        matches += [Match(document, text, way) for document, text in find(left, free)]
    left = [document for document in open_documents if document not in {each.document for each in matches}]
    free = [text for text in texts if text not in {each.text for each in matches}]
    matches += [Match(document, text, Way.CONTENT) for document, text in _by_content(left, free, facts)]
    taken = {each.document for each in matches}
    used = {each.text for each in matches}
    return Matching(
        tuple(sorted(matches, key=lambda each: order[each.document])),
        tuple(document for document in open_documents if document not in taken),
        tuple(text for text in texts if text not in used),
    )


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
            faults.append(fault("text_not_among", f"--as {id}={name}", name=name, known=", ".join(by_name) or "-"))
        else:
            matches.append(Match(by_id[id], by_name[name], Way.ASKED))
    raise_all(InputInvalid, faults)
    return matches


def _by_name(
    documents: Sequence[Document], texts: Sequence[SourceText]
) -> list[tuple[Document, SourceText]]:
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
    """A file has the title near its beginning, on a line of its own; the closest to it goes first."""
    rated: list[tuple[tuple[int, int], Document, SourceText]] = []
    for text in texts:
        lines = [key_of(line) for line in _short_lines(text.content)]
        for document in documents:
            title = key_of(document.label.zh)
            if len(title) < _SHORTEST_TITLE:
                continue
            fits = [(len(line) - len(title), at) for at, line in enumerate(lines) if title in line]
            fits = [fit for fit in fits if fit[0] <= _LONGEST_REST]
            rated.extend((fit, document, text) for fit in sorted(fits)[:1])
    rated.sort(key=lambda each: each[0])
    found: list[tuple[Document, SourceText]] = []
    for _, document, text in rated:
        if all(document != one and text != other for one, other in found):
            found.append((document, text))
    return found


def _short_lines(content: str) -> Iterable[str]:
    lines = [line for line in folded(content).split("\n") if line.strip()][:_TITLE_LINES]
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
        if len(cited) < _ENOUGH_FACTS:
            continue
        shares = sorted(
            ((reading.share_found(cited), reading.text) for reading in readings),
            key=lambda pair: -pair[0],
        )
        second = shares[1][0] if len(shares) > 1 else 0.0
        if shares[0][0] >= _MOST and second <= shares[0][0] * _CLEARLY:
            rated.append((shares[0][0], document, shares[0][1]))
    rated.sort(key=lambda each: -each[0])
    found: list[tuple[Document, SourceText]] = []
    for _, document, text in rated:
        if all(text != other for _, other in found):
            found.append((document, text))
    return found

