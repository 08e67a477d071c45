"""What can be typed or picked after a chat command in Discord: the one list of options."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workflows.words import mark

TEXT: Final = 3
USER: Final = 6
"""Discord's numbers for the kinds of options that we use."""


@dataclass(frozen=True, slots=True)
class CommandOption:
    """One option, which may always be left out.

    `description` is in English and is translated where it is shown. An option that `is_completed`
    offers what it can be while somebody types; they may still send what is not offered.
    """

    name: str
    kind: int
    description: str
    is_completed: bool = False


WHICH: Final = "which"
PERSON: Final = "person"
CODE: Final = "code"
SEARCHED: Final = "words"
TYPED: Final = (CODE, SEARCHED)
"""Options whose text stands after a command as somebody would type it in one line."""

_ACTION: Final = CommandOption(WHICH, TEXT, mark("Which action item"), is_completed=True)
_CODE_TO_TYPE: Final = CommandOption(CODE, TEXT, mark("The code, if you have one"))

OPTIONS: Final[Mapping[str, tuple[CommandOption, ...]]] = {
    "decide show": (CommandOption(WHICH, TEXT, mark("Which decision"), is_completed=True),),
    "decide review": (CommandOption(WHICH, TEXT, mark("Which decision"), is_completed=True),),
    "action show": (_ACTION,),
    "action done": (_ACTION,),
    "action snooze": (_ACTION,),
    "action reassign": (_ACTION,),
    "invite show": (CommandOption(WHICH, TEXT, mark("Which invitation"), is_completed=True),),
    "team join": (_CODE_TO_TYPE,),
    "team add": (CommandOption(PERSON, USER, mark("Who joins the team")),),
    "team role": (CommandOption(WHICH, TEXT, mark("Which person"), is_completed=True),),
    "record show": (CommandOption(WHICH, TEXT, mark("Which record"), is_completed=True),),
    "record search": (CommandOption(SEARCHED, TEXT, mark("Which words to look for")),),
    "record export": (CommandOption(WHICH, TEXT, mark("Which record"), is_completed=True),),
    "me link": (_CODE_TO_TYPE,),
}
"""The options of each command of the product that has any."""
