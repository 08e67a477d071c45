"""Archives of whole partnerships: written to a ZIP file, and read back into an empty database."""
