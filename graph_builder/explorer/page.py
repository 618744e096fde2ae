"""One self-contained page of a graph: pyvis with our own template, script and style.

Nothing on the page comes from elsewhere and nothing leaves it: vis-network is read from the installed pyvis and stands
in the page, a content security policy names every script by its digest, and all data is one block of escaped JSON.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from pyvis.network import Network

from graph_builder.errors import ServandaError
from graph_builder.explorer.contents import contents
from graph_builder.explorer.data import scene, summary

if TYPE_CHECKING:
    from pyoxigraph import Store

_PARTS = Path(__file__).resolve().parent / "web"
_SCRIPTS = (
    "data.js",
    "dates.js",
    "filters.js",
    "labels.js",
    "columns.js",
    "nearby.js",
    "picture.js",
    "legend.js",
    "quotes.js",
    "panel.js",
    "search.js",
    "main.js",
)
_VIS = Path("lib", "vis-9.1.2", "vis-network.min.js")

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": False,
        "multiselect": False,
        "navigationButtons": False,
        "tooltipDelay": 9e9,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5, "chosen": False},
    "edges": {
        "chosen": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "smooth": {"enabled": True, "type": "continuous", "roundness": 0.25},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.35}},
    },
}


@dataclass(frozen=True, slots=True)
class PageReport:
    """What was written: the file, its size in bytes, and how much of the graph it shows."""

    path: Path
    size: int
    nodes: int
    opened: int
    links: int
    quoted: int
    commitments: int
    documents: int


def write_page(
    store: Store,
    output: Path,
    *,
    title: str | None = None,
    limit: int = 1000,
    anonymous: bool = False,
    texts: Path | None = None,
) -> PageReport:
    """Write the graph of a store as one HTML file that works offline, and tell what it shows.

    ``limit`` is how many nodes are visible when the page opens; the others are in the page, behind its filters.
    ``anonymous`` leaves out every quotation and its context. ``texts`` is the folder of the texts as read
    (``<document>.txt``), from which contexts are cut. The file appears whole or not at all; the same graph
    gives the same bytes.

    Raises:
        ServandaError: the installed pyvis does not hold the script that the page needs.
        OSError: the file cannot be written.

    """
    html, report = _render(store, output, title, limit, anonymous=anonymous, texts=texts)
    _write(output, html)
    return report


def page_html(
    store: Store, *, title: str | None = None, limit: int = 1000, anonymous: bool = False, texts: Path | None = None
) -> str:
    """The page of ``write_page`` as a string, for notebooks."""
    return _render(store, Path("page.html"), title, limit, anonymous=anonymous, texts=texts)[0]


def _render(
    store: Store, output: Path, title: str | None, limit: int, *, anonymous: bool, texts: Path | None
) -> tuple[str, PageReport]:
    found = scene(store, texts)
    shown = contents(found, title=title, limit=limit, anonymous=anonymous)
    scripts = [_vis_script(), *(_text(_PARTS / name) for name in _SCRIPTS)]
    style = _text(_PARTS / "style.css")

    network = Network(directed=True, cdn_resources="in_line")
    network.set_template_dir(str(_PARTS), "template.html")
    network.templateEnv = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, loader=jinja2.FileSystemLoader(_PARTS)
    )
    network.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    network.templateEnv.globals.update(
        page=shown.page, table=shown.table, cut=shown.cut, scripts=scripts, style=style, policy=_policy(scripts, style)
    )
    # The lists are set whole: add_node and add_edge look through all that is there for each one added.
    network.nodes = shown.nodes
    network.edges = shown.edges
    network.options = _OPTIONS
    html: str = network.generate_html()
    counts = summary(found)
    report = PageReport(
        path=output,
        size=len(html.encode("utf-8")),
        nodes=counts["nodes"],
        opened=shown.opened,
        links=counts["links"],
        quoted=counts["quoted"],
        commitments=counts["commitments"],
        documents=counts["documents"],
    )
    return html, report


def _text(path: Path) -> str:
    # Browsers turn CR LF into LF before they digest a script.
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _vis_script() -> str:
    spec = importlib.util.find_spec("pyvis")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    if not (folder / _VIS).is_file():
        raise ServandaError(
            "pyvis holds no vis-network 9.1.2", where=str(folder), remedy="python -m pip install pyvis==0.3.2"
        )
    script = _text(folder / _VIS)
    # Without this line a browser's tools ask for a file beside the page.
    return "\n".join(line for line in script.split("\n") if not line.startswith("//# sourceMappingURL"))


def _policy(scripts: Sequence[str], style: str) -> str:
    """A content security policy under which these scripts and this style run, and nothing else does or loads."""
    for text in (*scripts, style):
        if "</script" in text.lower() or "<!--" in text or "</style" in text.lower():
            raise ServandaError("a script of the page holds the end of its own element")
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'sha256-{_digest(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _write(output: Path, html: str) -> None:
    output.parent.mkdir(parents=True, exist_ok=True)
    part = output.with_name(f".{output.name[:60]}.{os.getpid()}.part")
    try:
        part.write_bytes(html.encode("utf-8"))
        part.replace(output)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
