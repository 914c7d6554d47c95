"""Which words of a phrase name an object, and which say where it is, for FIANet.

Paper: FIANet, arXiv 2409.13637; class lists of RefSegRS (arXiv 2306.08625) and RRSIS-D (arXiv 2312.12470).
After the authors: each class name that stands anywhere in the phrase, inside other words too, marks as many words as it
has, from the first word that holds its first word on; places are chunks of tagged words, three rules one after the
other, and a chunk with the letters "of" (of, roof) is dropped. Both find only the first place where a word stands.
Our departures: they tag with NLTK's trained tagger, whose weights come from a server of NLTK's own, not with its
package; `tag` knows the small words and the adjectives of such phrases by heart and tells the rest by their
endings. What that can change are the place's words alone: objects are found by class names, without tags. Where a tag
differs, a place is longer or shorter by a word, or is not found, and then the whole phrase stands for it, as it does
for the authors in a phrase without a place. It cannot be measured here how often that is so: it takes their tagger. So
a phrase of an unusual form may get other logits than the authors' code gives with the same weights; weights trained
here see the same words in training and in use. Words are BERT's, which cuts "light-duty" in three; all pieces of a word
are marked, where the authors count one piece a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

REFSEGRS = (
    "road", "vehicle", "car", "van", "building", "truck", "trailer", "bus", "road marking", "bikeway", "sidewalk",
    "tree", "low vegetation", "impervious surface",
)  # fmt: skip
RRSISD = (
    "airplane", "airport", "golf field", "expressway service area", "baseball field", "stadium", "ground track field",
    "storage tank", "basketball court", "chimney", "tennis court", "overpass", "train station", "ship",
    "expressway toll station", "dam", "harbor", "bridge", "vehicle", "windmill",
)  # fmt: skip

_TAGS = {
    "IN": "about above across after against along alongside among around as at before behind below beneath beside "
    "between beyond by during for from in inside into like near of off on onto opposite outside over past than through "
    "toward towards under underneath upon via with within without",
    "DT": "a all an another any both each either every neither no some that the these this those",
    "JJ": "beige big black blue bottom bright brown central circular cyan dark diagonal dry dirty empty front golden "
    "gray green grey heavy high horizontal large left light little long low main middle narrow new old orange oval "
    "parallel pink purple rear rectangular red right round short silver similar single slim small square tall thin "
    "tiny top vertical wet white wide yellow",
    "JJR": "bigger closer higher larger longer lower shorter smaller taller upper wider",
    "VBZ": "has is",
    "VBP": "are have",
    "CC": "and but or",
    "TO": "to",
    "PRP": "it its their they",
    "RB": "also just next not there together very",
    "CD": "eight five four nine one seven six ten three two",
    "WDT": "which who whose where",
}
_KNOWN = {word: kind for kind, words in _TAGS.items() for word in words.split()}
_ENDINGS = (
    (re.compile(r"\d+"), "CD"),
    (re.compile(r"\W+"), "."),
    (re.compile(r".{2,}ing"), "VBG"),
    (re.compile(r".{2,}ed"), "VBD"),
    (re.compile(r".{2,}ly"), "RB"),
    (re.compile(r".{2,}(est|most)"), "JJS"),
    (re.compile(r".{2,}(ous|ful|ive|ish|ular|able|ible|ern)"), "JJ"),
    (re.compile(r".{2,}[^sui]s"), "NNS"),
)
_RULES = tuple(
    re.compile(rule) for rule in (r"IN (?:DT )?(?:JJ\S* )?NN ", r"IN (?:DT )?(?:JJ\S* )?JJ ", r"IN (?:DT )?JJ\S* VBD ")
)


def tag(word: str, before: str = "") -> str:
    """Return the part of speech of a lower-case `word` as the Penn Treebank writes it; `before` is the tag before it.

    A word in -ing after an article or an adjective is a noun: "the parking area".
    """
    if word in _KNOWN:
        return _KNOWN[word]
    found = next((kind for ending, kind in _ENDINGS if ending.fullmatch(word)), "NN")
    return "NN" if found == "VBG" and before[:2] in ("DT", "JJ") else found


def object_words(words: Sequence[str], names: Sequence[str]) -> list[bool]:
    """Return for each of `words` whether it names one of the classes `names`; nowhere where none is named."""
    phrase, marks = " ".join(words), [False] * len(words)
    for name in names:
        if name in phrase:
            parts = name.split()
            first = next((at for at, word in enumerate(words) if parts[0] in word), 0)
            marks[first : first + len(parts)] = [True] * len(marks[first : first + len(parts)])
    return marks


def place_words(words: Sequence[str]) -> list[bool]:
    """Return for each of `words` whether it says where; nowhere where the phrase says nothing of it."""
    marks = [False] * len(words)
    for start, end in _chunks(words):
        if "of" not in " ".join(words[start:end]):
            first = list(words).index(words[start])
            marks[first : first + end - start] = [True] * len(marks[first : first + end - start])
    return marks


def _chunks(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places as (first word, word after the last), in the order in which the rules find them."""
    tags: list[str] = []
    for word in words:
        tags.append(tag(word, tags[-1] if tags else ""))
    found: list[tuple[int, int]] = []
    for rule in _RULES:
        taken = {at for start, end in found for at in range(start, end)}
        text = "".join(f"{'-' if at in taken else kind} " for at, kind in enumerate(tags))
        spans = [match.span() for match in re.finditer(rf"(?<!\S){rule.pattern}", text)]
        found += [(text[:start].count(" "), text[:end].count(" ")) for start, end in spans]
    return found
