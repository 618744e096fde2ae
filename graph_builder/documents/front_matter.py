"""Front matter: lines of ``key: value`` between two lines of three hyphens at the head of a text.

Only that much of YAML is read: no nesting, no references, no types. What is not in this form is not front matter.
"""

from __future__ import annotations

import re

_LONGEST = 8_000
_FENCE = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*)|)$")


def front_matter_end(text: str) -> int:
    r"""The offset after the front matter of ``text``, 0 if it has none.

    >>> front_matter_end("---\ntitle: A visit\n---\nThey met.")
    23
    """
    return _read(text)[1]


def front_matter(text: str) -> dict[str, str]:
    r"""The values of the front matter of ``text`` by key in lower case, unquoted; empty where there is none.

    >>> front_matter("---\nTitle: 'A visit: the second'\ndigest: true\n---\nThey met.")
    {'title': 'A visit: the second', 'digest': 'true'}
    """
    return _read(text)[0]


def _read(text: str) -> tuple[dict[str, str], int]:
    opening = _FENCE.match(text)
    if opening is None:
        return {}, 0
    values: dict[str, str] = {}
    key = ""
    position = opening.end()
    while position < min(len(text), _LONGEST):
        found = _LINE.match(text, position)
        if found is None:
            break
        line = found.group(1)
        position = found.end()
        if line.rstrip() in {"---", "..."}:
            return values, position
        pair = _PAIR.match(line)
        if pair is not None:
            key = pair.group(1).strip().lower()
            values[key] = _plain(pair.group(2) or "")
        elif key and line[:1] in " \t" and line.strip():  # a long value goes on, indented
            values[key] = f"{values[key]} {_plain(line)}".strip()
        elif line.strip() and not line.lstrip().startswith(("#", "- ")):
            break
    return {}, 0


def _plain(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return "" if value in {"null", "~", ">", "|", ">-", "|-"} else value
