"""The upper left of the report window: the screenshots, one large with what can be done with it, all of them small below."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt

from desktop_client.screens.report import PictureView, ReportView
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied, frame
from desktop_client.ui.parts.picture_loader import LoadPicture
from desktop_client.ui.parts.pictures import Shot, Thumbnail
from desktop_client.ui.parts.worded import Worded


class ReportPictures(Worded):
    """Screenshots of the report. A click on *Leave out* calls `include` with the picture's id."""

    def __init__(self, theme: Theme, load: LoadPicture, include: Callable[[str, bool], object], take_again: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._load, self._include = theme, load, include
        self._view: ReportView | None = None
        self._chosen = ""
        self._thumbnails: dict[str, Thumbnail] = {}
        whole = box(theme, self, spacing=8)
        head = box(theme, spacing=0)
        self._heading = Text(theme, tier="label")
        self._promise = Text(theme, tier="small", ink="muted", wrap=True)
        head.addWidget(self._heading)
        head.addWidget(self._promise)
        whole.addLayout(head)
        self._card = self._build_card()
        self._none = self._build_none(take_again)
        whole.addWidget(self._card)
        whole.addWidget(self._none)
        foot = box(theme, spacing=8, across=True)
        self._strip = FlowLayout(gap=theme.px(8), line_gap=theme.px(8))
        foot.addLayout(self._strip, 1)
        self.again = Button(theme, icon_name="camera", on_click=take_again)
        self.again.setObjectName("take_again")
        foot.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(foot)
        self.retranslate()

    def _build_card(self) -> object:
        card, inside = frame(self._theme, "card", margins=8, spacing=4)
        self._shot = Shot(self._theme, self._load)
        inside.addWidget(self._shot)
        tools = FlowLayout(gap=self._theme.px(4))
        self.leave_out = Button(self._theme, kind="tool", icon_name="trash", on_click=self._toggle)
        self.leave_out.setObjectName("leave_out")
        tools.addWidget(self.leave_out)
        self._stays = Text(self._theme, tier="small", ink="muted")
        tools.addWidget(self._stays)
        inside.addLayout(tools)
        return card

    def _build_none(self, take_again: Callable[[], object]) -> object:
        card, inside = frame(self._theme, "card", margins=(16, 24, 16, 24), spacing=8)
        inside.addWidget(IconLabel(self._theme, "photo-off", "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self._none_title = Text(self._theme, tier="label", wrap=True)
        self._none_text = Text(self._theme, ink="muted", wrap=True)
        for label in (self._none_title, self._none_text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(label)
        inside.addSpacing(self._theme.px(4))
        self.first = Button(self._theme, icon_name="camera", on_click=take_again)
        self.first.setObjectName("take_first")
        inside.addWidget(self.first, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def show_view(self, view: ReportView) -> None:
        """The screenshots as they are now; the one that was large stays large."""
        ids = [picture.id for picture in view.pictures]
        if ids != list(self._thumbnails):
            self._rebuild(view.pictures)
        self._view = view
        if self._chosen not in self._thumbnails:
            self._chosen = ids[0] if ids else ""
        self._refresh()

    def _rebuild(self, pictures: tuple[PictureView, ...]) -> None:
        emptied(self._strip)
        self._thumbnails = {}
        for picture in pictures:
            thumbnail = Thumbnail(
                self._theme, self._load, picture.file, QSize(picture.width, picture.height), lambda at=picture.id: self._choose(at)
            )
            thumbnail.setObjectName(f"thumbnail_{picture.screen}")
            self._thumbnails[picture.id] = thumbnail
            self._strip.addWidget(thumbnail)

    def _choose(self, picture_id: str) -> None:
        self._chosen = picture_id
        self._refresh()

    def _current(self) -> PictureView | None:
        return next((p for p in self._view.pictures if p.id == self._chosen), None) if self._view else None

    def _toggle(self) -> None:
        if picture := self._current():
            self._include(picture.id, not picture.included)

    def _refresh(self) -> None:
        view, picture = self._view, self._current()
        if view is None:
            return
        self._card.setVisible(picture is not None)
        self.again.setVisible(picture is not None)
        self._none.setVisible(picture is None)
        self._promise.setVisible(picture is not None)
        for button in (self.again, self.first):
            button.setEnabled(not view.taking)
        if picture is None:
            self._say_none(view)
            return
        name = self._name(picture)
        self._shot.show_picture(picture.file, QSize(picture.width, picture.height), included=picture.included, name=name)
        self.leave_out.setText(self.tr("Leave out") if picture.included else self.tr("Put back"))
        self.leave_out.set_icon("trash" if picture.included else "rotate")
        self.leave_out.setAccessibleName(f"{self.leave_out.text()}: {name}")
        self._stays.setText("" if picture.included else self.tr("Stays here"))
        self._stays.setVisible(not picture.included)
        for other in view.pictures:
            thumbnail = self._thumbnails[other.id]
            thumbnail.setChecked(other.id == self._chosen)
            spoken = self._name(other) if other.included else f"{self._name(other)}, {self.tr('Stays here')}"
            thumbnail.show_state(self._name(other), spoken, included=other.included)

    def _say_none(self, view: ReportView) -> None:
        if view.no_picture is not None:
            sentence = words.say(view.no_picture, help_desk=view.help_desk, company=view.company)
            self._none_title.setText(sentence.title)
            self._none_text.setText(sentence.text)
            self.first.setText(self.tr("&Take again"))
        else:
            self._none_title.setText(self.tr("No screenshot"))
            self._none_text.setText(self.tr("You can send without one, or take one now."))
            self.first.setText(self.tr("&Take now"))

    def _name(self, picture: PictureView) -> str:
        return self.tr("Screen {n}").format(n=words.number(picture.screen))

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Screenshots"))
        self._promise.setText(self.tr("Taken when you clicked. Nothing leaves before you press Send."))
        self.again.setText(self.tr("&Take again"))
        self._refresh()
