"""What Discord is told about Concord's commands fits, and agrees with what Concord does."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.platforms.discord.gateway.choosing import line_of
from bot.platforms.discord.gateway.options import OPTIONS
from bot.platforms.discord.gateway.tree import (
    ADMIN,
    INVITE,
    LOG_DECISION,
    MAKE_ACTION,
    SAVE_LESSON,
    TOP,
    command_tree,
)
from commands.offered import REGISTRY, show_help
from commands.registry import Command, Registry
from tests.bot.discord.drawing.judge import judge
from workflows.catalogue import words_for

Json = dict[str, Any]

TREE = command_tree()
CHAT, USER, MESSAGE = 1, 2, 3
NAME = re.compile(r"[-_'\w]{1,32}")


def command(name: str) -> Json:
    (found,) = (each for each in TREE if each["name"] == name)
    return found


def parts(of: Json) -> Iterator[Json]:
    """Yield a chat command and everything in it."""
    yield of
    for option in of.get("options", ()):
        yield from parts(option)


def longest(part: Json, name: str) -> int:
    return max(map(len, (part[name], *part.get(f"{name}_localizations", {}).values())))


def lines() -> Iterator[tuple[str, Json]]:
    """Yield all that can be called, as it is typed, and what Discord knows about it."""
    for option in command(TOP)["options"]:
        if option["type"] == 1:
            yield option["name"], option
        else:
            yield from ((f"{option['name']} {verb['name']}", verb) for verb in option["options"])


def called(line: str) -> Command:
    """Return what Concord does when somebody calls this."""
    noun, _, verb = line.partition(" ")
    inside = [{"name": verb, "type": 1, "options": []}] if verb else []
    option = {"name": noun, "type": 2 if verb else 1, "options": inside}
    found = REGISTRY.find(line_of({"name": TOP, "type": CHAT, "options": [option]}))
    assert found is not None
    return found


CHATS = [each for each in TREE if each["type"] == CHAT]
LINES = dict(lines())


def test_everything_that_help_lists_can_be_called_and_nothing_else() -> None:
    assert sorted(called(line).name for line in LINES) == sorted(
        each.name for each in REGISTRY if each.is_offered
    )


def test_a_noun_that_is_a_command_by_itself_can_be_called() -> None:
    assert called("me show").name == "me"


def test_a_command_that_takes_a_text_has_an_option_for_it() -> None:
    with_text = {each.name for each in REGISTRY if each.takes_text}

    assert with_text <= {
        called(line).name
        for line, part in LINES.items()
        if {"code", "words", "which"} & {option["name"] for option in part["options"]}
    }


@pytest.mark.parametrize("part", [part for chat in CHATS for part in parts(chat)], ids=str)
def test_a_name_and_a_description_fit(part: Json) -> None:
    assert NAME.fullmatch(part["name"])
    assert part["name"] == part["name"].lower()
    assert 1 <= longest(part, "description") <= 100
    assert len(part.get("options", ())) <= 25
    assert part.get("autocomplete", True), "only named where it is so"


@pytest.mark.parametrize("chat", CHATS, ids=lambda chat: str(chat["name"]))
def test_a_command_has_no_more_words_than_discord_takes(chat: Json) -> None:
    words = sum(longest(part, "name") + longest(part, "description") for part in parts(chat))

    assert words <= 8000


def test_there_are_no_more_commands_than_discord_takes() -> None:
    kinds = [each["type"] for each in TREE]

    assert kinds.count(MESSAGE) <= 15
    assert kinds.count(USER) <= 15
    assert len({(each["type"], each["name"]) for each in TREE}) == len(TREE)


@pytest.mark.parametrize("each", TREE, ids=lambda each: str(each["name"]))
def test_a_command_is_offered_in_servers_and_nowhere_else(each: Json) -> None:
    assert (each["contexts"], each["integration_types"]) == ([0], [0])


@pytest.mark.parametrize("line", LINES)
def test_a_reader_of_spanish_finds_what_a_command_does(line: str) -> None:
    summary = called(line).summary
    said = words_for("es").say(summary)

    assert LINES[line]["description"] == summary
    assert LINES[line]["description_localizations"] == {"es-ES": said, "es-419": said}
    assert "name_localizations" not in LINES[line]


def test_only_who_looks_after_a_server_may_look_whether_all_is_well() -> None:
    admin = command(ADMIN)

    assert admin["default_member_permissions"] == 32
    assert [option["name"] for option in admin["options"]] == ["check"]
    assert "default_member_permissions" not in command(TOP)


def test_what_can_be_done_with_a_message_or_a_person_is_offered_there() -> None:
    kinds = dict.fromkeys((LOG_DECISION, MAKE_ACTION, SAVE_LESSON), MESSAGE) | {INVITE: USER}
    assert {each["name"] for each in TREE} == {TOP, ADMIN, *kinds}
    for name, kind in kinds.items():
        assert command(name)["type"] == kind
        assert "description" not in command(name)
        assert all(1 <= len(said) <= 32 for said in command(name)["name_localizations"].values())


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_stands_at_a_command_that_there_is(name: str) -> None:
    shown = LINES[name]["options"]

    assert [each["name"] for each in shown] == [option.name for option in OPTIONS[name]]
    assert not any(each.get("required") for each in shown)


def test_a_person_is_picked_and_a_record_is_completed() -> None:
    (person,) = LINES["team add"]["options"]
    (which,) = LINES["record show"]["options"]

    assert (person["name"], person["type"]) == ("person", 6)
    assert (which["name"], which["type"], which["autocomplete"]) == ("which", 3, True)


def test_a_long_summary_is_cut() -> None:
    registry = Registry((Command("help", show_help, "word " * 30),))

    (help_,) = command_tree(registry)[0]["options"]

    assert len(help_["description"]) <= 100
    assert help_["description"].endswith("word…")


def test_discord_would_take_it() -> None:
    body = json.loads(json.dumps(TREE))

    faults = judge()("PUT", "/applications/1/commands", body)

    assert faults == []
