"""What somebody sees who pressed, typed or sent something, and where they see it."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.errors import DiscordAwayError, TooLateError, UnknownOutcomeError
from bot.platforms.discord.ports import Kind
from tests.bot.discord.handling.office import (
    FORM,
    HOME,
    IN_PLACE,
    MESSAGE,
    SEND,
    Office,
    asking,
    done,
    said,
)
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import plain
from workflows.views import Ask, Document, PageFormat, Pages, Paragraph, Picture, TextFile, View

PRESS = {"custom_id": written(Way.BUTTON, 0, HOME)}
OPEN = {"custom_id": written(Way.OPEN, 0, HOME)}
TALLY = Picture(TallyPicture(title="Norms", rows=(TallyRow(label="On time", counts=(3,)),)), "3")
TYPED = "Tuesdays, never over lunch"
V2, EPHEMERAL = 1 << 15, 1 << 6


async def test_a_person_who_pressed_on_a_card_sees_an_answer_for_them_alone(office: Office) -> None:
    await office.hears(done(Kind.PRESS, PRESS, has_message=True))

    assert office.answers == [MESSAGE]
    assert office.calls.made[0].body["data"]["flags"] == V2 | EPHEMERAL
    assert "Done." in office.words


async def test_what_only_one_person_sees_changes_in_its_place(office: Office) -> None:
    await office.hears(done(Kind.PRESS, PRESS, has_message=True, is_ephemeral=True))

    assert office.answers == [IN_PLACE]


async def test_a_form_opens_at_once_and_nothing_is_painted_for_it(office: Office) -> None:
    office.dispatcher.view = asking()

    await office.hears(done(Kind.PRESS, PRESS))

    assert office.answers == [FORM]
    assert "Your idea" in office.words
    assert office.painted == []


async def test_a_form_with_a_picture_comes_on_a_card_that_leads_to_it(office: Office) -> None:
    office.dispatcher.view = asking(TALLY)

    await office.hears(done(Kind.PRESS, PRESS))

    assert office.answers == [MESSAGE]
    assert "Open the form" in office.words
    assert [file.name for file in office.calls.made[0].attachments] == ["picture.png"]


async def test_a_form_that_was_asked_for_opens_whatever_else_there_is_to_see(
    office: Office,
) -> None:
    office.dispatcher.view = asking(TALLY)

    await office.hears(done(Kind.PRESS, OPEN))

    assert office.answers == [FORM]
    assert office.painted == []


async def test_a_form_after_a_form_comes_on_a_card_that_asks_for_it_without_what_was_sent(
    office: Office,
) -> None:
    office.dispatcher.view = asking(page=(2, 3))
    sent = {"custom_id": written(Way.FORM, 0, SEND)}

    await office.hears(done(Kind.FORM, sent))

    assert office.answers == [MESSAGE]
    assert "Continue" in office.words
    edit = Ask("conversation edit", {"id": "c1", "step": "ideas"})
    assert written(Way.OPEN, 0, edit) in str(office.calls.made[0].body)


async def test_what_has_no_room_in_one_message_comes_in_several(office: Office) -> None:
    paragraphs = [Paragraph(plain("word " * 400)) for _ in range(4)]
    office.dispatcher.view = said("Much to read.", *paragraphs)

    await office.hears(done(Kind.PRESS, PRESS))

    first, *others = office.calls.made
    assert first.body["type"] == MESSAGE
    assert [call.line for call in others] == ["POST /webhooks/2/canary"] * len(others)
    assert others
    assert all(call.body["flags"] == V2 | EPHEMERAL for call in others)


async def test_a_file_comes_with_the_answer(office: Office) -> None:
    office.dispatcher.view = said("Take it away.", Document("norms.md", TextFile("# Ours")))

    await office.hears(done(Kind.PRESS, PRESS))

    assert [file.content for file in office.calls.made[0].attachments] == [b"# Ours"]


async def test_a_file_with_pages_is_made_for_the_answer(office: Office) -> None:
    pages = Pages("Ours", (), "", "en", "UTC", datetime(2026, 11, 3, tzinfo=UTC), PageFormat.PDF)
    office.dispatcher.view = said("Take it away.", Document("norms.pdf", pages))

    await office.hears(done(Kind.PRESS, PRESS))

    (file,) = office.calls.made[0].attachments
    assert (file.name, file.content) == ("norms.pdf", b"pdf: Ours")


@pytest.mark.parametrize("view", [said("Done."), asking()])
async def test_an_answer_that_comes_too_late_does_no_harm(office: Office, view: View) -> None:
    office.dispatcher.view = view
    office.calls.troubles.append(TooLateError(404, 10062))

    with capture_logs() as lines:
        await office.hears(done(Kind.PRESS, PRESS))

    assert [line["event"] for line in lines] == ["discord_not_answered"]


async def test_an_answer_whose_end_nobody_knows_is_given_once_more(office: Office) -> None:
    office.calls.troubles.append(UnknownOutcomeError())

    await office.hears(done(Kind.PRESS, PRESS))

    assert office.answers == [MESSAGE, MESSAGE]


async def test_a_person_hears_once_of_a_bug_that_left_all_as_it_was(office: Office) -> None:
    office.dispatcher.error = RuntimeError(TYPED)

    with pytest.raises(RuntimeError):
        await office.hears(done(Kind.PRESS, PRESS))

    assert office.answers == [MESSAGE]
    assert "Something went wrong in Concord. Nothing was changed." in office.words
    assert TYPED not in office.words


async def test_a_person_hears_of_a_bug_in_their_language(office: Office) -> None:
    office.dispatcher.error = RuntimeError()

    with pytest.raises(RuntimeError):
        await office.hears(done(Kind.PRESS, PRESS, language="es-419"))

    assert "No se cambió nada" in office.words


async def test_a_person_is_asked_to_look_after_a_bug_in_what_was_to_be_shown(
    office: Office,
) -> None:
    too_long = Ask("conversation send", {"id": "c" * 100})
    office.dispatcher.view = asking(send=too_long)

    with pytest.raises(ValueError, match="longer than an id"):
        await office.hears(done(Kind.PRESS, PRESS))

    assert office.answers == [MESSAGE]
    assert "Please have a look" in office.words
    assert "Nothing was changed" not in office.words


async def test_nobody_hears_of_a_bug_when_discord_is_away_but_it_is_raised(office: Office) -> None:
    office.dispatcher.error = RuntimeError(TYPED)
    office.calls.troubles.extend([DiscordAwayError(), DiscordAwayError()])

    with capture_logs() as lines, pytest.raises(RuntimeError):
        await office.hears(done(Kind.PRESS, PRESS))

    assert [line["event"] for line in lines] == ["discord_not_answered"]
    assert TYPED not in str(lines)
