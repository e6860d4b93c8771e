"""veraPDF, the reference judge of archival (PDF/A) and accessible (PDF/UA) files."""

import pytest

pytestmark = pytest.mark.judge


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize("copy", ["report", "saved again"])
def test_the_report_complies(verdicts, copy, flavour):
    verdict = verdicts[copy, flavour]
    assert verdict["failures"] == []
    assert verdict["compliant"]
    assert verdict["assertions"] > 1000  # it looked


@pytest.mark.parametrize(
    ("copy", "flavour", "clause"),
    [
        ("no output intent", "3a", "6.2.4.3"),
        ("undescribed figures", "ua1", "7.3"),
        ("no tags", "3a", "6.7.3.3"),
        ("no tags", "ua1", "7.1"),
    ],
)
def test_a_report_with_something_taken_out_does_not_comply(verdicts, copy, flavour, clause):
    verdict = verdicts[copy, flavour]
    assert not verdict["compliant"]
    assert any(said.startswith(f"{clause}-") for said in verdict["failures"]), verdict["failures"]
