"""Everything that is sent, as Discord's own document of its interface wants it."""

from bot.platforms.discord.ports import Attachment, Interaction, Kind, Someone
from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.replies import Replies
from bot.platforms.port import InPrivate, Place
from tests.bot.discord.drawing.judge import Judge, judge
from tests.bot.discord.sending.showing import V2, WORKSPACE, place_in, said, view
from tests.databases import StoppedClock
from tests.fakes.discord.rest import FakeRest
from tests.fakes.discord.state import APPLICATION, FORUM, Channel, Message
from tests.patience import deliver_patiently

PICTURE = Attachment("picture.png", b"\x89PNG", "3 of 4 agree")


async def test_every_delivery_is_as_the_document_wants_it(
    platform: DiscordPlatform,
    rest: FakeRest,
    clock: StoppedClock,
    server: str,
    channel: Channel,
) -> None:
    check = judge()
    tags = [{"id": rest.state.snowflake(), "name": "Norms", "moderated": False}]
    forum = rest.state.make_channel(server, "forum", FORUM, tags=tags)
    ana = rest.state.snowflake()
    rest.state.people.add(ana)
    private = InPrivate(WORKSPACE, ana)

    places: tuple[Place, ...] = (place_in(channel), place_in(forum), private)
    for number, place in enumerate(places):
        shown = view("A", "B", "C", pictures=1)
        root = await platform.deliver(place, shown, nonce=f"n{number}" * 12, pin=True)
        if place != private:
            below = place_in(channel, root)
            await platform.deliver(below, view("More"), nonce=f"m{number}")
            rest.state.most_threads = 0
            await platform.deliver(below, view("Beside"), nonce=f"o{number}")
            rest.state.most_threads = 1000
        for channel_ in rest.state.channels.values():
            channel_.is_archived = True
        await deliver_patiently(platform, clock, place, view("D"), nonce="p", replaces=root)

    _judge_all(rest, check)
    assert {call.verb for call in rest.calls} == {"GET", "POST", "PATCH", "PUT", "DELETE"}


async def test_every_answer_is_as_the_document_wants_it(
    replies: Replies, rest: FakeRest, channel: Channel
) -> None:
    check = judge()
    pressed = Message(rest.state.snowflake(), channel.id, said("Card").body)
    rest.state.messages[channel.id, pressed.id] = pressed
    private = said("Thanks", PICTURE, flags=V2 | 1 << 6)
    words = {"type": 4, "custom_id": "a", "style": 1}
    inputs = [{"type": 18, "label": "Norm", "component": words}]

    def hear() -> Interaction:
        heard = rest.answering.interact(pressed=pressed)
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

    interaction = hear()
    await replies.respond(interaction, private)
    await replies.edit_original(interaction, private)
    await replies.follow_up(interaction, private)
    await replies.update(hear(), private)
    await replies.defer(hear())
    await replies.defer(hear(), is_private=False)
    await replies.defer(hear(), is_update=True)
    await replies.open_form(hear(), {"title": "N", "custom_id": "1f0:", "components": inputs})
    await replies.complete(hear(), [{"name": "Norms", "value": "norms"}])

    _judge_all(rest, check)
    assert rest.answering.faults == []


def _judge_all(rest: FakeRest, check: Judge) -> None:
    faults = [(call.line, check(call.verb, call.path, call.body)) for call in rest.calls]
    assert [(line, found) for line, found in faults if found] == []
