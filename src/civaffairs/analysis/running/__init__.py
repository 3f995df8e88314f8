"""Whole registers decided: part by part, in constant memory, to the same fen as one case."""
