"""Names each kind of identifier, so that a team's id is never taken for a person's.

Ids of things people make are twelve characters of lower-case base32: short enough for a Discord
button (100 characters), long enough never to be guessed. Ids in content are kebab-case.
"""

from typing import NewType

WorkspaceId = NewType("WorkspaceId", str)
"""A Slack workspace, a Discord server, or the local web workspace."""

AccountId = NewType("AccountId", str)
"""One identity of a person on one platform."""

PersonId = NewType("PersonId", str)
"""One human being, whatever accounts they use."""

PartnershipId = NewType("PartnershipId", str)
PartyId = NewType("PartyId", str)
TeamId = NewType("TeamId", str)
MemberId = NewType("MemberId", str)
"""One person's seat on one team; a person on two teams is two members."""

HomeId = NewType("HomeId", str)
ConversationId = NewType("ConversationId", str)
RecordId = NewType("RecordId", str)
ActionId = NewType("ActionId", str)
DeliveryId = NewType("DeliveryId", str)
ScheduleId = NewType("ScheduleId", str)

WorkflowId = NewType("WorkflowId", str)
PhaseId = NewType("PhaseId", str)
StepId = NewType("StepId", str)
FieldId = NewType("FieldId", str)
ChoiceId = NewType("ChoiceId", str)
Edition = NewType("Edition", str)
"""Hash of the content a conversation began with."""
