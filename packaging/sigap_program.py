"""Where the frozen client begins: the same function that the command `sigap` calls, or the warden of a remote tool."""

import sys

if sys.argv[1:] == ["--warden"]:
    from desktop_client.assist.warden import main
else:
    from desktop_client.__main__ import main

sys.exit(main())
