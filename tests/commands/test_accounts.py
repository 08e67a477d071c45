"""One person with accounts in two places: linked by a code, they are one to Concord."""

import json
from datetime import timedelta

import pytest

from commands.practice import CHANNEL
from tests.commands.abroad import (
    DISCORD,
    IN_DISCORD,
    IN_SLACK,
    SLACK,
    arrives_in,
    code_on,
    links_account,
    links_channel,
    opens_abroad,
)
from tests.table import PRIVATE, Table
from workflows.catalogue import words_for
from workflows.views import Ask


@pytest.fixture
async def table(table: Table) -> Table:
    """The practice team with a home in Slack, where Dev has an account, too."""
    await opens_abroad(table)
    await links_channel(table, "kim", IN_SLACK)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    return table


async def test_somebody_gets_a_code_for_themselves_alone(table: Table) -> None:
    view = await table.asks("dev", "me link", at=PRIVATE)

    assert view.secret
    assert table.text("dev") == (
        "# My accounts\n\n"
        "With your other account, in the other workspace, type this:\n\n"
        f"/concord me link {code_on(view)}\n\n"
        "Then that account and this one are one person to me, and you count once.\n\n"
        "(The code is for you alone, and good for thirty minutes, until Mon, Jan 5, 8:30 AM. Give "
        "it to nobody: whoever types it is you to me. I never ask you for it.)\n\n"
        "[I have a code]\n"
    )


async def test_whoever_types_a_code_is_asked_whether_it_is_theirs(table: Table) -> None:
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))

    view = await table.asks("U-DEV", f"me link {code}", at=PRIVATE)

    assert view.secret
    assert table.text("U-DEV").startswith(
        "# Is this you?\n\n"
        "Dev Patel has made this code, in Practice workspace (local workspace). Is that you? Then "
        "this account and that one become one person. Go on only if you have made the code "
        "yourself.\n\n"
    )
    assert table.labels(view) == ["Yes, this is me", "No, leave it"]
    assert len(await table.rows("person_code")) == 1


async def test_two_accounts_become_one_person(table: Table) -> None:
    await table.asks("U-DEV", "help", at=PRIVATE)
    before = len(await table.rows("person"))

    await links_account(table, "dev", "U-DEV")
    await table.asks("U-DEV", "home", at=IN_SLACK)

    assert table.views["U-DEV"].title == "Lincoln Schools Partnership · Leadership team"
    assert len(await table.rows("person")) == before - 1
    assert len((await table.team()).present) == 8


async def test_a_form_takes_the_code_as_well(table: Table) -> None:
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))
    await table.asks("U-DEV", "me", at=PRIVATE)
    await table.presses("U-DEV", "My accounts", at=PRIVATE)
    await table.presses("U-DEV", "I have a code", at=PRIVATE)

    await table.fills("U-DEV", at=PRIVATE, code=code)
    await table.presses("U-DEV", "Yes, this is me", at=PRIVATE)

    assert table.text("U-DEV") == (
        "# My accounts\n\n"
        "Done. Here, too, you are Dev Patel now, and count once.\n\n"
        "[What is kept about me]\n"
    )


async def test_a_member_links_a_channel_from_an_account_of_theirs(table: Table) -> None:
    arrives_in(table, DISCORD, "9001", "Dev")
    await links_account(table, "dev", "9001")

    await links_channel(table, "9001", IN_DISCORD)

    assert table.text("9001") == (
        "# Leadership team\n\n"
        "The team “Leadership team” works in this channel, too, from now on.\n\n"
        "[Team card]\n"
    )


async def test_a_code_of_a_person_is_used_once(table: Table) -> None:
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))
    await table.asks("U-DEV", f"me link {code}", at=PRIVATE)
    await table.presses("U-DEV", "Yes, this is me", at=PRIVATE)

    await table.asks("lou", f"me link {code}", at=PRIVATE)

    assert list(table.problems("lou")) == ["code"]


async def test_a_yes_that_comes_too_late_is_good_for_nothing(table: Table) -> None:
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))
    await table.asks("U-DEV", f"me link {code}", at=PRIVATE)

    table.clock.time += timedelta(minutes=30)
    await table.presses("U-DEV", "Yes, this is me", at=PRIVATE)

    assert list(table.problems("U-DEV")) == ["code"]


async def test_a_code_of_a_team_links_no_account(table: Table) -> None:
    code = code_on(await table.asks("maria", "team link", at=CHANNEL))

    await table.asks("U-DEV", f"me link {code}", at=PRIVATE)

    assert list(table.problems("U-DEV")) == ["code"]


async def test_ones_own_code_is_for_the_other_account(table: Table) -> None:
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))

    await table.asks("dev", f"me link {code}", at=PRIVATE)

    assert table.views["dev"].summary == (
        "This is your own code. Please type it with your other account."
    )


async def test_two_people_of_one_workspace_are_not_linked(table: Table) -> None:
    code = code_on(await table.asks("dev", "me link", at=PRIVATE))

    await table.asks("sam", f"me link {code}", at=PRIVATE)

    assert table.views["sam"].summary == (
        "The code was made in a workspace in which you have an account already. Only accounts in "
        "different workspaces can be linked."
    )
    assert len(await table.rows("person_code")) == 1


async def test_whoever_made_the_code_is_told_and_can_let_the_account_go(table: Table) -> None:
    await links_account(table, "dev", "U-DEV")

    (heard,) = await table.told("dev")
    assert heard == (
        "An account in Lincoln Schools (Slack) is linked to you now, by a code that you made. From "
        "there, too, you are the same person to me. If that was not you, let the account go."
    )
    await table.presses("dev", "Let it go", at=PRIVATE)
    await table.picks("dev", "Lincoln Schools (Slack)", at=PRIVATE)
    await table.presses("dev", "Let it go", at=PRIVATE)
    await table.asks("U-DEV", "home", at=IN_SLACK)
    await table.asks("dev", "home")

    assert table.views["U-DEV"].title == "Not on this team yet"
    assert table.views["dev"].title == "Lincoln Schools Partnership · Leadership team"


async def test_a_word_about_an_account_is_not_sent_once_it_was_let_go(table: Table) -> None:
    await links_account(table, "dev", "U-DEV")
    await table.asks("dev", "me unlink", at=PRIVATE)
    await table.picks("dev", "Lincoln Schools (Slack)", at=PRIVATE)
    await table.presses("dev", "Let it go", at=PRIVATE)

    assert await table.told("dev") == []


async def test_somebody_with_one_account_has_none_to_let_go(table: Table) -> None:
    await table.asks("dev", "me unlink", at=PRIVATE)

    assert table.views["dev"].summary == (
        "You have this one account only. There is nothing to let go."
    )


async def test_a_message_goes_to_the_one_account_that_was_seen_last(table: Table) -> None:
    table.clock.time += timedelta(minutes=1)
    await links_account(table, "maria", "U-DEV")
    await table.asks("kim", "team join", at=IN_SLACK)
    first = await asked_to_let_in(table, "maria", "U-DEV")

    table.clock.time += timedelta(hours=2)
    await table.asks("maria", "home")
    await table.asks("lou", "help", at=PRIVATE)
    await links_channel(table, "lou", IN_DISCORD)
    await table.asks("lou", "team join", at=IN_DISCORD)

    assert first == [[], ["Kim Sato"]]
    assert await asked_to_let_in(table, "maria", "U-DEV") == [["Lou Marin"], ["Kim Sato"]]


async def asked_to_let_in(table: Table, *accounts: str) -> list[list[str]]:
    """Return, for each account, of whom it was told that they want to join."""
    mark = " asks to join"
    told = [await table.told(account) for account in accounts]
    return [[line.partition(mark)[0] for line in lines if mark in line] for lines in told]


async def test_all_accounts_are_shown_and_taken_away(table: Table) -> None:
    await links_account(table, "dev", "U-DEV")

    await table.asks("dev", "me kept", at=PRIVATE)
    kept = table.text("dev")
    await table.asks("U-DEV", "me export", at=PRIVATE)

    assert (
        "- Your account in Lincoln Schools (Slack)\n"
        "- Your account in Practice workspace (local workspace)\n"
    ) in kept
    assert json.loads(table.text_file("U-DEV"))["accounts"] == [
        {"workspace": "Lincoln Schools (Slack)", "id": "U-DEV"},
        {"workspace": "Practice workspace (local workspace)", "id": "dev"},
    ]


async def test_a_linked_account_is_spoken_to_in_the_language_of_its_person(table: Table) -> None:
    await table.asks("U-DEV", "help", at=PRIVATE)

    view = await links_account(table, "lucia", "U-DEV")
    await table.asks("U-DEV", "help", at=PRIVATE)

    says = words_for("es").say
    assert (view.title, table.views["U-DEV"].title) == (says("My accounts"), says("What I can do"))


async def test_whoever_leaves_one_workspace_is_written_to_in_the_other(table: Table) -> None:
    await links_account(table, "maria", "U-DEV")

    await table.sends("U-DEV", Ask("me left"), at=PRIVATE)
    await table.asks("kim", "team join", at=IN_SLACK)

    assert "María Ortega" in [member.name for member in (await table.team()).present]
    assert await asked_to_let_in(table, "maria", "U-DEV") == [["Kim Sato"], []]


async def test_to_be_forgotten_lets_go_of_all_accounts_and_codes(table: Table) -> None:
    await links_account(table, "dev", "U-DEV")
    await table.asks("dev", "me link", at=PRIVATE)

    await table.sends("U-DEV", Ask("me forget", {"sure": "yes"}), at=PRIVATE)

    assert await table.rows("person_code") == []
    kept = repr(await table.kept())
    assert ("'dev'" in kept, "U-DEV" in kept) == (False, False)
