"""Finished records in, quads out; the store on disk."""
