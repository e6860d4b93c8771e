"""Comments hang on what they are about, are dated and signed, and outlive what they were about."""

import json
from datetime import date

import pytest

from desktop_app import storage
from desktop_app.decision.checks import advice
from desktop_app.decision.comments import add_comment, comments_on, remove_comment
from desktop_app.decision.edits import remove_option
from desktop_app.decision.history import History
from desktop_app.outcome import Refused

DAY = date(2026, 11, 23)
PATH = "options.own.lines.servers.node_price"


def commented(decision, text="Ask for a third quote.", path=PATH):
    return add_comment(path, text, "Ana Ruiz", DAY).apply(decision)


def refusal(edit, decision):
    with pytest.raises(Refused) as caught:
        edit.apply(decision)
    return caught.value.message


def test_a_comment_is_found_at_its_path_with_author_and_day(smallest):
    (comment,) = comments_on(commented(smallest), PATH)
    assert (comment.text, comment.author, comment.on) == (
        "Ask for a third quote.",
        "Ana Ruiz",
        DAY,
    )
    assert comments_on(commented(smallest), "options.own.label") == ()


def test_comments_keep_the_order_of_writing_and_keys_of_their_own(smallest):
    both = commented(commented(smallest, "First"), "Second")
    assert [comment.text for comment in comments_on(both, PATH)] == ["First", "Second"]
    left = remove_comment(both.comments[0].key).apply(both)
    again = commented(left, "Third")
    assert len({comment.key for comment in again.comments}) == 2


def test_a_comment_can_be_undone(smallest):
    history = History(smallest).after(add_comment(PATH, "Ask", "", DAY))
    assert history.present.comments
    assert history.undone().present == smallest


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (PATH, "  ", "A comment needs a text."),
        ("options.gone", "Why?", "There is nothing at options.gone to comment on."),
        ("title.first", "Why?", "There is nothing at title.first to comment on."),
    ],
)
def test_what_cannot_be_commented_is_refused(smallest, path, text, message):
    assert refusal(add_comment(path, text, "", DAY), smallest) == message


def test_a_comment_that_is_too_long_is_refused_with_its_limit(smallest):
    commented(smallest, "a" * 600)
    message = refusal(add_comment(PATH, "a" * 601, "", DAY), smallest)
    assert message == "A comment has at most 600 characters; this one has 601."


def test_a_comment_that_is_gone_cannot_be_removed(smallest):
    assert refusal(remove_comment("comment_1"), smallest) == "This comment is no longer there."


def test_a_comment_outlives_its_input_and_says_so(smallest):
    orphan = remove_option("own").apply(commented(smallest))
    assert orphan.comments
    (finding,) = (f for f in advice(orphan) if f.path == PATH)
    assert finding.message == (
        f"The comment by Ana Ruiz of 2026-11-23 is about {PATH}, which is no longer there."
    )
    assert not [f for f in advice(commented(smallest)) if f.path == PATH]


def test_a_decision_without_comments_keeps_its_file_and_its_seal(smallest, tmp_path):
    assert "comments" not in smallest.model_dump(mode="json")
    without = remove_comment("comment_1").apply(commented(smallest))
    assert without == smallest
    assert storage.seal(without) == storage.seal(smallest)
    assert storage.seal(commented(smallest)) != storage.seal(smallest)


def test_comments_are_saved_and_loaded(smallest, tmp_path):
    storage.save(commented(smallest), tmp_path / "plan.isocost")
    assert storage.load(tmp_path / "plan.isocost") == commented(smallest)
    text = (tmp_path / "plan.isocost").read_text(encoding="utf-8")
    assert json.loads(text)["comments"][0]["on"] == "2026-11-23"
