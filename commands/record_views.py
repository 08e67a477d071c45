"""The screen of a record: the record itself, and what its reader can do with it."""

from commands.access import Seat, access_circle
from commands.access_actions import access_actions_of
from commands.action_views import action_menu
from commands.context import Context, team_words
from commands.record_lines import Lines
from commands.screens import row
from workflows import asks
from workflows.answers import YES
from workflows.circles import is_closed
from workflows.finding import Linked
from workflows.invitation_ways import invitation_ways
from workflows.invitations import Invitation
from workflows.limits import Place
from workflows.people import Partnership, Team
from workflows.record_pages import record_blocks, record_title
from workflows.record_pictures import how_relationships_changed, what_a_retro_left
from workflows.records import Decision, Norms, Record, edition_of, may_be_signed
from workflows.relationships import PartnerMap, Relationships
from workflows.retro_pages import retro_summary
from workflows.retros import Retro, SavedLesson
from workflows.room import Room, room_of
from workflows.text import Text, plain
from workflows.views import Ask, Block, Button, Paragraph, Privacy, Small, Style, View
from workflows.words import Words


def record_screen(context: Context, seat: Seat, record: Record, number: int | None = None) -> View:
    """Return an edition of a record for one reader; without a number, the one in force."""
    room = seat.room(context.words)
    edition = edition_of(record, number)
    title = record_title(record, room.words)
    items = access_actions_of(context, seat, record)
    linked = context.work.shelf.linked(access_circle(context), record.id)
    compare = Button(context.words.say("What changed"), asks.compare(record.id))
    is_own = record.team == seat.team.id
    return View(
        title=title,
        summary=context.words.say("{title}, edition {number}.", title=title, number=edition.number),
        blocks=(
            *record_blocks(record, room, edition),
            *what_a_retro_left(edition.content, items, room.words),
            *how_relationships_changed(record, edition, room.words),
            *_seen_by(record, room),
            *((action_menu(items, context.words),) if items else ()),
            *_linked(context, linked),
            *(
                _signing(record, seat, context.words)
                if is_own and edition is record.current
                else ()
            ),
            *row(
                *_ways_on(record, context.words),
                compare if len(record.editions) > 1 else None,
                Button(
                    context.words.say("Take it away"), asks.take_away(record.id, edition.number)
                ),
                _add_action(seat, record, context.words),
            ),
            *(_linking(record, linked, context.words) if is_own and not is_closed(record) else ()),
            *_editions(record, edition.number, context.words),
        ),
    )


def _seen_by(record: Record, room: Room) -> tuple[Block, ...]:
    """Say of what not the whole team may see who can."""
    if not is_closed(record):
        return ()
    words = room.words
    party = next((each.name for each in room.parties if each.id == record.party), "")
    line = (
        words.say("Who can see this: only you.")
        if record.privacy is Privacy.PRIVATE
        else words.say(
            "Who can see this: everyone on your team who is there for {party}.", party=party
        )
    )
    return (Small(plain(line)),)


def record_card(team: Team, partnership: Partnership, record: Record) -> View:
    """Return the card of a record in its team's home, in the team's language."""
    words = team_words(team)
    room = room_of(team, partnership, words)
    title = record_title(record, words)
    signed = {signature.member for signature in record.current.signatures}
    here = [member.id for member in team.present]
    line = words.rich(
        "{signed} of {here} members have signed.",
        signed=sum(member in signed for member in here),
        here=len(here),
    )
    show = Button(words.say("Show"), asks.show_record(record.id))
    return View(
        title=title,
        summary=words.say(
            "{title} is on record, edition {number}.", title=title, number=record.current.number
        ),
        blocks=(
            *_card_blocks(record, room),
            *((Paragraph(line),) if _sign(record, words) else ()),
            *row(_sign(record, words), *_ways_on(record, words), show),
        ),
        privacy=Privacy.TEAM,
    )


def _add_action(seat: Seat, record: Record, words: Words) -> Button | None:
    if record.team != seat.team.id or is_closed(record):
        return None
    add = asks.about_team("action add", record.team, source=record.id)
    return Button(words.say("Add an action item"), add)


def _card_blocks(record: Record, room: Room) -> tuple[Block, ...]:
    """Return what a card shows of a record: all of it, but of a retro what the team takes along."""
    content = record.current.content
    if isinstance(content, Retro):
        return retro_summary(content, room)
    return record_blocks(record, room, record.current)


def _sign(record: Record, words: Words) -> Button | None:
    """Return the button to sign what a team has agreed; a check is only a look, and not signed."""
    if not may_be_signed(record.current.content):
        return None
    return Button(words.say("Sign"), asks.sign(record.id, record.current.number), Style.PRIMARY)


def _signing(record: Record, seat: Seat, words: Words) -> tuple[Block, ...]:
    """Return what a member can do with their name: sign, with a note or without, or only note."""
    number, current, me = record.current.number, record.current, seat.member.id
    if not may_be_signed(current.content):
        return ()
    if me in current.signers or current.note_of(me):
        own = words.say("Change my note") if current.note_of(me) else words.say("Add a note")
        sign = None if me in current.signers else _sign(record, words)
        return row(sign, Button(own, asks.note(record.id, number)))
    return row(
        _sign(record, words),
        Button(words.say("Sign with a note"), asks.note(record.id, number, sign=YES)),
        Button(words.say("Leave a note without signing"), asks.note(record.id, number)),
    )


def _linked(context: Context, linked: Linked) -> tuple[Block, ...]:
    """Return what a record is linked with, each with a button that leads there."""
    words, lines = context.words, Lines(context)
    sides = (
        (words.rich("**Fed by:**"), linked.fed_by),
        (words.rich("**Feeds:**"), linked.feeds),
    )
    return tuple(
        block for label, records in sides for block in _side(label, records, lines) if records
    )


def _side(label: Text, records: tuple[Record, ...], lines: Lines) -> tuple[Block, ...]:
    buttons = (
        Button(lines.title(record, Place.BUTTON), asks.show_record(record.id)) for record in records
    )
    return (Paragraph(label), *row(*buttons))


def _linking(record: Record, linked: Linked, words: Words) -> tuple[Block, ...]:
    unlink = Button(words.say("Remove a link"), Ask("record unlink", {"id": record.id}))
    return row(
        Button(words.say("Link a record"), Ask("record link", {"id": record.id})),
        None if linked.is_empty else unlink,
    )


def _ways_on(record: Record, words: Words) -> tuple[Button, ...]:
    match record.current.content:
        case Norms():
            return (
                Button(words.say("Check our norms"), asks.about_team("norms check", record.team)),
                Button(words.say("Change our norms"), asks.about_team("norms start", record.team)),
            )
        case Decision():
            return (Button(words.say("Look back"), Ask("decide review", {"id": record.id})),)
        case Invitation() as invitation:
            return invitation_ways(record.id, invitation, words)
        case PartnerMap():
            return (
                _begin_anew(record, "partners start", words),
                Button(
                    words.say("Rate these relationships"),
                    _for(record, "relationships start"),
                ),
            )
        case SavedLesson():
            return (Button(words.say("Change"), Ask("lesson change", {"id": record.id})),)
        case Relationships():
            return (_begin_anew(record, "relationships start", words),)
        case _:
            return ()


def _begin_anew(record: Record, command: str, words: Words) -> Button:
    return Button(words.say("Bring it up to date"), _for(record, command), Style.PRIMARY)


def _for(record: Record, command: str) -> Ask:
    who = "me" if record.privacy is Privacy.PRIVATE else "party"
    return asks.about_team(command, record.team, **{"for": who})


def _editions(record: Record, shown: int, words: Words) -> tuple[Block, ...]:
    """Return buttons to the other editions, newest first, at most five."""
    others = [edition.number for edition in reversed(record.editions) if edition.number != shown]
    return row(
        *(
            Button(
                words.say("Edition {number}", number=number),
                Ask("record show", {"id": record.id, "edition": str(number)}),
            )
            for number in others[:5]
        )
    )
