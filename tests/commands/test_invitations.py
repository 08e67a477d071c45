"""Invitations: one member writes to one person; what became of it is theirs alone to know."""

from commands.practice import CHANNEL
from commands.request import Request
from tests.commands.closed import (
    WORD,
    begins_invitation,
    invitation,
    invites,
    lists_partners,
    sends,
    written,
)
from tests.table import Table
from workflows.invitations import Answered
from workflows.views import Ask


async def test_a_member_writes_an_invitation_from_beginning_to_end(table: Table) -> None:
    record = await invites(table, "dev")

    assert (record.owner, record.title) == (await table.member("Dev Patel"), "")
    assert (await written(table)).message == (
        f"Much {WORD}.",
        f"Much {WORD}.",
        f"Half an hour, {WORD}?",
    )
    assert table.views["dev"].title == f"Invitation to Dana {WORD}"


async def test_a_member_leaves_an_invitation_and_goes_on_later(table: Table) -> None:
    await begins_invitation(table, "dev")
    await table.presses("dev", "Leave it for now")
    left = table.text("dev")
    await table.asks("dev", "invite list")

    await table.presses("dev", f"Dana {WORD}")

    assert left == (
        f"# Invitation\n\nDana {WORD}\n\nYour draft is kept, and only you can see it.\n\n"
        "[Go on writing] [Delete the draft]\n"
    )
    assert table.views["dev"].summary == "Invitation, What speaks for it?: please answer."


async def test_a_member_has_several_drafts_beside_each_other(table: Table) -> None:
    await begins_invitation(table, "dev", "Dana")
    await begins_invitation(table, "dev", "Robin")

    view = await table.asks("dev", "invite list")

    assert table.labels(view)[:2] == ["Dana", "Robin"]
    assert view.summary == "You have 2 invitations here. Only you can see them."


async def test_a_draft_without_a_name_is_a_new_one_and_not_begun_twice(table: Table) -> None:
    await table.asks("dev", "invite start")
    await table.asks("dev", "invite start")

    view = await table.asks("dev", "invite list")

    assert table.labels(view) == ["A new one", "Write an invitation", "Two examples"]


async def test_a_draft_that_is_deleted_leaves_nothing(table: Table) -> None:
    await begins_invitation(table, "dev")
    await table.presses("dev", "Leave it for now")
    delete = table.button("dev", "Delete the draft").ask

    await table.sends("dev", delete)

    assert table.text("dev") == "# Invitation\n\nThe draft is deleted.\n"
    assert WORD not in repr(await table.kept())
    assert (await table.sends("dev", delete)).title == "Not found"


async def test_the_last_form_sent_twice_makes_one_invitation(table: Table) -> None:
    await invites(table, "dev")
    conversation = await table.conversation("invitation")
    last = {"id": conversation.id, "step": "check", "round": str(conversation.round)}

    view = await table.sends("dev", Ask("conversation send", last), {"fits": "yes"})

    assert view.title == f"Invitation to Dana {WORD}"
    assert len(await table.records()) == 1


async def test_a_new_message_is_a_draft_again_and_the_same_one_is_not(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")

    await changes(table, outcome="We know each other.")
    same = (await written(table)).answered
    await changes(table, ask="Coffee?")

    assert (same, (await written(table)).answered) == (Answered.SENT, Answered.DRAFTED)


async def test_an_invitation_that_is_deleted_leaves_nothing(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    await table.presses("dev", "Change it")
    await table.asks("dev", "invite list")
    await table.picks("dev", f"Dana {WORD}")
    delete = table.button("dev", "Delete it").ask

    await table.sends("dev", delete)
    again = await table.sends("dev", delete)
    await table.later(days=30)

    assert WORD not in repr(await table.kept())
    assert (again.title, await table.told("dev")) == ("Not found", [])


async def test_the_list_tells_what_became_of_each(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    await begins_invitation(table, "dev", "Robin")

    await table.asks("dev", "invite show")

    assert table.text("dev") == (
        "# Your invitations\n\n"
        "You have 2 invitations here. Only you can see them.\n\n"
        "## Still being written\n\n[Robin]\n\n"
        f"## Written\n\nSent, no answer yet: Dana {WORD}\n\n"
        f"Show an invitation: Dana {WORD}\n\n"
        "[Write an invitation] [Two examples]\n"
    )


async def test_a_member_without_invitations_is_told_so(table: Table) -> None:
    view = await table.asks("dev", "invite list")

    assert view.summary == "You have no invitations here yet. Only you would see them."


async def test_a_member_reads_two_examples(table: Table) -> None:
    view = await table.asks("dev", "invite samples")

    assert view.summary == "Two examples, made up by us. Yours will sound like you."
    assert table.text("dev").count("> ") == 7


async def test_somebody_who_types_is_offered_their_own_invitations(table: Table) -> None:
    await invites(table, "dev")

    own, others = [await offered(table, who) for who in ("dev", "maria")]

    assert (own, others) == ([f"Dana {WORD}"], [])


async def test_a_record_that_is_no_invitation_is_not_shown_as_one(table: Table) -> None:
    record = await lists_partners(table, "dev")

    view = await table.sends("dev", Ask("invite show", {"id": record.id}))

    assert view.title == "Not found"


async def offered(table: Table, who: str) -> list[str]:
    """Return the invitations that somebody is offered while they type."""
    request = Request(table.callers[who], CHANNEL, Ask("invite show"))
    return [option.label for option in await table.dispatcher.completions(request, "")]


async def changes(table: Table, outcome: str = "", ask: str = "") -> None:
    """Let Dev write an invitation anew, with another hope or another last line."""
    await table.sends("dev", Ask("invite change", {"id": (await invitation(table)).id}))
    for _ in range(2):
        await table.fills("dev")
    await table.fills("dev", **({"outcome": outcome} if outcome else {}))
    for _ in range(2):
        await table.fills("dev")
    await table.fills("dev", **({"ask": ask} if ask else {}))
    await table.fills("dev", fits="Yes")
