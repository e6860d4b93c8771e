"""The decision document: what it holds and every way it can change."""
