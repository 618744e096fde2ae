"""Names, dates and grammar of a text."""
