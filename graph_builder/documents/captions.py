"""What is said of pictures: captions and credits."""

from __future__ import annotations

import re

_LONGEST = 1_200
_OPENING = re.compile(
    r"""(?:
      (?:file|handout|pool|illustrative)?\ ?(?:photo|image|picture)s?(?:graph)?\s?
      (?::|/|\ by\ |\ courtesy|\ credit|\ shows?|\ taken|\ released|\ provided)
    | (?:file|handout|pool)\ (?:photo|image|picture)
    | (?:group|commemorative|joint|family|official)\ photo(?:graph)?s?\b(?!.*[.]\ [A-Z])
    | photo\ ?(?:session|call|op|opportunity)\b | photograph(?:s|ed)?\s*(?::|by\b)
    | (?:caption|credits?|image\ credit|photo\ credit|picture\ credit|in\ this\ (?:photo|image|picture))\s*[:,]
    | (?:screenshot|screengrab|video\ grab|a\ screen\ grab)\b
    | (?:pictured|seen\ here|from\ left(?:\ to\ right)?|left\ to\ right|\(?l-r\)?|\(?from\ l(?:eft)?)\b
    )""",
    re.X | re.I,
)
_AGENCY = "(?:AP|AFP|Reuters|REUTERS|EPA|Getty|GETTY|Xinhua|TASS|Kyodo|Yonhap|AA|NASA|ANTARA|Antara|Bloomberg)"
_CREDIT = re.compile(
    rf"""(?:
      \b(?:photos?|images?|picture)?\ ?(?:credits?|courtesy(?:\ of)?|source)\s*:\s*\(?[\w\ ./,&'’-]{{2,80}}\)?
    | [(\[](?:\w+\ ){{0,3}}?(?:photos?|images?|pool|handout|pictures?)\b[\w\ /,.:'’&-]{{0,80}}[)\]]
    | [(\[][\w\ .:'’-]{{0,40}}{_AGENCY}\ ?(?:Photo|Images|Pool|/)[^()\[\]]{{0,90}}[)\]]
    | \b(?:REUTERS|Reuters|AFP|AP|EPA|EFE|Kyodo|Getty\ Images)\s?/\s?[A-Z][\w.'’\ -]{{1,50}}
    | (?:/|via\ )REUTERS\b.{{0,90}} | ATTENTION\ EDITORS\b.{{0,90}}
    | \b(?:Getty\ Images|Handout\ via\ REUTERS|Shutterstock|iStock|AP\ Photo)\b.{{0,40}}
    )\.?$""",
    re.X,
)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph tells what a picture shows, by its first words or by the credit at its end.

    >>> is_caption("Group photo of the delegations"), is_caption("The envoy waves in Oslo. (AP Photo/Ann Lee)")
    (True, True)
    """
    if len(paragraph) > _LONGEST:
        return False
    return _OPENING.match(paragraph[:200]) is not None or _CREDIT.search(paragraph[-160:]) is not None
