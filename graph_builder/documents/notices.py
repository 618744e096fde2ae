"""Buttons, notices and advertising: lines that are the page's and not the text's, told by their own words alone.

The words are those that sites of news and of governments share. What is found here is masked, never deleted.
"""

from __future__ import annotations

import re

_LONGEST = 400

# A line that says exactly this, case and the marks at its edges aside.
_WHOLE = frozenset(
    words.strip()
    for words in """
    advertisement | advertisements | advertising | sponsored | sponsored content | share | share this | share it
    share this article | share this page | share this story | share article | share via | share on | share with
    facebook | twitter | x | linkedin | whatsapp | whatapp | telegram | instagram | youtube | tiktok | threads | reddit
    pinterest | bluesky | messenger | wechat | weibo | line | rss | email | e-mail | mail | print | print page
    print this page | print version | printer friendly | copy | copy link | copy url | link copied | save | bookmark
    listen | download | download pdf | pdf | pdf version | log in | login | log out | sign in | sign up | sign me up
    register | subscribe | subscribe now | subscribed | unsubscribe | join us | follow | follow us | comments | comment
    no comments | leave a comment | leave a reply | leave comment | view comments | view more | see more | show more
    load more | more | read more | read full story | read full article | continue reading | next | previous | prev
    next article | previous article | next story | home | homepage | main menu | menu | search | close | open | back
    go back | skip navigation | top | page top | go to top | to top | back to top | scroll to top | site map | sitemap
    table of contents | page contents | on this page | in this article | in this story | thank you for reading
    gift full article | gift premium articles | to anyone | change text size | text size | font size | news alerts
    breaking news | live updates | live | watch | watch live | watch now | video | videos | photos | gallery
    photo gallery | slideshow | cookie settings | cookie policy | accept | accept all | reject all | i agree | ok
    terms of use | terms of service | terms and conditions | terms | privacy | privacy policy | privacy notice
    disclaimer | accessibility | contact | contact us | about us | help | faq | feedback | careers | languages
    english | español | français | deutsch | русский | 中文 | العربية | 日本語 | português | select language
    on twitter | on facebook | on x | tags | topics | keywords | thank you for signing up | is this page useful
    was this page helpful | report a problem | give feedback | share your thoughts | end of document
    view more newsletter | our newsletter | newsletter | newsletters | add to favorites | bookmark this | agencies
    staff | news desk | open a new window | open in new window | opens in new window | opens in a new tab
    external link | links | see all | view all | the associated press | reuters | afp | ap | xinhua | tass | interfax
    anadolu agency | kyodo | kyodo news | jiji press | yonhap | bernama | antara | pti | ani | dpa | efe | ansa
    bloomberg | begin text | end text | from | published | updated | last updated | end of text | spot_img | related
    website | official website | hide caption | toggle caption | enlarge this image | expand
    """.replace("\n", "|").split("|")
)

# A line that begins so.
_OPENING = re.compile(
    r"""(?:
      (?:article|story|text)\ continues\ (?:after|below)\b
    | (?:advertisement|sponsored\ by)\b
    | share\ (?:on|via)\ (?:facebook|twitter|x|linkedin|whatsapp|telegram|email|social)\b
    | share\ (?:this|the\ best\ of)\b.{0,60}(?:article|page|story|post|news|friends)\b
    | follow\ (?:us|@|our|.{1,40}\ on\ (?:twitter|x|facebook|instagram|telegram|google|linkedin|whatsapp))
    | (?:also\ )?read(?:\ (?:more|next|also|this|in|full|here|the\ full\ (?:text|story|article)))?\s*:
    | read\ (?:more|also|next|full|the\ full\ (?:story|article))\b.{0,80}$
    | (?:learn|find\ out|see|discover)\ more\ (?:about|on|at|here)\b.{0,140}(?:at|here|:)[:.]?$
    | back\ to\ \S.{0,100}(?<![.!?])$
    | skip\ to\ (?:main\ |the\ )?(?:content|navigation|search|menu)
    | (?:an\ )?official\ website\ of\ | here['’]?s\ how\ you\ know | official\ websites\ use\ | secure\ \.gov
    | a\ \.gov\ website\ belongs | a\ lock\b.{0,60}https | \.?gov\ means\ it
    | (?:there\ are\ )?no\ new\ alerts
    | opens?\ (?:in\ )?(?:a\ )?new\ (?:window|tab)
    | (?:copyright\b|©|\(c\)\ ?(?:19|20)\d\d)
    | by\ (?:clicking|registering|subscribing|signing|continuing|providing)\b.{0,80}\b(?:agree|accept|email|you)\b
    | (?:and\ )?(?:i\ )?acknowledge\ that\ i\ have\ read | i\ agree\ to\ the\b | for\ signing\ up\b
    | your\ subscription\b | subscribe\ (?:to|for|now|today)\b.{0,120}$ | sign\ up\ (?:for|to|here|now)\b.{0,120}$
    | thank\ you\ for\ (?:signing|subscribing|registering|reading|visiting|your\ interest)\b
    | please\ (?:check\ your\ e?-?mail|enable\ javascript|log\ in|subscribe|sign\ in|try\ again)
    | (?:javascript|cookies)\ (?:is|are)\ (?:disabled|required|used)
    | (?:we|this\ (?:web)?site)\ uses?\ cookies | this\ website\ uses
    | leave\ a\ (?:comment|reply) | (?:post|add|write)\ a\ comment | your\ email\ address\ will\ not\ be\ published
    | (?:tags?|keywords?|topics?|categor(?:y|ies)|filed\ under|labels?|hashtags?|more\ on|explore\ the\ topic)\s*:
    | (?:for\ )?(?:media|press)\ (?:contacts?|(?:e|i)nquir(?:y|ies)|office\ contact)\b.{0,120}$
    | (?:general\ )?public\ (?:e|i)nquiries\b
    | (?:contact|contacts|contact\ (?:us|details|information|person)|points?\ of\ contact)\s*:
    | for\ (?:more|further|additional)\ (?:information|details|queries)\b
      .{0,20}(?:contact|visit|see|call|email|please|go\ to|:)
    | (?:tel|phone|telephone|fax|e-?mail|mobile|twitter|website|web|facebook|address)\s*(?:no\.?\s*)?:
    | download\ (?:the\ |this\ )?(?:pdf|file|document|photo|image|full|statement|press|our\ app|app)\b.{0,80}$
    | (?:pdf|docx?|word|xlsx?)\s?[\[(] | \[?\(?pdf\b[^a-z]{0,20}$ | related\ documents?\s*:?$
    | (?:visitor\ counter|print\ this|suggest\ to\ a\ friend|read\ this\ release\ in|source\s*:|editor\s*:|via\s*:)
    | \(?(?:release|backgrounder)\ id\b
    | [A-Z]{2,}(?:/\d{1,6}){1,3}$
    | all\ quotes\ delayed | please\ enter\ your\ (?:comment|name) | published:\ updated: | enable\ read\ mode
    | if\ you\ are\ not\ a\ journalist
    | this\ e?-?mail\ was\ sent\ to\b | external\ links\ to\ other\b
    | (?:this|the)\ (?:story|article|report)\ (?:was|has\ been)\ (?:originally\ |first\ )?(?:publish|updat|correct)ed
    | please\ contact\ us\ for\ subscription
    | (?:lee|leer)\ (?:esta|este|en)\b | lire\ (?:cet|ce|en|aussi)\b | auf\ deutsch\b | url\ berhasil
    | (?:photo|image|picture|video)s?\ (?:gallery|slideshow)
    | --> | <!-- | \{\{ | function\ ?\( | var\ \w+\ ?= | \#\w+(?:[\ ,]+\#\w+)*$
    | https?://\S+$ | www\.\S+$ | (?:by\ )?\S+@\S+\.\w+(?:\s*[/,;|]\s*\S+@\S+\.\w+)*$ | @\w{2,30}$
    | (?:page\ )?\d{1,4}(?:\ ?(?:/|of)\ ?\d{1,4})?$ | -\ ?\d{1,4}\ ?-$ | page\ \d{1,4}\b.{0,20}$
    | \+?[\d(][\d\s().+/-]{6,30}$ | \d+\ (?:min(?:ute)?s?\ read|comments?|shares?|views?|likes?)$
    | by\ (?:our\ )?(?:staff|correspondents?|agencies)\b.{0,40}$
    )""",
    re.X | re.I,
)
# Whole sentences that sell: two different ones of these words are no policy text.
_PROMOTION = re.compile(
    r"""\bsubscri(?:be|bers?|ptions?)\b | \bnewsletters?\b | \bsign(?:ing)?[ -]up\b | \byour\ (?:inbox|e-?mail)\b
    | \blog\ in\b | \bunlimited\ access\b | \bexclusive\ (?:interviews?|content|access|stories)\b | \bour\ app\b
    | \bin-depth\ coverage\b | \bgo-to\ source\b | \bahead\ of\ the\ curve\b | \bterms\ of\ (?:use|service)\b
    | \bprivacy\ policy\b | \bfriends,\ family\b | \bgift\ \d | \bcookies\b | \bpaywall\b | \bfree\ trial\b
    | \bgoogle\ news\b | \bfollow\ our\b | \blatest\ (?:headlines|stories|news)\b | \bthe\ app\b
    | \bdelivered\ (?:daily|weekly|straight)\b | \bdonat(?:e|ion)\ (?:now|today|to\ us)\b""",
    re.X,
)
_PROMOTION_HINTS = (
    *("subscri", "newsletter", "sign", "inbox", "mail", "log in", "access", "exclusive", "coverage", "source", "curve"),
    *("terms of", "privacy", "our app", "family", "gift", "cookies", "paywall", "trial", "deliver", "donat"),
    *("google", "follow", "latest", "the app"),
)
_PAUSE = re.compile(r"advertis|continues (?:after|below)|^[\W\d_]*$|^page \d", re.I)
# What a report closes with: who wrote it, whose it is, what readers think of it. Nothing of the text comes after.
_CLOSING = re.compile(
    r"""(?:
      \(?(?:reporting|writing|editing|additional\ reporting|compiled|edited|written)\ by\b.{0,200}$
    | \(?(?:with\ )?(?:additional\ )?reporting\ (?:from|by)\b
    | our\ standards\s*: | leave\ a\ (?:comment|reply|review) | (?:post|add|write)\ a\ comment
    | your\ email\ address\ will\ not\ be\ published | (?:copyright\b|©)\s.{0,120}$
    )""",
    re.X | re.I,
)
_CLOSING_WORDS = (
    *("all rights reserved", "contributed to this report", "contributed to this article", "contributed to this story"),
    "website contains only a portion of",
)
_LANGUAGES = frozenset(
    """arabic bengali chinese dutch english french german hindi indonesian italian japanese korean persian polish
    portuguese russian spanish swahili thai turkish ukrainian urdu vietnamese""".split()
)
_NETWORKS = (
    *("facebook", "twitter", "linkedin", "whatsapp", "telegram", "instagram", "youtube", "pinterest", "reddit"),
    *("wechat", "weibo"),
)
_EDGES = " \t\xa0.:,;!?|•·*#-–—_[]()“”\"'>»<«→←"


def is_notice(line: str) -> bool:
    """Whether a line is a link, a button, a notice, a page number or a contact, by its own words alone.

    >>> [is_notice(words) for words in ("Share this article", "They share this view of the region.", "- 2 -")]
    [True, False, True]
    """
    if len(line) > _LONGEST:
        return False
    bare = line.strip(_EDGES).lower()
    if not bare or bare in _WHOLE or _OPENING.match(line) is not None or is_closing(line):
        return True
    return is_promotion(line) or (len(line) <= 160 and (_is_choice_of_language(bare) or _names_networks(bare)))


def _is_choice_of_language(bare: str) -> bool:
    """Whether a line holds nothing but names of languages, in English and in their own script."""
    words = re.findall(r"[^\W\d_]+", bare) if len(bare) <= 80 else []
    return any(word in _LANGUAGES for word in words) and all(word in _LANGUAGES or not word.isascii() for word in words)


def _names_networks(bare: str) -> bool:
    """Whether a line names two places to share it on."""
    return sum(name in bare for name in _NETWORKS) >= 2


def is_promotion(line: str) -> bool:
    """Whether a line sells the site it stands on: at least two of the words that do.

    >>> is_promotion("Log in or subscribe to read on."), is_promotion("They subscribe to these principles.")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    low = line.lower()
    if sum(hint in low for hint in _PROMOTION_HINTS) < 2:  # far cheaper than the pattern, and nearly always enough
        return False
    return len({found.group() for found in _PROMOTION.finditer(low)}) >= 2


def is_closing(line: str) -> bool:
    """Whether a line closes a report: who wrote it, whose it is, where to comment on it.

    >>> is_closing("Reporting by Ann Lee; editing by Tom Ray"), is_closing("The reporting by both sides will go on.")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    low = line.lower()
    return _CLOSING.match(line) is not None or any(words in low for words in _CLOSING_WORDS)


def is_pause(line: str) -> bool:
    """Whether a notice can stand between two lines of the text: an advertisement or a page number.

    >>> is_pause("Article continues after this advertisement"), is_pause("Sign up here")
    (True, False)
    """
    return _PAUSE.search(line) is not None
