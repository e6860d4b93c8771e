"""What every chapter is written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.analysis.option_words import mark_of
from desktop_app.analysis.recommend import label, recommendation, scale_of
from desktop_app.report.blocks import Marked

if TYPE_CHECKING:
    from desktop_app.analysis.recommend import Recommendation
    from desktop_app.analysis.study import Study
    from desktop_app.analysis.wording import Scale
    from desktop_app.decision import Decision
    from desktop_app.economics.option import OptionCost


@dataclass(frozen=True)
class Brief:
    """A study with what its report needs besides.

    Attributes:
        study: What was computed.
        seal: Fingerprint of the decision, 64 hexadecimal digits.
        record: The attachment that carries document and results.
        record_digest: Its SHA-256.
    """

    study: Study
    seal: str
    record: bytes
    record_digest: str

    @property
    def decision(self) -> Decision:
        """The decision that the report is about."""
        return self.study.decision

    @property
    def advice(self) -> Recommendation:
        """What is recommended."""
        return recommendation(self.study)

    @property
    def scale(self) -> Scale:
        """Unit of present values on every page."""
        return scale_of(self.study)

    def label(self, key: str) -> str:
        """Name of an option."""
        return label(self.study, key)

    def marked(self, key: str) -> Marked:
        """Sign and name of an option."""
        return Marked(mark_of(self.study, key), self.label(key))

    def cost(self, key: str) -> OptionCost:
        """What an option costs."""
        return self.study.analysis.options[key].cost
