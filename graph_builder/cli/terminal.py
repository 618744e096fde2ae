"""What a terminal may be sent: colours where they are wanted, and nothing of a document that a terminal would obey."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

# Control characters drive the terminal, bidirectional ones turn the line around: documents hold neither for good.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]")


def harmless(text: str) -> str:
    r"""Give a text in which nothing can move a cursor, change a colour or turn a line around; tabs and line ends stay.

    >>> harmless("a\x1b[31mred\x9b1m\u202eb")
    'a␛[31mred�1m�b'
    """
    return _CONTROLS.sub(lambda found: _visible(found[0]), text)


def one_line(text: str) -> str:
    """Give a text harmless and on one line, white space collapsed."""
    return " ".join(harmless(text).split())


def _visible(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def console(stream: TextIO) -> Console:
    """Give a console on a stream: plain when it is no terminal, NO_COLOR is set or TERM is dumb; FORCE_COLOR forces.

    Its width is that of the terminal, or COLUMNS, or 80.
    """
    from rich.console import Console  # noqa: PLC0415  (slow to import; --help needs none)

    class Paper(Console):
        """A console that lets the command decide what a reader means who goes away."""

        def on_broken_pipe(self) -> None:
            """Pass the error on: rich would end the process with an error code."""
            raise BrokenPipeError

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") in {"dumb", "unknown"}
    forced = bool(os.environ.get("FORCE_COLOR")) and os.environ.get("FORCE_COLOR") != "0"
    return Paper(
        file=stream,
        color_system=None if plain else "standard" if forced and not stream.isatty() else "auto",
        force_terminal=True if forced and not plain else None,
        force_interactive=False if plain else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def say(text: str, style: str | None = None) -> None:
    """Tell the user something, on stderr; data goes to stdout."""
    console(sys.stderr).print(harmless(text), style=style, soft_wrap=True)


def use_utf8() -> None:
    """Let both streams write UTF-8 whatever the locale, and write out what is no Unicode."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
