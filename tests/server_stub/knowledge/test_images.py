import pytest

from server_stub.knowledge.images import local_images


@pytest.mark.parametrize(
    ("markdown", "names"),
    [
        ("![a](one.png) and ![](two.png 'title') and ![a](one.png)", ("one.png", "two.png")),
        ("![a](<my picture.png>) ![b](my%20other.png) ![c](./here.png)", ("my picture.png", "my other.png", "here.png")),
        ("![a](folder/in.png#part?x)", ("folder/in.png",)),
        ("![one][Pic] ![pic] ![none]\n\n[pic]: late.png 'x'\n", ("late.png",)),
        ("[not](a-picture.png)", ()),
        ("![a](https://example.com/a.png) ![b](//b.png) ![c](/etc/c.png) ![d](../up.png) ![e](a/../../e.png)", ()),
        ("![a](C:\\a.png) ![b](file:b.png) ![c](data:image/png,x) ![d](#d) ![e](a\\e.png) ![f](%00.png)", ()),
        ("```\n![a](code.png)\n```\n![b](shown.png)\n~~~~\n![c](code.png)\n~~~\n![d](still.png)\n~~~~\n", ("shown.png",)),
        ("```\n![a](never-closed.png)", ()),
    ],
)
def test_which_pictures_lie_beside_the_file(markdown: str, names: tuple[str, ...]) -> None:
    assert local_images(markdown) == names
