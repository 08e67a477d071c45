"""What keeps a conversation going: the clock, and who sits in which chair."""

from collections.abc import Mapping

from commands.access import Part
from commands.context import Context
from commands.drawing_lots import drawn, tell_drawn
from commands.moving import after, facilitated, moved, part_of, round_of
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen
from workflows.conversations import Status
from workflows.definitions import Field, FieldKind
from workflows.errors import ConversationOverError
from workflows.events import Chair, MoreTime, Paused, Resumed, RoleDeclined, RoleTaken
from workflows.identifiers import FieldId, MemberId
from workflows.phases import extension
from workflows.transitions import Transition
from workflows.views import Ask, Option, Raw, View

WHO = FieldId("who")


def give_time(context: Context) -> View:
    """Give the open phase more time."""
    part = facilitated(context)
    extra = extension(part.workflow, part.conversation)
    event = MoreTime(round_of(context), extra, context.office.now)
    return after(context, part, moved(context, part, event))


def pause(context: Context) -> View:
    """Stop the clock of the open phase."""
    part = facilitated(context)
    return after(context, part, moved(context, part, Paused(round_of(context), context.office.now)))


def resume(context: Context) -> View:
    """Let the clock of the open phase run again."""
    part = facilitated(context)
    event = Resumed(round_of(context), context.office.now)
    return after(context, part, moved(context, part, event))


def facilitate(context: Context) -> View:
    """Take the facilitator's chair."""
    part = part_of(context)
    event = RoleTaken(part.seat.member.id, Chair.FACILITATOR, context.office.now)
    return after(context, part, moved(context, part, event))


def take_notes(context: Context) -> View:
    """Take the scribe's chair, unless somebody sits in it."""
    part = part_of(context)
    scribe = part.conversation.scribe
    if scribe and part.conversation.people[scribe].here:
        name = part.seat.room(context.words).name(scribe)
        line = context.words.say("{name} takes the notes already.", name=name)
        return after(context, part, Transition(part.conversation)).with_problem(line)
    event = RoleTaken(part.seat.member.id, Chair.SCRIBE, context.office.now)
    return after(context, part, moved(context, part, event))


def decline(context: Context) -> View:
    """Let the lot fall on somebody else; who declines comes first the next time."""
    part = facilitated(context)
    me = part.seat.member.id
    declined = moved(context, part, RoleDeclined(me, context.office.now))
    without = Part(part.seat, declined.conversation, part.workflow)
    chosen = drawn(context.office, part.seat.team, declined.conversation)
    if chosen is None:
        line = context.words.say("There is nobody else to draw. Please ask somebody to swap.")
        return after(context, without, declined).with_problem(line)
    return _handed(context, without, chosen)


def swap(context: Context) -> View:
    """Hand the facilitator's chair to somebody in particular."""
    part = facilitated(context)
    questions = _others(context, part)
    if part.conversation.status is not Status.OPEN:
        raise ConversationOverError
    if not questions.picks[WHO]:
        line = context.words.say("There is nobody else here to swap with.")
        return after(context, part, Transition(part.conversation)).with_problem(line)
    if not context.raw:
        return _swap_form(context, part, questions, {})
    answers, problems = questions.read(context)
    if problems:
        return _swap_form(context, part, questions, context.raw, problems)
    return _handed(context, part, MemberId(str(answers[WHO])))


def _handed(context: Context, part: Part, member: MemberId) -> View:
    event = RoleTaken(member, Chair.FACILITATOR, context.office.now)
    transition = moved(context, part, event)
    tell_drawn(context.office, part.seat.team, transition.conversation)
    return after(context, part, transition)


def _others(context: Context, part: Part) -> Questions:
    here = part.conversation.people
    me = part.seat.member.id
    options = tuple(
        Option(seat.id, seat.name)
        for seat in part.seat.team.present
        if seat.id != me and seat.id in here and here[seat.id].here
    )
    label = context.words.say("Who facilitates instead of you?")
    return Questions((Field(id=WHO, label=label, kind=FieldKind.PERSON),), {WHO: options})


def _swap_form(
    context: Context,
    part: Part,
    questions: Questions,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Swap"),
        say=words.rich("Ask them first, if you can. They are told, and can decline."),
        send=Ask("conversation swap", {"id": part.conversation.id}),
        seen_by=words.say("Who can see this: everyone who takes part."),
        button=words.say("Hand over"),
    )
    return form_screen(context, sheet, questions, values, problems)


COMMANDS = (
    Command("conversation time", give_time),
    Command("conversation pause", pause),
    Command("conversation resume", resume),
    Command("conversation facilitate", facilitate),
    Command("conversation scribe", take_notes),
    Command("conversation decline", decline),
    Command("conversation swap", swap),
)
