"""The loop: turns outside happenings into events and effects into deeds."""
