"""The other methods of Slack's Web API: who is who, files, installing, and steps of workflows."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tests.bot.slack.installing.slack import TEAM_GRANT
from tests.fakes.slack.state import (
    APP,
    BOT,
    BOT_USER,
    TEAM,
    Answer,
    File,
    Form,
    Method,
    Workspace,
)

NAME: Final = "Riverside Schools"
SCOPES: Final = (
    "app_mentions:read,channels:read,chat:write,commands,files:write,groups:read,im:write,"
    "pins:write,users:read"
)


class Belongings:
    """People, files and tokens of a workspace. `uploads` is where files are handed over."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.uploads = ""
        self.codes = dict[str, str]()
        self.installer = "U1"

    @property
    def methods(self) -> Mapping[str, tuple[Method, tuple[str, ...]]]:
        """The methods, each with the arguments that it cannot do without."""
        return {
            "auth.test": (self._test, ()),
            "oauth.v2.access": (self._grant, ("client_id", "client_secret")),
            "users.info": (self._profile, ("user",)),
            "files.getUploadURLExternal": (self._begin_upload, ("filename", "length")),
            "files.completeUploadExternal": (self._complete_upload, ("files",)),
            "functions.completeSuccess": (self._finish, ("function_execution_id", "outputs")),
            "functions.completeError": (self._finish, ("function_execution_id", "error")),
        }

    def take(self, file: str, content: bytes) -> bool:
        """Take the content of a file; say whether it is the one that was announced."""
        announced = self._workspace.uploads.get(file)
        if announced is None or str(len(content)) != announced.content.decode():
            return False
        self._workspace.uploads[file] = replace(announced, content=content)
        return True

    def _test(self, _form: Form) -> Answer:
        return {
            "team": NAME,
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
            "app_id": APP,
            "is_enterprise_install": False,
        }

    def _grant(self, form: Form) -> Answer:
        """Hand out a token for a code or a refresh token; each is good once."""
        token = self.codes.pop(form.get("code", "") or form.get("refresh_token", ""), None)
        if token is None:
            return "invalid_code"
        self._workspace.tokens.add(token)
        return {
            **TEAM_GRANT,
            "access_token": token,
            "scope": SCOPES,
            "bot_user_id": BOT_USER,
            "app_id": APP,
            "team": {"id": TEAM, "name": NAME},
            "authed_user": {"id": self.installer},
        }

    def _profile(self, form: Form) -> Answer:
        known = self._workspace.people.get(form["user"])
        if known is None:
            return "user_not_found"
        user: dict[str, object] = {
            "id": known.id,
            "team_id": TEAM,
            "name": known.id.lower(),
            "tz": known.zone,
            "profile": {"real_name": known.name, "display_name": ""},
        }
        if form.get("include_locale") == "true":
            user["locale"] = {"en": "en-US", "es": "es-ES"}[known.language]
        return {"user": user}

    def _begin_upload(self, form: Form) -> Answer:
        file = f"F{next(self._workspace.numbers)}"
        announced = File(form["filename"], form["length"].encode(), form.get("alt_txt", ""))
        self._workspace.uploads[file] = announced
        return {"file_id": file, "upload_url": f"{self.uploads}{file}"}

    def _complete_upload(self, form: Form) -> Answer:
        channel = form.get("channel_id", "")
        ids = [file["id"] for file in json.loads(form["files"])]
        if not all(file in self._workspace.uploads for file in ids):
            return "file_not_found"
        if channel and BOT_USER not in self._workspace.channels.get(channel, ()):
            return "channel_not_found"
        for file in ids:
            self._workspace.files[file] = replace(
                self._workspace.uploads.pop(file), channel=channel
            )
        self._workspace.change()
        return {"files": [{"id": file} for file in ids]}

    def _finish(self, form: Form) -> Answer:
        if form["function_execution_id"] in self._workspace.finished:
            return "execution_already_completed"
        self._workspace.finished[form["function_execution_id"]] = form
        self._workspace.change()
        return {}
