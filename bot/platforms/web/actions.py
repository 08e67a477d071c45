"""What can be done: write, press, send a form. Each reads, hands on, and shows what comes back."""

from dataclasses import replace
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.platforms.web.board import CONCORD, Draft
from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import Said
from bot.platforms.web.read import Posted, command_line, read_form
from bot.platforms.web.render import Screen
from bot.platforms.web.visits import Visit, caller, visit
from commands.refusals import outdated
from commands.request import Request as Asked
from workflows.typed import clean, explain
from workflows.views import Document, View

LONGEST_MESSAGE = 4000
"""Characters of one message, as in Slack."""

SAID = {"HX-Trigger": "concord:said"}
"""Tells the page that what stood in the message box was taken."""

DONE = {"HX-Trigger": "concord:done"}
"""Tells the page that nothing is left to be done in the dialog."""


class Actions:
    """The handlers of everything that people do in a conversation."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def say(self, request: Request) -> Response:
        """Post what was typed, or do what it asks for if it begins with a slash."""
        form = await read_form(request)
        here = await self._visit(request, request.path_params["channel"], form)
        text = clean(form.one("text"), longest=LONGEST_MESSAGE)
        if not isinstance(text, str):
            return _composer_problem(explain(text, here.words))
        if text.startswith("/"):
            line = command_line(text)
            view = await self._desk.dispatcher.typed(caller(self._desk, here), here.channel, line)
            return await self._show(here, view, headers=SAID)
        if text:
            author = here.persona.external_id
            await self._post(here, Draft(here.place.channel.id, author, text, only=here.only))
        return Response(status_code=204, headers=SAID)

    async def ask(self, request: Request) -> Response:
        """Do what a button, a menu or a form asks for."""
        form = await read_form(request)
        here = await self._visit(request, form.one("channel"), form)
        ask = form.ask
        if ask is None:
            view = outdated(here.words)
        else:
            asked = Asked(caller(self._desk, here), here.channel, ask, form.raw)
            view = await self._desk.dispatcher.ask(asked)
        return await self._show(here, view, in_dialog=form.one("where") == "dialog")

    async def _show(
        self,
        here: Visit,
        view: View,
        *,
        in_dialog: bool = False,
        headers: dict[str, str] | None = None,
    ) -> Response:
        """Show a view in the dialog, or post it for this person only; a secret is not posted.

        One with files is posted, so that they can be fetched, and that ends the dialog.
        """
        files = [block for block in view.blocks if isinstance(block, Document)]
        if view.secret or view.form is not None or (in_dialog and not files):
            return HTMLResponse(Screen(here).dialog(view), headers=headers)
        for file in files:
            await self._desk.make(file)  # now, while the button shows that it works
        reader = here.persona.external_id
        await self._post(here, Draft(here.place.channel.id, CONCORD, view=view, only=reader))
        return Response(status_code=204, headers=DONE if in_dialog else headers)

    async def _post(self, here: Visit, draft: Draft) -> None:
        message = await self._desk.board.post(replace(draft, thread=here.place.thread))
        self._desk.hub.tell(Said(message.channel, message.only))

    async def _visit(self, request: Request, channel: str, form: Posted) -> Visit:
        return await visit(self._desk, request, channel=channel, thread=form.one("thread"))


def _composer_problem(sentence: str) -> Response:
    """Return a sentence for above the message box, which keeps what stands in it."""
    target = {"HX-Retarget": "#composer-problem", "HX-Reswap": "textContent"}
    return HTMLResponse(escape(sentence), headers=target)
