import pytest

from conformance.material import needs_material
from conformance.schema_suite import DRAFTS, is_there, score

pytestmark = needs_material


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.folder)
def test_the_official_suite_passes_as_often_here_as_in_jsonschema(draft):
    if not is_there(draft):
        pytest.skip(f"this copy of the suite has no {draft.folder}")

    found = score(draft)

    assert found.cases > 900
    assert len(found.ours) <= len(found.library)
    assert {name.split(":")[0] for name in found.ours} <= {"vocabulary"}
