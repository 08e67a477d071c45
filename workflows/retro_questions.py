"""The questions of a retro as its record names them; the same words as in content."""

from collections.abc import Mapping

from workflows.words import mark

SECTIONS: Mapping[str, str] = {
    "aims": mark("Aims and what we did"),
    "results": mark("Results"),
    "working": mark("How we work together"),
    "ahead": mark("Looking ahead"),
}
"""The four sections, by the beginning of their fields' ids."""

QUESTIONS: Mapping[str, str] = {
    "aims-goal": mark("What did we want to reach?"),
    "aims-course": mark("Did we do it as we had planned?"),
    "aims-view": mark("Could we see how far we were?"),
    "results-what": mark("What came of it, and what shows it?"),
    "results-goal": mark("Are we nearer to our goal?"),
    "working-shared": mark("Were most decisions shared?"),
    "working-norms": mark("Did we keep our norms?"),
    "working-talk": mark("How well did we talk to each other?"),
    "working-support": mark("Did the leadership teams support us?"),
    "ahead-better": mark("Where should we get better next?"),
    "ahead-together": mark("How do we work together better?"),
}

NOTES = tuple(f"{section}-notes" for section in ("aims", "results", "working"))
"""The fields in which the scribe notes what should stay of a section."""
