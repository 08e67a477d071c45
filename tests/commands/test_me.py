"""What is one's own: the language, what is kept, and a copy of it."""

import json

from tests.commands.scenes import agree_norms, ask_for_consent, write_norms
from tests.table import PRIVATE, Table
from workflows.catalogue import words_for

SAYS = words_for("es").say


async def test_everybody_finds_what_is_their_own_in_one_place(table: Table) -> None:
    await table.asks("dev", "me", at=PRIVATE)

    assert table.text("dev") == (
        "# My settings\n\n"
        "This is about you alone. Nobody else can open it.\n\n"
        "[My language] [What is kept about me] [Take it away] [My accounts] [Forget me]\n"
    )


async def test_somebody_chooses_their_language(table: Table) -> None:
    await table.asks("dev", "me language")
    form = table.text("dev")

    await table.fills("dev", language="Español")

    assert form == (
        "# My language\n\n"
        "This is the language of everything that only you see.\n\n"
        "(Who can see this: only you.)\n\n"
        "? Your language\n"
        "  (x) English\n"
        "  ( ) Español\n"
        "[Save]\n"
    )
    assert table.views["dev"].summary == SAYS("From now on I write to you in English.")


async def test_a_chosen_language_is_for_what_only_they_see(table: Table) -> None:
    await table.asks("dev", "me language")
    await table.fills("dev", language="Español")

    await table.asks("dev", "norms show")
    await write_norms(table)

    assert table.views["dev"].title == SAYS("Group norms")
    assert [post.view.title for post in await table.posted("leadership-team")][-1] == "Group norms"


async def test_a_language_that_there_is_not_is_refused(table: Table) -> None:
    await table.asks("dev", "me language")

    await table.fills("dev", language="tlh")

    assert table.problems("dev") == {"language": "Please pick one of these."}


async def test_somebody_without_a_language_is_spoken_to_as_their_platform_says(
    table: Table,
) -> None:
    table.arrives("eve", "Eve Stone", language=None)
    await table.asks("eve", "help")
    table.arrives("eve", "Eve Stone", language="es-MX")

    await table.asks("eve", "me")

    assert table.views["eve"].title == SAYS("My settings")


async def test_a_member_sees_what_is_kept_about_them(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Sign")

    await table.asks("dev", "me kept")

    assert table.text("dev") == (
        "# What is kept about me\n\n"
        "This is kept about you. When a conversation ends, Concord lets go of who wrote unsigned "
        "answers.\n\n"
        "- Your name: Dev Patel\n"
        "- Your language: English\n"
        "- Your account in Practice workspace (local workspace)\n"
        "- Your seat on the team Leadership team. Conversations you took part in: 1. "
        "Records you signed: 1. Action items you have or had: 0. Records that are yours alone: "
        "0.\n\n"
        "[Take it away]\n"
    )


async def exported(table: Table, who: str) -> dict[str, object]:
    """Return the copy that somebody gets of what is kept about them."""
    await table.asks(who, "me export")
    copy: dict[str, object] = json.loads(table.text_file(who))
    return copy


async def test_a_member_takes_away_what_is_kept_about_them(table: Table) -> None:
    norms = await agree_norms(table)
    await table.asks("amara", "norms show")
    await table.presses("amara", "Sign")
    conversation = await table.conversation("norms")

    copy = await exported(table, "amara")

    part = conversation.people[await table.member("Amara Obi")]
    assert copy == {
        "name": "Amara Obi",
        "language": "en",
        "accounts": [{"workspace": "Practice workspace (local workspace)", "id": "amara"}],
        "teams": [
            {
                "partnership": "Lincoln Schools Partnership",
                "team": "Leadership team",
                "party": "Educators' association",
                "roles": [],
                "joined": "2026-01-05T08:00:00+00:00",
                "left": "",
                "answers": {
                    conversation.id: {"workflow": "norms", "given": part.model_dump(mode="json")}
                },
                "signed": [norms.id],
                "actions": [],
                "notes": {},
                "own": {},
                "named": [norms.id],
            }
        ],
    }


async def test_a_copy_holds_what_was_written_and_is_not_shown_yet(table: Table) -> None:
    await ask_for_consent(table)
    await table.takes_part("amara", "norms")
    await table.fills("amara", norm_stance="object")
    await table.fills("amara", norm_reason="Noon is too early for us.")

    copy = await exported(table, "amara")

    assert "Noon is too early for us." in json.dumps(copy)
    assert "Noon is too early for us." not in json.dumps(await exported(table, "maria"))


async def test_somebody_who_left_a_team_still_sees_what_it_keeps_about_them(table: Table) -> None:
    await table.asks("dev", "team leave")
    await table.presses("dev", "Leave the team")

    copy = await exported(table, "dev")
    await table.asks("dev", "me kept")

    assert '"left": "2026-01-05T08:00:00+00:00"' in json.dumps(copy)
    assert "Your seat on the team Leadership team." in table.text("dev")


async def test_somebody_on_no_team_has_little_that_is_kept(table: Table) -> None:
    table.arrives("eve", "Eve Stone", language=None)

    assert await exported(table, "eve") == {
        "name": "Eve Stone",
        "language": "",
        "accounts": [{"workspace": "Practice workspace (local workspace)", "id": "eve"}],
        "teams": [],
    }
