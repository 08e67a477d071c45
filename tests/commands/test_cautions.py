"""Words that may be about a student are asked about once more, and kept nowhere before."""

from tests.commands.scenes import write_norms
from tests.dumps import Dump
from tests.table import Table

OF_A_STUDENT = "Jayden Smith was suspended again."
OF_ANOTHER = "Aaliyah Brown was suspended again."
IN_GENERAL = "A student was suspended again."
ANYWAY = "Keep it as it is"


def is_in(kept: Dump, words: str) -> bool:
    """Say whether words stand in any row of any table."""
    return any(words in str(cell) for rows in kept.values() for row in rows for cell in row)


async def writes(table: Table, text: str, who: str = "amara") -> None:
    """Let somebody answer the first question about norms."""
    await write_norms(table)
    await table.takes_part(who, "norms")
    await table.fills(who, idea_logistics=text)


async def test_a_member_is_asked_once_more_and_what_they_typed_is_still_there(table: Table) -> None:
    await writes(table, OF_A_STUDENT)

    assert table.values("amara") == {"idea-logistics": OF_A_STUDENT}
    assert table.problems("amara") == {
        "idea-logistics": "This may be about a student: “Jayden Smith was suspended”."
    }
    assert table.views["amara"].problem == (
        "Please leave out names and numbers of students. You could write “a student”. If this is "
        "not about a student, press “Keep it as it is”."
    )


async def test_a_member_is_asked_in_their_own_language(table: Table) -> None:
    await writes(table, "Jayden Smith fue suspendido.", who="lucia")

    assert table.problems("lucia") == {
        "idea-logistics": "Esto puede tratarse de un estudiante: “Jayden Smith fue suspendido”."
    }
    assert table.form("lucia").ways[-1].label == "Dejarlo como está"


async def test_nothing_is_kept_before_its_author_says_so(any_table: Table) -> None:
    await write_norms(any_table)
    await any_table.takes_part("amara", "norms")
    before = await any_table.kept()

    await any_table.fills("amara", idea_logistics=OF_A_STUDENT)

    assert await any_table.kept() == before
    await any_table.fills("amara", press=ANYWAY)
    assert is_in(await any_table.kept(), OF_A_STUDENT)


async def test_a_member_who_leaves_the_name_out_goes_on(table: Table) -> None:
    await writes(table, OF_A_STUDENT)

    await table.fills("amara", idea_logistics=IN_GENERAL)

    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."
    assert is_in(await table.kept(), IN_GENERAL)


async def test_other_words_than_those_asked_about_are_asked_about_anew(table: Table) -> None:
    await writes(table, OF_A_STUDENT)

    await table.fills("amara", press=ANYWAY, idea_logistics=OF_ANOTHER)

    assert table.problems("amara") == {
        "idea-logistics": "This may be about a student: “Aaliyah Brown was suspended”."
    }
    assert not is_in(await table.kept(), OF_ANOTHER)


async def test_words_kept_as_they_are_count_once_when_sent_twice(table: Table) -> None:
    await writes(table, OF_A_STUDENT)
    anyway, raw = table.form("amara").ways[-1].ask, table.form("amara").values
    await table.sends("amara", anyway, raw)
    kept = await table.kept()

    await table.sends("amara", anyway, raw)

    assert await table.kept() == kept
    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."


async def test_words_that_were_kept_are_not_asked_about_again(table: Table) -> None:
    await writes(table, OF_A_STUDENT)
    await table.fills("amara", press=ANYWAY)
    await table.presses("amara", "Back")

    await table.fills("amara")

    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."


async def test_the_people_of_the_team_are_no_students(table: Table) -> None:
    await writes(table, "Maria Ortega was suspended from taking notes.")

    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."


async def test_a_form_with_another_mistake_shows_both(table: Table) -> None:
    await table.asks("joan", "decide start")

    await table.fills("joan", title=OF_A_STUDENT, decide_by="next week")

    assert {"title", "decide-by"} <= table.problems("joan").keys()
    assert table.form("joan").anyway
    assert not is_in(await table.kept(), OF_A_STUDENT)


async def test_the_form_of_a_command_asks_once_more_as_well(bare_table: Table) -> None:
    await bare_table.asks("maria", "start")
    names = {"first_party": "District", "second_party": "Union"}

    await bare_table.fills("maria", name="Circle of student Jayden Smith", **names)

    assert bare_table.problems("maria") == {
        "name": "This may be about a student: “student Jayden Smith”."
    }
    assert not is_in(await bare_table.kept(), "Jayden")
    await bare_table.fills("maria", press=ANYWAY)
    assert is_in(await bare_table.kept(), "Circle of student Jayden Smith")


async def test_a_form_of_a_command_with_a_mistake_of_another_kind_comes_back_without_it(
    bare_table: Table,
) -> None:
    await bare_table.asks("maria", "start")

    await bare_table.fills("maria", name="Lincoln", first_party="Union", second_party="Union")

    assert bare_table.views["maria"].problem == ""
    assert bare_table.form("maria").anyway is None
