"""What the report says, one file for each chapter. Words and numbers; no layout."""
