"""Charts on screen, drawn from the values of the analysis room."""
