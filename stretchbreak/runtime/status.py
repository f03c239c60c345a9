"""What `stretchbreak status` tells: a contract that other programs rely on."""

from typing import Any

from stretchbreak.core.view import SessionView, View


def status(view: View, idle_source: str) -> dict[str, Any]:
    """Return *view* as plain values, durations in seconds, times in local time.

    Args:
        view: What there is to show.
        idle_source: The name of the idle source in use.
    """
    paused = view.paused
    until = paused.until if paused is not None else None
    return {
        "sitting_s": round(view.sitting.total_seconds()),
        "next_prompt_s": None
        if view.next_prompt is None
        else round(view.next_prompt.total_seconds()),
        "due": view.due,
        "held": [
            {"by": hold.by.value, "since": hold.since.isoformat(timespec="seconds")}
            for hold in view.held
        ],
        "paused_until": until.isoformat(timespec="seconds") if until else None,
        "paused": paused is not None,
        "session": None if view.session is None else _session(view.session),
        "idle_source": idle_source,
    }


def _session(session: SessionView) -> dict[str, Any]:
    return {
        "routine": session.plan.routine,
        "step": session.plan.steps[session.step].id,
        "side": session.side.value if session.side is not None else None,
        "phase": session.phase.value,
        "remaining_s": round(session.remaining.total_seconds()),
    }
