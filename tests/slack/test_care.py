"""What somebody in Slack writes about a student is asked about once more, and not kept before."""

import pytest

from tests.browser.norms import CATEGORIES
from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import set_table
from tests.stories import care, norms


@pytest.mark.parametrize(("language", "way"), [("en", HTTP), ("es", SOCKET)])
async def test_a_person_keeps_what_is_about_no_student(
    fake: FakeSlack, sqlite_url: str, language: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, language)
        await norms.begin(table)
        person = table.others[0]

        await care.writes_about_a_student(person)
        assert not care.is_kept(sqlite_url, care.OF_A_STUDENT)
        await care.keeps_it(person)

        assert care.is_kept(sqlite_url, care.OF_A_STUDENT)


async def test_a_person_leaves_the_name_out(fake: FakeSlack, sqlite_url: str) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        await norms.begin(table)
        person = table.others[0]

        await care.writes_about_a_student(person)
        await person.writes(CATEGORIES[0], care.IN_GENERAL)
        await person.presses("Save and continue")
        await person.sees(care.NEXT_QUESTION)

    assert not care.is_kept(sqlite_url, care.OF_A_STUDENT)
    assert care.is_kept(sqlite_url, care.IN_GENERAL)
