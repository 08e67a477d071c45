"""Whatever is typed into any text field is refused at the field, or kept and shown as it is."""

import pytest
from typing_extensions import override

from commands.practice import CHANNEL
from storage.database import Database
from tests.commands.closed import STYLES, begins_invitation, goes_on_writing
from tests.commands.looking_back import goes_on, led_by_maria, write
from tests.commands.scenes import agree_norms, mark_levels, name_decision, write_norms
from tests.databases import StoppedClock
from tests.fakes.hostile import INJECTIONS
from tests.table import Answer, Table
from workflows import asks
from workflows.definitions import FieldKind
from workflows.identifiers import StepId
from workflows.keeping import CATEGORIES
from workflows.library import Library
from workflows.views import View

UNFIT = ("a \x00 b", "a \ud800 b", "\x1b[31m red", "x" * 60_000)
TEXTS = (FieldKind.TEXT, FieldKind.LONG_TEXT)


class CarelessTable(Table):
    """People who first type what cannot be kept into every text field of a form, each time."""

    def __init__(self, database: Database, clock: StoppedClock, library: Library) -> None:
        super().__init__(database, clock, library)
        self.tried = set[str]()

    @override
    async def fills(
        self, who: str, *, press: str = "", at: str = CHANNEL, **answers: Answer
    ) -> View:
        page = self.views[who]
        fields = [a.id for a in self.form(who).inputs if a.field_kind in TEXTS]
        for text in UNFIT if not self.tried.issuperset(fields) else ():
            before = await self.kept()
            typed = {field.replace("-", "_"): text for field in fields}
            await super().fills(who, press=press, at=at, **{**answers, **typed})
            assert set(fields) <= set(self.problems(who))
            assert {self.values(who)[field] for field in fields} == {text}
            assert await self.kept() == before
            self.views[who] = page
        self.tried |= set(fields)
        return await super().fills(who, press=press, at=at, **answers)


@pytest.fixture
async def careless(
    sqlite_database: Database, clock: StoppedClock, library: Library
) -> CarelessTable:
    """The practice team, on a careless day."""
    table = CarelessTable(sqlite_database, clock, library)
    await table.practises()
    return table


async def test_what_cannot_be_kept_is_refused_at_every_text_field(careless: CarelessTable) -> None:
    await careless.founds_another("maria")
    await write_everything(careless)
    await agree_norms(careless)
    await object_to_norms(careless)
    for method in ("heard-a", "consent", "fist", "gradients"):
        await decide_by(careless, method)
    await look_back_on(careless)
    for style in STYLES:
        await begins_invitation(careless, "dev")
        await goes_on_writing(careless, "dev", style=style)

    assert careless.tried >= {
        field.id
        for workflow in careless.library
        for step in workflow.step
        for field in step.ask
        if field.kind in TEXTS
    }


@pytest.mark.parametrize("text", INJECTIONS)
async def test_what_looks_like_code_is_kept_and_shown_as_it_is(table: Table, text: str) -> None:
    await table.asks("maria", "start", at="bridge")
    await table.fills(
        "maria", at="bridge", name=text, first_party=f"1 {text}", second_party=f"2 {text}"
    )
    await table.fills("maria", at="bridge", name=text, my_party=f"1 {text}")

    view = await table.asks("maria", "home", at="bridge")

    assert view.title == f"{text} · {text}"
    assert list(await table.parties(text)) == [f"1 {text}", f"2 {text}"]


async def test_a_pile_of_accents_is_cut_down(table: Table) -> None:
    await table.asks("maria", "start", at="bridge")

    await table.fills(
        "maria", at="bridge", name="Zo" + "\u0308" * 5000, first_party="A", second_party="B"
    )

    assert "Zö" in table.text("maria")
    assert table.text("maria").count("\u0308") < 10


async def write_everything(table: Table) -> None:
    """Let Amara write an idea of each kind, and María end the norms there."""
    await write_norms(table)
    await table.takes_part("amara", "norms")
    for category in CATEGORIES:
        await table.fills("amara", **{f"idea_{category}": "Kindly."})
    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "Call it off")


async def object_to_norms(table: Table) -> None:
    """Let Amara have a note on the norms."""
    await table.asks("maria", "norms start")
    await table.fills("maria", pace="now")
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    await table.presses("maria", "Go on: Can everyone live with it?")
    await table.takes_part("amara", "norms")
    await table.fills("amara", norm_stance="note")
    await table.fills("amara", norm_reason="Let us look at it in May.")


async def decide_by(table: Table, method: str) -> None:
    """Let Joan name a decision, and the team go through it in one way."""
    await name_decision(table, f"By {method}")
    await mark_levels(table)
    await table.takes_part("dev", "decision")
    if method == "heard-a":
        await _decides_after_hearing(table)
    else:
        await _decides_together(table, method)


async def look_back_on(table: Table) -> None:
    """Let the team hold a retro, and write to all of its questions."""
    await led_by_maria(table)
    for section in ("aims", "results", "working"):
        await goes_on(table)
        await write(table, section, people=("amara",))
        await goes_on(table)
        await _takes_notes(table, section)
    await goes_on(table)
    await write(table, "ahead", people=("amara",))
    await goes_on(table)
    await goes_on(table)
    retro = await table.conversation("retro")
    for step, answers in _HARVEST.items():
        await table.sends("amara", asks.edit(retro.id, StepId(step), retro.round))
        await table.fills("amara", **answers)


_HARVEST = {
    "lessons": {"lesson": "Ask early", "kind": "process", "share": "team"},
    "actions": {"what": "Book a room", "owner": "Dev Patel", "due": "2026-12-01"},
    "celebrate": {"celebrate": "Nobody left."},
}


async def _takes_notes(table: Table, section: str) -> None:
    retro = await table.conversation("retro")
    await table.sends("amara", asks.edit(retro.id, StepId(f"{section}-notes"), retro.round))
    await table.fills("amara", **{f"{section}_notes": "It went well."})


async def _decides_after_hearing(table: Table) -> None:
    await table.fills("dev", level="heard-a", reason="The budget is mine.")
    await table.takes_part("amara", "decision")
    await table.fills("amara", input="Mind the buses.")
    await table.later(minutes=10)
    await table.takes_part("dev", "decision")
    await table.fills("dev", changed="We moved it by a day.")
    await table.fills("dev", outcome="We go.", review_on="2026-03-02")
    await table.takes_part("amara", "decision")
    await table.fills("amara", support="noted")
    await table.fills("amara", dissent="It is too soon.", sign_dissent="yes")


async def _decides_together(table: Table, method: str) -> None:
    await table.fills("dev", level="shared", reason="It is all of ours.")
    await table.fills("dev", method=method)
    if method == "gradients":
        weights = ("important", "lasting", "hard", "buy_in", "initiative")
        await table.fills("dev", **dict.fromkeys(weights, "yes"))
    await table.fills("dev", proposal="We go on Tuesday.")
    await table.takes_part("amara", "decision")
    match method:
        case "consent":
            await table.fills("amara", stance="object")
            await table.fills("amara", stance_reason="The buses cannot.")
        case "fist":
            await table.fills("amara", fist="1")
            await table.fills("amara", fist_reason="The buses cannot.")
        case _:
            await table.fills("amara", gradient="minor", gradient_reason="A minor point.")
