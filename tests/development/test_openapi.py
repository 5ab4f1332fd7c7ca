"""The committed description is the one that the code says, and describes exactly the contract."""

import json
import re

from contract.endpoints import COMMON, ENDPOINTS
from contract.problems import STATUS
from development.openapi import PAGE, document, rendered


def test_the_committed_description_is_the_one_that_the_code_says() -> None:
    assert PAGE.read_text("utf-8") == rendered(), "python3 dev.py docs"


def test_every_endpoint_with_every_refusal() -> None:
    described = document()["paths"]
    assert sum(len(methods) for methods in described.values()) == len(ENDPOINTS)
    for endpoint in ENDPOINTS:
        told = described[endpoint.path][endpoint.method.lower()]
        assert ("security" in told) != endpoint.open_to_all
        for code in (*endpoint.problems, *COMMON):
            assert code.value in told["responses"][str(STATUS[code])]["description"].split(", ")


def test_every_reference_leads_somewhere() -> None:
    described = document()
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(described)))
    assert named <= set(described["components"]["schemas"])
    assert {"PutTicket", "Ticket", "FeedPage", "Problem", "About", "Enrolled"} <= named


def test_requests_refuse_what_they_do_not_know() -> None:
    schemas = document()["components"]["schemas"]
    for endpoint in ENDPOINTS:
        if endpoint.request:
            assert schemas[endpoint.request.__name__]["additionalProperties"] is False
