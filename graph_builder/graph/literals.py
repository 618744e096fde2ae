"""Values as literals, in the form that the store keeps: what goes in is what comes out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from graph_builder.graph.iris import XSD

_ANY_URI = NamedNode(XSD + "anyURI")
_BOOLEAN = NamedNode(XSD + "boolean")
_DATE = NamedNode(XSD + "date")
_DATE_TIME = NamedNode(XSD + "dateTime")
_DECIMAL = NamedNode(XSD + "decimal")
_INTEGER = NamedNode(XSD + "integer")
LONGEST_NUMBER = 18  # digits the store computes with; a longer number stays in the words


def words(value: str) -> Literal:
    """Give words of a source, or any other plain text, as xsd:string."""
    return Literal(value)


def english(value: str) -> Literal:
    """Give a name or a content in English."""
    return Literal(value, language="en")


def day(value: str | None) -> Literal | None:
    """Give an ISO 8601 day as xsd:date; None where there is none or the calendar has no such day.

    >>> str(day("2024-02-29"))
    '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'
    >>> day("2023-02-29") is None
    True
    """
    try:
        return Literal(date.fromisoformat(value).isoformat(), datatype=_DATE) if value else None
    except ValueError:
        return None


def moment(value: str) -> Literal:
    """Give an ISO 8601 date and time as xsd:dateTime."""
    return Literal(value, datatype=_DATE_TIME)


def integer(value: int) -> Literal:
    """Give a whole number as xsd:integer."""
    return Literal(str(value), datatype=_INTEGER)


def boolean(value: bool) -> Literal:
    """Give true or false."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def decimal(value: str | float) -> Literal | None:
    """Give a number as xsd:decimal without needless zeros; None where it is no number or too long for the store.

    >>> decimal("1.50").value, decimal(1.0).value, decimal("7500000000").value
    ('1.5', '1', '7500000000')
    >>> decimal("many") is None
    True
    """
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    plain = f"{number:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if len(plain.lstrip("-").replace(".", "")) > LONGEST_NUMBER:
        return None
    return Literal("0" if plain in {"-0", ""} else plain, datatype=_DECIMAL)


def address(value: str) -> Literal:
    """Give a web address as xsd:anyURI; a literal, so that no odd address can break the graph."""
    return Literal(value, datatype=_ANY_URI)
