"""Concord asks a server for what it needs, says why, and for nothing else."""

from pathlib import Path

import discord

from bot.platforms.discord.permissions import NEEDED, install_link, missing

DOCUMENT = Path(__file__).parents[3].joinpath("docs", "discord.md").read_text("utf-8")


def test_each_permission_is_the_one_that_discord_calls_so() -> None:
    names = {each.name: each.name.lower().replace(" ", "_") for each in NEEDED}

    bits = {each.name: discord.Permissions(each.bit) for each in NEEDED}

    assert [name for name, flag in names.items() if not getattr(bits[name], flag)] == []


def test_an_administrator_finds_each_permission_and_its_reason_in_the_documents() -> None:
    rows = [f"| {each.name} | {each.reason} |" for each in NEEDED]

    assert [row for row in rows if row not in DOCUMENT] == []


def test_a_server_that_grants_all_lacks_nothing() -> None:
    everything = sum(each.bit for each in NEEDED)

    assert missing(everything) == ()
    assert missing(everything & ~NEEDED[2].bit) == (NEEDED[2],)


def test_the_link_asks_for_exactly_what_is_needed() -> None:
    link = install_link("42")

    asked = int(link.partition("permissions=")[2])

    assert "client_id=42&scope=bot%20applications.commands" in link
    assert missing(asked) == ()
    assert asked.bit_count() == len(NEEDED)
    assert not discord.Permissions(asked).administrator
