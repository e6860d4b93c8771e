"""Windows of their own: an unexpected error, the sources, and what this program is."""
