"""Which part each line of a page plays. The pages are made up; their forms are those of real sites and archives.

In a page each line stands behind a letter: T title, D dateline, H heading, B body, L list item, C caption, x furniture.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.documents import READ_ZONES, Block, document_of_text
from graph_builder.documents.lines import EDGE
from graph_builder.documents.zones import zones_of

LETTERS = {
    "T": "title",
    "D": "dateline",
    "H": "heading",
    "B": "body",
    "L": "list-item",
    "C": "caption",
    "x": "boilerplate",
}

NEWS_AGENCY = """
x|Directory of sites
x|Login
x|Contact
x|Top News
x|Elections in Chile
x|World News
D|October 19, 2031 / 10:30 AM / Updated 27 minutes ago

T|Norway's Lund to attend Quito fishing summit: spokesman

x|1 Min Read

B|Prime Minister Kari Lund will attend the fishing summit in Quito, a government spokesman said on Friday.

C|FILE PHOTO: Prime Minister Kari Lund attends a news conference in Bergen, Norway, April 3, 2031. REUTERS/Ana Torres

B|“The government sees Ecuador as a partner with a special duty,” the spokesman said. “It will not act alone.”

x|Reporting by Ana Torres, writing by Jon Berg; Editing by Eva Li

x|Our Standards: The Trust Principles.
x|0 : 0
x|  • narrow-browser-and-phone

x|All quotes delayed a minimum of 15 minutes. See here for a complete list of exchanges and delays.

x|© 2031 Reuters. All Rights Reserved.
"""

PAPER_WITH_LISTS = """
T|Norway and Chile to Share Data; Ships to be Sent North
C|Ministry of Fisheries
D|10:15 CET, June 3, 2031
B|The governments of Norway and Chile are set to announce a plan to share the data of their ships, officials said.
B|The plan will be signed in Oslo in July. It covers ice, fish and the weather of both coasts.
x|"Economy" POPULAR ARTICLE
x|-
x|Harbour Chief to Resign After Long Dispute Over Fees
x|-
x|Govt Plans to Urge Towns to Help Fishers Cope with Rising Prices
x|OSLO ACCESS RANKING
x|-
x|Ministers Vow to Have Country Exit Recession by Spring
x|-
x|Prices Down 1.8% in July-Sept.
"""

LINES_BROKEN_AT_LINKS = """
C|Kari Lund shakes hands with her counterpart before their meeting in Quito, March 20, 2031. REUTERS/Ana Torres
B|Prime Minister Kari Lund on Monday announced a plan to keep an open and free
B| Nordic
B|–
B|Arctic
B|, promising
B| billion
B|s to help harbours
B| across
B|the coast in everything from ice to fish.
x|Article continues after this advertisement
x|FEATURED STORIES
x|BUSINESS
x|Harbour opens with music and cake
x|BUSINESS
x|Fishers urged to pay by card
B|Lund said there were four pillars to
B| Norway
B|‘s new
B| Arctic
B|plan: peace, trade, safe seas and the data of ships.
x|READ:
x|Chile’s plan for the south loses speed – study
H|Naval drills
B|“We will conduct joint drills with Chile, as well as visits of ships with the
B| Pacific
B|islands,” Lund said in her speech.
x|Your subscription could not be saved. Please try again.
x|By providing an email address. I agree to the
x|Terms of Use
x|and acknowledge that I have read the
x|Privacy Policy
x|.
B|Norway
B|has kept its harbours open, as have many other states in the north.
x|READ NEXT
x|Bank mulls sweeteners to keep its bankers, say...
x|MOST READ
x|Singer stuns judges after long night
x|Follow
x|@ana_torres
x|on Twitter
x|-->
x|View comments
"""

PAPER_WITH_WIDGETS = """
x|World
x|Americas
T|Lund pledges cooperation with Chile after visit to Peru
x|Agencies
D|Oslo
D|Wed, April 3, 2031
x|Share this article
x|Facebook
x|X
x|Telegram
x|Copy Link
x|Change text size
x|A
x|A
x|Log in
x|Subscribe
B|Prime Minister Kari Lund told the president of Chile on Wednesday that she wanted deeper cooperation on fish.
x|Signals
x|Every Monday
x|With exclusive interviews and in-depth coverage of the coast, "Signals" is the go-to source for staying ahead.
x|View More Newsletter
B|Norway's new package will provide loans for harbours in the south of Chile.
H|- Whales -
B|The two countries were set to speak of whales as well, a minister said.
x|Popular
x|Harbour town bans cars
x|Can fishers protect their nets?
x|More in World
x|View more
x|Economy
x|Norway sees business chances
"""

MINISTRY_PAGE = """
x|Fisheries / Law of the Sea & Polar Affairs

D|August 28, 2031
C|Photo session before the Third Meeting of the Norway-Chile Dialogue on Fish
C|Group photo of participants

B|The Third Meeting of the Norway-Chile Dialogue on Fish was held in Oslo, Norway, from August 26 to 27, 2031.

L|  1. The Meeting was attended by officials of both states, who exchanged views on the state of the stocks.
L|  2. The Meeting reached the following points:
L|    1. Both sides gave updates on their laws.
L|    2. Both sides agreed to share the data of their ships.
L|  3. Both sides concurred on holding the Fourth Meeting in Chile in 2032.
H|(Reference) The Norway-Chile Dialogue on Fish

B|The First Meeting was held in Oslo in March 2029. The last meeting was held in Santiago in March 2030.


x|Back to Fisheries / Law of the Sea & Polar Affairs
"""

STATE_DEPARTMENT_PAGE = """
x|An official website of the United States Government Here's how you know
x|You are in: Bureau of Public Affairs > Press Releases > 2028 > July
H|Media Note
H|Office of the Spokesman
D|Washington, DC
D|July 31, 2028

T|U.S.-Chile Strategic Dialogue

B|The following is a joint statement by the United States and Chile on the Strategic Dialogue issued today.

x|Begin text:

B|Today, the United States and Chile held a Strategic Dialogue led by Under Secretary Ann Lee and Luis Rojas.

B|The two sides agreed to continue to consult closely on regional issues.

x|End text.

x|This email was sent to list@example.org using a service, on behalf of: the Department

x|0 comments:

x|Post a Comment
"""

GOVERNMENT_NEWS_PAGE = """
x|Skip to main content
x|Home
x|World
T|UK and Chile joint statement on ocean science
B|The UK and Chile have issued a joint statement on ocean science.
x|From:
H|Foreign, Commonwealth & Development Office
x|Published
D|12 May 2033
B|The Foreign Secretary and the Chilean Minister met in London on 11 May to speak of science at sea.
B|Ministers:
L|agreed to open a joint ocean laboratory in Valparaíso in 2034
L|welcomed progress on protected areas of the sea
L|committed to sharing data from research ships
x|Media enquiries
x|Email
x|newsdesk@example.org
x|Telephone 020 7008 3100
x|Share this page
x|Share on Facebook (opens in new tab)
x|Is this page useful?
"""

PRESS_BUREAU_PAGE = """
H|Ministry of Earth Sciences
T|India and Norway agree to step up polar research
D|Posted On: 23 JUN 2033 8:45PM by PIB Delhi
B|India and Norway today agreed to step up cooperation in polar research, and reviewed the joint projects.
B|The two sides will set up a joint working group by March 2034.
H|List of Outcomes
L|MoU on sharing of ice data
L|Joint Declaration of Intent on Green Shipping
x|*****
x|DS/ST
x|(Release ID: 1934776) Visitor Counter : 3456
x|Read this release in: Urdu , Marathi , Hindi
"""

COMMUNIQUE_FROM_A_PDF = """
x|Page 2
H|COMMUNIQUE
B|The Peace Council of the Coastal Union (CU), at its 628th meeting, held on 29 September 2036, was
B|briefed by the Commissioner for Peace, Ambassador Jane Otieno, and by the Special Representative, and
B|adopted the following decision;
B|Council:
L|1.
L|Takes note of the briefings provided by the Commissioner and the Special Representative, as well as
L|the statements delivered by the representatives of Kenya, Ghana and Togo;
L|2.
L|Recalls its earlier press statements on the partnership, in particular the communiqué of its 307th
L|meeting held on 9 January 2032;
L|3.
L|Requests the Chairperson to report to it within a month, on progress made and the outcome of his
L|efforts;
L|4.
L|Decides to remain seized of the matter.
"""

TREATY = """
T|AGREEMENT BETWEEN THE GOVERNMENT OF PERU AND THE GOVERNMENT OF CHILE ON RESEARCH AT SEA

B|The Government of Peru and the Government of Chile (hereinafter referred to as "the Parties"),

B|Have agreed as follows:

H|Article 1
H|Purpose
B|The Parties shall promote joint research.

H|ARTICLE 2 - FINAL PROVISIONS

L|1. This Agreement shall enter into force on the date of the last notification.
L|2. Either Party may terminate it at any time.

B|DONE at Lima, this third day of May two thousand and thirty-one, in the Spanish and English languages.

H|FOR THE GOVERNMENT OF PERU

H|Ana Quispe
H|Minister of Foreign Affairs
"""

STATEMENT_THAT_ENDS_IN_BULLETS = """
T|Joint Statement on Cooperation at Sea

B|The two ministers met in Lima and reviewed the work done since their last meeting, and decided to:

L|- Set up a working group on ice
L|- Harbour fees and the data of ships

x|###

x|Ana Quispe / Luis Rojas
x|202-358-1600
"""

SCANNED_RELEASE = """
H|MINISTER FOR FISHERIES NEWS RELEASE

D|Date 2 1 M a r c h 1 9 9 1

T|SENATOR LEE: VISIT TO NORWAY AND CHILE

B|The Minister for Fisheries, Senator Ann Lee, announced today that she would be visiting Norway and Chile. It will be
B|the first visit of a prominent islander
B|
B|to the north since the war began.

B|Ministers noted that a range of doctors serve the harbours of the islands. They asked for more of the experienced

B|nurses and doctors from the mainland.

x|2

B|Senator Lee is due to return to the islands on 26 April.
"""

PAGES = {
    name: page for name, page in list(globals().items()) if isinstance(page, str) and name.isupper() and "|" in page
}


def taken_apart(page: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a page and, line by line, its span and the zone that is expected of it."""
    text = ""
    expected = []
    for line in page.strip("\n").split("\n"):
        letter, bar, words = line.partition("|")
        if bar and words.strip():
            inner = len(text) + len(words) - len(words.lstrip())
            expected.append((inner, len(text) + len(words.rstrip()), LETTERS[letter]))
        text += (words if bar else "") + "\n"
    return text, expected


def zone_at(blocks: tuple[Block, ...], start: int, end: int) -> str:
    """The zone of the block that holds the last character of a span; markers stand before their block."""
    return next((b.zone for b in blocks if b.start < end <= b.end), "none" if end - start > 3 else "marker")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_each_line_of_a_page_plays_its_part(name: str) -> None:
    text, expected = taken_apart(PAGES[name])
    blocks = zones_of(text)
    got = [(text[a:b], zone_at(blocks, a, b)) for a, b, _ in expected]
    want = [(text[a:b], zone) for a, b, zone in expected]
    assert [(w, z) for w, z in got if z != "marker"] == [w for w, g in zip(want, got, strict=True) if g[1] != "marker"]


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Zone and words, block by block."""
    return [(b.zone, text[b.start : b.end]) for b in zones_of(text, title)]


BODY = "Norway and Chile agreed on Monday to share all the data of their ships."


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("OSLO (Reuters) - ", "OSLO (Reuters) -"),
        ("OSLO/SANTIAGO, Jan. 13 (Reuters) - ", "OSLO/SANTIAGO, Jan. 13 (Reuters) -"),
        ("BEIJING, March 3 (Xinhua) -- ", "BEIJING, March 3 (Xinhua) --"),
        ("OSLO, May 5. /TASS/. ", "OSLO, May 5. /TASS/."),
        ("(AP) — ", "(AP) —"),
        ("OSLO — ", "OSLO —"),
        ("Oslo, Norway — ", "Oslo, Norway —"),
        ("OSLO  –\n", "OSLO  –"),
        ("ISLAMABAD, Jan 13 (APP): ", "ISLAMABAD, Jan 13 (APP):"),
        ("Oslo: ", "Oslo:"),
        ("NORWAY / CHILE – ", "NORWAY / CHILE –"),
        ("Moscow / 16.03.31 / Turan: ", "Moscow / 16.03.31 / Turan:"),
        ("Oslo.\n", "Oslo."),
    ],
)
def test_a_dateline_that_runs_on_is_no_part_of_the_sentence(opening: str, dateline: str) -> None:
    text = f"Norway, Chile share data\n\n{opening}{BODY}\n\nThey will meet again in the summer of 2032, officials said."
    assert parts(text)[1:3] == [("dateline", dateline), ("body", BODY)]


@pytest.mark.parametrize(
    "opening",
    [
        "We — Ann Lee of Chile and Jon Berg of Norway — ",
        "The plan — a first — ",
        "Norway said: ",
        "Norway — Europe’s largest fisher — said: ",
        "Peru – ",
    ],
)
def test_a_dash_or_colon_in_a_sentence_is_no_dateline(opening: str) -> None:
    text = f"Norway, Chile share data\n\n{opening}{BODY}\n\nThey will meet again in the summer of 2032, officials said."
    assert parts(text)[1] == ("body", f"{opening}{BODY}")


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Both issued a statement (PDF) Open a New Window.", ["Both issued a statement", "(PDF) Open a New Window."]),
        ("They adopted a plan (PDF, 80KB) and left.", ["They adopted a plan", "(PDF, 80KB)", "and left."]),
        ("They adopted a plan [PDF] (opens in new tab).", ["They adopted a plan", "[PDF] (opens in new tab)."]),
        ("The plan goes on. Learn more about the plan at:", ["The plan goes on.", "Learn more about the plan at:"]),
        (
            "The plan goes on. See: Plan of Norway (24KB PDF file)",
            ["The plan goes on.", "See: Plan of Norway (24KB PDF file)"],
        ),
    ],
)
def test_what_is_left_of_a_link_is_cut_out_of_its_line(line: str, pieces: list[str]) -> None:
    text = f"{BODY}\n\n{line}\n\nThey will meet again in the summer of 2032, the officials of both said."
    middle = parts(text)[1:-1]
    assert [words for _, words in middle] == pieces
    assert [zone for zone, words in middle if "PDF" in words or "Learn" in words] == ["boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "Share the data of all ships with the other side by 2032.",
        "Follow the rules of the port.",
        "The reporting by both sides will go on.",
        "Contact between the two coast guards will be kept.",
        "Read the law as the court reads it.",
        "More of the same ships will sail north in 2032.",
        "They subscribe to these principles.",
        "Back to back meetings were held in Oslo.",
        "Images taken by satellites of both states show the ice.",
    ],
)
def test_a_line_of_the_text_is_not_taken_for_a_button(line: str) -> None:
    text = f"Talks on fish\n\n{BODY}\n\n{line}\n\nThey will meet again in the summer of 2032, the officials said."
    assert ("body", line) in parts(text)


def test_the_title_that_is_known_is_found_wherever_it_stands() -> None:
    text = f"Talks\n\nMinistry of Fish and of the Sea\n\nNorway and Chile\n\n{BODY}"
    assert ("title", "Norway and Chile") in parts(text, "Norway and Chile - Ministry of Fish")


def test_the_date_on_the_line_of_a_title_is_not_the_title() -> None:
    text = f"PRIME MINISTER\n\nJoint statement on research at sea Saturday, 07 May 2031\n\n{BODY}"
    assert parts(text)[:3] == [
        ("heading", "PRIME MINISTER"),
        ("title", "Joint statement on research at sea"),
        ("dateline", "Saturday, 07 May 2031"),
    ]


def test_bullets_that_run_on_inside_a_paragraph_are_items() -> None:
    text = f"{BODY}\n\nâ\x80¢ Noted the progress. â\x80¢ Agreed to meet again in 2032."
    assert parts(text)[1:] == [("list-item", "Noted the progress."), ("list-item", "Agreed to meet again in 2032.")]


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["1. One thing.", "  1. Under it.", "  2. Also.", "2. Two."], [1, 2, 2, 1]),
        (["1. One thing.", "(a) Under it.", "(i) Deeper.", "(b) Also.", "2. Two."], [1, 2, 3, 2, 1]),
        (["1. One thing.", "- Under it.", "- Also.", "2. Two."], [1, 2, 2, 1]),
        (["1. One.", "2. Two.", "1. Under two.", "2. Also.", "3. Also.", "3. Three."], [1, 1, 2, 2, 2, 1]),
        (["• One.", "    • Under it.", "• Two."], [1, 2, 1]),
    ],
)
def test_items_know_how_deep_they_stand(lines: list[str], levels: list[int]) -> None:
    text = "\n".join([BODY.replace("ships.", "ships:"), *lines])
    assert [b.level for b in zones_of(text) if b.zone == "list-item"] == levels


def test_a_line_wrapped_at_a_column_goes_on() -> None:
    wrapped = (
        "The ministers of Norway and Chile met in Oslo on Monday and agreed to\n"
        "share the data of their ships. Minister Lund said that the Council of\n"
        "Coastal States would be told by March\n"
        "20. The plan will be reviewed by the two Ministers and by their staff\n"
        "every year until the end of the decade, she said on the steps of the\n"
        "Ministry.\n"
    )
    document = document_of_text(wrapped)
    assert len(document.blocks) == 1
    assert len(document.sentences) == 3


def test_front_matter_is_a_block_of_its_own_and_is_not_read() -> None:
    text = f"---\ntitle: Talks on fish\nurl: https://example.org/1\n---\n\n{BODY}\n"
    assert [zone for zone, _ in parts(text)] == ["front-matter", "body"]
    assert parts(text)[0][1].startswith("---\ntitle")


@pytest.mark.parametrize("text", ["", " ", "\ufeff", "\n\n", "x", "-", "---", "---\n", "1.", "###", "“", ".", "\u200b"])
def test_next_to_nothing_is_read_without_harm(text: str) -> None:
    assert all(text[b.start : b.end].strip() for b in zones_of(text))


PIECES = [
    *("Norway and Chile agreed to share the data of their ships.", "Share this page", "Most read", "- item", "1. one;"),
    *(
        "Article 1",
        "A",
        "–",
        " Japan ",
        "‘s plan",
        "4 May 2031",
        "OSLO (Reuters) - Lund said so.",
        "READ:",
        "###",
        "# Head",
    ),
    *(
        "Ministers:",
        "agreed to meet again",
        "(PDF) Open a New Window.",
        "© 2031",
        "---",
        "title: x",
        "•",
        "Press contacts:",
    ),
    *(
        "",
        "",
        "\ufeff",
        "Photo: x",
        "a / b",
        "DONE at Lima, this third day of May two thousand",
        "Ministers Agree on Fish",
    ),
]
PAGES_BY_CHANCE = st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join) | st.text(max_size=300)


@given(PAGES_BY_CHANCE)
def test_blocks_and_sentences_are_in_order_apart_and_leave_nothing_out(text: str) -> None:
    document = document_of_text(text)
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        position = block.end
    position = 0
    said = bytearray(len(text))
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert position <= sentence.start < sentence.end <= len(text)
        assert block.start <= sentence.start < sentence.end <= block.end
        assert sentence.zone == block.zone
        assert block.zone in READ_ZONES
        said[sentence.start : sentence.end] = b"\1" * (sentence.end - sentence.start)
        position = sentence.end
    for block in document.blocks:
        if block.zone in READ_ZONES:
            assert all(said[i] or text[i] in EDGE for i in range(block.start, block.end))


@given(PAGES_BY_CHANCE)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert document_of_text(text) == document_of_text(text)


PIECES_OF_LONG_LINES = [
    *(
        "a",
        "(",
        "“",
        '"',
        ".",
        "A. ",
        "1. ",
        "- ",
        " ",
        "\xa0",
        "1",
        "1 May 2001 ",
        "#",
        "[",
        "(pdf ",
        "• ",
        "—",
        "A — ",
        "/ ",
    ),
    *(
        "WASHINGTON ",
        "” he said ",
        "U.S. ",
        "\u200b",
        "\t",
        "http://",
        "x@",
        "Learn more about ",
        "Subscribe ",
        "photo ",
    ),
]


@pytest.mark.parametrize("piece", PIECES_OF_LONG_LINES)
def test_a_line_of_any_length_is_read_in_proportion(piece: str) -> None:
    # 300,000 characters; a square law would need minutes for any of these.
    started = time.process_time()
    document = document_of_text("Talks\n\n" + piece * (300_000 // len(piece)))
    assert document.text
    assert time.process_time() - started < 5


def test_a_text_of_many_lines_is_read_in_proportion() -> None:
    started = time.process_time()
    assert len(document_of_text(f"{BODY}\n" * 4_000).sentences) == 4_000
    assert time.process_time() - started < 5
