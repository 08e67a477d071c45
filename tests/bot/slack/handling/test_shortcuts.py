"""Shortcuts: a message becomes a decision to check in on; Concord opens from anywhere."""

from commands.practice import CHANNEL
from tests.bot.slack.handling.people import People
from tests.bot.slack.handling.slack import FakeSlack
from tests.table import Table
from workflows.retros import LessonKind, SavedLesson


async def test_a_message_is_proposed_as_a_decision(people: People, table: Table) -> None:
    await people.use("joan", "log_decision", text="Move the lunch break\nIt is too late for many.")

    assert people.values("joan") == {
        "title": "Move the lunch break",
        "why": "Move the lunch break\nIt is too late for many.",
    }
    assert "title" not in (await table.conversation("decision")).sheet


async def test_a_short_message_is_only_a_title(people: People) -> None:
    await people.use("joan", "log_decision", text="  Move the lunch break ")

    assert people.values("joan") == {"title": "Move the lunch break"}


async def test_a_long_message_is_cut_to_what_fits(people: People) -> None:
    await people.use("joan", "log_decision", text="long " * 1000)

    assert {key: len(value) for key, value in people.values("joan").items()} == {
        "title": 150,
        "why": 1500,
    }


async def test_the_marks_of_slack_become_words(people: People) -> None:
    await people.use(
        "joan",
        "log_decision",
        text="<@maria> <@UGONE> <!here> <#C1|general> &lt;3 <https://a.example|a page> "
        "<https://b.example> &amp;amp; <!subteam^S1|@staff>",
    )

    assert people.values("joan") == {
        "title": "María Ortega … … general <3 a page https://b.example &amp; @staff"
    }


async def test_what_was_answered_already_is_not_written_over(people: People) -> None:
    await people.use("joan", "log_decision", text="Move the lunch break")
    await people.send(
        "joan",
        parties=("District administration", "Educators' association"),
        accountable="Dev Patel",
        decide_by="2026-02-02",
    )
    await people.press("joan", "Back")
    kept = people.values("joan")
    people.slack.windows["joan"].clear()

    await people.use("joan", "log_decision", text="Paint the hall")

    assert kept == people.values("joan") == {"title": "Move the lunch break"}


async def test_a_message_is_proposed_as_an_action_item(people: People, table: Table) -> None:
    before = await table.kept()

    await people.use("joan", "make_action", text="<@maria> &amp; I\nbook the hall")

    assert people.values("joan") == {"what": "María Ortega & I book the hall"}
    assert await table.kept() == before


async def test_a_proposed_action_item_is_kept_when_it_is_sent(people: People, table: Table) -> None:
    await people.use("joan", "make_action", text="Book the hall")

    await people.send("joan", owner="Dev Patel")

    team = (await table.team()).id
    items = await table.database.run(lambda work: work.actions.of_team(team))
    dev = await table.member("Dev Patel")
    assert [(item.what, item.owner) for item in items] == [("Book the hall", dev)]


async def test_a_message_is_proposed_as_a_lesson(people: People, table: Table) -> None:
    before = await table.kept()

    await people.use("joan", "save_lesson", text="<@maria> says:\nask families &lt;early&gt;")

    assert people.values("joan") == {"lesson": "María Ortega says:\nask families <early>"}
    assert await table.kept() == before


async def test_a_proposed_lesson_is_kept_when_it_is_sent(people: People, table: Table) -> None:
    await people.use("joan", "save_lesson", text="Ask families early.")

    await people.send("joan", kind="About the issue")

    (record,) = await table.records()
    assert record.current.content == SavedLesson(
        text="Ask families early.", about=LessonKind.CONTENT
    )


async def test_somebody_who_is_not_on_the_team_is_told_so(people: People, slack: FakeSlack) -> None:
    await people.use("eve", "log_decision", text="Move the lunch break")

    assert "You are not on the team “Leadership team” yet." in people.reads("eve")
    assert slack.windows == {}


async def test_concord_opens_from_anywhere(people: People) -> None:
    await people.use("maria", "open_concord")

    assert "Nothing waits for you just now." in people.sees("maria")


async def test_an_unknown_shortcut_says_that_it_is_old(people: People) -> None:
    await people.use("maria", "sing_along", text="Start on time")

    assert "This button is from an older version." in people.reads("maria")
    assert people.slack.whispers[-1].channel == CHANNEL
