"""Concord's messages arrive where they belong, once."""

from dataclasses import replace

import pytest

from bot.platforms.port import InChannel, InPrivate, PlaceGoneError, PlatformPort, TryLaterError
from bot.platforms.web.board import CONCORD, PRIVATE, Message
from bot.platforms.web.deliver import WebPlatform
from bot.platforms.web.hub import Said
from tests.fakes.board import START
from tests.fakes.desk import DONE, WORKSPACE, FakeWorkspace
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Form, Input, Privacy

CHANNEL = InChannel(WORKSPACE, "leadership-team")
ANA = InPrivate(WORKSPACE, "ana")

CARD = replace(DONE, privacy=Privacy.TEAM)


@pytest.fixture
def platform(workspace: FakeWorkspace) -> PlatformPort:
    return WebPlatform(workspace.board, workspace.hub)


async def test_a_channel_gets_a_card_and_everybody_there_hears_of_it(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    with workspace.hub.listen("bo") as listener:
        ref = await platform.deliver(CHANNEL, CARD, nonce="n1", pin=True)

        assert await listener.heard(0) == (Said("leadership-team"),)

    card = Message(ref, "leadership-team", CONCORD, START, 1, view=CARD, pinned=True)
    assert workspace.board.posted == {ref: card}


async def test_a_person_gets_a_private_word_and_nobody_else_hears_of_it(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    with workspace.hub.listen("ana") as ana, workspace.hub.listen("bo") as bo:
        ref = await platform.deliver(ANA, DONE, nonce="n1")

        assert await ana.heard(0) == (Said(PRIVATE, "ana"),)
        assert await bo.heard(0) == ()

    word = Message(ref, PRIVATE, CONCORD, START, 1, view=DONE, only="ana")
    assert workspace.board.posted == {ref: word}


async def test_the_same_nonce_never_makes_a_second_message(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    first = await platform.deliver(CHANNEL, CARD, nonce="n1")
    second = await platform.deliver(CHANNEL, CARD, nonce="n1")

    assert first == second
    assert len(workspace.board.posted) == 1


async def test_an_answer_goes_into_its_thread(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    card = await platform.deliver(CHANNEL, CARD, nonce="n1")

    ref = await platform.deliver(replace(CHANNEL, thread=card), CARD, nonce="n2")

    assert workspace.board.posted[ref].thread == card


async def test_a_card_is_changed_in_place(workspace: FakeWorkspace, platform: PlatformPort) -> None:
    card = await platform.deliver(CHANNEL, CARD, nonce="n1")
    changed = replace(CARD, title="Changed")

    ref = await platform.deliver(CHANNEL, changed, nonce="n2", replaces=card, pin=True)

    expected = Message(ref, "leadership-team", CONCORD, START, 2, view=changed, pinned=True)
    assert (ref, workspace.board.posted) == (card, {card: expected})


async def test_a_card_that_is_gone_is_posted_anew(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    ref = await platform.deliver(CHANNEL, CARD, nonce="n1", replaces="gone")

    assert list(workspace.board.posted) == [ref]


async def test_a_private_view_never_gets_into_a_channel(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    with pytest.raises(ValueError, match="private view"):
        await platform.deliver(CHANNEL, DONE, nonce="n1")

    assert workspace.board.posted == {}


async def test_a_form_never_gets_into_a_message(platform: PlatformPort) -> None:
    question = Input(FieldId("idea"), FieldKind.TEXT, "Idea")
    view = replace(DONE, form=Form((question,), Button("Save", Ask("save"))))

    with pytest.raises(ValueError, match="a message cannot hold one"):
        await platform.deliver(ANA, view, nonce="n1")


@pytest.mark.parametrize("place", [InChannel(WORKSPACE, "nowhere"), InPrivate(WORKSPACE, "nobody")])
async def test_a_place_that_is_gone_is_told(
    platform: PlatformPort, place: InChannel | InPrivate
) -> None:
    with pytest.raises(PlaceGoneError):
        await platform.deliver(place, CARD, nonce="n1")


async def test_a_board_that_is_away_is_tried_again(
    workspace: FakeWorkspace, platform: PlatformPort
) -> None:
    workspace.board.away = True

    with pytest.raises(TryLaterError) as error:
        await platform.deliver(CHANNEL, CARD, nonce="n1")

    assert error.value.seconds == 1.0
