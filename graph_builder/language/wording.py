"""What can be a word of a name, and which words of the language names are made of."""

from __future__ import annotations

import re
from functools import lru_cache

from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    AGENCY_LAST,
    BODY_LAST,
    COMMON,
    EVENT,
    FORUM,
    HEADS,
    INSTRUMENT,
    MONTHS,
    OPENERS,
    PLACE_LAST,
)

# Letters of the marks: listed State, Demonym, Organization or other body, Place, instrument (T), and capitalised words.
NAME_MARKS = frozenset("CASDOPT")
THE = frozenset(("the", "The", "a", "an", "its", "their", "all", "other"))
AND = frozenset(("and", "And", "&"))
# Endings that words of the language have and names have not.
_DERIVED = re.compile(
    r"(?:tions?|ments?|ness|ilit(?:y|ies)|alit(?:y|ies)|ivity|isms?|ships?|ical|ional|i[sz]ing|ological|ability)\Z"
)
_CLASSES = (INSTRUMENT, AGENCY_FIRST | AGENCY_LAST | BODY_LAST, PLACE_LAST, FORUM, EVENT)


@lru_cache(maxsize=1 << 15)
def common_word(word: str) -> bool:
    """Tell whether a capitalised word is a word of the language that names are made of, rather than a name by itself.

    >>> common_word("Security"), common_word("Okinawa")
    (True, False)
    """
    if word in COMMON or word in HEADS or (word[-1:] == "s" and (word[:-1] in COMMON or word[:-1] in HEADS)):
        return True
    return len(word) > 7 and _DERIVED.search(word) is not None


def is_name(line: Line, marks: str, i: int) -> bool:
    """Tell whether token ``i`` can be a word of a name."""
    if not 0 <= i < len(marks) or marks[i] not in NAME_MARKS:
        return False
    return marks[i] not in "CA" or (line.tokens[i].text not in OPENERS and line.tokens[i].text not in MONTHS)


def alike(word: str, head: str) -> bool:
    """Tell whether two heads name things of one class.

    >>> alike("Treaty", "Convention"), alike("Treaty", "Strait")
    (True, False)
    """
    return any(word in group and head in group for group in _CLASSES)


def joined(line: Line, marks: str, before: int, after: int) -> bool:
    """Tell whether words on both sides of "and" or a comma are parts of one name."""
    return (
        marks[before] in "CAO"
        and marks[after] in "CAO"
        and common_word(line.tokens[before].text)
        and common_word(line.tokens[after].text)
    )
