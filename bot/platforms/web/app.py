"""The web application of the local workspace."""

from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.platforms.web.actions import Actions
from bot.platforms.web.board import BoardAwayError
from bot.platforms.web.desk import Desk
from bot.platforms.web.guard import Guard
from bot.platforms.web.pages import Pages
from bot.platforms.web.render import problem_page
from bot.platforms.web.workshop import WorkshopPages
from commands.errors import CommandError
from workflows.catalogue import words_for
from workflows.words import Words

CHANNEL: Final = "/as/{persona}/c/{channel}"


def web_app(desk: Desk) -> ASGIApp:
    """Return the workspace as an application, guarded on the outside."""
    app = Starlette(
        routes=[
            Route("/healthz", _health),
            Mount("/static", StaticFiles(packages=[("bot.platforms.web", "static")])),
            *_reading(Pages(desk)),
            *_doing(Actions(desk), WorkshopPages(desk)),
        ],
        exception_handlers={
            HTTPException: _on_refusal,
            BoardAwayError: _on_board_away,
            CommandError: _on_file_gone,
            Exception: _on_fault,
        },
    )
    return Guard(app)


def _reading(pages: Pages) -> list[BaseRoute]:
    return [
        Route("/", pages.first),
        Route(CHANNEL, pages.channel),
        Route(f"{CHANNEL}/t/{{thread}}", pages.thread),
        Route(f"{CHANNEL}/stream", pages.stream),
        Route(f"{CHANNEL}/pinned", pages.pinned),
        Route("/as/{persona}/picture/{message}/{number:int}.png", pages.picture),
        Route("/as/{persona}/document/{message}/{number:int}", pages.document),
    ]


def _doing(actions: Actions, workshop: WorkshopPages) -> list[BaseRoute]:
    return [
        Route(f"{CHANNEL}/say", actions.say, methods=["POST"]),
        Route("/as/{persona}/ask", actions.ask, methods=["POST"]),
        Route(f"{CHANNEL}/channels/new", workshop.new_channel),
        Route(f"{CHANNEL}/channels", workshop.add_channel, methods=["POST"]),
        Route(f"{CHANNEL}/people/new", workshop.new_person),
        Route(f"{CHANNEL}/people", workshop.add_person, methods=["POST"]),
        Route("/as/{persona}/clock", workshop.move_clock, methods=["POST"]),
        Route("/as/{persona}/reset", workshop.start_over, methods=["POST"]),
    ]


async def _health(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def _on_refusal(request: Request, error: Exception) -> Response:
    words = _words(request)
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
    return _problem(request, words, _sentence(status, words), status)


async def _on_board_away(request: Request, _error: Exception) -> Response:
    words = _words(request)
    sentence = words.say("Concord cannot reach what it keeps just now. Please try again soon.")
    return _problem(request, words, sentence, HTTPStatus.SERVICE_UNAVAILABLE)


async def _on_file_gone(request: Request, error: Exception) -> Response:
    """Say why a file is not there for whoever has asked for it before."""
    words = _words(request)
    sentence = error.told(words) if isinstance(error, CommandError) else ""
    return _problem(request, words, sentence, HTTPStatus.NOT_FOUND)


async def _on_fault(request: Request, _error: Exception) -> Response:
    words = _words(request)
    sentence = words.say("Something went wrong in Concord. Nothing was changed. Please try again.")
    return _problem(request, words, sentence, HTTPStatus.INTERNAL_SERVER_ERROR)


def _sentence(status: int, words: Words) -> str:
    match status:
        case HTTPStatus.NOT_FOUND:
            return words.say("There is nothing here, or nothing that you can see.")
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return words.say("That is more than fits into one form. Please send less at once.")
        case _:
            return words.say("Concord did not understand that. Please go back and try again.")


def _problem(request: Request, words: Words, sentence: str, status: int) -> Response:
    """Return a sentence: alone for a page of ours, which shows it, else as a page of its own."""
    if "hx-request" in request.headers:
        return PlainTextResponse(sentence, status, headers={"HX-Reswap": "none"})
    return HTMLResponse(problem_page(sentence, words), status)


def _words(request: Request) -> Words:
    """Return the words in the browser's language: whose page it is may be what is not known."""
    return words_for(request.headers.get("accept-language"))
