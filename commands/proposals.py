"""Makes a message that somebody wrote in a channel into the first form of a decision."""

from typing import Final

from workflows.views import Raw

LONGEST_TITLE: Final = 100
"""Characters of a line that still names something; a longer one is a reason as well."""


def proposal(text: str) -> Raw:
    """Return a message as it stands in the form: its first line, and the whole of it."""
    title, _, more = text.strip().partition("\n")
    is_name = not more and len(title) <= LONGEST_TITLE
    return {"title": title} if is_name else {"title": title, "why": text.strip()}
