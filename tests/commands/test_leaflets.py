"""What is the same for everybody is shown without asking the database."""

from dataclasses import replace

from commands.dispatcher import Dispatcher
from commands.leaflets import Leaflets
from commands.offered import HELP
from commands.practice import CHANNEL
from storage.errors import UnavailableError
from tests.fakes.shaky_database import ShakyDatabase
from tests.table import Table


async def test_somebody_who_was_here_reads_help_while_the_database_is_away(table: Table) -> None:
    shaky = ShakyDatabase(table.database)
    table.dispatcher = Dispatcher(shaky, table.library)
    before = await table.asks("joan", "help")

    shaky.faults.append(UnavailableError())

    assert await table.asks("joan", "help") == before
    assert (await table.asks("dev", "help")).title != before.title
    assert not shaky.faults


async def test_help_is_at_hand_for_whoever_was_here_and_nothing_else_is(table: Table) -> None:
    joan, dispatcher = table.callers["joan"], table.dispatcher
    before = dispatcher.leaflet(joan, "help")
    read = await table.asks("joan", "help")

    assert before is None
    assert [dispatcher.leaflet(joan, line) for line in ("help", "/concord help")] == [read, read]
    assert [dispatcher.leaflet(joan, line) for line in ("", "home", "hlep")] == [None] * 3


async def test_somebody_who_chose_another_language_reads_help_in_it(table: Table) -> None:
    assert (await table.asks("joan", "help")).language == "en"

    await table.asks("joan", "me language")
    await table.fills("joan", language="es")

    assert [(await table.asks("joan", "help")).language for _ in range(2)] == ["es", "es"]


async def test_somebody_whose_platform_changed_its_language_reads_help_in_it(table: Table) -> None:
    caller = replace(table.callers["joan"], external_id="newcomer")
    views = [
        await table.dispatcher.typed(replace(caller, language=language), CHANNEL, "help")
        for language in (None, None, "es", "en")
    ]

    assert [view.language for view in views] == ["en", "en", "es", "en"]


def test_the_language_of_whoever_was_not_here_for_long_is_looked_up_again(table: Table) -> None:
    leaflets = Leaflets(most=1)
    leaflets.note(table.callers["joan"], "en")
    leaflets.note(table.callers["dev"], "en")

    assert leaflets.view(HELP, table.callers["joan"]) is None
    assert leaflets.view(HELP, table.callers["dev"])
