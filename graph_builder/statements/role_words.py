"""Words for those who act: people in several, one holder of a post or body, texts that speak for their authors."""

from __future__ import annotations

PEOPLE = frozenset(
    "leaders ministers presidents chancellors secretaries officials sides countries governments nations parties "
    "states delegations participants partners representatives heads principals chairs envoys ambassadors "
    "diplomats lawmakers members allies two three four five both all signatories premiers counterparts forces "
    "authorities economies peoples experts delegates negotiators observers analysts groups sources activists "
    "companies agencies ministries senators commissioners chiefs generals commanders spokespersons critics "
    "residents voters people citizens opponents supporters teams administrations troops soldiers institutions "
    "organisations organizations banks firms businesses executives investors".split()
)
ONE = frozenset(
    "pm minister president chancellor secretary official side country government nation party state delegation "
    "representative head chair envoy ambassador diplomat lawmaker member leader premier spokesperson spokesman "
    "spokeswoman source administration authority ministry agency council committee commission group bloc alliance "
    "union senator commissioner chief general commander analyst expert observer kingdom republic island bank "
    "company king emir sultan prince pope candidate administrator director chairman chairwoman deputy secretary- "
    "general judge court team cabinet parliament congress senate assembly house opposition military army navy "
    "police regime junta".split()
)
TEXTS = frozenset(
    "statement communique communiqué declaration agreement memorandum mou framework treaty protocol document text "
    "partnership arrangement pact accord resolution convention summary cooperation initiative mechanism dialogue "
    "alliance programme program plan strategy conference summit meeting discussion discussions talks compact "
    "roadmap charter package".split()
)
PRONOUNS = frozenset(
    ("the two", *"we they he she it i who which us them both these those this that you each all".split())
)
COLLECTIVE = frozenset(
    "leaders ministers presidents chancellors secretaries officials countries nations delegations "
    "representatives heads "
    "principals premiers forces peoples diplomats governments states chiefs members partners".split()
)
PARTYLIKE = (
    PEOPLE
    - frozenset(
        "observers analysts groups sources activists companies critics residents voters people citizens "
        "opponents supporters "
        "troops soldiers banks firms businesses executives investors lawmakers experts allies teams".split()
    )
    | ONE
)
