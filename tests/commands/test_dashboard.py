"""The dashboard: what waits for one person in all their teams, and ways to everything else."""

from tests.commands.scenes import agree_norms, check_norms, decide, name_decision, write_norms
from tests.table import PRIVATE, Table
from workflows.views import Ask, Heading


async def test_a_member_reads_that_nothing_waits(table: Table) -> None:
    await table.asks("maria", "dashboard", at=PRIVATE)

    assert table.text("maria") == (
        "# Your teams\n\n"
        "Nothing waits for you just now.\n\n"
        "## Leadership team · Lincoln Schools Partnership\n\n"
        "[Team card] [Decisions] [Action items] [Records]\n\n"
        "## About you\n\n"
        "Your language: English\n\n"
        "[My language] [What is kept about me]\n\n"
        "(Who can see this: only you.)\n"
    )


async def test_a_member_finds_what_asks_them_and_what_is_to_be_signed(table: Table) -> None:
    await agree_norms(table)
    await name_decision(table, "Whether we move the board meeting to Tuesdays at noon")

    await table.asks("amara", "dashboard", at=PRIVATE)

    assert table.text("amara") == (
        "# Your teams\n\n"
        "2 things wait for you.\n\n"
        "## Asks you something\n\n"
        "[Whether we move the board meeting to…]\n\n"
        "## To read and sign\n\n"
        "[Group norms]\n\n"
        "## Leadership team · Lincoln Schools Partnership\n\n"
        "[Team card] [Our norms] [Decisions] [Action items] [Records]\n\n"
        "## About you\n\n"
        "Your language: English\n\n"
        "[My language] [What is kept about me]\n\n"
        "(Who can see this: only you.)\n"
    )


async def test_what_waits_for_others_does_not_wait_for_a_member(table: Table) -> None:
    await table.asks("maria", "norms start")

    await table.asks("amara", "dashboard", at=PRIVATE)

    assert "Nothing waits for you just now." in table.text("amara")


async def test_a_spanish_reader_has_it_in_spanish(table: Table) -> None:
    await write_norms(table)

    await table.asks("lucia", "dashboard", at=PRIVATE)

    assert table.text("lucia") == (
        "# Tus equipos\n\n"
        "1 cosa te espera.\n\n"
        "## Te pregunta algo\n\n"
        "[Normas del grupo]\n\n"
        "## Leadership team · Lincoln Schools Partnership\n\n"
        "[Tarjeta del equipo] [Decisiones] [Pendientes] [Registros]\n\n"
        "## Sobre ti\n\n"
        "Tu idioma: Español\n\n"
        "[Mi idioma] [Lo que se guarda sobre mí]\n\n"
        "(Quién puede ver esto: solo tú.)\n"
    )


async def test_a_member_answers_from_there(table: Table) -> None:
    await write_norms(table)
    await table.asks("amara", "dashboard", at=PRIVATE)

    await table.presses("amara", "Group norms", at=PRIVATE)

    assert table.views["amara"].summary == "Group norms, Meeting logistics: please answer."


async def test_what_somebody_has_answered_and_signed_waits_no_more(table: Table) -> None:
    await agree_norms(table)
    await decide(table)
    for record in await table.records():
        await table.sends("amara", Ask("record sign", {"id": record.id, "edition": "1"}))

    await table.asks("amara", "dashboard", at=PRIVATE)

    assert "Nothing waits for you just now." in table.text("amara")


async def test_somebody_new_signs_the_norms_and_not_what_was_decided_before(
    table: Table,
) -> None:
    await agree_norms(table)
    await decide(table)
    await table.later(days=1)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "help")
    await table.asks("maria", "team add")
    await table.fills("maria", people=("Eve Stone",), party="District administration")

    await table.asks("eve", "dashboard", at=PRIVATE)

    assert _headings(table, "eve")[0] == "To read and sign"
    assert table.labels(table.views["eve"])[0] == "Group norms"
    assert "1 thing waits for you." in table.text("eve")


async def test_a_check_of_the_norms_is_not_to_be_signed(table: Table) -> None:
    norms = await agree_norms(table)
    await table.sends("amara", Ask("record sign", {"id": norms.id, "edition": "1"}))
    await check_norms(table)

    await table.asks("amara", "dashboard", at=PRIVATE)

    assert "Nothing waits for you just now." in table.text("amara")


async def test_somebody_on_two_teams_sees_both(table: Table) -> None:
    await table.founds_another("maria")

    await table.asks("maria", "dashboard", at=PRIVATE)

    assert _headings(table, "maria") == [
        "Bridge · Riverside",
        "Leadership team · Lincoln Schools Partnership",
        "About you",
    ]


async def test_somebody_on_very_many_teams_is_told_of_the_rest(table: Table) -> None:
    for number in range(12):
        await table.founds_another("maria", channel=f"bridge-{number}")

    await table.asks("maria", "dashboard", at=PRIVATE)

    assert len(_headings(table, "maria")) == 11
    assert "You are on 3 more teams. Type /concord home in their channels." in table.text("maria")


async def test_a_newcomer_in_private_reads_what_concord_is_good_for(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "dashboard", at=PRIVATE)

    assert table.text("eve") == (
        "# Welcome\n\n"
        "I help people who share a table to agree how they work together, to keep what they "
        "agreed, and to decide without surprises.\n\n"
        "To begin, type /concord start in the channel your team works in.\n\n"
        "## About you\n\n"
        "Your language: English\n\n"
        "[My language] [What is kept about me]\n\n"
        "(Who can see this: only you.)\n"
    )


async def test_a_newcomer_in_a_channel_can_begin_there(table: Table) -> None:
    table.arrives("eve", "Eve Stone", "es")
    await table.asks("eve", "dashboard", at="planning")

    await table.presses("eve", "Preparar Concord", at="planning")

    assert table.form("eve").page == (1, 3)


async def test_a_team_that_somebody_left_is_not_theirs_any_more(table: Table) -> None:
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))

    await table.asks("dev", "dashboard", at=PRIVATE)

    assert table.views["dev"].title == "Welcome"


def _headings(table: Table, who: str) -> list[str]:
    return [block.text for block in table.views[who].blocks if isinstance(block, Heading)]
