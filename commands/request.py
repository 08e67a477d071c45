"""What comes in from a platform: who asked, where, for what, with which answers."""

from dataclasses import dataclass, field

from workflows.identifiers import WorkspaceId
from workflows.views import Ask, Raw


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking, as their platform knows them.

    `name`, `language` and `zone` (such as America/Chicago) are what the platform says; they are
    used when the person is met for the first time, and what was chosen in Concord wins.
    """

    workspace: WorkspaceId
    external_id: str
    name: str
    language: str | None = None
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Request:
    """One thing a person asks for, by a command, a button or a form.

    `channel` is where it happened, in the platform's own words; empty in private. `raw` holds what
    was put into the form, unchecked. `newcomers` are people who were picked there by their external
    ids, and may not have met Concord yet.
    """

    caller: Caller
    channel: str
    ask: Ask
    raw: Raw = field(default_factory=dict[str, str | tuple[str, ...]])
    newcomers: tuple[Caller, ...] = ()
