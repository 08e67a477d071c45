"""How far a team has come in a retro, so that a test can begin with what comes after."""

from tests.factories import FOUR
from tests.stage import Stage
from workflows.retro_questions import QUESTIONS

WRITTEN = ("aims", "results", "working", "ahead")


def plan(table: Stage, pace: str = "hour", day: str = "", time: str = "") -> None:
    """Let Ana plan the retro."""
    table.says("ana", topic="Our first year", pace=pace, day=day, time=time)


def write(table: Stage, section: str, *, signs: str = "") -> None:
    """Let everyone write a thought to each question of a section."""
    fields = [field for field in QUESTIONS if field.startswith(section)]
    for name in FOUR:
        for field in fields:
            sign = "yes" if name == signs else "no"
            table.says(name, **{field: f"{name} on {field}", f"{field}-sign": sign})


def come_to(table: Stage, phase: str) -> None:
    """Let the team go through the retro until a phase is open."""
    while table.phase != phase:
        section = table.phase.removesuffix("-write")
        if table.phase == "plan":
            plan(table)
        elif section in WRITTEN:
            write(table, section)
        elif table.phase == "dots":
            for name in FOUR:
                table.says(name, dots=(table.opens(name).form.inputs[0].options[0].value,))
        else:
            assert table.goes_on() == ""
