"""Files that people take away, as values: what stands in them, and in which order."""
