"""A team agrees its norms in the workspace, from the slash command to the record that all sign."""

import pytest

from tests.browser import norms
from tests.browser.program import Concord
from tests.browser.table import set_table
from tests.browser.windows import Windows


@pytest.mark.parametrize("concord", ["en", "es"], indirect=True)
def test_a_team_agrees_norms_and_signs_them(concord: Concord, windows: Windows) -> None:
    table = set_table(windows, concord.language, "norms")

    norms.write_in_silence(table)
    norms.read_what_all_wrote(table)
    norms.turn_ideas_into_norms(table)
    norms.object_once(table)
    norms.mend(table)
    norms.all_agree(table)
    norms.sign(table)
    norms.take_away(table)
    norms.check_a_week_later(table)
