"""How sure we are. Plain functions over draws; knows no document."""
