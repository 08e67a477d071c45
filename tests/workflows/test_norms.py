"""What agreeing group norms is like for the people in it."""

import pytest

from tests.factories import FOUR, packaged
from tests.stage import Stage
from workflows.conversations import Status
from workflows.identifiers import FieldId, MemberId
from workflows.keeping import CATEGORIES
from workflows.records import Norms


@pytest.fixture
def norms() -> Stage:
    """Return a team that writes in silence, with ten minutes to do so."""
    table = Stage(packaged("norms"))
    table.says("ana", pace="now")
    return table


def write(table: Stage, *names: str) -> None:
    for name in names:
        for category in CATEGORIES:
            table.says(name, **{f"idea_{category}": f"{name} on {category}"})


def agree_on(table: Stage, name: str = "bo") -> None:
    for category in CATEGORIES:
        table.says(name, **{f"commit_{category}": f"we {category}"})
    assert table.goes_on() == ""


def stand(table: Stage, **stances: str) -> None:
    for name, stance in stances.items():
        table.says(name, norm_stance=stance)
        if stance != "agree":
            table.says(name, norm_reason=f"{name} says why")


def consenting() -> Stage:
    """Return a team that says whether it can live with its norms."""
    table = Stage(packaged("norms"))
    table.says("ana", pace="two-days")
    write(table, *FOUR)
    agree_on(table)
    return table


def test_a_team_agrees_its_norms() -> None:
    table = consenting()

    stand(table, ana="agree", bo="agree", cy="note", dee="agree")

    record = table.record()
    assert isinstance(record, Norms)
    assert record.commitments == {FieldId(c): f"we {c}" for c in CATEGORIES}
    assert record.stances == {"agree": 3, "note": 1}


def test_a_member_must_have_an_idea_for_each_category(norms: Stage) -> None:
    assert "! Please answer this one." in norms.says("bo", idea_logistics=" \n ")


def test_nobody_reads_an_idea_until_everyone_is_done(norms: Stage) -> None:
    write(norms, "bo", "cy", "dee")
    early = [norms.sees("bo"), norms.looks("ana"), norms.card(), norms.reveal("idea-records")]

    write(norms, "ana")

    assert not any("bo on" in screen for screen in early)
    assert "- bo on records\n" in norms.reveal("idea-records")


def test_the_ideas_are_read_when_time_is_up(norms: Stage) -> None:
    norms.says("bo", idea_logistics="bo on logistics")

    norms.waits(minutes=10)

    assert norms.phase == "merge"
    assert "- bo on logistics\n" in norms.reads("dee", "commit-logistics")


def test_an_idea_is_shown_without_its_author(norms: Stage) -> None:
    write(norms, *FOUR)

    lines = norms.reveal("idea-records").lower().splitlines()[4:]

    assert sorted(lines) == [f"- {name} on records" for name in FOUR]
    assert "@" not in norms.reveal("idea-records")


def test_anyone_writes_a_commitment_and_anyone_changes_it(norms: Stage) -> None:
    norms.goes_on()

    norms.says("cy", commit_records="by Cy")
    norms.says("dee", commit_records="by Cy and Dee")

    assert "Recordkeeping: by Cy and Dee\n" in norms.card()


def test_a_team_cannot_go_on_without_all_six_commitments(norms: Stage) -> None:
    norms.goes_on()
    for category in CATEGORIES[1:]:
        norms.says("bo", **{f"commit_{category}": "x"})

    assert norms.goes_on() == "Before you go on, please write something for: Meeting logistics."
    assert norms.phase == "merge"


def test_a_member_reads_all_six_commitments_before_they_say_where_they_stand() -> None:
    table = consenting()

    shown = table.sees("dee")

    assert all(f"we {category}\n" in shown for category in CATEGORIES)


def test_an_objection_goes_back_to_the_group_with_its_reason_and_name() -> None:
    table = consenting()

    stand(table, ana="agree", bo="agree", cy="agree", dee="object")

    assert table.phase == "merge"
    assert "- I object, and I say why: 1 (Dee)\n" in table.sees("ana")
    assert "- @Dee: dee says why\n" in table.sees("ana")


def test_an_objection_that_is_never_mended_is_kept_with_the_norms() -> None:
    table = consenting()

    for _ in range(3):
        stand(table, ana="agree", bo="agree", cy="agree", dee="object")
        if table.phase:
            assert table.goes_on() == ""

    record = table.record()
    assert isinstance(record, Norms)
    assert record.stances == {"agree": 3, "object": 1}


def test_a_round_that_too_few_have_answered_waits_for_the_facilitator() -> None:
    table = consenting()
    stand(table, bo="agree")

    table.waits(days=2)
    after_two_days = table.phase
    table.gets_time()
    table.waits(hours=23)
    stand(table, cy="agree")
    table.waits(hours=1)

    assert (after_two_days, table.conversation.status) == ("consent", Status.COMPLETED)
    record = table.record()
    assert isinstance(record, Norms)
    assert (sum(record.stances.values()), record.asked) == (2, 4)


def test_a_team_that_changes_its_norms_begins_with_those_in_force() -> None:
    table = Stage(packaged("norms"), sheet={f"commit-{c}": f"old {c}" for c in CATEGORIES})
    table.says("ana", pace="now")
    table.goes_on()

    assert table.opens("bo", "commit-outside").form.values == {"commit-outside": "old outside"}
    assert table.goes_on() == ""


def test_somebody_who_leaves_in_the_middle_leaves_their_ideas(norms: Stage) -> None:
    write(norms, "dee")
    norms.leaves("dee")
    write(norms, "ana", "bo", "cy")

    assert "- dee on outside\n" in norms.reveal("idea-outside")
    assert MemberId("dee") in norms.conversation.people
