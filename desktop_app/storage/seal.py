"""The fingerprint of a decision: of the document alone, never of what was computed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop_app.decision import Decision


def canonical(content: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Write a JSON value in its one canonical form.

    Source:
        RFC 8785, JSON Canonicalization Scheme.
    """
    import rfc8785  # noqa: PLC0415 - preferences are read before the first paint, seals later

    return rfc8785.dumps(content)


def seal(decision: Decision) -> str:
    """Return the SHA-256 of the document's canonical JSON, as 64 hexadecimal digits."""
    import hashlib  # noqa: PLC0415 - as above

    return hashlib.sha256(canonical(decision.model_dump(mode="json"))).hexdigest()
