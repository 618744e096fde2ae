"""One self-contained page of the graph."""
