"""Measures what is about Discord: how soon people are answered, and what it takes in memory."""
