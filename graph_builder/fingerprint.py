"""What would make the same file read differently: the rules, the parser, and what is told of the file."""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

from graph_builder import assets
from graph_builder.documents.records import Document
from graph_builder.language.parse import MODELS

_ROOMS = ("documents", "language", "statements", "graph", "pipeline.py")
_TABLES = ("lexicon", "gazetteer")


@cache
def rules_digest(own: Path | None = None) -> str:
    """Give the SHA-256 of all rules: the grammar's code, the lexicon, the gazetteer, the user's own names.

    A document that was read under other rules is read again.
    """
    package = Path(__file__).resolve().parent
    files = {
        **{path.relative_to(package).as_posix(): path for room in _ROOMS for path in _files(package / room, ".py")},
        **{
            f"ontology/{table}/{path.name}": path
            for table in _TABLES
            for path in _files(assets.ONTOLOGY / table, ".csv")
        },
        **{f"own/{path.name}": path for path in (_files(own, ".csv") if own else ())},
    }
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        digest.update(f"{name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def parser_fingerprint(parser: str) -> str:
    """Tell which parser "auto", "none" or a model's name stands for here, without loading it.

    >>> parser_fingerprint("none")
    'none'
    """
    if parser == "none" or importlib.util.find_spec("spacy") is None:
        return "none"
    for name in MODELS if parser == "auto" else (parser,):
        try:
            spec = importlib.util.find_spec(name)
        except (ImportError, ValueError):
            spec = None
        if spec is not None and spec.origin:
            facts = sorted(Path(spec.origin).parent.rglob("meta.json"))
            return f"{name} {hashlib.sha256(b''.join(path.read_bytes() for path in facts)).hexdigest()}"
    return "none"


def key_of(document: Document, parser: str) -> str:
    """Give the key by which a document is known as unchanged: its bytes, its text, what is told of it, the parser."""
    facts = (document.sha256, document.text_digest, document.format, document.metadata, parser)
    return hashlib.sha256(repr(facts).encode("utf-8", "backslashreplace")).hexdigest()


def _files(folder: Path, suffix: str) -> list[Path]:
    return [folder] if folder.is_file() else sorted(folder.rglob(f"*{suffix}"))
