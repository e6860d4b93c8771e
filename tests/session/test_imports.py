"""Bills come in beside the person's other work, and go back out with one step."""

import gzip
import re

import pytest

from desktop_app import billing
from desktop_app.outcome import Cancelled
from desktop_app.session.imports import import_bills, key_from

HEADER = "BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd"
HEADER += ",BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ServiceName,ProviderName"
PERIODS = "{day}T00:00:00Z,2026-10-31T00:00:00Z,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z"


@pytest.fixture
def bill(tmp_path):
    """Write a small bill of October in which every row costs ten."""

    def write(name="2026-10 AWS.csv", rows=3, currency="EUR"):
        days = [PERIODS.format(day=f"2026-10-{1 + row % 30:02d}") for row in range(rows)]
        lines = [f"10,10,{currency},{day},Usage,Amazon Bedrock,AWS" for day in days]
        path = tmp_path / name
        content = "\n".join([HEADER, *lines, ""]).encode()
        path.write_bytes(gzip.compress(content, mtime=0) if name.endswith(".gz") else content)
        return path

    return write


@pytest.fixture
def imported(qtbot, session):
    """Import files and wait for the end."""

    def run(*paths, **more):
        task = import_bills(session, paths, **more)
        with qtbot.waitSignal(task.ended, timeout=20_000):
            pass

    return run


def bills(session):
    return [(bill.key, bill.label) for bill in session.store.decision.bills]


def test_a_bill_becomes_part_of_the_decision_and_its_sums_are_said(
    session, posted, imported, bill
):
    imported(bill())
    assert bills(session) == [("bill_2026_10_aws", "2026-10 AWS")]
    (message,) = posted
    assert message.text == "1 bill read: 3 rows, 30.00\N{NO-BREAK SPACE}EUR billed."
    assert (message.action, message.level) == ("Undo", "note")


def test_several_bills_become_one_summary_with_its_sums_by_currency(
    session, posted, imported, bill
):
    imported(bill("a.csv", rows=1_500), bill("b.csv.gz", currency="USD"), key="cloud", label="All")
    assert bills(session) == [("cloud", "All")]
    assert posted[0].text == (
        "2 bills read: 1,503 rows, 15.0\N{NO-BREAK SPACE}k\N{NO-BREAK SPACE}EUR billed "
        "and 30.00\N{NO-BREAK SPACE}USD billed."
    )


def test_the_message_takes_the_import_back(session, posted, imported, bill, smallest, rate):
    session.store.apply(rate(0.05))
    before = session.store.decision
    imported(bill())
    posted[0].act()
    assert session.store.decision == before
    assert session.store.redo_label == "import of 2026-10 AWS"


def test_later_changes_are_not_taken_back_by_that_message(session, posted, imported, bill, rate):
    imported(bill())
    session.store.apply(rate(0.05))
    present = session.store.decision
    posted[0].act()
    assert session.store.decision is present
    assert "Other changes followed" in posted[1].text


def test_what_was_edited_during_the_import_is_kept(qtbot, session, bill, rate):
    task = import_bills(session, [bill()])
    session.store.apply(rate(0.05))
    with qtbot.waitSignal(task.ended, timeout=20_000):
        pass
    assert session.store.decision.context.discount_rate.likely == 0.05
    assert len(session.store.decision.bills) == 1


def test_a_file_that_is_no_bill_is_refused_in_a_sentence_and_changes_nothing(
    session, posted, imported, tmp_path, smallest
):
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    imported(tmp_path / "notes.csv")
    assert session.store.decision is smallest
    (message,) = posted
    assert message.level == "problem"
    assert message.text.startswith("notes.csv")
    assert message.text.endswith(".")


def test_without_a_file_nothing_is_imported(session, posted, imported, smallest):
    imported()
    assert session.store.decision is smallest
    assert posted[0].text == "No bill was named. Name one or more files."


def test_a_file_that_is_already_part_of_a_bill_is_not_counted_twice(
    session, posted, imported, bill
):
    imported(bill())
    present = session.store.decision
    imported(bill())
    assert session.store.decision is present
    assert "is already part of the bill" in posted[1].text


def test_another_bill_of_the_same_name_gets_a_key_of_its_own(session, imported, bill):
    imported(bill(rows=3))
    imported(bill(rows=4))
    assert [key for key, _ in bills(session)] == ["bill_2026_10_aws", "bill_2026_10_aws_2"]


def test_a_bill_is_replaced_only_where_that_was_asked_for(session, posted, imported, bill):
    imported(bill(rows=3), key="cloud")
    imported(bill(rows=4), key="cloud")
    assert session.store.decision.bills[0].files[0].rows_read == 3
    assert posted[1].text.startswith("There is already a bill with the key cloud.")
    imported(bill(rows=4), key="cloud", replace=True)
    assert session.store.decision.bills[0].files[0].rows_read == 4
    assert len(bills(session)) == 1


def test_progress_reaches_the_end_and_tells_size_and_speed(qtbot, session, bill):
    fractions, notes = [], []
    task = import_bills(session, [bill(rows=20_000)])
    task.progressed.connect(fractions.append)
    task.told.connect(notes.append)
    with qtbot.waitSignal(task.ended, timeout=20_000):
        pass
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert notes[0] == "2.4 MB"
    told = re.fullmatch(r"about 20,000 rows, ([\d,]+) a second", notes[-1])
    assert int(told.group(1).replace(",", "")) > 1_000


def test_an_import_that_was_stopped_in_the_middle_changes_nothing(
    qtbot, session, posted, bill, smallest
):
    task = import_bills(session, [bill(rows=20_000)])
    task.progressed.connect(lambda fraction: task.cancel() if fraction > 0 else None)
    with (
        qtbot.assertNotEmitted(session.tasks.crashed),
        qtbot.waitSignal(task.ended, timeout=20_000),
    ):
        pass
    assert task.is_cancelled
    assert session.store.decision is smallest
    assert posted == []


def test_the_reader_itself_is_stopped_by_a_cancelled_task(qtbot, session, bill, monkeypatch):
    stopped = []
    read_bills = billing.read_bills

    def watched(*arguments, **more):
        try:
            return read_bills(*arguments, **more)
        except Cancelled:
            stopped.append(True)
            raise

    monkeypatch.setattr(billing, "read_bills", watched)
    task = import_bills(session, [bill(rows=100_000)])
    task.told.connect(lambda _: task.cancel())
    with qtbot.waitSignal(task.ended, timeout=20_000):
        pass
    assert stopped == [True]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("October", "october"),
        ("2026-10 AWS", "bill_2026_10_aws"),
        ("", "bill"),
        ("Größe (final)", "gr_e_final"),
        ("請求書", "bill"),
        ("x" * 60, "x" * 40),
    ],
)
def test_a_key_is_made_of_what_the_name_has(name, key):
    assert key_from(name) == key


def test_a_key_that_is_taken_gets_a_number_and_stays_short_enough():
    long = "x" * 40
    assert key_from("bill", taken=["bill", "bill_2"]) == "bill_3"
    assert key_from(long, taken=[long]) == "x" * 38 + "_2"
