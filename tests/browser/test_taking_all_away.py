"""A lead takes away what their team keeps, in the running workspace."""

from tests.browser.program import Concord
from tests.browser.windows import Windows


def test_a_lead_gets_one_file_and_a_member_is_told_who_could(
    concord: Concord, windows: Windows
) -> None:
    del concord
    maria = windows.person("maria")
    maria.types("/concord team show")
    maria.presses("Take all away")

    maria.gets_file(begins=b"PK\x03\x04")

    dev = windows.person("dev")
    dev.types("/concord partnership export")
    dev.sees_typed("That is for a lead of the team to do.")
    dev.sees_nowhere(".zip")
