"""The words that people use for each class, one and many; and things that no training image shows."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_Pairs = tuple[tuple[str, str], ...]
# fmt: off
SYNONYMS: dict[str, tuple[tuple[str, str], ...]] = {
    "airplane": (
        ("airplane", "airplanes"), ("aeroplane", "aeroplanes"), ("plane", "planes"), ("aircraft", "aircraft"),
        ("jet", "jets"), ("airliner", "airliners"), ("passenger jet", "passenger jets"),
        ("parked plane", "parked planes"), ("passenger plane", "passenger planes"),
        ("commercial plane", "commercial planes"), ("propeller plane", "propeller planes"),
        ("private jet", "private jets"), ("plane on the ground", "planes on the ground"), ("airbus", "boeings"),
        ("flying machine", "flying machines"),
    ),
    "ship": (
        ("ship", "ships"), ("boat", "boats"), ("vessel", "vessels"), ("yacht", "yachts"),
        ("watercraft", "watercraft"), ("motorboat", "motorboats"), ("moored boat", "moored boats"),
        ("sailing boat", "sailing boats"), ("cargo ship", "cargo ships"), ("speedboat", "speedboats"),
        ("fishing boat", "fishing boats"), ("barge", "barges"), ("ferry", "ferries"), ("catamaran", "catamarans"),
        ("cabin cruiser", "pleasure craft"), ("marine vessel", "floating vessels"),
    ),
    "storage tank": (
        ("storage tank", "storage tanks"), ("tank", "tanks"), ("oil tank", "oil tanks"), ("fuel tank", "fuel tanks"),
        ("round tank", "round tanks"), ("silo", "silos"), ("cylindrical tank", "cylindrical tanks"),
        ("gas tank", "gas tanks"), ("reservoir tank", "tank farm"), ("chemical tank", "chemical tanks"),
        ("circular container", "circular containers"), ("water tank", "water tanks"),
    ),
    "baseball diamond": (
        ("baseball diamond", "baseball diamonds"), ("baseball field", "baseball fields"),
        ("ball field", "ball fields"), ("softball field", "softball fields"),
        ("baseball infield", "baseball infields"), ("baseball pitch", "baseball pitches"),
        ("baseball ground", "baseball grounds"), ("baseball park", "baseball parks"),
        ("infield of a ball park", "infields"), ("little league field", "little league fields"),
    ),
    "tennis court": (
        ("tennis court", "tennis courts"), ("court for tennis", "courts for tennis"),
        ("tennis field", "tennis fields"), ("sports court", "sports courts"),
        ("tennis playing area", "courts where tennis is played"), ("hard court", "hard courts"),
    ),
    "basketball court": (
        ("basketball court", "basketball courts"), ("basketball ground", "basketball grounds"),
        ("court with hoops", "courts with hoops"), ("basketball pitch", "basketball pitches"),
    ),
    "swimming pool": (
        ("swimming pool", "swimming pools"), ("pool", "pools"), ("backyard pool", "backyard pools"),
        ("pool of water by a house", "pools by the houses"), ("outdoor pool", "outdoor pools"),
        ("blue pool", "blue pools"), ("garden pool", "private pools"), ("swimming basin", "swimming basins"),
        ("pool for swimming", "pools for swimming"), ("paddling pool", "paddling pools"),
    ),
    "car": (
        ("car", "cars"), ("automobile", "automobiles"), ("passenger car", "passenger cars"),
        ("parked car", "parked cars"), ("sedan", "sedans"), ("motorcar", "motorcars"), ("hatchback", "hatchbacks"),
        ("SUV", "SUVs"), ("taxi", "taxis"), ("private car", "private cars"), ("minivan", "minivans"),
        ("pickup", "pickups"), ("station wagon", "station wagons"), ("small vehicle", "small vehicles"),
        ("car on wheels", "four-wheelers"),
    ),
    "truck": (
        ("truck", "trucks"), ("lorry", "lorries"), ("semi truck", "semi trucks"), ("box truck", "box trucks"),
        ("delivery truck", "delivery trucks"), ("cargo truck", "cargo trucks"), ("tractor unit", "tractor units"),
        ("large vehicle", "large vehicles"), ("freight truck", "freight trucks"), ("dump truck", "dump trucks"),
        ("articulated lorry", "articulated lorries"), ("long vehicle", "haulage vehicles"),
    ),
    "bus": (
        ("bus", "buses"), ("coach", "coaches"), ("school bus", "school buses"), ("city bus", "city buses"),
        ("minibus", "minibuses"), ("passenger bus", "passenger buses"), ("omnibus", "omnibuses"),
    ),
    "trailer": (
        ("trailer", "trailers"), ("semi-trailer", "semi-trailers"), ("caravan", "caravans"),
        ("truck trailer", "truck trailers"), ("camper", "campers"), ("freight trailer", "freight trailers"),
        ("travel trailer", "travel trailers"),
    ),
    "building": (
        ("building", "buildings"), ("house", "houses"), ("roof", "roofs"), ("rooftop", "rooftops"), ("home", "homes"),
        ("structure", "structures"), ("residential building", "residential buildings"), ("dwelling", "dwellings"),
        ("construction", "constructions"), ("apartment block", "apartment blocks"), ("warehouse", "warehouses"),
        ("shed", "sheds"), ("hut", "huts"), ("villa", "villas"), ("office building", "office buildings"),
        ("factory building", "industrial buildings"), ("cottage", "cottages"), ("residence", "residences"),
        ("housing", "housing units"), ("built structure", "built structures"),
        ("man-made structure", "man-made structures"), ("shelter", "shelters"),
        ("commercial building", "commercial buildings"), ("property", "properties"),
    ),
    "road": (
        ("road", "roads"), ("street", "streets"), ("roadway", "roadways"), ("highway", "highways"), ("lane", "lanes"),
        ("paved road", "paved roads"), ("carriageway", "carriageways"), ("motorway", "motorways"),
        ("avenue", "avenues"), ("route", "routes"), ("freeway", "freeways"), ("driving surface", "road network"),
        ("thoroughfare", "thoroughfares"), ("boulevard", "boulevards"), ("road surface", "road surfaces"),
        ("track for vehicles", "tracks for vehicles"), ("expressway", "expressways"),
    ),
    "sidewalk": (
        ("sidewalk", "sidewalks"), ("footpath", "footpaths"), ("pavement for pedestrians", "walkways"),
        ("walkway", "walkways"), ("path", "paths"), ("pedestrian path", "pedestrian paths"),
        ("foot path", "paved footways"), ("footway", "footways"),
        ("pavement along the street", "pavements along the street"), ("walking path", "walking paths"),
    ),
    "parking lot": (
        ("parking lot", "parking lots"), ("car park", "car parks"), ("parking area", "parking areas"),
        ("parking space", "parking spaces"), ("parking", "parking places"), ("parking ground", "parking grounds"),
        ("place to park cars", "places to park cars"), ("parking bay", "parking bays"),
        ("vehicle park", "vehicle parks"), ("parking facility", "parking facilities"),
    ),
    "runway": (
        ("runway", "runways"), ("airstrip", "airstrips"), ("landing strip", "landing strips"),
        ("taxiway", "taxiways"), ("airport runway", "airport runways"), ("airfield runway", "take-off strips"),
        ("tarmac of an airport", "airport tarmac"), ("runway strip", "runway strips"),
    ),
    "railway": (
        ("railway", "railways"), ("railroad", "railroads"), ("train track", "train tracks"),
        ("railway line", "rail tracks"), ("rail line", "rail lines"), ("railway track", "railway tracks"),
        ("railbed", "rails"), ("tram track", "tramlines"),
    ),
    "bridge": (
        ("bridge", "bridges"), ("overpass", "overpasses"), ("flyover", "flyovers"), ("viaduct", "viaducts"),
        ("road bridge", "road bridges"), ("crossing over water", "elevated roads"),
        ("highway bridge", "highway bridges"), ("footbridge", "footbridges"), ("span over a river", "spans"),
    ),
    "dock": (
        ("dock", "docks"), ("pier", "piers"), ("jetty", "jetties"), ("wharf", "wharves"), ("quay", "quays"),
        ("marina pontoon", "pontoons"), ("landing stage", "landing stages"), ("boat dock", "boat docks"),
        ("berth", "berths"), ("floating dock", "floating docks"), ("mole", "harbour walls"),
    ),
    "water": (
        ("water", "water"), ("body of water", "bodies of water"), ("water surface", "water areas"),
        ("open water", "open water"), ("sea or river water", "lakes, rivers and ponds"), ("river", "rivers"),
        ("lake", "lakes"), ("pond", "ponds"), ("sea", "seas"), ("ocean", "ocean"), ("stream", "streams"),
        ("canal", "canals"), ("reservoir", "reservoirs"), ("creek", "creeks"), ("bay", "bays"),
        ("waterway", "waterways"), ("wet area", "surface water"), ("lagoon", "lagoons"),
    ),
    "trees": (
        ("tree", "trees"), ("wood", "woods"), ("tree crown", "tree crowns"), ("woodland", "woodlands"),
        ("tree canopy", "tree canopies"), ("forest", "forests"), ("treetop", "treetops"), ("grove", "groves"),
        ("conifer", "conifers"), ("palm tree", "palm trees"), ("deciduous tree", "deciduous trees"),
        ("orchard tree", "tree groups"), ("tall plant", "tall vegetation"), ("tree cover", "tree cover"),
        ("thicket of trees", "stands of trees"), ("pine", "pines"), ("foliage", "foliage of trees"),
    ),
    "shrubs": (
        ("shrub", "shrubs"), ("bush", "bushes"), ("scrub", "scrubland"), ("hedge", "hedges"), ("chaparral", "brush"),
        ("thicket", "thickets"), ("undergrowth", "undergrowth"), ("scrub bush", "scrub vegetation"),
        ("small bush", "small bushes"), ("hedgerow", "hedgerows"), ("desert shrub", "desert shrubs"),
        ("woody plant", "woody plants"),
    ),
    "grass": (
        ("grass", "grass"), ("lawn", "lawns"), ("grassland", "grassy areas"), ("meadow", "meadows"), ("turf", "turf"),
        ("pasture", "pastures"), ("green lawn", "green lawns"), ("grass field", "grass fields"),
        ("grass patch", "patches of grass"), ("grassy ground", "grassy ground"), ("short grass", "short grass"),
        ("fairway", "fairways"), ("verge", "grass verges"), ("park lawn", "sports turf"),
    ),
    "crops": (
        ("crop field", "crop fields"), ("farmland", "farmland"), ("crops", "crops"),
        ("agricultural field", "agricultural fields"), ("cultivated land", "cultivated land"),
        ("arable land", "arable land"), ("field", "fields"), ("farm field", "farm fields"),
        ("plantation", "plantations"), ("agricultural land", "agricultural land"), ("wheat field", "wheat fields"),
        ("corn field", "corn fields"), ("paddy field", "rice paddies"), ("vegetable field", "vegetable fields"),
        ("planted field", "planted fields"), ("crop rows", "rows of crops"),
    ),
    "sand": (
        ("sand", "sand"), ("beach", "beaches"), ("sandy area", "sandy areas"), ("sandy beach", "sandy ground"),
        ("dune", "dunes"), ("desert sand", "desert sand"), ("sand bank", "sand banks"),
        ("coast of sand", "sandy coast"), ("sand bunker", "sand bunkers"), ("yellow sand", "loose sand"),
    ),
    "bare soil": (
        ("bare soil", "bare soil"), ("bare ground", "bare ground"), ("dirt", "dirt"), ("bare earth", "bare earth"),
        ("dirt patch", "dirt patches"), ("earth without plants", "soil"), ("dirt ground", "dirt ground"),
        ("exposed soil", "exposed soil"), ("barren land", "barren land"), ("unpaved ground", "unpaved ground"),
        ("brown earth", "brown earth"), ("open ground", "open ground"), ("vacant land", "vacant land"),
        ("ground without vegetation", "land without vegetation"), ("mud", "mud"), ("gravel ground", "gravel ground"),
    ),
    "solar panel": (
        ("solar panel", "solar panels"), ("photovoltaic panel", "photovoltaic panels"),
        ("solar array", "solar arrays"), ("solar module", "solar modules"), ("PV panel", "PV panels"),
        ("rooftop solar", "solar installations"), ("solar cell", "solar cells"),
    ),
    "vehicle": (
        ("vehicle", "vehicles"), ("motor vehicle", "motor vehicles"), ("vehicle on wheels", "cars and trucks"),
        ("road vehicle", "road vehicles"), ("automotive vehicle", "automotive vehicles"),
        ("wheeled vehicle", "wheeled vehicles"), ("car or truck", "cars or trucks"),
        ("means of transport", "transport vehicles"),
    ),
    "vegetation": (
        ("vegetation", "vegetation"), ("green area", "green areas"), ("greenery", "greenery"), ("plants", "plants"),
        ("green space", "green spaces"), ("green vegetation", "green vegetation"),
        ("trees and grass", "trees and grass"), ("green plant", "green plants"), ("plant life", "plant life"),
        ("flora", "flora"), ("vegetated area", "vegetated areas"), ("greens", "green cover"),
        ("natural vegetation", "living plants"),
    ),
}
ALIEN = (
    "helicopter", "helicopters", "train", "wind turbine", "wind turbines", "elephants", "cow", "cows", "snow",
    "volcano", "glacier", "castle", "pyramid", "ferris wheel", "roller coaster", "crane", "lighthouse", "windmill",
    "rocket", "iceberg", "waterfall", "stadium", "hot air balloon", "cathedral", "people", "pedestrians", "dog",
    "horse", "motorbike", "bicycles", "oil rig", "satellite dish", "power plant", "cooling tower", "fountain",
    "statue", "tents", "sheep", "submarine", "aircraft carrier", "parachute", "kites", "zebra", "lions",
    "space shuttle", "ski slope", "snow field", "ice", "lava", "canyon", "skyscraper crane", "opera house", "temple",
    "mosque minaret", "bell tower", "racetrack", "airship", "drone", "gas flare", "nuclear reactor", "waterslide",
    "amusement park", "cemetery", "gravestones", "chimney smoke", "fire", "flood", "ruins", "tractor",
    "combine harvester", "excavator", "bulldozer", "crowd of people", "swimmers", "fish", "whales", "birds", "camels",
    "horses", "cattle herd", "sunflowers", "vineyard", "tulip fields", "hay bales", "container cranes", "locomotive",
    "freight train", "subway station", "fighter jets", "bombers", "missile", "radar dome", "telescope", "observatory",
    "maze", "labyrinth", "rainbow", "moon", "thunderstorm", "coral reef", "mangroves", "sea ice", "penguins",
)
# fmt: on
"""What no training image shows."""


@cache
def _lexicon() -> dict[str, _Pairs]:
    content = json.loads(files(__package__).joinpath("lexicon.json").read_text(encoding="utf-8"))
    return {name: tuple(map(tuple, pairs)) for name, pairs in content.items()}


def further(name: str) -> _Pairs:
    """Return words that some people use for class `name`, one and many; written blind to the test."""
    return _lexicon()[name]


@cache
def aliens() -> tuple[str, ...]:
    """Return everything that is known to be shown by no training image."""
    return ALIEN + tuple(one for one, _ in further("alien"))
