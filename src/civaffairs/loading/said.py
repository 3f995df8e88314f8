"""What errors from elsewhere say of themselves, in one line."""

from __future__ import annotations


def said(error: BaseException) -> str:
    """Return the kind of an error and its text; only the kind, where even the text raises.

    Example:
        >>> said(OSError("no such library"))
        'OSError: no such library'
    """
    try:
        text = str(error)
    except Exception:  # a foreign class may be broken to this point
        return type(error).__name__
    return f"{type(error).__name__}: {' '.join(text.split())}"
