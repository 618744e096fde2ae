"""What is found where the user points, what is passed over, and what is refused with its reason."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.documents import OUTPUT_MARKER, Reject, Source, find_sources, one_line, read_document
from graph_builder.errors import UnreadableDocument

Write = Callable[[str, bytes | str], Path]
WORDS = "Norway and Chile agreed to share their data on fish."


def found(*inputs: str | Path) -> list[str]:
    """The base names of the sources at ``inputs``."""
    return [Path(source.path).name for source in find_sources(inputs).sources]


def reasons(*inputs: str | Path) -> dict[str, str]:
    """The reasons of refusal by base name."""
    return {Path(reject.name).name: reject.reason for reject in find_sources(inputs).rejects}


def test_a_folder_is_read_with_all_below_it_in_the_order_of_names(tmp_path: Path, write: Write) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/deep/d.htm", "Z.pdf", "e.docx"):
        write(name, WORDS)
    assert [os.path.relpath(s.path, tmp_path) for s in find_sources([tmp_path]).sources] == [
        "Z.pdf",
        "a.md",
        "b.txt",
        "e.docx",
        "sub/c.html",
        "sub/deep/d.htm",
    ]


def test_what_is_no_document_is_passed_over_in_a_folder(tmp_path: Path, write: Write) -> None:
    for name in ("a.txt", ".hidden.txt", ".git/b.txt", "picture.png", "corpus.csv", "rejects.csv", "notes"):
        write(name, WORDS)
    write(f"kg/{OUTPUT_MARKER}", "")
    write("kg/texts/0123456789ab.txt", WORDS)
    assert found(tmp_path) == ["a.txt"]
    assert reasons(tmp_path) == {}


def test_a_file_that_is_named_and_not_read_is_refused(write: Write) -> None:
    path = write("table.xlsx", WORDS)
    assert reasons(path) == {"table.xlsx": "format .xlsx is not read (known: txt, md, html, htm, pdf, docx)"}
    assert reasons(path.with_name("absent.txt")) == {"absent.txt": "no such file or folder"}


def test_a_pattern_finds_what_it_matches_and_says_when_it_matches_nothing(tmp_path: Path, write: Write) -> None:
    for name in ("a.txt", "b.txt", "b.png", "sub/c.txt"):
        write(name, WORDS)
    assert found(f"{tmp_path}/*.txt") == ["a.txt", "b.txt"]
    assert found(f"{tmp_path}/b.*") == ["b.txt"]
    assert found(f"{tmp_path}/**/*.txt") == ["a.txt", "b.txt", "c.txt"]
    assert reasons(f"{tmp_path}/*.md") == {"*.md": "no file matches this pattern"}


def test_a_file_named_twice_is_one_source(tmp_path: Path, write: Write) -> None:
    path = write("a.txt", WORDS)
    assert found(tmp_path, path, f"{tmp_path}/./a.txt") == ["a.txt"]


def test_a_file_with_magic_characters_in_its_name_is_that_file(write: Write) -> None:
    assert found(write("draft [2].txt", WORDS)) == ["draft [2].txt"]


def test_our_own_output_folder_is_no_input(tmp_path: Path, write: Write) -> None:
    write(OUTPUT_MARKER, "")
    write("texts/a.txt", WORDS)
    assert reasons(tmp_path) == {tmp_path.name: "an output folder, not documents"}


def test_links_are_followed_inside_the_folder_only(tmp_path: Path, write: Write) -> None:
    write("inside/a.txt", WORDS)
    outside = write("outside/b.txt", WORDS)
    folder = tmp_path / "inside"
    (folder / "again.txt").symlink_to(folder / "a.txt")
    (folder / "away.txt").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path)
    (folder / "nothing.txt").symlink_to(folder / "gone.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "one.txt").symlink_to(folder / "two.txt")
    (folder / "two.txt").symlink_to(folder / "one.txt")
    assert found(folder) == ["a.txt", "again.txt"]
    assert reasons(folder) == {
        "away.txt": "link out of the folder, not followed",
        "up": "link out of the folder, not followed",
        "nothing.txt": "link to nothing",
        "loop.txt": "link that leads back to itself",
        "one.txt": "link that leads back to itself",
        "two.txt": "link that leads back to itself",
    }


def test_a_loop_of_folders_is_not_entered(tmp_path: Path, write: Write) -> None:
    write("a.txt", WORDS)
    (tmp_path / "again").symlink_to(tmp_path)
    assert found(tmp_path) == ["a.txt"]
    assert reasons(tmp_path) == {"again": "link to a folder, not followed"}


def test_pipes_and_devices_are_refused_and_never_opened(tmp_path: Path, write: Write) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(tmp_path / "s.txt"))
        assert reasons(tmp_path) == {"pipe.txt": "a pipe, not a file", "s.txt": "a socket, not a file"}
    assert reasons(tmp_path / "pipe.txt") == {"pipe.txt": "a pipe, not a file"}
    assert reasons("/dev/null") == {"null": "a device, not a file"}
    with pytest.raises(UnreadableDocument, match="a pipe, not a file"):
        read_document(tmp_path / "pipe.txt")


def test_what_may_not_be_read_is_refused(write: Write) -> None:
    path = write("closed.txt", WORDS)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(UnreadableDocument, match="no permission to read"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"two\nlines.txt", "two\\nlines.txt"),
        (b"\"quoted\" 'name'.txt", "\"quoted\" 'name'.txt"),
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        ("café.txt".encode(), "café.txt"),
        (b"tab\there\x1b[31m.txt", "tab\\there\\x1b[31m.txt"),
        (b"back\\slash.txt", "back\\\\slash.txt"),
    ],
)
def test_any_name_is_read_and_shown_on_one_line(tmp_path: Path, name: bytes, shown: str) -> None:
    try:
        (tmp_path / os.fsdecode(name)).write_text(WORDS)
    except OSError:
        pytest.skip("this file system takes no such name")
    (source,) = find_sources([tmp_path]).sources
    assert source.name.endswith(shown)
    assert source.name.isprintable()
    document = read_document(source)
    assert document.text == WORDS
    assert document.name == source.name


def test_a_path_that_can_be_none_is_refused() -> None:
    (reject,) = find_sources(["a\0b.txt"]).rejects
    assert reject == Reject("a\\x00b.txt", "not a path")
    with pytest.raises(UnreadableDocument, match="not a path"):
        read_document("a\0b.txt")


def test_standard_input_is_one_source() -> None:
    assert find_sources(["-", "-"]).sources == (Source("-"),)


@given(st.lists(st.integers(min_value=0, max_value=255).filter(lambda b: b not in {0, 47}), min_size=1, max_size=40))
def test_every_name_becomes_one_printable_line_and_different_names_stay_different(raw: list[int]) -> None:
    name = os.fsdecode(bytes(raw))
    shown = one_line(name)
    assert shown.isprintable()
    assert shown.encode()
    assert one_line(name + "x") != shown
