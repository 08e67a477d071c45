"""Open pages hear that something happened, and only of what their person may see."""

from bot.platforms.web.hub import ClockMoved, Closing, Hub, Said


async def test_a_page_hears_each_thing_once_in_order() -> None:
    hub = Hub()

    with hub.listen("ana") as listener:
        for signal in (Said("team"), ClockMoved(), Said("team")):
            hub.tell(signal)

        assert await listener.heard(0) == (Said("team"), ClockMoved())
        assert await listener.heard(0) == ()


async def test_a_page_hears_nothing_of_what_is_only_for_somebody_else() -> None:
    hub = Hub()

    with hub.listen("ana") as ana, hub.listen("bo") as bo:
        hub.tell(Said("team", only="ana"))

        assert await ana.heard(0) == (Said("team", only="ana"),)
        assert await bo.heard(0) == ()


async def test_a_page_that_was_closed_is_not_told_anything() -> None:
    hub = Hub()
    with hub.listen("ana") as listener:
        pass

    hub.tell(ClockMoved())

    assert await listener.heard(0) == ()


async def test_every_page_hears_that_the_program_ends_also_one_that_comes_late() -> None:
    hub = Hub()

    with hub.listen("ana") as early:
        hub.close()
        with hub.listen("bo") as late:
            assert await early.heard(0) == (Closing(),)
            assert await late.heard(0) == (Closing(),)
