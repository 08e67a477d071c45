"""Turns views into Block Kit, and what people put into a modal back into answers."""
