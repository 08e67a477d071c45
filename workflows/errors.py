"""Broken rules of the core.

WorkflowError
├── ConversationOverError
├── NotTakingPartError
└── ContentError

Each error carries the sentence that a person gets to read.
"""

from typing import ClassVar

from workflows.words import mark


class WorkflowError(Exception):
    """A rule of the conversation was broken."""

    sentence: ClassVar[str] = mark("That did not work. Please open the card again.")


class ConversationOverError(WorkflowError):
    """Something was asked of a conversation that has ended."""

    sentence = mark("This conversation has ended, so nothing was changed.")


class NotTakingPartError(WorkflowError):
    """Somebody answered who does not take part."""

    sentence = mark("You do not take part in this conversation, so nothing was changed.")


class ContentError(WorkflowError):
    """The content of a workflow has a mistake; `python -m bot check` says where."""
