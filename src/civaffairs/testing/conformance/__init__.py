"""The conformance suite: everything that must hold of a plugin, asked of it in one go.

`civaffairs check` and a plugin's own tests run the same suite. What a jurisdiction is known not to meet, it
declares as an `Exemption` with a reason; where its sources contradict each other, as a `Discrepancy` of its
plan. Both are counted in the report. Parts that draw cases need the extra `testing`; without it they are
reported as not asked.

Example:
    >>> from civaffairs import load
    >>> report = conform(load(), "taoyuan", only=["provenance", "names", "units"])
    >>> print(report.text("en"))
    Taoyuan District: conformance suite 1.0
    ✓ provenance  every figure has a source
    ✓ names  names are bilingual and unique
    ✓ units  units fit, sizes are possible
    passes what was asked of suite 1.0: 3 of 17 requirements
"""

from civaffairs.testing.conformance.for_pytest import conformance
from civaffairs.testing.conformance.report import Report, Result, State, conform
from civaffairs.testing.conformance.requirement import EXAMPLES, Finding, Requirement, Subject
from civaffairs.testing.conformance.suite import REQUIREMENTS, SUITE

__all__ = [
    "EXAMPLES",
    "REQUIREMENTS",
    "SUITE",
    "Finding",
    "Report",
    "Requirement",
    "Result",
    "State",
    "Subject",
    "conform",
    "conformance",
]
