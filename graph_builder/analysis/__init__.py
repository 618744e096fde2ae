"""Networks made of query rows, and their measures."""
