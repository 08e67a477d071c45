"""The pages on which somebody lets Concord into Slack, as HTML without scripts."""

from collections.abc import Iterable
from enum import Enum
from html import escape
from typing import Final
from urllib.parse import quote

from bot.platforms.slack.installing.scopes import SCOPES, Scope
from bot.platforms.slack.ports import Installation
from workflows.words import Words, mark

STYLES: Final = "/slack/install.css"
INSTALL: Final = "/slack/install"


class Trouble(Enum):
    """Why an installation stopped: a heading, and what to do."""

    DENIED = (
        mark("Concord was not added"),
        mark("Nothing was changed in Slack. If that was a slip, you can start again."),
    )
    NOT_BEGUN = (
        mark("This page is no longer good"),
        mark(
            "It works once, for ten minutes, and in the browser you started in. Please start again."
        ),
    )
    OTHER_TEAM = (
        mark("That was another workspace"),
        mark(
            "The link you had is for one workspace, and another one was chosen in Slack. "
            "Concord has kept nothing. Please start again and choose the one the link is for."
        ),
    )
    REFUSED = (
        mark("Slack did not finish this"),
        mark("What Slack sent along was good no longer. Please start again."),
    )
    AWAY = (
        mark("That did not work just now"),
        mark("Slack or Concord could not be reached. Please start again in a few minutes."),
    )
    ODD_LINK = (
        mark("Something is missing in this link"),
        mark("Please ask the person who sent it to you for a new one, or start again."),
    )


def install_page(words: Words, authorize: str) -> str:
    """Return the page that says what Concord is, what it asks for and why."""
    always = (_line(words, scope) for scope in SCOPES if not scope.is_optional)
    optional = (_line(words, scope) for scope in SCOPES if scope.is_optional)
    return _page(
        words,
        words.say("Add Concord to Slack"),
        _p(
            words.say(
                "Concord helps people who share a table but not an employer to talk, agree, "
                "and keep what they agreed."
            )
        ),
        _link(authorize, words.say("Add to Slack")),
        _small(
            words.say(
                "Slack shows you all of this again and asks you to agree. In many workspaces "
                "an administrator has to say yes first."
            )
        ),
        _h2(words.say("What Concord may do")),
        _list("ul", always),
        _h2(words.say("What helps, and can be left out")),
        _list("ul", optional),
        _h2(words.say("What Concord does not do")),
        _p(
            words.say(
                "It does not read your channels. It sees what you send it: commands, buttons, "
                "forms, and a message that names it or that you hand to it. It speaks only in "
                "channels that somebody has added it to."
            )
        ),
    )


def trouble_page(words: Words, trouble: Trouble) -> str:
    """Return the page that says why an installation stopped, and leads to a new start."""
    heading, advice = trouble.value
    return _page(
        words,
        words.say(heading),
        _p(words.say(advice)),
        _link(INSTALL, words.say("Start again")),
    )


def done_page(words: Words, installation: Installation) -> str:
    """Return the page that says that Concord is there, and what to do next."""
    return _page(
        words,
        words.say("Concord is now in {workspace}", workspace=installation.name),
        *(
            _next_in_team(words, installation)
            if installation.team
            else _in_org(words, installation)
        ),
    )


def _next_in_team(words: Words, installation: Installation) -> Iterable[str]:
    yield _p(words.say("Three steps, and your team can begin:"))
    yield _list(
        "ol",
        (
            escape(words.say("Go to the channel that your team works in.")),
            escape(words.say("Type /invite @Concord and send it.")),
            escape(words.say("Type /concord start and send it. Concord asks for the rest.")),
        ),
    )
    team, app = quote(installation.team, safe=""), quote(installation.app, safe="")
    address = f"https://slack.com/app_redirect?app={app}&team={team}"
    yield _link(address, words.say("Open Concord in Slack"))


def _in_org(words: Words, installation: Installation) -> Iterable[str]:
    yield _p(
        words.say(
            "It is in none of its workspaces yet. An administrator of the organization "
            "chooses them; then people there can type /concord start."
        )
    )
    org, app = quote(installation.org, safe=""), quote(installation.app, safe="")
    address = f"https://app.slack.com/manage/{org}/integrations/profile/{app}/workspaces/add"
    yield _link(address, words.say("Choose workspaces"))


def _page(words: Words, title: str, *parts: str) -> str:
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="{STYLES}">\n</head>\n'
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _line(words: Words, scope: Scope) -> str:
    used = words.say(
        "Used {when}. Slack calls it {name}.", when=words.say(scope.when), name=scope.name
    )
    return f"{escape(words.say(scope.feature))}<small>{escape(used)}</small>"


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _h2(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _small(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>"


def _list(kind: str, lines: Iterable[str]) -> str:
    """Return a list of lines that are HTML already."""
    return f"<{kind}>\n{''.join(f'<li>{line}</li>' for line in lines)}\n</{kind}>"


def _link(address: str, label: str) -> str:
    return f'<p><a class="go" href="{escape(address)}">{escape(label)}</a></p>'
