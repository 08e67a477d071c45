"""What somebody sees who pressed a button, typed a command or sent a form."""

from datetime import timedelta

import pytest

from bot.platforms.discord.errors import (
    DiscordAwayError,
    DiscordBusyError,
    TooLateError,
    UnknownOutcomeError,
)
from bot.platforms.discord.ports import Attachment, Interaction, Kind, Someone
from bot.platforms.discord.sending.replies import Replies
from tests.bot.discord.sending.showing import V2, said
from tests.databases import StoppedClock
from tests.fakes.discord.answering import Heard
from tests.fakes.discord.rest import CUT, CUT_WHEN_DONE, DOWN, FakeRest, Trouble, busy, refused
from tests.fakes.discord.state import APPLICATION, Channel, Message

CALLBACK = "POST /interactions/*"
EPHEMERAL = 1 << 6
PICTURE = Attachment("picture.png", b"\x89PNG", "3 of 4 agree")


@pytest.fixture
def pressed(rest: FakeRest, channel: Channel) -> Message:
    """A message with a picture and a button."""
    message = Message(rest.state.snowflake(), channel.id, said("Card", PICTURE).body)
    rest.state.messages[channel.id, message.id] = message
    return message


@pytest.fixture
def heard(rest: FakeRest, pressed: Message) -> Heard:
    """What Discord remembers of somebody pressing it."""
    return rest.answering.interact(pressed=pressed)


@pytest.fixture
def interaction(heard: Heard, channel: Channel) -> Interaction:
    """What Concord hears of it."""
    return Interaction(
        id=heard.id,
        token=heard.token,
        application=APPLICATION,
        kind=Kind.PRESS,
        server=channel.server,
        server_name="Riverside",
        channel=channel.id,
        by=Someone("1", "Ana"),
        language="en-US",
        server_language="en-US",
        data={},
    )


async def test_an_answer_is_seen_by_one_person_with_its_picture(
    replies: Replies, interaction: Interaction, heard: Heard
) -> None:
    await replies.respond(interaction, said("Thanks", PICTURE, flags=V2 | EPHEMERAL))

    assert heard.original
    assert heard.original.words == "Thanks"
    assert heard.original.body["flags"] == V2 | EPHEMERAL
    assert [file.alt for file in heard.original.files] == [PICTURE.alt]


async def test_the_message_that_was_pressed_changes_and_loses_its_picture(
    replies: Replies, interaction: Interaction, pressed: Message, rest: FakeRest
) -> None:
    await replies.update(interaction, said("Done", flags=V2 | EPHEMERAL))

    assert pressed.words == "Done"
    assert rest.calls[0].body["data"]["attachments"] == []
    assert rest.answering.faults == []


@pytest.mark.parametrize("flags", [EPHEMERAL, 0])
async def test_an_answer_that_was_promised_takes_the_place_of_the_promise(
    replies: Replies, interaction: Interaction, heard: Heard, flags: int
) -> None:
    await replies.defer(interaction, is_private=bool(flags))
    assert heard.original
    assert heard.original.body.get("flags", 0) == flags

    await replies.edit_original(interaction, said("Here", PICTURE, flags=V2 | EPHEMERAL))

    assert heard.original.words == "Here"
    assert len(heard.original.files) == 1


async def test_a_press_can_be_taken_in_and_its_message_changed_later(
    replies: Replies, interaction: Interaction, pressed: Message
) -> None:
    await replies.defer(interaction, is_update=True)
    assert pressed.words == "Card"

    await replies.edit_original(interaction, said("Done"))

    assert pressed.words == "Done"


async def test_a_form_opens(replies: Replies, interaction: Interaction, heard: Heard) -> None:
    await replies.open_form(interaction, {"title": "Norms", "custom_id": "1f0:", "components": []})

    assert heard.form
    assert heard.form["title"] == "Norms"


async def test_at_most_twenty_five_choices_are_offered(
    replies: Replies, interaction: Interaction, heard: Heard
) -> None:
    choices = [{"name": f"Team {number}", "value": f"{number}"} for number in range(30)]

    await replies.complete(interaction, choices)

    assert heard.choices == choices[:25]


async def test_more_can_be_said_after_an_answer(
    replies: Replies, interaction: Interaction, heard: Heard
) -> None:
    await replies.respond(interaction, said("Thanks"))
    await replies.follow_up(interaction, said("One more thing", PICTURE, flags=V2 | EPHEMERAL))

    assert [message.words for message in heard.others] == ["One more thing"]


@pytest.mark.parametrize("trouble", [CUT, CUT_WHEN_DONE])
@pytest.mark.parametrize("seconds", [0, 5])
async def test_an_answer_whose_outcome_was_lost_is_given_once(
    replies: Replies,
    interaction: Interaction,
    heard: Heard,
    rest: FakeRest,
    trouble: Trouble,
    seconds: int,
) -> None:
    rest.meet(CALLBACK, trouble)
    if seconds:
        rest.meet(CALLBACK, refused(404, 10062))

    if seconds and trouble is CUT:
        with pytest.raises(TooLateError):
            await replies.respond(interaction, said("Thanks"))
        return
    await replies.respond(interaction, said("Thanks"))

    assert heard.original
    assert heard.original.words == "Thanks"
    assert rest.count("POST /interactions/#/*/callback") == 2


async def test_a_form_whose_outcome_was_lost_is_open(
    replies: Replies, interaction: Interaction, heard: Heard, rest: FakeRest
) -> None:
    rest.meet(CALLBACK, CUT_WHEN_DONE)

    await replies.open_form(interaction, {"title": "Norms", "custom_id": "1f0:", "components": []})

    assert heard.form


async def test_an_answer_that_gets_lost_twice_stays_unknown(
    replies: Replies, interaction: Interaction, rest: FakeRest
) -> None:
    rest.meet(CALLBACK, CUT, CUT)

    with pytest.raises(UnknownOutcomeError):
        await replies.respond(interaction, said("Thanks"))


async def test_the_change_of_an_answer_is_asked_for_again_without_harm(
    replies: Replies, interaction: Interaction, heard: Heard, rest: FakeRest
) -> None:
    await replies.defer(interaction)
    rest.meet("PATCH *", CUT_WHEN_DONE, DOWN)

    await replies.edit_original(interaction, said("Here"))

    assert heard.original
    assert heard.original.words == "Here"


async def test_what_is_said_further_is_never_said_twice(
    replies: Replies, interaction: Interaction, heard: Heard, rest: FakeRest
) -> None:
    await replies.respond(interaction, said("Thanks"))
    rest.meet("POST /webhooks/*", CUT_WHEN_DONE)

    with pytest.raises(UnknownOutcomeError):
        await replies.follow_up(interaction, said("One more thing"))

    assert len(heard.others) == 1


async def test_a_second_first_answer_and_a_late_one_are_too_late(
    replies: Replies, interaction: Interaction, rest: FakeRest, clock: StoppedClock
) -> None:
    await replies.respond(interaction, said("Thanks"))
    with pytest.raises(TooLateError) as twice:
        await replies.respond(interaction, said("Thanks"))
    assert twice.value.code == 40060

    clock.time += timedelta(minutes=15)
    with pytest.raises(TooLateError) as late:
        await replies.edit_original(interaction, said("Thanks"))

    assert late.value.code == 50027
    assert rest.state.tokens


async def test_an_answer_after_three_seconds_is_too_late(
    replies: Replies, interaction: Interaction, clock: StoppedClock
) -> None:
    clock.time += timedelta(seconds=3)

    with pytest.raises(TooLateError):
        await replies.defer(interaction)


async def test_an_answer_waits_through_a_short_limit_and_tells_of_a_long_one(
    replies: Replies, interaction: Interaction, heard: Heard, rest: FakeRest
) -> None:
    rest.meet(CALLBACK, busy(0.2))
    await replies.defer(interaction)
    rest.meet("PATCH *", busy(60))

    with pytest.raises(DiscordBusyError):
        await replies.edit_original(interaction, said("Here"))

    assert heard.kind == 5


async def test_an_answer_that_discord_could_not_take_is_given_once_more(
    replies: Replies, interaction: Interaction, heard: Heard, rest: FakeRest
) -> None:
    rest.meet(CALLBACK, DOWN)
    await replies.respond(interaction, said("Thanks"))
    assert heard.original

    rest.meet(CALLBACK, DOWN, DOWN)
    with pytest.raises(DiscordAwayError):
        await replies.respond(interaction, said("Thanks"))

    assert len(rest.calls) == 4
