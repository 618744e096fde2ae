"""Title, day, publisher, kind, address and language: from what the user gives, front matter, markup, else the text.

What none of these says stays unknown. Nothing is read from the name of a file.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph_builder.documents.datelines import days_in, squeezed_day
from graph_builder.documents.front_matter import front_matter
from graph_builder.documents.furniture import is_title_case
from graph_builder.documents.genre import kind_of
from graph_builder.documents.publishers import publisher_of
from graph_builder.documents.records import READ_ZONES, Block, Metadata
from graph_builder.documents.tongue import language_of

_FIELDS = ("title", "issued", "publisher", "kind", "url", "language")
_HELD = re.compile(
    r"(?P<what>(?:The\s)?(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w’'-]+)\s[^;:!?]{10,180}?)\s(?:(?:was|were)\s(?:held|convened)|took\splace|met\sin)\b"
)
_STAMPED = re.compile(r"(?:source|published|posted|updated|editor|release date)\b", re.I)
_SIGNED = re.compile(r"(?:done|signed|given|executed)\s(?:at|in|on|by|this)\b", re.I)
_KEYS = {
    "title": ("title", "headline"),
    "issued": ("date", "issued", "published"),
    "publisher": ("publisher", "issuer"),
    "kind": ("kind", "type"),
    "url": ("url", "source", "address", "source address", "source url", "link"),
    "language": ("language", "lang"),
}


def completed(text: str, given: Metadata | None, markup: Metadata) -> Metadata:
    """What is known before the text is looked into: ``given`` first, then front matter, then ``markup``."""
    from_front = metadata_of_front_matter(text)
    known = Metadata(digest=from_front.digest or (given is not None and given.digest))
    return _filled(
        _filled(_filled(known, given or Metadata(), "manifest"), from_front, "front matter"), markup, "markup"
    )


def _filled(known: Metadata, other: Metadata, where: str) -> Metadata:
    """``known`` with the fields it lacks taken from ``other``."""
    taken = {
        name: getattr(other, name)
        for name in _FIELDS
        if getattr(known, name) is None and getattr(other, name) is not None
    }
    if not taken:
        return known
    return replace(known, **taken, found_in=tuple(sorted({*known.found_in, *((name, where) for name in taken)})))


def metadata_of_front_matter(text: str) -> Metadata:
    r"""The metadata that the front matter of a text gives.

    >>> found = metadata_of_front_matter("---\ntitle: A visit\ndate: 4 May 2031\ndigest: true\n---\n")
    >>> found.title, found.issued, found.digest
    ('A visit', '2031-05-04', True)
    """
    values = front_matter(text)
    if not values:
        return Metadata()
    found = {name: next((values[key] for key in keys if values.get(key)), None) for name, keys in _KEYS.items()}
    days = days_in(found["issued"] or "")
    return Metadata(
        title=found["title"],
        issued=days[0].iso if days else None,
        publisher=found["publisher"],
        kind=kind_slug(found["kind"]) if found["kind"] else None,
        url=found["url"],
        language=found["language"],
        digest=values.get("digest", "").lower() in {"true", "yes"},
    )


def kind_slug(words: str) -> str:
    """A kind as the vocabulary writes it.

    >>> kind_slug("Joint Statement")
    'joint-statement'
    """
    return re.sub(r"[^a-z]+", "-", words.lower()).strip("-")


def metadata_of_text(text: str, blocks: tuple[Block, ...], known: Metadata) -> Metadata:
    """``known`` with the fields it lacks taken from the text, where the text says them."""
    title = known.title or _title(text, blocks)
    language = _language(text, blocks)
    if (
        ("language", "markup") in known.found_in
        and language
        and not (known.language or "").lower().startswith(language)
    ):
        # Pages carry the language of their template; the words themselves are the better witness.
        kept = tuple(pair for pair in known.found_in if pair[0] != "language")
        known = replace(known, language=None, found_in=kept)
    found = Metadata(
        title=title,
        issued=known.issued or _issued(text, blocks, title),
        publisher=known.publisher or publisher_of(text, blocks, title),
        kind=known.kind or kind_of(text, blocks, title),
        language=known.language or language,
    )
    return _filled(known, found, "text")


def _language(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The language of what is read; menus and buttons may be in another."""
    parts = [text[b.start : min(b.end, b.start + 2000)] for b in blocks if b.zone in READ_ZONES][:40]
    return language_of("\n".join(parts))


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The headline; where there is none, what the opening sentence says was held ("The Third Meeting of ...")."""
    for block in blocks:
        if block.zone == "title":
            return " ".join(text[block.start : block.end].split())
    body = next((b for b in blocks if b.zone in {"body", "list-item"}), None)
    held = _HELD.match(text[body.start : min(body.end, body.start + 300)]) if body else None
    return " ".join(held["what"].split()) if held and is_title_case(held["what"]) else None


def _issued(text: str, blocks: tuple[Block, ...], title: str | None) -> str | None:
    for block in blocks:
        if block.zone == "dateline":
            days = days_in(text, block.start, block.end)
            if days:
                return days[0].iso
            squeezed = squeezed_day(text[block.start : block.end])
            if squeezed:
                return squeezed
    for block in blocks[:12]:
        if block.zone == "boilerplate" and _STAMPED.match(text, block.start, block.end):
            days = days_in(text, block.start, min(block.end, block.start + 200))
            if days:
                return days[0].iso
    days = days_in(title or "")
    if len(days) == 1:
        return days[0].iso
    return _day_of_signature(text, blocks)


def _day_of_signature(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The day in "DONE at Quito, this third day of May 2031" near the end of the text."""
    for block in reversed([b for b in blocks if b.zone in READ_ZONES][-12:]):
        low = text[block.start : block.end].lower()
        if not any(word in low for word in ("done ", "signed ", "given ", "executed ")):
            continue
        for formula in _SIGNED.finditer(text, block.start, block.end):
            days = days_in(text, formula.start(), min(block.end, formula.start() + 300))
            if days:
                return days[0].iso
    return None
