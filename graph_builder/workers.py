"""Work shared among processes, with results in the order of the work."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing.connection import wait
from typing import TypeVar

BATCH = 4  # items that travel together: one at a time costs eight times as much
AHEAD = 2  # batches that wait for each process, so that none is idle and memory stays small
Item = TypeVar("Item")
Result = TypeVar("Result")


def ordered(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """Give ``work(item)`` for each item, in the order of the items, whatever the number of ``jobs``.

    Items are taken as they are needed. With one job all is done in this process; with more, ``work`` must be a
    function of a module and items and results must be picklable. An exception of ``work`` is raised here.

    >>> list(ordered(str.upper, ["tuvalu", "palau"], jobs=1))
    ['TUVALU', 'PALAU']
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    # Not a plain fork: this process may hold a store and threads, which a fork would copy half.
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method), initializer=_end_with_parent)
    try:
        waiting: deque[Future[list[Result]]] = deque()
        source = iter(items)
        while True:
            while len(waiting) < AHEAD * jobs and (batch := list(islice(source, BATCH))):
                waiting.append(pool.submit(_all, work, batch))
            if not waiting:
                return
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process when the one that started it ends, even if that one was killed and could not say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_and_end, args=(parent.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _all(work: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [work(item) for item in batch]
