import os

import pytest

from conformance.material import needs_material, openapi_documents
from conformance.openapi_documents import COPIES, grown, imported

GUARD_S = 60
pytestmark = [
    needs_material,
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory of a process is not told here"),
]


def test_every_document_is_imported_without_a_problem():
    done = [imported(each) for each in openapi_documents()]

    assert len(done) == 11
    assert [each.name for each in done if each.status or not each.tools] == []


def test_a_document_of_five_megabytes_is_imported_in_500_mebibytes(tmp_path):
    largest = openapi_documents()[-1]
    once = imported(largest)

    found = imported(grown(largest, tmp_path))

    assert found.size > 5_000_000
    assert found.tools == COPIES * once.tools
    assert found.memory < 500 * 2**20
    assert found.seconds < GUARD_S
