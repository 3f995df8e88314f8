"""Engines: compilers of the tree. `python` compiles it for one case; `deciding` makes decisions with it."""
