"""The CPU of everything that an installation runs: application, worker and database together."""

from collections.abc import Iterable

import psutil


def cpu_seconds(roots: Iterable[int]) -> float:
    """Return user and system seconds used so far by the processes `roots` and all below them.

    Children that have ended are counted through their parents.
    """
    found = {
        process.pid: process
        for root in roots
        for process in [psutil.Process(root), *psutil.Process(root).children(recursive=True)]
    }
    total = 0.0
    for process in found.values():
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system + times.children_user + times.children_system
    return total
