"""Documents are hostile: the page shows what they hold as words and runs none of it, with its policy or without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph_builder.explorer.page import write_page
from graph_builder.explorer.titles import plain

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RUN = "window.broken=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><script>{RUN}//",
    f"<!--<script>{RUN}</script>-->",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><svg onload={RUN}>',
    f"'><body onload='{RUN}'>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<a href=javascript:{RUN}>href</a>",
    f"<style>*{{display:none}}</style><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<base href=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<object data=https://example.org/x></object>",
    f"<details open ontoggle={RUN}>",
    f"<math><mtext></mtext><script>{RUN}</script>",
    f"javascript:{RUN}",
    f"\u2028{RUN}//",
    f"\u2029;{RUN};",
    "\u202etxt.exe\u202c",
    "\u2066isolated\u2069",
    f"{{{{ {RUN} }}}}",
    "{% include 'x' %}",
    f"${{{RUN}}}",
    f"`+{RUN}+`",
    f"';{RUN};'",
    f'";{RUN};"',
    f"\\\";{RUN};//",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    "href",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "</bdi></td></table>",
    "<table><tr><td>",
    "<noscript><p title='</noscript><img src=x>'>",
    f"<x onclick={RUN} style=position:fixed;inset:0>",
    f"<input autofocus onfocus={RUN}>",
    "https://example.org/?a=1&b=<2>",
    "=HYPERLINK(\"https://example.org\")",
    "𝕊𝕔𝕣𝕚𝕡𝕥 🏴‍☠️ e\u0301\u0301\u0301",
    "\ufeff\u200b\u200d",
    "a" * 3000,
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(new_world: Callable[[], Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every payload in every place that a document, a registry row or a manifest can fill."""
    world = new_world()
    for number, payload in enumerate(PAYLOADS):
        actor = world.entity(f"group/href-{number}", "ActorGroup", payload, f"alias {payload}")
        address = payload if number % 2 else f"https://example.org/{number}?q={payload}"
        publisher = world.entity(f"org/__proto__{number}", "Organization", f"Publisher {payload}")
        text = f"{number} {payload} agreed to keep {payload} safe."
        document = world.document(text, title=f"Title {payload}", url=address, publisher=publisher, issued=payload)
        thing = world.entity(f"instrument/javascript:{number}", "Instrument", f"Pact {payload}")
        commitment = world.statement(
            document, f"{payload} agreed to keep {payload} safe", "agreed to", f"keep {payload} safe", act="href",
            status="__proto__", strength="constructor", by=[actor], debtors=[actor], about=[thing],
            topics=[f"toString-{number}"], source=[publisher], due=(payload, "2026-12-31"),
        )  # fmt: skip
        world.add(commitment, "srv:amountText", payload)
        world.add(thing, "srv:dateText", payload)
    page = tmp_path_factory.mktemp("hostile") / "page.html"
    write_page(world.store, page, title=f"Title {PAYLOADS[1]} {PAYLOADS[5]}", texts=world.texts)
    return page


def test_there_are_fifty_payloads() -> None:
    assert len(set(PAYLOADS)) == 50


def test_no_payload_leaves_its_place_in_the_file(hostile: Path) -> None:
    html = hostile.read_text(encoding="utf-8")
    markup, data = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL).split('<script type="application/json"')
    assert not re.search(r"<(script|img|svg|iframe|object|base|link|x|input autofocus|math|noscript)\b", markup)
    assert re.fullmatch(r"[^<>&\u2028\u2029]*", data.partition(">")[2].partition("</script>")[0])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_label_for_display_stays_on_one_line_and_turns_nothing(payload: str) -> None:
    shown = plain(payload)
    assert not re.search("[\u2028\u2029\u202a-\u202e\u2066-\u2069\n\r\x00-\x1f]", shown)


@pytest.mark.browser
@pytest.mark.parametrize("policy", ["with its policy", "without it"])
def test_nothing_runs_and_nothing_is_asked_for(browser: Browser, hostile: Path, tmp_path: Path, policy: str) -> None:
    html = hostile.read_text(encoding="utf-8")
    if policy == "without it":
        html = re.sub(r"<meta http-equiv=[^>]*>", "", html, count=1)
    file = tmp_path / "page.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    log: list[str] = []
    page.on("request", lambda request: log.append(request.url.partition("#")[0]))
    page.on("pageerror", lambda error: log.append(f"error: {error}"))
    page.on("dialog", lambda dialog: log.append(f"dialog: {dialog.message}"))
    page.goto(file.as_uri())
    nodes = page.evaluate("servanda.nodes.length")
    assert nodes > 200
    for view in ("columns", "table", "network"):
        page.locator(f'button[data-view="{view}"]').click()
    page.evaluate("for (let index = 0; index < servanda.nodes.length; index += 4) reveal(index)")
    page.evaluate("for (let index = 0; index < servanda.links.length; index += 29) select('link', index)")
    for typed in ("<script>", "__proto__", "constructor", "href"):
        page.locator("#search").fill(typed)
    assert page.evaluate("window.broken") is None
    found = page.evaluate(
        "[...document.querySelectorAll('*')].map((each) => each.localName)"
        ".filter((name) => ['img', 'iframe', 'object', 'embed', 'base', 'link', 'x', 'math', 'form'].includes(name))"
    )
    addresses = page.evaluate("[...document.querySelectorAll('a[href]')].map((each) => each.href)")
    context.close()
    assert found == []
    assert all(re.match(r"https?://|file://.*#commitments$", address) for address in addresses)
    assert log == [file.as_uri()]
