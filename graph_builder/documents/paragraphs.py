"""Lines to paragraphs: what was broken over several lines is put together again, list items stand alone.

Some extractors break a line at each link, some texts are wrapped at a column, scans break paragraphs at the page.
A line goes on with the one before where that one is unfinished and something shows that the break was not meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph_builder.documents.datelines import is_date_line
from graph_builder.documents.furniture import ends_document, opens_list, opens_one, pointer_at_end
from graph_builder.documents.lines import Line, trimmed
from graph_builder.documents.markers import INLINE_BULLET, Marker, bare_marker, marker_of
from graph_builder.documents.notices import is_notice
from graph_builder.documents.sentences import sentences_of

_CLOSERS = "\"'”’»)]*_"
_FINISHED = ".!?…:;"
_ENDS_SENTENCE = frozenset(".!?")
_GOES_ON = ",;.:)%’?!"
# No heading and no sentence ends with one of these.
_LEANING = frozenset(
    """the a an of to and or in on at by for with from as that which who whose its their our his her this these those is
    are was were be been has have had will would shall should can could may might must not between among into under over
    during against through towards toward including than but if when while because nor upon via per both""".split()
)
_FRAGMENT = 40
_WRAP = 0.8
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines that belong together; ``start`` stands after the list marker.

    ``furniture`` is what its words alone tell: "" none, "line", "list" or "one" (opens a list of headlines, or one),
    "end" (the mark that the text is over).
    """

    start: int
    end: int
    indent: int = 0
    gap: bool = True
    marker: Marker | None = None
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a whole text is broken: at links (``fragmented``), at a column (``width``, 0 if not), or in the middle of
    paragraphs by blank lines (``torn``).
    """

    fragmented: bool
    width: float
    torn: bool


def paragraphs_of(text: str, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    r"""The paragraphs that ``lines`` of ``text`` make up, in order.

    >>> from graph_builder.documents.lines import lines_of
    >>> text = "Ministers met in the\ncapital.\n\n1. They agreed:\n- to meet again"
    >>> [text[p.start:p.end] for p in paragraphs_of(text, lines_of(text))]
    ['Ministers met in the\ncapital.', 'They agreed:', 'to meet again']
    """
    shape = _shape(text, lines)
    paragraphs: list[Paragraph] = []
    kinds = [_furniture(text[line.start : line.end]) for line in lines]
    at = 0
    while at < len(lines):
        line = lines[at]
        words = text[line.start : line.end]
        furniture = kinds[at]
        marker = None if furniture in {"list", "one", "end"} else marker_of(words)
        alone = bare_marker(words)
        if alone is not None and at + 1 < len(lines) and not lines[at + 1].gap and not kinds[at + 1]:
            at += 1
            line = Line(lines[at].start, lines[at].end, line.indent, line.gap, lines[at].loose)
            marker = alone
        if marker is not None:
            furniture = ""
        last = at
        if not furniture:
            joined = False
            # Below a colon lines in lower case are items whose bullets were lost, not one sentence.
            listing = bool(paragraphs) and _lists(text, paragraphs[-1]) and _is_item(text, line, shape)
            while (
                last + 1 < len(lines)
                and not (listing and _is_item(text, lines[last + 1], shape))
                and _goes_on(text, lines[last], lines[last + 1], kinds[last + 1], shape, joined)
            ):
                last += 1
                joined = True
            if (
                joined
                and lines[last].end - line.start <= 120
                and _furniture(" ".join(text[line.start : lines[last].end].split()))
            ):
                furniture = "line"
        start = line.start + (marker.width if marker else 0)
        whole = Paragraph(start, lines[last].end, line.indent, line.gap, marker, furniture)
        paragraphs += _parted(text, whole)
        at = last + 1
    return tuple(paragraphs)


def words_of(text: str, paragraph: Paragraph) -> str:
    """The words of a paragraph."""
    return text[paragraph.start : paragraph.end]


def is_sentence(words: str, least: int) -> bool:
    """Whether a paragraph ends as a sentence does and is at least so many words long."""
    bare = words.rstrip(_CLOSERS)
    # Three dots end the teaser of another page, seldom a sentence.
    return bare[-1:] in _ENDS_SENTENCE and not bare.endswith("..") and len(words.split(None, least)) >= least


def is_finished(words: str) -> bool:
    """Whether words end with a mark that ends a sentence, a clause of a list or a lead-in.

    >>> [is_finished(words) for words in ("It did.", "“It did.”", "as follows:", "It did,”", "(as it did)")]
    [True, True, True, False, False]
    """
    bare = words.rstrip(_CLOSERS)
    return bare[-1:] in _FINISHED if bare else True


def _lists(text: str, before: Paragraph) -> bool:
    """Whether a paragraph is a lead-in, or an item in lower case below one."""
    words = text[before.start : before.end]
    return words.endswith(":") or (words[0].islower() and before.marker is None)


def _is_item(text: str, line: Line, shape: _Shape) -> bool:
    """Whether a line could be an item without its bullet: in lower case, some words, the text not broken in lines."""
    words = text[line.start : min(line.end, line.start + 60)]
    return words[0].islower() and len(words.split()) >= 3 and not shape.fragmented and not shape.width and not line.gap


def _furniture(words: str) -> str:
    if len(words) > 400:
        return ""
    if ends_document(words):
        return "end"
    if opens_one(words):
        return "one"
    if opens_list(words):
        return "list"
    return "line" if is_notice(words) and not is_date_line(words) else ""


def _shape(text: str, lines: Sequence[Line]) -> _Shape:
    fragments = torn = 0
    lengths = sorted(line.end - line.start for line in lines[:_LOOKED_AT])
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) >= 4 else 0
    full = broken = 0
    for before, line in pairwise(lines[:_LOOKED_AT]):
        if is_finished(text[max(before.start, before.end - 8) : before.end]):
            continue
        opening = text[line.start : line.start + 1]
        if line.gap:
            torn += opening.islower()
            continue
        if (opening.islower() or opening in _GOES_ON) and before.end - before.start <= 2 * _FRAGMENT:
            fragments += 1
        broken += 1
        full += _would_not_fit(text, before, line, width)
    wrapped = 30 <= width <= 130 and full >= 3 and full >= 0.5 * broken
    return _Shape(fragments >= 4 and not wrapped, width if wrapped else 0, torn >= 2)


def _would_not_fit(text: str, before: Line, line: Line, width: float) -> bool:
    """Whether the first word of ``line`` would have passed the column at the end of the line before."""
    first = text[line.start : min(line.end, line.start + 30)].split(maxsplit=1)
    return before.end - before.start + 1 + len(first[0] if first else "") > _WRAP * width


def _goes_on(text: str, before: Line, line: Line, furniture: str, shape: _Shape, joined: bool) -> bool:
    words = text[line.start : min(line.end, line.start + 402)]
    tail = text[max(before.start, before.end - 24) : before.end]
    finished = is_finished(tail)
    low = words[0].islower()
    if not finished and (low or (words[0] in _GOES_ON or words[:2] in {"‘s", "'s", "’s"})):
        if line.gap and not low:
            return False
        # A word such as "print" alone is a button, unless it goes on with a sentence that is broken at links.
        return marker_of(words) is None and (
            not furniture or (shape.fragmented and not line.gap and len(words) > 1) or words in ".,"
        )
    if bare_marker(words) is not None and not (shape.fragmented and words in "–—-&"):
        return False
    if line.gap:
        return not finished and shape.torn and _is_torn(text, before) and marker_of(words) is None and not furniture
    if words in "–—-&" and shape.fragmented and not finished:
        return before.indent > 0 or before.loose or line.indent > 0 or line.loose
    if furniture or marker_of(words) is not None:
        return bool(shape.width) and not finished and _wrapped_number(words) and not furniture
    if shape.width and _would_not_fit(text, before, line, shape.width):
        return True
    if finished:
        return False
    last = tail.split()[-1]
    if (
        (last.lower() in _LEANING and before.end - before.start > 1)
        or last in {"–", "—"}
        or (last[-1] == "-" and last[-2:-1].isalnum())
    ):
        return True
    if not shape.fragmented:
        return False
    loose = (line.indent == 1 and len(words) <= _FRAGMENT) or (before.loose and before.end - before.start <= _FRAGMENT)
    return loose or (joined and before.end - before.start <= _FRAGMENT)


def _is_torn(text: str, line: Line) -> bool:
    """Whether a line breaks off in the middle of a sentence that is not its first: no heading does."""
    start = max(line.start, line.end - 600)
    bullets = [found.end() for found in INLINE_BULLET.finditer(text, start, line.end)]
    last = max([*bullets, sentences_of(text, start, line.end)[-1][0]])
    return last > start and sum(word[0].islower() for word in text[last : line.end].split()) >= 2


def _wrapped_number(words: str) -> bool:
    """Whether what looks like "20. " at the head of a line can be the end of the sentence before ("on May / 20.")."""
    return words[:2].isdigit()


def _parted(text: str, whole: Paragraph) -> list[Paragraph]:
    """A paragraph cut before the bullets that run on inside it, and before the pointer to another page at its end."""
    if whole.furniture:
        return [whole]
    end = pointer_at_end(text, whole.start, whole.end)
    parts = []
    start, marker, gap = whole.start, whole.marker, whole.gap
    for cut in INLINE_BULLET.finditer(text, whole.start, end):
        left, right = trimmed(text, start, cut.start())
        if left < right:
            parts.append(Paragraph(left, right, whole.indent, gap, marker))
        start, marker, gap = cut.end(), Marker(cut.group().strip(), "bullet", 0), False
    left, right = trimmed(text, start, end)
    if left < right:
        parts.append(Paragraph(left, right, whole.indent, gap, marker))
    left, right = trimmed(text, end, whole.end)
    if left < right:
        parts.append(Paragraph(left, right, whole.indent, False, None, "line"))
    return parts
