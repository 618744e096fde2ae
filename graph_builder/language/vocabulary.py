"""Word classes of the grammar of names: words that any state or organization uses, and no name of any one of them.

Everything here is a class of words closed enough to be listed once: heads of names ("Ministry", "Treaty", "Strait"),
words of portfolios ("Foreign", "Affairs", "Trade"), titles, honorifics, particles. Names themselves are the
gazetteer's.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Split a list of words.

    >>> sorted(words("Treaty Pact"))
    ['Pact', 'Treaty']
    """
    return frozenset(text.split())


# Heads that begin the name of a public body: "Ministry of ...".
AGENCY_FIRST = words(
    """Ministry Ministries Department Departments Office Offices Embassy Embassies Consulate Bureau Directorate
    Secretariat Government Governments Cabinet Presidency Parliament Senate Chancellery Directorate-General
    Treasury Administration Agency Authority Mission Institute Chamber Court Council Commission Registry Service"""
)
# Heads that end it: "... Agency".
AGENCY_LAST = words(
    """Ministry Ministries Department Departments Office Agency Agencies Authority Bureau Secretariat Administration
    Service Services Police Navy Army Guard Constabulary Command Corps Fleet Parliament Senate Congress Diet
    Legislature Cabinet Directorate Treasury Embassy Consulate Government Governments Forces Gendarmerie
    Presidency Survey Regime Knesset Laboratory Observatory Inspectorate Ombudsman Junta Militia Chancellery Armed"""
)
# Heads of states' bodies and of bodies between states alike; what stands before them decides.
BODY_LAST = words(
    """Council Commission Committee Assembly Court Tribunal Board Panel Institute Centre Center Bank Mission"""
)
ORGANIZATION = words(
    """Organization Organisation Organizations Union University Association Federation Foundation Corporation Corp
    Corp. Inc Inc. Ltd Ltd. LLC PLC GmbH AG Company Society League Community Club Times Post Television Radio News
    Broadcasting Airlines Airways Industries Party Movement Front Brigade Brigades Church College School Academy
    Hospital Museum Consortium Confederation Holdings Motors Electric Electronics Technologies Energy Petroleum
    Aerospace Systems Pharmaceuticals Partners Enterprises Laboratories Bank Institute Institution Centre Center
    Council Commission Court Tribunal Secretariat Alliance Herald Tribune Journal Daily Gazette Guardian Telegraph
    Observer Press Commonwealth Parliament Chamber Crescent Cross Fund Network Group Assembly Agency Authority
    Office Trust"""
)
FORUM = words(
    """Dialogue Dialogues Dialog Forum Consultations Consultation Mechanism Process Platform Committee Commission
    Group Quad Troika Quartet Taskforce Force Partnership Coalition Grouping Triangle Format Club Network Council
    Roundtable Initiative Alliance"""
)
INSTRUMENT = words(
    """Statement Statements Treaty Treaties Convention Conventions Agreement Agreements Accord Accords Protocol
    Protocols Memorandum Memoranda MOU MoU Declaration Charter Act Acts Bill Law Laws Legislation Strategy
    Strategies Plan Plans Policy Initiative Initiatives Program Programs Programme Programmes Fund Funds Framework
    Frameworks Partnership Compact Roadmap Map Resolution Resolutions Principles Pact Guidelines Code Statute
    Constitution Order Decree Directive Regulation Communique Communiqué Outlook Agenda Blueprint Arrangement
    Arrangements Covenant Facility Doctrine Concept Package Understanding Ordinance Project Projects Corridor
    Challenge Scheme Mechanism Deal Goals Telescope Satellite Mission Observatory Rover Call Rules Amendment
    Concordat Manifesto Consensus Vision Pledge Compass Standards Announcement Proclamation Regulations Settlement
    Ceasefire Truce"""
)
EVENT = words(
    """Summit Summits Meeting Meetings Conference Ministerial Session Round Exercise Games Olympics Paralympics Expo
    Symposium Workshop Seminar Retreat Talks Congress Week Consultations Roundtable Exercises Assembly Dialogue
    Convening Exposition Fair Dialog Colloquium Presidency Referendum Election Elections Festival"""
)
PLACE_LAST = words(
    """Sea Seas Ocean Oceans Strait Straits Channel Gulf Bay Island Islands Peninsula River Lake Lakes Mountain
    Mountains Desert Valley Province Prefecture City District County Region Oblast Krai Governorate Territory
    Shoal Reef Reefs Atoll Archipelago Coast Basin Delta Plateau Highlands Heights Hills Canal Port Airport
    Airfield Base Station Harbor Harbour Municipality Village Town Headquarters Palace House Square Cosmodrome
    Spaceport Shipyard Pass Forest Triangle Sound Isles Isthmus Hotel Castle Street Avenue Bridge Dam Crossing
    Enclave Hall Compound Center Centre Park Plaza Residence Mosque Temple Area State Line Zone Facility Garrison
    Subcontinent Rim"""
)
PLACE_FIRST = words("Camp Fort Mount Mt Mt. Lake Cape Gulf Sea Strait Bay Isle Port")
# What may stand before "Station", "Base", "Center" and makes it a place rather than a spacecraft or a body.
SITE_BEFORE = words(
    """Air Naval Navy Military Army Marine Force Missile Radar Power Railway Train Bus Research Space Flight Test
    Launch"""
)

# Words of ministries' and treaties' names, and of portfolios: lower-case words of the language that names capitalise.
COMMON = words(
    """Teaching Learning Startup Startups Campus Campuses Practice Landing Carrier Action Budget Objectives Targets
    Commitments Schedule Review Fiscal Chain Chains Value Supply Savings Suppress Punish Prevent Prohibit Combat
    Counter Tackle Reduce Promote Protect Support Especially Including Against Single Investments Guest Guests
    Honour Honor Day Days Abroad Diaspora Metal Metals Article Articles Member Members Generation Southeast
    Northeast Northwest Southwest Eastern Northern Midwest Category Phase Version Ambition Annexes Recommendation
    Recommendations Chairmanship Taskforce Track Tracks Pillar Pillars Party Parties Contracting Agreed Terms
    Reference Joint Participants Delegation Delegations Spokesperson Aeronautics Heads Chiefs States Nation Asylum
    Seekers Controls Users Owners Regional Cooperation Accelerator Incubator Facilitation Remote Sensing Launch
    Radio Access Network Networks Undersea Cable Cables Seas Pathway Pathways Corridors Gateway Plus Extraordinary
    Principal Leaders Model Concept Note Vision Statement Road Loan Credit Grant Relief Extended Standby
    Extraction Stockpile Arsenal Ballistic Hypersonic Interceptor Missile Defence Rescue Return Deployment
    Principles Safeguards Sanitary Sexual Inclusive Nations Peoples Persons Land Mines Cluster Landmines Marking
    Detection Explosives Hostages Aircraft Seizure Bombings Genocide Apartheid Refugees Statelessness Torture
    Slavery Narcotic Psychotropic Ozone Layer Desertification Drought Wetlands Whaling Fur Seals Pollinators
    Monuments Heritage Copyright Patents Trademarks Arbitration Mediation Contracts Sale Roads Belt Silk Able
    Accession Accountability Accounting Acquisition Active Activities Additional Administration Administrative
    Adaptation Advanced Advancement Aerospace Affairs Ageing Aging Agricultural Agriculture Aid Air Allied
    Analysis Annual Anti Antitrust Application Aquaculture Armed Armaments Arms Army Artificial Arts Assets
    Assistance Astronauts Atomic Audit Authorization Aviation Balance Banking Basic Benefits Bilateral
    Biodiversity Biological Biosecurity Biotechnology Blue Body Border Borders Broadcasting Buildup Business
    Bureau Bureaus Cabinet Capabilities Capability Capacity Capital Carbon Celestial Central Chemical Chief Child
    Children Chips Circular Citizenship City Civil Civilian Clean Climate Coal Coastal Collective Combating
    Combined Commerce Commercial Common Communication Communications Communities Community Competition
    Competitiveness Complementary Comprehensive Conduct Conflict Connectivity Conservation Constitutional
    Construction Consular Consultative Consumer Contact Contingency Continental Control Cooperative Coordinated
    Coordinating Coordination Corporate Corruption Counterterrorism Counterproliferation Countering Courts Crime
    Criminal Crisis Critical Cross Cultural Culture Currency Customs Cyber Cybersecurity Cyberspace Damage Data
    Debt Decent Deep Defense Democracy Democratic Demographic Deterrence Development Developmental Digital
    Diplomatic Direct Disability Disarmament Disaster Discrimination Disengagement Diversity Domains Domestic Drug
    Drugs Dual Early Earth Ecological Ecology Economic Economics Economy Economies Ecosystem Education Educational
    Efficiency Electoral Electrical Electricity Electronic Electronics Elimination Emergency Emergencies Emerging
    Emissions Empowerment Employment Energy Engagement Engineering Enhanced Enterprise Enterprises
    Entrepreneurship Environment Environmental Equality Equipment Equity Ethics European Evaluation Exchange
    Exchanges Executive Expanded Expert Exploration Export Exports Exterior External Extradition Extreme Family
    Farming Federal Finance Financial Financing Firearms Fisheries Fishery Fishing Flight Food Force Foreign
    Forest Forestry Forests Free Freedom Fuel Full Future Gas Gender Genetic Geological Global Good Goods
    Governance Government Governmental Grain Green Group Growth Guard Hazardous Health Healthcare High Higher
    Highways Home Homeland Housing Human Humanitarian Humanities Hydrogen Illegal Illicit Immigration
    Implementation Implementing Import Inclusion Independent Indigenous Industrial Industries Industry Informal
    Information Infrastructure Innovation Inspection Institutional Institutions Insurance Integrated Integration
    Intellectual Intelligence Inter Interagency Interim Interior Intermediate Internal International
    Interparliamentary Investigation Investment Irrigation Islamic Issues Judicial Judiciary Justice Juvenile
    Labor Labour Language Law Laws Leader Legal Legislation Legislative Liability Liaison Liberation Local
    Logistics Lunar Machinery Management Manpower Manufacturing Marine Maritime Market Markets Mass Materials
    Maternal Media Medical Medicine Medicines Mental Merchant Meteorological Meteorology Migration Military Mine
    Mineral Minerals Mining Ministerial Ministers Minister Mitigation Mobility Modernization Modernisation
    Monetary Multilateral Municipal Munitions Mutual Narcotics National Nationalities Nationality Natural Naval
    Navigation New Next Nonproliferation Non-Proliferation Normalization North Nuclear Nutrition Objects Ocean
    Oceans Offshore Oil Operation Operational Operations Optical Orbital Order Ordinary Outer Outreach Oversight
    Pandemic Parliamentary Participation Parks Partnership Patent Pathogen Peace Peaceful Peacebuilding
    Peacekeeping Pension Pensions People People's Permanent Personnel Petroleum Pharmaceutical Physical Planetary
    Planning Plenary Policy Policies Political Politics Pollution Population Ports Posts Postal Poverty Power
    Practices Preparatory Preparedness Presidential Press Preservation Prevention Preventive Prices Prisons
    Private Privacy Procurement Production Productivity Program Proliferation Promotion Property Prosecution
    Prosecutor Prosecutors Prosperity Protection Provincial Public Publicity Purposes Quality Quantum Race Racial
    Rail Railway Railways Rapid Ready Reciprocal Reconciliation Reconstruction Recovery Reduction Reform Reforms
    Refugee Registration Regulation Regulatory Rehabilitation Relations Reliability Reliance Religious Religion
    Remediation Renewable Renewal Republic Research Resettlement Resilience Resilient Resource Resources Response
    Responsible Retirement Revenue Rights River Robotics Rule Rural Safe Safety Sanctions Sanitation Satellite
    Science Sciences Scientific Scientists Sea Seabed Secretariat Sector Sectoral Secure Security Self
    Semiconductor Senior Separatism Service Services Settlement Shared Shipbuilding Shipping Sites Skills Small
    Social Society Soil Solar Solidarity Source South Southern Space Spaceflight Special Specialized Spectrum
    Sport Sports Stability Stabilization Staff Standards Standing State Statistical Statistics Status Steel
    Steering Stewardship Stock Strategic Strategies Strategy Studies Sub Submarine Substances Supervision
    Supervisory Supplementary Supreme Surface Surveillance Sustainability Sustainable System Systems Tariff
    Tariffs Task Tax Taxation Technical Technological Technologies Technology Telecommunication Telecommunications
    Terrorism Terrorist Textile Third Tourism Town Trade Trafficking Training Tranquility Transformation
    Transformational Transition Transitional Transnational Transparency Transport Transportation Travel Treasury
    Treatment Trilateral Tropical Trust Trusted Truth Tuberculosis Uniform Unified Union United Unity Universal
    Unmanned Urban Use Utilization Vaccine Vaccines Veterans Village Violence Virtual Vocational Voluntary
    Vulnerability Warfare Waste Water Waters Wealth Weapons Weapon Weather Welfare West Western Wildlife Women
    Women's Work Workers Workforce Working Works World Worldwide Year Youth Youths Zone Zones Contingencies Misuse
    Expanding Strengthening Promoting Advancing Enhancing Ensuring Protecting Preventing Building Addressing
    Improving Investing Principle Purchase Supplies Reserve Reserves Rare Earths Processing Securing Extremism
    Violent Fighters"""
)

# Words that a sentence or heading may begin with and that no name begins with.
OPENERS = words(
    """A About Above According Accordingly Across Additionally After Against Ahead All Along Also Although Amid Among
    An And Another Any Apart Are As At Based Because Before Being Below Besides Between Beyond Both But By Can
    Citing Compared Concerning Considering Could Despite During Each Earlier Either Emphasizing Even Ever Every
    Except Finally Following For Former Four From Further Furthermore Given Had Has Have Having He Hence Her Here
    His How However I If In Including Indeed Inside Instead Into Is It Its Just Last Late Later Like Many May
    Meanwhile Moreover Most Much Must My Nearly Neither Never Nevertheless No Nor Not Noting Now Of Off On Once
    One Only Or Other Others Our Out Over Overall Per Perhaps Please Prior Pursuant Recalling Recently Recognizing
    Regarding Separately Several She Should Similarly Since So Some Soon Still Such Taking Than That The Their
    Then There Therefore These They This Those Though Three Through Throughout Thus To Today Together Tomorrow Too
    Toward Towards Two Under Underlining Underscoring Unless Unlike Until Up Upon Using We Welcoming Were What
    When Whenever Where Whereas Whether Which While Who Whose Why Will With Within Without Would Yesterday Yet You
    Your Reaffirming Acknowledging Stressing Expressing Meantime Dear Annex Appendix Chapter Section Paragraph
    Part Title Table Figure Source Photo Image Credit Credits Read More Tags Keywords Yes Let Do Does Did Was Been
    Be Am Us Me Them Him Nothing Something Everyone Everything Anyone Excellencies Ladies Gentlemen Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday January February March April June July August September October
    November December Jan Feb Mar Apr Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun"""
)
MONTHS = words(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul
    Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday JANUARY FEBRUARY MARCH APRIL
    MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER"""
)

# Nouns of persons whose possessive stands inside a name: "Leaders' Summit", "People's Bank", "Women's Forum".
PLURAL_OWNERS = words(
    """Leaders Ministers Presidents People Peoples Women Children Workers Governors Speakers Secretaries Chiefs
    Veterans Consumers Citizens Correspondents Parents Minister President Principals Directors Commissioners
    Farmers Men Girls Boys Users Bankers Staff Attorneys Soldiers Advisers Advisors Premiers Prime Officials
    Persons Teachers Journalists Lawyers Nurses Mothers Engineers Chairman Secretary General King Queen Crown
    Emperor State Nation Nations World Year Leader Investors Entrepreneurs"""
)

_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
# Ordinals in words, and what they count; "inaugural" opens a series.
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {"inaugural": 1, "maiden": 1}

HEADS = AGENCY_FIRST | AGENCY_LAST | BODY_LAST | ORGANIZATION | FORUM | INSTRUMENT | EVENT | PLACE_LAST
