"""A list is edited as in a spreadsheet: cells, rows, and pasted blocks that undo as one."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop_app.decision.edits import set_value
from desktop_app.ui.fields import TableField


@pytest.fixture
def session(begun, full):
    return begun(full)


@pytest.fixture
def table(made):
    return lambda path, **more: made(TableField, path, **more)


def put(field, row, column, text):
    model = field.model
    names = [shown.name for shown in model.columns]
    return model.setData(model.index(row, names.index(column)), text)


def test_columns_are_named_by_the_model_and_numbers_stand_right(table):
    field = table("context.exchange_rates")
    model = field.model
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert heads == ["Currency", "Exchange rate, EUR for one", "Date of the rate"]
    side = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_only_the_columns_asked_for_are_shown_in_that_order(table):
    field = table("quotes", columns=("total", "supplier"))
    assert [column.name for column in field.model.columns] == ["total", "supplier"]


def test_a_cell_typed_with_the_keyboard_changes_the_decision(qtbot, table, stated):
    field = table("risks")
    view = field.view
    view.setFocus()
    view.setCurrentIndex(field.model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Servers come late")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert stated("risks.late.title") == "Servers come late"
    assert view.currentIndex().row() == 1


def test_tab_leaves_the_table(table):
    assert not table("risks").view.tabKeyNavigation()


def test_a_row_keeps_its_key_and_what_no_column_shows(table, stated):
    field = table("quotes", columns=("supplier",))
    put(field, 0, "supplier", "Halden")
    assert stated("quotes.offer.supplier") == "Halden"
    assert stated("quotes.offer.total") == Decimal("120000.00")


def test_a_new_row_joins_the_document_once_it_has_what_it_needs(session, table, stated):
    field = table("quotes")
    put(field, 1, "supplier", "Halden")
    put(field, 1, "currency", "EUR")
    assert len(stated("quotes")) == 1
    assert field.finding.text == "The new row still needs: Date."
    put(field, 1, "on", "2026-11-17")
    assert stated("quotes")[1].on == date(2026, 11, 17)
    assert stated("quotes")[1].key == "quote_2"
    assert field.finding.level is None
    session.store.undo()
    assert len(stated("quotes")) == 1
    assert field.model.rowCount() == 2


def test_an_amount_is_kept_to_the_last_digit_typed(table, stated):
    field = table("quotes")
    put(field, 0, "total", "883,200.10")
    assert stated("quotes.offer.total") == Decimal("883200.10")


def test_parts_that_have_no_key_are_edited_by_their_place(table, stated):
    field = table("paper.versions")
    put(field, 0, "change", "First draft")
    assert stated("paper.versions")[0].change == "First draft"


def test_an_option_is_named_in_words_and_chosen_from_a_list(table, stated):
    field = table("exclusions")
    view = field.view
    assert field.model.index(0, 0).data() == "Own servers"
    view.edit(field.model.index(0, 0))
    editor = view.findChild(QComboBox)
    assert [editor.itemText(i) for i in range(editor.count())] == ["Managed model", "Own servers"]
    put(field, 0, "option", "Managed model")
    assert stated("exclusions")[0].option == "api"


@pytest.mark.parametrize(
    ("path", "column", "text", "said"),
    [
        ("conditions", "due", "soon", "Row 1, Due: “soon” is not a day."),
        (
            "context.exchange_rates",
            "rate",
            "much",
            "Row 1, Exchange rate: “much” is",
        ),
        ("context.exchange_rates", "currency", "euro", "three capital letters"),
        ("risks", "title", "", "must not be empty"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_explained(session, table, path, column, text, said):
    field = table(path)
    before = session.store.decision
    put(field, 0, column, text)
    assert said in field.finding.text
    assert session.store.decision is before


def test_a_pasted_block_fills_and_adds_rows_as_one_step_to_undo(qtbot, session, table, stated):
    field = table("risks")
    field.view.setCurrentIndex(field.model.index(0, 0))
    QGuiApplication.clipboard().setText(
        'Late\t"Servers, or\nengineers"\tAna\nDear\tPrices rise\tLars\nWeak\t\t\n'
    )
    qtbot.keyClick(field.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    risks = stated("risks")
    assert [risk.title for risk in risks] == ["Late", "Dear", "Weak"]
    assert risks[0].text == "Servers, or\nengineers"
    assert [risk.key for risk in risks] == ["late", "risk_2", "risk_3"]
    session.store.undo()
    assert len(stated("risks")) == 1
    assert not session.store.undo_label


def test_a_block_with_one_bad_cell_is_not_pasted_at_all(qtbot, session, table):
    field = table("conditions")
    before = session.store.decision
    field.view.setCurrentIndex(field.model.index(0, 0))
    QGuiApplication.clipboard().setText("Prices hold\tAna\t2027-03-01\nStaff\tLars\tMarch\n")
    qtbot.keyClick(field.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.store.decision is before
    assert field.finding.text.startswith("Row 2, Due: “March” is not a day.")


def test_what_is_copied_can_be_pasted_back(qtbot, session, table):
    field = table("conditions")
    before = session.store.decision
    field.view.setCurrentIndex(field.model.index(0, 0))
    field.view.selectRow(0)
    qtbot.keyClick(field.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "The price holds\t\t2027-03-01\n"
    qtbot.keyClick(field.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.store.decision == before
    assert field.finding.level is None


def test_delete_removes_a_row_and_the_message_offers_undo(qtbot, session, table, stated):
    said = []
    session.messages.posted.connect(said.append)
    field = table("risks")
    field.view.selectRow(0)
    qtbot.keyClick(field.view, Qt.Key.Key_Delete)
    assert stated("risks") == ()
    assert (said[0].text, said[0].action) == ("One row of risks removed.", "Undo")
    said[0].act()
    assert len(stated("risks")) == 1


def test_a_change_from_elsewhere_shows_in_the_table(session, table):
    field = table("risks")
    session.store.apply(set_value("risks.late.owner", "Priya", "owner"))
    texts = [field.model.text(0, column) for column in range(field.model.columnCount())]
    assert "Priya" in texts


def test_the_model_holds_to_the_rules_of_qt(qtmodeltester, table):
    qtmodeltester.check(table("risks").model)
