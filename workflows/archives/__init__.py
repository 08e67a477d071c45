"""A whole partnership as files to take away: what they hold, how they read, whether they fit."""
