"""One person plays a conversation in the terminal, as several people."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commandline.program import program
from bot.play.asking import Filled, Order, ask_form
from bot.play.lines import Script
from workflows.catalogue import words_for
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Form, Input, Option

ENGLISH = words_for("en")
IDEAS = "an idea\n\n" * 6
HELP = "Type the number of a button, or one of these: :as NAME, :next, :back, :wait 2d, :quit."


def played(tmp_path: Path, lines: str, *options: str, workflow: str = "norms") -> Result:
    script = tmp_path / "lines.txt"
    script.write_text(lines)
    arguments = ["play", workflow, "--as", "Ana,Bo", "--script", str(script), *options]
    return CliRunner().invoke(program, arguments)


TITLE = re.compile(r"^(?:## |\? )(.*?)(?:  ~ .*)?$", re.MULTILINE)
"""What a screen is about: its first heading, or its first question where that says it all."""


def screens(result: Result) -> list[str]:
    """Return whose screens were shown, with the part each of them was in."""
    assert result.exit_code == 0, result.output
    parts = result.output.split("\n══ ")[1:]
    titles = (TITLE.search(part) for part in parts)
    return [
        f"{part.split(' · ')[0]}: {title[1] if title else ''}"
        for part, title in zip(parts, titles, strict=True)
    ]


def test_a_team_of_two_comes_from_the_first_question_to_the_end(tmp_path: Path) -> None:
    sheet = "".join(f"{number}\nWe do.\n\n" for number in range(1, 7))
    lines = f"1\n{IDEAS}:as bo\n{IDEAS}:as ana\n{sheet}:next\n1\n:as bo\n1\n"

    result = played(tmp_path, lines)

    assert screens(result)[-1].startswith("Bo: ")
    assert "This conversation has ended." in result.output


def test_a_team_of_two_looks_back_together(tmp_path: Path) -> None:
    plan = "Our first year\n1\n\n\n:next\n"
    aims = "We met rarely\n\n\n:wait 3m\n:next\n"
    others = ":wait 3m\n:next\n" * 2 + ":wait 2m\n"
    dots_and_harvest = ":wait 2m\n:next\n"
    part = "1\n1\n:as bo\n1\n1\n"

    result = played(tmp_path, plan + aims + others + dots_and_harvest + part, workflow="retro")

    assert screens(result)[-1].startswith("Bo: ")
    assert "( ) We met rarely" in result.output
    assert "This conversation has ended." in result.output


def test_time_that_passes_ends_a_part(tmp_path: Path) -> None:
    result = played(tmp_path, "1\n:wait 9m\n:wait 1m\n")

    assert screens(result) == [
        "Ana: Choose the pace",
        "Ana: Meeting logistics",
        "Ana: Meeting logistics",
        "Ana: Turn ideas into norms",
    ]


def test_somebody_goes_back_and_changes_an_answer(tmp_path: Path) -> None:
    result = played(tmp_path, "1\nfirst\n\n:back\n")

    assert screens(result)[-2:] == ["Ana: Recordkeeping", "Ana: Meeting logistics"]
    assert "  = first" in result.output


def test_somebody_is_told_what_an_answer_lacks(tmp_path: Path) -> None:
    result = played(tmp_path, "9\n")

    assert "  ! Please pick one of these." in result.output


@pytest.mark.parametrize("line", ["x", "99", ":as nobody", ":wait long", "", ":dance"])
def test_somebody_who_mistypes_is_told_the_orders(tmp_path: Path, line: str) -> None:
    result = played(tmp_path, f"1\n{IDEAS}# a remark\n{line}\n:quit\n")

    assert result.output.splitlines()[-2:] == [HELP, "Ana> :quit"]


def test_a_facilitator_cannot_go_on_without_what_the_group_needs(tmp_path: Path) -> None:
    result = played(tmp_path, "1\n:wait 10m\n:next\n")

    assert "! Before you go on, please write something for:" in result.output


def test_a_conversation_is_played_in_spanish(tmp_path: Path) -> None:
    result = played(tmp_path, "", "--language", "es")

    assert "# Normas del grupo" in result.output


def test_facts_fill_the_slots_of_the_content(tmp_path: Path) -> None:
    result = played(tmp_path, "", "--fact", "outcome=We start in May", workflow="decision-review")

    assert "The decision: We start in May" in result.output


def test_a_player_at_the_keyboard_is_asked_the_same() -> None:
    result = CliRunner().invoke(program, ["play", "norms"], input="1\n:quit\n")

    assert screens(result) == ["Ana: Choose the pace", "Ana: Meeting logistics"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["none"], "There is no conversation none. There are: decision, decision-review,"),
        (["norms", "--as", " , "], "Name at least one person."),
    ],
)
def test_a_player_who_mistypes_is_told_what_there_is(arguments: list[str], problem: str) -> None:
    result = CliRunner().invoke(program, ["play", *arguments])

    assert result.exit_code == 2
    assert problem in result.output


def form(*inputs: Input, also: tuple[Button, ...] = ()) -> Form:
    return Form(inputs, Button("Save", Ask("save")), also, values={"it": "kept"})


ABC = tuple(Option(value, value.upper()) for value in "abc")


@pytest.mark.parametrize(
    ("kind", "options", "lines", "value"),
    [
        (FieldKind.TEXT, (), "hello", "hello"),
        (FieldKind.TEXT, (), "", "kept"),
        (FieldKind.LONG_TEXT, (), "one\ntwo\n\n", "one\ntwo"),
        (FieldKind.CHOICE, ABC, "2", "b"),
        (FieldKind.CHOICE, ABC, "9", "9"),
        (FieldKind.CHOICES, ABC, "3, 1", ("c", "a")),
        (FieldKind.SCALE, (Option("0", "0"), Option("1", "1")), "1", "1"),
    ],
)
def test_a_line_becomes_the_value_of_a_field(
    kind: FieldKind, options: tuple[Option, ...], lines: str, value: str | tuple[str, ...]
) -> None:
    asked = form(Input(FieldId("it"), kind, "It", options=options))

    filled = ask_form(asked, Script(lines or "\n"), ENGLISH)

    assert filled == Filled({"it": value}, Ask("save"))


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("2", Filled({"it": "x"}, Ask("more"))),
        ("", Filled({"it": "x"}, Ask("save"))),
        (":as bo", Order(":as bo")),
    ],
)
def test_a_table_of_rows_asks_whether_another_row_follows(
    line: str, outcome: Filled | Order
) -> None:
    asked = form(
        Input(FieldId("it"), FieldKind.TEXT, "It"),
        also=(Button("Save and add another", Ask("more")),),
    )

    assert ask_form(asked, Script(f"x\n{line}\n"), ENGLISH) == outcome
