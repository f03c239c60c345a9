"""What differs by desktop: one folder per ability, one file per way."""
