"""Reading sentences of our own in the tests: text in, statements out."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest

from graph_builder.documents import Metadata, document_of_text
from graph_builder.language.gazetteer import Gazetteer, load_gazetteer
from graph_builder.language.lexicon import Lexicon, load_lexicon
from graph_builder.language.names import name_document
from graph_builder.language.parse import Parser, load_parser, parse
from graph_builder.statements.reading import read_statements
from graph_builder.statements.records import Reading

Reader = Callable[..., Reading]


@lru_cache(maxsize=1)
def _resources() -> tuple[Gazetteer, Lexicon, Parser | None]:
    return load_gazetteer(), load_lexicon(), load_parser()


def _read(text: str, kind: str | None, issued: str | None, title: str | None, *, parsed: bool) -> Reading:
    gazetteer, lexicon, parser = _resources()
    document = document_of_text(text, name="own.txt", metadata=Metadata(kind=kind, issued=issued, title=title))
    trees = parse(document, parser) if parsed else ()
    persons = [span for tree in trees for span in tree.persons]
    return read_statements(document, name_document(document, gazetteer, persons), trees, lexicon)


@pytest.fixture(scope="session")
def read() -> Reader:
    """Read a text with both engines; skips where no parser model is installed."""
    if _resources()[2] is None:
        pytest.skip("no spaCy English model is installed")

    def reader(text: str, kind: str | None = None, issued: str | None = None, title: str | None = None) -> Reading:
        return _read(text, kind, issued, title, parsed=True)

    return reader


@pytest.fixture(scope="session")
def read_surface() -> Reader:
    """Read a text with the surface engine alone."""

    def reader(text: str, kind: str | None = None, issued: str | None = None, title: str | None = None) -> Reading:
        return _read(text, kind, issued, title, parsed=False)

    return reader
