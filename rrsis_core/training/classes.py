"""The classes that training images know, the words people use for them, and which of them shut each other out."""

from __future__ import annotations

CLASSES = (
    "airplane", "ship", "storage tank", "baseball diamond", "tennis court", "basketball court", "swimming pool", "car",
    "truck", "bus", "trailer", "building", "road", "sidewalk", "parking lot", "runway", "railway", "bridge", "dock",
    "water", "trees", "shrubs", "grass", "crops", "sand", "bare soil", "solar panel", "vehicle", "vegetation",
)  # fmt: skip
INDEX = {name: index for index, name in enumerate(CLASSES)}
MEMBERS = {"vehicle": ("car", "truck", "bus"), "vegetation": ("trees", "shrubs", "grass", "crops")}
DRAWN = CLASSES[:27]
LYING = ("road", "sidewalk", "parking lot", "runway", "railway", "bridge", "grass", "sand", "bare soil", "water")
STANDING = ("car", "truck", "bus", "trailer", "trees", "shrubs", "ship", "airplane", "bridge", "dock", "solar panel")
RARE = (
    "airplane", "ship", "storage tank", "baseball diamond", "tennis court", "basketball court", "swimming pool",
    "runway", "railway", "dock", "crops", "solar panel", "bus",
)  # fmt: skip

SYNONYMS: dict[str, tuple[tuple[str, str], ...]] = {
    "airplane": (
        ("airplane", "airplanes"),
        ("aeroplane", "aeroplanes"),
        ("plane", "planes"),
        ("aircraft", "aircraft"),
        ("jet", "jets"),
        ("airliner", "airliners"),
        ("passenger jet", "passenger jets"),
        ("parked plane", "parked planes"),
        ("passenger plane", "passenger planes"),
    ),
    "ship": (
        ("ship", "ships"),
        ("boat", "boats"),
        ("vessel", "vessels"),
        ("yacht", "yachts"),
        ("watercraft", "watercraft"),
        ("motorboat", "motorboats"),
        ("moored boat", "moored boats"),
        ("sailing boat", "sailing boats"),
    ),
    "storage tank": (
        ("storage tank", "storage tanks"),
        ("tank", "tanks"),
        ("oil tank", "oil tanks"),
        ("fuel tank", "fuel tanks"),
        ("round tank", "round tanks"),
        ("silo", "silos"),
        ("cylindrical tank", "cylindrical tanks"),
    ),
    "baseball diamond": (
        ("baseball diamond", "baseball diamonds"),
        ("baseball field", "baseball fields"),
        ("ball field", "ball fields"),
        ("softball field", "softball fields"),
        ("baseball infield", "baseball infields"),
    ),
    "tennis court": (("tennis court", "tennis courts"), ("court for tennis", "courts for tennis")),
    "basketball court": (("basketball court", "basketball courts"),),
    "swimming pool": (
        ("swimming pool", "swimming pools"),
        ("pool", "pools"),
        ("backyard pool", "backyard pools"),
        ("pool of water by a house", "pools by the houses"),
    ),
    "car": (
        ("car", "cars"),
        ("automobile", "automobiles"),
        ("passenger car", "passenger cars"),
        ("parked car", "parked cars"),
        ("sedan", "sedans"),
        ("motorcar", "motorcars"),
    ),
    "truck": (("truck", "trucks"), ("lorry", "lorries"), ("semi truck", "semi trucks"), ("box truck", "box trucks")),
    "bus": (("bus", "buses"), ("coach", "coaches")),
    "trailer": (("trailer", "trailers"), ("semi-trailer", "semi-trailers")),
    "building": (
        ("building", "buildings"),
        ("house", "houses"),
        ("roof", "roofs"),
        ("rooftop", "rooftops"),
        ("home", "homes"),
        ("structure", "structures"),
        ("residential building", "residential buildings"),
        ("dwelling", "dwellings"),
    ),
    "road": (
        ("road", "roads"),
        ("street", "streets"),
        ("roadway", "roadways"),
        ("highway", "highways"),
        ("lane", "lanes"),
        ("paved road", "paved roads"),
        ("carriageway", "carriageways"),
    ),
    "sidewalk": (
        ("sidewalk", "sidewalks"),
        ("footpath", "footpaths"),
        ("pavement for pedestrians", "walkways"),
        ("walkway", "walkways"),
        ("path", "paths"),
    ),
    "parking lot": (
        ("parking lot", "parking lots"),
        ("car park", "car parks"),
        ("parking area", "parking areas"),
        ("parking space", "parking spaces"),
    ),
    "runway": (
        ("runway", "runways"),
        ("airstrip", "airstrips"),
        ("landing strip", "landing strips"),
        ("taxiway", "taxiways"),
    ),
    "railway": (
        ("railway", "railways"),
        ("railroad", "railroads"),
        ("train track", "train tracks"),
        ("railway line", "rail tracks"),
    ),
    "bridge": (("bridge", "bridges"), ("overpass", "overpasses"), ("flyover", "flyovers"), ("viaduct", "viaducts")),
    "dock": (("dock", "docks"), ("pier", "piers"), ("jetty", "jetties"), ("wharf", "wharves"), ("quay", "quays")),
    "water": (
        ("water", "water"),
        ("body of water", "bodies of water"),
        ("water surface", "water areas"),
        ("open water", "open water"),
        ("sea or river water", "lakes, rivers and ponds"),
    ),
    "trees": (
        ("tree", "trees"),
        ("wood", "woods"),
        ("tree crown", "tree crowns"),
        ("woodland", "woodlands"),
        ("tree canopy", "tree canopies"),
        ("forest", "forests"),
    ),
    "shrubs": (
        ("shrub", "shrubs"),
        ("bush", "bushes"),
        ("scrub", "scrubland"),
        ("hedge", "hedges"),
        ("chaparral", "brush"),
    ),
    "grass": (
        ("grass", "grass"),
        ("lawn", "lawns"),
        ("grassland", "grassy areas"),
        ("meadow", "meadows"),
        ("turf", "turf"),
    ),
    "crops": (
        ("crop field", "crop fields"),
        ("farmland", "farmland"),
        ("crops", "crops"),
        ("agricultural field", "agricultural fields"),
        ("cultivated field", "cultivated land"),
        ("arable land", "arable land"),
    ),
    "sand": (("sand", "sand"), ("beach", "beaches"), ("sandy area", "sandy areas"), ("sandy beach", "sandy ground")),
    "bare soil": (
        ("bare soil", "bare soil"),
        ("bare ground", "bare ground"),
        ("dirt", "dirt"),
        ("bare earth", "bare earth"),
        ("dirt patch", "dirt patches"),
        ("earth without plants", "soil"),
    ),
    "solar panel": (
        ("solar panel", "solar panels"),
        ("photovoltaic panel", "photovoltaic panels"),
        ("solar array", "solar arrays"),
    ),
    "vehicle": (
        ("vehicle", "vehicles"),
        ("motor vehicle", "motor vehicles"),
        ("vehicle on wheels", "cars and trucks"),
    ),
    "vegetation": (
        ("vegetation", "vegetation"),
        ("green area", "green areas"),
        ("greenery", "greenery"),
        ("plants", "plants"),
        ("green space", "green spaces"),
    ),
}
ALIEN = (
    "helicopter",
    "helicopters",
    "train",
    "wind turbine",
    "wind turbines",
    "elephants",
    "cow",
    "cows",
    "snow",
    "volcano",
    "glacier",
    "castle",
    "pyramid",
    "ferris wheel",
    "roller coaster",
    "crane",
    "lighthouse",
    "windmill",
    "rocket",
    "iceberg",
    "waterfall",
    "stadium",
    "hot air balloon",
    "cathedral",
    "people",
    "pedestrians",
    "dog",
    "horse",
    "motorbike",
    "bicycles",
    "oil rig",
    "satellite dish",
    "power plant",
    "cooling tower",
    "fountain",
    "statue",
    "tents",
    "sheep",
    "submarine",
    "aircraft carrier",
)
"""What no training image shows."""
FRAMES = ("{}", "{}", "{}", "the {}", "all {}", "all the {}", "every {}", "any {}", "{} in the image", "show me the {}")


def class_phrases(name: str) -> list[str]:
    """Return every phrase that names the class alone: synonyms, singular and plural, in the frames people use."""
    phrases = []
    for one, many in SYNONYMS[name]:
        for frame in dict.fromkeys(FRAMES):
            noun = one if frame.startswith(("every", "any")) else many
            phrases.append(frame.format(noun))
        phrases += [one, f"the {one}"]
    return list(dict.fromkeys(phrases))
