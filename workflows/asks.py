"""What the buttons of a conversation and of its record ask for, as commands of the registry."""

from dataclasses import replace

from workflows.identifiers import ActionId, ConversationId, MemberId, RecordId, StepId, TeamId
from workflows.views import Ask


def take_part(conversation: ConversationId) -> Ask:
    """Show me what this conversation has for me now."""
    return Ask("conversation open", {"id": conversation})


def look(conversation: ConversationId) -> Ask:
    """Show me where the group stands, also when something waits for me."""
    return Ask("conversation look", {"id": conversation})


def send(conversation: ConversationId, step: StepId, **place: str) -> Ask:
    """Take in the form of a step; `place` is its round, and `row`, `seen` or `more` if need be."""
    return Ask("conversation send", {"id": conversation, "step": step, **place})


SURE = "ok"
"""The option by which a form says for exactly which text its author has been asked once more."""


def send_anyway(sent: Ask, text_mark: str) -> Ask:
    """Take in the same form, although a text in it looks as if it were about a student."""
    return replace(sent, options={**sent.options, SURE: text_mark})


def send_with_care(sent: Ask) -> Ask:
    """Take in the same form, unless a text in it looks as if it were about a student."""
    return replace(sent, options={k: value for k, value in sent.options.items() if k != SURE})


def edit(conversation: ConversationId, step: StepId, round_: int) -> Ask:
    """Open the form of one step of a shared sheet."""
    return Ask("conversation edit", {"id": conversation, "step": step, "round": str(round_)})


def back(conversation: ConversationId, round_: int) -> Ask:
    """Show me the step before again."""
    return Ask("conversation back", {"id": conversation, "round": str(round_)})


def go_on(conversation: ConversationId, round_: int) -> Ask:
    """End the open phase."""
    return Ask("conversation next", {"id": conversation, "round": str(round_)})


def more_time(conversation: ConversationId, round_: int) -> Ask:
    """Give the open phase more time."""
    return Ask("conversation time", {"id": conversation, "round": str(round_)})


def pause(conversation: ConversationId, round_: int) -> Ask:
    """Stop the clock of the open phase."""
    return Ask("conversation pause", {"id": conversation, "round": str(round_)})


def resume(conversation: ConversationId, round_: int) -> Ask:
    """Let the clock of the open phase run again."""
    return Ask("conversation resume", {"id": conversation, "round": str(round_)})


def take_notes(conversation: ConversationId) -> Ask:
    """Take the scribe's chair."""
    return Ask("conversation scribe", {"id": conversation})


def sort_entries(conversation: ConversationId, round_: int, **options: str) -> Ask:
    """Show which entries could be put together, or put some together, or apart."""
    return Ask("conversation sort", {"id": conversation, "round": str(round_), **options})


def facilitate(conversation: ConversationId) -> Ask:
    """Take the facilitator's chair."""
    return Ask("conversation facilitate", {"id": conversation})


def call_off(conversation: ConversationId) -> Ask:
    """Cancel the conversation."""
    return Ask("conversation cancel", {"id": conversation})


def show_record(record: RecordId) -> Ask:
    """Show a record."""
    return Ask("record show", {"id": record})


def sign(record: RecordId, number: int) -> Ask:
    """Put my name under one edition of a record."""
    return Ask("record sign", {"id": record, "edition": str(number)})


def take_away(record: RecordId, number: int) -> Ask:
    """Give me one edition of a record as a file."""
    return Ask("record export", {"id": record, "edition": str(number)})


def note(record: RecordId, number: int, **more: str) -> Ask:
    """Put a note of mine beside one edition of a record; `sign` is yes to sign it, too."""
    return Ask("record note", {"id": record, "edition": str(number), **more})


def compare(record: RecordId) -> Ask:
    """Show me what changed between the last two editions of a record."""
    return Ask("record compare", {"id": record})


def team_home(team: TeamId) -> Ask:
    """Show the team's card."""
    return Ask("home", {"team": team})


def about_team(command: str, team: TeamId, **options: str) -> Ask:
    """Ask for any command that is about one team."""
    return Ask(command, {"team": team, **options})


def about_member(command: str, member: MemberId) -> Ask:
    """Ask for a command that is about one member."""
    return Ask(command, {"member": member})


def about_action(command: str, action: ActionId) -> Ask:
    """Ask for a command that is about one action item."""
    return Ask(command, {"id": action})
