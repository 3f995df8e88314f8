from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from civaffairs.errors import LANGUAGES, DeclarationError, fault, language, message, speak, speak_again

VARIABLES = ("CIVAFFAIRS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def no_locale(monkeypatch):
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)


def test_without_any_locale_the_language_is_english():
    assert language() == "en"


@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("zh_CN.UTF-8", "zh"),
        ("ZH", "zh"),
        ("zh-Hans", "zh"),
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("de", "en"),
    ],
)
def test_the_environment_chooses_the_language(monkeypatch, variable, value, expected):
    monkeypatch.setenv(variable, value)
    assert language() == expected


@pytest.mark.parametrize(("stronger", "weaker"), [*pairwise(VARIABLES)])
def test_the_more_particular_variable_prevails(monkeypatch, stronger, weaker):
    monkeypatch.setenv(weaker, "en_GB")
    monkeypatch.setenv(stronger, "zh_CN")
    assert language() == "zh"


def test_an_empty_variable_says_nothing(monkeypatch):
    monkeypatch.setenv("CIVAFFAIRS_LANG", "")
    monkeypatch.setenv("LANG", "zh_CN")
    assert language() == "zh"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chosen_language_prevails_over_the_environment_until_it_is_given_back(monkeypatch, lang):
    monkeypatch.setenv("CIVAFFAIRS_LANG", "en" if lang == "zh" else "zh")
    before = language()
    token = speak(lang)
    assert language() == lang
    speak_again(token)
    assert language() == before != lang


def test_a_choice_is_not_heard_in_another_thread():
    token = speak("zh")
    with ThreadPoolExecutor(1) as other:
        assert other.submit(language).result() == "en"
    speak_again(token)


def test_a_message_and_an_error_are_put_into_words_when_they_are_read():
    error = DeclarationError(fault("document_nameless", "documents[2]", id="d/1"))
    said = []
    for lang in LANGUAGES:
        token = speak(lang)
        said.append((str(error), message("document_nameless", id="d/1").text()))
        speak_again(token)
    (error_zh, message_zh), (error_en, message_en) = said
    assert "文件 d/1 没有名称" in error_zh
    assert "document d/1 has no title" in error_en
    assert message_zh in error_zh
    assert message_en in error_en
