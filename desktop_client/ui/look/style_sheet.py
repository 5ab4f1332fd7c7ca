"""The one style sheet: grounds, borders, controls. Text sizes are fonts, so that they stay in high contrast, where this is left out."""

from collections.abc import Callable
from string import Template

from PySide6.QtGui import QColor

SHEET = Template("""
QWidget { color: $text; }
QFrame[role=card] { background: $surface; border: 1px solid $border; border-radius: ${r8}px; }
QFrame[role=card][tone=danger] { background: $surface; border: 1px solid $danger; }
QFrame[role=card][tone=warning] { background: $surface; border: 1px solid $warning; }
QFrame[role=card][tone=accent] { background: $accent_soft; border: 1px solid $accent; }
QFrame[role=plain] { background: $surface; border: none; }
QFrame[role=header] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role=footer] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role=line] { background: $border; border: none; }
QFrame[role=tone] { border: none; border-radius: ${r8}px; }
QFrame[role=tone][tone=accent] { background: $accent_soft; }
QFrame[role=tone][tone=warning] { background: $warning_soft; }
QFrame[role=tone][tone=danger] { background: $danger_soft; }
QFrame[role=tone][tone=success] { background: $success_soft; }
QFrame[role=banner] { border: none; }
QFrame[role=banner][tone=danger] { background: $danger_soft; border-bottom: 1px solid $danger; }
QFrame[role=banner][tone=warning] { background: $warning_soft; border-bottom: 1px solid $warning; }
QFrame[role=banner][tone=accent] { background: $accent_soft; border-bottom: 1px solid $accent; }

QLabel { background: transparent; }
QLabel[ink=muted] { color: $muted; }
QLabel[ink=accent] { color: $accent_text; }
QLabel[ink=danger] { color: $danger; }
QLabel[ink=warning] { color: $warning; }
QLabel[ink=success] { color: $success; }
QLabel:disabled { color: $disabled; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
    background: $surface; border: 1px solid $input; border-radius: ${r6}px; padding: ${p7}px ${p10}px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $muted;
}
QLineEdit, QComboBox { min-height: ${control}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: ${p6}px ${p9}px; }
QLineEdit[wrong=true], QPlainTextEdit[wrong=true], QComboBox[wrong=true] { border: 2px solid $danger; padding: ${p6}px ${p9}px; }
QLineEdit[bare=true], QPlainTextEdit[bare=true], QTextEdit[bare=true] { border: none; background: transparent; padding: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $disabled; border-color: $border; }
QComboBox { padding-right: ${combo}px; }
QComboBox:focus, QComboBox[wrong=true] { padding-right: ${combo_focus}px; }
QComboBox::drop-down { border: none; width: 0; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $border; padding: ${p4}px; outline: none;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${p28}px; padding: 0 ${p8}px; border-radius: ${r4}px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }

QPushButton {
    background: $surface; border: 1px solid $input; border-radius: ${r6}px; padding: ${p7}px ${p14}px; min-height: ${control}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $disabled; border-color: $border; background: $surface; }
QPushButton[kind=primary] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind=primary]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind=primary]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind=primary]:disabled { background: $pressed; border-color: $pressed; color: $muted; }
QPushButton[kind=danger] { color: $danger; border: 1px solid $danger; }
QPushButton[kind=danger]:hover { background: $danger_soft; }
QPushButton[kind=stop] { background: $danger; color: $surface; border: 1px solid $danger; }
QPushButton[kind=stop]:hover, QPushButton[kind=stop]:pressed { border: 2px solid $text; padding: ${p6}px ${p13}px; }
QPushButton[kind=alarm] { background: transparent; border: 1px solid transparent; padding: ${p7}px ${p10}px; color: $danger; }
QPushButton[kind=alarm]:hover, QPushButton[kind=alarm]:pressed { background: $danger_soft; }
QPushButton[kind=alarm]:disabled { color: $disabled; background: transparent; }
QPushButton[kind=quiet] { background: transparent; border: 1px solid transparent; padding: ${p7}px ${p10}px; color: $accent_text; }
QPushButton[kind=tool] { background: transparent; border: 1px solid transparent; padding: ${p7}px ${p10}px; }
QPushButton[kind=icon] { background: transparent; border: 1px solid transparent; padding: 0; min-height: 0; }
QPushButton[kind=row] { background: transparent; border: 1px solid transparent; padding: 0; min-height: 0; text-align: left; }
QPushButton[kind=quiet]:hover, QPushButton[kind=tool]:hover, QPushButton[kind=icon]:hover, QPushButton[kind=row]:hover {
    background: $hover;
}
QPushButton[kind=quiet]:pressed, QPushButton[kind=tool]:pressed, QPushButton[kind=icon]:pressed, QPushButton[kind=row]:pressed {
    background: $pressed;
}
QPushButton[kind=quiet]:disabled, QPushButton[kind=tool]:disabled, QPushButton[kind=icon]:disabled {
    background: transparent; border-color: transparent;
}

QFrame[role=segments] { background: $hover; border: none; border-radius: ${r8}px; }
QFrame[role=segments] QPushButton {
    background: transparent; border: 1px solid transparent; border-radius: ${r6}px; padding: ${p4}px ${p10}px; color: $muted;
}
QFrame[role=segments] QPushButton:checked { background: $surface; border: 1px solid $input; color: $text; }
QFrame[role=segments] QPushButton:disabled { color: $disabled; }

QRadioButton { spacing: ${p8}px; background: transparent; }
QRadioButton:disabled { color: $disabled; }
QRadioButton::indicator {
    width: ${radio}px; height: ${radio}px; border: 1px solid $input; border-radius: ${radio_r}px; background: $surface;
}
QRadioButton::indicator:hover { background: $hover; }
QRadioButton::indicator:checked {
    width: ${radio_in}px; height: ${radio_in}px; border: ${radio_b}px solid $accent; border-radius: ${radio_r}px; background: $surface;
}

QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 2px; }
QScrollBar::handle:vertical { background: $input; border-radius: ${bar_r}px; min-height: ${p32}px; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 2px; }
QScrollBar::handle:horizontal { background: $input; border-radius: ${bar_r}px; min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractItemView { background: transparent; border: none; outline: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: ${p4}px; }
QMenu { background: $surface; border: 1px solid $border; padding: ${p6}px; }
QMenu::item { padding: ${p7}px ${p28}px ${p7}px ${p12}px; border-radius: ${r6}px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: ${p6}px; }
""")


def style_sheet(colours: dict[str, QColor], px: Callable[[float], int]) -> str:
    """The sheet for a set of tokens, every length grown by `px`."""
    lengths = {f"p{n}": px(n) for n in (4, 7, 8, 10, 12, 14, 28, 32)}
    # With the focus border one pixel thicker, the padding gives that pixel back, so that nothing moves.
    lengths |= {"p6": lengths["p7"] - 1, "p9": lengths["p10"] - 1, "p13": lengths["p14"] - 1, "combo": px(34), "combo_focus": px(34) - 1}
    lengths |= {f"r{n}": px(n) for n in (4, 6, 8)}
    radio, thick = px(16), px(5)
    lengths |= {"radio": radio, "radio_r": (radio + 2) // 2, "radio_in": radio + 2 - 2 * thick, "radio_b": thick}
    lengths |= {"control": px(36) - 2 - 2 * lengths["p7"], "bar_r": max(1, (px(12) - 4) // 2)}
    return SHEET.substitute(
        {name: colour.name() for name, colour in colours.items()} | {name: str(value) for name, value in lengths.items()}
    )
