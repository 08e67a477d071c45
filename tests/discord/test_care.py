"""What somebody in Discord writes about a student is asked about once more, and not kept before."""

import pytest

from tests.browser.norms import CATEGORIES
from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import care, norms


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_person_keeps_what_is_about_no_student(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, language)
        await norms.begin(table)
        person = table.others[0]

        await care.writes_about_a_student(person)
        assert not care.is_kept(sqlite_url, care.OF_A_STUDENT)
        await care.keeps_it(person)

        assert care.is_kept(sqlite_url, care.OF_A_STUDENT)


async def test_a_person_leaves_the_name_out(server: Server, sqlite_url: str) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        await norms.begin(table)
        person = table.others[0]

        await care.writes_about_a_student(person)
        await person.presses("Correct my answer")
        await person.sees_typed(care.OF_A_STUDENT)
        await person.writes(CATEGORIES[0], care.IN_GENERAL)
        await person.presses("Save and continue")
        await person.sees(care.NEXT_QUESTION)

    assert not care.is_kept(sqlite_url, care.OF_A_STUDENT)
    assert care.is_kept(sqlite_url, care.IN_GENERAL)


async def test_a_person_who_comes_back_after_a_restart_writes_anew(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url) as concord:
        table = await set_table(server, "en")
        await norms.begin(table)
        person = table.others[0]
        await care.writes_about_a_student(person)

        await concord.begin_again()
        await person.presses("Keep it as it is")
        await person.writes(CATEGORIES[0], care.IN_GENERAL)
        await person.presses("Save and continue")

        await person.sees(care.NEXT_QUESTION)
