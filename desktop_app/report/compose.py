"""From what a page says to blocks that can be measured and drawn."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from desktop_app.report import blocks
from desktop_app.report.flowables.cells import cell_ink
from desktop_app.report.flowables.closing import Boxes, Code, DigestLine
from desktop_app.report.flowables.columns import Pair
from desktop_app.report.flowables.directory import Directory
from desktop_app.report.flowables.figures import Strip
from desktop_app.report.flowables.flowable import Flowable
from desktop_app.report.flowables.grid import Grid, InkRow, Layout
from desktop_app.report.flowables.numbered import Points
from desktop_app.report.flowables.paragraph import Words
from desktop_app.report.flowables.section import SectionHead
from desktop_app.report.flowables.sought import Quotation
from desktop_app.report.lines import runs
from desktop_app.report.plots import Scale, drawn, page_scales
from desktop_app.report.runs import Run
from desktop_app.report.style import face, text_width, word
from desktop_app.report.tables import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.analysis.charts import AnyChart
    from desktop_app.report.style import TextStyle
    from desktop_app.report.tables import Row, Table

DENSE_PAD, PAD = 1.75, 2.9


def composed(page: blocks.Page, document: blocks.Document) -> tuple[Flowable, ...]:
    """All blocks of a page, its charts of one unit drawn to one scale."""
    scales = page_scales(page.body, text_width())
    return _stack(page.body, scales, document)


def _stack(
    body: Sequence[blocks.Block], scales: Mapping[AnyChart, Scale], document: blocks.Document
) -> tuple[Flowable, ...]:
    made: list[Flowable] = []
    for block in body:
        if isinstance(block, blocks.Columns):
            left = _stack(block.left, scales, document)
            right = _stack(block.right, scales, document)
            made.append(Pair(left, right, block.ratio, block.gap))
        elif isinstance(block, blocks.AnyChart):
            made.extend(_chart(block, scales.get(block, Scale(1.0))))
        elif isinstance(block, blocks.Contents):
            made.append(Directory(document.pages))
        else:
            made.append(flowable(block))
    return tuple(made)


def _chart(chart: AnyChart, scale: Scale) -> tuple[Flowable, Flowable]:
    """The finding and the caption above the drawing."""
    caption: tuple[Run, ...] = runs(chart.caption)
    if chart.entity:
        caption = (Run(chart.entity, "strong"), Run(" · "), *caption)
    if scale.factor > 1:
        words = word("magnified").format(factor=scale.factor)
        caption = (*caption, Run(" · "), Run(words, "strong"))
    return SectionHead(chart.title, caption), drawn(chart, scale)


@singledispatch
def flowable(block: object) -> Flowable:
    """The block that draws what ``block`` says."""
    raise NotImplementedError(type(block).__name__)


@flowable.register
def _(block: blocks.Section) -> Flowable:
    return SectionHead(block.message, block.caption, block.ruled)


@flowable.register
def _(block: blocks.Paragraph) -> Flowable:
    if block.size == "note":
        return Words(block.text, face("caption"), before=5, after=8)
    return Words(block.text, face("body"), before=6, after=6)


@flowable.register
def _(block: blocks.Sought) -> Flowable:
    return Quotation(block.label, block.text)


@flowable.register
def _(block: blocks.KeyFigures) -> Flowable:
    return Strip(block.items, block.size)


@flowable.register
def _(block: blocks.Numbered) -> Flowable:
    return Points(block.items)


@flowable.register
def _(block: blocks.SignBoxes) -> Flowable:
    return Boxes(block.items)


@flowable.register
def _(block: blocks.Fingerprint) -> Flowable:
    return DigestLine(block.label, block.digest)


@flowable.register
def _(block: blocks.QrCode) -> Flowable:
    return Code(block.payload, block.alt, block.caption)


@flowable.register
def _(block: blocks.Table) -> Flowable:
    rows = tuple(_row(row, block) for row in block.rows)
    pad = DENSE_PAD if block.dense else PAD
    return Grid(Layout(block.columns, rows, block.summary, block.row_heads, pad), rows)


def _row(row: Row, table: Table) -> InkRow:
    if row.kind == "group":
        return InkRow((cell_ink(row.cells[0], face("cell_strong"), Column("")),), row.kind)
    if len(row.cells) != len(table.columns):
        raise ValueError(f"a row has {len(row.cells)} cells, its table {len(table.columns)}")
    cells = (
        cell_ink(cell, _cell_style(row, table, place), column)
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True))
    )
    return InkRow(tuple(cells), row.kind, row.best)


def _cell_style(row: Row, table: Table, place: int) -> TextStyle:
    style = face("cell_dense" if table.dense else "cell")
    named = table.strong_heads and place < table.row_heads
    strong = row.kind in ("total", "emphasised") or place in row.best or named
    return style.strong() if strong else style
