"""``isocost schema``: the file formats, said in JSON Schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop_app.analysis.record import Record
from desktop_app.decision import Decision, SpendSummary

if TYPE_CHECKING:
    import argparse

    from pydantic import BaseModel

FORMATS: dict[str, type[BaseModel]] = {
    "decision": Decision,
    "record": Record,
    "bill": SpendSummary,
}


def run(arguments: argparse.Namespace) -> None:
    """Print the schema of a decision, of the record of its results, or of an imported bill."""
    print(schema_text(arguments.of), end="")


def schema_text(name: str) -> str:
    """Write the schema of one format as it is kept under resources/schemas."""
    mode: Any = "validation" if name == "decision" else "serialization"
    schema = FORMATS[name].model_json_schema(mode=mode)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
