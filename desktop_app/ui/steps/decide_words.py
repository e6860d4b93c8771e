"""The recommendation as widgets: headline, figures, reasons, the others, and how close it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import current
from desktop_app.ui.parts.layout import Divider, column, fill, row
from desktop_app.ui.parts.mark import Mark
from desktop_app.ui.parts.tag import Kind, Tag
from desktop_app.ui.parts.text import Said
from desktop_app.ui.steps.scroll import WIDEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.analysis.chart import OptionMark
    from desktop_app.analysis.close_call import CloseCall, RuleResult
    from desktop_app.analysis.key_figures import KeyFigure, Other
    from desktop_app.analysis.recommend import Reason
    from desktop_app.ui.parts.guide import Guide

TOP = Qt.AlignmentFlag.AlignTop
SIGN = 28
"""Room of the headline's sign and of what stands below the headline, from the left."""


class RuleLine(Divider):
    """The strong line above what is decided."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(current().px(2))
        self.setStyleSheet(f"background: {current().colour('text').name()};")


def headline(
    mark: OptionMark | None, text: str, origins: tuple[str, ...], guide: Guide
) -> QWidget:
    """Return the one sentence, behind the sign of the option it is about."""
    said = Said(text, "recommendation", origins=origins, guide=guide, wrap=True)
    said.setObjectName("headline")
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().px(12))
    if mark is not None:
        sign = Mark(mark, SIGN / 16)
        layout.addWidget(column(8, sign), 0, TOP)
    layout.addWidget(said, 1)
    return whole


def strip(figures: Sequence[KeyFigure], guide: Guide) -> QWidget:
    """Return the figures beside one another, each above what it is."""
    cells = [
        column(
            Said(figure.text, "chart_finding", origins=figure.origins, guide=guide),
            Said(
                figure.caption,
                "small",
                "text_tertiary",
                origins=figure.caption_origins,
                guide=guide,
            ),
            gap=2,
        )
        for figure in figures
    ]
    if current().zoom > WIDEST:
        pairs = [row(*cells[at : at + 2], None, gap=32) for at in range(0, len(cells), 2)]
        return column(*pairs, gap=8, margins=(SIGN + 12, 0, 0, 0))
    return row(*cells, None, gap=32, margins=(SIGN + 12, 0, 0, 0))


def because(reasons: Sequence[Reason], guide: Guide) -> QWidget:
    """Return the reasons for the recommendation, numbered."""
    whole, layout = _section("Because")
    if not reasons:
        layout.addWidget(
            Said("No option is left that may be chosen. Relax a limit, or add one.", wrap=True)
        )
    for place, reason in enumerate(reasons, 1):
        number = Said(str(place), colour="text_tertiary")
        number.setFixedWidth(current().px(20))
        words = column(
            Said(reason.lead, "body_strong", wrap=True),
            Said(
                reason.text,
                colour="text_secondary",
                origins=reason.figures,
                guide=guide,
                wrap=True,
            ),
        )
        fill(layout, 8, _beside(number, words), 8, Divider())
    layout.addStretch(1)
    return whole


def why_not(others: Sequence[Other], unit: str, guide: Guide) -> QWidget:
    """Return the other options, each with what it costs beyond the recommended one."""
    shows = any(other.amount for other in others)
    whole, layout = _section("Why not the others", f"{unit} more" if shows else "")
    for other in others:
        amount: QWidget = Said(
            other.amount, "body_strong", origins=other.origins, guide=guide, right=True
        )
        if not other.amount:
            amount = Tag("ruled out") if other.reason.lead == "Ruled out." else QWidget()
        name = Said(other.label, "body_strong", wrap=True)
        words = column(
            _wide(name, amount),
            Said(
                other.reason.text,
                "small",
                "text_secondary",
                origins=other.reason.figures,
                guide=guide,
                wrap=True,
            ),
            gap=2,
        )
        sign = column(2, Mark(other.mark), None)
        fill(layout, 8, _beside(sign, words), 8, Divider())
    layout.addStretch(1)
    return whole


def how_close(call: CloseCall, guide: Guide) -> QWidget:
    """Return the rules for a close call one by one, and what each of them found."""
    whole, layout = _section(call.title)
    if call.count:
        kind: Kind = "caution" if call.is_close else "ok"
        asked = tuple(key for rule in call.rules for key in rule.origins)
        layout.addWidget(row(Tag(call.count, kind, origins=asked, guide=guide), None))
    else:
        layout.addWidget(
            Said("Fewer than two options may be chosen, so no rule applies.", wrap=True)
        )
    for rule in call.rules:
        fill(layout, 8, _rule(rule, guide), 8, Divider())
    layout.addStretch(1)
    return whole


def _rule(rule: RuleResult, guide: Guide) -> QWidget:
    value = Said(rule.value, "body_strong", origins=rule.origins, guide=guide, wrap=True)
    verdict = Said(
        rule.verdict,
        "small",
        "caution" if rule.is_close else "text_tertiary",
        origins=(rule.limit,) if rule.limit else (),
        guide=guide,
        wrap=True,
    )
    return column(Said(rule.name, "small", "text_secondary", wrap=True), value, verdict)


def _section(title: str, note: str = "") -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    head = Said(title, "chart_finding", wrap=not note)
    layout.addWidget(row(head, None, Said(note, "small", "text_tertiary")) if note else head)
    return whole, layout


def _beside(left: QWidget, words: QWidget) -> QWidget:
    """Words beside a narrow thing at their top left."""
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().px(6))
    layout.addWidget(left, 0, TOP)
    layout.addWidget(words, 1)
    return whole


def _wide(name: QWidget, amount: QWidget) -> QWidget:
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(name, 1)
    layout.addWidget(amount, 0, TOP)
    return whole
