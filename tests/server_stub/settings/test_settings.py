"""The settings file: every row explained, every wrong value named."""

import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings, strategies

from contract.about import CATEGORIES, Category, Limits
from contract.tickets import Impact
from server_stub.settings.checks import SettingsError
from server_stub.settings.file import load, parsed
from server_stub.settings.rendering import rendered, toml_value
from server_stub.settings.report_checks import LIMIT_ROWS
from server_stub.settings.rows import ROWS, Settings

WRONG = [
    ("company = 3", 'row "company"'),
    ('company = ""', 'row "company"'),
    ('company = "a\\nb"', 'row "company"'),
    (f'help_desk = "{"x" * 101}"', 'row "help_desk"'),
    ("telephone = true", 'row "telephone"'),
    ('hosts = "mail:443"', 'row "hosts"'),
    ('hosts = ["mail"]', 'row "hosts"'),
    ('hosts = ["mail:0"]', 'row "hosts"'),
    ('hosts = ["mail:65536"]', 'row "hosts"'),
    ("hosts = [1]", 'row "hosts"'),
    ('trusted_proxies = ["proxy.example.com"]', 'row "trusted_proxies"'),
    ('trusted_proxies = ["10.0.0.1/8"]', 'row "trusted_proxies"'),
    ("reports_per_day = 0", 'row "reports_per_day"'),
    ("reports_per_day = true", 'row "reports_per_day"'),
    ("reports_per_day = 2.5", 'row "reports_per_day"'),
    ("bytes_per_day = -1", 'row "bytes_per_day"'),
    ("upload_expiry_h = 999999", 'row "upload_expiry_h"'),
    ("limits = 3", 'row "limits"'),
    ("limits.subject_letters = 501", 'row "limits.subject_letters"'),
    ("limits.files = 1", 'no row "limits.files"'),
    ("matrix.me = [1, 2, 3]", 'row "matrix.me"'),
    ("matrix.me = [1, 2, 3, 5]", 'row "matrix.me"'),
    ("matrix.boss = [1, 2, 3, 4]", 'no row "matrix.boss"'),
    ("categories = []", 'row "categories"'),
    ("categories = [1]", 'row "categories[1]"'),
    ('[[categories]]\nkey = "A B"\nname = { en = "x" }', 'row "categories[1].key"'),
    ('[[categories]]\nkey = "a"\nname = { id = "x" }', 'row "categories[1].name"'),
    ('[[categories]]\nkey = "a"\nname = { en = "" }', 'row "categories[1].name.en"'),
    ('categories = [{ key = "a", name = { en = "x" } }, { key = "a", name = { en = "y" } }]', 'row "categories[2].key"'),
    ('compny = "x"', 'did you mean "company"?'),
    ("company = ", "not valid TOML"),
    ("a = " + "[" * 5_000, "not valid TOML"),
]


@pytest.mark.parametrize(("toml", "said"), WRONG)
def test_wrong_row_is_named_in_a_sentence(toml: str, said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        parsed(toml)
    sentence = str(raised.value)
    assert said in sentence
    assert len(sentence) < 400
    assert "Traceback" not in sentence


def test_rendered_defaults_read_back_as_the_defaults_with_every_row_explained() -> None:
    text = rendered(Settings())
    assert parsed(text) == Settings()
    found = tomllib.loads(text)
    assert set(found) == set(ROWS)
    lines = text.splitlines()
    for name in (*ROWS, *LIMIT_ROWS):
        place = next(i for i, line in enumerate(lines) if line.startswith((f"{name} =", f"[{name}]", f"[[{name}]]")))
        assert lines[place - 1].startswith("# "), name


words = strategies.text(strategies.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(words, words, strategies.integers(1, 1_000_000), strategies.lists(words, min_size=1, max_size=3, unique=True))
def test_any_settings_survive_being_printed(company: str, desk: str, reports: int, names: list[str]) -> None:
    topics = tuple(Category(key=f"k{place}", name={"en": name, "id": name}) for place, name in enumerate(names))
    made = Settings(company=company, help_desk=desk, reports_per_day=reports, categories=topics, hosts=("[::1]:443",))
    assert parsed(rendered(made)) == made


def test_rows_that_are_left_out_keep_their_defaults() -> None:
    read = parsed(
        'company = "Nusantara"\nlimits.attachments = 7\nmatrix.me = [4, 4, 4, 4]\ntrusted_proxies = ["127.0.0.1/32", "10.0.0.0/8"]'
    )
    assert read.company == "Nusantara"
    assert read.limits == msgspec.structs.replace(Limits(), attachments=7)
    assert read.matrix[Impact.ME] == (4, 4, 4, 4)
    assert read.matrix[Impact.TEAM] == (1, 2, 3, 3)
    assert read.trusted_proxies == ("127.0.0.1", "10.0.0.0/8")
    assert read.categories == CATEGORIES


def test_limits_have_a_row_each() -> None:
    assert tuple(LIMIT_ROWS) == Limits.__struct_fields__


def test_no_file_means_defaults_and_an_unreadable_one_is_a_sentence(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()
    file = tmp_path / "settings.toml"
    file.write_bytes(b'company = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(tmp_path)
    file.unlink()
    file.mkdir()
    with pytest.raises(SettingsError, match="can't be read"):
        load(tmp_path)


def test_file_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b'\xef\xbb\xbfcompany = "A"\r\ntelephone = "1"\r\n')
    assert load(tmp_path) == Settings(company="A", telephone="1")


def test_help_desk_without_a_name_answers_as_help_desk() -> None:
    assert Settings().desk_name == "Help desk"
    assert Settings(help_desk="IT").desk_name == "IT"


def test_how_to_lists_every_row_as_it_is() -> None:
    how_to = (Path(__file__).parents[3] / "docs/how-to/run-the-backend.md").read_text("utf-8")
    for line in settings_table():
        assert line in how_to, "the table in docs/how-to/run-the-backend.md is out of date"


def settings_table() -> list[str]:
    lines = []
    for name, row in ROWS.items():
        value = getattr(Settings(), name)
        if name == "limits":
            lines += [f"| `limits.{key}` | `{getattr(value, key)}` | {why} |" for key, (why, _) in LIMIT_ROWS.items()]
            continue
        default = f"{len(value)} topics" if name == "categories" else "see there" if name == "matrix" else f"`{toml_value(value)}`"
        lines.append(f"| `{name}` | {default} | {row.explanation} |")
    return lines
