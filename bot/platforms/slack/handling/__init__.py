"""What each kind of payload leads to."""
