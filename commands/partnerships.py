"""What a lead can ask for about a whole partnership: all that their teams keep, as one file."""

from commands.access import access_lead_here, access_own_teams
from commands.access_archives import access_archive, refuse_too_much
from commands.context import Context
from commands.registry import Command
from commands.screens import told
from storage.archives import count_of
from workflows.archive_file import ArchiveFile
from workflows.archives.parts import Part, archive_name
from workflows.text import plain
from workflows.views import Document, Small, View
from workflows.words import mark


def export_partnership(context: Context) -> View:
    """Give a lead what the teams they are on share, as one file for them alone."""
    seat = access_lead_here(context)
    words, partnership = context.words, seat.partnership
    circle = access_archive(context.work, context.person.id, partnership.id)
    refuse_too_much(sum(count_of(context.work, part, circle) for part in Part))
    names = [team.name for team in access_own_teams(context) if team.id in circle.teams]
    line = words.say(
        "Here is what your teams in {partnership} keep, as one file. Only you get it.",
        partnership=partnership.name,
    )
    holds = words.say(
        "It holds the records and action items of {teams}. What belongs to one member or one party "
        "alone is not in it, and nothing of teams that you are not on.",
        teams=words.listed(names),
    )
    return told(
        words.say("Taken away"),
        line,
        Small(plain(holds)),
        Small(words.rich(_HOW)),
        Document(archive_name(partnership.name), ArchiveFile(partnership.id, context.person.id)),
    )


_HOW = mark(
    "Unpack it and open `index.html`; no network is needed. In many places anybody can request "
    "what a public body keeps, so please keep this copy as safe as the original."
)

COMMANDS = (
    Command(
        "partnership export",
        export_partnership,
        mark("Take away all that your teams keep, as one file"),
    ),
)
