"""Lessons along the way: saved by anybody on the team, changed, and found when looking back."""

import pytest

from tests.commands.looking_back import led_by_maria, pre_reads
from tests.commands.scenes import agree_norms
from tests.fakes.hostile import INJECTIONS
from tests.table import PRIVATE, Table
from workflows.records import Record
from workflows.retros import LessonKind, SavedLesson
from workflows.views import Ask, View

EARLY = "Ask families before the plan is written."
NAMED = "askthemearly"


async def saves(table: Table, who: str = "amara", text: str = EARLY) -> View:
    """Let somebody save a lesson about the issue."""
    await table.asks(who, "lesson save")
    return await table.fills(who, lesson=text, kind="About the issue")


async def saved(table: Table) -> Record:
    """Return the one record that there is."""
    (record,) = await table.records()
    return record


async def test_a_member_reads_who_can_see_a_lesson_before_they_save_it(table: Table) -> None:
    await table.asks("amara", "lesson save")

    assert table.text("amara").startswith(
        "# A lesson\n\n"
        "Something that Leadership team should not learn twice. It is shown again before you look "
        "back together.\n\n"
        "(Who can see this: everyone in your team's channel.)\n"
    )
    assert [asked.label for asked in table.form("amara").inputs] == [
        "What did you learn?",
        "Is it about the issue, or the way you work?",
    ]


async def test_a_lesson_is_kept_for_the_team_and_shown_to_it(table: Table) -> None:
    view = await saves(table)

    record = await saved(table)
    assert record.current.content == SavedLesson(text=EARLY, about=LessonKind.CONTENT)
    assert table.draw(view).startswith(
        f"# Saved lesson: {EARLY}\n\n> {EARLY}\n\nAbout the issue\n\n"
        "(It stays with your team, and is shown to it again before you look back.)\n"
    )
    assert (await table.posted())[-1].view.title == f"Saved lesson: {EARLY}"


async def test_a_long_lesson_is_called_by_how_it_begins(table: Table) -> None:
    await saves(table, text="Ask them early. " * 20)

    assert table.views["amara"].title == (
        "Saved lesson: Ask them early. Ask them early. Ask them early. Ask them ea…"
    )


@pytest.mark.parametrize("typed", [*INJECTIONS[:5], "نلتقي 👋", "=1+1"])
async def test_a_lesson_stays_as_it_was_typed(table: Table, typed: str) -> None:
    await saves(table, text=typed)

    content = (await saved(table)).current.content
    assert isinstance(content, SavedLesson)
    assert content.text == typed.strip()


async def test_a_form_that_is_sent_twice_saves_one_lesson(any_table: Table) -> None:
    await any_table.asks("amara", "lesson save")
    sent = any_table.form("amara").send.ask

    views = [
        await any_table.sends("amara", sent, {"lesson": EARLY, "kind": "content"}) for _ in range(2)
    ]

    assert len(await any_table.records()) == 1
    assert views[0] == views[1]


async def test_a_form_that_was_sent_opens_anew_for_another_lesson(table: Table) -> None:
    await table.asks("amara", "lesson save")
    sent = table.form("amara").send.ask
    await table.fills("amara", lesson=EARLY, kind="About the issue")

    await table.sends("amara", sent)
    await table.fills("amara", lesson="Begin on time.", kind="About the way we work together")

    assert len(await table.records()) == 2


async def test_what_is_missing_is_asked_for_at_its_field(table: Table) -> None:
    await table.asks("amara", "lesson save")

    await table.sends("amara", table.form("amara").send.ask, {"lesson": EARLY})

    assert table.values("amara") == {"lesson": EARLY}
    assert list(table.problems("amara")) == ["kind"]
    assert await table.records() == ()


async def test_a_student_named_in_a_lesson_is_asked_about_before_it_is_kept(table: Table) -> None:
    await saves(table, text="My student Emma Lopez cried in class.")

    assert list(table.problems("amara")) == ["lesson"]
    assert await table.records() == ()


async def test_what_another_team_has_named_looks_as_if_it_were_not_there(table: Table) -> None:
    team, raw = (await table.team()).id, {"lesson": EARLY, "kind": "content"}
    await table.sends("maria", Ask("lesson save", {"team": team, "new": NAMED}), raw)
    table.arrives("zoe", "Zoe Park")
    await table.founds_another("zoe")

    view = await table.sends("zoe", Ask("lesson save", {"new": NAMED}), raw, at="bridge")

    assert view.title == "Not found"


async def test_a_lesson_is_said_in_other_words(table: Table) -> None:
    await saves(table)
    await table.asks("joan", "lesson list")
    (record,) = await table.records()
    await table.sends("joan", Ask("record show", {"id": record.id}))

    await table.presses("joan", "Change")
    stood = table.values("joan")
    await table.fills("joan", lesson="Ask early.", kind="About the way we work together")

    after = await saved(table)
    assert stood == {"lesson": EARLY, "kind": "content"}
    assert [edition.content for edition in after.editions] == [
        SavedLesson(text=EARLY, about=LessonKind.CONTENT),
        SavedLesson(text="Ask early.", about=LessonKind.PROCESS),
    ]
    assert table.views["joan"].title == "Saved lesson: Ask early."


async def test_a_lesson_that_stays_as_it_was_has_no_new_edition(table: Table) -> None:
    await saves(table)

    await table.presses("amara", "Change")
    await table.fills("amara")

    assert (await saved(table)).current.number == 1


async def test_a_lesson_cannot_be_changed_into_nothing(table: Table) -> None:
    await saves(table)
    await table.presses("amara", "Change")

    await table.fills("amara", lesson="")

    assert list(table.problems("amara")) == ["lesson"]
    assert (await saved(table)).current.number == 1


async def test_only_a_saved_lesson_is_changed_like_this(table: Table) -> None:
    norms = await agree_norms(table)
    before = await table.kept()

    for id_ in (norms.id, "nothing"):
        view = await table.sends("maria", Ask("lesson change", {"id": id_}))

        assert (view.title, await table.kept()) == ("Not found", before)


async def test_saved_lessons_stand_in_the_list_of_lessons(table: Table) -> None:
    await saves(table)

    await table.asks("dev", "lesson list")

    assert table.text("dev") == (
        "# Lessons\n\nYours, and those that other teams of your partnership share.\n\n"
        f"## Ours\n\n- {EARLY}\n\n[Save a lesson] [Our retros]\n"
    )


async def test_saved_lessons_do_not_leave_their_team(table: Table) -> None:
    await saves(table)
    record = await saved(table)
    table.arrives("zoe", "Zoe Park")
    await table.founds_another("zoe")

    await table.asks("zoe", "lesson list", at="bridge")

    assert EARLY not in table.text("zoe")
    view = await table.sends("zoe", Ask("record show", {"id": record.id}), at=PRIVATE)
    assert view.title == "Not found"


async def test_a_team_reads_what_it_saved_before_it_looks_back(table: Table) -> None:
    await saves(table)

    await led_by_maria(table)
    await table.later(seconds=1)

    assert f"# Lessons saved along the way\n\n- {EARLY}\n" in (await pre_reads(table))[-1]
