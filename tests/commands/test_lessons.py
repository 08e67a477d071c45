"""Lessons: what a team has learned, what others share with it, and what stays with them."""

from datetime import date
from functools import partial

import pytest
from sqlalchemy import Engine, event

from storage.work import Work
from tests.commands.looking_back import finish, plan_retro
from tests.databases import START
from tests.table import Table
from workflows import asks
from workflows.identifiers import MemberId, RecordId, TeamId
from workflows.people import Team, TeamKind
from workflows.records import Record, RecordEdition
from workflows.retros import Lesson, LessonKind, Retro, Share
from workflows.views import Privacy

LONG = "We ask early, and each side says first what it heard. " * 20


async def test_a_team_without_lessons_reads_how_to_come_by_some(table: Table) -> None:
    await table.asks("maria", "lesson list")

    assert table.text("maria") == (
        "# Lessons\n\nThere are no lessons yet. A retro brings some.\n\n"
        "[Plan a retro] [Save a lesson]\n"
    )


async def test_a_team_without_retros_can_plan_one(table: Table) -> None:
    await table.asks("maria", "retro list")

    assert table.text("maria") == (
        "# Lessons learned\n\n"
        "Your team has not looked back here yet. It takes about an hour.\n\n"
        "[Plan a retro] [Lessons]\n"
    )


async def test_a_team_finds_its_retros_and_opens_one(table: Table) -> None:
    await plan_retro(table)
    await finish(table)
    await table.asks("joan", "retro list")
    assert table.views["joan"].summary == "Your team looked back 1 time."

    await table.picks("joan", "Lessons learned: Our first year")

    assert "Ask early" in table.text("joan")


async def test_what_a_team_has_learned_stands_among_its_lessons(table: Table) -> None:
    await plan_retro(table)
    await finish(table)

    await table.asks("joan", "lesson list")

    assert "## Ours\n\n- Ask early\n" in table.text("joan")


async def test_a_plan_begins_from_the_card_of_the_team(table: Table) -> None:
    await table.asks("maria", "home")

    await table.presses("maria", "Plan a retro")

    assert [asked.id for asked in table.form("maria").inputs] == ["topic", "pace", "day", "time"]


@pytest.mark.parametrize(
    ("share", "sharing", "privacy", "is_read"),
    [
        (Share.PARTNERS, {"yes": 4}, Privacy.TEAM, True),
        (Share.PUBLIC, {"yes": 4}, Privacy.TEAM, True),
        (Share.TEAM, {"yes": 4}, Privacy.TEAM, False),
        (Share.PARTNERS, {"yes": 3, "no": 1}, Privacy.TEAM, False),
        (Share.PARTNERS, {}, Privacy.TEAM, False),
        (Share.PARTNERS, {"yes": 1}, Privacy.PRIVATE, False),
    ],
)
async def test_another_teams_lessons_are_read_where_all_of_it_meant_them_to(
    table: Table, share: Share, sharing: dict[str, int], privacy: Privacy, *, is_read: bool
) -> None:
    content = retro("Plan the buses first", share=share, sharing=sharing)
    await table.database.run(partial(keep, teams=[await school(table)], of=[content], as_=privacy))

    await table.asks("joan", "lesson list")

    assert ("- Plan the buses first (Lincoln High)" in table.text("joan")) is is_read


async def test_lessons_of_another_partnership_are_never_read(table: Table) -> None:
    await table.founds_another("tomas")
    content = retro("Plan the buses first", share=Share.PUBLIC)
    bridge = await table.team("Bridge")
    await table.database.run(partial(keep, teams=[bridge], of=[content]))

    await table.asks("joan", "lesson list")

    assert "There are no lessons yet." in table.text("joan")


async def test_what_is_open_to_some_of_a_team_is_no_lesson_for_the_others(table: Table) -> None:
    content, team = retro("Plan the buses first"), await table.team()
    await table.database.run(partial(keep, teams=[team], of=[content], as_=Privacy.PRIVATE))

    await table.asks("joan", "lesson list")

    assert "There are no lessons yet." in table.text("joan")


async def test_five_hundred_lessons_are_read_page_by_page_each_once(table: Table) -> None:
    teams = [await table.team(), await school(table)]
    of = [retro(*(f"{at}.{number} {LONG}"[:500] for number in range(50))) for at in range(5)]
    await table.database.run(partial(keep, teams=teams, of=of))

    await table.asks("joan", "lesson list")
    pages = [table.text("joan")]
    while "[Show more]" in pages[-1]:
        await table.presses("joan", "Show more")
        pages.append(table.text("joan"))

    lines = [line for page in pages for line in page.splitlines() if line.startswith("- ")]
    assert (len(lines), len(set(lines))) == (500, 500)
    assert ["## From other teams" in page for page in pages].index(True) == 250 // 6


async def test_a_page_of_lessons_that_is_gone_shows_the_first_one(table: Table) -> None:
    team = await table.team()
    await table.database.run(partial(keep, teams=[team], of=[retro("Ask early")]))
    await table.asks("joan", "lesson list")
    first = table.text("joan")

    await table.asks("joan", "home")
    await table.sends("joan", asks.about_team("lesson list", team.id, after="600"))

    assert table.text("joan") == first


async def test_many_retros_lead_to_the_older_ones(table: Table) -> None:
    team = await table.team()
    await table.database.run(partial(keep, teams=[team], of=[retro("Ask early")] * 30))
    await table.asks("joan", "retro list")

    await table.presses("joan", "Older")

    assert "26 to 30 of 30." in table.text("joan")


async def test_lessons_are_read_in_as_many_statements_with_ten_teams_as_with_one(
    table: Table,
) -> None:
    counts = list[int]()
    for number in (1, 9):
        teams = [await school(table, f"{number}{at}") for at in range(number)]
        await table.database.run(partial(keep, teams=teams, of=[retro("Ask early")]))
        counts.append(await statements(table))

    assert counts[0] == counts[1]


def retro(
    *texts: str, share: Share = Share.PARTNERS, sharing: dict[str, int] | None = None
) -> Retro:
    """Return what a team took from looking back."""
    lessons = (Lesson(text=text, kind=LessonKind.PROCESS, share=share) for text in texts)
    return Retro(
        topic="The buses",
        pace="hour",
        on=date(2026, 1, 5),
        facilitator=MemberId("somebody"),
        took_part=4,
        lessons=tuple(lessons),
        sharing={"yes": 4} if sharing is None else sharing,
    )


def keep(work: Work, teams: list[Team], of: list[Retro], as_: Privacy = Privacy.TEAM) -> None:
    """Let each of these teams have a record of each of these retros."""
    for team in teams:
        for content in of:
            edition = RecordEdition(1, content, START, None)
            id_ = RecordId(work.new_id())
            record = Record(id_, team.partnership, team.id, content.topic, as_, (edition,))
            work.records.add(record)


async def school(table: Table, name: str = "Lincoln High") -> Team:
    """Make another team of the same partnership, on which nobody of the first one is."""
    partnership = (await table.team()).partnership
    team = Team(TeamId(f"t{name}"), partnership, name, TeamKind.SCHOOL, "en", "UTC")
    await table.database.run(lambda work: work.teams.add(team))
    return team


async def statements(table: Table) -> int:
    """Return how many statements the list of lessons takes."""
    seen = list[str]()

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    await table.asks("joan", "lesson list")
    event.remove(Engine, "before_cursor_execute", note)
    return len(seen)
