"""Numbers and bullets that open list items, and how deep an item stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# "â\x80¢" and "ï\x82·" are bullets whose bytes were once decoded wrongly; archives are full of them.
BULLET = r"(?:â\x80¢|ï\x82[·§]|[•●▪■◦‣⁃►➢➤✓✔·∙])"
_MARKER = re.compile(
    rf"""(?:
      (?P<number>\d{{1,3}}[.)]|\(\d{{1,3}}\))(?=\s|[A-Z“"(])
    | (?P<section>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)(?=\s+[A-Z“"])
    | (?P<roman>\((?:i{{1,3}}|iv|vi{{0,3}}|ix|xi{{0,3}}|xiv|xvi{{0,3}})\)|(?:i{{1,3}}|iv|vi{{1,3}}|ix|xi{{1,3}})[.)])
      (?=\s|[A-Z“"])
    | (?P<capital>(?:I{{1,3}}|IV|VI{{1,3}}|IX|XI{{1,3}})\.)(?=\s)
    | (?P<letter>\((?:[a-zA-Z]|[a-z]{{2}})\)|[a-z][.)])(?=\s|[A-Z“"])
    | (?P<bullet>{BULLET}|[-–—*»>](?=\s)|o(?=\s+[A-Z]))
    )[ \t\xa0]*""",
    re.X,
)
INLINE_BULLET = re.compile(rf"(?<=\s){BULLET}[ \t\xa0]+")


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker as written and how it is made: number, section, roman, capital, letter or bullet.
    ``width`` counts the code points up to the item's first word.
    """

    text: str
    form: str
    width: int

    @property
    def ordinal(self) -> int:
        """The number in a number marker, 0 elsewhere."""
        digits = self.text.strip("().") if self.form == "number" else ""
        return int(digits) if digits.isdigit() else 0


def marker_of(line: str) -> Marker | None:
    """The marker at the beginning of a line, if it has one and words follow.

    >>> marker_of("(a) open the border")
    Marker(text='(a)', form='letter', width=4)
    >>> marker_of("2024 was the year") is None
    True
    """
    found = _MARKER.match(line[:24])
    if found is None or found.lastgroup is None or found.end() == len(line):
        return None
    text = found.group(found.lastgroup)
    form = found.lastgroup
    # "(c) 2024" is a claim of copyright, and "- Fisheries -" a heading between dashes.
    if text.lower() == "(c)" and re.match(r"\s*(?:19|20)\d\d", line[found.end() : found.end() + 8]):
        return None
    if text in "-–—" and len(line) < 80 and line.rstrip().endswith((" -", " –", " —")):
        return None
    return Marker(text, form, found.end())


def bare_marker(line: str) -> Marker | None:
    """The marker that a line consists of, its words being on the next line.

    >>> bare_marker("-")
    Marker(text='-', form='bullet', width=0)
    """
    if len(line) > 6:
        return None
    found = _MARKER.fullmatch(line + " ")
    return Marker(found.group(found.lastgroup), found.lastgroup, 0) if found and found.lastgroup else None


@dataclass(slots=True)
class Nesting:
    """The open lists above the item at hand; asked item by item, in order."""

    _open: list[tuple[int, str, int]] = field(default_factory=list)  # indent, form, last ordinal

    def level(self, marker: Marker, indent: int) -> int:
        """The depth of the next item, 1 for the outermost."""
        form = f"bullet {marker.text}" if marker.form == "bullet" else marker.form
        number = marker.ordinal
        # A deeper indent or a new kind of marker opens a list; a known kind at its indent goes on with it.
        for depth in range(len(self._open) - 1, -1, -1):
            known, known_form, last = self._open[depth]
            if form == known_form and abs(indent - known) <= 1 and (not number or number > last):
                del self._open[depth + 1 :]
                self._open[depth] = (known, form, number)
                return depth + 1
        while self._open and self._open[-1][0] > indent + 1:
            self._open.pop()
        if number == 1 or not number or not any(form == known_form for _, known_form, _ in self._open):
            self._open.append((indent, form, number))
        else:
            self._open[-1] = (indent, form, number)
        return len(self._open)

    def close(self) -> None:
        """Forget the open lists: a heading or plain paragraph stands between."""
        self._open.clear()

    def last_number(self) -> int:
        """The number of the item before, 0 if there was none."""
        return self._open[-1][2] if self._open else 0
