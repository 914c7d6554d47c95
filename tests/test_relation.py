"""What phrases say of the whole area is read as people mean it, and what is not understood is left to the model."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rrsis_core.relation import Condition, Extreme, Relation, extreme_of, reach_m, relation_of


@pytest.mark.parametrize(
    ("phrase", "thing", "conditions"),
    [
        ("buildings within 50 m of the river", "buildings", [Condition("the river", most_m=50)]),
        ("Houses  within 50m of the River", "houses", [Condition("the river", most_m=50)]),
        ("white cars less than 100 feet from a road", "white cars", [Condition("a road", most_m=30.48)]),
        ("trees that are at most 1,5 km away from water", "trees", [Condition("water", most_m=1500)]),
        ("barns more than 20 yards from a road", "barns", [Condition("a road", least_m=18.288)]),
        (
            "barns which are located at least 2 miles away from the sea",
            "barns",
            [Condition("the sea", least_m=3218.688)],
        ),
        ("huts not within 10 metres of a tree", "huts", [Condition("a tree", least_m=10)]),
        ("huts that are not within 10 metres of a tree", "huts", [Condition("a tree", least_m=10)]),
        ("huts near the river", "huts", [Condition("the river", most_m=0.05, in_shares=True)]),
        ("huts not near the river", "huts", [Condition("the river", least_m=0.05, in_shares=True)]),
        ("huts not far from the river", "huts", [Condition("the river", most_m=0.05, in_shares=True)]),
        ("huts far away from the river", "huts", [Condition("the river", least_m=0.2, in_shares=True)]),
        ("fields north of the railway", "fields", [Condition("the railway", bearing=0)]),
        ("fields lying south-west of the railway", "fields", [Condition("the railway", bearing=225)]),
        ("trees to the north east of the school", "trees", [Condition("the school", bearing=45)]),
        ("the building nearest to the lake", "the building", [Condition("the lake", rank=1)]),
        ("plane closest to the buildings", "plane", [Condition("the buildings", rank=1)]),
        ("the house farthest from the road", "the house", [Condition("the road", rank=-1)]),
        (
            "houses within 50 m of the river and more than 20 m from a road, near trees",
            "houses",
            [
                Condition("the river", most_m=50),
                Condition("a road", least_m=20),
                Condition("trees", most_m=0.05, in_shares=True),
            ],
        ),
        ("houses near trees and water", "houses", [Condition("trees and water", most_m=0.05, in_shares=True)]),
    ],
)
def test_what_is_said_of_the_area_is_read(phrase: str, thing: str, conditions: list[Condition]) -> None:
    found = relation_of(phrase)
    assert found is not None and found.thing == thing
    for ours, theirs in zip(found.conditions, conditions, strict=True):
        assert (ours.landmark, ours.bearing, ours.rank, ours.in_shares) == (
            theirs.landmark,
            theirs.bearing,
            theirs.rank,
            theirs.in_shares,
        )
        assert ours.least_m == pytest.approx(theirs.least_m) and ours.most_m == pytest.approx(theirs.most_m)


@pytest.mark.parametrize(
    "phrase",
    [
        "buildings",
        "cars parked along the road",
        "the building next to the river",
        "trees near the top",
        "the long roof near the bottom left",
        "the tree just south of the house",
        "buildings on the north side of the river",
        "north of the river",
        "within 50 m of the river",
        "houses within 50 m of the bottom edge",
        "houses nearest to the road",  # as many as the model takes for near
        "a road 50 m wide",
        "within reach of the road",
    ],
)
def test_all_else_is_left_to_the_model(phrase: str) -> None:
    assert relation_of(phrase) is None


@given(st.text(max_size=200))
def test_no_phrase_is_too_odd(phrase: str) -> None:
    found = relation_of(phrase)
    assert found is None or (found.thing and all(each.landmark for each in found.conditions))
    extreme_of(phrase)


def test_a_long_phrase_is_read_in_no_time() -> None:
    chain = " and ".join(["near a road"] * 40)
    found = relation_of(f"houses {chain}")
    assert found is not None and len(found.conditions) == 40
    assert relation_of("houses " + "not " * 120 + "near") is None


def test_near_grows_with_the_area_within_bounds() -> None:
    assert [reach_m(0.05, side_m) for side_m in (50, 1000, 100_000)] == pytest.approx([10, 50, 100])
    assert [reach_m(0.2, side_m) for side_m in (50, 1000, 100_000)] == pytest.approx([40, 200, 400])


@pytest.mark.parametrize(
    ("phrase", "extreme"),
    [
        ("the largest building", Extreme("area")),
        ("Biggest roof of the house", Extreme("area")),
        ("the two largest buildings", Extreme("area", 2)),
        ("the longest yacht at the pier", Extreme("length")),
        ("the northernmost house", Extreme("north")),
        ("the largest bus", Extreme("area")),
        ("the largest area of woods", Extreme("area")),
        ("the largest buildings", None),
        ("the largest trees near the road", None),
        ("the large building", None),
        ("the smallest building", None),  # a speck of noise always is
        ("largest", None),
    ],
)
def test_which_one_is_meant(phrase: str, extreme: Extreme | None) -> None:
    assert extreme_of(phrase) == extreme


def test_a_relation_may_speak_of_an_extreme() -> None:
    assert relation_of("the largest hut near the river") == Relation(
        "the largest hut", (Condition("the river", most_m=0.05, in_shares=True),)
    )
    assert math.isinf(Condition("x").most_m)
