"""The shape of action items in an archive."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime
from typing import Annotated

from workflows.action_items import ActionItem, ActionStatus
from workflows.archives.shape import ID, Instant, Kept
from workflows.identifiers import ActionId, MemberId, PartnershipId, RecordId, TeamId


class KeptAction(Kept):
    """Something that a team has or had to do; every member of the team sees all of it."""

    id: Annotated[ActionId, ID]
    team: TeamId
    what: str
    owner: MemberId | None
    due: date | None
    plan: str
    status: ActionStatus
    source: RecordId | None
    made_at: Instant
    ended_at: Instant | None

    @property
    def newest(self) -> datetime:
        """When it was done or dropped; until then, when it was made."""
        return self.ended_at or self.made_at

    def action(self, partnership: PartnershipId) -> ActionItem:
        """Return the action item as the rest of Concord knows it."""
        return ActionItem(
            id=self.id,
            partnership=partnership,
            team=self.team,
            what=self.what,
            owner=self.owner,
            due=self.due,
            plan=self.plan,
            status=self.status,
            source=self.source,
            made_at=self.made_at,
            ended_at=self.ended_at,
        )

    def among(self, records: AbstractSet[str]) -> "KeptAction":
        """Return it without a record that it came from, unless that is one of these."""
        return self if self.source in records else self.model_copy(update={"source": None})


def kept_action(item: ActionItem) -> KeptAction:
    """Return an action item as an archive holds it."""
    return KeptAction(
        id=item.id,
        team=item.team,
        what=item.what,
        owner=item.owner,
        due=item.due,
        plan=item.plan,
        status=item.status,
        source=item.source,
        made_at=item.made_at,
        ended_at=item.ended_at,
    )
