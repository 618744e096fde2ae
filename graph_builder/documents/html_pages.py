"""HTML to text: the main text as trafilatura finds it, checked against a plain walk over the page.

The extractor drops text that is nested deeper than it can look, and at times whole parts of a page; where the walk
holds running text that the extractor lost, the walk is what is read.
"""

from __future__ import annotations

import re
import warnings as python_warnings
from datetime import date
from html.parser import HTMLParser

from graph_builder.documents.decoding import decoded
from graph_builder.documents.records import Metadata
from graph_builder.errors import UnreadableDocument

LARGEST = 10 * 1024 * 1024
_SKIPPED = frozenset(
    """script style noscript template svg canvas iframe object select button nav footer aside dialog math audio
    video""".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE = frozenset(
    """a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u
    var wbr""".split()
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
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
_LISTED = re.compile(r"(?: {2})*(?:- |\d+\. )")
_ENOUGH = 0.7
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)


def read_html(data: bytes, name: str) -> tuple[str, Metadata, tuple[str, ...]]:
    """The main text of a page, what its markup tells of it, and warnings. Raises UnreadableDocument."""
    if len(data) > LARGEST:
        raise UnreadableDocument(f"a page larger than {LARGEST >> 20} MB", where=name, remedy="save its text as .txt")
    source, notes = _decoded(data, name)
    page = _Page()
    page.feed(source)
    page.close()
    walked = page.text()
    extracted = _extracted(source)
    text = walked if _lost(extracted, walked) else extracted
    if not text.strip():
        raise UnreadableDocument("a page without text", where=name)
    # Numeric references can name half of a surrogate pair, which is no character.
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text, page.metadata(), notes


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


class _Page(HTMLParser):
    """A plain walk over the tags of a page: its text by block, and what stands in its head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._skipping: list[str] = []
        self._title: list[str] = []
        self._in_title = False
        self._heading: list[str] = []
        self._in_heading = False
        self._lists: list[int | None] = []
        self._meta: dict[str, str] = {}
        self._canonical = ""
        self._language = ""
        self._time = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the head says, skip what is no text, and begin a line at each block."""
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self._language = self._language or given.get("lang", "")
        elif tag == "meta":
            key = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if key and given.get("content"):
                self._meta.setdefault(key, given["content"])
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self._canonical = self._canonical or given.get("href", "")
        elif tag == "title":
            self._in_title = not self._title
        elif tag == "time" and not self._time:
            self._time = given.get("datetime", "")
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.append(tag)
            return
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag == "br":
            self._parts.append("\n")
        elif tag not in _INLINE:
            self._block(tag)

    def _block(self, tag: str) -> None:
        self._parts.append("\n\n" if tag != "li" else "\n")
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            number = self._lists[-1] if self._lists else None
            if number is not None:
                self._lists[-1] = number + 1
            depth = min(max(len(self._lists) - 1, 0), 6)
            self._parts.append("  " * depth + ("- " if number is None else f"{number + 1}. "))
        elif tag in _HEADINGS:
            self._in_heading = tag == "h1" and not self._heading

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat a tag that closes itself as begun; only void tags truly are closed so."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a skipped part, a title or a block."""
        if tag == "title":
            self._in_title = False
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
            return
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in _HEADINGS:
            self._in_heading = False
        if tag not in _INLINE and tag not in _VOID:
            self._parts.append("\n" if tag == "li" else "\n\n")

    def handle_data(self, data: str) -> None:
        """Keep the text, its white space collapsed."""
        if self._in_title:
            self._title.append(data)
            return
        if self._skipping:
            return
        words = re.sub(r"[ \t\r\n\f]+", " ", data)
        if self._in_heading:
            self._heading.append(words)
        self._parts.append(words)

    def text(self) -> str:
        """The text of the page, a line a block."""
        lines = [line.rstrip() for line in "".join(self._parts).split("\n")]
        kept: list[str] = []
        for line in lines:
            words = line if _LISTED.match(line) else line.strip()
            if words.strip(" -") or (kept and kept[-1]):
                kept.append(words if words.strip(" -") else "")
        return "\n".join(kept).strip("\n")

    def metadata(self) -> Metadata:
        """What the markup says: title, day, publisher, address and language."""
        heading = " ".join("".join(self._heading).split())
        named = next((self._meta[key] for key in _TITLES if self._meta.get(key)), "") or "".join(self._title)
        title = " ".join(named.split())
        if heading and (not title or title.startswith(heading)):  # "A visit | Ministry of ..." names the site as well
            title = heading
        days = [self._meta[key] for key in _DAYS if self._meta.get(key)]
        issued = next((day for words in [*days, self._time] if (day := _day(words))), None)
        publisher = next((self._meta[key] for key in _PUBLISHERS if self._meta.get(key)), "")
        address = (
            self._canonical if self._canonical.startswith(("http://", "https://")) else self._meta.get("og:url", "")
        )
        language = (self._language or self._meta.get("content-language", "")).replace("_", "-")
        return Metadata(
            title=title[:500] or None,
            issued=issued,
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
