"""A number is typed as people write it, kept with Enter, and shown as the document has it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop_app.decision.edits import remove_option, set_value
from desktop_app.decision.parts import NEUTRAL
from desktop_app.ui.fields import EstimateField, NumberField

UTILISATION = "options.own.lines.servers.target_utilisation"
PRICE = "options.own.lines.servers.node_price"
BASE_LOAD = "options.own.lines.servers.base_load"


def test_a_share_is_typed_in_per_cent_and_kept_as_a_fraction(stated, session, made, typed):
    field = made(NumberField, UTILISATION)
    assert (field.box.text(), field.box.unit) == ("60", "%")
    typed(field.box, "55")
    assert stated(UTILISATION).likely == 0.55
    assert session.store.undo_label == "change of target utilisation"


def test_a_number_may_be_abbreviated_and_is_shown_in_full(stated, made, typed):
    field = made(NumberField, PRICE)
    typed(field.box, "31k")
    assert stated(PRICE).likely == 31000
    assert field.box.text() == "31,000"


def test_leaving_the_field_keeps_what_was_typed(stated, made, typed):
    field = made(NumberField, PRICE)
    typed(field.box, "32000", end=None)
    assert stated(PRICE).likely == 30000
    field.box.clearFocus()
    assert stated(PRICE).likely == 32000


def test_escape_goes_back_to_what_the_document_says(session, made, typed):
    field = made(NumberField, PRICE)
    typed(field.box, "32000", end=Qt.Key.Key_Escape)
    field.box.clearFocus()
    assert field.box.text() == "30,000"
    assert not session.store.undo_label


def test_undo_from_anywhere_shows_in_the_field(stated, session, made):
    field = made(NumberField, PRICE)
    before = stated(PRICE)
    changed = before.model_copy(update={"likely": 1.0})
    session.store.apply(set_value(PRICE, changed, "server price"))
    assert field.box.text() == "1"
    session.store.undo()
    assert field.box.text() == "30,000"


def test_undo_is_the_decisions_once_nothing_is_half_typed(stated, qtbot, session, made, typed):
    field = made(NumberField, PRICE)
    act = QAction(field)
    act.setShortcut(QKeySequence.StandardKey.Undo)
    act.triggered.connect(session.store.undo)
    field.addAction(act)
    typed(field.box, "32000")
    qtbot.keyClick(field.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stated(PRICE).likely == 30000
    assert field.box.text() == "30,000"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("120", "More than 100"),
        ("0", "Less than 1"),
        ("lots", "is not a number"),
        ("5 EUR", "unit"),
    ],
)
def test_what_cannot_be_taken_is_said_and_changes_nothing(session, made, typed, text, said):
    field = made(NumberField, UTILISATION)
    before = session.store.decision
    typed(field.box, text)
    assert session.store.decision is before
    assert field.finding.level == "problem"
    assert said in field.finding.text
    assert field.box.text() == text
    assert field.box.is_wrong


def test_the_last_good_value_is_offered(qtbot, made, typed):
    field = made(NumberField, UTILISATION)
    typed(field.box, "120")
    offer = next(b for b in field.finding.findChildren(object) if getattr(b, "click", None))
    assert offer.text() == "Use 60\N{NO-BREAK SPACE}%"
    offer.click()
    assert field.box.text() == "60"
    assert field.finding.level is None
    assert not field.box.is_wrong


def test_the_models_own_rule_is_said_beside_the_number(stated, session, made, typed):
    ranged = stated(PRICE).model_copy(update={"low": 20000.0, "high": 40000.0})
    session.store.apply(set_value(PRICE, ranged, "server price"))
    field = made(NumberField, PRICE)
    typed(field.box, "50000")
    assert "rising order" in field.finding.text
    assert stated(PRICE) == ranged


def test_holding_an_arrow_key_is_one_step_to_undo(stated, qtbot, session, made):
    field = made(NumberField, "context.horizon_months")
    field.box.setFocus()
    for _ in range(3):
        qtbot.keyClick(field.box, Qt.Key.Key_Up)
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert stated("context.horizon_months") == 14
    session.store.undo()
    assert stated("context.horizon_months") == 12


def test_steps_end_at_the_limit(stated, qtbot, made):
    field = made(NumberField, "context.horizon_months")
    for _ in range(20):
        qtbot.keyClick(field.box, Qt.Key.Key_PageUp)
    assert stated("context.horizon_months") == 120
    assert field.finding.level is None


def test_a_number_that_nobody_stated_loses_that_source_when_somebody_types_one(
    stated, made, typed
):
    path = "options.own.lines.servers.pue"
    assert stated(path).evidence.source == NEUTRAL
    field = made(NumberField, path)
    typed(field.box, "1.4")
    assert stated(path).evidence.source == ""


def test_a_field_whose_option_is_gone_falls_quiet_and_comes_back(session, made):
    field = made(NumberField, PRICE)
    session.store.apply(remove_option("own"))
    assert not field.isEnabled()
    session.store.undo()
    assert field.isEnabled()


def test_what_was_half_typed_when_its_option_went_is_dropped(session, stated, made, typed):
    field = made(NumberField, PRICE)
    typed(field.box, "32000", end=None)
    session.store.apply(remove_option("own"))
    field.box.clearFocus()
    session.store.undo()
    assert stated(PRICE).likely == 30000
    assert field.box.text() == "30,000"


def test_name_help_unit_and_limits_are_there_for_those_who_cannot_see(made):
    field = made(NumberField, UTILISATION)
    assert field.objectName() == UTILISATION
    assert field.box.accessibleName() == "Target utilisation"
    for word in ("planned for", "In %.", "100"):
        assert word in field.box.accessibleDescription()


def test_three_boxes_edit_one_quantity_as_one_step(stated, session, made, typed):
    field = made(EstimateField, PRICE)
    source = stated(PRICE).evidence
    for end, text in (("low", "25k"), ("likely", "31k"), ("high", "40k")):
        typed(field.boxes[end], text, end=None)
    field.boxes["high"].clearFocus()
    now = stated(PRICE)
    assert (now.low, now.likely, now.high, now.evidence) == (25000, 31000, 40000, source)
    session.store.undo()
    assert stated(PRICE).low is None


def test_a_range_may_be_out_of_order_while_one_is_typing_but_not_when_one_leaves(
    stated, session, made, typed
):
    ranged = stated(PRICE).model_copy(update={"low": 20000.0, "high": 40000.0})
    session.store.apply(set_value(PRICE, ranged, "server price"))
    field = made(EstimateField, PRICE)
    typed(field.boxes["low"], "50000", end=None)
    field.boxes["likely"].setFocus()
    assert field.finding.level != "problem"
    field.boxes["likely"].clearFocus()
    assert "rising order" in field.finding.text
    assert stated(PRICE) == ranged


def test_half_a_range_is_explained(made, typed):
    field = made(EstimateField, PRICE)
    typed(field.boxes["low"], "20000")
    assert field.finding.text.startswith("A range needs both")


def test_emptying_both_ends_makes_the_value_fixed(stated, session, made, typed):
    ranged = stated(PRICE).model_copy(update={"low": 20000.0, "high": 40000.0})
    session.store.apply(set_value(PRICE, ranged, "server price"))
    field = made(EstimateField, PRICE)
    assert not field.density.is_empty
    typed(field.boxes["low"], "", end=None)
    typed(field.boxes["high"], "")
    assert not stated(PRICE).is_uncertain
    assert field.density.is_empty


def test_a_value_that_may_be_left_out_can_be_stated_and_left_out_again(stated, made, typed):
    field = made(EstimateField, BASE_LOAD, compact=True)
    typed(field.boxes["likely"], "1.3")
    assert stated(BASE_LOAD).likely == 1.3
    typed(field.boxes["likely"], "")
    assert stated(BASE_LOAD) is None


def test_the_numbers_below_the_sketch_say_where_they_come_from(made, typed):
    field = made(EstimateField, UTILISATION)
    for end, text in (("low", "40"), ("high", "80")):
        typed(field.boxes[end], text, end=None)
    field.boxes["high"].clearFocus()
    texts = field.density.numbers()
    assert [text.split()[0] for text, _ in texts] == ["P10", "P50", "P90"]
    assert {origins for _, origins in texts} == {(UTILISATION,)}
    assert 40 < float(texts[0][0].split()[1]) < 60


def test_in_a_form_the_shape_appears_while_an_estimate_is_edited(session, stated, made):
    ranged = stated(PRICE).model_copy(update={"low": 20000.0, "high": 40000.0})
    session.store.apply(set_value(PRICE, ranged, "server price"))
    field = made(EstimateField, PRICE, compact=True)
    field.boxes["likely"].setFocus()
    assert field.density.isVisible()
    field.boxes["high"].setFocus()
    assert field.density.isVisible()
    field.boxes["high"].clearFocus()
    assert not field.density.isVisible()


def test_a_value_that_is_left_out_says_so(made):
    field = made(EstimateField, BASE_LOAD, compact=True)
    assert field.boxes["likely"].placeholderText() == "not stated"
    assert field.boxes["low"].placeholderText() == ""
