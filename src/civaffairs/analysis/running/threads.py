"""Work on as many threads as there are processors, its results in order."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

T = TypeVar("T")
U = TypeVar("U")

_MOST_THREADS = 8
"""More hands than these wait for what is read."""


def in_order(work: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
    """Do some work for each of several items, on as many threads as there are processors, and yield in order.

    Example:
        >>> list(in_order(len, ["a", "bb", ""]))
        [1, 2, 0]
    """
    threads = min(os.cpu_count() or 1, _MOST_THREADS)
    waiting: deque[Future[U]] = deque()
    pool = ThreadPoolExecutor(threads)
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
