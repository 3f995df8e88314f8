from __future__ import annotations

import re

from civaffairs.domain.topics import Topic


def test_every_topic_has_a_label_and_a_slug_of_its_own():
    for names in (
        [each.label.zh for each in Topic],
        [each.label.en for each in Topic],
        [each.slug for each in Topic],
    ):
        assert len(set(names)) == len(Topic)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", each.slug) for each in Topic)
    assert Topic.ELDERLY_CARE.slug == "elderly_care"
