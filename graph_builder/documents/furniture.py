"""What stands on a page beside its text: lists of other headlines, the mark of the end, remains of links."""

from __future__ import annotations

import re

# Words above a list of other headlines.
_LIST_OPENER = re.compile(
    r"""(?:["“]?\w{3,20}["”]?\ )?popular(?:\ (?:articles?|stories|news|posts?|now|today|this\ week))?
    | most\ (?:read|popular|viewed|shared|commented|watched|recent)(?:\ \w+){0,2}
    | related(?:\ (?:articles?|stor(?:y|ies)|news|contents?|topics?|links?|posts?|items?|coverage|pages?|reading))?
    | featured(?:\ (?:stories|articles|news|posts?|videos?))?
    | editors?['’]?s?['’]?\ (?:picks?|choice) | (?:our\ )?top\ (?:stories|news|headlines|picks)
    | (?:the\ )?latest(?:\ (?:news|stories|headlines|updates|posts?|articles?|from\ .{1,30}|in\ .{1,30}))?
    | more\ (?:news|stories|headlines|articles|coverage|like\ this|(?:from|in)\ [A-Z"“].{0,30})
    | (?:\w+\ )?(?:access\ )?ranking | trending(?:\ (?:now|stories|topics|news))?
    | recommended(?:\ (?:for\ you|articles?|stories|reading|videos?))? | highlight | related\ information
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|enjoy|have\ missed).{0,20}
    | what\ others\ are\ reading | don['’]t\ miss | in\ other\ news | news\ in\ brief | further\ reading | up\ next
    | other\ (?:news|stories|headlines|articles|links|pages) | read\ (?:next|also|this\ next) | see\ also
    | also\ (?:read|see|in\ the\ news) | from\ (?:around\ the\ web|our\ partners) | in\ case\ you\ missed\ it
    | recent\ (?:posts?|news|articles?|stories|comments?) | (?:today['’]s\ )?headlines | news\ alerts | archives?
    | for\ (?:more|further)\ information
    | (?:useful|quick|external)\ links | must\ reads? | breaking\ news | suggested\ (?:articles|stories|reading)""",
    re.X | re.I,
)
_ONE_HEADLINE = re.compile(r"(?:also\s)?read(?:\s(?:more|also|next))?\s*:?|(?:see\salso|related|watch|more)\s*:", re.I)
_END_MARK = re.compile(
    r"(?:#\s*){3,}|[-–—_*\s]*(?:-|–|—)\s?(?:end|ends|fin|30)\s?(?:-|–|—)[-–—\s.]*|E\s?N\s?D(?:\s?S)?|\(ends\)\.?|Ends\.?",
)
_END_MARK_SMALL = re.compile(r"[-–—\s]*(?:-|–|—)\s?ends?\s?(?:-|–|—)[-–—\s.]*", re.I)
_LINK_RESIDUE = re.compile(
    r"""[ \t\xa0]*(?:
      [(\[]\s?(?:pdf|docx?|word|excel|xlsx?|zip|jpe?g)\b[^()\[\]]{0,30}[)\]]
      (?:\ ?(?:opens?\ (?:in\ )?a?\ ?new\ (?:window|tab)))?
    | [(\[]\s?[\d.,]+\s?(?:kb|mb)(?:\s+pdf)?(?:\s+file)?\s?[)\]]
    | [(\[]\s?(?:opens?\ in\ (?:a\ )?new\ (?:window|tab)|external\ (?:link|site|website)
      |link\ is\ external|new\ window)\s?[)\]]
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
    r"""(?<=[.!?”"])\s+(?:
      (?:learn|find\ out|read)\ more\ (?:about|on)\b[^.?!]{0,140}?\b(?:at|here|on)\b[^.?!]{0,80}[:.]?$
    | (?:see|see\ also|visit|link)\s?:\ [^.?!]{0,200}$
    | for\ (?:more|further)\ information\b[^?!]{0,160}$
    | enditem$ | \(end\)$)""",
    re.X | re.I,
)
_POINTER_REACH = 360
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W\d_]+)?")


def opens_list(line: str) -> bool:
    """Whether a line stands above a list of other headlines.

    >>> opens_list("MOST READ"), opens_list("Most read the text before the vote")
    (True, False)
    """
    return len(line) <= 60 and _LIST_OPENER.fullmatch(line.rstrip(" :►»>")) is not None


def opens_one(line: str) -> bool:
    """Whether a line stands before one other headline ("READ:")."""
    return len(line) <= 16 and _ONE_HEADLINE.fullmatch(line) is not None


def ends_document(line: str) -> bool:
    """Whether a line is the mark that the text is over.

    >>> [ends_document(line) for line in ("###", "- end -", "ENDS", "end")]
    [True, True, True, False]
    """
    return len(line) <= 24 and (_END_MARK.fullmatch(line) or _END_MARK_SMALL.fullmatch(line)) is not None


def residue(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans inside ``text[start:end]`` that are what is left of a link, in order.

    >>> line = "They issued a joint statement (PDF, 80KB) today."
    >>> [line[a:b] for a, b in residue(line, 0, len(line))]
    [' (PDF, 80KB)']
    """
    low = text[start:end].lower()
    if not any(hint in low for hint in _RESIDUE_HINTS):
        return ()
    merged: list[tuple[int, int]] = []
    for found in _LINK_RESIDUE.finditer(text, start, end):
        a, b = found.span()
        if merged and not text[merged[-1][1] : a].strip():
            merged[-1] = (merged[-1][0], b)
        else:
            merged.append((a, b))
    return tuple(merged)


def pointer_at_end(text: str, start: int, end: int) -> int:
    """Where "Learn more at" or "See: ..." begins after the last whole sentence of ``text[start:end]``, else ``end``.

    >>> line = "The talks go on. Learn more about the talks at:"
    >>> line[: pointer_at_end(line, 0, len(line))]
    'The talks go on.'
    """
    tail = max(start, end - _POINTER_REACH)
    low = text[tail:end].lower()
    if "more" not in low and "further" not in low and "end" not in low and ":" not in low:
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
