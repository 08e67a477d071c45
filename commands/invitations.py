"""Invitations: write one, say what became of it, bring in who said yes. Only for one's own eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from commands.access import Seat, access_record, access_team_here, missing
from commands.access_open import open_to, records_open_to
from commands.announcing import announce_join_card
from commands.beginning import Beginning, begin
from commands.context import Context
from commands.keeping import keep_edition
from commands.own_things import erase_record
from commands.record_views import record_screen
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows import asks
from workflows.conversations import Answer, Conversation
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, RecordId, WorkflowId
from workflows.invitation_pages import ANSWERED
from workflows.invitation_samples import sample_blocks
from workflows.invitations import A_WORKING_WEEK, Answered, Invitation, working_days_after
from workflows.limits import LONGEST, OPTIONS_OF_ONE, Place
from workflows.records import Record
from workflows.text import plain
from workflows.typed import shorten
from workflows.views import (
    Ask,
    Block,
    Button,
    Heading,
    Menu,
    Option,
    Paragraph,
    Privacy,
    Raw,
    Style,
    View,
)
from workflows.words import mark

INVITATION = WorkflowId("invitation")
DAY = FieldId("day")


@dataclass(frozen=True, slots=True)
class _Own:
    """An invitation of the asker's, with the seat from which they wrote it."""

    seat: Seat
    record: Record
    invitation: Invitation


def start_invitation(context: Context) -> View:
    """Begin an invitation; only its author ever sees it."""
    return begin(context, access_team_here(context), Beginning(INVITATION, privacy=Privacy.PRIVATE))


def list_invitations(context: Context) -> View:
    """List the asker's invitations: those not yet finished, and what became of the others."""
    words, seat = context.words, access_team_here(context)
    drafts = [c for c in open_to(context, seat) if c.workflow == INVITATION]
    records = records_open_to(context, seat, "invitation")
    start = Button(
        words.say("Write an invitation"),
        asks.about_team("invite start", seat.team.id),
        Style.PRIMARY,
    )
    samples = Button(words.say("Two examples"), Ask("invite samples"))
    line = words.plural(
        "You have {count} invitation here. Only you can see it.",
        "You have {count} invitations here. Only you can see them.",
        len(records) + sum(not draft.about for draft in drafts),
    )
    if not drafts and not records:
        line = words.say("You have no invitations here yet. Only you would see them.")
    blocks = (*_drafts(context, drafts), *_written(context, records))
    return told(words.say("Your invitations"), line, *blocks, *row(start, samples))


def show_invitation(context: Context) -> View:
    """Show one invitation; without saying which, show the list to pick from."""
    if not _chosen(context):
        return list_invitations(context)
    own = _own(context)
    return record_screen(context, own.seat, own.record)


def change_invitation(context: Context) -> View:
    """Write an invitation anew, from what stands in it."""
    own = _own(context)
    beginning = Beginning(
        INVITATION, about=own.record.id, privacy=Privacy.PRIVATE, sheet=_sheet(own.invitation)
    )
    return begin(context, own.seat, beginning)


def note_sent(context: Context) -> View:
    """Note that an invitation was sent, and when its author wants to be asked about it."""
    own = _own(context)
    today = context.office.now.astimezone(ZoneInfo(own.seat.team.zone)).date()
    if not context.raw:
        proposed = own.invitation.follow_up or working_days_after(today, A_WORKING_WEEK)
        return _day_form(context, own, {DAY: proposed.isoformat()})
    answers, problems = _day_questions(context).read(context)
    if problems:
        return _day_form(context, own, context.raw, problems)
    day = date.fromisoformat(str(answers[DAY]))
    if day <= today:
        late = {DAY: context.words.say("Please pick a day that is still to come.")}
        return _day_form(context, own, context.raw, late)
    return _noted(context, own, Answered.SENT, day)


def note_answer(context: Context) -> View:
    """Note what became of an invitation."""
    own, said = _own(context), context.option("answer")
    answered = next((each for each in _ANSWERS if each == said), None)
    if answered is None:
        raise missing(context)
    return _noted(context, own, answered, None)


def delete_invitation(context: Context) -> View:
    """Delete an invitation for good; it was never anybody else's."""
    own = _own(context)
    erase_record(context.office, own.seat.member.id, own.record)
    line = context.words.say("The invitation is deleted.")
    back = Button(context.words.say("Your invitations"), _about(own, "invite list"))
    return told(context.words.say("Your invitations"), line, *row(back))


def post_join_card(context: Context) -> View:
    """Post in the team's channel how to join; whom somebody has invited is not said there."""
    own = _own(context)
    announce_join_card(context.office, own.seat.team)
    line = context.words.say(
        "A card in your team's channel now tells everyone new there how to join. It names nobody."
    )
    show = Button(context.words.say("Your invitation"), Ask("invite show", {"id": own.record.id}))
    return told(context.words.say("Join card"), line, *row(show))


def show_samples(context: Context) -> View:
    """Show two invitations that somebody could have written."""
    words = context.words
    line = words.say("Two examples, made up by us. Yours will sound like you.")
    start = Button(words.say("Write an invitation"), Ask("invite start"), Style.PRIMARY)
    return told(words.say("Two examples"), line, *sample_blocks(words), *row(start))


def invitations_here(context: Context) -> tuple[Option, ...]:
    """Return the asker's invitations, the newest first."""
    return _options(records_open_to(context, access_team_here(context), "invitation"))


def _chosen(context: Context) -> str:
    return context.option("pick") or context.option("id")


def _own(context: Context) -> _Own:
    seat, record = access_record(context, RecordId(_chosen(context)))
    content = record.current.content
    if not isinstance(content, Invitation):
        raise missing(context)
    return _Own(seat, record, content)


def _about(own: _Own, command: str) -> Ask:
    return asks.about_team(command, own.seat.team.id)


def _noted(context: Context, own: _Own, answered: Answered, day: date | None) -> View:
    """Keep how far an invitation has come; the same once more changes nothing."""
    content = own.invitation.model_copy(update={"answered": answered, "follow_up": day})
    if content != own.invitation:
        keep_edition(context.office, own.seat.team, own.record, content)
    _, record = access_record(context, own.record.id)
    return record_screen(context, own.seat, record)


def _drafts(context: Context, drafts: list[Conversation]) -> tuple[Block, ...]:
    if not drafts:
        return ()
    words = context.words
    buttons = (
        Button(
            shorten(str(c.sheet.get(FieldId("invitee"), words.say("A new one"))), _BUTTON),
            asks.take_part(c.id),
        )
        for c in drafts[:MOST_DRAFTS]
    )
    return (Heading(words.say("Still being written")), *row(*buttons))


def _written(context: Context, records: tuple[Record, ...]) -> tuple[Block, ...]:
    if not records:
        return ()
    words = context.words
    contents = [record.current.content for record in records]
    written = [content for content in contents if isinstance(content, Invitation)]
    lines = (
        Paragraph(plain(f"{words.say(ANSWERED[state])}: {words.listed(names)}"))
        for state in Answered
        if (names := [each.invitee for each in written if each.answered is state])
    )
    menu = Menu(
        words.say("Show an invitation"), _options(records)[:OPTIONS_OF_ONE], Ask("invite show")
    )
    return (Heading(words.say("Written")), *lines, menu)


def _options(records: tuple[Record, ...]) -> tuple[Option, ...]:
    return tuple(
        Option(record.id, shorten(content.invitee, LONGEST[Place.CHOICE]))
        for record in records
        if isinstance(content := record.current.content, Invitation)
    )


def _sheet(invitation: Invitation) -> dict[FieldId, Answer]:
    """Return what stood in an invitation as the answers it was made from."""
    passages: Mapping[str, Answer] = {str(part): text for part, text in invitation.passages.items()}
    written: dict[str, Answer] = {
        "invitee": invitation.invitee,
        "topic": invitation.topic,
        "issue": invitation.issue,
        "findings": invitation.findings,
        "story": invitation.story,
        "outcome": invitation.outcome,
        "style": invitation.style,
        "ask": invitation.ask,
        "ask-by": invitation.ask_by.isoformat() if invitation.ask_by else "",
        **passages,
    }
    return {FieldId(field): answer for field, answer in written.items() if answer}


def _day_questions(context: Context) -> Questions:
    words = context.words
    asked = Field(id=DAY, label=words.say("When should I ask you about it?"), kind=FieldKind.DATE)
    return Questions((asked,))


def _day_form(
    context: Context, own: _Own, values: Raw, problems: Mapping[FieldId, str] | None = None
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Invitation sent"),
        say=words.rich(
            "Well done. I will ask you whether **{name}** has answered.",
            name=own.invitation.invitee,
        ),
        send=Ask("invite sent", {"id": own.record.id}),
        seen_by=words.say("Who can see this: only you."),
    )
    return form_screen(context, sheet, _day_questions(context), values, problems)


_BUTTON = LONGEST[Place.BUTTON]

_ANSWERS = (Answered.ACCEPTED, Answered.DECLINED, Answered.SILENT)

MOST_DRAFTS = 10
"""Buttons to what is still being written; who has more finds it on their team's card."""

COMMANDS = (
    Command("invite start", start_invitation, mark("Write an invitation that only you can see")),
    Command("invite list", list_invitations, mark("List your invitations")),
    Command(
        "invite show", show_invitation, mark("Show one of your invitations"), which=invitations_here
    ),
    Command("invite samples", show_samples, mark("Read two examples of an invitation")),
    Command("invite change", change_invitation),
    Command("invite sent", note_sent),
    Command("invite answer", note_answer),
    Command("invite card", post_join_card),
    Command("invite delete", delete_invitation),
)
