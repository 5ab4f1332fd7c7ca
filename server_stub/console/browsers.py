"""A browser's name for the list of sessions, by what it says of itself: enough to recognise one's own, and no more is claimed."""

BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Version/", "Safari"))
"""In this order: the later ones are in what the earlier ones say, too."""
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def shown_browser(agent: str) -> str:
    """Such as "Chrome 142, Windows"; what is not known is left out, and what is not known at all stays as it is, cut off."""
    names = []
    for sign, name in BROWSERS:
        if sign in agent:
            version = agent.partition(sign)[2].partition(".")[0]
            names.append(f"{name} {version}" if version.isdigit() and len(version) < 5 else name)
            break
    names += [name for sign, name in SYSTEMS if sign in agent][:1]
    return ", ".join(names) or agent[:80]
