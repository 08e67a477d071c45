"""Tests of sealing what nobody may read who only has the database."""

import pytest

from storage.errors import UnreadableSecretError
from storage.secrets import Keyring, are_keys, new_key

OLD, NEW = new_key(), new_key()


def test_a_sealed_secret_says_nothing_and_comes_back_whole() -> None:
    ring = Keyring(NEW)

    sealed = ring.seal("xoxb-token")

    assert "xoxb" not in sealed
    assert ring.unseal(sealed) == "xoxb-token"


def test_a_secret_of_the_older_key_is_sealed_with_the_newer_one() -> None:
    sealed = Keyring(OLD).seal("xoxb-token")

    resealed = Keyring(f"{NEW}, {OLD}").reseal(sealed)

    assert Keyring(NEW).unseal(resealed) == "xoxb-token"


def test_a_secret_whose_key_is_missing_cannot_be_read() -> None:
    sealed = Keyring(OLD).seal("xoxb-token")

    with pytest.raises(UnreadableSecretError):
        Keyring(NEW).unseal(sealed)


def test_no_secret_stays_no_secret() -> None:
    ring = Keyring(NEW)

    assert (ring.seal(""), ring.unseal("")) == ("", "")


@pytest.mark.parametrize(
    "text",
    ["", "key", f"{NEW},", f"{NEW} {OLD}", "ñ"],
    ids=["nothing", "a word", "one too few", "no comma", "no ascii"],
)
def test_what_is_no_key_is_refused(text: str) -> None:
    assert not are_keys(text)


def test_keys_are_known_as_such() -> None:
    assert are_keys(f"{NEW},{OLD}")
