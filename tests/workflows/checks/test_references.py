"""What an author is told about things that content points at."""

import pytest

from tests.workflows.checks.worksheet import explained


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            'when = { field = "sure", at-most = 2 }',
            'when = { field = "shure", at-most = 2 }',
            ["97: There is no field “shure”. Did you mean “sure”?"],
        ),
        (
            'when = { field = "sure", at-most = 2 }',
            'when = { field = "stance", equals = "no" }',
            ["97: “stance” is only known later. Move it, or ask for it before."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "sure", at-least = 2 }',
            ["38: “sure” is each member's own answer; the group has no single one."],
        ),
        (
            '[[phase]]\nid = "write"\n',
            '[[phase]]\nid = "write"\nwhen = { field = "spread", at-least = 2 }\n',
            ["15: “spread” is only known later. Move it, or ask for it before."],
        ),
        (
            'shows = ["idea"]',
            'shows = ["sure"]',
            ["110: Phase “merge” does not reveal “sure”. Add it to its “reveal”."],
        ),
        (
            'signed-if = "sign"',
            'signed-if = "sgn"',
            ["82: There is no field “sgn”. Did you mean “sign”?"],
        ),
        (
            'signed-if = "sign"',
            'signed-if = "sure"',
            ["82: “sure” must be a yes-no field of the same phase."],
        ),
        (
            'signed-if = "sign"',
            'signed-if = "is-hard"',
            ["82: “is-hard” must be a yes-no field of the same phase."],
        ),
        (
            'reveal = ["stance"]',
            'reveal = ["tasks"]',
            ["46: “tasks” is only known later. Move it, or ask for it before."],
        ),
        (
            'reveal = ["stance"]',
            'reveal = ["stanse"]',
            ["46: There is no field “stanse”. Did you mean “stance”?"],
        ),
        (
            'then = "spread"',
            'then = "spred"',
            ["25: There is no hook “spred”. Did you mean “spread”?"],
        ),
        (
            'then = "spread"',
            'offers = "action"',
            ["25: There is no offer “action”. Did you mean “actions”?"],
        ),
        (
            'reveal = ["idea", "stance"]',
            'reveal = ["stance"]\nsorts = ["idea"]',
            [
                "33: “merge” does not reveal “idea”. Add it to its “reveal”.",
                "111: Phase “merge” does not reveal “idea”. Add it to its “reveal”.",
            ],
        ),
        (
            'then = "spread"',
            'then = "spread"\nuntil = { day = "topic", time = "pace" }',
            [
                "26: “pace” must be a field of the kind “time”.",
                "26: “topic” must be a field of the kind “date”.",
            ],
        ),
        (
            'then = "spread"',
            'then = "spread"\nuntil = { day = "dey" }',
            ["26: There is no field “dey”."],
        ),
        ('picture = "continuum"', 'picture = "pie"', ["47: There is no picture “pie”."]),
        (
            'audience = "named"\nnamed = "owner"',
            'named = "owner"',
            ["44: “named” goes with the audiences “named” and “party”."],
        ),
        ('named = "owner"', "", ["44: Say in “named” which earlier field picks the person."]),
        (
            'audience = "named"\nnamed = "owner"',
            'audience = "party"',
            ["44: Say in “named” which earlier field picks the party."],
        ),
        (
            'named = "owner"',
            'named = "topic"',
            ["45: “topic” must be a field of the kind “person”."],
        ),
        (
            'audience = "named"\nnamed = "owner"',
            'audience = "party"\nnamed = "pace"',
            ["45: “pace” must be a choice with source = “parties”."],
        ),
        (
            'named = "owner"',
            'named = "sure"',
            [
                "45: “sure” is each member's own answer; the group has no single one.",
                "45: “sure” must be a field of the kind “person”.",
            ],
        ),
        (
            "later = 1440 }",
            "never = 1440 }",
            [
                "22: How many minutes are there when “later” is picked?",
                "22: “pace” has no choice “never”.",
            ],
        ),
        (
            'minutes = { field = "pace"',
            'minutes = { field = "topic"',
            ["22: “topic” must be a choice, for each choice has its time."],
        ),
        (
            'minutes = { field = "pace"',
            'minutes = { field = "speed"',
            ["22: There is no field “speed”."],
        ),
        (
            'to = "merge"',
            'to = "merg"',
            [
                "32: “stance” is only known later. Move it, or ask for it before.",
                "39: There is no phase “merg”. Did you mean “merge”?",
            ],
        ),
        (
            'to = "merge"',
            'to = "close"',
            [
                "32: “stance” is only known later. Move it, or ask for it before.",
                "39: “close” does not come before “vote”: a return goes back.",
            ],
        ),
        (
            'to = "merge"',
            'to = "vote"',
            [
                "32: “stance” is only known later. Move it, or ask for it before.",
                "39: “vote” does not come before “vote”: a return goes back.",
            ],
        ),
        (
            'to = "merge", when = { field = "stance", equals = "no" }',
            'to = "merge", when = { field = "sure", at-most = 2 }',
            ["39: “sure” must be asked in “vote” itself."],
        ),
        (
            'subject = "topic"',
            'subject = "idea"',
            ["6: “idea” is each member's own answer; the group has no single one."],
        ),
    ],
)
def test_an_author_is_told_what_leads_nowhere_or_comes_too_late(
    old: str, new: str, sentences: list[str]
) -> None:
    assert explained(old, new) == sentences


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "spread", at-least = 2 }',
        ),
        ('subject = "topic"', 'subject = "a-fact"'),
    ],
)
def test_an_author_hears_nothing_where_nothing_is_wrong(old: str, new: str) -> None:
    assert explained(old, new) == []
