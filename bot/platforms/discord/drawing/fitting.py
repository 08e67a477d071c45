"""Puts drawn parts into as many messages as they need."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.platforms.discord.ports import Attachment, DiscordMessage, Payload
from bot.platforms.measures import length

MOST_COMPONENTS: Final = 40
"""Components of a message, those inside of others among them."""

LONGEST_MESSAGE: Final = 4000
"""Characters of all texts of a message."""

MOST_ATTACHMENTS: Final = 10

IN_COMPONENTS: Final = 1 << 15
"""The flag of a message that is made of components."""

ONLY_FOR_ONE: Final = 1 << 6
"""The flag of an answer that only one person sees."""

_EMPTY: Final[Payload] = {"type": 10, "content": "…"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A component and the file it shows; `leads` says that it belongs to what comes after it."""

    component: Payload
    attachment: Attachment | None = None
    leads: bool = False


def posted(drawn: Iterable[Drawn], *, is_private: bool) -> tuple[DiscordMessage, ...]:
    """Return parts as messages, which call nobody. There is always one."""
    portions = in_messages(list(drawn)) or [[Drawn(_EMPTY)]]
    flags = IN_COMPONENTS | (ONLY_FOR_ONE if is_private else 0)
    return tuple(_message(portion, flags) for portion in portions)


def in_messages(drawn: Sequence[Drawn]) -> list[list[Drawn]]:
    """Return parts in portions of which each fits into a message; what leads ends none."""
    portions = list[list[Drawn]]()
    for part in drawn:
        if not portions or not _fits([*portions[-1], part]):
            portions.append(_leading(portions, part))
        portions[-1].append(part)
    return portions


def nested(component: Payload) -> Iterator[Payload]:
    """Yield a component and all that are inside of it."""
    yield component
    inner = [component.get("accessory"), component.get("component")]
    for each in (*component.get("components", ()), *inner):
        if each is not None:
            yield from nested(each)


def _message(portion: Sequence[Drawn], flags: int) -> DiscordMessage:
    body = {
        "flags": flags,
        "components": [part.component for part in portion],
        "allowed_mentions": {"parse": []},
    }
    return DiscordMessage(body, tuple(part.attachment for part in portion if part.attachment))


def _leading(portions: list[list[Drawn]], part: Drawn) -> list[Drawn]:
    """Take what leads to a part off the end of the last portion."""
    leading = list[Drawn]()
    while portions and portions[-1][1:] and portions[-1][-1].leads:
        if not _fits([portions[-1][-1], *leading, part]):
            break
        leading.insert(0, portions[-1].pop())
    return leading


def _fits(portion: Sequence[Drawn]) -> bool:
    every = [each for part in portion for each in nested(part.component)]
    files = sum(part.attachment is not None for part in portion)
    text = sum(length(each.get("content", "")) for each in every)
    return len(every) <= MOST_COMPONENTS and text <= LONGEST_MESSAGE and files <= MOST_ATTACHMENTS
