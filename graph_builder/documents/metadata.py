"""Title, day, publisher, kind, address and language: from what the user gives, front matter, markup, else the text.

What none of these says stays unknown. Nothing is read from the name of a file.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph_builder.documents.datelines import days_in, squeezed_day
from graph_builder.documents.front_matter import front_matter
from graph_builder.documents.records import Block, Metadata

_FIELDS = ("title", "issued", "publisher", "kind", "url", "language")
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
    """The metadata that the front matter of a text gives.

    >>> metadata_of_front_matter("---\\ntitle: A visit\\ndate: 2031-05-04\\ndigest: true\\n---\\n")
    Metadata(title='A visit', issued='2031-05-04', publisher=None, kind=None, url=None, language=None, digest=True, found_in=())
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
    return _filled(known, Metadata(title=_title(text, blocks), issued=_issued(text, blocks)), "text")


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((" ".join(text[b.start : b.end].split()) for b in blocks if b.zone == "title"), None)


def _issued(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.zone == "dateline":
            days = days_in(text, block.start, block.end)
            if days:
                return days[0].iso
            squeezed = squeezed_day(text[block.start : block.end])
            if squeezed:
                return squeezed
    return None
