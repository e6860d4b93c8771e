"""Remarks on parts of a decision: added, removed, and kept when their part is gone."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from desktop_app.decision.edits import Edit, value_at, with_
from desktop_app.outcome import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.decision.governance import Comment
    from desktop_app.decision.model import Decision


LONGEST = 600
"""Characters of a comment, as of every text of the document."""


def add_comment(path: str, text: str, author: str, on: date) -> Edit:
    """Remark on what stands at a document path.

    The edit is refused where nothing stands there, or where the remark is empty or too long.
    """

    def apply(decision: Decision) -> Decision:
        if not text.strip():
            raise Refused("A comment needs a text.", "Write what should be remembered.")
        if len(text.strip()) > LONGEST:
            raise Refused(
                f"A comment has at most {LONGEST} characters; this one has {len(text.strip())}.",
                "Shorten it, or write two.",
            )
        if not exists(decision, path):
            raise Refused(
                f"There is nothing at {path} to comment on.",
                "It may have been removed meanwhile; choose an input that is still there.",
            )
        taken = {comment.key for comment in decision.comments}
        key = next(f"comment_{i}" for i in count(1) if f"comment_{i}" not in taken)
        new = {"key": key, "path": path, "text": text.strip(), "author": author, "on": on}
        return with_(decision, comments=(*decision.comments, new))

    return Edit("new comment", apply)


def remove_comment(key: str) -> Edit:
    """Drop a comment; refused where there is none with this key."""

    def apply(decision: Decision) -> Decision:
        left = tuple(comment for comment in decision.comments if comment.key != key)
        if len(left) == len(decision.comments):
            raise Refused("This comment is no longer there.", "It was removed before.")
        return with_(decision, comments=left)

    return Edit("removal of comment", apply)


def comments_on(decision: Decision, path: str) -> tuple[Comment, ...]:
    """Return the comments on what stands at exactly this path, in the order of writing."""
    return tuple(comment for comment in decision.comments if comment.path == path)


def exists(decision: Decision, path: str) -> bool:
    """Whether anything stands at a document path."""
    try:
        value_at(decision, path)
    except KeyError:
        return False
    return True


def about_comments(decision: Decision) -> Iterator[Finding]:
    """Find comments whose part is gone; they are kept, because somebody meant them."""
    for comment in decision.comments:
        if not exists(decision, comment.path):
            by = f"by {comment.author} " if comment.author else ""
            yield Finding(
                "advice",
                comment.path,
                f"The comment {by}of {comment.on} is about {comment.path}, which is no longer "
                "there.",
                "Remove it, or write it where it belongs now.",
            )
