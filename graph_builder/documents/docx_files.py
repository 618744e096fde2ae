"""Word documents (.docx) to text: paragraphs and tables in their order, list items with a mark before them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from graph_builder.documents.records import Metadata
from graph_builder.errors import UnreadableDocument

_LARGEST_PART = 100 * 1024 * 1024
_LARGEST_WHOLE = 300 * 1024 * 1024
_MOST_PARTS = 5_000
_READ_PARTS = re.compile(r"(?:word/.*|docProps/.*|_rels/.*|\[Content_Types\])\.(?:xml|rels)$")


def read_docx(data: bytes, name: str) -> tuple[str, Metadata, tuple[str, ...]]:
    """The text of a Word document, its title if it gives one, and warnings. Raises UnreadableDocument."""
    _check(data, name)
    try:
        import docx  # noqa: PLC0415 - slow to start, for Word documents only

        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(document))
        title = " ".join((document.core_properties.title or "").split())
    except UnreadableDocument:
        raise
    except Exception as error:  # python-docx lets every kind of error of its parsers through
        raise UnreadableDocument(f"damaged: {type(error).__name__}", where=name) from error
    if not text.strip():
        raise UnreadableDocument("a Word document without text", where=name)
    known = title if len(title) >= 8 and title.casefold() in text[:6000].casefold() else None
    return re.sub("[\ud800-\udfff]", "\ufffd", text), Metadata(title=known), ()


def _check(data: bytes, name: str) -> None:
    """Refuse what is no Word document, unpacks to more than memory should hold, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            infos = parts.infolist()
            if "word/document.xml" not in parts.namelist():
                raise UnreadableDocument("not a Word document", where=name)
            whole = sum(info.file_size for info in infos)
            if (
                len(infos) > _MOST_PARTS
                or whole > _LARGEST_WHOLE
                or max(info.file_size for info in infos) > _LARGEST_PART
            ):
                raise UnreadableDocument(f"unpacks to {whole >> 20} MB, more than is read", where=name)
            for info in infos:
                if info.flag_bits & 1:
                    raise UnreadableDocument("encrypted, and the password is not known", where=name)
                if _READ_PARTS.match(info.filename):
                    with parts.open(info) as part:
                        if b"<!DOCTYPE" in (head := part.read(4096)) or b"<!ENTITY" in head:
                            raise UnreadableDocument("declares XML entities, which no Word document does", where=name)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableDocument("damaged or truncated: not a Word document", where=name) from error


def _lines(document: Any) -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415 - as above

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                cells: list[str] = []
                for cell in row.cells:
                    words = " ".join(cell.text.split())
                    if words and (not cells or cells[-1] != words):  # merged cells repeat
                        cells.append(words)
                if cells:
                    yield " ".join(cells)
            yield ""
            continue
        words = item.text.strip()
        style = (item.style.name or "") if item.style is not None else ""
        if words:
            yield _list_mark(item, style) + words
            yield ""


def _list_mark(paragraph: Any, style: str) -> str:
    """The mark that stands for a list's own number or bullet, which are not in the text; empty outside lists."""
    properties = paragraph._p.pPr
    numbering = properties.numPr if properties is not None else None
    if numbering is None and not style.startswith("List "):
        return ""
    depth = numbering.ilvl.val if numbering is not None and numbering.ilvl is not None else 0
    return "  " * min(int(depth), 8) + "- "
