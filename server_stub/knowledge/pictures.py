"""Pictures that may stand in an article."""

from contract.articles import ArticleImage

NAME_LETTERS = 500


def named(images: tuple[ArticleImage, ...]) -> set[tuple[str, str]]:
    """Each by its name and hash."""
    return {(one.name, one.sha256) for one in images}
