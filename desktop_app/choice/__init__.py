"""Which option, and how firmly. Plain functions over costs; knows no document."""
