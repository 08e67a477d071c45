"""What checking in on a decision and making it is like for the people in it."""

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, FOUR, packaged, room
from tests.stage import Stage
from workflows.conversations import Status
from workflows.records import Decision

TWO = ("administration", "association")


def framed(
    *, pace: str = "now", parties: tuple[str, ...] = TWO, table: Stage | None = None
) -> Stage:
    """Return a team that marks what it expects of a decision for which Bo is accountable."""
    table = table or Stage(packaged("decision"))
    table.says(
        "ana",
        title="Early days",
        why="The board meets soon.",
        parties=parties,
        accountable="bo",
        decide_by="2026-12-01",
    )
    table.says("ana", pace=pace)
    return table


def mark(table: Stage, **expected: str) -> None:
    for name in table.conversation.people:
        table.says(name, expected=expected.get(name, "shared"), wished="shared")


def levelled(level: str = "shared", method: str = "") -> Stage:
    """Return a team whose level is set, before what comes of it."""
    table = framed()
    mark(table)
    table.says("bo", level=level, reason="It touches everyone.")
    if method:
        table.says("bo", method=method)
    return table


def proposed(method: str) -> Stage:
    """Return a team with a proposal before it."""
    table = levelled(method=method)
    if method == "gradients":
        table.says("bo", important="yes", lasting="yes", hard="no", buy_in="no", initiative="no")
    table.says("bo", proposal="We try one day.")
    return table


def decided(table: Stage) -> Decision:
    """Let Bo state the outcome and everybody stand by it; return the record."""
    table.says("bo", outcome="We try it in March.", review_on="2027-03-01")
    for name in FOUR:
        table.says(name, support="yes")
    record = table.record()
    assert isinstance(record, Decision)
    return record


def test_everybody_reads_what_is_to_be_decided_and_by_when() -> None:
    assert framed().card().splitlines()[:7] == [
        "# Decision check-in: Early days",
        "",
        "## Mark what you expect",
        "",
        "The board meets soon.",
        "",
        "@Bo is accountable. It must be decided by Tue, Dec 1, 2026.",
    ]


def test_nobody_sees_a_mark_until_all_have_marked() -> None:
    table = framed()
    for name in ("ana", "bo", "cy"):
        table.says(name, expected="alone-b", wished="shared")

    assert "Picture" not in table.card() + table.looks("dee") + table.sees("bo")
    assert table.opens("dee").form.values == {}


def test_a_decision_concerns_two_parties_or_more() -> None:
    table = Stage(packaged("decision"))

    seen = table.says(
        "ana", title="x", parties=("association",), accountable="bo", decide_by="2026-12-01"
    )

    assert "! Please pick at least 2." in seen


@pytest.mark.parametrize(("dee", "phase"), [("heard-a", "level"), ("explained-a", "talk")])
def test_a_team_talks_first_when_its_marks_lie_two_steps_apart(dee: str, phase: str) -> None:
    table = framed()

    mark(table, dee=dee)

    assert table.phase == phase


def test_a_team_that_talks_sees_how_far_apart_its_marks_lie() -> None:
    table = framed()

    mark(table, dee="alone-a")

    assert "Your marks are 3 steps apart." in table.card()
    assert "3 steps apart. Expected: 1 at step 1 (Administration decides alone)" in table.card()
    assert "Dee" not in table.card()


def test_whoever_is_accountable_sees_the_marks_where_they_set_the_level() -> None:
    table = framed()
    mark(table)

    assert "[Picture: Early days. All expect the same step." in table.sees("bo")
    assert table.asks("bo") == ("level", "reason")
    assert table.goes_on() == "This part waits for Bo."


def test_a_decision_after_hearing_says_what_the_input_changed() -> None:
    table = levelled("heard-a")
    said = table.card()
    for name in FOUR[:3]:
        table.says(name, input=f"{name} on buses")
    table.says("dee", input="")
    asked = table.asks("bo")
    table.says("bo", changed="We start later.")

    record = decided(table)

    assert "**" not in said
    assert "Administration decides after hearing Association. It touches everyone." in said
    assert asked == ("changed",)
    assert set(record.inputs) == {f"{name} on buses" for name in FOUR[:3]}
    assert record.changed == "We start later."


@pytest.mark.parametrize("level", ["alone-a", "explained-b"])
def test_a_decision_that_is_not_shared_is_stated_with_its_level_and_reason(level: str) -> None:
    table = levelled(level)

    assert table.phase == "decide"
    assert "It touches everyone." in table.card()
    assert decided(table).level == level


def test_a_team_consents_when_nobody_objects() -> None:
    table = proposed("consent")
    for name in FOUR:
        table.says(name, stance="agree")

    record = decided(table)

    assert (record.tally, record.rounds) == ({"agree": 4}, 1)


def test_an_objection_is_taken_up_in_a_new_proposal() -> None:
    table = proposed("consent")
    for name in FOUR[:3]:
        table.says(name, stance="agree")
    table.says("dee", stance="object")
    table.says("dee", stance_reason="No child care.")
    to_bo = table.sees("bo")
    table.says("bo", proposal="We try one day, with child care.")
    for name in FOUR:
        table.says(name, stance="agree")

    record = decided(table)

    assert "- @Dee: No child care.\n" in to_bo
    assert "= We try one day.\n" in to_bo
    assert (record.proposal, record.rounds) == ("We try one day, with child care.", 2)
    assert [note.text for note in record.concerns] == ["No child care."]


def test_whoever_shows_two_fingers_is_heard_and_the_team_shows_once_more() -> None:
    table = proposed("fist")
    for name in FOUR[:3]:
        table.says(name, fist="4")
    table.says("dee", fist="2")
    table.says("dee", fist_reason="Too soon.")
    to_bo = table.sees("bo")
    table.says("bo", proposal="In spring.")
    for name in FOUR:
        table.says(name, fist="2" if name == "dee" else "5")
        if name == "dee":
            table.says(name, fist_reason="Still too soon.")

    assert "- Too soon.\n" in to_bo
    assert table.phase == "decide"
    assert decided(table).tally == {"2": 1, "5": 3}


def test_a_big_decision_says_how_much_support_it_needs() -> None:
    table = proposed("gradients")

    assert "This decision asks for broad support: most people at one of the" in table.card()


def test_a_veto_sends_the_proposal_back_once() -> None:
    table = proposed("gradients")
    phases = []
    for _ in range(2):
        for name in FOUR:
            table.says(name, gradient="veto" if name == "cy" else "whole", gradient_reason="")
        phases.append(table.phase)
        if table.phase == "propose":
            table.says("bo", proposal="In spring.")

    assert phases == ["propose", "decide"]
    assert decided(table).tally == {"veto": 1, "whole": 3}


def test_each_member_says_whether_they_stand_by_it_and_chooses_to_sign_dissent() -> None:
    table = proposed("consent")
    for name in FOUR:
        table.says(name, stance="agree")
    table.says("bo", outcome="We try it.", review_on="2027-03-01")
    for name, sign in (("cy", "no"), ("dee", "yes")):
        table.says(name, support="noted")
        table.says(name, dissent=f"{name} would wait", sign_dissent=sign)
    for name in ("ana", "bo"):
        table.says(name, support="yes")

    record = table.record()

    assert isinstance(record, Decision)
    assert [(note.member, note.text) for note in record.dissent] == [
        ("dee", "dee would wait"),
        (None, "cy would wait"),
    ]


def test_a_decision_cannot_end_without_a_level() -> None:
    table = framed()
    mark(table)

    for _ in range(3):
        table.goes_on()
        table.waits(days=3)

    assert (table.phase, table.conversation.status) == ("level", Status.OPEN)


def test_three_parties_mark_four_depths() -> None:
    three = room(parties=(ADMINISTRATION, ASSOCIATION, FAMILIES))
    parties = tuple(party.id for party in three.parties)
    table = framed(parties=parties, table=Stage(packaged("decision"), table=three))

    mark(table, dee="alone")

    assert table.phase == "talk"
    assert "Whoever is accountable decides alone" in table.card()


def test_the_facilitator_states_the_outcome_when_whoever_is_accountable_has_left() -> None:
    table = levelled("alone-a")

    table.leaves("bo")

    assert "Waiting for Ana, in place of Bo." in table.card()
    assert table.asks("ana") == ("outcome", "review-on")
