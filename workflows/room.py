"""Who and what surrounds a conversation when it is shown: names, parties, and the reader's words.

Names are looked up at the moment of showing and never kept in a conversation, so that a changed
name shows everywhere and a forgotten person is forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workflows.identifiers import MemberId
from workflows.people import Member, Partnership, Party, Team
from workflows.text import Mention, Plain, Text
from workflows.words import Words


@dataclass(frozen=True, slots=True)
class Room:
    """A reader's view of the people around a conversation."""

    words: Words
    seats: Mapping[MemberId, Member]
    parties: tuple[Party, ...]
    team: str = ""

    def name(self, member: MemberId) -> str:
        """Return a member's name; for somebody who was forgotten, the part they had."""
        seat = self.seats.get(member)
        if seat and seat.name:
            return seat.name
        party = next((p for p in self.parties if seat and p.id == seat.party), None)
        if party:
            return self.words.say("a former member for {party}", party=party.name)
        return self.words.say("a former member")

    def mention(self, member: MemberId) -> Text:
        """Return a member as a mention; for somebody who was forgotten, the part they had."""
        seat = self.seats.get(member)
        if seat and seat.name:
            return (Mention(seat.person, seat.name),)
        return (Plain(self.name(member)),)

    def present(self) -> tuple[Member, ...]:
        """Return who can be picked now, in the order of the team."""
        return tuple(seat for seat in self.seats.values() if seat.is_here)


def room_of(team: Team, partnership: Partnership, words: Words) -> Room:
    """Return the room of a team for one reader."""
    return Room(words, {m.id: m for m in team.members}, partnership.parties, team.name)
