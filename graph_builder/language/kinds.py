"""What a name with a head names: agency, organization, forum, instrument, place or nothing.

The head tells most ("Treaty", "Navy", "Strait"); for councils, commissions, groups and forces what stands before it
decides: a state or "National" makes an agency, two states or "Consultative" a forum, "African" or "UN" an organization.
"""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.language.sightings import Sighting
from graph_builder.language.tokens import Line
from graph_builder.language.vocabulary import (
    AGENCY_FIRST,
    AGENCY_LAST,
    BODY_LAST,
    EVENT,
    FORUM,
    INSTRUMENT,
    ORGANIZATION,
    PLACE_LAST,
    SITE_BEFORE,
    words,
)
from graph_builder.language.wording import common_word

# Words before a head that say nothing alone: "New Strategy" is no name.
GENERIC = words(
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
    Mediterranean Atlantic Southern Latin Multilateral Melanesian Balkan Hague"""
)
_OF_A_STATE = words(
    """National State Federal Central Royal Supreme House Senate Cabinet Customs Electoral Election Constitutional
    Legislative Parliamentary Presidential Planning Privy Atomic Military Tariff Intelligence Reserve People
    Foreign Standing Select Securities Revolutionary Provincial Prime Transitional Sovereign"""
)
_MEETING_BODIES = words(
    """Joint Consultative Steering Working Mixed Bilateral Intergovernmental Coordination Coordinating Binational
    Liaison"""
)
_GROUPS = words(
    """Working Contact Expert Senior Steering Task Study Coordination Friends Core Sherpa Support Negotiating
    Drafting Liaison Consultative Advisory Planning Ministerial Cyber Leaders Interagency Level"""
)
_FORCES = words(
    """Armed Defense Defence Security Special Air Ground Naval Self Maritime Police Territorial Strategic Rocket Land
    Joint Border Navy"""
)
_SINGLE_FORCES = words("Air Police Space Security Defense Defence Border")
_COMMON_FORCES = words(
    """Allied Multinational Joint Rapid Reaction Stabilization Stabilisation Observer Protection Intervention
    Peacekeeping"""
)
_HOUSES = words("Centre Center Institute Bank Court Tribunal")
_NEWS = words("News Press Telegraph Xinhua Wire")
_OWN_BODIES = words("""Embassy Ministry Department Command Navy Army Guard Corps Fleet Police Survey Forces""")
# Heads of places that need a word that is nobody's but theirs: "Ginowan City", not "Member State".
_PROPER_PLACES = words(
    """State City District County Region Territory Village Town House Square Area Line Zone Center Centre Park
    Station Base Port Channel Triangle Sound Pass Forest Coast Valley Compound Hall Hotel Crossing Bridge
    Residence Headquarters Plaza Rim Street Avenue Canal Heights Hills Dam Castle Mosque Temple Palace
    Municipality Garrison Province Island Islands Facility"""
)
_LONG_ONLY = words(
    """Action Call Order Review Map Vision Goals Rules Schedule Commitment Commitments Objectives Targets Settlement
    Standards Concept Package Challenge Regulations Project Projects Plan Plans Laws Law Policy Consensus
    Announcement Understanding Deal Program Programs Programme Programmes Budget Mission Corridor Principles
    Guidelines Arrangement Arrangements Scheme Acts Framework Statement"""
)
_PROPER_TEXTS = words(
    """Rover Satellite Telescope Mission Project Projects Corridor Deal Settlement Truce Ceasefire Observatory"""
)
_VAGUE_ORGANIZATIONS = words(
    """Group Network Trust Systems Partners Energy Front Movement Times Post Daily Press News Radio Club Center
    Centre Community Industries"""
)
_NEEDS_PROPER = words("Process Platform Format Triangle Club Coalition Quartet Troika Grouping")
_OFTEN_COUNTED = words("Administration Presidency Service Services Command Survey Agencies Guard")


class Name(NamedTuple):
    """A name under judgement: words before the head and after it, states and bodies that the gazetteer knows in it."""

    head: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    states: int
    bodies: bool
    place: bool
    state_behind: bool
    body_behind: bool
    owned: bool

    @property
    def generic(self) -> bool:
        """Whether the words before the head say nothing alone."""
        return all(word in GENERIC for word in self.before)

    @property
    def proper(self) -> bool:
        """Whether a word before the head is a name by itself."""
        return any(not common_word(word) for word in self.before)


def judged(line: Line, marks: str, seen: Sighting, at: int) -> Name:
    """Set up a name with its head at token ``at`` for judgement."""
    front, back = marks[seen.first : at], marks[at + 1 : seen.last]
    return Name(
        seen.head,
        tuple(t.text for t in line.tokens[seen.first : at] if t.kind in "CAI"),
        tuple(t.text for t in line.tokens[at + 1 : seen.last]),
        sum(front[i] in "SD" and (i == 0 or front[i - 1] != front[i]) for i in range(len(front))),
        "O" in front,
        "P" in front,
        "S" in back,
        "O" in back,
        seen.core > seen.first,
    )


def type_of(name: Name) -> str | None:
    """Give the class of the ontology that a name names, or None where it is no name."""
    head = name.head
    if head in ("Group", "Groups"):
        return _group(name)
    if head in ("Force", "Forces"):
        return _force(name)
    if head in EVENT and not (head in FORUM and head != "Roundtable"):
        return None  # meetings have a room of their own
    if head in BODY_LAST:
        return _council(name)
    if head in AGENCY_FIRST | AGENCY_LAST:
        return _agency(name)
    if head in INSTRUMENT and (head not in ORGANIZATION or head == "Fund"):
        return _instrument(name)
    if head in FORUM and head not in ORGANIZATION:
        vague = head in _NEEDS_PROPER and not name.proper
        return None if vague or not (name.after or len(name.before) > name.generic) else "Forum"
    if head in PLACE_LAST:
        return _place(name)
    return _organization(name) if head in ORGANIZATION else None


def _group(name: Name) -> str | None:
    if set(name.before) & _GROUPS or name.bodies or name.states > 1:
        named = len(name.before) > 1 or name.after or set(name.before) & {"Working", "Contact"}
        return "Forum" if named else None
    return "Organization" if name.proper else None


def _force(name: Name) -> str | None:
    own = set(name.before)
    if name.before[-1:] == ("Task",):
        return "Forum" if len(name.before) > 1 or name.after else None
    if own & _BETWEEN_STATES or name.bodies:
        return "Organization"
    if name.head == "Forces":
        if name.states or name.state_behind or (own & _FORCES and len(own) > 1):
            return "Agency"
        return "Organization" if name.proper else None
    if own & _COMMON_FORCES and len(own) > 1:
        return "Organization"
    single = bool(name.before) and name.before[-1] in _SINGLE_FORCES
    return "Agency" if single and (name.states or len(name.before) > 1) else None


def _council(name: Name) -> str | None:
    """Class a council, commission, committee, court, bank, centre or institute."""
    head, own = name.head, set(name.before)
    if head in ("Center", "Centre") and name.before[-1:] and name.before[-1] in SITE_BEFORE | {"Convention"}:
        return "Place" if len(name.before) > 1 else None
    if name.generic and len(name.before) < 2 and not name.after and not name.states:
        return None
    if head not in _HOUSES and (name.states >= 2 or own & _MEETING_BODIES):
        return "Forum"
    if own & _BETWEEN_STATES or name.bodies:
        return "Organization"
    if name.states or own & _OF_A_STATE or (name.state_behind and head not in ("Centre", "Center", "Institute")):
        return "Agency"
    if head == "Mission":
        return None
    if head == "Panel":
        return "Agency" if name.before else None
    if head == "Committee":
        return "Forum" if name.before else None
    return "Organization" if name.before or (name.after and head in ("Council", "Commission")) else None


def _agency(name: Name) -> str | None:
    head, own = name.head, set(name.before)
    states = bool(name.states or name.state_behind)
    if "Heads" in name.after or "Heads" in own:
        return "Organization" if head == "Authority" else None
    if head in ("Government", "Governments"):
        united = "National" in own and "Unity" in own
        formed = (name.after and not name.body_behind) or united or "Transitional" in own
        return "Agency" if head == "Government" and not states and formed else None
    if head == "Regime" or (not name.before and not name.after):
        return None
    if head in ("Agency", "Service") and own & _NEWS:
        return "Organization"
    if (own & _BETWEEN_STATES or name.bodies) and head not in _OWN_BODIES:
        return "Organization"
    if head in ("Institute", "Court", "Council", "Commission", "Chamber", "Mission"):
        return "Agency" if states else None
    if head in _OFTEN_COUNTED and not (states or len(own) > 1 or (head == "Guard" and own)):
        return None
    bare = name.generic and not name.after and head not in ("Ministry", "Police", "Navy", "Army", "Treasury")
    return None if bare and not states else "Agency"


def _instrument(name: Name) -> str | None:
    head, plain = name.head, not name.before or name.generic
    if head in ("Mechanism", "Partnership", "Initiative", "Facility", "Alliance"):
        if head == "Facility" and name.proper:
            return "Place"
        if head == "Mechanism" and name.states > 1:
            return "Forum"
        return "Instrument" if name.after or not plain else None
    if head in ("Statement", "Statements"):
        joint = {"Joint", "Leaders", "Vision"} & set(name.before)
        return "Instrument" if joint and (name.after or name.states or name.bodies) else None
    if head == "Fund" and {"Investment", "Wealth", "Sovereign", "Pension", "Monetary", "Guarantee"} & set(name.before):
        return "Agency" if name.states or name.owned else "Organization"
    if head in _PROPER_TEXTS and not (name.proper or name.bodies):
        return None
    if head in _LONG_ONLY and plain and len(name.before) < 2 and len(name.after) < 2:
        return None
    few = len(name.before) < (2 if head not in _LONG_ONLY else 3)
    return None if not name.after and plain and few and not name.states else "Instrument"


def _place(name: Name) -> str | None:
    head = name.head
    if head == "House" and name.before[-1:] == ("White",):
        return None
    if head in ("Station", "Base", "Headquarters") and name.before:
        if head == "Station" and name.before[-1] == "Space":
            return "Instrument"
        named = name.proper or name.after or name.bodies
        return "Place" if named and (head != "Station" or name.before[-1] in SITE_BEFORE) else None
    if head in _PROPER_PLACES:
        return "Place" if (name.before and not common_word(name.before[-1])) or name.place else None
    if head in ("Gulf", "Sea", "Strait", "Bay") and name.after:
        return "Place"
    return None if not name.before or name.generic else "Place"


def _organization(name: Name) -> str | None:
    if name.head == "Alliance" and name.states:
        return None
    if not name.before:
        whole = ("Organization", "Organisation", "University", "Association", "Federation", "League", "Union")
        return "Organization" if name.head in whole and name.after else None
    vague = name.head in _VAGUE_ORGANIZATIONS and not name.proper and not name.after
    return None if vague or (name.generic and not name.after) else "Organization"
