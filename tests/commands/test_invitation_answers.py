"""What becomes of an invitation: it is sent, called to mind, answered, and somebody joins."""

import pytest

from commands.practice import CHANNEL
from tests.commands.closed import (
    WORD,
    invitation,
    invites,
    sends,
    written,
)
from tests.table import Table
from workflows.invitations import Answered
from workflows.views import Ask


async def test_who_has_sent_it_says_when_to_be_asked(table: Table) -> None:
    await invites(table, "dev")

    await table.presses("dev", "I have sent it")
    proposed = table.values("dev")
    await table.fills("dev", day="2026-01-05")
    problems = table.problems("dev")
    await table.fills("dev", day="2026-01-14")

    assert proposed == {"day": "2026-01-12"}
    assert problems == {"day": "Please pick a day that is still to come."}
    assert (await written(table)).answered is Answered.SENT
    assert str((await written(table)).follow_up) == "2026-01-14"


async def test_a_day_that_is_none_is_asked_for_again(table: Table) -> None:
    await invites(table, "dev")
    await table.presses("dev", "I have sent it")

    await table.fills("dev", day="someday")

    assert list(table.problems("dev")) == ["day"]
    assert (await written(table)).answered is Answered.DRAFTED


async def test_the_author_is_asked_on_that_day_and_answers_from_the_message(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev", "2026-01-12")
    await table.later(days=8)
    (word,) = await table.posted("dev")

    await table.presses("dev", "They said no", at="")

    assert word.view.summary == f"You have invited Dana {WORD}. Has an answer come?"
    assert table.labels(word.view) == [
        "They said yes",
        "They said no",
        "No answer came",
        "Ask me later",
        "Open",
    ]
    assert (await written(table)).answered is Answered.DECLINED


async def test_who_answers_sooner_is_not_asked_any_more(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")

    await table.presses("dev", "They said no")
    await table.later(days=30)

    assert await table.told("dev") == []


async def test_who_wants_to_be_asked_later_is_asked_on_both_days(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev", "2026-01-08")
    await table.later(days=4)
    await table.posted()
    await table.presses("dev", "Ask me later")
    await table.fills("dev", day="2026-01-20")
    await table.later(days=20)

    assert await table.told("dev") == [f"You have invited Dana {WORD}. Has an answer come?"] * 2


async def test_a_draft_is_called_to_mind_a_week_before_its_day(table: Table) -> None:
    await invites(table, "dev", ask_by="2026-01-20")

    await table.later(days=9)

    (word,) = await table.posted("dev")
    assert word.view.summary == (
        f"You wanted to ask Dana {WORD} for something by 2026-01-20, and your invitation is "
        "still a draft."
    )
    assert table.labels(word.view) == ["I have sent it", "Open"]


@pytest.mark.parametrize("ask_by", ["", "2025-12-24", "2026-01-07"])
async def test_a_draft_whose_day_is_unset_or_near_or_over_is_not_called_for(
    ask_by: str, table: Table
) -> None:
    await invites(table, "dev", ask_by=ask_by)

    await table.later(days=60)

    assert await table.told("dev") == []


@pytest.mark.parametrize(
    ("label", "answered", "word"),
    [
        ("They said yes", Answered.ACCEPTED, "Good news. To bring "),
        ("They said no", Answered.DECLINED, "A no today need not be a no for good."),
        ("No answer came", Answered.SILENT, "You can ask once more"),
    ],
)
async def test_what_became_of_it_is_kept_once_with_what_was_before(
    label: str, answered: Answered, word: str, table: Table
) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    ask = table.button("dev", label).ask

    await table.sends("dev", ask)
    await table.sends("dev", ask)

    assert word in table.text("dev")
    states = [edition.content for edition in (await invitation(table)).editions]
    assert [getattr(each, "answered", None) for each in states] == [
        Answered.DRAFTED,
        Answered.SENT,
        answered,
    ]


async def test_after_a_no_it_can_be_sent_again(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    await table.presses("dev", "They said no")

    await table.presses("dev", "I have sent it again")
    await table.fills("dev", day="2026-03-02")

    assert (await written(table)).answered is Answered.SENT


@pytest.mark.parametrize("said", ["", "sent", "drafted", "perhaps"])
async def test_nothing_else_can_be_answered(said: str, table: Table) -> None:
    record = await invites(table, "dev")

    view = await table.sends("dev", Ask("invite answer", {"id": record.id, "answer": said}))

    assert view.title == "Not found"
    assert (await written(table)).answered is Answered.DRAFTED


async def test_after_a_yes_a_card_in_the_channel_tells_how_to_join_and_names_nobody(
    table: Table,
) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    await table.presses("dev", "They said yes")

    await table.presses("dev", "Post a join card")
    await table.sends("dev", table.button("dev", "Your invitation").ask)
    await table.presses("dev", "Post a join card")

    (card,) = (p for p in await table.posted(CHANNEL) if p.view.title == "Welcome to the table")
    assert table.draw(card.view) == (
        "# Welcome to the table\n\n"
        "New here? Press the button, and a lead of “Leadership team” lets you in.\n\n"
        "[Ask to join]\n"
    )


async def test_who_presses_the_join_card_is_let_in_by_a_lead(table: Table) -> None:
    await invites(table, "dev")
    await sends(table, "dev")
    await table.presses("dev", "They said yes")
    await table.presses("dev", "Post a join card")
    await table.posted()
    table.arrives("eve", "Eve Stone")

    await table.presses("eve", "Ask to join")

    assert "Eve Stone asks to join the team Leadership team." in await table.told("joan")
