"""What one person did from two seats counts once, at the seat that stays."""

from tests.storage.samples import ANA_HERE, BO_HERE, CONVERSATION
from workflows.conversations import Conversation, Participation
from workflows.identifiers import FieldId, MemberId, StepId
from workflows.uniting import united
from workflows.views import Privacy

ANA, BO = ANA_HERE.id, BO_HERE.id
KEEP = FieldId("keep")
BEGUN = Participation(path=(StepId("first"),), answers={KEEP: "the Monday call"})
OTHER = Participation(path=(StepId("first"),), answers={KEEP: "the coffee"})


def conversation(ana: Participation, bo: Participation, **changes: object) -> Conversation:
    """Return a conversation with two places."""
    return CONVERSATION.model_copy(update={"people": {ANA: ana, BO: bo}, **changes})


def test_what_the_seat_that_stays_has_answered_counts() -> None:
    joined = united(conversation(BEGUN, OTHER), BO, ANA)

    assert joined.people == {ANA: BEGUN, BO: Participation()}


def test_what_only_the_other_seat_has_answered_goes_along() -> None:
    joined = united(conversation(Participation(), OTHER), BO, ANA)

    assert joined.people == {ANA: OTHER, BO: Participation()}


def test_answers_from_before_a_return_are_answers_too() -> None:
    returned = Participation(earlier=({KEEP: "the Monday call"},))

    joined = united(conversation(returned, OTHER), BO, ANA)

    assert joined.people[ANA] == returned


def test_what_is_one_members_alone_is_the_staying_seats_and_nobody_else_is_in_it() -> None:
    alone = CONVERSATION.model_copy(
        update={"people": {BO: OTHER}, "owner": BO, "facilitator": BO, "privacy": Privacy.PRIVATE}
    )

    joined = united(alone, BO, ANA)

    assert (joined.owner, joined.facilitator, joined.people) == (ANA, ANA, {ANA: OTHER})


def test_a_seat_that_takes_no_part_yet_does_from_now_on() -> None:
    alone = CONVERSATION.model_copy(update={"people": {BO: OTHER}})

    assert united(alone, BO, ANA).people == {BO: Participation(), ANA: OTHER}


def test_where_the_other_seat_takes_no_part_nothing_changes() -> None:
    alone = CONVERSATION.model_copy(update={"people": {ANA: BEGUN}})

    assert united(alone, BO, ANA) is alone


def test_chairs_and_names_on_the_sheet_are_those_of_the_seat_that_stays() -> None:
    sheet = {
        FieldId("accountable"): BO,
        FieldId("people"): (BO, "cy", ANA),
        FieldId("aim"): 3,
        FieldId("rows"): ({KEEP: "x"},),
    }

    joined = united(conversation(BEGUN, OTHER, facilitator=BO, scribe=BO, sheet=sheet), BO, ANA)

    assert (joined.facilitator, joined.scribe) == (ANA, ANA)
    assert joined.sheet == {**sheet, FieldId("accountable"): ANA, FieldId("people"): (ANA, "cy")}


def test_chairs_of_others_stay_theirs() -> None:
    joined = united(conversation(BEGUN, OTHER, facilitator=MemberId("cy")), BO, ANA)

    assert (joined.facilitator, joined.scribe) == ("cy", None)


def test_what_was_taken_on_in_a_table_is_the_seats_that_stays() -> None:
    actions, owner = FieldId("actions"), FieldId("owner")
    sheet = {actions: ({KEEP: "Book a room", owner: BO}, {KEEP: "Call", owner: "cy"})}

    joined = united(conversation(BEGUN, OTHER, sheet=sheet), BO, ANA)

    assert joined.sheet == {
        actions: ({KEEP: "Book a room", owner: ANA}, {KEEP: "Call", owner: "cy"})
    }


def test_who_declined_from_either_seat_has_declined_once() -> None:
    declined = (BO, MemberId("cy"), ANA)

    joined = united(conversation(BEGUN, OTHER, declined=declined), BO, ANA)

    assert joined.declined == (ANA, "cy")
