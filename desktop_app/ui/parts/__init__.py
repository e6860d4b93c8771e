"""Small things pages are made of: words, buttons, tags, tables."""
