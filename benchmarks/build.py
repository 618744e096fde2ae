"""How fast a build is and how much memory it takes, with and without the parser, beside the bare parser.

    python benchmarks/build.py [FOLDER] [--documents N] [--repeat R] [--jobs J]

Each figure is the best of R runs, each run a process of its own. Start-up (imports, model, word lists) and the check
against the shapes are left out. The bare parser runs the same components over the same texts, whole, as anybody would
call it; the second line gives it the sentences that a build finds in them instead. Without FOLDER the shipped digests
are read, as often as it takes to make N different documents.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph_builder import assets
from graph_builder.documents import Document, find_sources, read_document
from graph_builder.language.parse import LONGEST
from graph_builder.pipeline import build, load_tools

MODES = ("bare parser", "bare parser, sentences", "build with parser", "build without parser")
TARGET = 1.6  # times the bare parser that a build with the parser may take


def corpus(folder: Path, number: int) -> None:
    """Write ``number`` documents that differ by a line from the shipped digests."""
    digests = sorted(path for path in assets.SAMPLE.rglob("*") if path.suffix in {".md", ".txt"})
    for index in range(number):
        digest = digests[index % len(digests)]
        text = digest.read_text(encoding="utf-8")
        again = index // len(digests)
        copy = text if not again else f"{text.rstrip()}\n\nThis is copy number {again} of the digest.\n"
        (folder / f"{again:04}-{digest.name}").write_text(copy, encoding="utf-8")


def cpu() -> float:
    """Give the seconds of processor time of this process and of those it has waited for."""
    times = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in times)


def words_in(documents: list[Document]) -> int:
    """Count the words of the sentences that are read."""
    return sum(len(d.text[s.start : s.end].split()) for d in documents for s in d.sentences)


def measure(mode: str, folder: Path, jobs: int) -> dict[str, float]:
    """Run one mode in this process; seconds, documents, words, peak memory in MB."""
    documents = [read_document(source) for source in find_sources([folder]).sources]
    tools = load_tools("none" if mode == "build without parser" else "auto")
    if tools.parser is None and mode != "build without parser":
        raise SystemExit("no English model is installed: the parser cannot be measured")
    whole = mode != "bare parser, sentences"
    texts = [
        [d.text] if whole else [d.text[s.start : s.end] for s in d.sentences if s.end - s.start <= LONGEST]
        for d in documents
    ]
    count = {"documents": len(documents), "words": words_in(documents)}
    if tools.parser is not None:
        list(tools.parser.pipeline.pipe(texts[0], batch_size=32))  # the first text pays for what is made lazily
    if mode.startswith("bare") and tools.parser is not None:
        del documents
        before, started = cpu(), time.perf_counter()
        for sentences in texts:
            for _ in tools.parser.pipeline.pipe(sentences, batch_size=32):
                pass
        seconds, burnt = time.perf_counter() - started, cpu() - before
    else:
        del documents, texts
        with tempfile.TemporaryDirectory() as output:
            parser = "none" if tools.parser is None else "auto"
            before, started = cpu(), time.perf_counter()
            report = build([folder], Path(output) / "kg", parser=parser, jobs=jobs, debug=True)
            seconds, burnt = time.perf_counter() - started, cpu() - before
            count["documents"] = report.documents
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return {"seconds": seconds, "cpu": burnt, "peak": peak, **count}


def best(mode: str, folder: Path, repeat: int, jobs: int) -> dict[str, float]:
    """Run one mode in processes of its own and keep the fastest run."""
    command = [sys.executable, __file__, str(folder), "--mode", mode, "--jobs", str(jobs)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(repeat)]
    return min(runs, key=lambda run: float(run["seconds"]))


def main() -> None:
    """Measure all modes and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--documents", type=int, default=57)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--mode", choices=MODES, help="run this one mode here and print its figures as JSON")
    given = arguments.parse_args()
    if given.mode:
        print(json.dumps(measure(given.mode, given.folder, given.jobs)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        if not given.folder:
            corpus(folder, given.documents)
        results = {mode: best(mode, folder, given.repeat, given.jobs) for mode in MODES}
    first = results[MODES[0]]
    print(f"{first['documents']:.0f} documents, {first['words']:.0f} words, best of {given.repeat}")
    print(f"{'':22}{'seconds':>9}{'CPU s':>9}{'docs/s':>9}{'words/s':>9}{'peak MB':>9}{'times bare':>12}")
    for mode, run in results.items():
        ratio = run["seconds"] / first["seconds"]
        rate, words = run["documents"] / run["seconds"], first["words"] / run["seconds"]
        print(f"{mode:22}{run['seconds']:9.2f}{run['cpu']:9.2f}{rate:9.1f}{words:9.0f}{run['peak']:9.0f}{ratio:12.2f}")
    built = results["build with parser"]
    ratio, burnt = (built[what] / first[what] for what in ("seconds", "cpu"))
    outcome = "met" if ratio <= TARGET else "missed"
    print(f"a build costs {ratio:.2f} times the bare parser ({burnt:.2f} in CPU time); at most {TARGET}: {outcome}")


if __name__ == "__main__":
    main()
