"""How the words about action items read that go to one person in private."""

from datetime import date
from typing import assert_never

from workflows import asks
from workflows.action_items import ActionItem, Occasion, due_text
from workflows.people import Team
from workflows.private_words import private_view
from workflows.text import Slot
from workflows.views import Button, Style, View
from workflows.words import Words


def action_call(
    item: ActionItem, occasion: Occasion, team: Team, today: date, words: Words
) -> View:
    """Return a word to the owner of an action item: that it is theirs, or that its day is near."""
    slots: dict[str, Slot] = {
        "what": item.what,
        "team": team.name,
        "due": due_text(item, today, words),
    }
    match occasion:
        case Occasion.GIVEN:
            title = words.say("Something to do")
            say = words.rich(
                "This is yours now on the team {team}: **{what}**. By when: {due}. If it does not "
                "fit, give it another date or hand it over.",
                **slots,
            )
        case Occasion.NEAR:
            title = words.say("To do soon")
            say = words.rich("A reminder from the team {team}: **{what}**, by {due}.", **slots)
            if item.plan:
                say = (*say, *words.rich(" The plan: {plan}", plan=item.plan))
        case Occasion.PAST:
            title = words.say("Is it done?")
            say = words.rich(
                "**{what}**, for the team {team}. {due}. Is it done? If this is not the week for "
                "it, give it a new date, or hand it to somebody else.",
                **slots,
            )
        case _:
            assert_never(occasion)
    return private_view(title, say, *_ways_on(item, words))


def handover_call(team: Team, name: str, count: int, words: Words, *, is_unowned: bool) -> View:
    """Return a word that somebody has left, and who has now what they had taken on."""
    if is_unowned:
        say = words.rich_plural(
            "**{name}** has left the team {team}. {count} action item there has nobody now.",
            "**{name}** has left the team {team}. {count} action items there have nobody now.",
            count,
            name=name,
            team=team.name,
        )
    else:
        say = words.rich_plural(
            "**{name}** has left the team {team}, and has handed over to you. You have {count} "
            "action item there now.",
            "**{name}** has left the team {team}, and has handed over to you. You have {count} "
            "action items there now.",
            count,
            name=name,
            team=team.name,
        )
    look = asks.about_team("action list", team.id)
    return private_view(
        words.say("Action items"), say, Button(words.say("Action items"), look, Style.PRIMARY)
    )


def _ways_on(item: ActionItem, words: Words) -> tuple[Button, ...]:
    done = asks.about_action("action done", item.id)
    return (
        Button(words.say("Done"), done, Style.PRIMARY),
        Button(words.say("New date"), asks.about_action("action snooze", item.id)),
        Button(words.say("Hand over"), asks.about_action("action reassign", item.id)),
    )
