"""The one place that says which records somebody can see."""

from typing import Final

from sqlalchemy import and_, bindparam, or_
from sqlmodel import col

from storage.statements import Values
from storage.tables.conversations import RecordRow
from workflows.finding import Circle
from workflows.views import Privacy

SHARED: Final = (Privacy.TEAM, Privacy.PARTNERS)
"""The privacy classes of what everybody on its team may see."""

WITHIN: Final = or_(
    and_(
        col(RecordRow.privacy).in_(SHARED),
        col(RecordRow.team_id).in_(bindparam("teams", expanding=True)),
    ),
    and_(
        col(RecordRow.privacy) == Privacy.PARTNERS,
        col(RecordRow.partnership_id).in_(bindparam("partnerships", expanding=True)),
    ),
    and_(
        col(RecordRow.privacy) == Privacy.PRIVATE,
        col(RecordRow.owner_id).in_(bindparam("seats", expanding=True)),
    ),
    and_(
        col(RecordRow.privacy) == Privacy.CAUCUS,
        col(RecordRow.team_id)
        .concat("/")
        .concat(col(RecordRow.party_id))
        .in_(bindparam("caucuses", expanding=True)),
    ),
)
"""The condition that a record lies within a circle, whose values `reach` gives."""


def reach(circle: Circle) -> Values:
    """Return how far a circle reaches, as the values of `WITHIN`."""
    return {
        "teams": sorted(circle.teams),
        "partnerships": sorted(circle.partnerships),
        "seats": sorted(circle.members),
        "caucuses": sorted(f"{team}/{party}" for team, party in circle.caucuses),
    }
