from specimens import SAMPLES

from desktop_app.billing import read_bills, share_unidentified, slip_lines


def test_the_slip_says_what_was_kept_and_what_it_adds_up_to(imported):
    rows = [{}, {"BilledCost": "abc"}, {"ChargeCategory": "Tax", "ListCost": ""}]
    slip = "\n".join(slip_lines(imported(rows)))
    assert "FOCUS 1.0 Cost and Usage, 2 of 3 rows kept" in slip
    assert "set aside in bill.csv: 1 row from row 2. BilledCost is no number: “abc”" in slip
    assert "2026-01 EUR: billed 3.00, effective 2.50, contracted 3.50, list 2.00" in slip
    assert "Tax (1 row): billed 1.50, effective 1.25, contracted 1.75, list unknown" in slip
    assert "Bill: 2026-01-05 to 2026-01-05, no day without a charge" in slip


def test_the_slip_names_the_first_days_without_a_charge(imported):
    rows = [
        {"ChargePeriodStart": "2026-01-01", "ChargePeriodEnd": "2026-01-02"},
        {"ChargePeriodStart": "2026-01-09", "ChargePeriodEnd": "2026-01-10"},
    ]
    assert slip_lines(imported(rows))[0].endswith(
        "7 days without a charge: 2026-01-02, 2026-01-03, 2026-01-04, 2026-01-05, 2026-01-06 "
        "and 2 more"
    )


def test_the_slip_shows_ai_by_way_and_confidence():
    path = SAMPLES / "focus_1_0_sample_half.csv"
    slip = "\n".join(slip_lines(read_bills([path], key="bill", label="Sample")))
    assert "AI, discovered, high confidence (6 rows) USD: billed 9.23" in slip
    assert "AI, by service, high confidence (3 rows) USD: billed −0.0129" in slip
    assert "note: focus_1_0_sample_half.csv: EffectiveCost is a whole number" in slip


def test_the_share_unidentified_is_of_positive_effective_cost(imported):
    rows = [
        {"EffectiveCost": "30", "ServiceCategory": "Compute"},
        {"EffectiveCost": "70"},
        {"EffectiveCost": "-50", "ChargeCategory": "Credit"},
    ]
    summary = imported(rows)
    assert share_unidentified(summary.groups, "EUR") == 0.3
    assert share_unidentified(summary.groups, "USD") is None
    assert "  still unidentified: 30.0 % of the EUR spend" in slip_lines(summary)
