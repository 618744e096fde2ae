"""Work is shared without a trace: the order stays, and nobody is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph_builder.workers import ordered


def half(number: int) -> float:
    """Divide, by way of something that can go wrong."""
    return 6 / number


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(ordered(str.swapcase, ["a", "B", "c"], jobs=1)) == ["A", "b", "C"]


def test_items_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def items() -> object:
        for number in range(1, 4):
            taken.append(number)
            yield number

    results = ordered(half, items(), jobs=1)  # type: ignore[arg-type]
    assert next(results) == 6
    assert taken == [1]


_SHARED = """
import os, sys, time
from graph_builder.workers import ordered

def slowly(number):
    if number < 0:
        raise ValueError(f"no {number}")
    time.sleep(0.01 * (number % 3))
    os.write(2, b"%d\\n" % os.getpid())
    return number * number

if __name__ == "__main__":
    print(list(ordered(slowly, map(int, sys.argv[2:]), jobs=int(sys.argv[1]))), flush=True)
"""


def shared(folder: Path, jobs: int, *numbers: int) -> subprocess.Popen[str]:
    script = folder / "shared.py"
    script.write_text(_SHARED, encoding="utf-8")
    command = [sys.executable, str(script), str(jobs), *map(str, numbers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_number_of_processes_does_not_show(tmp_path: Path, jobs: int) -> None:
    process = shared(tmp_path, jobs, *range(23))
    out, err = process.communicate()
    assert out.strip() == str([number * number for number in range(23)])
    assert len(set(err.split())) <= jobs


def test_an_error_in_another_process_is_raised_here(tmp_path: Path) -> None:
    out, err = shared(tmp_path, 2, 1, 2, -3, 4).communicate()
    assert out == ""
    assert "ValueError: no -3" in err


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    process = shared(tmp_path, 2, *range(1000))
    assert process.stderr is not None
    assert process.stdout is not None
    workers = {int(process.stderr.readline()) for _ in range(12)}
    process.kill()
    process.wait()
    process.stdout.close()
    process.stderr.close()
    deadline = time.monotonic() + 10
    while any(map(_lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not [worker for worker in workers if _lives(worker)]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")  # where nobody buries the dead, they are still there by name
    return not (state.is_file() and state.read_text().rpartition(")")[2].split()[0] == "Z")
