"""Buttons and menus: answered where they stand, and for whoever pressed alone."""

from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.platforms.slack.errors import SlackAwayError, SlackRefusedError
from bot.platforms.slack.handling.desk import Desk
from bot.platforms.slack.handling.handler import SlackHandling
from commands.practice import CHANNEL
from tests.bot.slack.handling.people import THREAD, People
from tests.bot.slack.handling.slack import FakeSlack, parts_in
from tests.commands.scenes import agree_norms, mark_levels, name_decision, write_norms
from tests.commands.test_wordings import with_shorter_norms
from tests.table import Table
from workflows.views import Document

HOME = {"action_id": "ask:0", "value": "1/home?"}
START = {"action_id": "ask:0", "value": "1/norms.start?"}


async def test_a_member_who_presses_in_the_channel_is_answered_alone(
    people: People, slack: FakeSlack
) -> None:
    ack = await people.press_in_message("amara", HOME)

    assert ack.body is None
    assert [(w.user, w.channel, w.thread) for w in slack.whispers] == [("amara", CHANNEL, "")]
    assert "Agree our norms" in people.reads("amara")


async def test_a_member_who_presses_in_a_thread_is_answered_there(
    people: People, slack: FakeSlack
) -> None:
    await people.press_in_message("amara", HOME, thread=THREAD)

    assert [(w.user, w.channel, w.thread) for w in slack.whispers] == [("amara", CHANNEL, THREAD)]


async def test_an_answer_takes_the_place_of_the_private_message_that_was_pressed(
    people: People, slack: FakeSlack
) -> None:
    await people.type("maria", "home")

    await people.press("maria", "Team")

    assert len(slack.whispers) == 1
    assert "María Ortega (lead)" in people.reads("maria")


async def test_a_button_in_a_message_opens_a_form(people: People) -> None:
    await people.press_in_message("maria", START)

    assert "Choose the pace" in people.sees("maria")


async def test_a_member_picks_from_a_menu(people: People) -> None:
    await people.type("maria", "team role")

    await people.pick("maria", "Dev Patel")

    assert "Dev Patel on the team" in people.sees("maria").replace("\n", "")


@pytest.mark.parametrize(
    "action",
    [
        {"action_id": "ask:0", "value": "0/home"},
        {"action_id": "ask:0"},
        {"action_id": "vote", "value": "yes"},
        {},
    ],
    ids=["another version", "no value", "another bot's", "empty"],
)
async def test_somebody_who_presses_an_old_button_is_told_so(
    people: People, action: dict[str, str]
) -> None:
    await people.press_in_message("lucia", action)

    assert "Este botón es de una versión anterior." in people.reads("lucia")


async def test_a_button_in_a_window_changes_that_window(people: People, slack: FakeSlack) -> None:
    await people.type("joan", "decide start")
    await people.send(
        "joan",
        title="The lunch break",
        parties=("District administration", "Educators' association"),
        accountable="Dev Patel",
        decide_by="2026-02-02",
    )

    await people.press("joan", "Back")

    assert len(slack.windows["joan"]) == 1
    assert people.values("joan") == {"title": "The lunch break"}


async def test_another_way_to_send_a_form_sends_it(
    people: People, desk: Desk, table: Table, slack: FakeSlack
) -> None:
    table.updates(with_shorter_norms())
    people.handling = SlackHandling(replace(desk, dispatcher=table.dispatcher))
    await people.type("amara", "norms start")
    people.fill("amara", what="Quiet")

    await people.press("amara", "Save and add another")
    after_one = people.sees("amara")
    await people.send("amara", what="Tea")

    part = (await table.conversation("norms")).people[await table.member("Amara Obi")]
    assert "Quiet" in after_one
    assert part.answers == {"want": ({"what": "Quiet"}, {"what": "Tea"})}
    assert len(slack.windows["amara"]) == 1


async def test_somebody_who_presses_twice_keeps_what_they_typed_meanwhile(
    people: People, slack: FakeSlack
) -> None:
    await _name_decision(people)
    before, back = people.snapshot("joan"), people.action("joan", "Back")
    await people.press_in_window("joan", before, back)
    people.fill("joan", title="The lunch breaks")

    await people.press_in_window("joan", before, back)

    assert "This window had just changed when you pressed." in people.sees("joan")
    below, _note = slack.windows["joan"]
    assert [typed["value"] for typed in below.typed.values()] == ["The lunch breaks"]


async def test_somebody_is_told_below_where_no_note_fits_over_the_window(
    people: People, slack: FakeSlack
) -> None:
    await _name_decision(people)
    before, back = people.snapshot("joan"), people.action("joan", "Back")
    await people.press_in_window("joan", before, back)
    slack.is_slow = True

    await people.press_in_window("joan", before, back)

    assert "What you typed is still there." in people.reads("joan")
    assert slack.whispers[-1].channel == CHANNEL


async def test_somebody_who_closes_the_window_meanwhile_is_left_alone(
    people: People, slack: FakeSlack
) -> None:
    await _name_decision(people)
    before, back = people.snapshot("joan"), people.action("joan", "Back")
    slack.windows["joan"].clear()

    await people.press_in_window("joan", before, back)

    assert (slack.windows["joan"], slack.whispers) == ([], [])


async def test_a_refusal_that_nobody_expects_is_not_hidden(
    people: People, slack: FakeSlack
) -> None:
    await _name_decision(people)
    slack.failing["views.update"] = SlackRefusedError("invalid_arguments")

    with pytest.raises(SlackRefusedError):
        await people.press("joan", "Back")


async def test_a_file_goes_into_the_persons_own_messages(people: People, slack: FakeSlack) -> None:
    await people.type("maria", "me export")

    assert [(name, channel) for name, _, channel in slack.files] == [("about-me.json", "maria")]
    assert '"name": "María Ortega"' in slack.files[0][1]
    assert "You get about-me.json as a file in a private message." in people.reads("maria")


async def test_a_record_goes_into_the_persons_own_messages_as_the_file_they_picked(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await agree_norms(table)
    await people.type("dev", "norms show")
    await people.press("dev", "Take it away")

    await people.send("dev", format="PDF, to print or to send", language="Español")

    assert slack.files == [("normas-del-grupo-1.pdf", "pdf: Normas del grupo", "dev")]
    assert "You get normas-del-grupo-1.pdf as a file in a private message." in people.sees("dev")


async def test_all_that_is_kept_goes_into_a_leads_own_messages(
    people: People, slack: FakeSlack
) -> None:
    await people.type("maria", "partnership export")

    ((name, content, channel),) = slack.files
    assert (name.endswith(".zip"), channel) == (True, "maria")
    assert content.startswith("archive of ")
    assert f"You get {name} as a file in a private message." in people.reads("maria")


async def test_somebody_is_told_when_a_file_could_not_be_made(
    people: People, desk: Desk, slack: FakeSlack
) -> None:
    async def fail(_document: Document) -> bytes:
        raise ValueError("canary")

    people.handling = SlackHandling(replace(desk, make=fail))

    with capture_logs() as log:
        await people.type("maria", "me export")

    assert "I could not send you about-me.json." in people.reads("maria")
    assert [line["event"] for line in log] == ["file_not_made"]
    assert slack.files == []


async def test_somebody_is_told_when_a_file_could_not_be_sent(
    people: People, slack: FakeSlack
) -> None:
    slack.failing["upload"] = SlackAwayError()

    await people.type("maria", "me export")

    assert "I could not send you about-me.json." in people.reads("maria")


async def test_a_button_on_the_home_tab_opens_a_window(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await write_norms(table)
    await people.open_home("amara")

    await people.press("amara", "Group norms")
    form = people.sees("amara")
    slack.windows["amara"].clear()
    await people.press("amara", "Team card")

    assert "Meeting logistics" in form
    assert "Open now" in people.sees("amara")
    assert slack.whispers == []


async def test_a_home_tab_too_slow_for_a_window_is_answered_in_private(
    people: People, slack: FakeSlack
) -> None:
    await people.open_home("amara")
    slack.is_slow = True

    await people.press("amara", "Team card")

    assert slack.whispers[-1].channel == "D-amara"
    assert "Agree our norms" in people.reads("amara")


async def test_a_window_shows_the_words_first_and_then_the_picture(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await _mark_far_apart(table)
    await people.open_home("dev")

    await people.press("dev", "The early-release days")

    before, after = (call["view"] for call in _views(slack))
    assert (parts_in(before, "image"), len(parts_in(after, "image"))) == ([], 1)


async def test_a_window_that_changed_before_its_picture_came_is_left_alone(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await _mark_far_apart(table)
    await people.open_home("dev")
    slack.failing["views.update"] = SlackRefusedError("hash_conflict")

    await people.press("dev", "The early-release days")

    assert parts_in(slack.window("dev").view, "image") == []


async def _name_decision(people: People) -> None:
    await people.type("joan", "decide start")
    await people.send(
        "joan",
        title="The lunch break",
        parties=("District administration", "Educators' association"),
        accountable="Dev Patel",
        decide_by="2026-02-02",
    )


async def _mark_far_apart(table: Table) -> None:
    """Bring a decision to where Dev sees everybody's marks in a picture, and sets the level."""
    await name_decision(table)
    await mark_levels(table)


def _views(slack: FakeSlack) -> list[dict[str, dict[str, object]]]:
    return [*slack.called("views.open"), *slack.called("views.update")]
