"""`sigap-server articles`: brings help articles in and out, lists them, publishes and retires them."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from contract.articles import Article
from server_stub.commands.command import Command, Reach, Said, clean, common, table

if TYPE_CHECKING:  # it brings YAML along, and other words need none
    from server_stub.knowledge.held import HeldArticle

STARTER = Path(__file__).parent.parent / "starter_articles"
SHOWN = 50
"""So many refusals are told as text; --json tells all."""
HEADS = ("ID", "LANG", "KIND", "STATE", "AUDIENCE", "VERSION", "HELPED", "NOT", "TITLE")

Does = Callable[[argparse.Namespace, Reach], Said]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the words within the word."""
    inner = parser.add_subparsers(dest="articles_word", metavar="WORD", required=True)

    def word(name: str, help_text: str) -> argparse.ArgumentParser:
        one = inner.add_parser(name, help=help_text, description=help_text[0].upper() + help_text[1:] + ".")
        common(one)
        return one

    importing = word("import", "import the Markdown files of a folder or zip, or one of them; the same again changes nothing")
    what = importing.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "source", nargs="?", metavar="DIR|ZIP|FILE", type=place, help="the folder with everything below it, the zip, or one article"
    )
    what.add_argument("--starter", action="store_true", help="import the articles and guides that come with Sigap")
    exporting = word("export", "write all articles to an empty folder, or to a zip")
    exporting.add_argument("target", metavar="DIR|ZIP", type=place, help="the folder, or a file that ends in .zip")
    word("list", "list the articles")
    for name, does in (("publish", "publish a draft or retired article"), ("retire", "take an article away from employees")):
        word(name, does).add_argument("article", metavar="ID", help="the file's id, or the key `article` of all its languages")


def place(text: str) -> Path:
    """A path as it was typed. An empty one, as an unset variable leaves it, is not taken for the folder where somebody happens to be."""
    if not text:
        raise argparse.ArgumentTypeError("the path is empty")
    return Path(text)


def run(options: argparse.Namespace, reach: Reach) -> Said:
    """Does the inner word."""
    does: dict[str, Does] = {"import": take_in, "export": export, "list": listed, "publish": set_state, "retire": set_state}
    return does[options.articles_word](options, reach)


def take_in(options: argparse.Namespace, reach: Reach) -> Said:
    """Imports; exit code 0 when anything is there afterwards."""
    told = imported(STARTER if options.starter else options.source.absolute(), reach)
    code = 0 if told["imported"] or told["unchanged"] else 1
    why = "none of the files can be taken" if told["refused"] else "no Markdown file is there"
    return Said(told, as_text(told), code=code, sentence=f"No article was imported: {why}." if code else "")


def imported(path: Path, reach: Reach) -> dict[str, Any]:
    """What the import of a folder or zip did.

    The files are read in this process, since a running backend may see neither this account's folders nor /tmp, and handed over a few
    megabytes at a time, so that the backend goes on answering others.
    """
    from server_stub.knowledge.reading import read  # noqa: PLC0415 - see above
    from server_stub.knowledge.sources import opened  # noqa: PLC0415 - see above

    sources = opened(path)
    reading = read(sources, msgspec.convert(reach.do("article_guides"), dict[str, Article]))
    counts = {"imported": 0, "unchanged": 0}
    for batch in reading.batches():
        kept = reach.do("keep_articles", files=msgspec.to_builtins(batch))
        counts = {name: count + kept[name] for name, count in counts.items()}
    return {**counts, "refused": msgspec.to_builtins(reading.refused), "warnings": msgspec.to_builtins(reading.warnings)}


def as_text(told: dict[str, Any]) -> str:
    """What an import did, to read in a terminal."""
    lines = [f"{told['imported']} imported, {told['unchanged']} unchanged, {len(told['refused'])} refused."]
    for head, remarks in (("Refused", told["refused"]), ("Imported with a warning", told["warnings"])):
        if remarks:
            lines += ["", f"{head}:"]
        for one in remarks[:SHOWN]:
            line = f", line {one['line']}" if one["line"] else ""
            lines.append(f"  {clean(one['file'])}{line}: {clean(one['reason'])}")
        if len(remarks) > SHOWN:
            lines.append(f"  … and {len(remarks) - SHOWN} more (--json tells all).")
    return "\n".join(lines)


def export(options: argparse.Namespace, reach: Reach) -> Said:
    """Writes them in this process, under this account's name."""
    from server_stub.knowledge.exporting import export as write  # noqa: PLC0415 - see above

    target = options.target.absolute()
    count = write(held(reach), target)
    return Said({"exported": count, "path": str(target)}, f"{count} articles were written to {clean(str(target))}.")


def held(reach: Reach) -> Iterator["HeldArticle"]:
    """Every article, whole, a few at a time."""
    from server_stub.knowledge.held import HeldArticle  # noqa: PLC0415 - see above

    after = ""
    while some := msgspec.convert(reach.do("held_articles", after=after), list[HeldArticle]):
        yield from some
        after = some[-1].article.id


def listed(_options: argparse.Namespace, reach: Reach) -> Said:
    """One line each, by id."""
    found = reach.do("list_articles")
    names = ("id", "lang", "kind", "state", "audience", "version", "helped", "not_helped", "title")
    rows = [tuple(str(one[name]) for name in names) for one in found]
    return Said({"articles": found}, table(HEADS, rows) if rows else "No articles yet: sigap-server articles import --starter.")


def set_state(options: argparse.Namespace, reach: Reach) -> Said:
    """Publishes or retires."""
    state = "published" if options.articles_word == "publish" else "retired"
    ids = reach.do("set_article_state", article=options.article, state=state)
    names = ", ".join(ids)
    return Said({"articles": ids, "state": state}, f"{names} {'is' if len(ids) == 1 else 'are'} {state}.")


def makes_data(options: argparse.Namespace) -> bool:
    """An import begins the data where there are none."""
    return bool(options.articles_word == "import")


COMMAND = Command("articles", "import, export, list, publish and retire help articles", add_arguments, run, creates_data=makes_data)
