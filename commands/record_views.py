"""The screen of a record: the record itself, and what its reader can do with it."""

from commands.access import Seat
from commands.access_actions import access_actions_of
from commands.action_views import action_menu
from commands.context import Context, team_words
from commands.screens import row
from workflows import asks
from workflows.people import Partnership, Team
from workflows.record_pages import record_blocks, record_title
from workflows.records import Decision, Norms, Record, edition_of
from workflows.room import room_of
from workflows.views import Ask, Block, Button, Paragraph, Privacy, Style, View
from workflows.words import Words


def record_screen(context: Context, seat: Seat, record: Record, number: int | None = None) -> View:
    """Return an edition of a record for one reader; without a number, the one in force."""
    room = seat.room(context.words)
    edition = edition_of(record, number)
    title = record_title(record, room.words)
    mine = any(s.member == seat.member.id for s in edition.signatures)
    may_sign = edition is record.current and not mine and record.team == seat.team.id
    return View(
        title=title,
        summary=context.words.say("{title}, edition {number}.", title=title, number=edition.number),
        blocks=(
            *record_blocks(record, room, edition),
            *_actions(context, seat, record),
            *row(
                _sign(record, context.words) if may_sign else None,
                *_ways_on(record, context.words),
                Button(
                    context.words.say("Take it away"), asks.take_away(record.id, edition.number)
                ),
                _add_action(seat, record, context.words),
            ),
            *_editions(record, edition.number, context.words),
        ),
    )


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
            *record_blocks(record, room, record.current),
            *((Paragraph(line),) if _sign(record, words) else ()),
            *row(_sign(record, words), *_ways_on(record, words), show),
        ),
        privacy=Privacy.TEAM,
    )


def _actions(context: Context, seat: Seat, record: Record) -> tuple[Block, ...]:
    """Return a way to each of the action items that came of a record."""
    items = access_actions_of(context, seat, record)
    return (action_menu(items, context.words),) if items else ()


def _add_action(seat: Seat, record: Record, words: Words) -> Button | None:
    if record.team != seat.team.id:
        return None
    add = asks.about_team("action add", record.team, source=record.id)
    return Button(words.say("Add an action item"), add)


def _sign(record: Record, words: Words) -> Button | None:
    """Return the button to sign what a team has agreed; a check is only a look, and not signed."""
    if not isinstance(record.current.content, Norms | Decision):
        return None
    return Button(words.say("Sign"), asks.sign(record.id, record.current.number), Style.PRIMARY)


def _ways_on(record: Record, words: Words) -> tuple[Button, ...]:
    match record.current.content:
        case Norms():
            return (
                Button(words.say("Check our norms"), asks.about_team("norms check", record.team)),
                Button(words.say("Change our norms"), asks.about_team("norms start", record.team)),
            )
        case Decision():
            return (Button(words.say("Look back"), Ask("decide review", {"id": record.id})),)
        case _:
            return ()


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
