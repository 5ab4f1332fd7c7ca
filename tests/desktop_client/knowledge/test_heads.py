"""Lists of articles: one of each, in the person's language, and what is related, in circles too."""

from contract.articles import ArticleKind
from desktop_client.knowledge.heads import tongue
from desktop_client.knowledge.library import Library
from tests.desktop_client.knowledge.told import article, page, part


def test_lists_hold_one_of_each_article_and_no_parts_of_guides(library: Library) -> None:
    library.apply(
        page(
            *(article("b", article="k", category="net"), article("b-id", "id", article="k", category="net", title="Zebra")),
            *(article("a", category="print"), article("c", "id", category="net"), part("net-part")),
        )
    )
    assert [head.id for head in library.heads("en")] == ["a", "b", "c"]
    assert [head.id for head in library.heads("id")] == ["c", "b-id", "a"]
    assert [head.id for head in library.heads("en", category="net", limit=1)] == ["b"]
    assert library.heads("en", kind=ArticleKind.GUIDE) == ()
    assert library.categories() == (("net", 2), ("print", 1))


def test_related_articles_by_id_or_key_in_a_circle_or_else_by_tags(library: Library) -> None:
    a = article("a", article="ka", related=("b", "kc", "a", "ka", "gone"), category="net")
    b = article("b", related=("a",), category="net", tags=("wifi", "slow"))
    c = article("c-id", "id", article="kc", related=("kc", "b"), category="net", tags=("wifi", "slow"))
    d = article("d", category="net", tags=("slow",), related=("nothing",))
    library.apply(page(a, article("a-id", "id", article="ka"), b, c, article("c-en", article="kc"), d, article("e", category="other")))
    assert [head.id for head in library.related(a, "en")] == ["b", "c-en"]
    assert [head.id for head in library.related(a, "id")] == ["b", "c-id"]
    assert [head.id for head in library.related(b, "id")] == ["a-id"]
    assert [head.id for head in library.related(d, "en")] == ["b"]
    assert library.related(article("x"), "en") == ()


def test_a_language_is_known_without_its_region() -> None:
    assert [tongue(lang) for lang in ("en", "EN-gb", "id_ID", "", "zh-Hant-TW")] == ["en", "en", "id", "", "zh"]
