"""Which language a text is in, by its script and its commonest words. Deterministic, small, and shy: in doubt None."""

from __future__ import annotations

import re

_LOOKED_AT = 2_500
_WORDS = {
    "en": "the of and to in a is that for on with as by it was are be from at this which have has will their not its",
    "fr": "le la les de des du et en un une est que qui dans pour sur au aux par avec ce cette sont été plus nous leur",
    "de": "der die das und in den von zu mit des auf für ist im dem nicht ein eine als auch werden sich hat wird",
    "es": "el la los las de del y en un una que es por con para se su al lo como más ha sus este entre son también",
    "it": "il lo la i gli le di del della e in un una che è per con si da al nel sono ha dei delle alla come anche più",
    "pt": "o a os as de do da dos das e em um uma que é por com para se no na ao como mais foi são também pelo entre",
    "nl": "de het een van en in te dat op is met voor zijn die niet aan er door ook als bij wordt naar uit heeft",
    "pl": "i w na z do się że nie jest o od przez za dla po oraz są jako jak przy ma to przed",
    "tr": "ve bir bu ile için da de olarak olan en daha çok sonra kadar gibi ise tarafından her türkiye",
    "id": "yang dan di dengan untuk dari pada ini dalam itu tidak akan oleh adalah ke sebagai juga telah para",
    "sv": "och i att det som en på är av för med till den har de inte om ett vi från",
    "no": "og i det som en på er av for med til den har de ikke om et vi fra å",
    "vi": "và của là các có trong được cho với không này người những một đã",
    "ro": "și în de la cu pe din care pentru este nu sunt prin să se mai",
    "cs": "a v na se je že s z do o k i pro za by ale jako jsou který",
    "hu": "a az és hogy nem is egy meg ez van volt mint csak már",
    "fi": "ja on ei se että oli hän mutta kuin myös ovat joka tai",
}
_STOPS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(language for language in _STOPS if word in _STOPS[language])
    for words in _STOPS.values()
    for word in words
}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1cff\u3040-\ud7af]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def language_of(text: str) -> str | None:
    """The language of a text as a BCP 47 tag, or None where too little of it is there to tell.

    >>> language_of("The two ministers agreed to share the data that their ships gather in the strait.")
    'en'
    >>> language_of("Les deux ministres ont convenu de partager les données que leurs navires recueillent.")
    'fr'
    """
    sample = text[:_LOOKED_AT]
    if _OTHER_SCRIPT.search(sample) is not None:
        by_script = _by_script(sample, len(_LATIN.findall(sample)))
        if by_script is not None:
            return by_script
    counts: dict[str, int] = {}
    total = 0
    for word in _WORD.findall(sample.lower()):
        total += 1
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    if total < 4 or not counts:
        return None
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    best, hits = ranked[0]
    runner_up = ranked[1][1] if len(ranked) > 1 else 0
    # A tenth of running text is such words; names and lists have fewer, and then nothing is said.
    return best if hits >= 2 and hits >= 0.1 * total and hits > runner_up else None


def _by_script(sample: str, latin: int) -> str | None:
    """The language of a script other than Latin, where that script outweighs Latin (a quotation does not)."""
    counts = {language: len(script.findall(sample)) for language, script in _SCRIPTS}
    # Japanese is written with Chinese characters as well: a tenth of kana is enough to tell.
    if counts["ja"] * 10 >= counts["zh"] > 0 or counts["ja"] > latin:
        counts["ja"] += counts["zh"]
        counts["zh"] = 0
    best = max(counts, key=lambda language: (counts[language], language))
    # A Chinese or Japanese character says as much as three letters do.
    weight = 3 if best in {"zh", "ja", "ko"} else 1
    if counts[best] * weight <= latin or counts[best] < 4:
        return None
    if best == "ru" and re.search("[іїєґІЇЄҐ]", sample) is not None:
        return "uk"
    return best
