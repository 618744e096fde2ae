"""Which concept of the schemes of kinds a head stands for: "Ministry" is an actor-type/ministry, "Accord" a treaty."""

from __future__ import annotations

_ACTORS = {
    "ministry": "Ministry Ministries Department Departments Treasury",
    "office": "Office Offices Secretariat Chancellery",
    "bureau": "Bureau Directorate Inspectorate Registry",
    "council": "Council Cabinet",
    "commission": "Commission",
    "mission": "Embassy Consulate Mission Delegation",
    "legislature": "Parliament Senate Congress Diet Legislature Assembly Knesset Chamber",
    "armed-force": "Navy Army Force Forces Corps Fleet Command Militia",
    "coast-guard": "Guard",
    "police": "Police Constabulary Gendarmerie",
    "court": "Court Tribunal",
    "central-bank": "Bank",
    "research-institute": "Institute Laboratory Laboratories Observatory Centre Center Survey",
    "government": "Government Governments",
    "presidency": "Presidency",
    "public-agency": "Agency Authority Administration Service Services Agencies Fund",
    "university": "University College Academy School",
    "media": """Times Post Television Radio News Broadcasting Herald Tribune Journal Daily Gazette Guardian Telegraph
        Observer Press""",
    "company": """Corporation Corp Corp. Inc Inc. Ltd Ltd. LLC PLC GmbH AG Company Airlines Airways Industries Motors
        Electric Electronics Technologies Petroleum Aerospace Systems Pharmaceuticals Holdings Enterprises""",
    "political-party": "Party",
    "foundation": "Foundation Trust",
    "union": "Union Federation Confederation",
    "alliance": "Alliance",
    "dialogue": "Dialogue Dialogues Dialog Consultations Consultation",
    "regional-forum": "Forum",
    "working-group": "Group Taskforce Committee",
    "grouping": "Quad Troika Quartet Coalition Grouping Triangle Format",
    "partnership": "Partnership",
}
_TEXTS = {
    "treaty": "Treaty Treaties Pact Covenant Compact Concordat",
    "convention": "Convention Conventions",
    "agreement": "Agreement Agreements Accord Accords Deal Settlement Truce Ceasefire",
    "protocol": "Protocol Protocols",
    "memorandum": "Memorandum Memoranda MOU MoU Understanding",
    "declaration": "Declaration Manifesto Proclamation",
    "charter": "Charter Statute",
    "constitution": "Constitution",
    "law": "Act Acts Law Laws Legislation Ordinance Code",
    "bill": "Bill",
    "decision": "Decree Announcement Directive Order",
    "regulation": "Regulation Regulations Rules",
    "resolution": "Resolution Resolutions",
    "strategy": "Strategy Strategies",
    "plan": "Plan Plans Blueprint",
    "policy": "Policy",
    "initiative": "Initiative Initiatives Challenge Call",
    "programme": "Program Programs Programme Programmes Scheme",
    "fund": "Fund Funds",
    "framework": "Framework Frameworks Mechanism",
    "roadmap": "Roadmap Map Agenda",
    "vision": "Vision Outlook",
    "principles": "Principles",
    "guidelines": "Guidelines",
    "standard": "Standards",
    "arrangement": "Arrangement Arrangements",
    "facility": "Facility",
    "package": "Package",
    "doctrine": "Doctrine Concept",
    "project": "Project Projects Corridor",
    "mission": "Mission Rover Satellite Telescope Observatory",
    "station": "Station",
    "joint-statement": "Statement Statements",
    "communique": "Communique Communiqué",
}
_ACTOR_OF = {head: f"actor-type/{concept}" for concept, heads in _ACTORS.items() for head in heads.split()}
_TEXT_OF = {head: f"text-type/{concept}" for concept, heads in _TEXTS.items() for head in heads.split()}


def concept_of(type_: str, head: str) -> str | None:
    """Give "scheme/concept" for the class and head of a name that no table lists, or None where the head tells none.

    >>> concept_of("Agency", "Ministry"), concept_of("Instrument", "^program"), concept_of("Place", "Strait")
    ('actor-type/ministry', 'text-type/programme', None)
    """
    word = head.lstrip("#^")
    if type_ == "Instrument":
        return _TEXT_OF.get(word) or _TEXT_OF.get(word.capitalize())
    if type_ in ("Agency", "Organization", "Forum"):
        return _ACTOR_OF.get(word)
    return None
