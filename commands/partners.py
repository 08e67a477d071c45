"""Potential partners and relationships: for one's own eyes, or for those there for one's party."""

from commands.access import Seat, access_team_here
from commands.access_open import records_open_to
from commands.beginning import Beginning, begin
from commands.context import Context
from commands.record_views import record_screen
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.conversations import Answer, Cell, Row
from workflows.identifiers import FieldId, WorkflowId
from workflows.records import Record
from workflows.relationships import PartnerMap
from workflows.views import Button, Privacy, View
from workflows.words import mark

PARTNERS = WorkflowId("partners")
RELATIONSHIPS = WorkflowId("relationships")


def start_partners(context: Context) -> View:
    """List who could sit at the table, or go on with the list there is."""
    return _start(context, PARTNERS, "partners start")


def show_partners(context: Context) -> View:
    """Show the lists of potential partners that the asker may see."""
    return _show(context, PARTNERS, "partners start")


def start_relationships(context: Context) -> View:
    """Rate relationships, from where they stood before."""
    return _start(context, RELATIONSHIPS, "relationships start")


def show_relationships(context: Context) -> View:
    """Show the ratings that the asker may see."""
    return _show(context, RELATIONSHIPS, "relationships start")


def _start(context: Context, workflow: WorkflowId, command: str) -> View:
    seat = access_team_here(context)
    privacy = _privacy(context, seat)
    if privacy is None:
        return _who_for(context, seat, command)
    before = _latest(context, seat, workflow, privacy)
    sheet = _sheet(before) if before else _from_partners(context, seat, workflow, privacy)
    return begin(
        context,
        seat,
        Beginning(workflow, about=before.id if before else None, privacy=privacy, sheet=sheet),
    )


def _privacy(context: Context, seat: Seat) -> Privacy | None:
    """Return who it is for as it was picked; None where the asker is still to say."""
    match context.option("for"):
        case "me":
            return Privacy.PRIVATE
        case "party" if seat.member.party:
            return Privacy.CAUCUS
        case _:
            return None


def _who_for(context: Context, seat: Seat, command: str) -> View:
    """Ask who is to see it, and say who else could: whoever owns the workspace."""
    words, team = context.words, seat.team.id
    party = seat.partnership.party(seat.member.party) if seat.member.party else None
    mine = Button(words.say("Only me"), asks.about_team(command, team, **{"for": "me"}))
    ours = Button(
        words.say("All of us for my party"), asks.about_team(command, team, **{"for": "party"})
    )
    line = words.say(
        "It says openly how you stand with others, so nobody else ever sees it. "
        "Keep in mind that whoever owns this workspace may be able to read what is typed here."
    )
    title = words.say("Who may see this?")
    return told(title, line, *row(mine, ours if party else None))


def _show(context: Context, workflow: WorkflowId, command: str) -> View:
    words, seat = context.words, access_team_here(context)
    records = records_open_to(context, seat, workflow)
    start = Button(words.say("Begin"), asks.about_team(command, seat.team.id))
    if not records:
        return told(
            words.say("Nothing here yet"),
            words.say("You have written nothing here yet."),
            *row(start),
        )
    if len(records) == 1:
        return record_screen(context, seat, records[0])
    buttons = (Button(_name(context, record), asks.show_record(record.id)) for record in records)
    return told(
        words.say("Which one?"),
        words.say("There is more than one that you can see."),
        *row(*buttons),
    )


def _name(context: Context, record: Record) -> str:
    words, day = context.words, context.words.day(context.words.day_of(record.current.made_at))
    if record.privacy is Privacy.PRIVATE:
        return words.say("Only mine, {day}", day=day)
    return words.say("Of all of us, {day}", day=day)


def _latest(context: Context, seat: Seat, workflow: WorkflowId, privacy: Privacy) -> Record | None:
    records = records_open_to(context, seat, workflow)
    return next((record for record in records if record.privacy is privacy), None)


def _sheet(record: Record) -> dict[FieldId, Answer]:
    """Return what stood in a record as the rows it was made from."""
    content = record.current.content.model_dump(mode="json")
    return {
        FieldId(table): tuple(map(_row, content[table]))
        for table in ("partners", "ratings")
        if table in content
    }


def _row(cells: dict[str, Cell | None]) -> Row:
    return {FieldId(key): cell for key, cell in cells.items() if cell not in (None, "")}


def _from_partners(
    context: Context, seat: Seat, workflow: WorkflowId, privacy: Privacy
) -> dict[FieldId, Answer]:
    """Begin the first ratings with those who were listed as potential partners."""
    listed = _latest(context, seat, PARTNERS, privacy)
    if workflow != RELATIONSHIPS or listed is None:
        return {}
    content = listed.current.content
    partners = content.partners if isinstance(content, PartnerMap) else ()
    rows: tuple[Row, ...] = tuple({FieldId("partner"): each.name} for each in partners)
    return {FieldId("ratings"): rows}


COMMANDS = (
    Command("partners start", start_partners, mark("List who could sit at the table")),
    Command("partners show", show_partners, mark("Show your list of potential partners")),
    Command("relationships start", start_relationships, mark("Rate how relationships stand")),
    Command("relationships show", show_relationships, mark("Show your ratings over time")),
)
