"""Questions put to the user by the desktop's own notifications."""
