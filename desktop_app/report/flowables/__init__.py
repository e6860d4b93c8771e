"""Blocks that know their height and can draw themselves; one file for each kind."""
