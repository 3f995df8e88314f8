"""Mutants that change nothing that anybody could see: counted apart, each with the reason."""

from __future__ import annotations

ONE_UNIT = "all parts were brought to the unit of the first"
ALL_ALIKE = "all that are there are alike in this"
SAME_PLACE = "the next line finds the same place from there"

ENDS = "the ends themselves are asked about anyhow"
WITHIN = "value.low.size_in(size.unit) < size.number < value.high.size_in(size.unit)"

SAME: dict[tuple[str, str, str], str] = {
    ("rules.authors", "authors_line", "1 → 2"): SAME_PLACE,
    ("rules.authors", "authors_line", "1 → 0"): SAME_PLACE,
    ("rules.authors", "authors_line", "2 → 3"): "only the last two parts are taken",
    ("rules.evaluate", "_chosen", "True → False"): "there is one truth for each item",
    ("rules.named", "joined", "0 → 1"): "a rule has a version, so the default is never taken",
    ("rules.named", "joined", "0 → -1"): "a rule has a version, so the default is never taken",
    ("rules.latex", "_denied", "1 → 2"): "a formula of one fact has one such sign",
    ("rules.phrases", "are", "at > 0 → at >= 0"): "a label does not begin with a space",
    ("rules.phrases", "are", "0 → -1"): "a label does not begin with a space",
    ("rules.shape", "_joined", "0 → -1"): ONE_UNIT,
    ("progress.following", "_Comparison._baseline", "0 → -1"): ALL_ALIKE,
    ("progress.following", "_differ", "0 → 1"): ALL_ALIKE,
    ("progress.following", "_differ", "0 → -1"): ALL_ALIKE,
    ("progress.following", "_truth", "0 → -1"): ALL_ALIKE,
    ("progress.following", "_within", f"{WITHIN} → {WITHIN.replace('<', '<=', 1)}"): ENDS,
    ("progress.following", "_within", f"{WITHIN} → {'<='.join(WITHIN.rsplit('<', 1))}"): ENDS,
    (
        "progress.paths",
        "_leg",
        "moment <= leg[1].period.end → moment < leg[1].period.end",
    ): "where two legs meet, both are at the same height",
}
