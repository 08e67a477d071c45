"""Signed with a note, noted without a signature, and told when what was signed has changed."""

from tests.commands.scenes import agree_norms, check_norms, decide
from tests.commands.test_records import shared_with_partners
from tests.table import Table
from workflows.contents import NamedNote
from workflows.views import Ask, TextFile


async def test_a_member_signs_with_a_note_that_stands_under_the_record(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Sign with a note")

    await table.fills("dev", note="I hope we keep it short.")

    current = (await table.record("Group norms")).current
    assert current.signers == {await table.member("Dev Patel")}
    assert "- @Dev Patel (has signed): I hope we keep it short." in table.text("dev")


async def test_a_member_leaves_a_note_without_signing(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Leave a note without signing")
    promise = table.text("dev")

    await table.fills("dev", note="I see it another way.")

    current = (await table.record("Group norms")).current
    assert (current.signatures, len(current.notes)) == ((), 1)
    assert "- @Dev Patel (has not signed): I see it another way." in table.text("dev")
    assert "Who can see this: everyone in your team's channel, with your name" in promise


async def test_who_notes_something_beside_a_shared_record_is_told_that_all_partners_see_it(
    table: Table,
) -> None:
    shared = await shared_with_partners(table)
    await table.sends("dev", Ask("record show", {"id": shared.id}))

    await table.presses("dev", "Leave a note without signing")

    assert "Who can see this: everyone in your partnership, with your name" in table.text("dev")


async def test_a_member_changes_their_note_and_may_still_sign(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Leave a note without signing")
    await table.fills("dev", note="Too soon.")
    await table.presses("dev", "Change my note")
    before = table.values("dev")
    await table.fills("dev", note="Too late.")

    await table.presses("dev", "Sign")

    assert before == {"note": "Too soon."}
    assert "- @Dev Patel (has signed): Too late." in table.text("dev")
    assert "Change my note" in table.labels(table.views["dev"])


async def test_an_empty_note_is_asked_for_again(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Sign with a note")

    await table.fills("dev", note=" ")

    assert table.problems("dev") == {"note": "Please answer this one."}
    assert (await table.record("Group norms")).current.signatures == ()


async def test_a_note_for_an_older_edition_is_not_taken(table: Table) -> None:
    await agree_norms(table)
    record = await agree_norms(table, "clear")

    options = {"id": record.id, "edition": "1"}
    await table.sends("dev", Ask("record note", options), {"note": "Late."})

    assert table.views["dev"].problem.startswith("This is a newer edition.")


async def test_a_check_takes_no_notes(table: Table) -> None:
    await agree_norms(table)
    await check_norms(table)
    check = await table.record("Norm check, Mon, Jan 5, 2026")

    await table.sends("dev", Ask("record note", {"id": check.id, "edition": "1"}))

    assert table.views["dev"].title == "Nothing was changed"


async def test_who_signed_what_has_changed_is_told_once(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Sign")

    await agree_norms(table, "clear")

    told = [line for line in await table.told("dev") if "has changed since you signed" in line]
    others = [line for line in await table.told("joan") if "has changed" in line]
    assert (len(told), others) == (1, [])


async def test_who_has_signed_again_meanwhile_is_not_told(table: Table) -> None:
    await agree_norms(table)
    await table.asks("dev", "norms show")
    await table.presses("dev", "Sign")
    await agree_norms(table, "clear")

    await table.asks("dev", "norms show")
    await table.presses("dev", "Sign")

    assert [line for line in await table.told("dev") if "has changed" in line] == []


async def test_a_forgotten_member_leaves_no_note(table: Table) -> None:
    await decide(table)
    await table.posted()
    await table.presses("amara", "Show")
    await table.presses("amara", "Sign with a note")
    await table.fills("amara", note="Mind the small schools.")

    await table.sends("amara", Ask("me forget", {"sure": "yes"}))

    current = (await table.record("Decision: The early-release days")).current
    assert (len(current.signatures), current.notes) == (1, ())


async def test_what_a_member_noted_is_in_the_copy_of_what_is_kept(table: Table) -> None:
    record = await agree_norms(table)
    note = NamedNote(member=await table.member("Dev Patel"), text="Keep it short.")
    await table.database.run(lambda work: work.record_notes.keep(record.id, 1, note))

    await table.asks("dev", "me export")

    (file,) = [block for block in table.views["dev"].blocks if block.kind == "document"]
    assert isinstance(file.file, TextFile)
    assert f'"{record.id}": "Keep it short."' in file.file.text
