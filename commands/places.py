"""Says where something is: a workspace by its name and its platform."""

from collections.abc import Mapping

from workflows.people import Platform, Workspace
from workflows.words import Words, mark

_NAMED: Mapping[Platform, str] = {
    Platform.WEB: mark("{name} (local workspace)"),
    Platform.SLACK: mark("{name} (Slack)"),
    Platform.DISCORD: mark("{name} (Discord)"),
}


def workspace_name(workspace: Workspace, words: Words) -> str:
    """Return the name of a workspace; two of the same name differ by their platforms."""
    return words.say(_NAMED[workspace.platform], name=workspace.name)
