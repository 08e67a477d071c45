"""Whatever people type is words: it runs nothing, calls nobody, and stands there as it was typed.

A window reports every box that opens, every request to elsewhere and every error by itself.
"""

from itertools import cycle

from playwright.sync_api import expect

from tests.browser.people import PersonAtScreen
from tests.browser.windows import Windows
from tests.fakes.hostile import INJECTIONS
from workflows.limits import LONGEST_NAME

NAMES = [text for text in INJECTIONS if len(text) <= LONGEST_NAME]

ODD = {
    "nothing but spaces": "   ",
    "a zero byte": "a\0b",
    "half a character": "a\ud800b",
    "text that turns around": "a\u202eb",
    "a tower of accents": "a" + "\u0301" * 5000,
    "more than fits": "a" * 5000,
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "right to left": "\u05e9\u05dc\u05d5\u05dd <b>",
}
REFUSED = {"a zero byte", "more than fits"}

TYPE = """(box, units) => {
  box.value = String.fromCharCode(...units);
  box.dispatchEvent(new Event("input"));
}"""
"""Half a character has no other way into a page than as a number."""


def test_messages_are_only_words(windows: Windows) -> None:
    maria, joan = windows.person("maria"), windows.person("joan")

    for text in INJECTIONS:
        maria.types(f" {text}")
        joan.sees_typed(text)
    joan.opens_thread_of(INJECTIONS[0])
    joan.types(INJECTIONS[1])

    joan.sees_typed(INJECTIONS[0], INJECTIONS[1])
    maria.goes_to("@concord")
    for text in INJECTIONS:
        maria.types(f" {text}")
    maria.sees_typed(*INJECTIONS)


def test_commands_are_only_words(windows: Windows) -> None:
    dev = windows.person("dev")
    before = dev.feed.locator(".message").count()

    for text in INJECTIONS:
        dev.types(f"/concord {text}")

    answers = dev.has_messages(before + len(INJECTIONS))[before:]
    for answer in answers:
        heading = dev.page.locator(f"#{answer}.only h2")
        expect(heading).to_have_text(dev.reads("Unknown command"))


def test_odd_texts_are_shown_or_refused_with_a_sentence(windows: Windows) -> None:
    sam = windows.person("sam")

    outcomes = {name: _say(sam, text) for name, text in ODD.items()}

    assert {name for name, outcome in outcomes.items() if outcome == "refused"} == REFUSED
    sam.types("All is well.")
    sam.sees_typed("All is well.")


def _say(person: PersonAtScreen, text: str) -> str:
    """Send a text, and return what became of it; what is refused is kept for another look."""
    box = person.page.locator("#text")
    box.evaluate(TYPE, _units(text))
    person.settles(lambda: box.press("Enter"))
    if not person.page.locator("#composer-problem").inner_text().endswith("."):
        return "taken"
    expect(box).not_to_have_value("")
    return "refused"


def test_names_and_answers_are_only_words(windows: Windows) -> None:
    names = cycle(NAMES)
    lead = windows.person("joan")
    lead.becomes(next(names))

    lead.opens_channel(next(names))
    _set_up(lead, [next(names) for _ in range(5)])
    _write_norms(lead)

    lead.opens_thread()
    for text in INJECTIONS:
        lead.sees_typed(text)


def test_a_choice_that_was_not_offered_is_asked_again(windows: Windows) -> None:
    grace = windows.person("grace")
    grace.presses("Add a person")
    grace.writes("Name", "Robin")

    grace.dialog.get_by_label("English").evaluate("(choice, text) => choice.value = text", NAMES[0])
    grace.picks_named("Language", "English")
    grace.presses("Add this person")

    grace.sees("Please pick a language.")


def _set_up(lead: PersonAtScreen, names: list[str]) -> None:
    lead.types("/concord start")
    lead.writes("What is your partnership called?", names[0])
    lead.writes("Who is one party at the table?", names[1])
    lead.writes("Who is the other party?", names[2])
    lead.writes("Are there more parties?", f"{names[3]}\n{names[4]}")
    lead.presses("Save")
    lead.writes("What is the team called?", names[0])
    lead.picks_named("Which party are you here for?", names[1])
    lead.presses("Save")
    lead.sees_typed(names[0])
    lead.closes()


def _write_norms(lead: PersonAtScreen) -> None:
    lead.types("/concord norms start")
    lead.picks("Time to write", "Ten minutes, now")
    lead.presses("Save")
    for _page in range(6):
        lead.dialog.locator("textarea").fill("\n".join(INJECTIONS))
        lead.presses("Save" if _page == 5 else "Save and continue")
    lead.presses("Meeting logistics")
    lead.dialog.locator("textarea").fill(" ".join(INJECTIONS))
    lead.presses("Save")
    lead.sees_typed(" ".join(INJECTIONS))
    lead.closes()


def _units(text: str) -> list[int]:
    """Return a text as the numbers that JavaScript makes it of."""
    units = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
