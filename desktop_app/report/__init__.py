"""The report: first what it says, then how it looks. Pure: nothing here writes a file."""
