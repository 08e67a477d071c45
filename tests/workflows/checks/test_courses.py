"""What an author is told about the course of a workflow."""

import pytest

from tests.workflows.checks.worksheet import explained
from workflows.checking import check


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        ('stage = "act"', 'stage = "later"', ["4: “stage” is one of: prepare, act, reflect."]),
        ("chapter = 8", "chapter = 12", ["5: “chapter” is a number from 1 to 11."]),
        (
            "chapter = 8",
            'chapter = 8\nprivacy = "secret"',
            ["6: “privacy” is one of: private, caucus, team, partners."],
        ),
        (
            "chapter = 8",
            'chapter = 8\nleaves = "dust"',
            [
                (
                    "6: “leaves” is one of: norms, norm-check, decision, invitation, partners, "
                    "relationships, retro."
                )
            ],
        ),
        (
            'audience = "facilitator"',
            'audience = "facilitator"\nwhen = { field = "pace", equals = "now" }',
            [
                "12: The first phase has no condition, for nothing is known yet.",
                "12: “pace” is only known later. Move it, or ask for it before.",
            ],
        ),
        (
            'minutes = { field = "pace", minutes = { now = 10, later = 1440 } }\ncloses = "quorum"',
            'closes = "deadline"',
            ["22: This phase ends when its time is up: say how many “minutes” it has."],
        ),
        (
            "quorum = 0.5",
            "",
            ["23: Say in “quorum” which share of the people is enough, such as 0.5."],
        ),
        (
            'named = "owner"\n',
            'named = "owner"\ncloses = "facilitator"\n',
            ["46: One person answers here, and the phase ends when they have answered."],
        ),
        (
            'audience = "together"\ncloses = "facilitator"',
            'audience = "together"',
            ["27: Nobody can tell when a sheet is done. Set closes = “facilitator”, or minutes."],
        ),
        (
            '[[step]]\nid = "vote"\nphase = "vote"',
            '[[step]]\nid = "vote"\nphase = "close"',
            [
                "32: “stance” is only known later. Move it, or ask for it before.",
                "39: “stance” is only known later. Move it, or ask for it before.",
                "39: “stance” must be asked in “vote” itself.",
                "46: “stance” is only known later. Move it, or ask for it before.",
            ],
        ),
        (
            '[[step]]\nid = "vote"\nphase = "vote"\n',
            '[[step]]\nid = "vote"\nphase = "vote"\nwhen = { field = "pace", equals = "now" }\n',
            ["34: Each step here has a condition, so somebody could have nothing to do. Free one."],
        ),
        (
            '[[step]]\nid = "tasks"\nphase = "close"',
            '[[step]]\nid = "tasks"\nphase = "vote"',
            ["41: Nobody is asked anything in “close”. Set closes = “facilitator”, or minutes."],
        ),
        (
            '[[step]]\nid = "vote"\nphase = "vote"',
            '[[step]]\nid = "vote"\nphase = "vote"\nwhen = { field = "spread", at-least = 1 }',
            ["34: Each step here has a condition, so somebody could have nothing to do. Free one."],
        ),
    ],
)
def test_an_author_is_told_why_a_phase_could_not_be_finished(
    old: str, new: str, sentences: list[str]
) -> None:
    assert explained(old, new) == sentences


NOTHING_TO_DO = [
    "34: Each step here has a condition, so somebody could have nothing to do. Free one."
]


@pytest.mark.parametrize(
    ("one", "other", "sentences"),
    [
        ('field = "is-hard", equals = true', 'field = "is-hard", equals = false', []),
        ('field = "pace", in = ["now"]', 'field = "pace", equals = "later"', []),
        ('field = "sure", at-most = 2', 'field = "sure", at-least = 3', []),
        ('field = "sure", at-most = 2', 'field = "sure", at-least = 4', NOTHING_TO_DO),
        ('field = "sure", at-most = 2', 'field = "sure", at-most = 3', NOTHING_TO_DO),
        ('field = "pace", equals = "now"', 'field = "is-hard", equals = true', NOTHING_TO_DO),
    ],
)
def test_an_author_may_split_a_phase_by_every_answer_to_a_question(
    one: str, other: str, sentences: list[str]
) -> None:
    step = '[[step]]\nid = "vote"\nphase = "vote"\n'
    aside = f'[[step]]\nid = "aside"\nphase = "vote"\ntitle = "Aside"\nwhen = {{ {other} }}\n'

    assert explained(step, f"{aside}{step}when = {{ {one} }}\n") == sentences


def test_an_author_is_told_when_there_is_no_phase() -> None:
    file = 'id = "x"\ntitle = "X"\nsummary = "X"\nstage = "act"\nchapter = 1\nphase = []\nstep = []'

    assert [str(mistake) for mistake in check(file, "x")] == [
        "x:1: A workflow needs at least one phase."
    ]
