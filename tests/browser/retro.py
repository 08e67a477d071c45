"""How a team looks back in the workspace, chapter by chapter."""

from datetime import timedelta

from bot.clock import SystemClock
from tests.browser.people import PersonAtScreen
from tests.browser.table import Table

LOOKS = 100
"""How often to look for what comes to one of several people, with a tenth of a second between."""

FIRST, SECOND, THIRD = (
    "What did we want to reach?",
    "Did we do it as we had planned?",
    "Could we see how far we were?",
)


def plan(table: Table, pace: str, *, day: str = "") -> None:
    """The lead says what the team looks back on, and how."""
    lead = table.lead
    lead.types("/concord retro start")
    lead.writes("What do you look back on?", table.story.retro.topic)
    lead.picks("How do you want to do it?", pace)
    if day:
        lead.writes("On which day does it begin?", day)
        lead.writes("At what time?", "00:00")
    table.album.keep(lead, "plan")
    lead.presses("Save")
    lead.closes()
    lead.sees("Get ready")
    table.album.keep(lead, "planned")


def in_three_days() -> str:
    """Return a day that is two or three days off, in whatever zone the team is."""
    return (SystemClock().now() + timedelta(days=3, hours=-12)).date().isoformat()


def drawn(table: Table) -> PersonAtScreen:
    """Return whom the lot fell on, as the channel says it, who is told so in private."""
    lead = table.lead
    says = {p.name: lead.reads("{name} facilitates.", name=p.name) for p in table.people}
    card = lead.feed.locator(".message").last.inner_text()
    (chosen,) = [person for person in table.people if says[person.name] in card]
    chosen.goes_to("@concord")
    chosen.sees_typed(table.story.retro.topic)
    table.album.keep(chosen, "drawn")
    chosen.goes_to(table.story.channel)
    return chosen


def get_ready(table: Table) -> None:
    """Two days before, what the team keeps is put into the thread; then the time comes."""
    lead = table.lead
    lead.presses("+1 day")
    lead.sees("{count} replies", count=1)
    lead.opens_thread()
    lead.sees("To look through before: {title}", title=table.story.retro.topic)
    table.album.keep(lead, "pre-read")
    lead.goes_back()
    lead.presses("+1 week")
    lead.sees("Write about aims and what we did")


def write(table: Table) -> None:
    """Four write in silence, one of them with their name; nobody sees anything before the end."""
    retro, (first, second, third, fourth) = table.story.retro, table.people[:4]
    table.album.keep(first, "write")
    for person, answers in (
        (first, (retro.aims[0], retro.aims[1])),
        (second, ("", retro.aims[2])),
        (third, ("", retro.aims[3])),
        (fourth, (retro.signed, "")),
    ):
        person.presses("Answer in private")
        person.writes(FIRST, answers[0])
        if answers[0] == retro.signed:
            person.picks("Put your name to it?", "Yes")
            table.album.keep(person, "with-my-name")
        person.presses("Save and continue")
        person.writes(SECOND, answers[1])
        person.presses("Save and continue")
        person.sees(THIRD)
        person.presses("Save")
        person.closes()
    table.lead.sees("{answered} of {count} have answered.", answered=4, count=len(table.people))
    for other in (third, fourth):
        other.sees_nowhere(*retro.aims[:3])


def read_what_all_wrote(table: Table) -> None:
    """The time is up, and what was written stands in the thread, with one name."""
    retro, lead = table.story.retro, table.lead
    lead.presses("+10 min")
    lead.sees("Talk about aims and what we did")
    lead.sees("{count} replies", count=3)
    table.album.keep_and_inspect(lead, "talk")
    lead.opens_thread()
    lead.sees_typed(*retro.aims, retro.signed)
    table.album.keep(lead, "thread")
    replies = "".join(lead.feed.locator(".message + .message").all_inner_texts())
    assert [p.name for p in table.people if p.name in replies] == [table.people[3].name]
    lead.goes_back()


def take_notes(table: Table, scribe: PersonAtScreen) -> None:
    """Somebody takes the notes, and puts together what means the same."""
    scribe.presses("Open")
    table.album.keep(scribe, "where-we-stand")
    scribe.presses("I take the notes")
    scribe.sees("{name} takes the notes.", name=scribe.name)
    scribe.presses("Put alike together")
    table.album.keep_and_inspect(scribe, "alike")
    scribe.presses("Put them together")
    scribe.sees("Together so far")
    table.album.keep(scribe, "together")
    scribe.presses("Notes")
    scribe.writes("Notes: aims and what we did", table.story.retro.note)
    table.album.keep(scribe, "notes")
    scribe.presses("Save")
    scribe.closes()
    table.lead.sees_typed(table.story.retro.note)


def take_over(table: Table, absent: PersonAtScreen) -> PersonAtScreen:
    """The facilitator does not go on; somebody of the other party is asked, and does."""
    others = [p for p in table.people if is_for_first(table, p) != is_for_first(table, absent)]
    for person in others:
        person.goes_to("@concord")
    table.lead.presses("+10 min")
    table.lead.presses("+10 min")
    deputy = _asked(others)
    table.album.keep_and_inspect(deputy, "deputy")
    deputy.presses("Facilitate")
    deputy.sees("For you as facilitator")
    table.album.keep(deputy, "took-over")
    for person in others:
        person.goes_to(table.story.channel)
    table.lead.sees("{name} facilitates.", name=deputy.name)
    return deputy


def is_for_first(table: Table, person: PersonAtScreen) -> bool:
    """Say whether somebody is at the table for the first party."""
    return table.people.index(person) // 2 % 2 == 0


def _asked(people: list[PersonAtScreen]) -> PersonAtScreen:
    for _ in range(LOOKS):
        for person in people:
            if person.button("Facilitate").count():
                return person
        people[0].page.wait_for_timeout(100)
    raise AssertionError([person.page.content() for person in people])


def go_through_the_other_sections(
    table: Table, facilitator: PersonAtScreen, clock: str = "+10 min"
) -> None:
    """One writes what came of it, nobody how the team works together, one what is ahead."""
    lead, retro = table.lead, table.story.retro
    goes_on(facilitator, "Write about results")
    _writes(lead, "What came of it, and what shows it?", retro.result)
    lead.presses(clock)
    lead.sees("Talk about results")
    goes_on(facilitator, "Write about how we work together")
    lead.presses(clock)
    lead.sees("Talk about how we work together")
    goes_on(facilitator, "Write about what is ahead")
    _writes(table.others[0], "Where should we get better next?", retro.ahead)
    lead.presses(clock)
    lead.sees("What matters most?")


def goes_on(facilitator: PersonAtScreen, part: str) -> None:
    """The facilitator goes on, and leaves the form for later if there is one."""
    facilitator.presses("Go on: {part}", part=facilitator.reads(part))
    facilitator.closes()


def _writes(person: PersonAtScreen, question: str, answer: str) -> None:
    person.presses("Answer in private")
    person.writes(question, answer)
    person.presses("Save and continue")
    person.presses("Save")
    person.closes()


def put_dots(table: Table) -> None:
    """Everybody says what matters most to them, and only the sums are shown."""
    retro = table.story.retro
    for person in table.people:
        person.presses("Answer in private")
        person.picks_named("Where do you put your dots?", retro.result)
        if person is table.lead:
            table.album.keep_and_inspect(person, "dots")
        person.presses("Save")
        person.closes()
    table.lead.sees("Lessons and actions")


def harvest(table: Table, scribe: PersonAtScreen, facilitator: PersonAtScreen) -> None:
    """The team writes down lessons, what two of them will do, and what there is to celebrate."""
    _learn(table, scribe)
    _promise(table, scribe)
    scribe.presses("To celebrate")
    scribe.writes("What is there to celebrate, in one line?", table.story.retro.celebrate)
    scribe.presses("Save")
    scribe.closes()
    facilitator.sees_typed(*table.story.retro.lessons, *table.story.retro.actions)
    facilitator.presses("Open")
    table.album.keep_and_inspect(facilitator, "harvest")
    goes_on(facilitator, "Before we part")


def _learn(table: Table, scribe: PersonAtScreen) -> None:
    first, second = table.story.retro.lessons
    scribe.presses("Lessons")
    _lesson(scribe, first, "About the issue")
    table.album.keep(scribe, "lesson")
    scribe.presses("Save and add another")
    _lesson(scribe, second, "About the way we work together")
    scribe.presses("Save")
    scribe.closes()


def _lesson(scribe: PersonAtScreen, lesson: str, kind: str) -> None:
    scribe.writes("What did you learn?", lesson)
    scribe.picks("Is it about the issue, or the way you work?", kind)
    scribe.picks("Who should hear of it?", "Everyone in our partnership")


def _promise(table: Table, scribe: PersonAtScreen) -> None:
    first, second = table.story.retro.actions
    scribe.presses("Actions")
    _action(scribe, first, table.lead.name)
    scribe.writes("When and where will you do it?", table.story.retro.plan)
    table.album.keep(scribe, "action")
    scribe.presses("Save and add another")
    _action(scribe, second, table.others[1].name)
    scribe.presses("Save")
    scribe.closes()


def _action(scribe: PersonAtScreen, action: str, owner: str) -> None:
    scribe.writes("What will be done?", action)
    scribe.writes("Who does it?", owner)
    scribe.writes("By when?", (SystemClock().now() + timedelta(days=60)).date().isoformat())


def part(table: Table) -> None:
    """Everybody says whether it was worth the time, and the record is there."""
    for person in table.people:
        person.presses("Answer in private")
        person.picks("Was this worth the time?", "Yes")
        person.picks("May the lessons be shared as they stand?", "Yes")
        if person is table.lead:
            table.album.keep(person, "before-we-part")
        person.presses("Save")
        person.closes()


def sign(table: Table) -> None:
    """Everybody signs the record."""
    here = len(table.people)
    for number, person in enumerate(table.people):
        person.sees("{signed} of {here} members have signed.", signed=number, here=here)
        person.presses("Sign")
    table.lead.sees("{signed} of {here} members have signed.", signed=here, here=here)
    table.album.keep_and_inspect(table.lead, "signed")
    table.lead.presses("Show")
    table.lead.sees_typed(table.story.retro.celebrate, *table.story.retro.lessons)
    first, second = table.story.retro.actions
    table.lead.sees_typed(f"{first} ({table.lead.name}", f"{second} ({table.others[1].name}")
    table.album.keep_and_inspect(table.lead, "record")


def begin(table: Table, facilitator: PersonAtScreen) -> None:
    """The facilitator begins when all are there, and nobody writes on the first day."""
    facilitator.presses("Open")
    facilitator.presses("Begin now")
    facilitator.closes()
    table.lead.sees("Write about aims and what we did")
    table.lead.presses("+1 day")
    table.lead.sees("Talk about aims and what we did")


def begin_with_the_promises(table: Table, facilitator: PersonAtScreen) -> None:
    """The next retro begins with what was promised the last time."""
    first, second = table.story.retro.actions
    facilitator.presses("Open")
    facilitator.presses("Begin now")
    facilitator.sees("What we promised last time")
    facilitator.sees_typed(f"{first} ({table.lead.name})", f"{second} ({table.others[1].name})")
    table.album.keep_and_inspect(facilitator, "promised")
