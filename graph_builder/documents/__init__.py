"""Reading files: text, metadata, zones, sentences."""
