"""The practice partnership that a first visit shows."""

from commands.practice import PEOPLE, seed
from storage.wipe import wipe
from tests.table import Table


async def test_a_first_visit_finds_two_parties_and_a_team_of_eight(table: Table) -> None:
    team = await table.team()

    assert [member.name for member in team.present] == [name for _, name, _, _ in PEOPLE]
    assert [lead.name for lead in team.leads] == ["María Ortega", "Joan Fields"]
    assert list(await table.parties()) == ["District administration", "Educators' association"]


async def test_a_first_visit_in_spanish_finds_them_in_spanish(bare_table: Table) -> None:
    await bare_table.database.run(wipe)
    await bare_table.database.run(lambda work: seed(work, bare_table.library, language="es"))

    team = await bare_table.team("Equipo directivo")

    assert (team.name, {member.language for member in team.present}) == ("Equipo directivo", {"es"})
    parties = await bare_table.parties(team.name)
    assert list(parties) == ["Administración del distrito", "Asociación docente"]


async def test_a_team_card_waits_in_the_channel(table: Table) -> None:
    (card,) = await table.posted()

    assert (card.to, card.pinned) == ("leadership-team", True)


async def test_practising_twice_changes_nothing(table: Table) -> None:
    before = await table.kept()

    is_made = await table.database.run(lambda work: seed(work, table.library))

    assert (is_made, await table.kept()) == (False, before)
