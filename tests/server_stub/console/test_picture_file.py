"""What is no picture is never sent as one, whatever it is called."""

import asyncio
import hashlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from contract.problems import Code
from server_stub.blobs import StoredFile
from server_stub.console.picture_file import picture_file
from server_stub.refusals import RefusalError
from server_stub.web.threads import Threads


@pytest.mark.parametrize("content", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<script>alert(1)</script>", b"", b"\x89PNG"])
def test_only_pictures_are_shown(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    file = StoredFile(path=path, name="x.png", size_bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    threads = Threads()
    way: Any = SimpleNamespace(run=threads.run, threads=threads)
    try:
        with pytest.raises(RefusalError) as refused:
            asyncio.run(picture_file(file, way))
    finally:
        threads.close()
    assert refused.value.code is Code.UNSUPPORTED_MEDIA_TYPE
