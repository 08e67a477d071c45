"""Builds people, parties, rooms and small workflows for tests."""

from collections.abc import Iterable

from workflows.catalogue import words_for
from workflows.checking import check
from workflows.definitions import Workflow
from workflows.identifiers import MemberId, PartyId, PersonId, TeamId, WorkflowId
from workflows.library import Library, read_library, read_workflow
from workflows.people import Member, Party
from workflows.room import Room

ADMINISTRATION = Party(PartyId("administration"), "Administration")
ASSOCIATION = Party(PartyId("association"), "Association")
FAMILIES = Party(PartyId("families"), "Families")

TEAM = TeamId("team")
FOUR = ("ana", "bo", "cy", "dee")
"""Who sits at the table, for the administration and the association by turns."""

_HEAD = 'id = "small"\ntitle = "Small"\nsummary = "A test."\nstage = "act"\nchapter = 8\n'

_LIBRARY: Library = read_library()


def packaged(name: str) -> Workflow:
    """Return a workflow that comes with Concord."""
    return _LIBRARY.find(WorkflowId(name))


def small(body: str) -> Workflow:
    """Return a workflow from a snippet of TOML, which must be one that authors may write."""
    assert check(source(body), "small.toml") == ()
    return read_workflow(source(body))


def source(body: str) -> str:
    """Return the whole text of a small content file."""
    return _HEAD + body


def seat(name: str, party: Party | None = None) -> Member:
    """Return a member of the team whose name says who they are."""
    return Member(
        id=MemberId(name),
        team=TEAM,
        person=PersonId(name),
        name=name.capitalize(),
        party=party.id if party else None,
    )


def room(
    names: Iterable[str] = FOUR,
    *,
    parties: tuple[Party, ...] = (ADMINISTRATION, ASSOCIATION),
    language: str = "en",
) -> Room:
    """Return the people around a table, seated for the parties by turns."""
    seats = [seat(name, parties[at % len(parties)]) for at, name in enumerate(names)]
    return Room(words_for(language), {member.id: member for member in seats}, parties, "The table")
