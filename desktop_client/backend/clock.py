"""Whether this computer's clock is why a certificate seems not to be valid now."""

import ssl
import time
from email.utils import parsedate_to_datetime
from http import client
from urllib.parse import urlsplit

LIMIT_S = 5.0


def clock_difference_s(address: str) -> float | None:
    """Seconds by which the backend's clock is ahead of this computer's, None when it can't be learnt.

    Asks `/health` without the token and without believing the certificate: nothing of the person's leaves, and the answer does no more
    than choose between two sentences.
    """
    parts = urlsplit(address)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    connection = client.HTTPSConnection(parts.hostname or "", parts.port or 443, timeout=LIMIT_S, context=context)
    try:
        connection.request("GET", "/health")
        date = connection.getresponse().getheader("date") or ""
        return parsedate_to_datetime(date).timestamp() - time.time()
    except (OSError, ValueError, client.HTTPException):
        return None
    finally:
        connection.close()
