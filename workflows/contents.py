"""The base of what records hold, and the note that several kinds of them carry."""

from pydantic import BaseModel, ConfigDict

from workflows.identifiers import MemberId


class Content(BaseModel):
    """Base of what records hold."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class NamedNote(Content):
    """Something one member chose to have written down; `member` is None when unsigned."""

    member: MemberId | None
    text: str
