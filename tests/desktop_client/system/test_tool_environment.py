from desktop_client.system.tool_environment import tool_environment


def test_desktop_and_language_are_told_and_secrets_are_not() -> None:
    ours = {
        "HOME": "/home/budi",
        "DISPLAY": ":7",
        "LANG": "id_ID.UTF-8",
        "XDG_CURRENT_DESKTOP": "GNOME",
        "LC_ALL": "C",
        "PATH": "/home/budi/bin",
        "SIGAP_TOKEN": "planted",
        "AWS_SECRET_ACCESS_KEY": "planted",
        "LD_PRELOAD": "/opt/planted.so",
        "PYTHONPATH": "/opt/planted",
        "BROWSER": "planted",
    }
    told = tool_environment(ours)
    assert "planted" not in str(told)
    assert {"HOME": "/home/budi", "DISPLAY": ":7", "LANG": "id_ID.UTF-8", "XDG_CURRENT_DESKTOP": "GNOME"}.items() <= told.items()
    assert "LC_ALL" not in told
    assert "/home/budi" not in told["PATH"]


def test_a_proxy_is_told_without_a_password_only() -> None:
    ours = {"https_proxy": "http://budi:planted@proxy:3128", "HTTP_PROXY": "http://proxy:3128", "no_proxy": "localhost"}
    told = tool_environment(ours)
    assert (told.get("https_proxy"), told["HTTP_PROXY"], told["no_proxy"]) == (None, "http://proxy:3128", "localhost")


def test_a_frozen_program_s_libraries_are_its_own() -> None:
    told = tool_environment({"LD_LIBRARY_PATH": "/opt/sigap", "LD_LIBRARY_PATH_ORIG": "/usr/local/lib"})
    assert told["LD_LIBRARY_PATH"] == "/usr/local/lib"
