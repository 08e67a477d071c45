"""How a team agrees norms in a chat, chapter by chapter."""

from tests.browser.norms import CATEGORIES, OPENINGS
from tests.stories.people import Person
from tests.stories.table import Table


async def begin(table: Table[Person]) -> None:
    """The lead begins in the channel, where everybody finds it."""
    await table.lead.types("/concord norms start")
    await table.lead.picks("Time to write", "Ten minutes, now")
    await table.lead.presses("Save")
    for person in table.others:
        await person.sees("Write in silence")
        await person.presses("Answer in private")


async def write_in_silence(table: Table[Person]) -> None:
    """Everybody writes an idea for each question, and sees nobody else's."""
    for number, person in enumerate(table.people):
        await write_ideas(table, person, number)
        if number + 1 < len(table.people):
            await person.sees("{answered} of {count} have answered.", answered=number + 1, count=4)


async def write_ideas(table: Table[Person], person: Person, number: int) -> None:
    """Somebody answers all questions in the window in front of them, and closes it."""
    for category, ideas in zip(CATEGORIES, table.story.ideas, strict=True):
        for other in table.people:
            other.sees_nowhere(*(i for i, p in zip(ideas, table.people, strict=True) if p != other))
        await person.writes(category, ideas[number])
        await person.presses("Save" if category == CATEGORIES[-1] else "Save and continue")
    person.closes()


async def read_what_all_wrote(table: Table[Person]) -> None:
    """The ideas stand in the thread, without names."""
    reader = table.others[0]
    await reader.sees("Turn ideas into norms")
    await reader.opens_thread()
    for ideas in table.story.ideas:
        await reader.sees_typed(*ideas)
    reader.sees_not_in_thread(*table.story.people)
    reader.goes_back()


async def turn_ideas_into_norms(table: Table[Person]) -> None:
    """Two people turn the ideas into six sentences."""
    for number, category in enumerate(CATEGORIES):
        writer = table.others[number % 2]
        await writer.presses(category)
        await writer.sees_typed(*table.story.ideas[number])
        await writer.writes(OPENINGS[number], table.story.commitments[number])
        await writer.presses("Save")
        writer.closes()
    await table.lead.sees_typed(*table.story.commitments)


async def object_once(table: Table[Person]) -> None:
    """Three agree; one objects and says why, and it goes back to the team."""
    await _ask_for_consent(table)
    for person in table.others[:2]:
        await _agree(person)
    objector = table.others[2]
    await objector.presses("Answer in private")
    await objector.picks("Where do you stand?", "I object, and I say why")
    await objector.presses("Save")
    await objector.writes("Note or reason", table.story.objection)
    await objector.presses("Save")
    objector.closes()
    await objector.sees("Turn ideas into norms")


async def mend(table: Table[Person]) -> None:
    """The team reads the objection, and mends a sentence."""
    mender = table.others[0]
    await mender.sees("Turn ideas into norms")
    await mender.opens_thread()
    await mender.sees_typed(f"{table.story.people[3]}: {table.story.objection}")
    mender.goes_back()
    await mender.presses("Recordkeeping")
    await mender.writes(OPENINGS[1], table.story.mended)
    await mender.presses("Save")
    mender.closes()


async def all_agree(table: Table[Person]) -> None:
    """Everybody can live with the norms."""
    await _ask_for_consent(table)
    for person in table.others:
        await _agree(person)


async def _ask_for_consent(table: Table[Person]) -> None:
    lead = table.lead
    await lead.presses("Go on: {part}", part=lead.reads("Can everyone live with it?"))
    await lead.picks("Where do you stand?", "I agree")
    await lead.presses("Save")
    lead.closes()


async def _agree(person: Person) -> None:
    await person.sees("Can everyone live with it?")
    await person.presses("Answer in private")
    await person.picks("Where do you stand?", "I agree")
    await person.presses("Save")
    person.closes()


async def sign(table: Table[Person]) -> None:
    """Everybody signs the record, which is pinned."""
    for number, person in enumerate(table.people):
        await person.sees("{signed} of {here} members have signed.", signed=number, here=4)
        await person.presses("Sign")
    await table.lead.sees("{signed} of {here} members have signed.", signed=4, here=4)
    await table.lead.sees_pinned(table.story.mended)


async def check(table: Table[Person]) -> None:
    """Everybody says how the norms are kept."""
    await table.lead.types("/concord norms check")
    await _check(table.lead)
    for person in table.others:
        await person.sees("Which norms did we keep?")
        await person.presses("Answer in private")
        await _check(person)
    for person in table.people:
        await person.sees("{count} members answered.", count=4)


async def _check(person: Person) -> None:
    for category in CATEGORIES[:3]:
        await person.picks(category, "Kept")
    await person.presses("Save and continue")
    for category in CATEGORIES[3:]:
        await person.picks(category, "Partly kept")
    await person.presses("Save")
    person.closes()
