"""Who may do what: every command of the registry, asked for by everybody, on both databases.

A command without a row in the table fails here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from commands.dispatcher import Dispatcher
from commands.offered import REGISTRY
from commands.practice import CHANNEL
from commands.request import Request
from tests.commands.abroad import meets_elsewhere
from tests.commands.scenes import EVERYONE, agree_norms, decide, name_decision
from tests.fakes.rehearsal import Rehearsal
from tests.table import PRIVATE, Table
from workflows.catalogue import words_for
from workflows.views import Ask, Raw, View

ROLES = {
    "lead": "maria",
    "member": "dev",
    "chair": "sam",
    "other side": "amara",
    "has left": "grace",
    "outsider": "eve",
    "stranger": "zoe",
}
"""Who plays which role: the chair is a member who facilitates, a stranger leads elsewhere."""

TABLE = """\
                        lead       member     chair      other side has left   outsider   stranger
start                   does       does       does       does       does       does       does
start team              does       refused    refused    refused    hidden     hidden     hidden
home                    sees       sees       sees       sees       hidden     hidden     hidden
dashboard               sees       sees       sees       sees       sees       sees       sees
unsaid                  sees       sees       sees       sees       sees       sees       sees
norms start             does       does       does       does       hidden     hidden     hidden
norms show              sees       sees       sees       sees       hidden     hidden     hidden
norms check             does       does       does       does       hidden     hidden     hidden
decide start            does       does       does       does       hidden     hidden     hidden
decide list             sees       sees       sees       sees       hidden     hidden     hidden
decide show             sees       sees       sees       sees       hidden     hidden     hidden
decide review           does       does       does       does       hidden     hidden     hidden
action list             sees       sees       sees       sees       hidden     hidden     hidden
action mine             sees       sees       sees       sees       sees       sees       sees
action show             sees       sees       sees       sees       hidden     hidden     hidden
action done             does       does       does       does       hidden     hidden     hidden
action drop             does       does       does       does       hidden     hidden     hidden
action reopen           does       does       does       does       hidden     hidden     hidden
action add              does       does       does       does       hidden     hidden     hidden
action snooze           does       does       does       does       hidden     hidden     hidden
action reassign         does       does       does       does       hidden     hidden     hidden
action edit             does       does       does       does       hidden     hidden     hidden
action propose          sees       sees       sees       sees       hidden     hidden     hidden
team show               sees       sees       sees       sees       hidden     hidden     hidden
team leave              does       does       does       does       hidden     hidden     hidden
team join               sees       sees       sees       sees       does       does       does
team link               does       refused    refused    refused    hidden     hidden     hidden
team unlink             does       refused    refused    refused    hidden     hidden     hidden
team add                does       refused    refused    refused    hidden     hidden     hidden
team role               does       refused    refused    refused    hidden     hidden     hidden
record list             sees       sees       sees       sees       hidden     hidden     hidden
record show             sees       sees       sees       sees       hidden     hidden     hidden
record sign             does       does       does       does       hidden     hidden     hidden
record export           sees       sees       sees       sees       hidden     hidden     hidden
record search           sees       sees       sees       sees       sees       sees       sees
record compare          sees       sees       sees       sees       hidden     hidden     hidden
record note             does       does       does       does       hidden     hidden     hidden
record link             does       does       does       does       hidden     hidden     hidden
record unlink           does       does       does       does       hidden     hidden     hidden
me                      sees       sees       sees       sees       sees       sees       sees
me language             does       does       does       does       does       does       does
me kept                 sees       sees       sees       sees       sees       sees       sees
me export               sees       sees       sees       sees       sees       sees       sees
me forget               does       does       does       does       does       does       does
me left                 does       does       does       does       refused    refused    does
me link                 does       does       does       does       does       does       does
me unlink               refused    does       refused    refused    refused    refused    refused
help                    sees       sees       sees       sees       sees       sees       sees
conversation open       sees       sees       sees       sees       hidden     hidden     hidden
conversation look       sees       sees       sees       sees       hidden     hidden     hidden
conversation send       does       does       does       does       hidden     hidden     hidden
conversation edit       sees       sees       sees       sees       hidden     hidden     hidden
conversation back       does       does       does       does       hidden     hidden     hidden
conversation next       refused    refused    does       refused    hidden     hidden     hidden
conversation time       refused    refused    does       refused    hidden     hidden     hidden
conversation facilitate does       does       sees       does       hidden     hidden     hidden
conversation cancel     refused    refused    does       refused    hidden     hidden     hidden
"""
"""`does`: something was changed. `sees`: a screen, and nothing was changed. `refused`: a polite no.

`hidden`: the same screen as for something that does not exist. Neither of the last two changes
anything.
"""

NOWHERE = "nosuchthing2"
ACCOUNT = "devsaccount2"


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


async def test_everybody_may_do_what_the_table_says_and_nothing_else(any_table: Table) -> None:
    tries = await everything(any_table)

    rows = [f"{name:24}{await row(any_table, name, tries[name])}" for name in tries]

    head = " " * 24 + "".join(f"{role:11}" for role in ROLES)
    assert "".join(f"{line.rstrip()}\n" for line in (head, *rows)) == TABLE


async def test_every_command_is_tried(table: Table) -> None:
    assert list(await everything(table)) == [command.name for command in REGISTRY]


async def row(table: Table, name: str, request: Try) -> str:
    """Return what becomes of one command, asked for in each role."""
    cells = [await outcome(table, who, name, request) for who in ROLES.values()]
    return "".join(f"{cell:11}" for cell in cells)


async def outcome(table: Table, who: str, name: str, request: Try) -> str:
    """Return what becomes of one request; whatever it did is undone."""
    before = await table.kept()
    rehearsal = Rehearsal(table.database, before)
    view = await _asked(table, rehearsal, who, name, request)
    is_changed = rehearsal.kept != before
    nothing = request.of_nothing
    is_hidden = nothing and view == await _asked(table, rehearsal, who, name, nothing)
    is_refused = view.title == words_for("en").say("Nothing was changed")
    assert not (is_changed and (is_hidden or is_refused))
    assert await table.kept() == before
    if is_hidden:
        await _is_hidden_in_the_channel_too(table, rehearsal, who, name, request)
    return _word(is_hidden=bool(is_hidden), is_refused=is_refused, is_changed=is_changed)


def _word(*, is_hidden: bool, is_refused: bool, is_changed: bool) -> str:
    if is_hidden or is_refused:
        return "hidden" if is_hidden else "refused"
    return "does" if is_changed else "sees"


async def _is_hidden_in_the_channel_too(
    table: Table, rehearsal: Rehearsal, who: str, name: str, request: Try
) -> None:
    """See that nobody can find out in the team's channel what they cannot in private."""
    here = replace(request, at=CHANNEL)
    nothing = here.of_nothing
    assert nothing
    seen = await _asked(table, rehearsal, who, name, here)
    assert seen == await _asked(table, rehearsal, who, name, nothing)


async def _asked(table: Table, rehearsal: Rehearsal, who: str, name: str, request: Try) -> View:
    dispatcher = Dispatcher(rehearsal, table.library)
    ask = Ask(name, request.options)
    return await dispatcher.ask(Request(table.callers[who], request.at, ask, request.raw))


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
    about_records = await _about_records(table, norms.id, decision.id)
    return {
        "start": Try(raw=_partnership(), at="a-free-channel"),
        "start team": Try(team, _settings(party)),
        "home": Try(team),
        "dashboard": Try(),
        "unsaid": Try(),
        **{f"norms {verb}": Try(team) for verb in ("start", "show", "check")},
        "decide start": Try(team),
        "decide list": Try(team),
        "decide show": Try({"id": decision.id}),
        "decide review": Try({"id": decision.id}),
        **await _about_actions(table),
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
    }


async def _about_records(table: Table, norms: str, decision: str) -> dict[str, Try]:
    """Link two records in one direction, and return requests about them."""
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

_VERBS = ("open", "look", "send", "edit", "back", "next", "time", "facilitate", "cancel")


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
