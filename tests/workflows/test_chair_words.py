"""What is said in private about the facilitator's chair."""

from bot.plain_text import draw_view
from tests.factories import packaged, room
from tests.stage import Stage
from workflows.chair_words import deputy_call, drawn_call
from workflows.views import View


def said(view: View) -> str:
    return draw_view(view, room().words).partition("\n\n")[2].rstrip()


def planned() -> Stage:
    table = Stage(packaged("retro"))
    table.says("ana", topic="Our year", pace="hour", day="", time="")
    return table


def test_whoever_was_drawn_hears_what_they_can_do_about_it() -> None:
    assert said(drawn_call(planned().wording)) == (
        "You facilitate Our year in the team The table. You need not prepare: I show you what to "
        "say at each step.\n\n[Open] [Swap with somebody] [Not this time]"
    )


def test_a_deputy_hears_whom_the_group_waits_for() -> None:
    assert said(deputy_call(planned().wording)) == (
        "Our year in the team The table waits for Ana, who may be away. Will you go on instead?"
        "\n\n[Facilitate]"
    )


def test_what_has_no_subject_is_called_by_its_name() -> None:
    norms = Stage(packaged("norms")).wording

    assert said(drawn_call(norms)).startswith("You facilitate Group norms in the team")
    assert said(deputy_call(norms)).startswith("Group norms in the team")
