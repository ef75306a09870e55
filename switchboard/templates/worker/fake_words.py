"""The words that made-up values are made of."""


def _each(words: str) -> tuple[str, ...]:
    return tuple(words.split())


FIRST_NAMES = _each(
    """
    Ada Aisha Alice Amir Ana Anton Arun Beatriz Ben Carla Carlos Chen Clara Daniel David
    Diego Elena Emma Erik Fatima Felix Grace Hana Hannah Hugo Ines Ivan Jamal Jana Jonas
    Julia Kai Karim Kofi Lara Leila Leo Lina Luca Lucia Maria Marta Maya Mei Mia Milan Nadia
    Nina Noah Nora Olga Omar Oscar Pablo Paula Peter Priya Rafael Rosa Ruth Sam Sara Simon
    Sofia Stefan Tara Theo Tomas Uma Victor Wei Yara Yuki Zoe
    """
)

LAST_NAMES = _each(
    """
    Adeyemi Ahmed Almeida Andersson Bauer Becker Bianchi Brown Carter Castro Chen Clark
    Cohen Costa Cruz Davies Diaz Dubois Evans Farah Fischer Flores Garcia Gomez Green Gupta
    Haddad Hansen Hill Hoffmann Hughes Ivanova Jensen Johnson Jones Kaya Keller Khan Kim
    King Kowalski Kumar Larsen Laurent Lee Lewis Lopez Martin Mendes Meyer Miller Moore
    Morales Mwangi Nakamura Nguyen Novak Okafor Olsen Patel Perez Petrov Reyes Rossi Sato
    Schmidt Silva Singh Smith Suzuki Taylor Tran Walker Wang Weber Wilson Wright Yilmaz
    Young Zhang
    """
)

CITIES = _each(
    """
    Accra Amsterdam Athens Auckland Bangkok Barcelona Berlin Bogota Boston Brussels Budapest
    Cairo Chicago Copenhagen Dakar Delhi Denver Dublin Geneva Hamburg Hanoi Helsinki
    Istanbul Jakarta Kyoto Lagos Lima Lisbon London Lyon Madrid Manila Melbourne Milan
    Montreal Mumbai Nairobi Oslo Paris Porto Prague Quito Rome Santiago Seattle Seoul
    Singapore Stockholm Sydney Tallinn Tokyo Toronto Tunis Vienna Warsaw Zurich
    """
)

COUNTRIES = _each(
    """
    Argentina Australia Austria Belgium Brazil Canada Chile Colombia Denmark Egypt Estonia
    Finland France Germany Ghana Greece India Indonesia Ireland Italy Japan Kenya Mexico
    Morocco Netherlands Nigeria Norway Peru Poland Portugal Senegal Singapore Spain Sweden
    Switzerland Thailand Tunisia Turkey Uruguay Vietnam
    """
)

STREETS = tuple(
    f"{name} {kind}"
    for name in _each("Bridge Cedar Church Garden Hill Lake Maple Market Mill Oak River Rose")
    for kind in ("Avenue", "Lane", "Road", "Street")
)

FIRMS = (
    "& Sons",
    "Analytics",
    "Design",
    "Foods",
    "Group",
    "Industries",
    "Labs",
    "Logistics",
    "Partners",
    "Systems",
    "Trading",
    "Works",
)

WORDS = _each(
    """
    amber apple april arrow autumn basket beacon birch blue bottle branch breeze bridge
    bright button candle canyon castle cedar circle clever cloud coast coffee copper corner
    cotton crystal daily desert distant early earth echo evening falcon feather field forest
    fresh garden gentle glass golden grain green harbor harvest hidden hollow honey island
    ivory kettle ladder lantern letter lively maple marble meadow mellow mirror morning
    mountain narrow north ocean olive open orange orchard paper pebble pepper pilot planet
    pocket quiet rapid ribbon river rocket saddle sailor shadow signal silver simple slow
    south spring square stone story summer sunny thunder ticket timber travel valley velvet
    village violet walnut warm water willow window winter wooden yellow
    """
)
