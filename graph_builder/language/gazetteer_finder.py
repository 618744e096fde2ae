"""Names in running text: words as compared, a trie of names, longest match first.

Words are compared without accents, with British spellings read as American ones ("Defence", "Organisation") and dotted
initials as plain ones ("U.S.", "US"); white space of any kind within a line or across one line end does not count.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

_TOKEN = re.compile(r"[A-Z](?:\.[A-Z])+\b\.?|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[^\w\s]")
_DASHES = frozenset("-‐‑‒–—−")
_APOSTROPHES = frozenset("'‘’ʼ＇")
_ENDS_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")

# American spelling by British one, in lower case; the finder reads both as one word.
_AMERICAN = {
    "defence": "defense", "organisation": "organization", "organisations": "organizations", "centre": "center",
    "centres": "centers", "programme": "program", "programmes": "programs", "labour": "labor", "harbour": "harbor",
    "licence": "license", "offence": "offense", "theatre": "theater", "neighbourhood": "neighborhood",
    "aeroplane": "airplane", "aluminium": "aluminum", "fibre": "fiber", "honour": "honor", "behaviour": "behavior",
    "favour": "favor", "industrialisation": "industrialization", "modernisation": "modernization",
    "digitalisation": "digitalization", "stabilisation": "stabilization", "normalisation": "normalization",
    "denuclearisation": "denuclearization", "authorisation": "authorization", "standardisation": "standardization",
    "privatisation": "privatization", "globalisation": "globalization", "decolonisation": "decolonization",
    "mobilisation": "mobilization", "utilisation": "utilization", "civilisation": "civilization",
    "civilisations": "civilizations", "specialised": "specialized", "demilitarised": "demilitarized",
}  # fmt: skip
_BRITISH = {american: british for british, american in _AMERICAN.items()}
_SPELLINGS = {
    form(british): form(american)
    for british, american in _AMERICAN.items()
    for form in (str, str.capitalize, str.upper)
}
_AMERICAN_WORD = re.compile(r"\b(" + "|".join(_BRITISH) + r")\b", re.IGNORECASE)

# Nouns that papers write in lower case inside a name: "Paris agreement", "Taiwan strait".
_NOUNS = """
    accord accords act agency agreement air alliance army authority bank base bay bureau canal center channel charter
    city coast command commission committee compact convention corridor council court declaration defense department
    desert dialogue finance fleet force forces foreign forum framework fund government group guard gulf headquarters
    initiative island islands islets line mission ministry mountains naval navy office pact parliament partnership
    peninsula plan police program protocol province region republic river sea secretariat security shoal space state
    station strait straits strategy summit system territories territory trade treaty union valley zone affairs
"""
_MAY_BE_LOWER = frozenset(_NOUNS.split())
# Acronyms that are English words when a whole line stands in capitals.
_WORDS = "act aid aim arm art can car care for ice it map may nor pact pan quad safe sea start top us was who"
_WORDLIKE = frozenset(_WORDS.split())


class Token(NamedTuple):
    """A word or mark: its span and the word as compared, in its case."""

    start: int
    end: int
    word: str


class Raw(NamedTuple):
    """A match: its span and the leaves of the trie (kind, id or body) that its words lead to."""

    start: int
    end: int
    leaves: tuple[tuple[str, str], ...]


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split a stretch of text into words and marks as compared.

    >>> [token.word for token in tokens("Côte d’Ivoire and the U.S.")]
    ['Cote', 'd', "'", 'Ivoire', 'and', 'the', 'US']
    """
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if not word.isascii():
            word = _plain(word)
        elif "." in word and len(word) > 1:
            word = word.replace(".", "")
        found.append(Token(match.start(), match.end(), _SPELLINGS.get(word, word)))
    return found


def _plain(word: str) -> str:
    if word in _DASHES:
        return "-"
    if word in _APOSTROPHES:
        return "'"
    stripped = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return stripped or word


def british(name: str) -> str | None:
    """Give the name in British spelling, or None where that is the same.

    >>> british("Ministry of Defense")
    'Ministry of Defence'
    """
    changed = _AMERICAN_WORD.sub(lambda m: _like(m.group(), _BRITISH[m.group().lower()]), name)
    return None if changed == name else changed


def _like(word: str, other: str) -> str:
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


class Trie:
    """Names by their words. Built once, read only afterwards."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def enter(self, words: tuple[str, ...], name: str, kind: str, target: str) -> None:
        """Enter a name by its words as compared (see ``tokens``)."""
        node = self._root
        for word in words:
            node = node.setdefault(word.lower(), {})
        # A short accented name ("Malé") would be an English word without its accent.
        exact = name if len(words) == 1 and len(name) <= 4 and not name.isascii() else ""
        node.setdefault("", []).append((words, kind, target, exact))

    def leaves(self, name: str) -> tuple[tuple[str, str], ...]:
        """Give (kind, target) of every entry whose words are these, in whatever case."""
        node = self._root
        for token in tokens(name):
            node = node.get(token.word.lower())  # type: ignore[assignment]
            if node is None:
                return ()
        return tuple((kind, target) for _, kind, target, _ in node.get("", ()))

    def find(self, text: str, start: int, end: int) -> list[Raw]:
        """Give the longest match at each word, left to right, none overlapping."""
        words = tokens(text, start, end)
        lower = [token.word.lower() for token in words]
        root, found, at, count = self._root, [], 0, len(words)
        while at < count:
            node = root.get(lower[at])
            best: Raw | None = None
            after, here = at, at
            while node is not None:
                after += 1
                if "" in node:
                    leaves = _spelled(node[""], words, here, after, text)
                    if leaves:
                        best, at = Raw(words[here].start, words[after - 1].end, leaves), after
                if after == count or _breaks(text, words[after - 1].end, words[after].start):
                    break
                node = node.get(lower[after])
            if best is None:
                at = here + 1
            else:
                found.append(best)
        return found


def _breaks(text: str, start: int, end: int) -> bool:
    return end - start > 1 and _ENDS_PARAGRAPH.search(text, start, end) is not None


def _spelled(
    entries: list[tuple[tuple[str, ...], str, str, str]], words: list[Token], start: int, end: int, text: str
) -> tuple[tuple[str, str], ...]:
    """Keep the entries whose case agrees with the words of the text."""
    surface = [token.word for token in words[start:end]]
    capitals: bool | None = None
    kept = []
    for name, kind, target, exact in entries:
        if exact and unicodedata.normalize("NFC", text[words[start].start : words[end - 1].end]) != exact:
            continue
        if all(map(str.__eq__, name, surface)):
            if kind == "acronym" and name[0].lower() in _WORDLIKE and _in_capitals(words, start, end):
                continue
        else:
            if capitals is None:
                capitals = sum(map(len, surface)) > 3 and all(
                    word.isupper() or not word[0].isalpha() for word in surface
                )
            if not capitals and not all(map(_agrees, name, surface, range(len(name)))):
                continue
        kept.append((kind, target))
    return tuple(kept)


def _agrees(name: str, word: str, index: int) -> bool:
    if name == word:
        return True
    if name.islower():
        return word == name.capitalize()
    return index > 0 and word == name.lower() and word in _MAY_BE_LOWER


def _in_capitals(words: list[Token], start: int, end: int) -> bool:
    near = [token.word for token in words[max(0, start - 2) : start] + words[end : end + 2] if token.word[0].isalpha()]
    return bool(near) and all(word.isupper() for word in near)
