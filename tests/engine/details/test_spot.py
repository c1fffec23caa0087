"""Places on a map: coordinates, links, plus codes and three words."""

from collections.abc import Callable

import pytest

FLAGS = (
    "i live at [53.4808, -2.2426](map-place)",
    "[53.4808, -2.2426](map-place)",
    "come here [53.48082 -2.24261](map-place)",
    "my house [53.4808° N, 2.2426° W](map-place)",
    "[53.4808N 2.2426W](map-place)",
    "find me [53.4808;2.2426](map-place)",
    "we are at [53°28'50\"N 2°14'33\"W](map-place)",
    "[53° 28′ 50″ N, 2° 14′ 33″ W](map-place) thats us",
    "im at [https://maps.app.goo.gl/AbC123](map-place)",
    "[https://www.google.com/maps/@53.4808,-2.2426,15z](map-place)",
    "my place: [maps.google.co.uk/?q=53.4808,-2.2426](map-place)",
    "[https://maps.apple.com/?ll=53.48,-2.24](map-place)",
    "[https://www.openstreetmap.org/#map=19/53.48/-2.24](map-place)",
    "[https://what3words.com/filled.count.soap](map-place)",
    "im here [///filled.count.soap](map-place)",
    "come to [9C5W+2F](map-place)",
    "[9C5VF9C5+2FM](map-place) thats our door",
    "plus code [9c5w+2f](map-place)",
)
SILENT = (
    "we won 3/4",
    "07/08/2026",
    "version 12.3456, 7.8901",
    "pi is 3.1416, e is 2.7183",
    "3.1416 * 2.7183",
    "the mean is 12.3456, 45.6789",
    "it costs 12.99, 13.50",
    "i ran 100m in 14.52, 14.49",
    "95.1234, 200.1234",
    "the eiffel tower is at 48.8584, 2.2945",
    "the museum is here https://maps.app.goo.gl/AbC123",
    "google maps says 20 minutes",
    "look at https://example.org/maps/list",
    "file:///home.of.files",
    "and/or ///",
    "what///ever.you.say",
    "2345+67",
    "XXXX+XX",
    "2X3X+5X=9",
    "5+5 and 22+33",
    "my sum is 2222+33",
    "c++ and g++",
    "meet at (at) the corner",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
