from desktop_client.commands.terminal_text import terminal_line, terminal_text


def test_what_commands_a_terminal_is_left_out() -> None:
    assert terminal_text("a\x1b]0;t\x07\x9b2J\x7f\0b\r\nc\td é 漢") == "a]0;t2Jb\nc\td é 漢"
    assert terminal_line(" a\n\tb\x1b ") == "a b"
