"""Work in the background: where it runs, what becomes of it, and that none of it overlaps."""

import threading
import time

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from desktop_app.outcome import Refused


def crash(_report):
    raise ZeroDivisionError


def refuse(_report):
    raise Refused("No.", "Try yes.")


def until_cancelled(report):
    while True:
        report(0.5)
        time.sleep(0.001)


def test_work_runs_elsewhere_and_its_result_arrives_on_the_main_thread(qtbot, tasks):
    seen = []
    tasks.run(
        "work",
        lambda _: threading.get_ident(),
        slot="a",
        done=lambda worker: seen.extend((worker, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] != seen[1] == threading.get_ident()


def test_a_refusal_is_told_apart_from_a_crash(qtbot, tasks):
    with qtbot.assertNotEmitted(tasks.crashed), qtbot.waitSignal(tasks.refused) as refused:
        tasks.run("work", refuse, slot="a")
    assert refused.args[0].hint == "Try yes."


def test_a_refusal_that_somebody_sees_to_is_told_nobody_else(qtbot, tasks):
    seen = []
    with qtbot.assertNotEmitted(tasks.refused):
        task = tasks.run("work", refuse, slot="a", failed=seen.append)
        qtbot.waitSignal(task.ended).wait()
    assert [refusal.message for refusal in seen] == ["No."]


def test_a_crash_is_told_and_logged_with_its_trace(qtbot, tasks, caplog):
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.run("Dividing", crash, slot="a")
    assert isinstance(crashed.args[0], ZeroDivisionError)
    (record,) = caplog.records
    assert record.getMessage() == "Failed: Dividing"
    assert record.exc_info[0] is ZeroDivisionError


def test_a_crash_of_work_that_was_dropped_is_told_all_the_same(qtbot, tasks):
    begun, gate = threading.Event(), threading.Event()

    def work(_report):
        begun.set()
        gate.wait(5)
        raise ZeroDivisionError

    with qtbot.waitSignal(tasks.crashed):
        task = tasks.run("work", work, slot="a")
        assert begun.wait(5)
        task.cancel()
        gate.set()


def test_progress_and_notes_arrive_on_the_main_thread_in_order(qtbot, tasks):
    seen = []

    def work(report):
        report(0.25)
        report.tell("halfway")
        report(1.0)

    task = tasks.run("work", work, slot="a", done=lambda _: seen.append("done"))
    for signal in (task.progressed, task.told):
        signal.connect(lambda value: seen.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: "done" in seen)
    here = threading.get_ident()
    assert seen == [(0.0, here), (0.25, here), ("halfway", here), (1.0, here), "done"]


def test_progress_too_small_to_see_is_not_passed_on(qtbot, tasks):
    seen = []

    def work(report):
        for step in range(100_001):
            report(step / 100_000)

    task = tasks.run("work", work, slot="a")
    task.progressed.connect(seen.append)
    qtbot.waitSignal(task.ended).wait()
    assert 100 < len(seen) <= 202
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert seen == sorted(seen)


def test_cancelled_work_stops_at_its_next_report_and_delivers_nothing(qtbot, tasks):
    task = tasks.run("work", until_cancelled, slot="a", done=pytest.fail)
    with (
        qtbot.assertNotEmitted(tasks.crashed),
        qtbot.assertNotEmitted(tasks.refused),
        qtbot.waitSignal(task.ended),
    ):
        task.cancel()


def test_a_note_stops_cancelled_work_as_well(qtbot, tasks):
    def work(report):
        while True:
            report.tell("still here")
            time.sleep(0.001)

    task = tasks.run("work", work, slot="a", done=pytest.fail)
    with qtbot.waitSignal(task.ended):
        task.cancel()


def test_new_work_in_a_slot_silences_the_work_before_it(qtbot, tasks):
    seen, gate = [], threading.Event()
    first = tasks.run("first", lambda _: gate.wait(5), slot="a", done=seen.append)
    second = tasks.run("second", lambda _: "second", slot="a", done=seen.append)
    with qtbot.waitSignals([first.ended, second.ended]):
        gate.set()
    assert seen == ["second"]


def test_work_in_one_slot_never_overlaps(qtbot, tasks):
    log = []

    def work(name):
        def run(_report):
            log.append(f"{name} begins")
            time.sleep(0.02)
            log.append(f"{name} ends")

        return run

    last = [tasks.run(name, work(name), slot="a") for name in "abcd"][-1]
    qtbot.waitSignal(last.ended).wait()
    assert log in (["a begins", "a ends", "d begins", "d ends"], ["d begins", "d ends"])


def test_work_in_other_slots_runs_beside_it(qtbot, tasks):
    both = threading.Barrier(5, timeout=5)
    ended = [
        tasks.run(name, lambda _: both.wait(), slot=name, done=lambda _: None).ended
        for name in "abcde"
    ]
    with qtbot.assertNotEmitted(tasks.crashed):
        qtbot.waitSignals(ended).wait()


def test_ended_is_told_once_whatever_became_of_the_work(qtbot, tasks):
    tasks.crashed.connect(lambda _: None)
    ended = []
    for name, work in {"good": lambda _: 1, "no": refuse, "bug": crash}.items():
        task = tasks.run(name, work, slot=name)
        task.ended.connect(lambda name=name: ended.append(name))
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert sorted(ended) == ["bug", "good", "no"]
    assert not any(map(tasks.is_running, ("good", "no", "bug")))


def test_ended_is_told_even_when_the_receiver_of_the_result_fails(qtbot, tasks):
    with qtbot.captureExceptions() as caught:
        task = tasks.run("work", lambda _: 1, slot="a", done=lambda _: 1 / 0)
        qtbot.waitSignal(task.ended).wait()
    assert [error[0] for error in caught] == [ZeroDivisionError]


def test_housekeeping_is_not_announced(qtbot, tasks):
    started = []
    tasks.started.connect(lambda task: started.append(task.label))
    quiet = tasks.run("", lambda _: 1, slot="quiet")
    loud = tasks.run("Reading", lambda _: 1, slot="loud")
    qtbot.waitSignals([quiet.ended, loud.ended]).wait()
    assert started == ["Reading"]


def test_closing_stops_everything_also_what_has_not_begun(qtbot, tasks):
    begun = threading.Event()

    def long(report):
        begun.set()
        until_cancelled(report)

    tasks.run("long", long, slot="a", done=pytest.fail)
    assert begun.wait(5)
    waiting = tasks.run("waiting", lambda _: pytest.fail("began"), slot="a", done=pytest.fail)
    with qtbot.assertNotEmitted(tasks.crashed), qtbot.waitSignal(waiting.ended):
        tasks.cancel_all()
        assert tasks._pool.activeThreadCount() == 0
    assert not tasks.is_running("a")


def test_work_for_something_that_is_gone_is_dropped_and_its_result_not_delivered(qtbot, tasks):
    seen, whose, gate = [], QObject(), threading.Event()
    task = tasks.run("work", lambda _: gate.wait(5), slot="a", done=seen.append, whose=whose)
    delete(whose)
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert seen == []


def test_only_named_work_is_listed_and_only_while_it_is_under_way(qtbot, tasks):
    gate = threading.Event()
    tasks.run("", lambda _: gate.wait(5), slot="quiet")
    task = tasks.run("Reading 2 bills", lambda _: gate.wait(5), slot="import")
    assert tasks.watched == [task]
    with qtbot.waitSignal(task.ended):
        gate.set()
    assert tasks.watched == []
