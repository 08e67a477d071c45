"""A request for every command, about something that is there, to be tried by everybody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from commands.practice import CHANNEL
from tests.commands.abroad import meets_elsewhere
from tests.commands.closed import invites
from tests.commands.looking_back import goes_on, plan_retro
from tests.commands.scenes import EVERYONE, agree_norms, decide, name_decision
from tests.table import PRIVATE, Table
from workflows import asks
from workflows.identifiers import WorkflowId
from workflows.sorting import sortable
from workflows.views import Ask, Raw

NOWHERE = "nosuchthing2"
ACCOUNT = "devsaccount2"
RETRO = WorkflowId("retro")


@dataclass(frozen=True, slots=True)
class Try:
    """One request, as it is tried by everybody."""

    options: Mapping[str, str] = field(default_factory=dict[str, str])
    raw: Raw = field(default_factory=dict[str, str | tuple[str, ...]])
    at: str = PRIVATE

    @property
    def of_nothing(self) -> "Try | None":
        """The same about something that does not exist; None where it is about nothing."""
        named = {key: NOWHERE for key in self.options if key in {"id", "team", "member"}}
        return replace(self, options={**self.options, **named}) if named else None


async def everything(table: Table) -> dict[str, Try]:
    """Prepare something of each kind, and return a request for every command about it."""
    norms, decision = await agree_norms(table), await decide(table)
    await name_decision(table, "The lunch break")
    await _take_places(table)
    await meets_elsewhere(table, "dev", account=ACCOUNT)
    conversation = await table.conversation("decision")
    team = {"team": (await table.team()).id}
    here = {"id": conversation.id, "step": "mark", "round": str(conversation.round)}
    party = (await table.parties())["District administration"]
    dev = {"member": await table.member("Dev Patel")}
    marks = {"expected": "shared", "wished": "shared"}
    tom = next(m for m in (await table.team("Bridge")).members).person
    about_chairs = await _about_chairs(table, here)
    about_records = await _about_records(table, norms.id, decision.id, team)
    return {
        "start": Try(raw=_partnership(), at="a-free-channel"),
        "start team": Try(team, _settings(party)),
        "home": Try(team),
        **dict.fromkeys(("dashboard", "unsaid"), Try()),
        **dict.fromkeys(("norms start", "norms show", "norms check"), Try(team)),
        **dict.fromkeys(("decide start", "decide list"), Try(team)),
        "decide show": Try({"id": decision.id}),
        "decide review": Try({"id": decision.id}),
        **await _about_lessons(table, team),
        **await _about_actions(table),
        **_for_oneself(team, {"id": (await invites(table, "dev")).id}),
        "team show": Try(team),
        "team leave": Try({**team, "sure": "yes"}),
        "team join": Try(at=CHANNEL),
        "team link": Try(team),
        "team unlink": Try({**team, "home": (await table.team()).homes[1].id, "sure": "yes"}),
        "team add": Try(team, {"people": (tom,), "party": party}),
        "team role": Try(dev, {"roles": ("scribe",), "party": party}),
        "record list": Try(team),
        **about_records,
        **_OWN,
        **{f"conversation {verb}": Try(here, marks if verb == "send" else {}) for verb in _VERBS},
        **about_chairs,
    }


async def _about_lessons(table: Table, team: Mapping[str, str]) -> dict[str, Try]:
    """Save a lesson, and return requests about it and about another one."""
    raw = {"lesson": "Begin on time.", "kind": "process"}
    await table.sends("joan", Ask("lesson save", team), raw, at=PRIVATE)
    saved = await table.record("Saved lesson: Begin on time.")
    return {
        **dict.fromkeys(("retro start", "retro list", "lesson list"), Try(team)),
        "lesson save": Try(team, {**raw, "lesson": "End early."}),
        "lesson propose": Try(team, {"lesson": "End early."}),
        "lesson change": Try({"id": saved.id}, {**raw, "lesson": "Begin early."}),
    }


async def _about_records(
    table: Table, norms: str, decision: str, team: Mapping[str, str]
) -> dict[str, Try]:
    """Link two records in one direction, and return requests about them and all the others."""
    feeds = {"record": decision, "way": "feeds"}
    await table.sends("joan", Ask("record link", {"id": norms}), feeds)
    return {
        "record show": Try({"id": norms}),
        "record sign": Try({"id": norms, "edition": "1"}),
        "record export": Try({"id": norms}, {"format": "docx", "language": "en"}),
        "record search": Try({"text": "kind"}),
        "record compare": Try({"id": norms}),
        "record note": Try({"id": norms, "edition": "1"}, {"note": "I see it another way."}),
        "record link": Try({"id": norms}, {**feeds, "way": "fed-by"}),
        "record unlink": Try({"id": norms, "pick": decision}),
        "partnership export": Try(team),
    }


def _for_oneself(team: Mapping[str, str], invited: Mapping[str, str]) -> dict[str, Try]:
    return {
        "invite start": Try(team),
        "invite list": Try(team),
        "invite show": Try(invited),
        "invite samples": Try(),
        "invite change": Try(invited),
        "invite sent": Try(invited, {"day": "2026-02-20"}),
        "invite answer": Try({**invited, "answer": "accepted"}),
        "invite card": Try(invited),
        "invite delete": Try(invited),
        "partners start": Try({**team, "for": "party"}),
        "partners show": Try(team),
        "relationships start": Try({**team, "for": "me"}),
        "relationships show": Try(team),
    }


_OWN = {
    "me": Try(),
    "me language": Try(raw={"language": "es"}),
    "me kept": Try(),
    "me export": Try(),
    "me forget": Try({"sure": "yes"}),
    "me left": Try(),
    "me link": Try(),
    "me unlink": Try({"account": ACCOUNT, "sure": "yes"}),
    "help": Try(),
}
"""What everybody can ask for about themselves."""

_VERBS = ("open", "look", "send", "edit", "back", "next", "cancel")


async def _about_chairs(table: Table, paused: Mapping[str, str]) -> dict[str, Try]:
    """Let the team talk about what it wrote, and return requests about the clock and the chairs."""
    await _write_and_talk(table)
    retro = await table.conversation("retro")
    here = {"id": retro.id, "round": str(retro.round)}
    await table.sends("sam", Ask("conversation pause", paused))
    first, second = (each.key for each in sortable(table.library.workflows[RETRO], retro))
    maria = await table.member("María Ortega")
    return {
        "conversation time": Try(here),
        "conversation pause": Try(here),
        "conversation resume": Try(paused),
        "conversation facilitate": Try(here),
        "conversation scribe": Try(here),
        "conversation decline": Try(here),
        "conversation swap": Try(here, {"who": maria}),
        "conversation sort": Try({**here, "first": first, "pick": second}),
    }


async def _write_and_talk(table: Table) -> None:
    """Let Sam lead a retro to where two thoughts can be read."""
    await plan_retro(table)
    await table.sends("sam", asks.facilitate((await table.conversation("retro")).id))
    await goes_on(table)
    for who, text in (("dev", "Fewer leave"), ("lucia", "Buses run late")):
        await table.takes_part(who, "retro")
        await table.fills(who, aims_goal=text)
    await goes_on(table)


async def _take_places(table: Table) -> None:
    """Let everybody mark, Sam facilitate, Grace leave, Eve look around and Zoe found a team."""
    for who in (name for name in EVERYONE if name not in {"grace", "tomas"}):
        await table.takes_part(who, "decision")
        await table.fills(who, expected="heard-a", wished="shared")
    conversation = await table.conversation("decision")
    await table.sends("sam", Ask("conversation facilitate", {"id": conversation.id}))
    await table.sends("grace", Ask("team leave", {"sure": "yes"}))
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "help")
    table.arrives("zoe", "Zoe Park")
    await table.founds_another("zoe")


async def _about_actions(table: Table) -> dict[str, Try]:
    """Write two action items down, of which one is done, and return a request for every command."""
    team = {"team": (await table.team()).id}
    raw = {"what": "Book the hall", "owner": "nobody", "due": "2026-02-02"}
    for named in ("bookthehall2", "bookthehall3"):
        await table.sends("maria", Ask("action add", {**team, "new": named}), raw)
    await table.sends("maria", Ask("action done", {"id": "bookthehall3"}))
    one = {"id": "bookthehall2"}
    return {
        "action list": Try(team),
        "action mine": Try(),
        "action show": Try(one),
        "action done": Try(one),
        "action drop": Try(one),
        "action reopen": Try({"id": "bookthehall3"}),
        "action add": Try(team, raw),
        "action snooze": Try(one, {"due": "2026-03-02"}),
        "action reassign": Try(one, {"owner": await table.member("Sam Whitaker")}),
        "action edit": Try(one, {**raw, "what": "Book the gym"}),
        "action propose": Try(team, {"what": "Book the hall"}),
    }


def _partnership() -> Raw:
    return {"name": "New", "first-party": "One", "second-party": "Two"}


def _settings(party: str) -> Raw:
    return {
        "name": "Leaders",
        "kind": "school",
        "my-party": party,
        "language": "es",
        "zone": "America/New_York",
    }
