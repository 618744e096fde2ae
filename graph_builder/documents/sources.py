"""Finding what to read: files, folders, patterns, standard input; and what is there and cannot be read.

A folder is walked in order of its names. Links are never followed out of the folder that was given, nor to folders, so
no loop is entered. Only regular files are opened: a pipe or a device would never end.
"""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_builder.errors import UnreadableDocument

FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
OUTPUT_MARKER = ".servanda"
LARGEST = 50 * 1024 * 1024
_LOOP = "link that leads back to itself"
_REJECTS = "rejects.csv"
_KNOWN = "txt, md, html, htm, pdf, docx"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Something to read: ``path`` as the system knows it, "-" for standard input."""

    path: str

    @property
    def name(self) -> str:
        """The path on one line, for messages: control characters and undecodable bytes are written out."""
        return one_line(self.path)


@dataclass(frozen=True, slots=True, order=True)
class Reject:
    """A source that cannot be read, with the reason. ``name`` fits on one line."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, each in a fixed order."""

    sources: tuple[Source, ...]
    rejects: tuple[Reject, ...]


def one_line(path: str) -> str:
    r"""A path as one printable line.

    >>> one_line("a\nb\udcff.txt")
    'a\\nb\\xff.txt'
    """
    if path.isprintable() and "\\" not in path:
        return path
    shown = []
    for c in path:
        if "\udc80" <= c <= "\udcff":
            shown.append(f"\\x{ord(c) - 0xDC00:02x}")
        elif c.isprintable() and c != "\\":
            shown.append(c)
        else:
            shown.append(c.encode("unicode_escape").decode("ascii"))
    return "".join(shown)


def find_sources(inputs: Sequence[str | Path]) -> Found:
    """The documents at ``inputs``: files, folders (with all below them), patterns such as ``texts/*.txt``, "-".

    A file that is named is rejected where its format is not read; in a folder or under a pattern it is passed over.
    Hidden files, ``rejects.csv`` and our own output folders are passed over. Nothing is opened and nothing is raised.
    """
    sources: dict[str, Source] = {}
    rejects: set[Reject] = set()
    for given in inputs:
        path = os.fspath(given)
        if path == "-":
            sources.setdefault("-", Source("-"))
            continue
        for item in _expanded(path):
            if isinstance(item, Reject):
                rejects.add(item)
            else:
                sources.setdefault(_key(item.path), item)
    ordered = sorted(sources.values(), key=lambda source: os.fsencode(source.path))
    return Found(tuple(ordered), tuple(sorted(rejects)))


def _key(path: str) -> str:
    """One name for one file, however its path is spelled; links stay apart from what they point to."""
    return os.path.normpath(Path(path).absolute())


def _expanded(path: str) -> Iterator[Source | Reject]:
    try:
        status = Path(path).stat()
    except OSError as error:
        if error.errno == errno.ENOENT and not Path(path).is_symlink() and glob.has_magic(path):
            yield from _matching(path)
        else:
            yield Reject(one_line(path), _reason(path, error))
        return
    except ValueError:
        yield Reject(one_line(path), "not a path")
        return
    if stat.S_ISDIR(status.st_mode):
        if (Path(path) / OUTPUT_MARKER).exists():
            yield Reject(one_line(path), "an output folder, not documents")
        else:
            yield from _walk(path)
    elif kind := _irregular(status.st_mode):
        yield Reject(one_line(path), kind)
    elif (suffix := Path(path).suffix.lower()) and suffix not in FORMATS:
        yield Reject(one_line(path), f"format {one_line(suffix)} is not read (known: {_KNOWN})")
    else:
        yield Source(path)


def _matching(pattern: str) -> Iterator[Source | Reject]:
    # Path.glob wants patterns below a folder; a user's may be absolute or lead upwards.
    matches = sorted(glob.glob(pattern, recursive=True), key=os.fsencode)  # noqa: PTH207
    if not matches:
        yield Reject(one_line(pattern), "no file matches this pattern")
    for match in matches:
        if Path(match).is_dir() and not Path(match).is_symlink():
            yield from _walk(match)
        else:
            yield from _in_folder(match, Path(match).parent)


def _walk(root: str) -> Iterator[Source | Reject]:
    """All below a folder, by name, each folder's files before its folders."""
    waiting = [root]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                found = sorted(((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries), key=_by_name)
        except OSError as error:
            yield Reject(one_line(here), _reason(here, error))
            continue
        if any(name == OUTPUT_MARKER for name, _ in found):
            continue
        seen = [(name, folder) for name, folder in found if not name.startswith(".") and name != _REJECTS]
        for name, folder in seen:
            if not folder:
                yield from _in_folder(str(Path(here) / name), Path(root))
        waiting += reversed([str(Path(here) / name) for name, folder in seen if folder])


def _by_name(entry: tuple[str, bool]) -> bytes:
    return os.fsencode(entry[0])


def _in_folder(path: str, root: Path) -> Iterator[Source | Reject]:
    """What a folder's entry is: a source, a reject, or nothing."""
    entry = Path(path)
    try:
        link = entry.is_symlink()
        status = entry.stat()
        outside = link and not entry.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        yield Reject(one_line(path), _reason(path, error) if isinstance(error, OSError) else _LOOP)
        return
    if outside:
        yield Reject(one_line(path), "link out of the folder, not followed")
    elif stat.S_ISDIR(status.st_mode):
        yield Reject(one_line(path), "link to a folder, not followed")
    elif kind := _irregular(status.st_mode):
        yield Reject(one_line(path), kind)
    elif entry.suffix.lower() in FORMATS and not entry.name.startswith("."):
        yield Source(path)


def _irregular(mode: int) -> str:
    for test, name in (
        (stat.S_ISFIFO, "a pipe, not a file"),
        (stat.S_ISSOCK, "a socket, not a file"),
        (stat.S_ISCHR, "a device, not a file"),
        (stat.S_ISBLK, "a device, not a file"),
    ):
        if test(mode):
            return name
    return "" if stat.S_ISREG(mode) else "not a file"


def _reason(path: str, error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return _LOOP
    if error.errno == errno.ENOENT:
        return "link to nothing" if Path(path).is_symlink() else "no such file or folder"
    if error.errno == errno.EACCES:
        return "no permission to read"
    return (os.strerror(error.errno) if error.errno else "cannot be read").lower()


def bytes_of(source: Source) -> bytes:
    """The bytes of a source, read once. Raises UnreadableDocument where it is no regular file or too large."""
    if source.path == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        try:
            # The file may have been replaced since it was found: a pipe must not make us wait.
            handle = os.open(source.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except (OSError, ValueError) as error:
            reason = _reason(source.path, error) if isinstance(error, OSError) else "not a path"
            raise UnreadableDocument(reason, where=source.name) from error
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            os.close(handle)
            kind = "a folder, not a file" if stat.S_ISDIR(mode) else _irregular(mode)
            raise UnreadableDocument(kind, where=source.name)
        with os.fdopen(handle, "rb") as file:
            try:
                data = file.read(LARGEST + 1)
            except OSError as error:
                raise UnreadableDocument(_reason(source.path, error), where=source.name) from error
    if len(data) > LARGEST:
        raise UnreadableDocument(f"larger than {LARGEST >> 20} MB", where=source.name, remedy="split it into documents")
    if not data:
        raise UnreadableDocument("empty", where=source.name)
    return data


def format_of(path: str, data: bytes) -> str:
    """The format by the suffix, or by the first bytes where there is no suffix (standard input).

    >>> format_of("-", b"<!DOCTYPE html><p>Text")
    'html'
    """
    known = FORMATS.get(Path(path).suffix.lower())
    if known:
        return known
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data[:65_536]:
        return "docx"
    return "html" if head.startswith((b"<!doctype html", b"<html")) else "txt"
