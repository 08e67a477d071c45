"""Plays a conversation in the terminal, with one person taking the part of several."""
