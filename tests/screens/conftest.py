"""One window for each theme, shared by the pictures of all steps."""

import pytest
from photographer import Photographer


@pytest.fixture(scope="module", params=["light", "dark"])
def photographer(request, qapp, tmp_path_factory):
    found = Photographer(tmp_path_factory.mktemp("state"), request.param)
    found.theme = request.param
    yield found
    found.close()
