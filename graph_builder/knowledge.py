"""A graph that was built, opened for questions: what ``graph_builder.open`` and ``graph_builder.build`` give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder.asking import ask, open_source
from graph_builder.results import Result

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Dataset

    from graph_builder.explorer.page import PageReport
    from graph_builder.queries import Question
    from graph_builder.report import BuildReport

ROWS = 100_000


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """A graph at ``path``: a folder that ``build`` wrote, or a TriG file. ``report`` is there after a build."""

    path: Path
    report: BuildReport | None = None

    def query(
        self, asked: str | Question, /, *, seconds: float = 10.0, max_rows: int | None = ROWS, **values: object
    ) -> Result:
        """Ask a named question with its parameters, or SPARQL text.

        Values are names, days ("2024", "2024-08", "2024-08-15"), topics, as the question says
        (``servanda query --describe NAME``). Raises :class:`graph_builder.errors.QueryError` for what cannot be asked
        and ``QueryTimeout`` after ``seconds``; beyond ``max_rows`` rows ``Result.more`` is true.
        """
        return ask(self.path, asked, values, seconds=seconds, max_rows=max_rows)

    def store(self) -> Store:
        """Open the store itself (pyoxigraph), for reading only; nothing limits what is asked of it."""
        return open_source(self.path)

    @property
    def dataset(self) -> Dataset:
        """The graph as an rdflib ``Dataset`` that shows the union of all named graphs; changes are not saved."""
        from oxrdflib import OxigraphStore  # noqa: PLC0415  (rdflib is slow to import)
        from rdflib import Dataset  # noqa: PLC0415

        return Dataset(store=OxigraphStore(store=self.store()), default_union=True)

    @property
    def texts(self) -> Path | None:
        """The folder of the texts as read, in which all offsets count; None where it is not at hand."""
        folder = (self.path if self.path.is_dir() else self.path.parent) / "texts"
        return folder if folder.is_dir() else None

    def measures(self, asked: str | Question = "network-actors", /, **values: object) -> Result:
        """Measure the network of a question with the columns source and target: see :mod:`graph_builder.analysis`."""
        from graph_builder.analysis import measures, network  # noqa: PLC0415  (networkx is slow to import)

        return measures(network(ask(self.path, asked, values, seconds=60.0)))

    def draw(self, output: str | Path = "servanda.html", *, title: str | None = None, limit: int = 1000) -> PageReport:
        """Write the graph as one page that works offline; gives what was written. ``limit`` nodes open visible."""
        from graph_builder.explorer.page import write_page  # noqa: PLC0415  (pyvis is slow to import)

        return write_page(self.store(), Path(output), title=title, limit=limit, texts=self.texts)


def open_graph(path: str | Path = "kg") -> KnowledgeGraph:
    """Open a graph that was built: a folder, or a TriG file.

    Raises :class:`graph_builder.errors.StoreError` where there is none, or one of another schema version.
    """
    place = Path(path)
    if place.is_dir() or not place.is_file():
        open_source(place)
    return KnowledgeGraph(place)


def build_graph(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path = "kg",
    *,
    manifest: str | Path | None = None,
    parser: str = "auto",
    gazetteer: str | Path | None = None,
    jobs: int = 1,
    force: bool = False,
    prune: bool = False,
    validate: bool = False,
) -> KnowledgeGraph:
    """Read documents into a graph and open it. ``inputs`` is a file, folder or pattern, or several of them.

    The options, and the errors raised, are those of :func:`graph_builder.pipeline.build`; its report is the
    ``report`` of the graph.
    """
    from graph_builder.pipeline import build  # noqa: PLC0415  (loads every room)

    sources = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    report = build(
        sources, output, manifest=manifest, parser=parser, gazetteer=gazetteer, jobs=jobs, force=force, prune=prune,
        validate=validate,
    )  # fmt: skip
    return KnowledgeGraph(Path(output), report)
