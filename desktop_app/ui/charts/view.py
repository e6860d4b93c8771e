"""A chart on a page: its finding, what it shows, the drawing, its table and its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.outcome import Refused
from desktop_app.session.exports import write_file
from desktop_app.ui.charts.saving import KINDS, Kind, csv_text, file_name, png_of, svg_text
from desktop_app.ui.charts.twin import ColumnsModel, Twin
from desktop_app.ui.look import current
from desktop_app.ui.parts.button import tool
from desktop_app.ui.parts.layout import row
from desktop_app.ui.parts.text import Said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from PySide6.QtGui import QContextMenuEvent, QEnterEvent

    from desktop_app.analysis.drawing import Drawable
    from desktop_app.session.messages import Messages
    from desktop_app.ui.charts.curves import CurvesPlot
    from desktop_app.ui.charts.ranges import RangeStrips
    from desktop_app.ui.charts.rows import ChancesPlot, DriversPlot
    from desktop_app.ui.charts.years import YearsPlot
    from desktop_app.ui.parts.guide import Guide

    Plot: TypeAlias = CurvesPlot | YearsPlot | DriversPlot | ChancesPlot | RangeStrips

_SHOW_TABLE, _SHOW_CHART = "Show as table", "Show as chart"


class ChartView(QWidget):
    """Shows one chart of the analysis room.

    Args:
        guide: Whom to ask where a number comes from.
        messages: Where it is said that a file was written; nowhere without.
        title_role: Role of the finding in the type scale.
    """

    def __init__(
        self, guide: Guide, messages: Messages | None = None, *, title_role: str = "chart_finding"
    ) -> None:
        super().__init__()
        self._guide, self._messages = guide, messages
        self._chart: Drawable | None = None
        self._strong: frozenset[str] = frozenset()
        self.plot: Plot | None = None
        self.title = Said(role=title_role, guide=guide, wrap=True)
        self.caption = Said(role="small", colour="text_tertiary", guide=guide, wrap=True)
        self._model = ColumnsModel({})
        self.table = Twin(self._model)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._tools = self._tool_row()
        self._lay_out()
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_T), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle_table)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def show_chart(self, chart: Drawable) -> None:
        """Show a chart; one of the same kind is taken up by the drawing that is there."""
        self._chart = chart
        self.title.say(chart.title, chart.origins)
        self.caption.say(*_caption(chart))
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.alt)
        self.table.setAccessibleName(f"{chart.title}, as a table")
        self.table.setAccessibleDescription(chart.alt)
        self._show_plot(chart)
        if self.is_table:
            self._fill_table()

    def set_focus_marks(self, marks: Iterable[str]) -> None:
        """Let the options with these signs stand out; without any, all are alike."""
        self._strong = frozenset(marks)
        if self.plot is not None:
            self.plot.set_focus_marks(self._strong)

    def numbers(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every number shown, with its origins."""
        said = [*self.title.numbers(), *self.caption.numbers()]
        found = [(text, origins) for text, origins in said if origins]
        return [*found, *(self.plot.numbers() if self.plot is not None else [])]

    @property
    def is_table(self) -> bool:
        """Whether the table is shown in place of the drawing."""
        return self._stack.currentWidget() is self.table

    def toggle_table(self) -> None:
        """Show the table in place of the drawing, or the drawing again."""
        if self.plot is None:
            return
        held = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        if self.is_table:
            self._stack.setCurrentWidget(self.plot)
        else:
            self._fill_table()
            self._stack.setCurrentWidget(self.table)
        name = _SHOW_CHART if self.is_table else _SHOW_TABLE
        self._table_button.setToolTip(f"{name} (T)")
        self._table_button.setAccessibleName(name)
        if held:
            (self.table if self.is_table else self.plot).setFocus()

    def menu(self) -> QMenu:
        """Return what can be done with the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        toggle = menu.addAction(_SHOW_CHART if self.is_table else _SHOW_TABLE)
        toggle.setShortcut(QKeySequence(Qt.Key.Key_T))
        toggle.triggered.connect(self.toggle_table)
        menu.addSeparator()
        for kind in KINDS:
            menu.addAction(f"{kind.label}…").triggered.connect(partial(self._ask, kind))
        return menu

    def save_png(self, path: PathLike[str] | str) -> bool:
        """Write title, caption and drawing as a picture; say whether that succeeded."""
        if self.plot is None:
            return False
        is_table, focused = self.is_table, QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a picture shows no focus
        self._stack.setCurrentWidget(self.plot)
        self._tools.hide()
        content = png_of(self)
        if is_table:
            self._stack.setCurrentWidget(self.table)
        if focused is not None:
            focused.setFocus()
        return self._write(path, content)

    def save_svg(self, path: PathLike[str] | str) -> bool:
        """Write the chart as a drawing; say whether that succeeded."""
        return self._chart is not None and self._write(path, svg_text(self._chart).encode())

    def save_csv(self, path: PathLike[str] | str) -> bool:
        """Write the chart's numbers as a table; say whether that succeeded."""
        return self._chart is not None and self._write(path, csv_text(self._chart).encode())

    @override
    def sizeHint(self) -> QSize:
        hint = self.plot.sizeHint() if self.plot is not None else super().sizeHint()
        return QSize(hint.width(), hint.height() + current().px(44))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tools.setVisible(self.plot is not None)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tools.setVisible(self._holds_focus())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.plot is not None:
            self.menu().popup(event.globalPos())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.caption)
        column.addSpacing(current().px(6))
        column.addWidget(self._stack, 1)

    def _tool_row(self) -> QWidget:
        self._table_button = tool("table", _SHOW_TABLE, self.toggle_table)
        self._table_button.setToolTip(f"{_SHOW_TABLE} (T)")
        self._save_button = tool("download", "Save this chart", self._pop_up)
        tools = row(self._table_button, self._save_button, gap=2)
        for button in (self._table_button, self._save_button):
            button.setFixedSize(current().px(26), current().px(22))
        policy = tools.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing moves under the pointer
        tools.setSizePolicy(policy)
        tools.hide()
        return tools

    def _pop_up(self) -> None:
        self.menu().popup(self._save_button.mapToGlobal(self._save_button.rect().bottomLeft()))

    def _show_plot(self, chart: Drawable) -> None:
        kind = _plot_class(chart)
        if isinstance(self.plot, kind):
            self.plot.show_chart(chart)  # type: ignore[arg-type] # of the kind just looked up
            return
        before, table = self.plot, self.is_table
        self.plot = kind(self._guide, chart)  # type: ignore[arg-type] # likewise
        self.plot.set_focus_marks(self._strong)
        self._stack.addWidget(self.plot)
        if before is None or not table:
            self._stack.setCurrentWidget(self.plot)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _fill_table(self) -> None:
        from desktop_app.analysis.frames import columns_of

        self._model.show_columns(columns_of(self._chart))

    def _ask(self, kind: Kind) -> None:
        dialog = QFileDialog(self, kind.label, "", kind.filter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.ending)
        dialog.selectFile(file_name(self.title.text(), kind.ending))
        save = {"png": self.save_png, "svg": self.save_svg, "csv": self.save_csv}
        dialog.fileSelected.connect(save[kind.ending])
        dialog.open()

    def _write(self, path: PathLike[str] | str, content: bytes) -> bool:
        try:
            written = write_file(path, content)
        except Refused as refusal:
            if self._messages is not None:
                self._messages.post_refusal(refusal)
            return False
        if self._messages is not None:
            self._messages.post(f"The chart is saved as {written.name}.")
        return True

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _follow_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self._tools.setVisible(
            self.plot is not None and (self._holds_focus() or self.underMouse())
        )


def _plot_class(chart: Drawable) -> type[Plot]:
    """Return what draws a chart; loaded when the first of its kind is shown, after first paint."""
    from desktop_app.analysis import charts

    if isinstance(chart, charts.Curves):
        from desktop_app.ui.charts.curves import CurvesPlot

        return CurvesPlot
    from desktop_app.ui.charts.rows import ChancesPlot, DriversPlot
    from desktop_app.ui.charts.years import YearsPlot

    if isinstance(chart, charts.YearColumns):
        return YearsPlot
    if isinstance(chart, charts.Ranges):
        from desktop_app.ui.charts.ranges import RangeStrips

        return RangeStrips
    return DriversPlot if isinstance(chart, charts.Drivers) else ChancesPlot


def _caption(chart: Drawable) -> tuple[str, tuple[str, ...]]:
    """What is shown and its unit, with the origins of the numbers in it."""
    from desktop_app.analysis import charts

    if isinstance(chart, charts.Chances | charts.Ranges):
        return chart.caption, ("simulation.draws",)
    if isinstance(chart, charts.Curves) and chart.bands:
        bands = " and ".join(band.label for band in chart.bands)
        origins = tuple(key for band in chart.bands for key in band.origins)
        return f"{chart.caption} · shaded: {bands}", origins
    return chart.caption, ()
