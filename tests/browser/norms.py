"""How a team agrees norms in the workspace, chapter by chapter."""

from tests.browser.people import PersonAtScreen
from tests.browser.table import Table

CATEGORIES = (
    "Meeting logistics",
    "Recordkeeping",
    "Participation",
    "Decision making",
    "Expectations",
    "Communication",
)
OPENINGS = (
    "Our meeting arrangements are …",
    "Notes and records are kept by …",
    "So that everyone takes part we agree …",
    "When something must be decided we will …",
    "To keep ourselves to this we will …",
    "When we describe the partnership we will …",
)


def write_in_silence(table: Table) -> None:
    """Everybody writes an idea for each question, and sees nobody else's."""
    table.lead.picks_command("/nor", "/concord norms start")
    table.album.keep(table.lead, "pace")
    table.lead.picks("Time to write", "Ten minutes, now")
    table.lead.presses("Save")
    for person in table.others:
        person.sees("Write in silence")
        person.presses("Answer in private")
    table.album.keep_and_inspect(table.lead, "first-idea")
    for number, person in enumerate(table.people):
        _write_ideas(table, person, number)


def _write_ideas(table: Table, person: PersonAtScreen, number: int) -> None:
    for category, ideas in zip(CATEGORIES, table.story.ideas, strict=True):
        for other in table.people:
            other.sees_nowhere(*ideas[:number])
        person.writes(category, ideas[number])
        person.presses("Save" if category == CATEGORIES[-1] else "Save and continue")
    if number + 1 < len(table.people):
        person.sees("{answered} of {count} have answered.", answered=number + 1, count=4)
        table.album.keep(person, f"{number + 1}-answered")
    person.closes()


def read_what_all_wrote(table: Table) -> None:
    """The ideas stand in the thread, without names."""
    reader = table.others[0]
    reader.sees("Turn ideas into norms")
    table.album.keep_and_inspect(reader, "ideas-are-in")
    reader.opens_thread()
    for ideas in table.story.ideas:
        reader.sees_typed(*ideas)
    table.album.keep_and_inspect(reader, "thread")
    replies = "".join(reader.feed.locator(".message + .message").all_inner_texts())
    assert [name for name in table.story.people if name in replies] == []
    reader.goes_back()


def turn_ideas_into_norms(table: Table) -> None:
    """Two people turn the ideas into six sentences."""
    first, second = table.others[:2]
    for number, category in enumerate(CATEGORIES):
        writer = (first, second)[number % 2]
        writer.presses(category)
        writer.sees_typed(*table.story.ideas[number])
        writer.writes(OPENINGS[number], table.story.commitments[number])
        if number == 0:
            table.album.keep(writer, "merge")
        writer.presses("Save")
        writer.closes()
    table.lead.sees_typed(*table.story.commitments)
    table.album.keep(table.lead, "commitments")


def object_once(table: Table) -> None:
    """Three agree; one objects and says why, and it goes back to the team."""
    table.lead.presses("Go on: {part}", part=table.lead.reads("Can everyone live with it?"))
    table.lead.picks("Where do you stand?", "I agree")
    table.lead.presses("Save")
    table.lead.closes()
    for person in table.others[:2]:
        _agree(person)
    objector = table.others[2]
    objector.presses("Answer in private")
    objector.picks("Where do you stand?", "I object, and I say why")
    objector.presses("Save")
    objector.writes("Note or reason", table.story.objection)
    table.album.keep(objector, "objection")
    objector.presses("Save")
    objector.sees("Turn ideas into norms")
    objector.closes()


def mend(table: Table) -> None:
    """The team reads the objection, and mends a sentence."""
    mender = table.others[0]
    mender.sees("Turn ideas into norms")
    mender.sees("{count} replies", count=7)
    table.album.keep(mender, "objected")
    mender.opens_thread()
    mender.sees_typed(f"{table.story.people[3]}: {table.story.objection}")
    mender.goes_back()
    mender.presses("Recordkeeping")
    mender.writes(OPENINGS[1], table.story.mended)
    mender.presses("Save")
    mender.closes()


def all_agree(table: Table) -> None:
    """Everybody can live with the norms."""
    lead = table.lead
    lead.presses("Go on: {part}", part=lead.reads("Can everyone live with it?"))
    lead.picks("Where do you stand?", "I agree")
    table.album.keep_and_inspect(lead, "consent")
    lead.presses("Save")
    lead.closes()
    for person in table.others:
        _agree(person)


def _agree(person: PersonAtScreen) -> None:
    person.sees("Can everyone live with it?")
    person.presses("Answer in private")
    person.picks("Where do you stand?", "I agree")
    person.presses("Save")
    person.closes()


def sign(table: Table) -> None:
    """Everybody signs the record, which is pinned."""
    for number, person in enumerate(table.people):
        person.sees("{signed} of {here} members have signed.", signed=number, here=4)
        person.presses("Sign")
    table.lead.sees("{signed} of {here} members have signed.", signed=4, here=4)
    table.album.keep_and_inspect(table.lead, "signed")
    table.lead.presses("Pinned ({count})", count=2)
    table.lead.sees_typed(table.story.mended)
    table.album.keep(table.lead, "pinned")
    table.lead.closes()


def take_away(table: Table) -> None:
    """Somebody takes the record away as a file, which comes as a message for them alone."""
    person = table.others[0]
    person.presses("Show")
    person.presses("Take it away")
    person.picks("As what kind of file?", "PDF, to print or to send")
    table.album.keep_and_inspect(person, "take-away")
    person.presses("Give me the file")
    person.gets_file(begins=b"%PDF-")
    table.album.keep_and_inspect(person, "file")
    table.lead.sees_nowhere(".pdf")


def check_a_week_later(table: Table) -> None:
    """A week later everybody says how the norms are kept."""
    table.lead.presses("+1 week")
    table.lead.picks_command("/nor che", "/concord norms check")
    _check(table, table.lead)
    for person in table.others:
        person.sees("Which norms did we keep?")
        person.presses("Answer in private")
        _check(table, person)
    for person in table.people:
        person.sees("{count} members answered.", count=4)
    table.album.keep_and_inspect(table.lead, "norm-check")


def _check(table: Table, person: PersonAtScreen) -> None:
    for category in CATEGORIES[:3]:
        person.picks(category, "Kept")
    table.album.keep(person, "check")
    person.presses("Save and continue")
    for category in CATEGORIES[3:]:
        person.picks(category, "Partly kept")
    person.presses("Save")
    person.closes()
