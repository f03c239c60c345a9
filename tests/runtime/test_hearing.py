"""What is handed over to be heard, and when it is handed over anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stretchbreak.core.cues import Chime, Kind
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.deeds import SAVE_EVERY
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench, Heard


def in_session(routine: str = "evening", *, heard: bool = True) -> Bench:
    """Return a bench on which *routine* has just begun."""
    bench = Bench(voice=heard, chimes=heard)
    bench.engine.start(routine)
    return bench


def kinds(score: list[Heard]) -> list[Kind]:
    return [cue.kind for _at, cue in score]


def test_a_whole_session_is_handed_over_once_when_it_begins() -> None:
    bench = in_session()

    bench.passes(HOUR)

    (score,) = bench.sound.scores
    assert kinds(score)[0] is Kind.NEED
    assert kinds(score)[-1] is Kind.DONE
    assert [at for at, _cue in score] == [cue.at for _at, cue in score]


@pytest.mark.parametrize("stall", [SECOND / 3, 3 * SECOND, 47 * SECOND])
def test_no_painting_delays_what_is_heard(stall: timedelta) -> None:
    steady, stalled = in_session(), Bench()
    stalled.screen.paints_for = stall
    stalled.engine.start("evening")
    for bench in (steady, stalled):
        bench.passes(HOUR)

    assert stalled.sound.scores == steady.sound.scores


def test_it_is_not_awake_for_what_is_heard() -> None:
    bench = in_session()

    assert bench.waker.delay == SAVE_EVERY  # though cues come before that


def test_after_the_last_cue_it_may_finish_its_words() -> None:
    bench = in_session()

    bench.passes(HOUR)

    assert bench.sound.ends == [False]


@pytest.mark.parametrize("ends", ["end_session", "quit"])
def test_broken_off_it_ends_at_once(ends: str) -> None:
    bench = in_session()
    bench.passes(MINUTE)

    getattr(bench.engine, ends)()

    assert bench.sound.ends == [True]


def test_that_hurts_is_silence_at_once() -> None:
    bench = in_session()
    bench.passes(6 * MINUTE)

    bench.engine.hurts()

    assert bench.sound.scores[1:] == [[]]


def test_a_pause_is_said_and_what_was_to_come_is_taken_back() -> None:
    bench = in_session()
    bench.passes(MINUTE)

    bench.engine.toggle_session_pause()

    (paused,) = bench.sound.scores[1:]
    assert [(at, cue.say) for at, cue in paused] == [(bench.now, "Paused.")]


def test_a_lock_is_a_pause_too() -> None:
    bench = in_session()

    bench.engine.locked(certain=True)

    assert kinds(bench.sound.scores[-1]) == [Kind.PAUSED]


def test_the_next_step_is_heard_from_its_beginning() -> None:
    bench = in_session()
    bench.passes(MINUTE)

    bench.engine.next_step()

    at, first = bench.sound.scores[-1][0]
    assert (at, first.kind, first.chime) == (bench.now, Kind.NAME, Chime.DONE)


def test_mute_is_silence_and_its_end_goes_on_where_the_session_is() -> None:
    bench = in_session()
    whole = bench.sound.scores[0]
    bench.passes(6 * MINUTE)

    bench.engine.toggle_mute()
    view = bench.engine.view().session
    assert view is not None
    assert view.muted
    bench.passes(10 * SECOND)
    bench.engine.toggle_mute()

    silence, again = bench.sound.scores[1:]
    assert silence == []
    assert again == [heard for heard in whole if heard[0] >= bench.now]


def test_a_session_begins_unmuted_again() -> None:
    bench = in_session("walk")
    bench.engine.toggle_mute()
    bench.engine.end_session()

    bench.engine.start("walk")

    assert bench.sound.scores[-1]


def test_with_voice_and_chimes_off_nothing_is_started() -> None:
    bench = in_session(heard=False)
    bench.passes(HOUR)

    assert (bench.sound.begun, bench.sound.scores, bench.sound.ends) == ([], [], [])


def test_both_switched_off_in_a_session_end_it_at_once() -> None:
    bench = in_session()

    bench.engine.change_settings(Settings(voice=False, chimes=False))

    assert bench.sound.ends == [True]


def test_another_volume_is_said_without_cutting_a_word() -> None:
    bench = in_session()

    bench.engine.change_settings(Settings(volume=30))

    assert [settings.volume for settings in bench.sound.begun] == [80, 30]
    assert len(bench.sound.scores) == 1


def test_the_breath_is_heard_from_when_the_settings_ask_for_it() -> None:
    bench = in_session()

    bench.engine.change_settings(Settings(breath_sound=True))

    without, with_breath = bench.sound.scores
    assert Kind.BREATH not in kinds(without)
    assert kinds(with_breath).count(Kind.BREATH) > 2


def test_a_slower_breath_is_heard_less_often() -> None:
    bench = in_session()

    for settings in (Settings(), Settings(breath_in=8 * SECOND)):
        bench.engine.change_settings(replace(settings, breath_sound=True))

    usual, slower = (
        kinds(score).count(Kind.BREATH) for score in bench.sound.scores[1:]
    )
    assert slower < usual


def test_outside_a_session_nothing_is_asked_of_the_sound() -> None:
    bench = Bench()
    bench.passes(2 * HOUR)

    assert bench.sound.begun == []


def test_what_cannot_be_heard_is_said_in_the_session() -> None:
    bench = in_session()

    bench.sound.lacks("No voice: no reason.")

    assert bench.screen.silences == ["No voice: no reason."]


def test_voice_and_chime_can_be_tried_without_a_session() -> None:
    bench = Bench(volume=30)

    bench.engine.try_voice()
    bench.engine.try_chime()
    bench.engine.try_voice("Pelvic tilt.")

    (voice, words), (_settings, chime), (_same, others) = bench.sound.tried
    assert voice.volume == 30
    assert (words.chime, bool(words.say)) == (None, True)
    assert (chime.chime, chime.say) == (Chime.DONE, "")
    assert (others.chime, others.say) == (None, "Pelvic tilt.")
