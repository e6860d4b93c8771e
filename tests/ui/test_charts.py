"""Charts show their finding and numbers that say where they come from, and become files."""

import csv
import io
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QGraphicsPathItem

from desktop_app.analysis.ai_spend import ai_spend
from desktop_app.analysis.curve_charts import curves
from desktop_app.analysis.driver_charts import chances, drivers
from desktop_app.analysis.frames import columns_of
from desktop_app.analysis.money_charts import ON_SCREEN, year_columns
from desktop_app.analysis.origins import find
from desktop_app.analysis.study import study
from desktop_app.session.messages import Messages
from desktop_app.ui.charts.bars import ShareBars
from desktop_app.ui.charts.view import ChartView
from desktop_app.ui.parts.guide import Guide

KINDS = {
    "curves": curves,
    "years": lambda done: year_columns(done, ON_SCREEN),
    "drivers": lambda done: drivers(done, done.order[0]),
    "chances": chances,
}
SIZES = ((756, 270), (560, 220), (1100, 600))


@pytest.fixture(scope="module")
def done(meridian):
    return study(meridian, draws=256)


@pytest.fixture
def said():
    return []


@pytest.fixture
def view(qtbot, look, said):
    messages = Messages()
    messages.posted.connect(lambda message: said.append(message.text))
    view = ChartView(Guide(), messages)
    view.messages = messages
    view.resize(756, 270)
    qtbot.addWidget(view)
    return view


@pytest.fixture
def asked(view):
    found = []
    view._guide.explained.connect(found.append)
    return found


def shown(qtbot, view, chart):
    view.show_chart(chart)
    view.show()
    qtbot.waitExposed(view)
    return view.plot


def focused(qtbot, view, chart):
    plot = shown(qtbot, view, chart)
    with qtbot.waitActive(view):
        view.activateWindow()
    plot.setFocus()
    return plot


@pytest.mark.parametrize("kind", KINDS)
def test_the_title_is_the_finding_and_is_said_to_those_who_cannot_see_it(view, done, kind):
    chart = KINDS[kind](done)
    view.show_chart(chart)
    assert view.title.text() == chart.title
    for widget in (view, view.plot):
        assert widget.accessibleName() == chart.title
        assert widget.accessibleDescription() == chart.alt


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_says_where_it_comes_from(qtbot, view, meridian, done, kind):
    shown(qtbot, view, KINDS[kind](done))
    numbers = view.numbers()
    assert len(numbers) > 4
    for text, origins in numbers:
        assert origins, text
        for origin in origins:
            assert find(meridian, done, origin) is not None, (text, origin)


@pytest.mark.parametrize("kind", KINDS)
def test_the_twin_holds_the_numbers_of_the_chart(view, done, kind):
    chart = KINDS[kind](done)
    view.show_chart(chart)
    view.toggle_table()
    model = view.table.model()
    columns = columns_of(chart)
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(columns))] == [
        *columns
    ]
    for column, cells in enumerate(columns.values()):
        for row, cell in enumerate(cells):
            assert model.index(row, column).data(Qt.ItemDataRole.EditRole) == cell
    assert model.rowCount() == len(cells)


def test_numbers_in_the_twin_stand_to_the_right(view, done):
    view.show_chart(drivers(done, done.order[0]))
    view.toggle_table()
    model = view.table.model()
    sides = [model.index(0, n).data(Qt.ItemDataRole.TextAlignmentRole) for n in range(3)]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, True, True]


def test_t_turns_to_the_table_and_back_and_tab_leaves_it(qtbot, view, done):
    plot = focused(qtbot, view, curves(done))
    qtbot.keyClick(plot, Qt.Key.Key_T)
    assert view.is_table
    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Tab)
    assert not view.table.hasFocus()
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_T)
    assert not view.is_table


def test_a_table_on_show_follows_the_study(view, meridian, done):
    view.show_chart(curves(done))
    view.toggle_table()
    other = curves(study(meridian, draws=512))
    view.show_chart(other)
    last = view.table.model().columnCount() - 1
    assert view.is_table
    assert (
        view.table.model().index(9, last).data(Qt.ItemDataRole.EditRole)
        == (other.bands[-1].high[9])
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_saved_as_picture_drawing_and_table(qtbot, view, said, done, tmp_path, kind):
    chart = KINDS[kind](done)
    shown(qtbot, view, chart)
    assert view.save_png(tmp_path / "chart.png")
    assert view.save_svg(tmp_path / "chart.svg")
    assert view.save_csv(tmp_path / "chart.csv")
    picture = QImage(str(tmp_path / "chart.png"))
    assert picture.width() == 2 * view.width()
    inks = {picture.pixel(x, y) for x in range(0, 1500, 5) for y in range(100, 520, 3)}
    assert len(inks) > 5
    root = ElementTree.parse(tmp_path / "chart.svg").getroot()  # noqa: S314 - our own
    assert root.find("{http://www.w3.org/2000/svg}title").text == chart.title
    rows = list(csv.reader(io.StringIO((tmp_path / "chart.csv").read_text(encoding="utf-8"))))
    assert rows[0] == list(columns_of(chart))
    assert said == [f"The chart is saved as chart.{end}." for end in ("png", "svg", "csv")]


def test_a_place_that_cannot_be_written_to_is_said_and_nothing_is_claimed(
    view, said, done, tmp_path
):
    view.show_chart(curves(done))
    assert not view.save_csv(tmp_path / "nowhere" / "chart.csv")
    (told,) = said
    assert "could not be written" in told


def test_each_band_is_one_path_and_stays_the_same_item_when_the_study_changes(
    qtbot, view, meridian, done
):
    plot = shown(qtbot, view, curves(done))
    before, lines = list(plot.bands), list(plot.lines)
    assert [type(band) for band in before] == [QGraphicsPathItem] * len(curves(done).bands)
    paths = [band.path() for band in before]
    view.show_chart(curves(study(meridian, draws=512)))
    assert view.plot is plot
    assert plot.bands == before
    assert plot.lines == lines
    assert [band.path() for band in before] != paths


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_labels_of_curves_keep_clear_of_one_another(qtbot, qapp, look, done, size, zoom):
    look(qapp, "light", zoom)
    view = ChartView(Guide())
    qtbot.addWidget(view)
    view.resize(int(size[0] * zoom), int(size[1] * zoom))
    plot = shown(qtbot, view, curves(done))
    heights = sorted(end.sign.y() for end in plot._ends)
    assert len(heights) == len(done.order)
    assert all(after - before >= 20 * zoom - 0.01 for before, after in pairwise(heights))
    areas = [spot.area for spot in plot.spots()]
    for number, area in enumerate(areas):
        assert plot.rect().toRectF().adjusted(-1, -1, 1, 1).contains(area)
        assert not [other for other in areas[:number] if other.intersects(area)]


def test_lines_stand_where_their_labels_and_rings_say(qtbot, view, done):
    plot = shown(qtbot, view, curves(done))
    for end in plot._ends:
        drawn = plot._box.mapViewToScene(QPointF(len(end.curve.values) - 1, end.curve.values[-1]))
        assert (drawn - end.tie).manhattanLength() < 1
    for sentence in plot._sentences:
        spot = QPointF(sentence.crossing.month, sentence.crossing.value)
        assert (plot._box.mapViewToScene(spot) - sentence.ring).manhattanLength() < 1


def test_lines_lie_above_the_grid(qtbot, view, done):
    plot = shown(qtbot, view, curves(done))
    shot, field = plot.grab().toImage(), plot._field
    curve = next(curve for curve in plot._chart.curves if curve.recommended)
    rings = [sentence.ring for sentence in plot._sentences]
    for quarter in range(4, 4 * 35):
        month, part = divmod(quarter, 4)
        low, high = curve.values[month], curve.values[month + 1]
        place = field.at(quarter / 4, low + (high - low) * part / 4)
        if all((ring - place).manhattanLength() > 12 for ring in rings):
            assert shot.pixelColor(place.toPoint()).lightness() < 150, quarter


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_that_is_clicked_asks_where_it_comes_from(qtbot, view, asked, done, kind):
    plot = shown(qtbot, view, KINDS[kind](done))
    spot = plot.spots()[-1]
    place = spot.area.center().toPoint()
    qtbot.mouseMove(plot, place)
    assert plot.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    assert asked == [spot.origins]
    qtbot.mouseMove(plot, QPoint(1, plot.height() - 1))
    assert plot.cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("kind", KINDS)
def test_the_arrow_keys_walk_over_the_numbers_and_enter_asks(qtbot, view, asked, done, kind):
    plot = focused(qtbot, view, KINDS[kind](done))
    spots, whole = plot.spots(), plot.accessibleDescription()
    assert whole == view.accessibleDescription()
    for _ in spots:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert asked == [spot.origins for spot in spots]
    assert spots[-1].text in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert spots[0].text in plot.accessibleDescription()


def test_options_out_of_focus_stand_back(qtbot, view, done):
    chart = chances(done)
    plot = shown(qtbot, view, chart)
    first, second = chart.rows[0].mark, chart.rows[1].mark
    before = plot.ink(second).alpha()
    view.set_focus_marks([first])
    assert plot.ink(first).alpha() == before
    assert plot.ink(second).alpha() < before
    view.set_focus_marks([])
    assert plot.ink(second).alpha() == before


def test_the_shares_of_a_bill_fill_both_bars_and_say_their_origins(qtbot, look, meridian, done):
    spend = ai_spend(meridian.bills[0], "EUR")
    bars = ShareBars(Guide())
    qtbot.addWidget(bars)
    bars.resize(756, 112)
    bars.show_spend(spend)
    bars.show()
    for segments, cuts in ((bars._whole, spend.whole), (bars._parts, spend.ways)):
        assert [cut.key for cut, _ in segments] == [cut.key for cut in cuts]
        assert segments[0][1].left() == 0
        assert segments[-1][1].right() == pytest.approx(756)
        for cut, box in segments:
            assert box.width() == pytest.approx(756 * cut.share, abs=2.5)
    assert len(bars.numbers()) == len(spend.whole) + len(spend.ways)
    for text, origins in bars.numbers():
        assert all(find(meridian, done, origin) for origin in origins), text
    areas = [spot.area for spot in bars.spots()]
    assert not [a for n, a in enumerate(areas) if any(a.intersects(b) for b in areas[:n])]


@pytest.mark.parametrize("size", [(756, 270), (300, 120)])
@pytest.mark.parametrize("kind", KINDS)
def test_decisions_small_and_full_are_drawn_without_ranges_or_room(
    qtbot, look, smallest, full, kind, size
):
    for decision in (smallest, full):
        done = study(decision, draws=64)
        view = ChartView(Guide())
        qtbot.addWidget(view)
        view.resize(*size)
        plot = shown(qtbot, view, KINDS[kind](done))
        assert not view.grab().isNull()
        for spot in plot.spots():
            assert all(find(decision, done, origin) for origin in spot.origins), spot


def test_another_kind_of_chart_takes_the_place_of_the_first(qtbot, view, done):
    first = shown(qtbot, view, year_columns(done, ON_SCREEN))
    view.toggle_table()
    view.show_chart(drivers(done, done.order[0]))
    assert view.plot is not first
    assert view.is_table
    view.toggle_table()
    assert view.plot.isVisible()


def test_the_menu_offers_the_table_and_three_kinds_of_file(view, done):
    view.show_chart(chances(done))
    said = [action.text() for action in view.menu().actions() if action.text()]
    assert said == ["Show as table", "Save as PNG…", "Save as SVG…", "Save as CSV…"]


def test_the_name_of_a_file_is_asked_for_and_gets_its_ending(qtbot, look, qapp, done, tmp_path):
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    view = ChartView(Guide())
    qtbot.addWidget(view)
    shown(qtbot, view, chances(done))
    csv_action = view.menu().actions()[-1]
    csv_action.trigger()
    dialog = view.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("of-the-futures.csv")
    dialog.selectFile(str(tmp_path / "shares"))
    dialog.accept()
    assert (tmp_path / "shares.csv").read_text(encoding="utf-8").startswith("Option,")
