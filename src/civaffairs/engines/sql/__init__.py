"""tree → SQL, for many cases at once: the same rules over whole registers, to the same fen."""
