"""What a failed connection's error is taken for, where only its text can tell."""

import ssl

from desktop_client.backend.refusals import of_error
from desktop_client.reasons import Cause


def test_a_407_in_a_port_or_address_is_no_proxys_407() -> None:
    certificate = ssl.SSLCertVerificationError(1, "certificate verify failed (_ssl.c:1407) for port 34079")
    assert of_error(certificate, "help.example.test", 0).cause is Cause.CERTIFICATE
    proxy = OSError("Tunnel connection failed: 407 Proxy Authentication Required")
    assert of_error(proxy, "help.example.test", 0).cause is Cause.PROXY_SIGN_IN
