"""Tests of the ids of what people make."""

import re

from storage.fresh_ids import new_id


def test_a_fresh_id_is_short_and_plain() -> None:
    assert re.fullmatch("[a-z2-7]{12}", new_id())


def test_a_thousand_fresh_ids_are_a_thousand_different_ones() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
