"""The forms an answer can take."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.errors import MissingExtra
from graph_builder.results import Cell, Iri, Result

JAPAN = Iri("https://w3id.org/servanda/id/state/jpn")
MIXED = Result(
    ("who", "words", "n", "share", "sure", "firm", "day"),
    (
        (JAPAN, "said | so", 3, Decimal("0.5"), 0.25, True, date(2024, 8, 28)),
        (None, "=HYPERLINK(1)", -4, None, None, False, None),
    ),
    labels={JAPAN: "Japan"},
)


def test_csv_is_made_for_spreadsheets_which_run_no_formula_of_a_document() -> None:
    header, first, second = csv.reader(io.StringIO(MIXED.to_csv()))
    assert header == list(MIXED.columns)
    assert first == [JAPAN, "said | so", "3", "0.5", "0.25", "yes", "2024-08-28"]
    assert second == ["", "'=HYPERLINK(1)", "-4", "", "", "no", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_of_a_formula_is_guarded(start: str) -> None:
    ((_,), (cell,)) = csv.reader(io.StringIO(Result(("q",), ((start + "1",),)).to_csv(), newline=""))
    assert cell == "'" + start + "1"


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_tsv_keeps_every_character_one_row_a_line(cells: list[str]) -> None:
    result = Result(tuple(f"c{number}" for number in range(len(cells))), (tuple(cells),))
    lines = result.to_tsv().split("\n")
    assert len(lines) == 3
    read = [
        cell.replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r").replace("\0", "\\")
        for cell in lines[1].split("\t")
    ]
    if all("\0" not in cell for cell in cells):
        assert read == cells


def test_json_keeps_types_and_ndjson_is_one_object_a_line() -> None:
    expected = [
        {"who": JAPAN, "words": "said | so", "n": 3, "share": 0.5, "sure": 0.25, "firm": True, "day": "2024-08-28"},
        {"who": None, "words": "=HYPERLINK(1)", "n": -4, "share": None, "sure": None, "firm": False, "day": None},
    ]
    assert json.loads(MIXED.to_json()) == expected
    assert [json.loads(line) for line in MIXED.to_ndjson().splitlines()] == expected


def test_markdown_shows_names_and_lets_nothing_act_as_markup() -> None:
    table = Result(("quote",), (("a | <b>*x*</b>\n[y](z)",), (JAPAN,)), labels={JAPAN: "Japan"}).to_markdown()
    assert table == "| quote |\n| --- |\n| a \\| &lt;b&gt;\\*x\\*&lt;/b&gt; \\[y\\](z) |\n| Japan |\n"


def test_the_picture_in_a_notebook_is_escaped_short_and_names_what_it_leaves_out() -> None:
    rows: tuple[tuple[Cell, ...], ...] = tuple((f"<script>{number}</script>", JAPAN) for number in range(30))
    shown = Result(("q", "<c>"), rows, title="<t>", labels={JAPAN: "<Japan>"})._repr_html_()
    assert "<script" not in shown
    assert shown.count("<tr>") == 21
    assert "… of 30 rows" in shown
    assert f"<span title='{JAPAN}'>&lt;Japan&gt;</span>" in shown
    assert "&lt;c&gt;" in shown
    assert "… of first 30 of more rows" in Result(("q", "c"), rows, more=True)._repr_html_()
    assert "…" not in Result(("q", "c"), rows[:20])._repr_html_()


def test_a_data_frame_has_types_and_an_empty_one_its_columns() -> None:
    pandas = pytest.importorskip("pandas")
    frame = MIXED.to_df()
    assert [str(kind).split("[")[0] for kind in frame.dtypes] == [
        "object", "object", "Int64", "float64", "float64", "boolean", "datetime64",
    ]  # fmt: skip
    assert frame["day"][0] == pandas.Timestamp("2024-08-28")
    assert pandas.isna(frame["day"][1])
    assert list(Result(("a", "b"), ()).to_df().columns) == ["a", "b"]


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"pandas is not installed .*'servanda\[notebooks\]'"):
        MIXED.to_df()


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    assert MIXED.column("n") == (3, -4)
    with pytest.raises(KeyError, match="no column 'm': there are who, words"):
        MIXED.column("m")
