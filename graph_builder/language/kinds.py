"""What a name names, told by its head and by what stands around it: agency, organization, forum, instrument, place."""

from __future__ import annotations

from graph_builder.language.phrases import common_word, name_at
from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    AGENCY_LAST,
    BODY_LAST,
    EVENT,
    FORUM,
    HEADS,
    INSTRUMENT,
    ORGANIZATION,
    PLACE_FIRST,
    PLACE_LAST,
    SITE_BEFORE,
    words,
)

# Words before a head that say nothing alone: "New Strategy" is no name.
_GENERIC = words(
    """New Joint Next Other Annual Said Draft Final Interim Relevant Present Current Updated Revised Such Same Full
    Strategic Special High Senior Member Federal National Central State General Local Regional International
    Multilateral Bilateral Trilateral Quadrilateral Ministerial Foreign Free Global Comprehensive Common Above
    Above-mentioned Inter-agency Peace Trade Action Working Security Defense Defence Economic Development
    Government Public Private Good Mutual Key Main Core First Second Third Host Future Previous Supreme Political
    Military"""
)
_BETWEEN_STATES = words(
    """United UN U.N. World International Global African European Asian Arab Islamic Nordic Baltic Caribbean Pan
    Inter Pacific Eurasian Commonwealth EU AU NATO ASEAN Asia Africa Europe American Americas Andean Gulf
    Mediterranean Atlantic Southern Latin Regional Multilateral Melanesian Balkan Hague"""
)
_OF_A_STATE = words(
    """National State Federal Central Royal Supreme House Senate Cabinet Customs Electoral Election Constitutional
    Legislative Parliamentary Presidential Planning Privy Atomic Military Tariff Intelligence Reserve People
    Foreign Standing Select Securities Revolutionary Provincial Prime"""
)
_MEETING_BODIES = words(
    """Joint Consultative Steering Working Mixed Bilateral Intergovernmental Coordination Coordinating Bi-National
    Binational"""
)
_GROUPS = words(
    """Working Contact Expert Senior Steering Task Study Coordination Friends Core Sherpa Support Negotiating
    Drafting Liaison Consultative Advisory Planning Ministerial Cyber Leaders Interagency Level"""
)
_FORCES = words(
    """Armed Defense Defence Security Special Air Ground Naval Self Maritime Police Territorial Strategic Rocket Land
    Joint Border Navy"""
)
_SINGLE_FORCES = frozenset(("Air", "Police", "Space", "Security", "Defense", "Defence"))
_NEWS = frozenset(("News", "Press", "Telegraph", "Xinhua", "Wire"))
_PROPER_PLACES = words(
    """State City District County Region Territory Village Town House Square Area Line Zone Facility Center Centre
    Park Station Base Port Channel Triangle Sound Pass Forest Coast Valley Compound Hall Hotel Crossing Bridge
    Residence Headquarters Plaza Rim Street Avenue Canal Heights Hills Dam Castle Mosque Temple Palace
    Municipality Garrison Province Island Islands"""
)
_LONG_ONLY = words(
    """Action Call Order Review Map Vision Goals Rules Schedule Commitment Commitments Objectives Targets Settlement
    Standards Concept Package Challenge Regulations Project Projects Plan Plans Laws Law Policy Consensus
    Announcement Understanding Deal Program Programs Programme Programmes Budget Mission Corridor Principles
    Guidelines Arrangement Arrangements Scheme Acts Framework"""
)


def _mods(line: Line, first: int, at: int) -> list[str]:
    return [t.text for t in line.tokens[first:at] if t.kind in "CAI"]


def _body(mods: list[str], line: Line, marks: str, f: Sighting, at: int) -> str | None:
    """Class a council, commission, committee and the like."""
    head, states = f.head, sum(m in "SD" for m in marks[f.first : at])
    tail = {t.text for t in line.tokens[at + 1 : f.last]}
    if states >= 2 or _MEETING_BODIES & set(mods):
        return "Forum"
    if _BETWEEN_STATES & set(mods) or "O" in marks[f.first : at]:
        return "Organization"
    if states or _OF_A_STATE & set(mods) or f.core > f.first:
        return "Agency"
    if "S" in marks[at + 1 : f.last] and head not in ("Centre", "Center", "Institute", "Bank"):
        return "Agency"
    if head == "Bank" and "S" in marks[at + 1 : f.last]:
        return "Agency"
    if head == "Panel" and tail:
        return "Agency"
    if head == "Mission":
        return "Agency" if "Permanent" in mods else None
    if head == "Committee":
        return "Forum" if mods else None
    if head in ("Board", "Panel", "Assembly", "Court", "Tribunal") and not mods:
        return None
    if head in ("Council", "Commission") and not mods:
        return "Organization" if tail else None
    return "Organization"


def _place(mods: list[str], line: Line, marks: str, f: Sighting, at: int) -> str | None:
    head = f.head
    if head == "House" and mods[-1:] == ["White"]:
        return None
    if head in ("Station", "Base", "Facility", "Headquarters") and mods:
        site = mods[-1] in SITE_BEFORE
        if head == "Station" and mods[-1] == "Space":
            return "Instrument"
        proper = any(not common_word(m) for m in mods) or f.last > at + 1
        return "Place" if proper and (site or head != "Station") else None
    if head in ("Center", "Centre"):
        return (
            "Place"
            if mods[-1:] and mods[-1] in ("Space", "Flight", "Test", "Launch", "Convention") and len(mods) > 1
            else None
        )
    if head in _PROPER_PLACES:
        return "Place" if (mods and not common_word(mods[-1])) or "P" in marks[f.first : at] else None
    if head in ("Gulf", "Sea", "Strait", "Bay") and f.last > at + 1:
        return "Place"
    return "Place" if mods and not all(m in _GENERIC for m in mods) else None


def _type(line: Line, marks: str, f: Sighting, at: int) -> str | None:
    """Give the class of a name with its head at token ``at``, or None where it is no name."""
    head, mods = f.head, _mods(line, f.first, at)
    own, tail = set(mods), line.tokens[at + 1 : f.last]
    states = sum(m in "SD" for m in marks[f.first : at])
    generic = all(m in _GENERIC for m in mods)
    if head in ("Group", "Groups"):
        if own & _GROUPS or "O" in marks[f.first : at] or states > 1:
            return "Forum" if len(mods) > 1 or tail or "Working" in own or "Contact" in own else None
        return "Organization" if mods and not generic else None
    if head == "Force":
        if mods[-1:] == ["Task"]:
            return "Forum" if len(mods) > 1 or tail else None
        if own & _BETWEEN_STATES or "O" in marks[f.first : at]:
            return "Organization"
        return (
            "Agency" if mods and mods[-1] in _SINGLE_FORCES and (states or len(mods) > 1 or f.core > f.first) else None
        )
    if head in ("Forces", "Armed"):
        if head == "Armed":
            return None
        return (
            "Agency"
            if states or (own & _FORCES and len(mods) > 1)
            else ("Organization" if mods and not generic else None)
        )
    if head in EVENT and not (head in FORUM and head not in ("Roundtable",)):
        return None  # meetings have a room of their own
    if head in BODY_LAST:
        place = _place(mods, line, marks, f, at) if head in ("Center", "Centre") else None
        if generic and not tail and not states:
            return None
        return place or _body(mods, line, marks, f, at)
    if head in AGENCY_FIRST | AGENCY_LAST:
        return _agency(head, mods, line, marks, f, at)
    if (
        head in INSTRUMENT
        and head not in ORGANIZATION - {"Fund"}
        and head not in ("Mechanism", "Partnership", "Initiative")
    ):
        if head in _LONG_ONLY and len(mods) < 2 and not (mods and not generic) and len(tail) < 2:
            return None
        if not tail and (not mods or (generic and len(mods) < 3 and not states)):
            return None
        return "Instrument"
    if head in ("Mechanism", "Partnership", "Initiative"):
        if not tail and (not mods or generic):
            return None
        return "Instrument"
    if head in FORUM and head not in ORGANIZATION:
        if (not mods and not tail) or (generic and len(mods) < 2 and not tail):
            return None
        if head in ("Process", "Platform", "Format", "Triangle", "Club", "Coalition") and not any(
            not common_word(m) for m in mods
        ):
            return None
        return "Forum"
    if head in PLACE_LAST:
        return _place(mods, line, marks, f, at)
    if head in ORGANIZATION:
        if not mods and not (
            head in ("Organization", "Organisation", "University", "Association", "Federation", "League", "Union")
            and tail
        ):
            return None
        if generic and not tail:
            return None
        if head in (
            "Group",
            "Network",
            "Trust",
            "Systems",
            "Partners",
            "Energy",
            "Front",
            "Movement",
            "Times",
            "Post",
            "Daily",
        ) and all(common_word(m) for m in mods):
            return None
        return "Organization"
    return None


def _agency(head: str, mods: list[str], line: Line, marks: str, f: Sighting, at: int) -> str | None:
    tail = line.tokens[at + 1 : f.last]
    own = set(mods)
    states = "S" in marks[f.first : f.last] or "D" in marks[f.first : f.last]
    if head in ("Government", "Governments", "Regime"):
        return None  # governments have a room of their own
    if head in ("Agency", "Service", "News") and own & _NEWS:
        return "Organization"
    if (own & _BETWEEN_STATES or "O" in marks[f.first : at]) and head not in ("Embassy", "Ministry", "Department"):
        return "Organization"
    if not mods and not tail:
        return None
    if head in (
        "Administration",
        "Presidency",
        "Service",
        "Services",
        "Command",
        "Survey",
        "Agencies",
        "Guard",
    ) and not (states or len(mods) > 1 or (head == "Guard" and mods)):
        return None
    if (
        head in ("Services", "Agencies", "Administration")
        and f.last == at + 1
        and not states
        and all(m in _GENERIC for m in mods)
    ):
        return None
    if head in ("Mission", "Institute", "Court", "Council", "Commission", "Chamber"):
        return "Agency" if states else None
    if not mods and head in ("Agency", "Authority", "Registry", "Service", "Commissioner") and not tail:
        return None
    if (
        mods
        and all(m in _GENERIC for m in mods)
        and not tail
        and head not in ("Ministry", "Police", "Navy", "Army", "Department", "Treasury")
    ):
        return "Agency" if states else None
    return "Agency"


def headed_names(line: Line, number: int, marks: str) -> list[Sighting]:
    """Find every name with a head in a line; names may overlap. ``marks`` are its kinds with listed names marked.

    Lines in capitals give nothing; in a title-case line the name must fill the space between small words.
    """
    found: list[Sighting] = []
    if line.case == "capitals":
        return found
    for at, token in enumerate(line.tokens):
        if marks[at] not in "CA" or token.text not in HEADS:
            continue
        if (
            at == 0
            and len(line.tokens) > 1
            and marks[1] not in NAME_AFTER
            and line.tokens[1].text not in ("of", "for", "on", "between")
        ):
            continue
        joins = _joins(token.text)
        f = name_at(line, number, marks, at, joins)
        type_ = _type(line, marks, f, at)
        if type_ and _fits(line, marks, f, at):
            found.append(f._replace(type=type_))
    return found


NAME_AFTER = frozenset("CASDOPT")


def _joins(head: str) -> str:
    if head in PLACE_FIRST and head not in INSTRUMENT:
        return "site"
    if head in INSTRUMENT:
        return "text"
    if head in FORUM and head not in ("Group", "Network", "Council", "Club"):
        return "forum"
    return "first" if head in AGENCY_FIRST else "last"


def _fits(line: Line, marks: str, f: Sighting, at: int) -> bool:
    """In a title-case line, refuse a name that has swallowed the words of a sentence."""
    if line.case != "title":
        return True
    words = [t.text for i, t in enumerate(line.tokens[f.first : f.last], f.first) if marks[i] in "CA"]
    return all(common_word(w) for w in words)
