"""Title, day, publisher, kind and language, where the words say so; and unknown where they do not."""

from __future__ import annotations

import pytest

from graph_builder.documents import Metadata, document_of_text
from graph_builder.documents.datelines import days_in
from graph_builder.documents.front_matter import front_matter, front_matter_end
from graph_builder.documents.tongue import language_of

BODY = "Norway and Chile agreed to share all the data of their ships, and to meet again in the summer of 2032."


def metadata(text: str) -> Metadata:
    """What a text tells of itself."""
    return document_of_text(text, name="2019-01-01-reuters-fact-sheet.txt").metadata


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("14:30 JST, February 6, 2031", "2031-02-06"),
        ("August 28, 2031", "2031-08-28"),
        ("Aug. 28, 2031", "2031-08-28"),
        ("7 May 2031", "2031-05-07"),
        ("Friday, 15 November 2031", "2031-11-15"),
        ("Wed, April 3, 2031", "2031-04-03"),
        ("3rd of May, 2031", "2031-05-03"),
        ("23 JUN 2031 8:45PM", "2031-06-23"),
        ("2031-05-04 19:10", "2031-05-04"),
        ("2031/5/4", "2031-05-04"),
        ("04.05.2031", "2031-05-04"),
        ("DONE at Lima, this third day of May two thousand and thirty-one", "2031-05-03"),
        ("the 27th day of January one thousand nine hundred and sixty-seven", "1967-01-27"),
        ("SIGNED at Oslo on the 26th day of March 2003", "2003-03-26"),
        ("this twentieth day of October, two thousand and twenty-five", "2025-10-20"),
        ("31 February 2031", None),
        ("May 2031", None),
        ("in 2031", None),
        ("4/5/2031", None),
    ],
)
def test_a_full_day_is_read_in_the_forms_documents_use(words: str, day: str | None) -> None:
    assert [found.iso for found in days_in(words)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        (f"Talks on fish\n\nOslo, 4 May 2031\n\n{BODY}", "2031-05-04"),
        (f"Talks on fish in the north Saturday, 07 May 2031\n\n{BODY}", "2031-05-07"),
        (f"Statement at the Summit of Coastal States (May 15, 2031)\n\n{BODY}", "2031-05-15"),
        (f"Talks on fish\n\nPublished\n12 May 2031\nLast updated\n13 May 2031\n\n{BODY}", "2031-05-12"),
        (f"Treaty on Fish\n\n{BODY}\n\nDONE at Lima, this third day of May two thousand and thirty-one.", "2031-05-03"),
        (f"Talks on fish\n\n{BODY} The first round was held on 3 March 2030 in Oslo.", None),
        (f"Talks on fish\n\nOSLO, Jan. 13 (Reuters) - {BODY}", None),
        (f"Talks on fish\n\n{BODY}", None),
    ],
)
def test_the_day_of_issue_is_the_dateline_and_never_a_day_that_is_told_of(text: str, issued: str | None) -> None:
    assert metadata(text).issued == issued


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Talks on fish go on in Oslo\n\n{BODY}", "Talks on fish go on in Oslo"),
        (f"PRIME MINISTER\n\nNorway and Chile share data on ice\n\n{BODY}", "Norway and Chile share data on ice"),
        (f"JOINT STATEMENT\n\nMEETING ON ICE AND FISH\n\n{BODY}", "MEETING ON ICE AND FISH"),
        ("The Third Meeting of the Coastal Dialogue was held in Oslo.", "The Third Meeting of the Coastal Dialogue"),
        (BODY, None),
        ("Norway met Chile.", None),
    ],
)
def test_the_title_is_the_headline_or_what_the_opening_says_was_held(text: str, title: str | None) -> None:
    assert metadata(text).title == title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Joint Statement of Norway and Chile\n\n{BODY}", "joint-statement"),
        (f"Norway-Chile Joint Leaders’ Statement\n\n{BODY}", "joint-statement"),
        (f"Leaders’ statement on the northern seas\n\n{BODY}", "joint-statement"),
        (f"FACT SHEET: Norway and Chile Advance Work on Ice\n\n{BODY}", "fact-sheet"),
        (f"Readout of the Minister’s Call with Chile\n\n{BODY}", "readout"),
        (f"Communiqué of the Council of Coastal States\n\n{BODY}", "communique"),
        (f"Oslo Declaration on Ice\n\n{BODY}", "declaration"),
        (f"Treaty on the Use of the Northern Seas\n\n{BODY}", "treaty"),
        (f"Protocol to the Treaty on Fish\n\n{BODY}", "treaty"),
        (f"Statement by the Minister of Fisheries\n\n{BODY}", "statement"),
        (f"Remarks by the Minister at the Council\n\n{BODY}", "speech"),
        (f"MINISTER FOR FISH NEWS RELEASE\n\nVISIT TO THE NORTHERN PORTS\n\n{BODY}", "press-release"),
        (
            f"Norway and Chile share data\n\nJoint statement with the Minister of Chile, Ann Lee\n\n{BODY}",
            "joint-statement",
        ),
        (f"Talks on fish\n\nThe following is a joint statement by Norway and Chile.\n\n{BODY}", "joint-statement"),
        (f"Talks on fish\n\n{BODY}\n\n###\n\n555-0100", "press-release"),
        (f"Talks on fish\n\nOSLO (AP) — {BODY} “We agree,” Lund told reporters.", "news-report"),
        (
            "Joint statement set to name fish, sources say\n\nNorway will name fish in a joint statement on Monday, "
            "Lund told reporters. Chile agreed on Tuesday to do so too, according to several government sources.",
            "news-report",
        ),
        (f"Talks on fish\n\n{BODY}", None),
    ],
)
def test_the_kind_is_told_by_the_words_of_the_head_and_by_how_news_is_told(text: str, kind: str | None) -> None:
    assert metadata(text).kind == kind


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"Talks on fish\n\nOSLO, Jan. 13 (Reuters) - {BODY}", "Reuters"),
        (f"Talks on fish\n\nOSLO, May 5. /TASS/. {BODY}", "TASS"),
        (f"Talks on fish\n\nAFP\nOslo, Norway\n4 May 2031\n\n{BODY}", "Agence France-Presse"),
        (f"Ministry of Fish of Norway\n\nNorway and Chile share data on ice\n\n{BODY}", "Ministry of Fish of Norway"),
        (f"Talks on fish - Ministry of Fish of Norway\n\n{BODY}", "Ministry of Fish of Norway"),
        (f"Talks on fish\n\n{BODY}\n\n© 2031 The Oslo Paper. All rights reserved.", "The Oslo Paper"),
        (f"Talks on fish and ice\n\nPrime Minister’s Office\n14:30 CET, February 6, 2031\n\n{BODY}", None),
        (f"Talks on fish\n\n{BODY} The Ministry of Fish of Norway said so.", None),
    ],
)
def test_the_publisher_is_named_only_where_the_text_says_whose_it_is(text: str, publisher: str | None) -> None:
    assert metadata(text).publisher == publisher


def test_nothing_is_taken_from_the_name_of_a_file() -> None:
    found = metadata(BODY)
    assert found == Metadata(language="en", found_in=(("language", "text"),))


def test_front_matter_wins_over_the_text_and_the_user_over_both() -> None:
    text = (
        f"---\ntitle: From above\ndate: 2031-05-04\nsource: https://example.org/1\ndigest: true\n---\n\nTalks\n\n{BODY}"
    )
    found = metadata(text)
    assert (found.title, found.issued, found.url, found.digest) == (
        "From above",
        "2031-05-04",
        "https://example.org/1",
        True,
    )
    assert dict(found.found_in)["title"] == "front matter"
    given = document_of_text(text, metadata=Metadata(title="From the user")).metadata
    assert (given.title, given.issued, given.digest) == ("From the user", "2031-05-04", True)
    assert dict(given.found_in) == {
        "title": "manifest",
        "issued": "front matter",
        "url": "front matter",
        "language": "text",
    }


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\ntitle: A visit\n---\n", {"title": "A visit"}),
        ("\ufeff---\r\ntitle: 'A: b'\r\n...\r\nText", {"title": "A: b"}),
        ('---\n# note\nTitle: "A"\n\nurl: https://a.b/c?d=1\n---\n', {"title": "A", "url": "https://a.b/c?d=1"}),
        ("---\ntitle: a long\n  title goes on\n---\n", {"title": "a long title goes on"}),
        ("---\ntitle: A visit\nno pair here\n---\n", {}),
        ("---\ntitle: A visit\n", {}),
        ("----\ntitle: A visit\n---\n", {}),
        ("Text\n---\ntitle: A visit\n---\n", {}),
        ("---\nNorway agreed.\n---\n", {}),
        ("---\n" + "a: b\n" * 5_000 + "---\n", {}),
    ],
)
def test_only_plain_pairs_between_two_fences_are_front_matter(text: str, values: dict[str, str]) -> None:
    assert front_matter(text) == values
    assert (front_matter_end(text) > 0) == bool(values)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers of the two states agreed that they will share the data of their ships.", "en"),
        ("Les ministres des deux pays ont décidé de partager les données de leurs navires.", "fr"),
        ("Die Minister der beiden Staaten haben beschlossen, die Daten ihrer Schiffe zu teilen.", "de"),
        ("Los ministros de los dos países acordaron compartir los datos de sus barcos en el norte.", "es"),
        ("I ministri dei due paesi hanno deciso di condividere i dati delle loro navi nel nord.", "it"),
        ("Os ministros dos dois países decidiram partilhar os dados dos seus navios no norte.", "pt"),
        ("De ministers van de twee landen hebben besloten om de gegevens van hun schepen te delen.", "nl"),
        ("Министры двух стран договорились обмениваться данными своих кораблей.", "ru"),
        ("Міністри двох країн домовилися обмінюватися даними своїх кораблів.", "uk"),
        ("两国部长同意分享船只的数据,并于明年再次会晤。", "zh"),
        ("両国の大臣は船のデータを共有することで合意しました。", "ja"),
        ("양국 장관은 선박 데이터를 공유하기로 합의했다.", "ko"),
        ("اتفق وزيرا البلدين على تبادل بيانات سفنهما في الشمال.", "ar"),
        ("The Chinese minister (外交部长) said in Beijing that the two sides agreed to share the data.", "en"),
        ("", None),
        ("OK", None),
        ("Oslo Santiago Lima Quito Arica Bergen", None),
        ("12 34 56 78", None),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_buttons_in_another_language_do_not_count() -> None:
    text = f"中文\n\n日本語\n\nTalks on fish\n\n{BODY}\n\nLee esta nota de prensa en español aquí."
    document = document_of_text(text)
    assert document.metadata.language == "en"
    assert document.blocks[-1].zone == "boilerplate"
