"""Names each place a message can go to, so that two messages to one place are known as such."""

from typing import assert_never

from workflows.notices import Address, ToAccount, ToHome


def address_key(address: Address) -> str:
    """Return one line that is the same for the same place."""
    match address:
        case ToHome():
            return f"home/{address.home}/{address.thread}"
        case ToAccount():
            return f"account/{address.account}"
        case _:
            assert_never(address)
