"""What people do one after another: read help, or fill in each form that comes."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import orjson

from benchmarks.slack.letters import Json, Sender

COMMAND: Final = "/concord"
"""Stands in every answer to the command for help."""

OK: Final = 200
TRY_AGAIN: Final = 503


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    body: bytes


Talk = Generator[bytes, Reply]
"""Yields a request, and takes the reply to it."""


class WrongAnswerError(Exception):
    """A server did not do what was asked for, so that its time means nothing."""


def reading(letters: Iterator[bytes], late: list[Reply]) -> Talk:
    """Ask for help, with letters that several people may share."""
    for letter in letters:
        reply = yield letter
        if reply.status != OK:
            raise WrongAnswerError(reply)
        if COMMAND.encode() not in reply.body:
            late.append(reply)


def writing(sender: Sender, modal: Json, times: int, late: list[Reply]) -> Talk:
    """Fill in a form and each that comes in its place; then correct all of them, over and over."""
    sent, shown = [], modal
    while "submit" in shown:
        sent.append(shown)
        form = sender.filled_in(shown, "Start on time.\nTake turns.")
        shown = yield from _sending(sender, form, late)
    for number in range(1, times):
        for form in sent:
            other = sender.filled_in(form, f"Start on time.\nTake turns. {number}")
            yield from _sending(sender, other, late)


def _sending(sender: Sender, form: Json, late: list[Reply]) -> Generator[bytes, Reply, Json]:
    """Send a form, again and again if need be; return what takes its place."""
    reply = yield sender.submission(form)
    while reply.status == TRY_AGAIN:
        late.append(reply)
        reply = yield sender.submission(form)
    return _updated(reply)


def talks_of(plan: Json, late: list[Reply]) -> Iterable[Talk]:
    """Return the talks of a plan (see `helping` and `submitting`, which make them).

    Replies that only say that it takes too long are put into `late`.
    """
    if plan["kind"] == "help":
        senders = [Sender(*each) for each in plan["senders"]]
        letters = [senders[n % len(senders)].command("help") for n in range(plan["count"])]
        shared = iter(letters)
        return [reading(shared, late) for _ in range(plan["lines"])]
    return [
        writing(Sender(*sender), modal, plan["times"], late)
        for sender, modal in zip(plan["senders"], plan["modals"], strict=True)
    ]


def _updated(reply: Reply) -> Json:
    """Return the modal that takes the place of the one that was sent."""
    if reply.status == OK and reply.body:
        answer = orjson.loads(reply.body)
        if answer.get("response_action") == "update":
            view: Json = answer["view"]
            return view
    raise WrongAnswerError(reply)
