"""The fingerprint of a decision: of the document alone, never of what was computed from it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import rfc8785

if TYPE_CHECKING:
    from desktop_app.decision import Decision


def canonical(content: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Write a JSON value in its one canonical form.

    Source:
        RFC 8785, JSON Canonicalization Scheme.
    """
    return rfc8785.dumps(content)


def seal(decision: Decision) -> str:
    """Return the SHA-256 of the document's canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(decision.model_dump(mode="json"))).hexdigest()
