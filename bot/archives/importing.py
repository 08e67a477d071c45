"""Reads an archive back into an empty database: all of it, or nothing."""

from functools import partial
from typing import assert_never

from bot.archives.unpacking import Tell, Unpacked
from commands.context import Office
from commands.dates import set_action_calls, set_review
from storage.archives import keep_links, keep_partnership, keep_thing
from storage.database import Database
from storage.work import Work
from workflows.archives.kept_actions import KeptAction
from workflows.archives.kept_records import KeptRecord
from workflows.archives.parts import Thing
from workflows.identifiers import TeamId
from workflows.library import Library
from workflows.people import Team


async def import_partnership(
    database: Database, archive: Unpacked, library: Library, tell: Tell
) -> None:
    """Keep what a checked archive holds; raise NotEmptyError where there is something already."""
    await database.run(partial(_keep, archive=archive, library=library, tell=tell))


def _keep(work: Work, *, archive: Unpacked, library: Library, tell: Tell) -> None:
    keep_partnership(work, archive.frame)
    teams = {team.id: team for team in archive.frame.bodies()}
    office, total = Office(work, library), archive.counts.total()
    for done, thing in enumerate(archive.things(), start=1):
        keep_thing(work, thing, archive.frame)
        _resume(office, thing, teams)
        tell(done, total)
    keep_links(work, archive.links)


def _resume(office: Office, thing: Thing, teams: dict[TeamId, Team]) -> None:
    """Set the clock for what is still to come of a thing."""
    match thing:
        case KeptRecord():
            set_review(office, teams[thing.team], thing.id, thing.editions[-1].content)
        case KeptAction():
            set_action_calls(office, teams[thing.team], thing.action(teams[thing.team].partnership))
        case _:
            assert_never(thing)
