"""Names in running text: words as compared, an index of names, longest match first.

Words are compared without accents, with British spellings read as American ones ("Defence", "Organisation") and dotted
initials as plain ones ("U.S.", "US"); white space of any kind within a line or across one line end does not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"[A-Z](?:\.[A-Z])+\b\.?|[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[^\w\s]")
_DASHES = frozenset("-‐‑‒–—−")
_APOSTROPHES = frozenset("'‘’ʼ＇")
_PLAIN_NAME = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
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
_EITHER = frozenset([*_AMERICAN, *_BRITISH])
_LETTERS = re.compile(r"[a-z]+")
_ANY_WORD = re.compile(r"[A-Za-z]+")

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
# So many words in this order are the name in whatever case: printed treaties leave their titles in lower case.
_LONG = 6
# Acronyms that are English words when a whole line stands in capitals.
_WORDS = "act aid aim arm art can car care for ice it map may nor pact pan quad safe sea start top us was who"
_WORDLIKE = frozenset(_WORDS.split())


# Words, kind of name, id, and the name itself where its accents count.
Entry = tuple[tuple[str, ...], str, str, str]


class Token(NamedTuple):
    """A word or mark: its span and the word as compared, in its case."""

    start: int
    end: int
    word: str


class Raw(NamedTuple):
    """A match: its span and what its words name: (kind, id or body)."""

    start: int
    end: int
    targets: tuple[tuple[str, str], ...]


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


def respelled(name: str) -> str | None:
    """Give the name in the other spelling, American for British and the reverse; None where both are the same.

    >>> respelled("Ministry of Defense"), respelled("International Labour Organization")
    ('Ministry of Defence', 'International Labor Organization')
    """
    words = _LETTERS.findall(name.lower())
    if _EITHER.isdisjoint(words):
        return None
    table = _BRITISH if _AMERICAN.keys().isdisjoint(words) else _AMERICAN
    changed = _ANY_WORD.sub(lambda m: _like(m.group(), table.get(m.group().lower(), m.group().lower())), name)
    return None if changed == name else changed


def _like(word: str, other: str) -> str:
    if word.lower() == other:
        return word
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other


def words_of(name: str) -> tuple[str, ...]:
    """Give the words of a name as compared.

    >>> words_of("Ministry of Defence")
    ('Ministry', 'of', 'Defense')
    """
    if _PLAIN_NAME.fullmatch(name):  # most names; the pattern for text costs ten times as much
        return tuple([_SPELLINGS.get(word, word) for word in name.split(" ")])
    return tuple([token.word for token in tokens(name)])


class Index:
    """Names by their words. Built once, read only afterwards."""

    __slots__ = ("_entries", "_lengths")

    def __init__(self) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._lengths: dict[str, dict[int, None]] = {}

    def enter(self, words: tuple[str, ...], name: str, kind: str, target: str) -> None:
        """Enter a name by its words as compared (see ``words_of``); what is there already is not entered again."""
        # A short accented name ("Malé") would be an English word without its accent.
        exact = name if len(words) == 1 and len(name) <= 4 and not name.isascii() else ""
        key = " ".join(words).lower()
        entries = self._entries.get(key)
        if entries is None:
            self._entries[key] = [(words, kind, target, exact)]
            self._lengths.setdefault(words[0].lower(), {})[len(words)] = None
        elif not any(entry[2] == target and entry[0] == words for entry in entries):
            entries.append((words, kind, target, exact))

    def bearers(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give the ids that bear exactly this name."""
        return tuple(entry[2] for entry in self._entries.get(" ".join(words).lower(), ()) if entry[0] == words)

    def common(self) -> Iterator[tuple[str, ...]]:
        """Give the names that several ids bear."""
        for entries in self._entries.values():
            if len(entries) > 1:
                yield from (words for words in {entry[0]: None for entry in entries} if len(self.bearers(words)) > 1)

    def targets(self, name: str) -> tuple[tuple[str, str], ...]:
        """Give (kind, target) of every entry whose words are these, in whatever case."""
        entries = self._entries.get(" ".join(words_of(name)).lower(), ())
        return tuple((kind, target) for _, kind, target, _ in entries)

    def find(self, text: str, start: int, end: int) -> list[Raw]:
        """Give the longest match at each word, left to right, none overlapping."""
        words = tokens(text, start, end)
        lower = [token.word.lower() for token in words]
        found, at, count = [], 0, len(words)
        while at < count:
            length, targets = self._longest(words, lower, at, text)
            if length and lower[at] == "the" and at + 1 < count:
                # "The Guardian Council": the longer name begins after the article
                inner, others = self._longest(words, lower, at + 1, text)
                if inner + 1 > length:
                    at, length, targets = at + 1, inner, others
            if length:
                found.append(Raw(words[at].start, words[at + length - 1].end, targets))
            at += length or 1
        return found

    def _longest(
        self, words: list[Token], lower: list[str], at: int, text: str
    ) -> tuple[int, tuple[tuple[str, str], ...]]:
        for length in sorted(self._lengths.get(lower[at], ()), reverse=True):
            if at + length <= len(words):
                entries = self._entries.get(" ".join(lower[at : at + length]))
                if entries is not None and not _breaks(text, words, at, at + length):
                    targets = _spelled(entries, words, at, at + length, text)
                    if targets:
                        return length, targets
        return 0, ()


def _breaks(text: str, words: list[Token], start: int, end: int) -> bool:
    """Tell whether a paragraph ends between the words."""
    first, last = words[start].start, words[end - 1].end
    return "\n" in text[first:last] and _ENDS_PARAGRAPH.search(text, first, last) is not None


def _spelled(entries: list[Entry], words: list[Token], start: int, end: int, text: str) -> tuple[tuple[str, str], ...]:
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
            if (
                not capitals
                and sum(map(str.isalpha, name)) < _LONG
                and not all(map(_agrees, name, surface, range(len(name))))
            ):
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
