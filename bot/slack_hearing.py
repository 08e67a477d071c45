"""What Slack says to Concord, and the way that it takes from there to the commands."""

from bot.clock import SystemClock
from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.app import slack_app
from bot.platforms.slack.bolt.authorize import Authorize
from bot.platforms.slack.bolt.dispatch import Dispatch
from bot.platforms.slack.bolt.http import events_route
from bot.platforms.slack.bolt.metrics import Metrics
from bot.platforms.slack.bolt.once import Once, Seen
from bot.platforms.slack.bolt.sockets import Sockets
from bot.platforms.slack.bolt.tasks import Tasks
from bot.platforms.slack.handling.desk import Desk, Dispatcher, Hooks
from bot.platforms.slack.handling.handler import SlackHandling
from bot.platforms.slack.handling.people import People
from bot.platforms.slack.handling.tabs import HomeTabs
from bot.platforms.slack.ports import Site
from bot.platforms.watching import Page
from bot.slack_access import SlackAccess
from workflows.words import Words


class SlackHearing:
    """Hears Slack over HTTP or through a socket; `words` are for when all else fails."""

    def __init__(
        self,
        access: SlackAccess,
        dispatcher: Dispatcher,
        *,
        seen: Seen,
        tasks: Tasks,
        words: Words,
    ) -> None:
        self._now = SystemClock().now
        self.metrics = Metrics()
        authorize = Authorize(access.installations, now=self._now)
        apologies = Apologies(words)
        self._app = slack_app(
            SlackHandling(self._desk(access, dispatcher, authorize)),
            authorize,
            once=Once(seen, now=self._now),
            tasks=tasks,
            apologies=apologies,
        )
        self._dispatch = Dispatch(self._app, apologies, self.metrics, now=self._now)

    def over_http(self, secret: str) -> Page:
        """Return where Slack calls us; `secret` is the signing secret."""
        return events_route(self._dispatch, secret, metrics=self.metrics, now=self._now)

    def through_socket(self, token: str, api: str) -> Sockets:
        """Return a line that we open; `token` is the app-level token."""
        return Sockets(self._app, self._dispatch, token, api=api)

    def _desk(self, access: SlackAccess, dispatcher: Dispatcher, authorize: Authorize) -> Desk:
        def forget(site: Site) -> None:
            authorize.forget(site)
            access.calls.forget(site)

        installations = access.installations
        return Desk(
            dispatcher=dispatcher,
            calls=access.calls,
            installations=installations,
            people=People(access.calls, installations, self._now),
            tabs=HomeTabs(),
            respond=access.responses.respond,
            pictures=access.platform.pictures,
            make=access.make,
            hooks=Hooks(forget, installations.granted, installations.revoked),
        )
