"""Tools for testing: hypothesis strategies for every value of the domain (extra `testing`).

Hypothesis is imported in this room only. Everything generated is synthetic: no person, number or document
exists. Importing this package tells hypothesis how each type of the domain is drawn.

Example:
    >>> import civaffairs.testing
    >>> from civaffairs import Household
    >>> from hypothesis import given, settings, strategies as st
    >>> @settings(max_examples=5)
    ... @given(st.from_type(Household))
    ... def somebody_lives_there(home):
    ...     assert home.members
    >>> somebody_lives_there()
"""

from importlib.util import find_spec

if find_spec("hypothesis") is not None:  # without the extra, what needs no hypothesis still works
    from civaffairs.testing.registration import register

    register()
