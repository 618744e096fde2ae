"""The page in a real browser: what an analyst does with mouse and keys, with the network cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph_builder.explorer.page import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Opened = tuple["Page", list[str]]
SIZES = [(1600, 950), (1280, 720), (390, 844)]
OLKARIA = "Kenya pledged to open the Olkaria field to Icelandic researchers under the Naivasha Charter"


@pytest.fixture(scope="module")
def files(world: Any, crowded: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, graph, limit in (("small", world, 1000), ("crowded", crowded, 1000), ("cut", crowded, 40)):
        write_page(graph.store, folder / f"{name}.html", texts=graph.texts, limit=limit)
    return {path.stem: path for path in folder.iterdir()}


@pytest.fixture
def show(browser: Browser, files: dict[str, Path]) -> Iterator[Callable[..., Opened]]:
    """Open a page; gives it with the list of requests and errors it makes."""
    contexts = []

    def open_page(name: str, fragment: str = "", size: tuple[int, int] = (1280, 720), **options: Any) -> Opened:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        log: list[str] = []
        page.on("request", lambda request: log.append(request.url.partition("#")[0]))
        page.on("pageerror", lambda error: log.append(f"error: {error}"))
        page.on("console", lambda message: log.append(message.text) if message.type in {"error", "warning"} else None)
        page.goto(files[name].as_uri() + fragment)
        return page, log

    yield open_page
    for context in contexts:
        context.close()


def index_of(page: Page, label: str) -> int:
    return int(page.evaluate("label => servanda.nodes.findIndex((node) => node.label.startsWith(label))", label))


def click_node(page: Page, label: str) -> None:
    box = page.locator("#picture").bounding_box()
    assert box
    at = page.evaluate("index => servanda.place(index)", index_of(page, label))
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def panel(page: Page) -> str:
    return str(page.locator("#panel").inner_text())


def visible(page: Page) -> set[str]:
    return set(page.evaluate("servanda.visible().map((index) => servanda.nodes[index].label)"))


@pytest.mark.parametrize("view", ["network", "columns", "table"])
def test_the_page_asks_for_nothing_but_itself(show: Callable[..., Opened], files: dict[str, Path], view: str) -> None:
    page, log = show("small", f"#view={view}")
    page.wait_for_timeout(150)
    assert log == [files["small"].as_uri()]


def test_a_click_on_a_commitment_shows_the_words_marked_in_their_context(show: Callable[..., Opened]) -> None:
    page, log = show("small")
    click_node(page, "Open the Olkaria")
    marked = page.locator("#panel blockquote mark").all_text_contents()
    assert "".join(marked) == OLKARIA
    assert page.locator("#panel mark.cue").all_text_contents() == ["pledged to"]
    assert "by the end of 2026" in page.locator("#panel blockquote .context").first.inner_text()
    words = panel(page)
    for fact in (
        "pledged",
        "reported",
        "Second Round of Geothermal Talks",
        "2024-06-05",
        "Kenya Steam Authority",
        "characters 1",
    ):
        assert fact in words
    link = page.locator("#panel .quote a").first.get_attribute("href") or ""
    assert link.startswith("https://example.org/talks#:~:text=Kenya%20pledged%20to%20open,")
    assert len(log) == 1


def test_a_click_on_a_link_shows_what_bears_it_out(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    found = page.evaluate("servanda.links.find((link) => link.relation === 'creditor')")
    ends = [page.evaluate("index => servanda.place(index)", found[end]) for end in ("source", "target")]
    box = page.locator("#picture").bounding_box()
    assert box
    # A curved line passes near the middle between its ends, not through it.
    for step in range(-14, 15):
        x, y = ((ends[0][axis] + ends[1][axis]) / 2 for axis in ("x", "y"))
        across = (ends[1]["y"] - ends[0]["y"], ends[0]["x"] - ends[1]["x"])
        length = (across[0] ** 2 + across[1] ** 2) ** 0.5
        page.mouse.click(box["x"] + x + across[0] / length * step * 4, box["y"] + y + across[1] / length * step * 4)
        chosen = page.evaluate("servanda.selected()")
        if chosen and chosen["kind"] == "link" and chosen["index"] == found["index"]:
            break
    assert "Open the Olkaria field to Icelandic researchers owed to Iceland" in panel(page)
    assert "".join(page.locator("#panel blockquote mark").all_text_contents()) == OLKARIA


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ksa", "Kenya Steam Authority"),
        ("jonsdottir", "Ása Jónsdóttir"),
        ("saefari", None),
        ("sæfari", "Send a drilling ship"),
        ("neighbouring countries", "Iceland"),
        ("several off", "several officials"),
    ],
)
def test_search_by_keys_alone(show: Callable[..., Opened], typed: str, title: str | None) -> None:
    page, _ = show("small")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    box = page.locator("#search")
    assert box.get_attribute("aria-expanded") == "true"
    if title is None:
        assert page.locator("#found li").all_inner_texts() == ["Nothing found"]
        return
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    assert box.get_attribute("aria-expanded") == "false"
    assert page.locator("#panel h2").inner_text().startswith(title)
    page.keyboard.press("Escape")
    assert box.input_value() == ""


def test_arrow_keys_walk_the_list_of_finds(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    page.keyboard.press("/")
    page.keyboard.type("iceland")
    finds = page.locator("#found li .label > bdi").all_inner_texts()
    assert finds[0] == "Iceland"
    assert len(finds) > 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == finds[1]


def test_the_legend_filters_counts_and_says_so(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    row = page.locator('button.row[data-group="strength"][data-value="desired"]')
    assert row.locator(".count").inner_text() == "1/1"
    row.click()
    assert row.locator(".count").inner_text() == "0/1"
    assert row.get_attribute("aria-pressed") == "false"
    assert not any(label.startswith("Send a drilling ship") for label in visible(page))
    assert "worded as desired" in page.locator("#status").inner_text()
    page.locator('button.row[data-group="strength"][data-value="agreed"]').dblclick()
    assert {label for label in visible(page) if label[:5] in {"Train", "Open ", "Host ", "Send "}} == {
        "Train forty drilling engineers in Reykjavík by the end of 2026"
    }
    page.locator("#reset").click()
    assert row.locator(".count").inner_text() == "1/1"
    assert re.search(r"\d+ of \d+ links have a quotation", page.locator("#status").inner_text())


def test_one_thing_and_what_is_tied_to_it_can_be_shown_alone(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    click_node(page, "Iceland")
    page.locator("#panel button", has_text="Show only").click()
    assert "Only Iceland and what is tied to it" in page.locator("#notice").inner_text()
    alone = visible(page)
    assert "Send a drilling ship – “Sæfari” – to Mombasa one day" in alone
    assert "Host the Third Round of the talks in 2025" not in alone
    assert "Kenya" in alone
    again, _ = show("small", "#" + page.url.partition("#")[2])
    assert visible(again) == alone
    page.locator("#notice button").click()
    assert "Host the Third Round of the talks in 2025" in visible(page)


def test_documents_and_attendance_wait_until_asked_for(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    assert "Second Round of Geothermal Talks" not in visible(page)
    page.locator('button.row[data-group="type"][data-value="document"]').click()
    assert "Second Round of Geothermal Talks" not in visible(page)
    page.locator("summary", has_text="Links").click()
    page.locator('button.row[data-value="stated-in"]').click()
    assert "Second Round of Geothermal Talks" in visible(page)


def test_thumbs_of_the_dates_move_by_keys_and_filter(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    page.locator('input[data-end="from"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.locator('input[data-end="from"]').get_attribute("aria-valuetext") == "2024-07"
    labels = visible(page)
    assert "Host the Third Round of the talks in 2025" in labels
    assert "Open the Olkaria field to Icelandic researchers" not in labels
    assert "not worded from 2024-07 to 2025-01" in page.locator("#status").inner_text()
    again, _ = show("small", "#" + page.url.partition("#")[2])
    assert visible(again) == labels
    page.locator("#reset").click()
    assert "Open the Olkaria field to Icelandic researchers" in visible(page)


def test_views_show_the_same_selection_and_the_address_brings_it_back(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    click_node(page, "Kenya")
    page.locator('button[data-view="columns"]').click()
    assert page.locator("#headings span").first.inner_text() == "Events"
    assert page.locator("#panel h2").inner_text() == "Kenya"
    address = page.url
    assert "view=columns" in address
    assert "node=state%2Fken" in address
    page.go_back()
    assert page.locator('button[data-view="network"]').get_attribute("aria-pressed") == "true"
    page.go_back()
    assert page.locator("#panel h2").inner_text() == "Commitments"
    again, _ = show("small", "#" + address.partition("#")[2])
    assert again.locator("#panel h2").inner_text() == "Kenya"
    assert again.locator('button[data-view="columns"]').get_attribute("aria-pressed") == "true"


def test_the_picture_is_walked_by_keys(show: Callable[..., Opened]) -> None:
    page, _ = show("small")
    page.locator("#picture").focus()
    seen = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(page.evaluate("servanda.selected()?.index"))
    assert len(seen) > 2
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("servanda.selected()") is None


def test_the_page_follows_the_theme_of_the_system_and_can_be_switched(show: Callable[..., Opened]) -> None:
    page, _ = show("small", color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("#theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_the_table_holds_each_commitment_and_needs_no_script(show: Callable[..., Opened]) -> None:
    page, _ = show("small", java_script_enabled=False)
    rows = page.locator("#commitments tbody tr").all_inner_texts()
    assert len(rows) == 4
    assert any(OLKARIA in row and "Kenya" in row and "pledged" in row and "2024-06-05" in row for row in rows)
    assert page.locator("#commitments").is_visible()
    assert not page.locator("#legend").is_visible()


def test_a_row_of_the_table_opens_its_commitment_and_filters_hide_rows(show: Callable[..., Opened]) -> None:
    page, _ = show("small", "#view=table")
    assert not page.locator("#panel").is_visible()
    page.locator("#commitments tbody tr", has_text="Olkaria").click()
    assert "".join(page.locator("#panel blockquote mark").all_text_contents()) == OLKARIA
    page.locator('button.row[data-group="strength"][data-value="pledged"]').click()
    assert not page.locator("#commitments tbody tr", has_text="Olkaria").is_visible()


def test_above_the_limit_the_notice_says_how_much_is_shown(show: Callable[..., Opened]) -> None:
    page, _ = show("cut")
    assert "Showing the 40 main things of 104" in page.locator("#notice").inner_text()
    assert page.evaluate("servanda.visible().length") <= 40
    page.locator("#notice button").click()
    assert page.evaluate("servanda.visible().length") == 102


def overlapping(boxes: list[dict[str, float]]) -> list[tuple[str, str]]:
    def clash(a: dict[str, float], b: dict[str, float]) -> bool:
        across = a["left"] < b["right"] and b["left"] < a["right"]
        return across and a["top"] < b["bottom"] and b["top"] < a["bottom"]

    return [(str(a["label"]), str(b["label"])) for n, a in enumerate(boxes) for b in boxes[:n] if clash(a, b)]


@pytest.mark.parametrize(("view", "size"), [("network", size) for size in SIZES] + [("columns", SIZES[1])], ids=str)
def test_labels_stand_clear_of_each_other_and_of_the_edge(
    show: Callable[..., Opened], view: str, size: tuple[int, int]
) -> None:
    page, _ = show("crowded", f"#view={view}", size)
    page.wait_for_function("servanda.labels().length > 3")
    boxes = page.evaluate("servanda.labels()")
    box = page.locator("#picture").bounding_box()
    assert box
    assert overlapping(boxes) == []
    assert all(each["left"] >= 0 and each["right"] <= box["width"] for each in boxes)
    assert all(each["top"] >= 0 and each["bottom"] <= box["height"] for each in boxes)


def test_the_main_actors_are_named_at_the_opening(show: Callable[..., Opened]) -> None:
    page, _ = show("crowded")
    page.wait_for_function("servanda.labels().length > 3")
    drawn = {each["label"] for each in page.evaluate("servanda.labels()")}
    assert {f"State number {number}" for number in range(12)} <= drawn


def test_on_a_phone_the_filters_are_behind_a_button(show: Callable[..., Opened]) -> None:
    page, _ = show("small", size=(390, 844))
    assert not page.locator("#legend").is_visible()
    page.locator("#filters").click()
    assert page.locator("#legend").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
