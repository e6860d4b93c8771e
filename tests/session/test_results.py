"""Results follow the decision: coarse at once, then full, and never those of another decision."""

import pytest

from desktop_app.analysis import study as studies
from desktop_app.decision.edits import remove_option, set_value


@pytest.fixture
def results(session):
    return session.results


@pytest.fixture
def seen(results):
    """The studies that were told: discount rate and number of draws."""
    told = []
    results.studied.connect(
        lambda s: told.append((s.decision.context.discount_rate.likely, s.simulation.draws))
    )
    return told


@pytest.fixture
def settled(qtbot, results):
    """Wait until nothing is on its way any more."""
    return lambda: qtbot.waitUntil(lambda: not results.is_busy, timeout=10_000)


@pytest.fixture
def nothing_left(smallest):
    """An edit after which there is nothing to compare."""
    return remove_option("own"), remove_option("api")


def test_nothing_is_computed_before_it_is_asked_for(results, seen):
    assert results.study is None
    assert results.is_stale
    assert not results.is_coarse
    assert seen == []


def test_on_opening_a_coarse_study_is_there_at_once_and_the_full_one_follows(
    results, seen, settled, smallest
):
    results.refresh()
    assert seen == [(0.08, 256)]
    assert (results.is_coarse, results.is_stale, results.is_busy) == (True, False, True)
    assert results.full is None
    settled()
    assert seen == [(0.08, 256), (0.08, smallest.simulation.draws)]
    assert (results.is_coarse, results.is_stale) == (False, False)
    assert results.full is results.study


def test_after_an_edit_the_old_study_is_stale_until_the_coarse_one(
    qtbot, session, results, seen, settled, rate
):
    results.refresh()
    settled()
    session.store.apply(rate(0.05))
    assert results.is_stale
    assert results.is_busy
    assert results.full is None
    with qtbot.waitSignal(results.studied):
        pass
    assert seen[-1] == (0.05, 256)
    assert not results.is_stale
    settled()
    assert seen[-1] == (0.05, session.store.decision.simulation.draws)


def test_a_burst_of_edits_is_studied_once(session, results, seen, settled, rate):
    for step in range(10):
        session.store.apply(rate(0.01 * (step + 1)))
    settled()
    assert seen == [(0.1, 256), (0.1, session.store.decision.simulation.draws)]


def test_a_full_study_that_a_further_edit_overtook_is_never_told(
    qtbot, session, results, seen, settled, rate
):
    results.refresh()
    session.store.apply(rate(0.05))
    settled()
    full = session.store.decision.simulation.draws
    assert seen == [(0.08, 256), (0.05, 256), (0.05, full)]


def test_a_full_study_that_has_finished_but_was_not_told_yet_is_dropped_too(
    session, results, seen, settled, rate
):
    results.refresh()
    session.tasks._pool.waitForDone()  # the study is done; no event has told of it
    session.store.apply(rate(0.05))
    settled()
    full = session.store.decision.simulation.draws
    assert (0.08, full) not in seen
    assert seen[-1] == (0.05, full)


def test_a_plan_with_few_draws_has_no_coarse_study(session, results, seen, settled):
    session.store.apply(set_value("simulation.draws", 256, "draws"))
    settled()
    assert seen == [(0.08, 256)]
    assert not results.is_coarse


def test_a_decision_that_cannot_be_evaluated_keeps_the_last_good_study(
    qtbot, session, results, seen, settled, nothing_left
):
    results.refresh()
    settled()
    good, told = results.study, len(seen)
    with qtbot.waitSignal(results.refused) as refused:
        for edit in nothing_left:
            session.store.apply(edit)
    assert results.refusal is refused.args[0]
    assert results.refusal.message.endswith(".")
    assert results.study is good
    assert results.is_stale
    assert len(seen) == told
    assert not results.is_busy


def test_once_it_can_be_evaluated_again_the_refusal_is_gone(
    qtbot, session, results, settled, nothing_left
):
    for edit in nothing_left:
        session.store.apply(edit)
    settled()
    assert results.refusal is not None
    session.store.undo()
    session.store.undo()
    settled()
    assert results.refusal is None
    assert not results.is_stale


def test_a_bug_in_the_calculation_is_told_and_the_last_study_stays(
    qtbot, session, results, settled, rate, monkeypatch
):
    results.refresh()
    settled()
    good = results.study

    def bug(*_arguments, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(studies, "study", bug)
    with qtbot.waitSignal(session.tasks.crashed):
        session.store.apply(rate(0.05))
    assert results.study is good
    assert results.is_stale


def test_what_is_compared_with_is_the_last_full_study_before_the_burst(
    qtbot, session, results, settled, rate, titled
):
    results.refresh()
    settled()
    first = results.study
    assert results.before is None
    session.store.apply(rate(0.05))
    with qtbot.waitSignal(results.studied):
        pass
    session.store.apply(rate(0.06))  # before the full study of 0.05 was there
    settled()
    assert results.before is first
    assert results.change_label == "change of discount rate"
    second = results.study
    session.store.apply(titled("Another"))
    settled()
    assert results.before is second
    assert results.change_label == "change of title"
    session.store.undo()
    settled()
    assert results.change_label == "undo of change of title"


def test_an_edit_taken_back_at_once_is_not_computed_again(session, results, seen, settled, rate):
    results.refresh()
    settled()
    good, told = results.study, len(seen)
    session.store.apply(rate(0.05))
    session.store.undo()
    settled()
    assert results.study is good
    assert len(seen) == told + 1  # told again, for views that had turned grey


def test_another_document_is_compared_with_nothing(session, results, settled, smallest, rate):
    results.refresh()
    settled()
    session.store.replace(rate(0.05).apply(smallest))
    settled()
    assert results.before is None
    assert not results.is_stale


def test_stopping_drops_what_is_on_its_way(qtbot, session, results, seen, rate):
    results.refresh()
    session.store.apply(rate(0.05))
    results.stop()
    qtbot.waitUntil(lambda: not results.is_busy)
    assert seen == [(0.08, 256)]
