"""What stands on a page and is not its text: links, buttons, notices, lists of other headlines, credits.

Each test looks at one line or paragraph. The words are those that sites of news and of governments share; a line is
furniture by what it says, a list of headlines by the words that open it. Everything here is masked, never deleted.
"""

from __future__ import annotations

import re

_LONGEST = 400

# A line that says exactly this, case and punctuation at its edges aside.
_WHOLE = frozenset(
    """advertisement|advertisements|advertising|sponsored|sponsored content|share|share this|share it|share this article
    share this page|share this story|share article|share via|share on|share with|facebook|twitter|x|linkedin|whatsapp|whatapp
    telegram|instagram|youtube|tiktok|threads|reddit|pinterest|bluesky|messenger|wechat|weibo|line|rss|email|e-mail|mail
    print|print page|print this page|print version|printer friendly|copy|copy link|copy url|link copied|save|bookmark|listen
    download|download pdf|pdf|pdf version|log in|login|log out|sign in|sign up|sign me up|register|subscribe|subscribe now
    subscribed|unsubscribe|join us|follow|follow us|comments|comment|no comments|leave a comment|leave a reply|leave comment
    view comments|view more|see more|show more|load more|more|read more|read full story|read full article|continue reading
    next|previous|prev|next article|previous article|next story|home|homepage|main menu|menu|search|close|open|back|go back
    skip navigation|top|page top|go to top|to top|back to top|scroll to top|site map|sitemap|table of contents|page contents
    on this page|in this article|in this story|thank you for reading|gift full article|gift premium articles|to anyone
    change text size|text size|font size|news alerts|breaking news|live updates|live|watch|watch live|watch now|video|videos
    photos|gallery|photo gallery|slideshow|cookie settings|cookie policy|accept|accept all|reject all|i agree|ok|terms of use
    terms of service|terms and conditions|terms|privacy|privacy policy|privacy notice|disclaimer|accessibility|contact|contact us
    about us|help|faq|feedback|careers|language|languages|english|español|français|deutsch|русский|中文|العربية|日本語|português
    translate|select language|on twitter|on facebook|on x|tags|topics|keywords|thank you for signing up
    is this page useful|was this page helpful|report a problem|give feedback|share your thoughts|end of document
    view more newsletter|our newsletter|newsletter|newsletters|add to favorites|bookmark this|agencies|staff|news desk
    open a new window|open in new window|opens in new window|opens in a new tab|external link|links|see all|view all
    the associated press|reuters|afp|ap|xinhua|tass|interfax|anadolu agency|kyodo|kyodo news|jiji press|yonhap|bernama|antara
    pti|ani|dpa|efe|ansa|bloomberg|related|website|official website|hide caption|toggle caption|enlarge this image|expand""".replace(
        "\n", "|"
    ).split("|")
)
_WHOLE_WORDS = frozenset(words.strip() for words in _WHOLE)

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
    | (?:copyright\b|©|\(c\)\ ?(?:19|20)\d\d) | .{0,80}\ball\ rights\ reserved\b
    | (?:by\ (?:clicking|registering|subscribing|signing|continuing|providing)\b).{0,80}\b(?:agree|accept|email|consent|you)\b
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
    | for\ (?:more|further|additional)\ (?:information|details|queries)\b.{0,20}(?:contact|visit|see|call|email|please|go\ to|:)
    | (?:tel|phone|telephone|fax|e-?mail|mobile|twitter|website|web|facebook|address)\s*(?:no\.?\s*)?:
    | download\ (?:the\ |this\ )?(?:pdf|file|document|photo|image|full|statement|press|our\ app|app)\b.{0,80}$
    | (?:pdf|docx?|word|xlsx?)\s?[\[(] | \[?\(?pdf\b[^a-z]{0,20}$ | related\ documents?\s*:?$
    | (?:visitor\ counter|release\ id|print\ this|suggest\ to\ a\ friend|read\ this\ release\ in|source\s*:|editor\s*:|via\s*:)
    | \(release\ id\b | \(?backgrounder\ id\b
    | [A-Z]{2,}(?:/\d{1,6}){1,3}$
    | (?:reporting|writing|editing|additional\ reporting|compiled|edited|written)\ by\b.{0,200}$
    | (?:with\ )?(?:additional\ )?reporting\ (?:from|by)\b | .{0,120}\bcontributed\ to\ this\ (?:report|article|story)
    | our\ standards\s*: | (?:this|the)\ (?:story|article|report)\ (?:was|has\ been|is)\ (?:originally\ |first\ )?(?:published|updated|corrected)
    | .{0,80}\bwebsite\ contains\ only\ a\ portion\b | please\ contact\ us\ for\ subscription
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
# Buttons, notices and advertising in whole sentences: two of these words are no policy text.
_PROMOTION = re.compile(
    r"""\bsubscri(?:be|bers?|ptions?)\b|\bnewsletters?\b|\bsign(?:ing)?[ -]up\b|\byour (?:inbox|e-?mail)\b|\blog in\b
    |\bunlimited access\b|\bexclusive (?:interviews?|content|access|stories)\b|\bin-depth coverage\b|\bgo-to source\b
    |\bahead of the curve\b|\bterms of (?:use|service)\b|\bprivacy policy\b|\bour app\b|\bfriends, family\b|\bgift \d
    |\bcookies\b|\bpaywall\b|\bfree trial\b|\bdelivered (?:daily|weekly|straight)\b|\bdonat(?:e|ion) (?:now|today|to us)\b""".replace(
        "\n    ", ""
    )
)
_PROMOTION_HINTS = (
    "subscri",
    "newsletter",
    "sign",
    "inbox",
    "mail",
    "log in",
    "access",
    "exclusive",
    "coverage",
    "source",
    "curve",
    "terms of",
    "privacy",
    "our app",
    "family",
    "gift",
    "cookies",
    "paywall",
    "trial",
    "deliver",
    "donat",
)
# Words above a list of other headlines. The first group takes all headlines that follow, the second only one.
_LIST_OPENER = re.compile(
    r"""(?:["“]?\w{3,20}["”]?\ )?popular(?:\ (?:articles?|stories|news|posts?|now|today|this\ week))?
    | most\ (?:read|popular|viewed|shared|commented|watched|recent)(?:\ \w+){0,2}
    | related(?:\ (?:articles?|stor(?:y|ies)|news|contents?|topics?|links?|posts?|items?|coverage|pages?|reading|information|sites?))?
    | featured(?:\ (?:stories|articles|news|posts?|videos?))?
    | editors?['’]?s?['’]?\ (?:picks?|choice) | (?:our\ )?top\ (?:stories|news|headlines|picks)
    | (?:the\ )?latest(?:\ (?:news|stories|headlines|updates|posts?|articles?|from\ .{1,30}|in\ .{1,30}))?
    | more\ (?:news|stories|headlines|articles|coverage|like\ this|(?:from|in)\ [A-Z"“].{0,30})
    | (?:\w+\ )?(?:access\ )?ranking | trending(?:\ (?:now|stories|topics|news))?
    | recommended(?:\ (?:for\ you|articles?|stories|reading|videos?))? | highlight
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|enjoy|have\ missed).{0,20} | what\ others\ are\ reading | don['’]t\ miss
    | other\ (?:news|stories|headlines|articles|links|pages) | in\ other\ news | news\ in\ brief | further\ reading | up\ next
    | read\ (?:next|also|this\ next) | see\ also | also\ (?:read|see|in\ the\ news) | from\ (?:around\ the\ web|our\ partners)
    | in\ case\ you\ missed\ it | recent\ (?:posts?|news|articles?|stories|comments?) | (?:today['’]s\ )?headlines | news\ alerts
    | archives? | (?:useful|quick|external)\ links | must\ reads? | breaking\ news | suggested\ (?:articles|stories|reading)""",
    re.X | re.I,
)
_ONE_HEADLINE = re.compile(
    r"(?:also\s)?read(?:\s(?:more|also|next))?\s*:?|see\salso\s*:|related\s*:|watch\s*:|more\s*:", re.I
)
_CAPTION = re.compile(
    r"""^(?:(?:file|handout|pool|illustrative)?\ ?(?:photo|image|picture)s?(?:graph)?\s?(?::|/|\ by\ |\ courtesy|\ credit|\ shows?|\ taken|\ released|\ provided)
    | (?:file|handout|pool)\ (?:photo|image|picture)
    | (?:group|commemorative|joint|family|official)\ photo(?:graph)?s?\b(?!.*[.]\ [A-Z])
    | photo\ ?(?:session|call|op|opportunity)\b | photograph(?:s|ed)?\s*(?::|by\b)
    | (?:caption|credits?|image\ credit|photo\ credit|picture\ credit|in\ this\ (?:photo|image|picture))\s*[:,]
    | (?:screenshot|screengrab|video\ grab|a\ screen\ grab)\b
    | (?:pictured|seen\ here|from\ left(?:\ to\ right)?|left\ to\ right|\(?l-r\)?|\(?from\ l(?:eft)?)\b)""",
    re.X | re.I,
)
_CREDIT = re.compile(
    r"""(?:
      \b(?:photo|image|picture|photos|images)?\ ?(?:credits?|courtesy(?:\ of)?|source)\s*:\s*\(?[\w ./,&'’-]{2,80}\)?
    | [(\[](?:\w+\ ){0,3}?(?:photos?|images?|pool|handout|pictures?)\b[\w\ /,.:'’&-]{0,80}[)\]]
    | [(\[][\w .:'’-]{0,40}(?:AP|AFP|Reuters|REUTERS|EPA|Getty|GETTY|Xinhua|TASS|Kyodo|Yonhap|AA|NASA|ANTARA|Antara|Bloomberg)\ ?(?:Photo|Images|Pool|/)[^()\[\]]{0,90}[)\]]
    | \b(?:REUTERS|Reuters|AFP|AP|EPA|EFE|Kyodo|Getty\ Images)\s?/\s?[A-Z][\w.'’ -]{1,50}
    | \b(?:Getty\ Images|Handout\ via\ REUTERS|Shutterstock|iStock|AP\ Photo)\b.{0,40}
    )\.?$""",
    re.X,
)
_END_MARK = re.compile(
    r"(?:#\s*){3,}|[-–—_*\s]*(?:-|–|—)\s?(?:end|ends|fin|30)\s?(?:-|–|—)[-–—\s.]*|E\s?N\s?D\s?S?|\(?ends\)?\.?", re.I
)
_PAUSE = re.compile(r"advertis|continues (?:after|below)|^[\W\d_]*$|^page \d", re.I)
_NAME_OF_END = re.compile(r"^(?:end|ends)\.?$")
_LINK_RESIDUE = re.compile(
    r"""[ \t\xa0]*(?:
      [(\[]\s?(?:pdf|docx?|word|excel|xlsx?|zip|jpe?g)\b[^()\[\]]{0,30}[)\]](?:\ ?(?:opens?\ (?:in\ )?a?\ ?new\ (?:window|tab)))?
    | [(\[]\s?[\d.,]+\s?(?:kb|mb)(?:\s+pdf)?(?:\s+file)?\s?[)\]]
    | [(\[]\s?(?:opens?\ in\ (?:a\ )?new\ (?:window|tab)|external\ (?:link|site|website)|link\ is\ external|new\ window)\s?[)\]]
    | \bopens?\ (?:in\ )?a\ new\ (?:window|tab)\b
    | \[(?:read\ more|edit|link|photo|image|video|embed)\]
    | \(?\b(?:click|tap)\ here\b[^.()]{0,60}\)?
    )""",
    re.X | re.I,
)
_RESIDUE_HINTS = (
    *("pdf", "docx", "(word", "(doc", "(excel", "xls", "(zip", "(jp", "kb", "mb)", "mb ", "new window", "new tab"),
    *("external", "click", "tap here", "["),
)
_POINTER = re.compile(
    r"""(?<=[.!?”"])\s+(?:(?:learn|find\ out|read)\ more\ (?:about|on)\b[^.?!]{0,140}?\b(?:at|here|on)\b[^.?!]{0,80}[:.]?$
    |(?:see|see\ also|visit|link)\s?:\ [^.?!]{0,200}$|for\ (?:more|further)\ information\b[^?!]{0,160}$)""",
    re.X | re.I,
)
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?")


def is_furniture(line: str) -> bool:
    """Whether a line is a link, a button, a notice, a page number or a contact, by its own words alone.

    >>> [is_furniture(words) for words in ("Share this article", "They share this view of the region.", "- 2 -")]
    [True, False, True]
    """
    if len(line) > _LONGEST:
        return False
    bare = line.strip(" \t\xa0.:,;!?|•·*#-–—_[]()“”\"'>»<«→←").lower()
    if not bare:
        return True
    return bare in _WHOLE_WORDS or _OPENING.match(line) is not None or is_promotion(line)


def is_promotion(line: str) -> bool:
    """Whether a line sells the site it stands on: at least two of the words that do."""
    if len(line) > _LONGEST:
        return False
    low = line.lower()
    if sum(hint in low for hint in _PROMOTION_HINTS) < 2:  # far cheaper than the pattern, and nearly always enough
        return False
    return len({found.group() for found in _PROMOTION.finditer(low)}) >= 2


def opens_list(line: str) -> bool:
    """Whether a line stands above a list of other headlines ("Most read", "Related stories")."""
    return len(line) <= 60 and _LIST_OPENER.fullmatch(line.rstrip(" :►»>")) is not None


def opens_one(line: str) -> bool:
    """Whether a line stands before one other headline ("READ:")."""
    return len(line) <= 16 and _ONE_HEADLINE.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether a paragraph tells what a picture shows, by its first words or by the credit at its end."""
    if len(line) > 1200:
        return False
    return _CAPTION.match(line[:200]) is not None or _CREDIT.search(line[-160:]) is not None


def is_pause(line: str) -> bool:
    """Whether a line of furniture can stand between two lines of the text: an advertisement or a page number.

    >>> is_pause("Article continues after this advertisement"), is_pause("Sign up here")
    (True, False)
    """
    return _PAUSE.search(line) is not None


def ends_document(line: str) -> bool:
    """Whether a line is the mark that the text is over: "###", "-end-", "ENDS"."""
    return len(line) <= 24 and _END_MARK.fullmatch(line) is not None and not _NAME_OF_END.match(line)


def residue(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans inside ``text[start:end]`` that are what is left of a link, in order.

    >>> line = "They issued a joint statement (PDF, 80KB) today."
    >>> [line[a:b] for a, b in residue(line, 0, len(line))]
    [' (PDF, 80KB)']
    """
    merged: list[tuple[int, int]] = []
    low = text[start:end].lower()
    if not any(hint in low for hint in _RESIDUE_HINTS):
        return ()
    for found in _LINK_RESIDUE.finditer(text, start, end):
        a, b = found.span()
        if merged and not text[merged[-1][1] : a].strip():
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return tuple(merged)


def pointer_at_end(text: str, start: int, end: int) -> int:
    """Where, after a whole sentence, "Learn more at" or "See: ..." begins at the end of ``text[start:end]``; else ``end``.

    >>> line = "The talks go on. Learn more about the talks at:"
    >>> line[: pointer_at_end(line, 0, len(line))]
    'The talks go on.'
    """
    tail = max(start, end - 360)
    low = text[tail:end].lower()
    if "more" not in low and "further" not in low and ":" not in low:
        return end
    found = _POINTER.search(text[tail:end])
    return end if found is None else tail + found.start()


def is_title_case(line: str) -> bool:
    """Whether most longer words after the first are capitalised, as in headlines of some papers.

    >>> is_title_case("Ministers Agree on Rules for Fishing in Northern Waters")
    True
    """
    words = [found.group() for found in _WORD.finditer(line[:300])]
    longer = [word for word in words[1:] if len(word) >= 4]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.7 * len(longer)
