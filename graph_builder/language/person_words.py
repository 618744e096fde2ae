"""Words of titles and of persons' names: posts, what grades them, honorifics, particles, family names put first."""

from __future__ import annotations

from graph_builder.language.vocabulary import words

# Heads of titles of posts, and the words that stand before them.
POSTS = words(
    """PM DPM FM EAM NSA VP SG SRSG Expert Researcher Fellow Lawyer Historian Activist Journalist Member Councilor
    Aide President Assistant Premier Chancellor Minister Secretary Ambassador Director Chairman Chairwoman
    Chairperson Chair Commissioner Governor Administrator Commander Chief Head Leader Spokesperson Spokesman
    Spokeswoman Envoy Representative Coordinator Councillor Counsellor Counselor Advisor Adviser Attorney King
    Queen Emperor Prince Princess Sultan Emir Amir Pope Speaker Justice Mayor Officer Negotiator Diplomat
    Taoiseach Consul Comptroller Treasurer Economist Rapporteur Inspector Prosecutor Delegate Undersecretary
    Ombudsman Auditor Founder CEO Patriarch Rector Dean Scientist Manager General Elect Sherpa Principal Lawmaker
    Legislator Analyst Professor Co-Chair Counsel Superintendent Registrar Convener Trustee Chairholder"""
)
POST_PLURALS = {post + "s": post for post in POSTS if post[-1] not in "yso"} | {
    "Secretaries": "Secretary",
    "Spokesmen": "Spokesman",
    "Undersecretaries": "Undersecretary",
    "Attorneys": "Attorney",
}
POST_LEADS = words(
    """Deputy Vice Assistant Acting Senior Principal Permanent Special Former Chief Under Associate Executive Co
    Interim Prime Crown First Second Lead Managing Ordinary Plenipotentiary Extraordinary Top General
    Parliamentary State Lord High"""
)
LOWER_LEADS = words(
    """mission delegation bureau division branch committee council deputy vice assistant acting senior principal
    permanent special chief under associate executive interim prime crown first foreign defense defence finance
    interior trade economy top lead managing general national security energy health environment culture justice
    transport agriculture military army navy police central parliamentary state political economic press
    government cabinet union opposition party supreme regional"""
)
FORMERLY = words("former Former ex Ex then late erstwhile previous")
HONORIFICS = words(
    """Father Pastor Bishop Archbishop Cardinal Rabbi Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Dame Lord
    Lady Hon Hon. Honourable Honorable H.E H.E. HE Excellency Excellencies Senator Sen. Sen Sec. Rep. Rep Gov. Gov
    Gen. Gen Lt. Lt Lieutenant General Major Maj. Maj Colonel Col. Col Captain Capt. Capt Admiral Adm. Adm
    Vice-Admiral Rear Brigadier Brig. Brig Commodore Marshal Field Sergeant Sheikh Shaikh Sheik Dato Dato' Datuk
    Seri Sri Tan Tun Tengku Tuan Haji Hajji Pehin Pengiran Amb. Ambassador Engineer Eng. Eng Ing. Shri Smt. Smt
    Sr. Madam Madame Monsieur M. Don Dona Doña Dom Rt Right Rt. Majesty Highness Royal Serene Holiness Eminence
    Rev. Reverend Ayatollah Minister Attorney-General His Her Their Comrade Maulana Mullah Imam Baroness"""
)
AFTER_NAME = words(
    """MP QC KC AO AC AM CBE OBE KCMG CMG GCMG MEP MLA PhD Ph.D. MD Jr Jr. Sr Sr. II III IV Esq Esq. SC CH"""
)
JUNIOR = words("Jr Jr. Sr Sr. II III IV")
PARTICLES = words(
    """van von der den de da do dos das del della di du la le las los el al bin binti bint ibn abu ben ul ur e y zu
    ter ten af av El Al Bin Abu Ben De Da Dos Van Von Der Den La Le Di Du Del Della"""
)
TITLE_STARTS = words(
    """Deputy Vice Assistant Acting Senior Principal Minister Ministers President Premier Ambassador Spokesperson
    Spokesman Spokeswoman Director Directors Chairman Chairwoman Chairperson Commissioner Administrator
    Undersecretary Secretary Under Associate Secretaries Presidents Governor Envoy Advisor Adviser Coordinator
    Commander Chancellor Mr. Ms. Mrs. Dr. Mr Ms Mrs Dr Hon Hon."""
)

# Family names of one syllable that stand first in Chinese, Korean and Vietnamese names: what a reader goes by who meets
# such a name once, with no capitals and no later "Mr. Xi".
FAMILY_FIRST = words(
    """Ahn Bae Baek Cha Chae Heo Hyun Im Ju Kwak Nam Noh Paik Roh Seok Sim Sohn Um Won Woo Yeo Yim You Bai Cai Cao
    Chang Chen Cheng Cho Choe Choi Chu Chung Cui Deng Ding Do Dong Du Duan Fan Fang Feng Fu Gao Gu Guo Ha Han Hao
    He Ho Hong Hou Hu Huang Hun Huynh Hwang Jang Jeon Jeong Ji Jia Jiang Jin Jo Joo Jung Kang Kim Kong Kwon Lai Le
    Lee Lei Li Liang Liao Lim Lin Liu Long Lu Luo Luong Ma Mao Meng Min Moon Na Ngo Nguyen Nong Oh Pan Park Peng
    Pham Phan Qian Qin Ren Ri Ro Ryu Seo Shao Shen Shi Shin Shim Son Song Su Suh Sun Tang Tao Tian To Tran Truong
    Tsai Vo Vu Wan Wang Wei Wen Wu Xi Xia Xiao Xie Xing Xiong Xu Xue Yan Yang Yao Ye Yi Yin Yoo Yoon Yu Yuan Yun
    Zeng Zhai Zhang Zhao Zheng Zhong Zhou Zhu Zong Zou"""
)

# Titles in small letters; those that are mostly other words are left out. PEERS name a person, not a post.
_LOWER_POSTS = frozenset(p.lower() for p in POSTS) - {
    "general",
    "principal",
    "elect",
    "justice",
    "head",
    "chair",
    "manager",
}
LOWER_PLURALS = frozenset(p.lower() for p in POST_PLURALS) - {"heads", "chairs", "generals", "managers", "experts"}
PEERS = words(
    """counterpart counterparts homologue businessman businesswoman billionaire tycoon dissident cleric oligarch wife
    husband son daughter brother sister rival successor predecessor candidate nominee veteran"""
)


def is_post(word: str) -> bool:
    """Tell whether a word can be the head of a title.

    >>> is_post("Minister"), is_post("spokesperson"), is_post("Treaty")
    (True, True, False)
    """
    return word in POSTS or word in POST_PLURALS or word in _LOWER_POSTS or word in LOWER_PLURALS or word in PEERS
