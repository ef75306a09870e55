import pytest

from conformance.material import needs_material
from conformance.schema_suite import DRAFTS, is_there, score

pytestmark = needs_material


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.folder)
def test_what_jsonschema_passes_of_the_official_suite_passes_here(draft):
    if not is_there(draft):
        pytest.skip(f"this copy of the suite has no {draft.folder}")

    found = score(draft)

    assert found.cases > 900
    assert [each for each in found.ours if each not in found.library] == []
