"""Reading ahead: the next batches of a file are made in a thread while the present one is used."""

from __future__ import annotations

import queue
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

_WAITING = 2
"""So many items wait at most."""
_PATIENCE = 0.2
"""After so many seconds a thread with an item that nobody takes sees whether it is still wanted."""


@contextmanager
def ahead(items: Iterable[T]) -> Iterator[Iterator[T]]:
    """Begin to make items, and give an iterator over them; at the end whatever is not made yet never will be.

    Whatever goes wrong with an item is raised where it is asked for.

    Example:
        >>> with ahead(iter("abc")) as letters:
        ...     print(list(letters))
        ['a', 'b', 'c']
    """
    waiting: queue.Queue[tuple[T | None, BaseException | None, bool]] = queue.Queue(_WAITING)
    stopped = Event()

    def put(item: T | None, error: BaseException | None, *, more: bool) -> None:
        while not stopped.is_set():
            with suppress(queue.Full):
                waiting.put((item, error, more), timeout=_PATIENCE)
                return

    def work() -> None:
        try:
            for item in items:
                put(item, None, more=True)
                if stopped.is_set():
                    return
            put(None, None, more=False)
        except BaseException as error:  # noqa: BLE001 - it is raised where the items are used
            put(None, error, more=False)

    def made() -> Iterator[T]:
        while True:
            item, error, more = waiting.get()
            if error is not None:
                raise error
            if not more:
                return
            yield item  # type: ignore[misc] # there is one where more come

    thread = Thread(target=work, daemon=True)
    thread.start()
    try:
        yield made()
    finally:
        stopped.set()
        thread.join()
