"""Form fields, each bound to one path of the decision."""

from desktop_app.ui.fields.choice import ChoiceField
from desktop_app.ui.fields.comment import CommentButton
from desktop_app.ui.fields.day import DayField
from desktop_app.ui.fields.estimate import EstimateField
from desktop_app.ui.fields.evidence import EvidenceButton
from desktop_app.ui.fields.flag import FlagField
from desktop_app.ui.fields.form import Form, field_for
from desktop_app.ui.fields.number import NumberField
from desktop_app.ui.fields.table import TableField
from desktop_app.ui.fields.text import TextField

__all__ = [
    "ChoiceField",
    "CommentButton",
    "DayField",
    "EstimateField",
    "EvidenceButton",
    "FlagField",
    "Form",
    "NumberField",
    "TableField",
    "TextField",
    "field_for",
]
