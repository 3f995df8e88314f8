"""The standards that the cities publish, by name, and the gaps that their sources leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civaffairs import Amount, Document, Freedom, Label, Standard, Topic, Trust, since
from civaffairs.domain.rules.named import dated

if TYPE_CHECKING:
    from civaffairs import Clause, Jurisdiction, NotModelled
    from civaffairs.domain.timeline import Since

MONTHLY = "元/人·月"

EARLIER = Label("来源中没有更早的标准", "earlier standards are not among the sources")
# The cities set their standards anew each July, so a figure is not carried on beyond the next one.
YEARS_BETWEEN = Label(
    "其间各年的标准不在来源之中，各市每年7月调整",
    "the standards of the years between are not among the sources; they change each July",
)
LATER = Label(
    "此后的标准不在来源之中，各市每年7月调整",
    "later standards are not among the sources; they change each July",
)
ONE_POINT = Label("只知道年末当时的标准", "known is only what held at the end of the year")


def notice(  # noqa: PLR0917 - read from left to right like a line of a list
    city: Jurisdiction,
    year: int,
    issued: str | int,
    trust: Trust,
    issuer: str = "",
    number: str = "",
    url: str = "",
) -> Document:
    """Return the document that sets a city's standards of a year; the title is ours where none is known."""
    zh, en = (
        f"{city.label.zh}{year}年社会救助保障标准",
        f"Social assistance standards of {city.label.en}, {year}",
    )
    return Document(f"{city.id}/standards-{year}", Label(zh, en), issuer, issued, trust, number, url)


def monthly(start: str | int, number: int, clause: Clause) -> Since[Amount]:
    """Return a month's yuan per person and since when they hold."""
    return since(start, Amount(number, MONTHLY), clause)


def dibao_urban(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return a city's urban Dibao standard."""
    return _standard(city, "dibao_urban", "城市低保标准", "urban Dibao standard", *entries)


def dibao_rural(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return a city's rural Dibao standard."""
    return _standard(city, "dibao_rural", "农村低保标准", "rural Dibao standard", *entries)


def tekun_basic(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return a city's basic living standard of tekun persons, where town and country have the same."""
    return _standard(
        city, "tekun_basic", "特困人员基本生活标准", "basic living standard of tekun persons", *entries
    )


def tekun_basic_urban(
    city: Jurisdiction, *entries: Since[Amount] | NotModelled, unit: str = MONTHLY
) -> Standard:
    """Return a city's basic living standard of urban tekun persons, where the rural one differs."""
    return _standard(
        city,
        "tekun_basic_urban",
        "城市特困人员基本生活标准",
        "basic living standard of urban tekun persons",
        *entries,
        unit=unit,
        freedom=Freedom.SET,
    )


def tekun_basic_rural(
    city: Jurisdiction, *entries: Since[Amount] | NotModelled, unit: str = MONTHLY
) -> Standard:
    """Return a city's basic living standard of rural tekun persons, where the urban one differs."""
    return _standard(
        city,
        "tekun_basic_rural",
        "农村特困人员基本生活标准",
        "basic living standard of rural tekun persons",
        *entries,
        unit=unit,
        freedom=Freedom.SET,
    )


def tekun_care_full(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return the least that a city asks for the care of fully dependent tekun persons."""
    return _standard(
        city,
        "tekun_care_full",
        "全失能特困人员照料护理最低标准",
        "minimum care standard of fully dependent tekun persons",
        *entries,
        freedom=Freedom.RAISE_ONLY,
    )


def tekun_care_half(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return the least that a city asks for the care of partly dependent tekun persons."""
    return _standard(
        city,
        "tekun_care_half",
        "半失能特困人员照料护理最低标准",
        "minimum care standard of partly dependent tekun persons",
        *entries,
        freedom=Freedom.RAISE_ONLY,
    )


def tekun_care_none(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return the least that a city asks for the care of tekun persons who care for themselves."""
    return _standard(
        city,
        "tekun_care_none",
        "自理特困人员照料护理最低标准",
        "minimum care standard of tekun persons who care for themselves",
        *entries,
        freedom=Freedom.RAISE_ONLY,
    )


def orphan_institutional(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return a city's standard of orphans in institutions."""
    return _standard(
        city,
        "orphan_institutional",
        "集中供养孤儿基本生活标准",
        "basic living standard of orphans in institutions",
        *entries,
        topic=Topic.CHILD_WELFARE,
    )


def orphan_community(city: Jurisdiction, *entries: Since[Amount] | NotModelled) -> Standard:
    """Return a city's standard of orphans in the community."""
    return _standard(
        city,
        "orphan_community",
        "散居孤儿基本生活标准",
        "basic living standard of orphans in the community",
        *entries,
        topic=Topic.CHILD_WELFARE,
    )


def _standard(
    city: Jurisdiction,
    standard: str,
    zh: str,
    en: str,
    *entries: Since[Amount] | NotModelled,
    unit: str = MONTHLY,
    topic: Topic = Topic.SOCIAL_ASSISTANCE,
    freedom: Freedom = Freedom.FIXED,
) -> Standard:
    # The label names the city: facts list the figures of all cities together.
    label = Label(f"{city.label.zh}{zh}", f"{en} of {city.label.en}")
    return Standard(standard, city.id, label, unit, topic, dated(EARLIER, *entries), freedom)
