"""A plain walk over the tags of a page: its text by block, and what stands in its head.

The walk is our own because a page may be hostile: it looks at each character a bounded number of times, has no limit of
depth, and takes every page for what it can be taken for. It knows no style sheets and runs no scripts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_SKIPPED = frozenset(
    """script style noscript template svg canvas iframe object select button nav footer aside dialog math audio
    video""".split()
)
_RAW = frozenset(["script", "style", "textarea", "xmp", "noembed", "noframes"])
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_INLINE = frozenset(
    """a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u
    var wbr""".split()
)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_ATTRIBUTES = re.compile(r"(?:[^>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,2000}>")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]{0,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_HUGE_REFERENCE = re.compile(r"&#(?:\d{9,}|[xX][0-9a-fA-F]{9,});?")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LISTED = re.compile(r"(?: {2})*(?:- |\d+\. )")


@dataclass(slots=True)
class Page:
    """What a walk finds: ``text``, the words of ``title`` and first ``heading``, ``meta`` by name, and so on.

    ``depth`` is how deep the deepest text is nested.
    """

    text: str = ""
    title: str = ""
    heading: str = ""
    canonical: str = ""
    language: str = ""
    time: str = ""
    depth: int = 0
    meta: dict[str, str] = field(default_factory=dict)


def walk(source: str) -> Page:
    r"""The page that the markup ``source`` describes.

    >>> walk("<title>A visit</title><h1>A visit</h1><ol><li>They met.<li>They <b>agreed</b>.</ol>").text
    'A visit\n\n1. They met.\n2. They agreed.'
    """
    walker = _Walker()
    for kind, name, value in _tokens(source):
        if kind == "text":
            walker.words(value)
        elif kind == "begin":
            walker.begin(name, value)
        else:
            walker.end(name)
    return walker.finished()


def _tokens(source: str) -> Iterator[tuple[str, str, str]]:
    """The page piece by piece: ("text", "", words), ("begin", name, attributes), ("end", name, "")."""
    position = 0
    while position < len(source):
        start = source.find("<", position)
        if start < 0:
            yield "text", "", source[position:]
            return
        if start > position:
            yield "text", "", source[position:start]
        if source.startswith("<!--", start):
            stop = source.find("-->", start + 4)
            position = len(source) if stop < 0 else stop + 3
        elif source.startswith(("<!", "<?"), start):
            stop = source.find(">", start)
            position = len(source) if stop < 0 else stop + 1
        elif (named := _NAME.match(source, start)) is not None:
            body = _ATTRIBUTES.match(source, named.end())
            stop = body.end() if body is not None else source.find(">", named.end()) + 1
            if stop <= 0:  # no tag is closed any more: what is left is no text
                return
            name = named[1].lower()
            if source.startswith("</", start):
                yield "end", name, ""
            else:
                yield "begin", name, source[named.end() : min(stop - 1, named.end() + 20_000)]
                if name in _RAW:
                    closing = re.compile(f"</{name}", re.I).search(source, stop)
                    stop = len(source) if closing is None else closing.start()
            position = stop
        else:
            yield "text", "", "<"
            position = start + 1


class _Walker:
    """The state of a walk: what is open, what is skipped, and the text so far."""

    def __init__(self) -> None:
        self.page = Page()
        self.parts: list[str] = []
        self.skipping: list[str] = []
        self.inside = ""  # "title" or "h1" while their words are collected
        self.lists: list[int | None] = []
        self.depth = 0

    def begin(self, name: str, attributes: str) -> None:
        """Note what the head says, skip what is no text, and begin a line at each block."""
        if name in {"html", "meta", "link", "time"}:
            self._note(name, attributes)
        if self.skipping:
            if name == self.skipping[-1]:
                self.skipping.append(name)
            return
        if name in _SKIPPED:
            self.skipping.append(name)
            return
        if name not in _VOID:
            self.depth += 1
        if name == "title":
            self.inside = "" if self.page.title else "title"
        elif name == "br":
            self.parts.append("\n")
        elif name not in _INLINE:
            self._block(name)

    def _block(self, name: str) -> None:
        self.parts.append("\n" if name == "li" else "\n\n")
        if name in {"ul", "ol"}:
            self.lists.append(0 if name == "ol" else None)
        elif name == "li":
            number = self.lists[-1] if self.lists else None
            if number is not None:
                self.lists[-1] = number + 1
            depth = min(max(len(self.lists) - 1, 0), 6)
            self.parts.append("  " * depth + ("- " if number is None else f"{number + 1}. "))
        elif name == "h1":
            self.inside = "" if self.page.heading else "h1"

    def _note(self, name: str, attributes: str) -> None:
        given = {
            found[1].lower(): _unescaped(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(attributes)
        }
        page = self.page
        if name == "html":
            page.language = page.language or given.get("lang", "") or given.get("xml:lang", "")
        elif name == "time":
            page.time = page.time or given.get("datetime", "")
        elif name == "link" and given.get("rel", "").lower() == "canonical":
            page.canonical = page.canonical or given.get("href", "")
        elif name == "meta":
            key = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if key and given.get("content"):
                page.meta.setdefault(key, given["content"])

    def end(self, name: str) -> None:
        """End a skipped part, a title or a block."""
        if self.skipping:
            if name == self.skipping[-1]:
                self.skipping.pop()
            return
        if name in _VOID:
            return
        self.depth = max(0, self.depth - 1)
        if name == self.inside:
            self.inside = ""
        if name in {"ul", "ol"} and self.lists:
            self.lists.pop()
        if name not in _INLINE and name != "title":
            self.parts.append("\n" if name == "li" else "\n\n")

    def words(self, raw: str) -> None:
        """Keep the text, its white space collapsed."""
        if self.skipping:
            return
        words = _SPACE.sub(" ", _unescaped(raw))
        if self.inside == "title":
            self.page.title += words
            return
        if self.inside == "h1":
            self.page.heading += words
        if words != " ":
            self.page.depth = max(self.page.depth, self.depth)
        self.parts.append(words)

    def finished(self) -> Page:
        """The page, its text a line a block with at most one blank line between."""
        kept: list[str] = []
        for line in "".join(self.parts).split("\n"):
            words = line.rstrip() if _LISTED.match(line) else line.strip()
            if words.strip(" -"):
                kept.append(words)
            elif kept and kept[-1]:
                kept.append("")
        self.page.text = "\n".join(kept).strip("\n")
        return self.page


def _unescaped(words: str) -> str:
    if "&" not in words:
        return words
    # Numbers too long to be a character would not even be converted.
    return html.unescape(_HUGE_REFERENCE.sub("\ufffd", words))
