"""How eight people look back in a chat, chapter by chapter; the facilitator does not go on."""

from collections.abc import Awaitable, Callable

from tests.stories.decision import days_from_now
from tests.stories.people import Person
from tests.stories.table import Table

Pass = Callable[[int], Awaitable[None]]
"""Lets minutes pass."""

FIRST, SECOND, THIRD = (
    "What did we want to reach?",
    "Did we do it as we had planned?",
    "Could we see how far we were?",
)


async def plan(table: Table[Person], topic: str) -> Person:
    """The lead plans it; return whom the lot fell on, who is told so in private."""
    lead = table.lead
    await lead.types("/concord retro start")
    await lead.writes("What do you look back on?", topic)
    await lead.picks("How do you want to do it?", "Together, in an hour")
    await lead.presses("Save")
    lead.closes()
    await lead.sees("Get ready")

    def drawn() -> list[Person]:
        return [person for person in table.people if _facilitates(table, person, topic)]

    (chosen,) = await lead.finds(drawn, "somebody who was drawn")
    await lead.sees("{name} facilitates.", name=chosen.name)
    return chosen


def _facilitates(table: Table[Person], person: Person, topic: str) -> bool:
    return person.was_told(
        "You facilitate **{title}** in the team {team}. You need not prepare: I show you what to "
        "say at each step.",
        title=topic,
        team=table.story.team,
    )


async def get_ready(table: Table[Person], facilitator: Person) -> None:
    """What the team keeps is put into the thread, and the facilitator begins."""
    reader = table.others[0]
    await reader.opens_thread()
    await reader.sees("To look through before: {title}", title=table.story.retro.topic)
    reader.goes_back()
    await facilitator.presses("Open")
    await facilitator.presses("Begin now")
    facilitator.closes()


async def write(table: Table[Person], time_passes: Pass) -> None:
    """Two write in silence, one of them with their name; the others let the time pass."""
    retro, (first, second) = table.story.retro, table.people[:2]
    await first.presses("Answer in private")
    await _answer(first, (FIRST, SECOND, THIRD), (retro.aims[0], retro.aims[1], retro.aims[3]))
    await second.presses("Answer in private")
    await second.writes(FIRST, retro.signed)
    await second.picks("Put your name to it?", "Yes")
    await second.presses("Save and continue")
    await _answer(second, (SECOND, THIRD), (retro.aims[2], retro.nearer))
    here = len(table.people)
    await table.lead.sees("{answered} of {count} have answered.", answered=2, count=here)
    for person in table.others[1:]:
        person.sees_nowhere(*retro.aims, retro.signed)
    await time_passes(3)
    await table.lead.sees("Talk about aims and what we did")


async def read_what_all_wrote(table: Table[Person]) -> None:
    """It stands in the thread, with one name."""
    retro, reader = table.story.retro, table.others[1]
    await reader.opens_thread()
    await reader.sees_typed(*retro.aims, f"{table.others[0].name}: {retro.signed}")
    reader.sees_not_in_thread(*(p.name for p in table.people if p != table.others[0]))
    reader.goes_back()


async def take_notes(table: Table[Person], scribe: Person) -> None:
    """Somebody takes the notes, and puts together what means the same."""
    await scribe.presses("Open")
    await scribe.presses("I take the notes")
    await scribe.sees("{name} takes the notes.", name=scribe.name)
    await scribe.presses("Put alike together")
    await scribe.sees("Do these mean the same?")
    await scribe.presses("Put them together")
    await scribe.sees("Together so far")
    await scribe.presses("Notes")
    await scribe.writes("Notes: aims and what we did", table.story.retro.note)
    await scribe.presses("Save")
    scribe.closes()
    await table.others[1].sees_typed(table.story.retro.note)


async def take_over(table: Table[Person], absent: Person, time_passes: Pass) -> Person:
    """The facilitator does not go on; somebody of the other party is asked, and does."""
    others = across(table, absent)
    await time_passes(12)

    def asked() -> list[Person]:
        return [person for person in others if _is_asked(table, person, absent)]

    (deputy,) = await table.lead.finds(asked, "somebody who is asked to go on")
    deputy.goes_to_own_messages()
    await deputy.presses("Facilitate")
    await deputy.sees("For you as facilitator")
    deputy.goes_back()
    return deputy


def across(table: Table[Person], person: Person) -> list[Person]:
    """Return those who sit at the table for the other party."""
    side = table.people.index(person) // 2 % 2
    return [other for at, other in enumerate(table.people) if at // 2 % 2 != side]


def _is_asked(table: Table[Person], person: Person, absent: Person) -> bool:
    return person.was_told(
        "**{title}** in the team {team} waits for {name}, who may be away. Will you go on instead?",
        title=table.story.retro.topic,
        team=table.story.team,
        name=absent.name,
    )


async def go_through_the_other_sections(
    table: Table[Person], facilitator: Person, time_passes: Pass
) -> None:
    """One writes what came of it, nobody how the team works together, one what is ahead."""
    lead, retro = table.lead, table.story.retro
    await _goes_on(facilitator, "Write about results")
    await lead.presses("Answer in private")
    came = ("What came of it, and what shows it?", "Are we nearer to our goal?")
    await _answer(lead, came, (retro.result, retro.nearer))
    await time_passes(3)
    await _goes_on(facilitator, "Write about how we work together")
    await time_passes(3)
    await _goes_on(facilitator, "Write about what is ahead")
    writer = table.others[0]
    await writer.presses("Answer in private")
    ahead = ("Where should we get better next?", "How do we work together better?")
    await _answer(writer, ahead, (retro.ahead, retro.together))
    await time_passes(2)
    await lead.sees("What matters most?")


async def put_dots(table: Table[Person]) -> None:
    """Everybody says what matters most to them."""
    retro = table.story.retro
    for person in table.people:
        await person.presses("Answer in private")
        await person.picks_named("Where do you put your dots?", retro.result)
        await person.presses("Save")
        person.closes()
    await table.lead.sees("Lessons and actions")


async def harvest(table: Table[Person], scribe: Person, facilitator: Person) -> None:
    """The team writes down lessons, what two of them will do, and what there is to celebrate."""
    retro = table.story.retro
    await _learn(scribe, retro.lessons[0], "About the issue")
    await _learn(scribe, retro.lessons[1], "About the way we work together")
    await _promise(scribe, retro.actions[0], table.lead, retro.plan)
    await _promise(scribe, retro.actions[1], table.others[1], retro.plan)
    await scribe.presses("To celebrate")
    await scribe.writes("What is there to celebrate, in one line?", retro.celebrate)
    await scribe.presses("Save")
    scribe.closes()
    await facilitator.sees_typed(*retro.lessons, *retro.actions, retro.celebrate)
    await _goes_on(facilitator, "Before we part")


async def _learn(scribe: Person, lesson: str, kind: str) -> None:
    await scribe.presses("Lessons")
    await scribe.writes("What did you learn?", lesson)
    await scribe.picks("Is it about the issue, or the way you work?", kind)
    await scribe.picks("Who should hear of it?", "Everyone in our partnership")
    await scribe.presses("Save")
    scribe.closes()


async def _promise(scribe: Person, action: str, owner: Person, plan: str) -> None:
    await scribe.presses("Actions")
    await scribe.writes("What will be done?", action)
    await scribe.writes("Who does it?", owner.name)
    await scribe.writes("By when?", days_from_now(30))
    await scribe.writes("When and where will you do it?", plan)
    await scribe.presses("Save")
    scribe.closes()


async def part(table: Table[Person]) -> None:
    """Everybody says whether it was worth the time, and the record is there."""
    for person in table.people:
        await person.presses("Answer in private")
        await person.picks("Was this worth the time?", "Yes")
        await person.picks("May the lessons be shared as they stand?", "Yes")
        await person.presses("Save")
        person.closes()


async def sign(table: Table[Person]) -> None:
    """Everybody signs the record."""
    here = len(table.people)
    for number, person in enumerate(table.people):
        await person.sees("{signed} of {here} members have signed.", signed=number, here=here)
        await person.presses("Sign")
    await table.lead.sees("{signed} of {here} members have signed.", signed=here, here=here)


async def begin_with_the_promises(table: Table[Person], before: Person) -> None:
    """The next retro, led by the other party, begins with what was promised the last time."""
    retro = table.story.retro
    facilitator = await plan(table, retro.next_topic)
    assert facilitator in across(table, before)
    await facilitator.presses("Open")
    await facilitator.presses("Begin now")
    await facilitator.sees("What we promised last time")
    owners = (table.lead, table.others[1])
    promised = zip(retro.actions, owners, strict=True)
    await facilitator.sees_typed(*(f"{action} ({owner.name})" for action, owner in promised))


async def hold(table: Table[Person], time_passes: Pass) -> None:
    """Everything, from the plan to the record that all sign, and the next one's beginning."""
    absent = await plan(table, table.story.retro.topic)
    across_from = across(table, absent)
    scribe = next(p for p in table.people if p != absent and p not in across_from)
    await get_ready(table, absent)
    await write(table, time_passes)
    await read_what_all_wrote(table)
    await take_notes(table, scribe)
    deputy = await take_over(table, absent, time_passes)
    await go_through_the_other_sections(table, deputy, time_passes)
    await put_dots(table)
    await harvest(table, scribe, deputy)
    await part(table)
    await sign(table)
    await begin_with_the_promises(table, deputy)


async def _goes_on(facilitator: Person, part: str) -> None:
    """The facilitator goes on, and leaves the form for later."""
    await facilitator.presses("Go on: {part}", part=facilitator.reads(part))
    facilitator.closes()


async def _answer(person: Person, questions: tuple[str, ...], answers: tuple[str, ...]) -> None:
    """Somebody answers what is asked, a page at a time, and closes the form."""
    for question, answer in zip(questions, answers, strict=True):
        await person.writes(question, answer)
        await person.presses("Save" if question == questions[-1] else "Save and continue")
    person.closes()
