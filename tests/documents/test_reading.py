"""Text, Markdown, HTML, PDF and Word: what is read, and what is refused in one line."""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pypdf
import pytest

from graph_builder.documents import Metadata, Source, document_of_text, read_document
from graph_builder.documents.docx_files import read_docx
from graph_builder.documents.html_pages import read_html
from graph_builder.documents.pdf_files import read_pdf
from graph_builder.errors import UnreadableDocument

Write = Callable[[str, bytes | str], Path]
MakePdf = Callable[[Sequence[Sequence[str]]], bytes]
MakeDocx = Callable[[Callable[[docx.document.Document], None]], bytes]
WORDS = "Norway and Chile agreed to share their data on fish."


def refusal(path: Path | str) -> str:
    """The one line with which a source is refused."""
    with pytest.raises(UnreadableDocument) as caught:
        read_document(path)
    line = str(caught.value)
    assert line.isprintable()
    return line.replace(f"{Path(path).parent}/", "")


def test_a_document_is_named_by_its_bytes_and_keeps_its_text(write: Write) -> None:
    path = write("a.txt", f"{WORDS}\r\nThey meet again in 2031.\r\n")
    document = read_document(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.id == document.sha256[:12]
    assert document.text == f"{WORDS}\r\nThey meet again in 2031.\r\n"
    assert document.text_digest == hashlib.sha256(document.text.encode()).hexdigest()
    assert document.format == "txt"
    assert [document.quote(s.start, s.end) for s in document.sentences] == [WORDS, "They meet again in 2031."]


@pytest.mark.parametrize(
    ("data", "text", "warnings"),
    [
        (WORDS.encode(), WORDS, ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), "\ufeff" + WORDS, ()),
        (WORDS.encode("utf-16"), "\ufeff" + WORDS, ()),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "\ufeff" + WORDS, ()),
        (WORDS.encode("utf-32"), "\ufeff" + WORDS, ()),
        ("Zürich said “yes”.".encode("cp1252"), "Zürich said “yes”.", ("not UTF-8: read as Windows-1252",)),
        (b"caf\x81\xe9 talks", "caf\ufffdé talks", ("not UTF-8: read as Windows-1252",)),
    ],
)
def test_the_encoding_is_found_and_offsets_count_in_the_decoded_file(
    write: Write, data: bytes, text: str, warnings: tuple[str, ...]
) -> None:
    document = read_document(write("a.txt", data))
    assert document.text == text
    assert document.warnings == warnings
    assert document.blocks[0].start == (1 if text.startswith("\ufeff") else 0)


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("empty.txt", b"", "empty.txt: empty"),
        ("blank.txt", b" \n\t\n", "blank.txt: empty"),
        ("mark.txt", b"\xef\xbb\xbf", "mark.txt: empty"),
        ("nul.txt", b"Norway\x00and Chile", "nul.txt: binary, skipped"),
        ("control.txt", bytes(range(1, 32)) * 20, "control.txt: binary, skipped"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image.txt: binary, skipped"),
        ("pdf.txt", b"%PDF-1.7\n1 0 obj\n", "pdf.txt: binary, skipped"),
        ("zip.md", b"PK\x03\x04rest", "zip.md: binary, skipped"),
        ("half.txt", b"\xff\xfeN\x00o", "half.txt: marked as utf-16-le but not valid (save it as UTF-8)"),
        ("text.pdf", WORDS.encode(), "text.pdf: not a PDF"),
        ("text.docx", WORDS.encode(), "text.docx: damaged or truncated: not a Word document"),
        ("empty.html", b"<html><body></body></html>", "empty.html: a page without text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(write: Write, name: str, data: bytes, line: str) -> None:
    assert refusal(write(name, data)) == line


def test_a_file_over_the_limit_is_refused_before_it_is_looked_at(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph_builder.documents.sources.LARGEST", 1 << 20)
    line = refusal(write("long.txt", b"a " * (1 << 20)))
    assert line == "long.txt: larger than 1 MB (split it into documents)"


def test_a_table_of_a_machine_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="more than 200000 lines"):
        document_of_text("1;2\n" * 200_001)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "gone.txt: no such file or folder"
    (tmp_path / "folder.txt").mkdir()
    assert refusal(tmp_path / "folder.txt") == "folder.txt: a folder, not a file"


@pytest.mark.parametrize(
    ("data", "form"),
    [(WORDS.encode(), "txt"), (f"<!DOCTYPE html><title>t</title><p>{WORDS}</p>".encode(), "html")],
)
def test_standard_input_is_told_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch, data: bytes, form: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    document = read_document(Source("-"))
    assert (document.name, document.format) == ("-", form)
    assert WORDS in document.text


def test_markdown_headings_lose_their_signs_and_keep_their_depth(write: Write) -> None:
    document = read_document(
        write("a.md", f"# Talks on fish\n\n## The north\n\n{WORDS}\n\n- share the *data*\n- meet again\n")
    )
    assert [(b.zone, b.level, document.quote(b.start, b.end)) for b in document.blocks] == [
        ("title", 1, "Talks on fish"),
        ("heading", 2, "The north"),
        ("body", 0, WORDS),
        ("list-item", 1, "share the *data*"),
        ("list-item", 1, "meet again"),
    ]


PAGE = f"""<!DOCTYPE html><html lang="en"><head>
<title>Norway and Chile agree on fish | Ministry of Fisheries of Norway</title>
<meta property="og:site_name" content="Ministry of Fisheries of Norway">
<meta property="article:published_time" content="2031-05-04T10:00:00Z">
<link rel="canonical" href="https://example.org/press/1">
<script>var said = "Nothing was agreed at all by anybody.";</script>
</head><body>
<nav><a href="/">Home</a><a href="/news">News of the ministry and of the whole coast, every day.</a></nav>
<main><h1>Norway and Chile agree on fish</h1><p>{WORDS}</p>
<p>Both sides welcomed the progress made &amp; the work ahead
in Valpara&iacute;so, where the two ministers will meet again.</p>
<ol><li>Norway will open its archive of ice charts.</li><li>Chile will send two ships.</li></ol></main>
<footer>All rights reserved.</footer></body></html>"""


def test_a_page_gives_its_text_and_what_its_markup_says(write: Write) -> None:
    document = read_document(write("a.html", PAGE))
    assert WORDS in document.text
    assert "progress made & the work ahead in Valparaíso" in document.text
    for furniture in ("Nothing was agreed", "Home", "All rights reserved"):
        assert furniture not in document.text
    assert document.metadata == Metadata(
        title="Norway and Chile agree on fish",
        issued="2031-05-04",
        publisher="Ministry of Fisheries of Norway",
        url="https://example.org/press/1",
        language="en",
        found_in=tuple((name, "markup") for name in ("issued", "language", "publisher", "title", "url")),
    )
    assert document.blocks[0].zone == "title"


@pytest.mark.parametrize("depth", [10, 253, 254, 255, 300, 5_000])
def test_text_survives_however_deep_it_is_nested(write: Write, depth: int) -> None:
    words = f"<p>{WORDS}</p><p>They will meet again in Oslo in 2031, they said.</p>"
    page = f"<html><body>{'<div>' * depth}{words}{'</div>' * depth}</body></html>"
    assert WORDS in read_document(write("a.html", page)).text


def test_text_the_extractor_loses_beside_text_it_keeps_is_read_too(write: Write) -> None:
    deep = "The second part of the agreement stands far below the first part and is just as long as it is."
    page = f"<html><body><p>{WORDS}</p>{'<div>' * 300}<p>{deep}</p>{'</div>' * 300}</body></html>"
    text = read_document(write("a.html", page)).text
    assert WORDS in text
    assert deep in text


@pytest.mark.parametrize(
    ("lang", "words", "language", "where"),
    [
        ("ja", f"{WORDS} The ministers of both of the states will meet again.", "en", "text"),
        ("en-GB", f"{WORDS} The ministers of both of the states will meet again.", "en-GB", "markup"),
        (
            "en",
            "Les deux ministres ont convenu de partager les données sur la pêche dans la mer du Nord.",
            "fr",
            "text",
        ),
    ],
)
def test_the_words_of_a_page_are_the_better_witness_of_its_language(
    write: Write, lang: str, words: str, language: str, where: str
) -> None:
    metadata = read_document(write("a.html", f"<html lang='{lang}'><body><p>{words}</p></body></html>")).metadata
    assert metadata.language == language
    assert ("language", where) in metadata.found_in


def test_a_page_is_decoded_as_it_says(write: Write) -> None:
    page = (
        "<html><head><meta charset='windows-1251'></head><body><p>Министры двух стран договорились.</p></body></html>"
    )
    assert "Министры двух стран договорились." in read_document(write("a.html", page.encode("cp1251"))).text


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<div>",
        "</",
        "&",
        "&#",
        '<a x="',
        "<script>",
        "<![CDATA[",
        "&#99999999999999999999;",
        "<li>",
        "<p ",
    ],
)
def test_a_hostile_page_is_read_in_time_or_refused(piece: str) -> None:
    page = f"<html><body><p>{WORDS}</p>{piece * (200_000 // len(piece))}".encode()
    text, _, _ = read_html(page, "page")
    assert WORDS in text


def test_a_pdf_is_read_without_its_running_heads_and_page_numbers(write: Write, make_pdf: MakePdf) -> None:
    pages = [
        ["Fisheries Council - Paper 7", WORDS, f"Point {n} was agreed by both.", f"Page {n} of 3"] for n in (1, 2, 3)
    ]
    document = read_document(write("a.pdf", make_pdf(pages)))
    assert document.text.count(WORDS) == 3
    assert "Point 2 was agreed by both." in document.text
    assert "Fisheries Council" not in document.text
    assert "Page 2" not in document.text
    assert document.format == "pdf"


def encrypted(data: bytes, password: str) -> bytes:
    """The same PDF behind a password."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data)))
    writer.encrypt(password, password + "!", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_pdf_is_refused_unless_it_needs_no_password(write: Write, make_pdf: MakePdf) -> None:
    data = make_pdf([[WORDS]])
    line = refusal(write("locked.pdf", encrypted(data, "secret")))
    assert line == "locked.pdf: encrypted, and the password is not known"
    assert WORDS in read_document(write("open.pdf", encrypted(data, ""))).text


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_truncated_pdf_is_refused(write: Write, make_pdf: MakePdf, share: float) -> None:
    data = make_pdf([[WORDS], [WORDS]])
    line = refusal(write("cut.pdf", data[: int(len(data) * share)]))
    assert line == "cut.pdf: truncated: its end is missing"


def test_a_damaged_pdf_and_one_without_text_are_refused(write: Write, make_pdf: MakePdf) -> None:
    assert refusal(write("bad.pdf", b"%PDF-1.4\n" + b"junk " * 400 + b"\n%%EOF\n")).startswith(
        "bad.pdf: damaged or truncated:"
    )
    assert refusal(write("scan.pdf", make_pdf([[]]))).startswith("scan.pdf: a PDF without text (a scan needs")


def test_a_pdf_that_takes_too_long_is_given_up(make_pdf: MakePdf) -> None:
    with pytest.raises(UnreadableDocument, match=r"x\.pdf: not read within 0\.001 seconds"):
        read_pdf(make_pdf([[WORDS]]), "x.pdf", seconds=0.001)


def test_a_word_document_keeps_headings_lists_and_tables(write: Write, make_docx: MakeDocx) -> None:
    def fill(document: docx.document.Document) -> None:
        document.core_properties.title = "Talks on fish in the north"
        document.add_heading("Talks on fish in the north", level=0)
        document.add_paragraph(WORDS)
        document.add_paragraph("open the archive of ice charts", style="List Bullet")
        document.add_paragraph("send two ships", style="List Number")
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Norway", "two ships"

    document = read_document(write("a.docx", make_docx(fill)))
    assert document.text.split("\n\n")[:4] == [
        "Talks on fish in the north",
        WORDS,
        "- open the archive of ice charts",
        "- send two ships",
    ]
    assert "Norway two ships" in document.text
    assert document.metadata.title == "Talks on fish in the north"
    assert [b.zone for b in document.blocks][:4] == ["title", "body", "list-item", "list-item"]


def rezipped(data: bytes, **parts: bytes) -> bytes:
    """A Word document with parts replaced; "__" stands for "/"."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = name.replace("/", "__").replace(".xml", "")
            new.writestr(name, parts.get(key, old.read(name)))
    return out.getvalue()


def test_a_word_document_that_bursts_or_names_entities_is_refused(make_docx: MakeDocx) -> None:
    def fill(document: docx.document.Document) -> None:
        document.add_paragraph(WORDS)

    data = make_docx(fill)
    bomb = rezipped(data, word__document=b"<w/>" + b" " * (120 << 20))
    with pytest.raises(UnreadableDocument, match="unpacks to 120 MB, more than is read"):
        read_docx(bomb, "bomb.docx")
    entity = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    with pytest.raises(UnreadableDocument, match="declares XML entities"):
        read_docx(rezipped(data, word__document=entity), "entity.docx")
    with pytest.raises(UnreadableDocument, match="damaged"):
        read_docx(rezipped(data, word__document=b"<broken"), "broken.docx")
    with pytest.raises(UnreadableDocument, match="damaged or truncated"):
        read_docx(data[: len(data) // 2], "cut.docx")
    with pytest.raises(UnreadableDocument, match="without text"):
        read_docx(make_docx(lambda document: None), "empty.docx")
