"""Charts drawn in ink: one file for each kind."""
