"""The table of what the user knows of the documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph_builder.documents import Metadata, Source, read_document, read_manifest
from graph_builder.errors import MalformedTable

Write = Callable[[str, bytes | str], Path]
HEAD = "file,title,url,publisher,date,kind\n"


def test_columns_stand_in_any_order_and_others_are_ignored(write: Write) -> None:
    table = write("corpus.csv", 'kind,note,date,file,title\nJoint Statement,x,2031-05-04,a.txt,"Talks, on fish"\n')
    expected = Metadata(title="Talks, on fish", issued="2031-05-04", kind="joint-statement")
    assert read_manifest(table).rows == {"a.txt": expected}


def test_a_source_is_found_by_its_path_from_the_table_or_else_by_its_name(write: Write) -> None:
    manifest = read_manifest(write("corpus.csv", HEAD + "north/a.txt,North,,,,\na.txt,Anywhere,,,,\n"))
    here = manifest.folder

    def title(path: Path | str) -> str | None:
        found = manifest.get(Source(str(path)))
        return found.title if found else None

    assert title(here / "north" / "a.txt") == "North"
    assert title(here / "south" / "a.txt") == "Anywhere"
    assert title("/elsewhere/a.txt") == "Anywhere"
    assert title(here / "b.txt") is None


def test_without_a_table_nothing_is_known() -> None:
    assert read_manifest(None).get("a.txt") is None


def test_what_the_table_says_wins_over_the_text(write: Write) -> None:
    path = write("a.txt", "Talks on fish\n\nOslo, 3 May 2030\n\nNorway and Chile agreed to share their data on fish.\n")
    manifest = read_manifest(write("corpus.csv", HEAD + "a.txt,Talks on Fish,,Ministry of Fisheries,2031-05-04,\n"))
    metadata = read_document(path, manifest.get(path)).metadata
    assert (metadata.title, metadata.issued, metadata.publisher) == (
        "Talks on Fish",
        "2031-05-04",
        "Ministry of Fisheries",
    )
    assert dict(metadata.found_in)["issued"] == "manifest"
    assert dict(metadata.found_in)["language"] == "text"


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ("title,date\nx,y\n", 1, "no column 'file'"),
        ("", 0, "empty"),
        (HEAD + "a.txt,t,,,31 May 2031,\n", 2, "is no day"),
        (HEAD + "a.txt,t,,,2031-02-30,\n", 2, "is no day"),
        (HEAD + "a.txt,one,,,,\nb.txt,Fish, and ships,,,2031-05-04,press-release\n", 3, "7 cells under 6 columns"),
        (HEAD + ",a title without a file,,,,\n", 2, "no file is named"),
        (HEAD + "a.txt,,,,,\na.txt,,,,,\n", 3, "stands twice"),
        (HEAD + "a.txt,,,,,???\n", 2, "is no kind"),
        (
            HEAD + "a.txt,Fish, and ships,,2031-05-04,press-release\n",
            2,
            "is no address",
        ),
        (HEAD + 'a.txt,"open quote,,,,\n', 2, "not a table"),
        ("file\0,title\n", 0, "binary"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(write: Write, content: str, line: int, what: str) -> None:
    table = write("corpus.csv", content)
    with pytest.raises(MalformedTable, match=what) as caught:
        read_manifest(table)
    assert caught.value.where == (f"{table}:{line}" if line else str(table))


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MalformedTable, match=r"none\.csv: no such file"):
        read_manifest(tmp_path / "none.csv")


def test_a_table_saved_by_a_spreadsheet_is_read(write: Write) -> None:
    rows = read_manifest(write("corpus.csv", b"\xef\xbb\xbf" + HEAD.encode() + "a.txt,Café,,,,\r\n\r\n".encode())).rows
    assert rows["a.txt"].title == "Café"
