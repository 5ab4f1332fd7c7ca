"""An article as it lies in a file: Markdown below front matter. Every file is read as a whole or refused with a line and a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
import yaml

from contract.articles import ARTICLE_BYTES, Article
from contract.guides import Guide
from server_stub.knowledge.article_keys import date_in, in_line, language_of, list_of, name_of, needed, one_of
from server_stub.knowledge.front_matter import FENCE, Node, composed, parted
from server_stub.knowledge.guide_form import KEYS, guide_in, line_at
from server_stub.knowledge.guide_paths import faults
from server_stub.knowledge.images import local_images
from server_stub.knowledge.unreadable import UnreadableError

__all__ = ["AUDIENCES", "STATES", "ArticleFile", "UnreadableError", "read_article", "written"]

STATES = ("published", "draft", "retired")
AUDIENCES = ("everyone", "technicians")
"""The first of each is meant where the file says nothing."""

_TEXTS = ("product", "category", "summary", "updated")
_LISTS = ("tags", "also", "related")
_OWN = ("id", "article", "lang", "title", *_TEXTS, *_LISTS, "state", "audience", *KEYS)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as lines."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)


@dataclass(frozen=True, kw_only=True)
class ArticleFile:
    """`name` is the file's own, with folders. `extra` are keys that Sigap doesn't use, kept for the export. `image_names` are pictures
    that the text shows and that lie beside the file. `lines` are where things stand in the file: "title", "steps[3].go".
    """

    name: str
    article: Article
    state: str = STATES[0]
    audience: str = AUDIENCES[0]
    extra: dict[str, object] = field(default_factory=dict)
    image_names: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)


def read_article(name: str, data: bytes) -> ArticleFile:
    """The file with these bytes. It raises UnreadableError and nothing else."""
    front, body = parted(_text(data))
    keys = composed(front)
    guide = _guide(keys)
    state, audience = one_of("state", keys, STATES), one_of("audience", keys, AUDIENCES)
    article = Article(
        id=needed("id", keys) and name_of("id", keys),
        article=name_of("article", keys),
        lang=language_of(keys),
        title=needed("title", keys),
        body=body.strip("\n"),
        guide=guide,
        product=in_line("product", keys),
        category=in_line("category", keys),
        summary=in_line("summary", keys),
        updated=date_in("updated", keys),
        tags=list_of("tags", keys),
        also=list_of("also", keys),
        related=list_of("related", keys),
    )
    extra = {key: node.as_data() for key, node in keys.items() if key not in _OWN}
    images = local_images(article.body)
    return ArticleFile(name=name, article=article, state=state, audience=audience, extra=extra, image_names=images, lines=_lines(keys))


def written(file: ArticleFile) -> bytes:
    """The bytes of a file that reads as the same."""
    article = file.article
    front: dict[str, object] = {"id": article.id, "article": article.article, "lang": article.lang, "title": article.title}
    front |= {key: getattr(article, key) for key in _TEXTS} | {key: list(getattr(article, key)) for key in _LISTS}
    front = {key: value for key, value in front.items() if value}
    front |= {
        key: value for key, value, usual in (("state", file.state, STATES[0]), ("audience", file.audience, AUDIENCES[0])) if value != usual
    }
    front |= file.extra
    if article.guide:
        front |= _as_keys(article.guide)
    text = yaml.dump(front, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return f"{FENCE}\n{text}{FENCE}\n\n{article.body}\n".encode()


def _text(data: bytes) -> str:
    if len(data) > ARTICLE_BYTES:
        raise UnreadableError(f"It is larger than {ARTICLE_BYTES // 1_000_000} MB: make it shorter, and put pictures in files beside it.")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f", from byte {error.start + 1}" if encoding == "utf-8" else ""
        line = data[: error.start].count(b"\n") + 1 if encoding == "utf-8" else 0
        raise UnreadableError(f"It is not {encoding.upper()}{where}: save it as UTF-8.", line) from None
    # CommonMark: a zero is shown as U+FFFD, and each of the three line ends is one.
    return text.removeprefix("\ufeff").replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


def _guide(keys: Mapping[str, Node]) -> Guide | None:
    if not any(key in keys for key in KEYS):
        return None
    guide = guide_in(keys)
    for fault in faults(guide):
        raise UnreadableError(fault.reason, line_at(keys, fault.place))
    return guide


def _lines(keys: Mapping[str, Node]) -> dict[str, int]:
    found: dict[str, int] = {}

    def add(place: str, node: Node) -> None:
        found[place] = node.line
        if isinstance(node.value, list):
            for number, one in enumerate(node.value):
                add(f"{place}[{number}]", one)
        elif isinstance(node.value, dict):
            for key, one in node.value.items():
                add(f"{place}.{key}", one)

    for key, node in keys.items():
        if key in _OWN:
            add(key, node)
    return found


def _as_keys(guide: Guide) -> dict[str, object]:
    """As an author writes it: what a step is stands after its id, and what is as usual is left out."""
    steps = []
    for step in guide.steps:
        keys = msgspec.to_builtins(step)
        steps.append({"id": keys.pop("id"), **{key: value for key, value in keys.items() if value or key in {"found", "answers"}}})
    front: dict[str, object] = {"first": guide.first}
    if guide.proof:
        front["proof"] = list(guide.proof)
    if guide.part:
        front["part"] = True
    return {**front, "steps": steps}
