from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.requirements import Requirement

from civaffairs.loading import requirements
from civaffairs.loading.requirements import unmet

NUMBERS = st.lists(st.integers(0, 3), min_size=1, max_size=4).map(lambda each: ".".join(map(str, each)))
BOUNDS = st.lists(
    st.tuples(st.sampled_from([">=", "<", ">", "<=", "==", "!="]), NUMBERS).map("".join), max_size=3
)


@given(BOUNDS, NUMBERS, st.sampled_from(["civaffairs", "Civaffairs", "civaffairs ", "civaffairs-china"]))
def test_a_requirement_is_met_where_packaging_says_so(bounds, version, name):
    requirement = f"{name}{','.join(bounds)}"
    read = Requirement(requirement)
    met = name == "civaffairs-china" or read.specifier.contains(version, prereleases=True)
    assert unmet(requirement, version) == (None if met else str(read.specifier))


@given(st.tuples(NUMBERS, NUMBERS), NUMBERS)
def test_the_usual_form_is_judged_as_packaging_judges_it_without_importing_it(edges, version):
    requirement = "civaffairs<{},>={}".format(*edges)
    assert requirements._plainly_met(requirement, version) == (
        Requirement(requirement).specifier.contains(version)
    )


@pytest.mark.parametrize(
    ("requirement", "version", "wanted"),
    [
        ("civaffairs>=0.1,<0.2", "0.1.0", None),
        ("civaffairs>=0.1,<0.2", "0.2", ">=0.1,<0.2"),
        ("civaffairs>=0.1.0", "0.1", None),
        ("civaffairs<0.2", "0.2.0.dev1", "<0.2"),  # a development version of 0.2 is not before it
        ("civaffairs>=99; python_version < '3'", "0.1", None),
        ("civaffairs>=99; python_version > '3'", "0.1", ">=99"),
        ("civaffairs~=0.1", "0.1.4", None),
        ("civaffairs", "0.1", None),
        ("civaffairs-china>=99", "0.1", None),
        ("another>=99", "0.1", None),
        ("some thing >> 3", "0.1", None),
        ("civaffairs >> 3", "0.1", None),
    ],
)
def test_which_requirements_rule_a_version_out(requirement, version, wanted):
    found = unmet(requirement, version)
    assert (None if found is None else set(found.split(","))) == (wanted and set(wanted.split(",")))
