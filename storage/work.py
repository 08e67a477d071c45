"""One piece of work: the repositories that share a transaction, and the moment it happens at."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from storage.action_items import ActionItems
from storage.board import Board
from storage.buckets import Buckets
from storage.conversations import Conversations
from storage.editions import Editions
from storage.install_states import InstallStates
from storage.installations import Installations
from storage.link_codes import LinkCodes
from storage.outbox import Outbox
from storage.partnerships import Partnerships
from storage.people import People
from storage.receipts import Receipts
from storage.record_links import RecordLinks
from storage.record_notes import RecordNotes
from storage.records import Records
from storage.returned_forms import ReturnedForms
from storage.schedules import Schedules
from storage.settings import Settings
from storage.shelf import Shelf
from storage.slack_events import SlackEvents
from storage.slack_teams import SlackTeams
from storage.teams import Teams
from storage.workspaces import Workspaces


class Work:
    """What a function run by `Database.run` works with. Nothing here commits.

    `now` is fixed when the work begins; `new_id` makes ids of things people make.
    """

    def __init__(  # noqa: PLR0915 - a line for each repository
        self, connection: Connection, *, now: datetime, new_id: Callable[[], str]
    ) -> None:
        self.connection = connection
        self.now = now
        self.new_id = new_id
        self.workspaces = Workspaces(connection)
        self.people = People(connection, now)
        self.partnerships = Partnerships(connection)
        self.teams = Teams(connection)
        self.link_codes = LinkCodes(connection, now)
        self.conversations = Conversations(connection, now)
        self.editions = Editions(connection)
        self.records = Records(connection)
        self.actions = ActionItems(connection)
        self.record_notes = RecordNotes(connection)
        self.record_links = RecordLinks(connection)
        self.shelf = Shelf(connection, self.records)
        self.outbox = Outbox(connection, now)
        self.receipts = Receipts(connection)
        self.schedules = Schedules(connection, now)
        self.buckets = Buckets(connection)
        self.board = Board(connection, now, new_id)
        self.settings = Settings(connection)
        self.installations = Installations(connection)
        self.install_states = InstallStates(connection)
        self.slack_teams = SlackTeams(connection)
        self.returned_forms = ReturnedForms(connection)
        self.slack_events = SlackEvents(connection)

    @property
    def has_mail(self) -> bool:
        """Whether this work has put in messages that are to be sent now."""
        return self.outbox.has_mail

    @property
    def has_dates(self) -> bool:
        """Whether this work has put in something that is due later."""
        return self.schedules.has_new or self.outbox.has_later_mail
