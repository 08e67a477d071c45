"""Everything that is heard is answered once, and counted."""

import pytest
from structlog.testing import capture_logs

from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.errors import TooLateError
from bot.platforms.discord.handling.metrics import Counted
from bot.platforms.discord.ports import Interaction, Kind, Payload
from tests.bot.discord.handling.office import CHOICES, HOME, MESSAGE, Office, done
from workflows.views import Ask, Option

TYPING: Payload = {
    "name": "concord",
    "type": 1,
    "options": [
        {
            "name": "record",
            "type": 2,
            "options": [
                {
                    "name": "show",
                    "type": 1,
                    "options": [{"name": "which", "type": 3, "value": "No", "focused": True}],
                }
            ],
        }
    ],
}


async def test_a_person_is_offered_what_fits_to_what_they_typed(office: Office) -> None:
    office.dispatcher.offered = (Option("r1", "No" * 80), Option("r2", "Decisions"))

    await office.hears(done(Kind.COMPLETION, TYPING))

    (choice,) = office.calls.made[0].body["data"]["choices"]
    assert office.answers == [CHOICES]
    assert office.dispatcher.asked[0].ask == Ask("record show")
    assert (choice["value"], len(choice["name"])) == ("r1", 100)


async def test_a_person_is_offered_all_while_nothing_is_typed(office: Office) -> None:
    office.dispatcher.offered = (Option("r1", "Norms"), Option("r2", "Decisions"))

    await office.hears(done(Kind.COMPLETION, {**TYPING, "options": []}))

    assert len(office.calls.made[0].body["data"]["choices"]) == 2


async def test_a_person_who_typed_on_needs_no_offer(office: Office) -> None:
    office.calls.troubles.append(TooLateError(404, 10062))

    await office.hears(done(Kind.COMPLETION, TYPING))

    assert len(office.calls.made) == 1


async def test_a_button_in_private_that_tells_no_server_is_out_of_date(office: Office) -> None:
    data = {"custom_id": written(Way.BUTTON, 0, HOME)}

    await office.hears(done(Kind.PRESS, data, server="", server_name="", language=""))

    assert office.dispatcher.asked == []
    assert office.answers == [MESSAGE]
    assert "Out of date" in office.words


class Heard:
    """Hears; a completion is too much for it."""

    async def hear(self, interaction: Interaction) -> None:
        if interaction.kind is Kind.COMPLETION:
            raise RuntimeError


async def test_an_operator_sees_how_much_was_done_and_how_much_failed() -> None:
    counted = Counted(Heard())

    with capture_logs() as lines:
        for _ in range(2):
            await counted.hear(done(Kind.PRESS, {}))
        with pytest.raises(RuntimeError):
            await counted.hear(done(Kind.COMPLETION, {}))

    assert lines == []
    assert counted.text() == (
        "# HELP concord_discord_interactions_total What people did in Discord.\n"
        "# TYPE concord_discord_interactions_total counter\n"
        'concord_discord_interactions_total{kind="completion",outcome="failed"} 1\n'
        'concord_discord_interactions_total{kind="press",outcome="done"} 2\n'
    )
