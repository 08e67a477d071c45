"""What could not be said to somebody in private: they find it by a button in the channel."""

from datetime import timedelta

import pytest

from bot.outcomes import Book, PrivateShut
from commands.mishaps import tell
from commands.outgoing import draw
from commands.practice import CHANNEL, WORKSPACE
from storage.work import Work
from tests.commands.abroad import (
    IN_SLACK,
    SLACK,
    arrives_in,
    links_account,
    links_channel,
    opens_abroad,
)
from tests.commands.scenes import ask_for_consent, decide
from tests.table import LEASE, PRIVATE, Post, Table
from workflows.identifiers import RecordId
from workflows.notices import ToAccount
from workflows.record_calls import ReviewCall
from workflows.views import Ask

WAITS = "Group norms in the team Leadership team waits for you."


@pytest.fixture
def table(any_table: Table) -> Table:
    """A team of eight, once on each database."""
    return any_table


async def shut_out(table: Table, *people: str) -> None:
    """Send what waits; of these people, none takes a private message."""

    def send(work: Work) -> None:
        book = Book("shut", lambda work, *mishap: tell(work, table.library, *mishap))
        for delivery in work.outbox.claim("shut", 1000, LEASE):
            outgoing = draw(work, table.library, delivery)
            if outgoing and outgoing.external_id in people:
                book.note(delivery, PrivateShut(), work)
            else:
                work.outbox.later(delivery.id, "shut", work.now, "sent in a moment")

    await table.database.run(send)


async def offered(table: Table, to: str = CHANNEL) -> list[Post]:
    """Return what a channel has read of people who take no private messages."""
    posts = await table.posted(to)
    return [post for post in posts if post.view.title.startswith("Something for ")]


async def asks_to_join(table: Table, who: str = "eve", name: str = "Eve Stone") -> None:
    """Let somebody ask to join the team; María, who leads it, takes no private messages."""
    table.arrives(who, name)
    await table.asks(who, "team join")
    await shut_out(table, "maria")


async def has_been_elsewhere(table: Table) -> None:
    """Let María link an account in Slack, where her team has no home, and be there last."""
    await opens_abroad(table)
    arrives_in(table, SLACK, "U-MARIA", "María O")
    table.clock.time += timedelta(minutes=1)
    await links_account(table, "maria", "U-MARIA")
    await table.posted()


async def test_the_channel_reads_that_there_is_something_and_not_what(table: Table) -> None:
    await asks_to_join(table)

    (post,) = await offered(table)

    assert table.draw(post.view) == (
        "# Something for María Ortega\n\n"
        "@María Ortega, I have something for you, and I cannot write to you in private here. "
        "Please press the button. Only you see what it opens.\n\n"
        "[Open privately]\n"
    )
    assert (post.pinned, post.in_thread) == (False, False)


async def test_a_person_reads_what_waits_for_them_and_does_it(table: Table) -> None:
    await asks_to_join(table)
    await table.posted()

    await table.presses("maria", "Open privately")

    assert table.text("maria") == (
        "# For you\n\n"
        "1 message did not get through to you.\n\n"
        "## Somebody wants to join\n\n"
        "Eve Stone asks to join the team Leadership team.\n\n"
        "[Let them in]\n\n"
        "[Your teams]\n"
    )
    await table.presses("maria", "Let them in")
    assert table.form("maria").inputs


@pytest.mark.parametrize(("who", "title"), [("dev", "Your teams"), ("zoe", "Welcome")])
async def test_whoever_else_presses_sees_what_is_their_own(
    table: Table, who: str, title: str
) -> None:
    await asks_to_join(table)
    await table.posted()
    table.arrives("zoe", "Zoe Park")

    await table.presses(who, "Open privately")

    assert table.views[who].title == title
    assert "Eve Stone" not in table.text(who)


async def test_what_is_settled_waits_no_longer(table: Table) -> None:
    await asks_to_join(table)
    await table.posted()
    await table.presses("joan", "Let them in")
    await table.fills("joan", party="District administration")

    await table.presses("maria", "Open privately")

    assert table.views["maria"].title == "Your teams"


async def test_the_channel_reads_of_somebody_once_a_day(table: Table) -> None:
    await asks_to_join(table)
    await asks_to_join(table, "zoe", "Zoe Park")
    first = await offered(table)
    await table.later(hours=23, minutes=59)
    await asks_to_join(table, "ann", "Ann Lee")
    same_day = await offered(table)

    await table.later(minutes=1)
    await asks_to_join(table, "kai", "Kai Moe")

    assert (len(first), len(same_day), len(await offered(table))) == (1, 1, 2)
    await table.presses("maria", "Open privately")
    assert table.labels(table.views["maria"]).count("Let them in") == 4


async def test_one_word_of_somebody_waits_while_the_channel_is_out_of_reach(table: Table) -> None:
    for who, name in (("eve", "Eve Stone"), ("zoe", "Zoe Park"), ("ann", "Ann Lee")):
        await asks_to_join(table, who, name)
        await table.later(days=2)

    assert len(await offered(table)) == 1


async def test_the_channel_does_not_learn_who_is_reminded(table: Table) -> None:
    await ask_for_consent(table)
    await table.later(days=1, hours=12)

    await shut_out(table, "amara")

    assert await offered(table) == []
    await table.sends("amara", Ask("unsaid"))
    assert f"## Group norms\n\n{WAITS} It is open until" in table.text("amara")


async def test_the_same_is_not_said_twice(table: Table) -> None:
    await ask_for_consent(table)
    for _ in range(2):
        await table.later(days=1, hours=12)
        await shut_out(table, "maria")

    await table.sends("maria", Ask("unsaid"))

    assert table.text("maria").count("## ") == 1
    assert "The time for Group norms is up." in table.text("maria")


async def test_a_month_later_what_was_unsaid_is_left_alone(table: Table) -> None:
    await asks_to_join(table)
    await table.later(days=31)

    await table.sends("maria", Ask("unsaid"))

    assert table.views["maria"].title == "Your teams"


async def test_what_is_unsaid_fits_on_a_screen(table: Table) -> None:
    for number in range(12):
        await asks_to_join(table, f"guest-{number}", f"Guest {number}")

    await table.sends("maria", Ask("unsaid"))

    assert table.labels(table.views["maria"]).count("Let them in") == 10
    assert "Guest 11 asks" in table.text("maria")
    assert "Guest 1 asks" not in table.text("maria")


async def test_nothing_is_said_of_somebody_who_has_left_meanwhile(table: Table) -> None:
    await asks_to_join(table)
    await table.sends("maria", Ask("team leave", {"sure": "yes"}))

    assert await offered(table) == []
    await table.sends("maria", Ask("unsaid"))
    assert "Eve Stone" not in table.text("maria")


async def test_a_call_to_look_back_is_offered_too(table: Table) -> None:
    await decide(table)
    await table.later(days=60)

    await shut_out(table, "dev")

    assert [post.view.title for post in await offered(table)] == ["Something for Dev Patel"]
    await table.presses("dev", "Open privately")
    assert "It is time to look back" in table.text("dev")


async def test_what_is_about_no_team_is_offered_where_a_team_of_theirs_meets(table: Table) -> None:
    await opens_abroad(table)
    await links_channel(table, "kim", IN_SLACK)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    await table.posted()
    await links_account(table, "dev", "U-DEV")

    await shut_out(table, "dev", "U-DEV")

    assert len([*await offered(table), *await offered(table, IN_SLACK)]) == 1
    await table.sends("dev", Ask("unsaid"), at=PRIVATE)
    assert "An account in Lincoln Schools (Slack) is linked to you now" in table.text("dev")


async def test_it_is_offered_in_a_workspace_where_the_team_has_a_home(table: Table) -> None:
    await has_been_elsewhere(table)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")

    await shut_out(table, "U-MARIA")

    assert [post.view.title for post in await offered(table)] == ["Something for María Ortega"]


async def test_whoever_lets_an_account_go_takes_what_was_unsaid_along_no_more(
    table: Table,
) -> None:
    await has_been_elsewhere(table)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await shut_out(table, "U-MARIA")
    await table.sends("U-MARIA", Ask("unsaid"), at=PRIVATE)
    assert "Eve Stone" in table.text("U-MARIA")
    await table.asks("maria", "me unlink", at=PRIVATE)
    await table.picks("maria", "Lincoln Schools (Slack)", at=PRIVATE)
    await table.presses("maria", "Let it go", at=PRIVATE)

    await table.sends("U-MARIA", Ask("unsaid"), at=PRIVATE)

    assert "Eve Stone" not in table.text("U-MARIA")


async def test_what_is_gone_is_not_said_any_more(table: Table) -> None:
    maria = await table.member("María Ortega")

    def leave_unsaid(work: Work) -> None:
        known = work.people.known(WORKSPACE, "maria")
        assert known
        call = ReviewCall(RecordId("gone"), maria)
        id_ = work.outbox.put(ToAccount(known[0].id), call, workspace_id=WORKSPACE)
        work.outbox.claim("shut", 1000, LEASE)
        work.outbox.unsaid(id_, "shut")

    await table.database.run(leave_unsaid)

    await table.sends("maria", Ask("unsaid"))

    assert table.views["maria"].title == "Your teams"


async def test_nothing_is_offered_where_the_team_has_no_home(table: Table) -> None:
    team = await table.team()
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.database.run(lambda work: work.teams.remove_homes(team.id))

    await shut_out(table, "maria")

    assert await offered(table) == []
