"""The file: one, whole, the same for the same graph, with nothing in it that could run or load but our own."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat

from graph_builder.explorer import page as page_module
from graph_builder.explorer.page import page_html, write_page


@pytest.fixture(scope="module")
def html(world: Any) -> str:
    return page_html(world.store, texts=world.texts)


def data_of(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_report_tells_what_the_file_holds(world: Any, tmp_path: Path) -> None:
    report = write_page(world.store, tmp_path / "deep" / "page.html", texts=world.texts, title="Steam")
    assert report.size == report.path.stat().st_size
    assert (report.commitments, report.documents) == (4, 2)
    assert 0 < report.quoted < report.links
    assert report.opened < report.nodes
    assert "<h1><bdi>Steam</bdi></h1>" in report.path.read_text(encoding="utf-8")
    assert [path.name for path in report.path.parent.iterdir()] == ["page.html"]


def test_a_page_that_cannot_be_written_leaves_the_old_one(
    world: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "page.html"
    target.write_text("the old page")

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_page(world.store, target)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert target.read_text() == "the old page"


def test_the_same_graph_gives_the_same_bytes_under_any_hash_seed(world: Any, tmp_path: Path) -> None:
    world.store.dump(str(tmp_path / "graph.trig"), format=RdfFormat.TRIG)
    script = (
        "import sys, pathlib, hashlib, pyoxigraph\n"
        "from graph_builder.explorer.page import page_html\n"
        "store = pyoxigraph.Store(); store.load(path=sys.argv[1], format=pyoxigraph.RdfFormat.TRIG)\n"
        "print(hashlib.sha256(page_html(store, texts=pathlib.Path(sys.argv[2])).encode()).hexdigest())"
    )
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "graph.trig"), str(world.texts)],
            env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, text=True,
        )
        for seed in ("1", "2")
    ]  # fmt: skip
    digests = {run.communicate()[0] for run in runs}
    assert digests == {hashlib.sha256(page_html(world.store, texts=world.texts).encode()).hexdigest() + "\n"}


def digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def test_the_policy_names_every_script_and_the_style_by_digest(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    parts = dict(part.strip().split(" ", 1) for part in policy[1].replace("&#39;", "'").split(";"))
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert parts["default-src"] == "'none'"
    assert parts["script-src"].split() == [digest(script) for script in scripts]
    assert parts["style-src"].split() == [
        digest(style) for style in re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    ]
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_no_element_of_the_page_loads_anything(html: str) -> None:
    markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r"<(link|img|iframe|object|embed|base|video|audio|source|form)\b", markup)
    assert not re.search(r"\s(src|srcset|href|action|data|style|on\w+)\s*=", markup.replace('href="#commitments"', ""))


def test_our_script_writes_text_and_never_markup() -> None:
    for path in sorted(Path(page_module.__file__).parent.glob("web/*.js")):
        script = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc", script
        ), path
        assert len(script.splitlines()) <= 400, path


def test_data_hold_every_node_once_and_quotations_in_parts(html: str, world: Any) -> None:
    data = data_of(html)
    assert [node["id"] for node in data["nodes"]] == list(range(len(data["page"]["nodes"])))
    assert len(data["edges"]) == len(data["page"]["links"])
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in data["nodes"])
    words = "".join(part[0] for item in data["page"]["evidence"] for part in item["parts"])
    assert "🌋" in words
    assert "“Sæfari”" in words


def test_a_page_without_quotations_holds_no_words_of_the_documents(world: Any) -> None:
    html = page_html(world.store, texts=world.texts, anonymous=True)
    for words in ("drilling", "pledged to", "Olkaria", "by the end of", "Sæfari", "S\\u00e6fari"):
        assert words not in html
    assert "Commitment on education culture, energy" in html


def test_above_the_limit_the_page_opens_with_the_main_things(crowded: Any) -> None:
    data = data_of(page_html(crowded.store, limit=40))["page"]
    assert len(data["opened"]) == 40
    assert len(data["held"]) == 12 + 90 - 40
    assert len(data["nodes"]) > 100
    assert {data["nodes"][index]["type"] for index in data["opened"]} == {"state", "commitment"}
    assert "40 of 90 are listed" in page_html(crowded.store, limit=40)


def test_an_empty_graph_is_a_page_too(new_world: Callable[[], Any]) -> None:
    html = page_html(new_world().store)
    assert data_of(html)["nodes"] == []


def luminance(colour: str) -> float:
    full = colour.lstrip("#")
    full = full if len(full) == 6 else "".join(2 * digit for digit in full)
    channels = [int(full[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [":root {", ':root[data-theme="dark"] {'])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "paper"), ("text", "panel"), ("soft", "paper"), ("soft", "panel"), ("soft", "hover"),
        ("accent", "panel"), ("accent-text", "accent"), ("text", "mark"), ("text", "mark-cue"),
        ("panel", "chip"), ("chip", "panel"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(theme: str, ink: str, ground: str) -> None:
    style = (Path(page_module.__file__).parent / "web" / "style.css").read_text(encoding="utf-8")
    block = style[style.index(theme) :].partition("}")[0]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block))
    light, dark = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
