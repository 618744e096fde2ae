"""Who holds which post: titles joined to names.

"Defence Secretary Ann Lee", "Ann Lee, Secretary of Defence", "the Secretary of Defence, Ann Lee", "Secretaries Lee and
Roy", and two posts at once: "Deputy Assistant to the President and Executive Secretary, National Space Council".
"""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.language.person_names import PersonName, name_before, name_from
from graph_builder.language.person_words import HONORIFICS, is_post
from graph_builder.language.scenes import Scene
from graph_builder.language.sightings import Sighting
from graph_builder.language.titles import Title, title_at

_HEADS_OF_STATE = frozenset(("President", "Vice President", "King", "Emperor", "Amir", "Emir"))
_HEADS_OF_GOVERNMENT = frozenset(("Prime Minister", "Premier", "Chancellor"))
_CHAINING = frozenset(("and", "&", "/", "–", "—", "-"))
_TELLS = frozenset((",", "said", "says", "told", "wrote", "added", "warned", "noted", "argued"))
_ADDRESSED = HONORIFICS | {"H.", "H"}
_RANKS = frozenset(("Ambassador", "General", "Senator", "Professor", "Prince", "Princess"))


class Holding(NamedTuple):
    """A name with its posts in one line. ``first`` and ``last`` are the tokens of all of it; ``place`` is what stands
    after the name and tells for whom ("of Japan", "from the National Security Secretariat").
    """

    name: PersonName
    titles: tuple[Title, ...]
    place: Sighting | None
    first: int
    last: int


def holdings(scene: Scene) -> list[Holding]:
    """Find the persons of a line that a title, an honorific or an apposition names, in order."""
    tokens = scene.line.tokens
    read = [t for at, token in enumerate(tokens) if is_post(token.text) and (t := title_at(scene, at))]
    read = list({(t.start, t.stop): t for t in read}.values())
    titles = [t for t in read if not any(o is not t and o.first <= t.start and t.last <= o.last for o in read)]
    found: list[Holding] = []
    used: set[int] = set()
    taken: set[int] = set()
    for number in range(len(titles)):
        if number in used:
            continue
        group = _chain(scene, titles, number)
        roll = _roll(scene, group[-1]) if group[-1].plural else []
        if roll:
            used.add(number)
            taken.update(i for h in roll for i in range(h.name.first, h.name.last))
            found += roll
            continue
        names = _names_after(scene, group[-1])
        if names:
            used.update(range(number, number + len(group)))
            joined = [_holding(scene, name, tuple(group)) for name in names]
            for h in joined:
                taken.update(range(h.name.first, h.name.last))
                found.append(h._replace(place=h.place or joined[-1].place))
    for number, title in enumerate(titles):
        if number in used:
            continue
        group = _chain(scene, titles, number)
        named = _name_of_apposition(scene, title, found)
        if named is not None:
            used.update(range(number, number + len(group)))
            taken.update(range(named.first, named.last))
            found.append(Holding(named, tuple(group), None, named.first, group[-1].last))
    for at in range(len(tokens)):
        if tokens[at].text not in _ADDRESSED or at in taken or any(t.start <= at < t.last for t in titles):
            continue
        alone = name_from(scene, at)
        if alone is not None and alone.honorific and taken.isdisjoint(range(alone.first, alone.last)):
            taken.update(range(alone.first, alone.last))
            found.append(_holding(scene, alone, ()))
    for at in range(1, len(tokens) - 2):
        owner = scene.ends.get(at)
        if scene.marks[at] != "'" or owner is None or owner.type == "Place" or at + 1 in taken:
            continue
        plain = name_from(scene, at + 1)
        if plain is not None and _untitled(scene, plain, owner.type == "State"):
            taken.update(range(plain.first, plain.last))
            found.append(Holding(plain, (), owner, plain.first, plain.end))
    return [h._replace(titles=tuple(t for t in h.titles if _told(h, t, found))) for h in _in_order(found)]


def _untitled(scene: Scene, name: PersonName, of_state: bool) -> bool:
    """Tell whether "Peru's Ann Lee" or "the Fund's Ann Lee said" names a person: two words or more, and then an end."""
    after = scene.letters[name.end : name.end + 1]
    word = scene.line.tokens[name.end].text if after else "."
    plain = all(scene.line.tokens[i].kind != "A" for i in range(name.first, name.last))
    letters = set(scene.letters[name.first : name.last])
    told = of_state or word in _TELLS
    return len(name.words) > 1 and plain and told and letters <= set("NIp-") and after not in ("m", "N", "S", "-")


def _in_order(found: list[Holding]) -> list[Holding]:
    return sorted(found, key=lambda h: (h.name.first, h.first))


def _told(h: Holding, title: Title, found: list[Holding]) -> bool:
    """Tell whether a title is the person's post, not a rank before the name: "the Commissioner, *Ambassador* Lee"."""
    if title.post not in _RANKS:
        return True
    return all(t.post in _RANKS for o in found if o.name.first == h.name.first for t in o.titles)


def _chain(scene: Scene, titles: list[Title], number: int) -> list[Title]:
    """Give the titles joined to this one by "and" or a comma ("Deputy X and Senior Y")."""
    tokens = scene.line.tokens
    group = [titles[number]]
    for title in titles[number + 1 :]:
        if title.first < group[-1].last:
            continue
        if title.plural != group[-1].plural or (
            group[-1].post in _HEADS_OF_STATE and title.post in _HEADS_OF_GOVERNMENT
        ):
            break
        i = group[-1].last
        if i < len(tokens) and tokens[i].text == "," and i + 1 < len(tokens) and tokens[i + 1].text in ("and", "&"):
            i += 1
        if i < len(tokens) and tokens[i].text in _CHAINING and title.first in (i + 1, i + 2):
            group.append(title)
        else:
            break
    return group


def _names_after(scene: Scene, title: Title) -> list[PersonName]:
    tokens = scene.line.tokens
    size, i = len(tokens), title.last
    if i >= size:
        return []
    name = name_from(scene, i, forced=True)
    if name is None and tokens[i].text in (",", ":", "-", "–", "—"):
        after = name_from(scene, i + 1) if i + 1 < size else None
        if after is not None and not title.plural and (after.honorific or _closed(scene, after.end)):
            return [after]
        return []
    if name is None:
        return []
    if scene.line.case == "title" and not _closed_title(scene, name):
        return []
    names: list[PersonName] = [name]
    while title.plural and names[-1].end < size:
        i = names[-1].end
        if tokens[i].text in ("of", "from") and i + 1 < size and (state := scene.begins.get(i + 1)):
            i = state.last
        if i + 1 < size and tokens[i].text == "," and tokens[i + 1].text == "and":
            i += 1
        if i < size and tokens[i].text in ("and", ",", "&") and (more := name_from(scene, i + 1, forced=True)):
            names.append(more)
        else:
            break
    return names


def _roll(scene: Scene, title: Title) -> list[Holding]:
    """Read "the Presidents of Peru, Ann Lee; of Chile, Bo Roy; and of Cuba, Cy Poe"."""
    tokens, out, i = scene.line.tokens, [], title.stop
    while i + 3 < len(tokens):
        while i < len(tokens) and tokens[i].text in (",", ";", "and", "as", "well"):
            i += 1
        if i + 1 >= len(tokens) or tokens[i].text != "of":
            break
        state = scene.begins.get(i + 1 + (tokens[i + 1].text in ("the", "The")))
        if state is None or state.type != "State" or state.last >= len(tokens) or tokens[state.last].text != ",":
            break
        name = name_from(scene, state.last + 1, forced=True)
        if name is None:
            break
        out.append(Holding(name, (title._replace(organization=state),), None, title.start, name.end))
        i = name.end
    return out if len(out) > 1 else []


def _closed(scene: Scene, i: int) -> bool:
    tokens = scene.line.tokens
    return (
        i >= len(tokens) or tokens[i].text in (",", ".", ")", ";", ":", "(", "and", "-", "–") or scene.marks[i] == "x"
    )


def _closed_title(scene: Scene, name: PersonName) -> bool:
    return _closed(scene, name.end) or scene.marks[name.end] == "'" or scene.marks[name.end] == "?"


def _name_of_apposition(scene: Scene, title: Title, found: list[Holding]) -> PersonName | None:
    """Give the name before a title: "NAME, title", "NAME (title)", "NAME - title", "NAME MP title"."""
    tokens = scene.line.tokens
    i = title.first
    while i > 0 and tokens[i - 1].text in ("the", "a", "an", "The", "its", "then", "former", "current", "their"):
        i -= 1
    if i == 0:
        return None
    mark = tokens[i - 1].text
    if mark == "(":
        previous = [h for h in found if h.last == i - 1 or h.name.end == i - 1]
        if previous:
            return previous[-1].name
    if mark in (",", "(", "–", "—", "-"):
        return name_before(scene, i - 1)
    if mark in ("as", "is", "was") and i >= 2:
        return None
    found_before = name_before(scene, i)
    return found_before if found_before is not None and found_before.end > found_before.last else None


def _holding(scene: Scene, name: PersonName, titles: tuple[Title, ...]) -> Holding:
    """Join a name and its titles to what stands after the name."""
    tokens = scene.line.tokens
    size, i, place = len(tokens), name.end, None
    if i < size and tokens[i].text in ("of", "from"):
        j = i + 1 + (i + 1 < size and tokens[i + 1].text in ("the", "The"))
        one = scene.begins.get(j)
        if one is not None and one.type != "Place" and scene.marks[j] != "D":
            place, i = one, one.last
            if i < size and scene.marks[i] == "'" and (inner := scene.begins.get(i + 1)):
                place, i = inner, inner.last
    elif i + 2 < size and tokens[i].text == "(" and (one := scene.begins.get(i + 1)) and one.type == "State":
        place, i = one, one.last + 1
    first = min([t.first for t in titles] + [name.first])
    return Holding(name, titles, place, first, max(i, name.end))
