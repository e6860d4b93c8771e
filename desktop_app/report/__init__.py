"""The report: first what it says, then how it looks. Pure: nothing here writes a file."""

from desktop_app.report.chapters.contents import RECORD_NAME
from desktop_app.report.paper import Paper, attachment, paper_of

__all__ = ["RECORD_NAME", "Paper", "attachment", "paper_of"]
