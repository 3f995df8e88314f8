"""How outcomes and answers look: each has a symbol and a colour besides its word, so that none stands alone.

The symbols are one column wide in every terminal, a Chinese one included.
"""

from __future__ import annotations

from attrs import frozen

from civaffairs.domain.decisions import Answer
from civaffairs.domain.progress import Outcome


@frozen
class Look:
    """The symbol and colours of an outcome.

    Attributes:
        symbol: one character.
        slug: the outcome in class names.
        light: the colour on white, with a contrast of at least 4.5 : 1.
        dark: the colour on a dark page, with the same contrast.
        tint: a pale background to black text.
        terminal: a style of rich.
    """

    symbol: str
    slug: str
    light: str
    dark: str
    tint: str
    terminal: str


LOOKS = {
    Outcome.MET: Look("✓", "met", "#19734a", "#62d09b", "#e3f3ea", "green"),
    Outcome.ON_COURSE: Look("▸", "on-course", "#1762a3", "#7dbcf5", "#e2eefa", "cyan"),
    Outcome.BEHIND: Look("◂", "behind", "#8a5700", "#f0bc63", "#fdf0d8", "yellow"),
    Outcome.MISSED: Look("✗", "missed", "#b02a22", "#ff9a92", "#fbe6e4", "red"),
    Outcome.CANNOT_TELL: Look("?", "cannot-tell", "#596270", "#adb5c0", "#eceef1", "dim"),
}
ANSWERS = {
    Answer.YES: LOOKS[Outcome.MET],
    Answer.CANNOT_TELL: LOOKS[Outcome.CANNOT_TELL],
    Answer.NO: LOOKS[Outcome.MISSED],
}
DIFFERS = "≠"
