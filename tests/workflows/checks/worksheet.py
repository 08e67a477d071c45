"""A small worksheet without mistakes, into which tests put one."""

from workflows.checking import check

WORKSHEET = '''\
id = "sample"
title = "Sample"
summary = "A small worksheet for tests."
stage = "act"
chapter = 8
subject = "topic"

[[phase]]
id = "frame"
title = "Frame it"
audience = "facilitator"

[[phase]]
id = "write"
title = "Write"
say = """
About **{topic}**.

- one by one
- in silence
"""
minutes = { field = "pace", minutes = { now = 10, later = 1440 } }
closes = "quorum"
quorum = 0.5
then = "spread"

[[phase]]
id = "merge"
title = "Merge"
audience = "together"
closes = "facilitator"
reveal = ["idea", "stance"]

[[phase]]
id = "vote"
title = "Vote"
minutes = 60
when = { field = "is-hard", equals = true }
returns = { to = "merge", when = { field = "stance", equals = "no" }, times = 1 }

[[phase]]
id = "close"
title = "Close"
audience = "named"
named = "owner"
reveal = ["stance"]
picture = "continuum"

[[step]]
id = "frame"
phase = "frame"
title = "Frame it"
[[step.ask]]
id = "topic"
label = "What is it about?"
[[step.ask]]
id = "owner"
label = "Who owns it?"
kind = "person"
[[step.ask]]
id = "pace"
label = "How fast?"
kind = "choice"
choice = [
  { id = "now", label = "Now" },
  { id = "later", label = "Later" },
]
[[step.ask]]
id = "is-hard"
label = "Is it hard?"
kind = "yes-no"

[[step]]
id = "write"
phase = "write"
title = "Write"
[[step.ask]]
id = "idea"
label = "Your ideas"
kind = "long-text"
fewest = 1
signed-if = "sign"
[[step.ask]]
id = "sign"
label = "Put your name to it?"
kind = "yes-no"
[[step.ask]]
id = "sure"
label = "How sure are you?"
kind = "scale"
choice = [{ id = "n1", label = "Not at all" }]

[[step]]
id = "doubts"
phase = "write"
title = "Doubts"
when = { field = "sure", at-most = 2 }
[[step.ask]]
id = "parties"
label = "Who should be asked?"
kind = "choices"
source = "parties"
highest = 2

[[step]]
id = "merge"
phase = "merge"
title = "Merge"
say = "So far: {result}"
shows = ["idea"]
[[step.ask]]
id = "result"
label = "What we agree"
kind = "long-text"

[[step]]
id = "vote"
phase = "vote"
title = "Vote"
[[step.ask]]
id = "stance"
label = "Do you agree?"
kind = "choice"
[[step.ask.choice]]
id = "yes"
label = "Yes"
[[step.ask.choice]]
id = "no"
label = "No"

[[step]]
id = "tasks"
phase = "close"
title = "Tasks"
[[step.ask]]
id = "tasks"
label = "Who does what?"
kind = "rows"
[[step.ask.columns]]
id = "who"
label = "Who"
kind = "person"
[[step.ask.columns]]
id = "what"
label = "What"
[[step.ask.columns]]
id = "hours"
label = "Hours"
kind = "number"
lowest = 0
'''


def explained(old: str = "", new: str = "") -> list[str]:
    """Put one thing in place of another, once, and return what an author is told."""
    assert old in WORKSHEET, "the worksheet has no such place"
    return [
        str(mistake).removeprefix("sample.toml:")
        for mistake in check(WORKSHEET.replace(old, new, 1), "sample.toml")
    ]
