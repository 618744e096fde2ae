"""HTML to text: the main text as trafilatura finds it, checked against a plain walk over the page.

The extractor drops text that is nested deeper than it can look, and at times whole parts of a page; where the walk
holds running text that the extractor lost, the walk is what is read.
"""

from __future__ import annotations

import re
import warnings as python_warnings
from datetime import date

from graph_builder.documents.decoding import decoded
from graph_builder.documents.markup import Page, walk
from graph_builder.documents.records import Metadata
from graph_builder.errors import UnreadableDocument

LARGEST = 10 * 1024 * 1024
_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_DAYS = (
    "article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publish_date",
    "datepublished",
    "citation_publication_date",
    "dcterms.created",
)
_PUBLISHERS = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "citation_publisher",
    "application-name",
)
_ENOUGH = 0.7
_DEEPEST = 250
_MOST_TAGS = 100_000
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)


def read_html(data: bytes, name: str) -> tuple[str, Metadata, tuple[str, ...]]:
    """The main text of a page, what its markup tells of it, and warnings. Raises UnreadableDocument."""
    if len(data) > LARGEST:
        raise UnreadableDocument(f"a page larger than {LARGEST >> 20} MB", where=name, remedy="save its text as .txt")
    source, notes = _decoded(data, name)
    page = walk(source)
    # Deeper than this the extractor sees nothing, and pages of such depth or breadth only cost it time.
    extracted = "" if page.depth > _DEEPEST or source.count("<") > _MOST_TAGS else _extracted(source)
    text = page.text if _lost(extracted, page.text) else extracted
    if not text.strip():
        raise UnreadableDocument("a page without text", where=name)
    # Numeric references can name half of a surrogate pair, which is no character.
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text, _metadata(page), notes


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """A page in the encoding it names, where that is not UTF-8 and fits; otherwise as any text."""
    found = _META_CHARSET.search(data[:4096])
    if found is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = found.group(1).decode("ascii").lower()
        if encoding not in {"utf-8", "utf8", "utf-16", "iso-8859-1", "latin1", "us-ascii", "windows-1252"}:
            try:
                return data.decode(encoding), ()
            except (LookupError, UnicodeDecodeError, ValueError):
                pass
    return decoded(data, name)


def _extracted(source: str) -> str:
    """The main text by trafilatura, empty where it finds none."""
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore")
        import trafilatura  # noqa: PLC0415 - half a second, for pages only

        try:
            found = trafilatura.extract(
                source,
                output_format="txt",
                include_comments=False,
                include_tables=True,
                favor_recall=True,
                deduplicate=False,
            )
        except Exception:  # whatever a hostile page does to it: the plain walk stands ready
            return ""
    return found or ""


def _lost(extracted: str, walked: str) -> bool:
    """Whether the extractor lost running text that the walk holds: less than most of it is left."""
    kept = _squeezed(extracted)
    whole = left = 0
    for paragraph in walked.split("\n"):
        if len(paragraph.split(None, 12)) > 11 and paragraph.rstrip("\"'”’»)]")[-1:] in ".!?:;…":
            squeezed = _squeezed(paragraph)
            whole += len(squeezed)
            left += len(squeezed) if squeezed[:60] in kept else 0
    if whole == 0:
        return len(_squeezed(walked)) > 0 and not kept
    return left < _ENOUGH * whole


def _squeezed(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _metadata(page: Page) -> Metadata:
    """What the markup says: title, day, publisher, address and language."""
    meta = page.meta
    heading = " ".join(page.heading.split())
    title = " ".join((next((meta[key] for key in _TITLES if meta.get(key)), "") or page.title).split())
    if heading and (not title or title.startswith(heading)):  # "A visit | Ministry of ..." names the site as well
        title = heading
    days = [meta[key] for key in _DAYS if meta.get(key)]
    publisher = next((meta[key] for key in _PUBLISHERS if meta.get(key)), "")
    address = page.canonical if page.canonical.startswith(("http://", "https://")) else meta.get("og:url", "")
    language = (page.language or meta.get("content-language", "")).replace("_", "-")
    return Metadata(
        title=title[:500] or None,
        issued=next((day for words in [*days, page.time] if (day := _day(words))), None),
        publisher=" ".join(publisher.split())[:200] or None,
        url=address[:2000] if re.fullmatch(r"https?://[^\s<>\"]+", address) else None,
        language=language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) else None,
    )


def _day(words: str) -> str | None:
    """The ISO 8601 day that a time stamp begins with."""
    found = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", words)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else None
    except ValueError:
        return None
