"""The step Evidence reads bills and shows that they add up and what of them is AI."""

import pytest
from documents import BILL, FULL, SMALLEST
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QLabel

from desktop_app.analysis.origins import find
from desktop_app.decision import Decision
from desktop_app.decision.edits import keep_bill
from desktop_app.knowledge.shelf import resource
from desktop_app.ui.parts.text import Said

SAMPLES = resource("samples")


@pytest.fixture
def page(shown_step):
    from desktop_app.ui.steps.evidence import EvidenceStep

    return lambda decision: shown_step(EvidenceStep, decision)


@pytest.fixture
def sample(page, meridian):
    return page(meridian)


@pytest.fixture
def posted(sample):
    messages = []
    sample.session.messages.posted.connect(messages.append)
    return messages


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def shown(view):
    model = view.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def column(table, place):
    return [row[place] for row in shown(table.view)]


def click_head(qtbot, view, section):
    heads = view.horizontalHeader()
    at = QPoint(heads.sectionViewportPosition(section) + 10, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)


def dropped(page, files):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where = page.rect().center()
    rest = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, *rest, none)
    page.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(where), *rest, none)
    page.dropEvent(drop)
    return enter.isAccepted() and drop.isAccepted()


def ended(qtbot, page):
    qtbot.waitUntil(lambda: not page.session.tasks.is_running("import"), timeout=20_000)


def test_without_a_bill_there_is_a_place_to_drop_one(page, smallest):
    found = page(smallest)
    assert found.drop_zone.isVisible()
    assert not found.bill.isVisible()
    assert "Drop a bill here" in texts(found)


def test_choosing_files_reads_them_and_shows_what_they_hold(qtbot, page, smallest, monkeypatch):
    file = SAMPLES / "meridian-aws.csv.gz"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    found = page(smallest)
    qtbot.mouseClick(found.drop_zone.choose, Qt.MouseButton.LeftButton)
    assert found.strip.isVisible()
    assert f"Reading {file.name}" in texts(found.strip)
    ended(qtbot, found)
    assert not found.strip.isVisible()
    assert found.bill.isVisible()
    assert "1,310,098.70" in texts(found.bill.slip)


def test_choosing_no_file_does_nothing(qtbot, page, smallest, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    found = page(smallest)
    qtbot.mouseClick(found.drop_zone.choose, Qt.MouseButton.LeftButton)
    assert not found.session.tasks.is_running("import")


def test_files_dropped_on_the_page_are_read_as_one_bill(qtbot, page, smallest):
    found = page(smallest)
    names = ("meridian-aws.csv.gz", "meridian-google-cloud.csv.gz")
    assert dropped(found, [SAMPLES / name for name in names])
    ended(qtbot, found)
    (bill,) = found.session.store.decision.bills
    assert [file.name for file in bill.files] == list(names)


def test_cancel_stops_the_reading_and_leaves_the_decision_alone(qtbot, page, smallest, tmp_path):
    found = page(smallest)
    found.import_files([SAMPLES / "meridian-aws.csv.gz"])
    qtbot.mouseClick(found.strip.stop, Qt.MouseButton.LeftButton)
    assert not found.strip.stop.isEnabled()
    ended(qtbot, found)
    assert found.session.store.decision.bills == ()
    assert not found.strip.isVisible()


def test_the_strip_shows_how_far_the_reading_is(qtbot, page, smallest):
    from desktop_app.session.imports import SLOT

    found = page(smallest)
    found.show()

    def work(report):
        report(0.25)
        report.tell("12 MB of 48 MB")
        while True:
            report(0.25)

    task = found.session.tasks.run("Reading 2 bills", work, slot=SLOT)
    qtbot.waitUntil(lambda: found.strip.note == "12 MB of 48 MB")
    assert found.strip.bar.value() == found.strip.bar.maximum() // 4
    assert "Reading 2 bills" in texts(found.strip)
    task.cancel()
    ended(qtbot, found)


def test_the_slip_sets_file_and_groups_side_by_side(sample):
    said = texts(sample.bill.slip)
    for text in ("AWS", "Google Cloud", "Microsoft", "4,057", "✓ adds up to the files"):
        assert text in said
    assert said.count("2,347,219.41") == 2
    assert said.count("0.00") == 4


def test_a_bill_that_does_not_add_up_says_so(page):
    total = {**BILL["totals"][0], "costs": {"billed_cost": "99.00"}}
    found = page(Decision.model_validate({**SMALLEST, "bills": [{**BILL, "totals": [total]}]}))
    assert "× does not add up" in texts(found.bill.slip)
    assert "−86.50" in texts(found.bill.slip)


def test_the_purpose_says_that_it_adds_up_and_what_is_not_identified(sample):
    assert sample.purpose.text() == (
        "All 4,057 rows kept add up to the 3 files, to the cent. "
        "6\N{NO-BREAK SPACE}% of the bill is not identified yet."
    )


def test_every_number_on_the_page_says_where_it_comes_from(sample):
    decision = sample.session.store.decision
    numbers = [each for label in sample.findChildren(Said) for each in label.numbers()]
    numbers += sample.bill.shares.numbers() + sample.bill.groups.numbers()
    said = [(text, origins) for text, origins in numbers if any(c.isdigit() for c in text)]
    named = {bill.label for bill in decision.bills} | {
        file.name for bill in decision.bills for file in bill.files
    }
    for text, origins in said:
        if text not in named and not text.startswith("2025-11-01"):
            assert origins, text
        assert all(find(decision, None, key) is not None for key in origins), text
    assert len(said) > 100


def test_a_click_on_an_amount_asks_where_it_comes_from(qtbot, sample):
    amount = next(s for s in sample.bill.slip.findChildren(Said) if s.text() == "1,310,098.70")
    with qtbot.waitSignal(sample.guide.explained) as asked:
        qtbot.mouseClick(amount, Qt.MouseButton.LeftButton)
    assert asked.args == [("bills.cloud.eur.providers.aws",)]


def test_groups_stand_largest_first_and_turn_at_a_click_on_the_head(qtbot, sample):
    table = sample.bill.groups
    billed = [row.billed for row in table.model.rows]
    assert billed == sorted(billed, reverse=True)
    assert len(billed) == 73
    click_head(qtbot, table.view, 1)
    names = [row.service.lower() for row in table.model.rows]
    assert names == sorted(names)
    click_head(qtbot, table.view, 1)
    assert [row.service.lower() for row in table.model.rows] == sorted(names, reverse=True)


@pytest.mark.parametrize("section", range(8))
def test_groups_sort_by_every_column_and_keep_all_rows(qtbot, sample, section):
    table = sample.bill.groups
    before = sorted(map(tuple, shown(table.view)))
    click_head(qtbot, table.view, section)
    assert sorted(map(tuple, shown(table.view))) == before
    arrow = table.view.model().headerData(section, Qt.Orientation.Horizontal)
    assert arrow.endswith(("↑", "↓"))


def test_rows_sort_as_numbers_not_as_words(qtbot, sample):
    table = sample.bill.groups
    click_head(qtbot, table.view, 5)
    rows = [int(text.replace(",", "")) for text in column(table, 5)]
    assert rows in (sorted(rows), sorted(rows, reverse=True))


def test_find_keeps_the_groups_that_hold_all_the_words(qtbot, sample):
    table = sample.bill.groups
    qtbot.keyClicks(table.words, "aws known")
    rows = shown(table.view)
    assert 0 < len(rows) < 73
    assert all(row[0] == "AWS" and row[2] == "Known" for row in rows)
    table.words.clear()
    assert len(shown(table.view)) == 73


def test_enter_on_a_group_asks_where_its_amount_comes_from(qtbot, sample):
    table = sample.bill.groups
    table.view.setFocus()
    table.view.selectRow(0)
    with qtbot.waitSignal(sample.guide.explained) as asked:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert asked.args[0] == table.model.rows[0].origins


def test_tab_leaves_the_table(qtbot, sample):
    view = sample.bill.groups.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_the_table_has_a_column_that_takes_the_room_that_is_left(sample):
    heads = sample.bill.groups.view.horizontalHeader()
    assert heads.sectionResizeMode(1) is QHeaderView.ResizeMode.Stretch
    assert not sample.bill.groups.view.horizontalScrollBar().isVisible()


def test_rows_set_aside_are_told_with_their_reasons(qtbot, page, full):
    found = page(full)
    found.bill.looks.turn(2)
    said = texts(found.bill.files)
    assert "october.csv: 1 row from row 4 set aside. no cost." in said
    assert "one row twice." in said
    assert "Columns of the format that no file carries: ListCost." in said


def test_a_long_list_of_reasons_folds_out(qtbot, page):
    from PySide6.QtWidgets import QPushButton

    reasons = [
        {"file": "october.csv", "reason": f"reason {n}", "rows": 1, "first_line": n}
        for n in range(1, 6)
    ]
    found = page(Decision.model_validate({**FULL, "bills": [{**BILL, "set_aside": reasons}]}))
    found.bill.looks.turn(2)
    assert not any("reason 5" in text for text in texts(found.bill.files))
    (more,) = (b for b in found.bill.files.findChildren(QPushButton) if "more" in b.text())
    assert more.text() == "Show 2 more"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert any("reason 5" in text for text in texts(found.bill.files))


def test_use_as_baseline_says_so_and_can_be_taken_back(qtbot, sample, posted):
    before = sample.session.store.decision
    qtbot.mouseClick(sample.use, Qt.MouseButton.LeftButton)
    assert posted[-1].action == "Undo"
    assert "now stands for staying as today" in posted[-1].text
    assert sample.session.store.decision.baseline == "stay"
    posted[-1].act()
    assert sample.session.store.decision == before


def test_a_bill_in_use_is_not_removed_and_the_page_says_why(qtbot, sample, posted):
    qtbot.mouseClick(sample.remove, Qt.MouseButton.LeftButton)
    assert "is still used by the cost line" in posted[-1].text
    assert posted[-1].level == "problem"
    assert sample.session.store.decision.bills


def test_a_bill_nobody_uses_is_removed_with_a_way_back(qtbot, page):
    found = page(Decision.model_validate({**SMALLEST, "bills": [BILL]}))
    messages = []
    found.session.messages.posted.connect(messages.append)
    qtbot.mouseClick(found.remove, Qt.MouseButton.LeftButton)
    assert found.session.store.decision.bills == ()
    assert found.drop_zone.isVisible()
    messages[-1].act()
    assert found.bill.isVisible()


def test_of_several_bills_one_is_chosen_and_a_new_one_is_shown_at_once(page, meridian):
    found = page(meridian)
    choice = next(c for c in found.findChildren(QComboBox) if c.accessibleName() == "Bill")
    assert not choice.isVisible()
    other = Decision.model_validate({**SMALLEST, "bills": [BILL]}).bills[0]
    renamed = other.model_copy(update={"key": "second", "label": "Second bill"})
    found.session.store.apply(keep_bill(renamed))
    assert choice.isVisible()
    assert choice.currentText() == "Second bill"
    assert "12.50" in texts(found.bill.slip)
    choice.setCurrentIndex(0)
    assert "2,347,219.41" in texts(found.bill.slip)


def test_an_edit_elsewhere_leaves_the_page_alone(sample):
    from desktop_app.decision.edits import set_value

    before = sample.bill.slip.findChildren(Said)
    sample.session.store.apply(set_value("title", "Another", "title"))
    assert sample.bill.slip.findChildren(Said) == before


def test_seeking_a_bill_shows_it(sample):
    assert sample.seek("bills.cloud")
    assert not sample.seek("bills.gone")
    assert not sample.seek("context.discount_rate")


def test_a_bill_in_two_currencies_shows_one_at_a_time(page):
    def also(part):
        return [part, {**part, "currency": "USD", "costs": {"billed_cost": "7.00"}}]

    two = {**BILL, "totals": also(BILL["totals"][0]), "groups": also(BILL["groups"][0])}
    two["files"] = [{**BILL["files"][0], "rows_read": 5, "rows_kept": 4}]
    found = page(Decision.model_validate({**SMALLEST, "bills": [two]}))
    assert "AWS, EUR" in texts(found.bill.slip)
    assert "AWS, USD" in texts(found.bill.slip)
    choice = next(c for c in found.findChildren(QComboBox) if c.accessibleName() == "Currency")
    choice.setCurrentText("USD")
    assert [row.billed_text for row in found.bill.groups.model.rows] == ["7.00"]


@pytest.mark.parametrize("scene", [("dark", 1.0), ("high_contrast", 1.0), ("light", 1.5)])
def test_the_page_shows_in_every_theme_and_zoom(qapp, look, page, meridian, scene):
    look(qapp, *scene)
    assert not page(meridian).grab().isNull()
