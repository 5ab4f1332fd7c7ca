"""One profile with everything in it, before and after it is enrolled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.articles import Article, ArticlesPage
from desktop_client.flows.instance import Instance
from desktop_client.knowledge.feeding import follow
from desktop_client.knowledge.search import search
from desktop_client.reasons import Cause, RefusedError
from desktop_client.settings import Preferences
from desktop_client.system.folders import open_profile
from tests.together.backend_process import BackendProcess


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendProcess]:
    data = tmp_path_factory.mktemp("backend") / "data"
    data.mkdir()
    (data / "settings.toml").write_text('company = "Nusantara"\nhelp_desk = "Helpdesk"\n', "utf-8")
    with BackendProcess(data) as started:
        yield started


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    opened = Instance(open_profile(tmp_path / "profile"))
    yield opened
    opened.close()


def test_before_it_is_enrolled_nothing_is_asked_of_anybody(instance: Instance) -> None:
    assert (instance.enrolment(), instance.settle(), instance.session()) == (None, None, None)
    assert instance.learn() == instance.about()
    assert instance.known_secrets() == ()


def test_enrolled_it_knows_the_company_also_after_a_restart(instance: Instance, backend: BackendProcess, tmp_path: Path) -> None:
    now = instance.enrol(backend.address, backend.code(), confirmed=False)
    assert (now.company, instance.about().help_desk) == ("Nusantara", "Helpdesk")
    assert instance.learn().company == "Nusantara"
    token = instance.tokens.read()
    assert instance.known_secrets() == (token,)
    instance.close()
    again = Instance(open_profile(tmp_path / "profile"))
    assert again.settle() == now
    kept = again.enrolment()
    assert kept
    assert kept.owner == now.owner
    assert again.about().help_desk == "Helpdesk"
    assert again.outbox.waiting() == ()
    again.close()


def test_the_policy_s_code_is_a_secret_too(instance: Instance) -> None:
    policy = {"backend_address": "https://help.example", "backend_code": "K7QM-4XPD"}
    instance.preferences = Preferences(instance.profile.settings_file, policy)
    assert instance.known_secrets() == ("K7QM-4XPD",)


def test_a_wrong_code_changes_nothing(instance: Instance, backend: BackendProcess) -> None:
    with pytest.raises(RefusedError) as error:
        instance.enrol(backend.address, "AAAA-AAAA-AAAA", confirmed=False)
    assert error.value.reason.cause is Cause.CODE_WRONG
    assert instance.enrolment() is None


def test_a_ring_that_nobody_hears_is_no_error(instance: Instance) -> None:
    instance.ring("panel")


def test_articles_are_opened_when_they_are_asked_for_and_belong_to_one_backend(
    instance: Instance, backend: BackendProcess, tmp_path: Path
) -> None:
    page = ArticlesPage(epoch="one", articles=(Article(id="vpn", lang="en", title="VPN", body="Connect."),), last=1)
    instance.enrol(backend.address, backend.code(), confirmed=False)
    instance.settle()
    assert not instance.profile.knowledge_file.exists()
    assert not instance.profile.index_file.exists()
    assert instance.library is instance.library
    instance.library.apply(page)
    follow(instance.library, instance.index)
    assert [result.id for result in search(instance.index, "vpn").results] == ["vpn"]
    with BackendProcess(tmp_path / "other") as other:
        instance.enrol(other.address, other.code(), confirmed=True)
    assert (instance.library.count(), instance.index.count()) == (0, 0)


def test_the_company_s_words_are_searched_by(instance: Instance, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.toml").write_text('[synonyms]\nsimak = "attendance"\n', "utf-8")
    with BackendProcess(data) as words:
        instance.enrol(words.address, words.code(), confirmed=False)
        instance.library.apply(ArticlesPage(epoch="one", articles=(Article(id="in", lang="en", title="Attendance", body=""),), last=1))
        follow(instance.library, instance.index)
        instance.learn()
    assert [result.id for result in search(instance.index, "simak").results] == ["in"]
