"""How a name becomes the tail of an IRI, and how two names are compared.

The slug of a name is part of identifiers that must never change; ``fold`` is for look-up only and may get wiser.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

# Letters that NFKD leaves whole; dropping them would make one slug of different names (Møller, Mller).
_WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
    | {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A"}
)
_APOSTROPHES = dict.fromkeys(map(ord, "'‘’‛ʻʼ′`´＇"))
_ARTICLE = re.compile(r"\A\s*(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_OTHER = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['‘’ʼ＇]s\b", re.IGNORECASE)


def ascii_letters(text: str) -> str:
    """Write accents and ligatures in ASCII; a dash or any other character that has no such form becomes a space.

    >>> ascii_letters("Côte d'Ivoire, Türkiye, Tromsø")
    "Cote d'Ivoire, Turkiye, Tromso"
    """
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_WHOLE_LETTERS))
    return _NOT_ASCII.sub(" ", _MARKS.sub("", letters))


def slug(name: str) -> str:
    """Give the tail of an IRI for a name: lower-case ASCII words joined by single hyphens. Idempotent, never empty.

    Full stops, apostrophes and one leading article are dropped, accents too; every other run of characters becomes
    one hyphen. A name without any Latin letter or digit gives "x-" and 12 hex digits of the SHA-256 of its UTF-8.

    >>> slug("Japan-U.S.")
    'japan-us'
    >>> slug("Washington, D.C.")
    'washington-dc'
    >>> slug("The People’s Bank of China")
    'peoples-bank-of-china'
    >>> slug("外務省")
    'x-09a02b29c99c'
    """
    words = ascii_letters(_ARTICLE.sub("", name.translate(_APOSTROPHES)).replace(".", ""))
    words = words.translate(_APOSTROPHES).replace(".", "")  # NFKD may have brought new ones: "…" is "..."
    tail = _OTHER.sub("-", words.lower()).strip("-")
    return (
        tail or "x-" + hashlib.sha256(unicodedata.normalize("NFKC", name).encode("utf-8", "replace")).hexdigest()[:12]
    )


def fold(name: str) -> str:
    """Give a name as it is compared: case, accents, a leading article, possessive 's and punctuation do not count.

    >>> fold("the U.S. Department of State’s") == fold("US department of State")
    True
    >>> fold("Côte d’Ivoire")
    'cote divoire'
    """
    words = _ARTICLE.sub("", _POSSESSIVE.sub("", name).translate(_APOSTROPHES))
    words = ascii_letters(words.replace(".", "")).lower()
    return _OTHER.sub(" ", words).strip()
