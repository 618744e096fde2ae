"""How the tests of names ask: a sentence in, what it names out."""

from __future__ import annotations

from functools import lru_cache

from graph_builder.documents import Metadata, document_of_text
from graph_builder.language.gazetteer import Gazetteer, load_gazetteer
from graph_builder.language.names import name_document
from graph_builder.language.records import Names


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The shipped tables, read once."""
    return load_gazetteer()


def named(text: str, **metadata: str | None) -> Names:
    """Everything that a text names; keywords are its metadata."""
    return name_document(document_of_text(text, metadata=Metadata(**metadata)), gazetteer())  # type: ignore[arg-type]


def of_type(text: str, *types: str, **metadata: str | None) -> dict[str, str]:
    """The words that name things of some classes, with the id they stand for; inner names too."""
    names = named(text, **metadata)
    classes = {entity.id: entity.type for entity in names.entities}
    return {
        " ".join(mention.text.split()): id_
        for mention in names.mentions
        for id_ in mention.refers_to
        if classes[id_] in types
    }


def posts(text: str, **metadata: str | None) -> list[tuple[str, str, str]]:
    """The posts that a text tells of: person, post, organization, in the order of the text."""
    return [(t.person, t.post, t.organization) for t in named(text, **metadata).tenures]
