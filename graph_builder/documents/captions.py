"""What is said of pictures: captions and credits."""

from __future__ import annotations

import re

_LONGEST = 1_200
# These words open nothing but a caption ...
_SURE = re.compile(
    r"""(?:file|handout|pool)\ (?:photo|image|picture)
    | (?:photo|image|picture)s?(?:graph)?\s?(?::|/|\ by\ |\ courtesy|\ credit)
    | (?:caption|credits?|(?:image|photo|picture)\ credit|in\ this\ (?:photo|image|picture))\s*[:,]""",
    re.X | re.I,
)
# ... and these only where no sentence is finished: "Images taken by satellites show the ice."
_LIKELY = re.compile(
    r"""(?:photo|image|picture)s?(?:graph)?\ (?:shows?|taken|released|provided)\b
    | (?:group|commemorative|joint|family|official)\ photo(?:graph)?s?\b
    | photo\ ?(?:session|call|op|opportunity)\b | (?:screenshot|screengrab|video\ grab|a\ screen\ grab)\b
    | (?:pictured|seen\ here|from\ left(?:\ to\ right)?|left\ to\ right|\(?l-r\)?|\(?from\ l(?:eft)?)\b""",
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
    if _SURE.match(paragraph) or (paragraph[-1:] != "." and _LIKELY.match(paragraph)):
        return True
    return _CREDIT.search(paragraph[-160:]) is not None
