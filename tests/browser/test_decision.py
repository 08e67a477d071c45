"""A team agrees how shared a decision is to be, makes it, keeps it, and looks back at it."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from bot.clock import SystemClock
from tests.browser.people import PersonAtScreen
from tests.browser.program import Concord
from tests.browser.table import Table, set_table
from tests.browser.windows import Windows


@pytest.mark.parametrize("concord", ["en", "es"], indirect=True)
def test_a_team_makes_a_decision_and_looks_back_at_it(concord: Concord, windows: Windows) -> None:
    table = set_table(windows, concord.language, "decision")

    _name_the_decision(table)
    _mark_blindly(table)
    _talk_first(table)
    _set_the_level(table)
    _show_a_concern(table)
    _change_the_proposal(table)
    _state_the_outcome(table)
    _stand_by_it(table)
    _look_back(table)


def _name_the_decision(table: Table) -> None:
    lead, decision = table.lead, table.story.decision
    lead.picks_command("/dec", "/concord decide start")
    lead.writes("What is to be decided?", decision.title)
    lead.writes("Why now? What should people know?", decision.why)
    lead.picks_named("Which parties does it concern?", *table.story.parties)
    lead.writes("Who is accountable for it in the end?", table.others[1].name)
    lead.writes("When must it be decided?", _days_from_now(30))
    table.album.keep(lead, "frame")
    lead.presses("Save and continue")
    lead.picks("Time to answer", "Ten minutes, now")
    lead.presses("Save")


def _mark_blindly(table: Table) -> None:
    lead, other = table.story.parties
    steps = [
        table.lead.reads("{holder} decides and explains", holder=lead),
        table.lead.reads("{holder} decides after hearing {other}", holder=lead, other=other),
        table.lead.reads("Together"),
        table.lead.reads("Together"),
    ]
    table.album.keep(table.lead, "marks")
    for person, step in zip(table.people, steps, strict=True):
        for reader in table.people:
            expect(reader.page.locator("main figure")).to_have_count(0)
        if person is not table.lead:
            person.presses("Answer in private")
        person.picks_named("What do you expect will happen?", step)
        person.picks("What do you wish would happen?", "Together")
        person.presses("Save")
        person.closes()


def _talk_first(table: Table) -> None:
    decision, lead = table.story.decision, table.lead
    for person in table.people:
        person.sees("Talk first")
        words = person.sees_picture(decision.title)
        assert lead.reads("{count} steps apart", count=2) in words
        assert [name for name in table.story.people if name in words] == []
    table.album.keep_and_inspect(lead, "talk-first")
    lead.presses("Go on: {part}", part=lead.reads("Set the level"))


def _set_the_level(table: Table) -> None:
    accountable = _accountable(table)
    accountable.sees("Set the level")
    accountable.presses("Open")
    accountable.picks("How shared will it be?", "Together")
    accountable.writes("Why this step?", table.story.decision.reason)
    table.album.keep(accountable, "level")
    accountable.presses("Save")
    accountable.picks("Way to decide", "Fist to five: everyone shows 3 or more")
    table.album.keep(accountable, "method")
    accountable.presses("Save")
    accountable.writes("The proposal", table.story.decision.proposal)
    accountable.presses("Save")


def _show_a_concern(table: Table) -> None:
    accountable = _accountable(table)
    _show(accountable, "4", "Good")
    accountable.closes()
    for person in (table.lead, table.others[0]):
        person.presses("Answer in private")
        _show(person, "3", "Fine to go on")
        person.closes()
    worried = table.others[2]
    worried.presses("Answer in private")
    table.album.keep_and_inspect(worried, "fist")
    _show(worried, "2", "I have a minor concern, let us talk")
    worried.writes("Concern", table.story.decision.concern)
    worried.presses("Save")
    worried.closes()


def _change_the_proposal(table: Table) -> None:
    accountable = _accountable(table)
    accountable.sees("Write a proposal")
    table.album.keep_and_inspect(table.lead, "back-to-the-proposal")
    accountable.presses("Open")
    accountable.sees_typed(table.story.decision.concern)
    accountable.writes("The proposal", table.story.decision.second_proposal)
    table.album.keep(accountable, "second-proposal")
    accountable.presses("Save")
    _show(accountable, "5", "I will lead it")
    accountable.closes()
    for person in table.people:
        if person is not accountable:
            person.sees_typed(table.story.decision.second_proposal)
            person.presses("Answer in private")
            _show(person, "4", "Good")
            person.closes()


def _state_the_outcome(table: Table) -> None:
    accountable = _accountable(table)
    accountable.sees("State the outcome")
    accountable.presses("Open")
    accountable.writes("What was decided?", table.story.decision.outcome)
    accountable.writes("When do you look at it again?", _days_from_now(60))
    table.album.keep(accountable, "outcome")
    accountable.presses("Save")


def _stand_by_it(table: Table) -> None:
    question, decision = "Can you stand by it outside this team?", table.story.decision
    accountable = _accountable(table)
    accountable.picks(question, "Yes")
    accountable.presses("Save")
    accountable.closes()
    table.lead.presses("Answer in private")
    table.lead.picks(question, "Yes")
    table.lead.presses("Save")
    table.lead.closes()
    dissents = ((decision.signed_dissent, "Yes"), (decision.unsigned_dissent, "No"))
    for person, (note, signs) in zip(table.others[::2], dissents, strict=True):
        person.presses("Answer in private")
        person.picks(question, "Yes, and I want my dissent noted")
        person.presses("Save")
        person.writes("What should be noted?", note)
        person.picks("Put your name to this note?", signs)
        table.album.keep(person, f"dissent-signed-{signs.lower()}")
        person.presses("Save")
        person.closes()
    for person in table.people:
        person.sees("Decision: {title}", title=decision.title)
        person.sees_typed(f"{table.others[0].name}: {decision.signed_dissent}")
        person.sees_typed(decision.unsigned_dissent)
        person.sees_nowhere(f"{table.others[2].name}</span>: {decision.unsigned_dissent}")
    table.album.keep_and_inspect(table.lead, "record")


def _look_back(table: Table) -> None:
    for person in table.people:
        person.presses("Look back" if person is table.lead else "Answer in private")
        person.picks("How shared did it feel?", "Together")
        person.picks("Was your side heard?", "Yes")
        person.picks("Is it still right?", "Yes, keep it")
        table.album.keep(person, "look-back")
        person.presses("Save")
        person.closes()
    table.lead.sees("How shared it felt")
    table.lead.picks_command("/dec li", "/concord decide list")
    table.lead.sees_typed(*_logged(table))
    table.album.keep_and_inspect(table.lead, "list")


def _logged(table: Table) -> list[str]:
    """Return what stands in the list before and after the day."""
    lead = table.lead
    together = lead.reads("Together")
    narrowest = lead.reads("{holder} decides and explains", holder=table.story.parties[0])
    return lead.reads(
        "**{title}**, {day}. Expected: {expected}. Agreed: {agreed}. Felt: {felt}.",
        title=table.story.decision.title,
        day="|",
        expected=lead.reads("{first} to {last}", first=narrowest, last=together),
        agreed=together,
        felt=together,
    ).split("|")


def _accountable(table: Table) -> PersonAtScreen:
    return table.others[1]


def _show(person: PersonAtScreen, number: str, words: str) -> None:
    choice = f"{number} · {person.reads(words)}"
    person.picks_named("How much do you support it?", choice)
    person.presses("Save")


def _days_from_now(days: int) -> str:
    return (SystemClock().now() + timedelta(days=days)).date().isoformat()
