import pytest

from desktop_client.knowledge.language import typed_language


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("my printer does not print", "en"),
        ("how to reset a password", "en"),
        ("laptop saya lemot", "id"),
        ("ga bisa ngeprint", "id"),
        ("kertas macet", "id"),
        ("printer", ""),
        ("outlook error", ""),
        ("webcam", ""),
        ("", ""),
        ("プリンター", ""),
    ],
)
def test_little_words_tell_the_language(typed: str, language: str) -> None:
    assert typed_language(typed.split()) == language
