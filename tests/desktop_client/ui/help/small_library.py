"""A profile with a few help articles in it, findable, for the windows that find and read them."""

from contract.articles import Article, ArticlesPage
from contract.guides import CheckStep, EndOutcome, EndStep, Guide
from desktop_client.flows.instance import Instance
from desktop_client.knowledge.feeding import follow

GUIDE = Guide(
    first="look",
    proof=("dns",),
    steps=(
        CheckStep(id="look", title="Names", checks=("dns",), ok="end", found={"first-dead": "end"}),
        EndStep(id="end", title="End", outcome=EndOutcome.REPORT),
    ),
)
ARTICLES = (
    Article(id="vpn-en", article="vpn", lang="en", title="VPN doesn't connect", body="Restart the VPN program.", category="network"),
    Article(id="vpn-id", article="vpn", lang="id", title="VPN tidak tersambung", body="Mulai ulang program VPN.", category="network"),
    Article(id="print-en", article="print", lang="en", title="Printer prints nothing", summary="Mend it", body="Steps.", guide=GUIDE),
    Article(id="mail", lang="en", title="Mail asks for the password", body="Sign in again.", related=("vpn",)),
    *(Article(id=f"other-{number}", lang="en", title=f"Other matter {number}", body="Something else.") for number in range(6)),
)


def shelve(instance: Instance, *articles: Article, last: int = 1) -> None:
    """Puts these articles into the library, as if the backend had told of them."""
    instance.library.apply(ArticlesPage(epoch="one", articles=articles or ARTICLES, last=last))
    follow(instance.library, instance.index)
