"""Where sentences end in one stretch of text.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number, or stands inside a
quotation or a parenthesis that goes on. Semicolons and colons end nothing: what they part is one undertaking.
"""

from __future__ import annotations

import re

from graph_builder.documents.lines import trimmed

_STOP = re.compile(r"""[.!?…]+["'”’»)\]]*|[“”"()]""")
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘—–/]{1,24}$")
_OPENERS = "“\"'‘«([—–-"

# Before a name, and then written with a capital: never the last word of a sentence.
_TITLES = frozenset(
    """mr mrs ms mx dr prof gen maj col lt ltc capt cpt cmdr adm vadm radm brig sgt hon rt rev fr sen rep gov amb st ste
    mt ft messrs mme mlle pres sec dep asst dato ven""".split()
)
# Before what it points to: never the last word either.
_POINTERS = frozenset(
    "art arts para paras sect ch fig figs vol pp eds cf vs v viz e.g i.e eg ie approx est ref h.e".split()
)
# Before a number only: "No. 4" is one, "No. The talks failed." is an answer.
_COUNTS = frozenset("no nos".split())
# May end a sentence; does so before a word that opens one.
_TRAILING = frozenset(
    """jr sr inc ltd co corp bros plc llc u.s u.k u.n e.u u.s.a u.a.e d.c p.r.c r.o.k d.p.r.k a.m p.m etc al esq ph.d
    bn tril dept univ govt intl assn ave blvd rd bldg""".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_DAYS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
# Words that open a sentence and are seldom a name: after an abbreviation that may end one, they decide.
_STARTERS = frozenset(
    """the a an this that these those it its he she they we i you his her their our my your there here in on at by for
    from with without within under over of to as if when while where since because although though however but and or
    so yet nor both all each every some many most several no not after before during following through throughout
    according also meanwhile moreover furthermore additionally finally first second third earlier later today
    yesterday tomorrow what who how why such other another it's let recalling noting recognizing recognising
    welcoming reaffirming stressing given despite based upon among between against about
    nobody everybody everyone nothing""".split()
)
_LONGEST_QUOTE = 900
_LONGEST_PARENTHESIS = 400


def sentences_of(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """The sentences of ``text[start:end]`` as ``(start, end)`` in code points of ``text``, final mark included.

    They are in order and disjoint, begin and end with something visible, and hold every visible character.

    >>> said = "Mr. Adeyemi met the U.S. envoy at 3 p.m. on Feb. 4. “We agree. We will act,” he said. Talks go on."
    >>> for a, b in sentences_of(said): print(said[a:b])
    Mr. Adeyemi met the U.S. envoy at 3 p.m. on Feb. 4.
    “We agree. We will act,” he said.
    Talks go on.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in (*_ends(text, start, end), end):
        left, right = trimmed(text, begin, stop)
        if left < right:
            if spans and right - left < 4 and not any(c.isalnum() for c in text[left:right]):
                left = spans.pop()[0]  # stray marks are no sentence
            spans.append((left, right))
        begin = stop
    return tuple(spans)


def _ends(text: str, start: int, end: int) -> list[int]:
    ends: list[int] = []
    closing = start  # up to here a quotation or a parenthesis goes on
    for found in _STOP.finditer(text, start, end):
        at, mark = found.start(), found.group()
        if mark in '“”"()':
            if at >= closing:
                closing = max(closing, _closed_at(text, at, mark, end))
            continue
        if at < closing and found.end() < closing:
            continue
        if _is_end(text, start, found.start(), found.end(), end):
            ends.append(found.end())
    return ends


def _closed_at(text: str, at: int, mark: str, end: int) -> int:
    """Where the quotation or parenthesis that opens at ``at`` is closed, or ``at`` if it is not closed nearby."""
    if mark in "”)":
        return at
    closer = {"“": "”", "(": ")", '"': '"'}[mark]
    reach = _LONGEST_PARENTHESIS if mark == "(" else _LONGEST_QUOTE
    close = text.find(closer, at + 1, min(end, at + reach))
    if close < 0:
        return at
    if mark == '"' and text[close - 1 : close].isspace():  # it opens another quotation: this one was a stray mark
        return at
    return close + 1


def _is_end(text: str, start: int, at: int, after: int, end: int) -> bool:
    """Whether the mark at ``at`` (closers up to ``after``) ends a sentence of ``text[start:end]``."""
    if after >= end:
        return True
    mark = text[at:after]
    following = text[after : after + 48]
    if not following[0].isspace():
        return mark == "." and _glued(text, start, at, following)
    rest = following.lstrip()
    if not rest:
        return True
    first = rest.lstrip(_OPENERS)[:1]
    if not (
        first.isupper() or first.isdigit() or first == "•" or (first and not first.isalpha() and not first.islower())
    ):
        return False
    if mark.startswith("..") or mark.startswith("…"):
        return not text[max(start, at - 1) : at].isspace() and first.isupper()
    if mark[0] != ".":
        return True
    if len(mark) > 1 and mark[1:] in {")", "]"} and text[at - 1].isalpha() and _is_abbreviation(_word(text, start, at)):
        return False
    return not _belongs(_word(text, start, at), mark, rest, text, start, at)


def _word(text: str, start: int, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(start, at - 25) : at])
    return found.group() if found else ""


def _glued(text: str, start: int, at: int, following: str) -> bool:
    """A full stop with no space after it, as extractors leave them: "the region.The ministers"."""
    before = text[max(start, at - 3) : at]
    return (
        len(before) == 3
        and before.isalpha()
        and before.islower()
        and len(following) > 3
        and following[0].isupper()
        and following[1:2].islower()
        and not _word(text, start, at).startswith(("www", "http"))
        and not re.match(r"[A-Za-z]+[./]\w", following)
    )


def _is_abbreviation(word: str) -> bool:
    low = word.lower().strip(".'’,")
    return low in _TITLES | _POINTERS | _COUNTS | _TRAILING | _MONTHS | _DAYS


def _belongs(word: str, mark: str, rest: str, text: str, start: int, at: int) -> bool:
    """Whether the full stop belongs to ``word`` and ends no sentence before ``rest``."""
    if len(mark) > 1 and mark[1] in '”"’»':
        return False
    word = word.rpartition("-")[2]  # "Japan-U.S."
    low = word.lower().strip("'’,")
    following = re.match(r"[^\s,;:.!?]+", rest.lstrip(_OPENERS))
    after = following.group().lower() if following else ""
    if low in _POINTERS or (low in _TITLES and word[0].isupper()):
        return True
    if low in _COUNTS:
        return rest[0].isdigit()
    if low in _MONTHS | _DAYS and word[0].isupper():  # "the sun. Norway" has no Sunday
        return rest[0].isdigit() or after not in _STARTERS
    if low in _TRAILING:
        return after not in _STARTERS
    if len(word) == 1 and word.isupper():
        return after not in _STARTERS
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):  # R.O.K, D.P.R.K
        return after not in _STARTERS
    # A number that opens the stretch is its number: "1. Both sides agreed".
    return word.isdigit() and at - len(word) - start <= 3 and not text[start : at - len(word)].strip()
