"""Turns views into messages and forms of Discord, and what people put into a form into answers."""
