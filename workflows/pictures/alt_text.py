"""Alt texts: what a picture shows, said in sentences."""

from collections.abc import Iterable

from workflows.pictures.legible import without_hidden

LONGEST = 1000
"""Characters that every platform takes as an alt text."""


def spoken(sentences: Iterable[str]) -> str:
    """Join sentences, the weightiest first; what is too long ends between two words with "…"."""
    parts = (without_hidden(sentence).rstrip(" .") for sentence in sentences)
    text = " ".join(
        part if part.endswith(("?", "!", "…")) else f"{part}." for part in parts if part
    )
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"
