"""Errors a user can meet. Each is one line: what is wrong, where, how to mend it.

::

    ServandaError
    ├── InputError            something the user gave
    │   ├── UnreadableDocument    a source that cannot be read as text
    │   ├── MalformedTable        a manifest, lexicon or gazetteer file, with its line
    │   └── NothingToRead         no source was found
    ├── QueryError            a question that cannot be asked or answered
    │   ├── UnknownQuery          no question of that name
    │   ├── BadParameter          a parameter missing, unknown or of the wrong type
    │   └── QueryTimeout          the time limit ran out
    ├── StoreError            the output folder or its store
    │   ├── NotOurFolder          a folder without our marker
    │   └── WrongVersion          a store of another schema version
    └── MissingExtra          an optional dependency that is not installed
"""

from __future__ import annotations


class ServandaError(Exception):
    """Any error that is shown to the user as one line.

    >>> str(ServandaError("what is wrong", where="corpus.csv:3", remedy="add a date"))
    'corpus.csv:3: what is wrong (add a date)'
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" ({self.remedy})" if self.remedy else ""
        return place + self.what + mend


class InputError(ServandaError):
    """Something the user gave cannot be used."""


class UnreadableDocument(InputError):
    """A source that cannot be read as text; it becomes a row of ``rejects.csv``."""


class MalformedTable(InputError):
    """A table with a line that cannot be used; ``where`` is ``file:line``."""


class NothingToRead(InputError):
    """No source was found where the user pointed."""


class QueryError(ServandaError):
    """A question that cannot be asked or answered."""


class UnknownQuery(QueryError):
    """No question of that name."""


class BadParameter(QueryError):
    """A parameter is missing, unknown, or of the wrong type."""


class QueryTimeout(QueryError):
    """The time limit ran out."""


class StoreError(ServandaError):
    """The output folder or the store in it cannot be used."""


class NotOurFolder(StoreError):
    """A folder that holds things and not our marker."""


class WrongVersion(StoreError):
    """A store written under another schema version."""


class MissingExtra(ServandaError):
    """An optional dependency is not installed; ``remedy`` is the command that installs it."""
