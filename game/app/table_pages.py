"""What the pause offers at the table: let her hands do it, help, and why things went wrong."""

from typing import Final

from game.app.desk import Desk
from game.app.menu import MenuScene, Row
from game.app.night import NightScene
from game.app.page import Lines, PageScene
from game.app.picture import Mode
from game.app.scenes import Change, Pop, Push
from game.app.settings import Help
from game.sim.table.state import TableChoice
from game.view.operation_words import own_words

_WIDTHS: Final = dict(
    zip(
        Help,
        (TableChoice.WIDTH_AS_MEANT, TableChoice.WIDTH_EASIER, TableChoice.WIDTH_EASIEST),
        strict=True,
    )
)
_SPEEDS: Final = dict(
    zip(
        Help,
        (TableChoice.SPEED_AS_MEANT, TableChoice.SPEED_EASIER, TableChoice.SPEED_EASIEST),
        strict=True,
    )
)


def pause_rows(desk: Desk, scene: NightScene) -> list[Row]:
    """Rows for the pause menu; none away from the table."""
    words = desk.strings
    if scene.mode is not Mode.TABLE:
        return []

    def alone() -> Change:
        scene.table.alone = True
        return Pop()

    return [
        Row(words.text("operation_alone"), act=alone, about=words.text("operation_alone_about")),
        Row(words.text("operation_page_help"), act=lambda: Push(_help(desk, scene))),
        Row(words.text("operation_page_causes"), act=lambda: Push(_causes(desk, scene))),
    ]


def lost_rows(desk: Desk, scene: NightScene) -> list[Row]:
    """He died under her hands: again, again with her hands by themselves, or home."""
    words, patient = desk.strings, scene.night.level.operation

    def again() -> Change:
        scene.go_back(scene.night.table or scene.night.retry)
        return Pop()

    def again_alone() -> Change:
        again()
        scene.table.alone = True
        return Pop()

    return [
        Row(words.text("operation_retry"), act=again),
        Row(
            words.text("operation_retry_alone"),
            act=again_alone,
            about=words.text("operation_alone_about"),
        ),
        Row(words.text(own_words(words, "operation_give_up", patient)), act=Pop),
    ]


def _help(desk: Desk, scene: NightScene) -> MenuScene:
    """Help that holds from now on, for this operation and as the choice for later nights."""
    words, settings = desk.strings, desk.settings

    def ask(choice: TableChoice) -> None:
        scene.table.asks.append(choice)
        desk.keep_settings()

    def width(by: int) -> None:
        settings.help_healing = _next(settings.help_healing, by)
        ask(_WIDTHS[settings.help_healing])

    def speed(by: int) -> None:
        settings.help_slow_bleeding = _next(settings.help_slow_bleeding, by)
        ask(_SPEEDS[settings.help_slow_bleeding])

    def fail(_: int) -> None:
        settings.no_fail = not settings.no_fail
        ask(TableChoice.NO_FAIL if settings.no_fail else TableChoice.MAY_FAIL)

    def alone(_: int) -> None:
        settings.table_alone = not settings.table_alone
        desk.keep_settings()

    def switch(on: bool) -> str:
        return words.text("settings_on" if on else "settings_off")

    def rows() -> list[Row]:
        about = words.text("settings_assist_about")
        return [
            Row(
                words.text("settings_assist_healing"), change=width, about=about,
                value=lambda: words.text(f"settings_{settings.help_healing}"),
            ),
            Row(
                words.text("settings_assist_healing_slow"), change=speed, about=about,
                value=lambda: words.text(f"settings_{settings.help_slow_bleeding}"),
            ),
            Row(
                words.text("settings_assist_no_fail"), change=fail, about=about,
                value=lambda: switch(settings.no_fail),
            ),
            Row(
                words.text("settings_assist_alone"), change=alone,
                about=words.text("operation_alone_about"),
                value=lambda: switch(settings.table_alone),
            ),
            Row(words.text("menu_back"), act=Pop),
        ]  # fmt: skip

    return MenuScene(desk, words.text("operation_page_help"), rows, scene)


def _next(now: Help, by: int) -> Help:
    choices = list(Help)
    return choices[(choices.index(now) + by) % len(choices)]


def _causes(desk: Desk, scene: NightScene) -> PageScene:
    words = desk.strings

    def lines() -> Lines:
        told = [*scene.picture.faults(scene.night.world), *scene.picture.flaws()]
        return [("-", line) for line in told] or [("", words.text("operation_page_nothing"))]

    return PageScene(desk, words.text("operation_page_causes"), lines, scene)
