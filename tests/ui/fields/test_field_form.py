"""A form is made of paths: labels, fields, findings, sources and comments come by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.decision.edits import remove_option, set_value
from desktop_app.decision.fields import quantities
from desktop_app.ui.fields import (
    ChoiceField,
    CommentButton,
    DayField,
    EstimateField,
    EvidenceButton,
    Form,
    NumberField,
    TableField,
    TextField,
    field_for,
)

PRICE = "options.own.lines.servers.node_price"
UTILISATION = "options.own.lines.servers.target_utilisation"


@pytest.fixture
def form(session, guide, shown):
    return lambda *paths, **more: shown(Form(session, guide, paths, **more))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (PRICE, EstimateField),
        ("context.horizon_months", NumberField),
        ("close_call.least_gap", NumberField),
        ("options.own.approach", ChoiceField),
        ("baseline", ChoiceField),
        ("context.start", DayField),
        ("question", TextField),
        ("title", TextField),
        ("risks", TableField),
    ],
)
def test_the_model_decides_which_field_stands_at_a_path(session, guide, shown, path, kind):
    assert type(shown(field_for(session, guide, path))) is kind


def test_every_quantity_of_the_sample_has_a_field(begun, guide, meridian, shown):
    paths = list(quantities(meridian))
    built = shown(Form(begun(meridian), guide, paths, head=False))
    assert set(built.fields) == set(paths)
    assert all(field.boxes["likely"].text() for field in built.fields.values())


def test_a_row_says_label_unit_and_what_its_boxes_mean(form):
    built = form(PRICE)
    said = {label.text() for label in built.findChildren(QLabel)}
    assert {"Server price", "low, likely, high, a node", "Input", "Value"} <= said


def test_an_input_can_be_found_by_its_path_and_focused(form):
    built = form("title", PRICE)
    assert built.focus(f"{PRICE}.evidence.source")
    assert QApplication.focusWidget() is built.fields[PRICE].boxes["likely"]
    assert not built.focus("workloads.helpdesk")


def test_a_refusal_stands_beside_its_field_and_takes_the_place_of_the_source(form, typed):
    built = form(UTILISATION, points=(UTILISATION,))
    field, source = built.fields[UTILISATION], built.findChild(EvidenceButton)
    assert source.isVisible()
    typed(field.box, "120")
    assert field.finding.isVisible()
    assert not field.isAncestorOf(field.finding)
    assert not source.isVisible()
    assert built.problems == (UTILISATION,)
    typed(field.box, "50")
    assert built.problems == ()
    assert source.isVisible()


def test_an_advice_about_an_input_stands_beside_it_until_it_is_settled(session, form):
    built = form("baseline", "title")
    assert built.cautions == ()
    session.store.apply(set_value("baseline", None, "baseline"))
    assert built.cautions == ("baseline",)
    assert "staying as today" in built.fields["baseline"].finding.text
    session.store.undo()
    assert built.cautions == ()


def test_fields_of_an_option_that_is_removed_fall_quiet(session, form):
    built = form(PRICE, UTILISATION, "title")
    session.store.apply(remove_option("own"))
    assert [field.isEnabled() for field in built.fields.values()] == [False, False, True]


def test_tab_walks_through_the_boxes_in_reading_order(qtbot, form):
    built = form("title", PRICE, "context.horizon_months")
    built.fields["title"].box.setFocus()
    price = built.fields[PRICE].boxes
    boxes = [built.fields["title"].box, price["low"], price["likely"], price["high"]]
    forward = walked(qtbot, Qt.Key.Key_Tab, boxes)
    assert forward == [*boxes[1:]]
    assert walked(qtbot, Qt.Key.Key_Backtab, boxes) == [*reversed(boxes[:-1])]


def walked(qtbot, key, boxes):
    """The boxes that a walk with one key comes to, buttons for comments left out."""
    seen = []
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() in boxes:
            seen.append(QApplication.focusWidget())
        if len(seen) == 3:
            break
    return seen


def test_evidence_is_said_beside_a_quantity_and_changed_on_its_sheet(
    qtbot, session, guide, shown, typed, stated
):
    button = shown(EvidenceButton(session, guide, PRICE))
    assert button.button.text() == "no source stated"
    sheet = button.open()
    source = sheet.findChild(TextField, f"{PRICE}.evidence.source")
    typed(source.box, "Halden quote")
    grade = sheet.findChild(ChoiceField, f"{PRICE}.evidence.grade")
    grade.box.activated.emit(1)
    evidence = stated(PRICE).evidence
    assert (evidence.source, evidence.grade) == ("Halden quote", "quoted")
    assert button.button.accessibleName() == "quoted: Halden quote"
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_a_sheet_that_was_closed_is_let_go(qtbot, session, guide, shown):
    button = shown(EvidenceButton(session, guide, PRICE))
    sheet = button.open()
    with qtbot.waitSignal(sheet.destroyed):
        sheet.close()
    assert button.findChildren(TextField) == []


def test_what_was_typed_on_a_sheet_is_kept_when_it_closes(
    qtbot, session, guide, shown, typed, stated
):
    sheet = shown(EvidenceButton(session, guide, PRICE)).open()
    owner = sheet.findChild(TextField, f"{PRICE}.evidence.owner")
    typed(owner.box, "Ana Ruiz", end=None)
    sheet.close()
    assert stated(PRICE).evidence.owner == "Ana Ruiz"


def test_a_comment_is_added_with_the_name_asked_for_once(session, guide, shown, stated):
    button = shown(CommentButton(session, guide, PRICE, "Server price"))
    talk = button.open()
    talk.text.setPlainText("Does the quote hold?")
    talk.add()
    assert talk.finding.text.startswith("A comment needs a name.")
    talk.author.setText("David Osei")
    talk.add()
    talk.close()
    comment = stated("comments")[0]
    assert (comment.path, comment.text, comment.author) == (
        PRICE,
        "Does the quote hold?",
        "David Osei",
    )
    assert guide.author == "David Osei"
    assert button.button.accessibleName() == "1 comment on Server price"
    again = button.open()
    assert not again.author.isVisible()
    again.close()


def test_an_empty_comment_is_refused_and_a_comment_can_be_removed(session, guide, shown, stated):
    guide.author = "Ana"
    talk = shown(CommentButton(session, guide, PRICE, "Server price")).open()
    talk.add()
    assert "needs a text" in talk.finding.text
    talk.text.setPlainText("Ask Ana.")
    talk.add()
    remove = next(b for b in talk.findChildren(object) if _named(b, "Remove the comment"))
    remove.click()
    assert stated("comments") == ()
    talk.close()


def _named(thing, start):
    name = getattr(thing, "accessibleName", str)()
    return name.startswith(start) and hasattr(thing, "click")
