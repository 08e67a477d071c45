"""How a team makes a decision in a chat, keeps it, and looks back at it, chapter by chapter."""

from datetime import timedelta

from bot.clock import SystemClock
from tests.stories.people import Person
from tests.stories.table import Table


async def name_it(table: Table[Person]) -> None:
    """The lead says what is to be decided, and by whom."""
    lead, decision = table.lead, table.story.decision
    await lead.types("/concord decide start")
    await lead.writes("What is to be decided?", decision.title)
    await lead.writes("Why now? What should people know?", decision.why)
    await lead.picks_named("Which parties does it concern?", *table.story.parties)
    await lead.writes("Who is accountable for it in the end?", table.others[1].name)
    await lead.writes("When must it be decided?", days_from_now(30))
    await lead.presses("Save and continue")
    await lead.picks("Time to answer", "Ten minutes, now")
    await lead.presses("Save")


async def mark_blindly(table: Table[Person]) -> None:
    """Everybody marks what they expect; nobody sees the others' marks."""
    lead, other = table.story.parties
    steps = [
        table.lead.reads("{holder} decides and explains", holder=lead),
        table.lead.reads("{holder} decides after hearing {other}", holder=lead, other=other),
        table.lead.reads("Together"),
        table.lead.reads("Together"),
    ]
    for person, step in zip(table.people, steps, strict=True):
        person.sees_no_picture()
        if person is not table.lead:
            await person.presses("Answer in private")
        await person.picks_named("What do you expect will happen?", step)
        await person.picks("What do you wish would happen?", "Together")
        await person.presses("Save")
        person.closes()


async def talk_first(table: Table[Person]) -> None:
    """All see how far apart the marks are, and nobody's name."""
    lead = table.lead
    for person in table.people:
        await person.sees("Talk first")
        words = await person.sees_picture()
        assert lead.reads("{count} steps apart", count=2) in words
        assert [name for name in table.story.people if name in words] == []
    await lead.presses("Go on: {part}", part=lead.reads("Set the level"))


async def set_the_level(table: Table[Person]) -> None:
    """Whoever is accountable says how shared it will be, and proposes something."""
    accountable = table.others[1]
    await accountable.sees("Set the level")
    await accountable.presses("Open")
    await accountable.picks("How shared will it be?", "Together")
    await accountable.writes("Why this step?", table.story.decision.reason)
    await accountable.presses("Save")
    await accountable.picks("Way to decide", "Fist to five: everyone shows 3 or more")
    await accountable.presses("Save")
    await accountable.writes("The proposal", table.story.decision.proposal)
    await accountable.presses("Save")


async def show_a_concern(table: Table[Person]) -> None:
    """Three can go along; one is worried, and says why."""
    accountable, worried = table.others[1:]
    await _show(accountable, "4", "Good")
    for person in (table.lead, table.others[0]):
        await person.presses("Answer in private")
        await _show(person, "3", "Fine to go on")
    await worried.presses("Answer in private")
    await worried.picks_named(*_fingers(worried, "2", "I have a minor concern, let us talk"))
    await worried.presses("Save")
    await worried.writes("Concern", table.story.decision.concern)
    await worried.presses("Save")
    worried.closes()


async def change_the_proposal(table: Table[Person]) -> None:
    """The proposal takes the concern up, and everybody can go along."""
    accountable = table.others[1]
    await accountable.sees("Write a proposal")
    await accountable.presses("Open")
    await accountable.sees_typed(table.story.decision.concern)
    await accountable.writes("The proposal", table.story.decision.second_proposal)
    await accountable.presses("Save")
    await _show(accountable, "5", "I will lead it")
    for person in table.people:
        if person is not accountable:
            await person.sees_typed(table.story.decision.second_proposal)
            await person.presses("Answer in private")
            await _show(person, "4", "Good")


async def state_the_outcome(table: Table[Person]) -> None:
    """Whoever is accountable says what was decided."""
    accountable = table.others[1]
    await accountable.sees("State the outcome")
    await accountable.presses("Open")
    await accountable.writes("What was decided?", table.story.decision.outcome)
    await accountable.writes("When do you look at it again?", days_from_now(60))
    await accountable.presses("Save")


async def stand_by_it(table: Table[Person]) -> None:
    """Two stand by it, two want a dissent noted, one of them without a name."""
    question, decision = "Can you stand by it outside this team?", table.story.decision
    for person in (table.others[1], table.lead):
        if person is table.lead:
            await person.presses("Answer in private")
        await person.picks(question, "Yes")
        await person.presses("Save")
        person.closes()
    dissents = ((decision.signed_dissent, "Yes"), (decision.unsigned_dissent, "No"))
    for person, (note, signs) in zip(table.others[::2], dissents, strict=True):
        await person.presses("Answer in private")
        await person.picks(question, "Yes, and I want my dissent noted")
        await person.presses("Save")
        await person.writes("What should be noted?", note)
        await person.picks("Put your name to this note?", signs)
        await person.presses("Save")
        person.closes()
    for person in table.people:
        await person.sees("Decision: {title}", title=decision.title)
        await person.sees_typed(f"{table.others[0].name}: {decision.signed_dissent}")
        await person.sees_typed(decision.unsigned_dissent)
        person.sees_nowhere(f"{table.others[2].name}: {decision.unsigned_dissent}")


async def look_back(table: Table[Person]) -> None:
    """Everybody says how it felt, and the list keeps it."""
    for person in table.people:
        await person.presses("Look back" if person is table.lead else "Answer in private")
        await person.picks("How shared did it feel?", "Together")
        await person.picks("Was your side heard?", "Yes")
        await person.picks("Is it still right?", "Yes, keep it")
        await person.presses("Save")
        person.closes()
    await table.lead.sees("How shared it felt")
    await table.lead.types("/concord decide list")
    await table.lead.sees_typed(table.story.decision.title)


async def _show(person: Person, number: str, words: str) -> None:
    await person.picks_named(*_fingers(person, number, words))
    await person.presses("Save")
    person.closes()


def _fingers(person: Person, number: str, words: str) -> tuple[str, str]:
    return "How much do you support it?", f"{number} · {person.reads(words)}"


def days_from_now(days: int) -> str:
    """Return a day as it is written, and as a date picker gives it."""
    return (SystemClock().now() + timedelta(days=days)).date().isoformat()
