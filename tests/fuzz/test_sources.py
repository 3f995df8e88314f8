"""Spoilt texts of documents: read, or passed over by name; one never keeps the others from being read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civaffairs import Document, Label
from civaffairs.exchange.facts import COLUMNS, Fact
from civaffairs.exchange.verifying.matching import matched
from civaffairs.exchange.verifying.texts import read_texts
from civaffairs.exchange.verifying.verify import verify

PLAN = Document("taoyuan/plan-14", Label("桃源区规划", "Taoyuan plan"), "桃源区民政局", 2022)
TEXT = (
    "桃源区规划\n一、现状\n养老床位 3200 张。\n二、目标\n专栏1 指标\n序号 指标 2025年\n1 床位 55%\n"
    "（一）养老\n1. 护理型床位占比达到 55%。\n2. 每千名老年人 32 张。\n"
)
PAGE = (
    "<html><head><title>规划</title></head><body><p>" + TEXT.replace("\n", "</p>\n<p>") + "</p></body></html>"
)
FILES = {"plan.txt": TEXT.encode(), "plan.md": TEXT.encode("gb18030"), "plan.html": PAGE.encode()}
SOUND = "sound.txt"


def fact(locator: str, value: str) -> Fact:
    known = {"id": "a", "jurisdiction": "taoyuan", "document": PLAN.id, "locator": locator, "value": value}
    return Fact(**{**dict.fromkeys(COLUMNS, ""), **known})


FACTS = [
    fact("二", "55"),
    fact("一", "3200"),
    fact("专栏1 序号1", "55"),
    fact("二(一)1.", "55"),
    fact("九", "7"),
]


@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_a_spoilt_text_is_read_or_passed_over_by_name(tmp_path_factory, data, name, attempt, spoilt):
    folder = tmp_path_factory.mktemp("texts")
    content = data.draw(spoilt(FILES[name]))
    (folder / name).write_bytes(content)
    (folder / SOUND).write_text(TEXT, "utf-8")
    texts = attempt(read_texts, folder)
    assert SOUND in {each.name for each in texts.found}
    passed_over = {each.where for each in texts.passed_over}
    assert ({each.name for each in texts.found} | passed_over) == {name, SOUND}
    assert {each.name for each in folder.iterdir()} == {name, SOUND}
    assert (folder / name).read_bytes() == content
    for text in texts.found:
        if text.name == SOUND:
            continue
        assert 1 <= text.line_of(len(text.content)) <= content.count(b"\n") + content.count(b"\r") + len(TEXT)
        matching = attempt(matched, [PLAN], [text], FACTS)
        found = attempt(verify, FACTS, {PLAN.id: text})
        assert matching is not None
        assert found is not None


@given(data=st.data())
def test_a_figure_that_was_changed_in_the_text_is_no_longer_found(data, attempt, tmp_path_factory):
    digits = data.draw(st.integers(1000, 9999).filter(lambda number: number != 3200).map(str))
    folder = tmp_path_factory.mktemp("texts")
    (folder / SOUND).write_text(TEXT.replace("3200", digits), "utf-8")
    (text,) = attempt(read_texts, folder).found
    (checked,) = attempt(verify, [FACTS[1]], {PLAN.id: text}).texts[0].checked
    assert not checked.is_found


@given(
    locator=st.text("一二三（）()专栏序号第章节0123456789. ,-~", max_size=12),
    value=st.text("0123456789.%,~-是否 约", max_size=8),
)
def test_any_locator_and_value_are_looked_up_without_an_error(tmp_path_factory, locator, value, attempt):
    folder = tmp_path_factory.mktemp("texts")
    (folder / SOUND).write_text(TEXT, "utf-8")
    (text,) = read_texts(folder).found
    assert attempt(verify, [fact(locator, value)], {PLAN.id: text}) is not None
