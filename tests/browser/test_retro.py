"""A team looks back in the workspace, from the plan to the record that all sign."""

import pytest

from tests.browser import retro
from tests.browser.program import Concord
from tests.browser.table import set_table
from tests.browser.windows import Windows


def test_eight_people_look_back_although_the_facilitator_does_not_go_on(
    concord: Concord, windows: Windows
) -> None:
    table = set_table(windows, concord.language, "retro", seats=8)
    retro.plan(table, "Together, in an hour", day=retro.in_three_days())
    absent = retro.drawn(table)
    side = retro.is_for_first(table, absent)
    scribe = next(
        p for p in table.people if p is not absent and retro.is_for_first(table, p) == side
    )

    retro.get_ready(table)
    retro.write(table)
    retro.read_what_all_wrote(table)
    retro.take_notes(table, scribe)
    deputy = retro.take_over(table, absent)
    retro.go_through_the_other_sections(table, deputy)
    retro.put_dots(table)
    retro.harvest(table, scribe, deputy)
    retro.part(table)
    retro.sign(table)

    retro.plan(table, "Together, in an hour")
    retro.begin_with_the_promises(table, retro.drawn(table))


@pytest.mark.parametrize("concord", ["es"], indirect=True)
def test_a_team_looks_back_over_four_days(concord: Concord, windows: Windows) -> None:
    table = set_table(windows, concord.language, "retro")
    retro.plan(table, "Spread over four days, each when they can")
    facilitator = retro.drawn(table)

    retro.begin(table, facilitator)
    retro.go_through_the_other_sections(table, facilitator, "+1 day")
    retro.put_dots(table)
    retro.harvest(table, table.lead, facilitator)
    retro.part(table)
    retro.sign(table)
