"""Engines carry out sends; all of them stand behind one small port."""
