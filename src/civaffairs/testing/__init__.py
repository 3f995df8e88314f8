"""Tools for testing: hypothesis strategies for every value of the domain (extra `testing`).

Hypothesis is imported in this room only. Everything generated is synthetic: no person, number or document
exists.
"""
