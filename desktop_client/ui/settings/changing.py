"""Settings at work: what the person changes is kept beside Qt's thread, and the page shows what holds then."""

from collections.abc import Callable

from desktop_client.reasons import Reason, RefusedError
from desktop_client.screens.now import Now
from desktop_client.screens.settings_page import Registration, settings_view
from desktop_client.settings import Preferences, Settings
from desktop_client.ui.background import Background
from desktop_client.ui.settings.settings_page import SettingsActions, SettingsPage


class Changing:
    """Give `actions` to the page, then the page to `attach`."""

    def __init__(
        self,
        pool: Background,
        preferences: Preferences,
        set_autostart: Callable[[bool], object],
        register: Callable[[], object],
        unexpected: Callable[[Exception], Reason],
    ) -> None:
        """`set_autostart` blocks, and is called beside Qt's thread."""
        self._pool, self._preferences, self._set_autostart, self._unexpected = pool, preferences, set_autostart, unexpected
        self._page: SettingsPage | None = None
        self.actions = SettingsActions(change=self.change, register=register)

    def attach(self, page: SettingsPage) -> None:
        """The page that is filled from now on."""
        self._page = page

    def show(self, values: Settings, now: Now | None) -> None:
        """What holds now."""
        if self._page is None:
            return
        registration = Registration(
            company=now.company if now else "",
            address=now.address if now else "",
            person=now.person if now else "",
            locked=bool(values.backend_address),
        )
        self._page.show_view(settings_view(values, self._preferences.source, registration))

    def change(self, key: str, value: str | bool) -> None:  # noqa: FBT001 - a setting's value
        """The person wants another value; a refusal stands on the page."""

        def change() -> None:
            self._preferences.change(key, value)
            if key == "start_at_sign_in":
                self._set_autostart(bool(value))

        def failed(error: Exception) -> None:
            reason = error.reason if isinstance(error, RefusedError) else self._unexpected(error)
            if self._page is not None:
                self._page.refused(reason)

        self._pool.run(change, None, failed)
