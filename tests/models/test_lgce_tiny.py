import pytest
import torch

from rrsis_core.models.base import Words, repeat_features
from rrsis_core.models.lgce_tiny import (
    SURE,
    WINDOW,
    around,
    certain,
    everywhere,
    firm,
    lgce_tiny,
    mean_of,
    named,
    place_planes,
)


@pytest.fixture()
def model():
    torch.manual_seed(0)
    made = lgce_tiny("test").eval()
    for parameter in made.steering.parameters():  # the last layers start at zero, which would hide the rest
        torch.nn.init.normal_(parameter, std=0.1)
    return made


def words_of(model, *rows):
    ids = torch.tensor([[*row, *[0] * (6 - len(row))] for row in rows])
    return model.encode_text(ids, (ids != 0).long())


def test_any_size_comes_back(model):
    image = torch.randn(2, 3, 70, 45)
    logits = model.decode(model.encode_image(image), words_of(model, (2, 9, 3), (2, 3)))
    assert logits.shape == (2, 1, 70, 45) and torch.isfinite(logits).all()


def test_a_pyramid_can_be_asked_again(model):
    features = model.encode_image(torch.randn(1, 3, 64, 64))
    words = words_of(model, (2, 9, 3), (2, 8, 7, 3))
    both = model.decode(repeat_features(features, 2), words)
    for row in range(2):
        alone = model.decode(features, words.select(torch.tensor([row])))
        assert torch.allclose(both[row], alone[0], atol=1e-4)


def test_padding_of_words_does_not_matter(model):
    features = model.encode_image(torch.randn(1, 3, 64, 64))
    ids = torch.tensor([[2, 9, 3]])
    short = model.encode_text(ids, torch.ones_like(ids))
    long = words_of(model, (2, 9, 3))
    assert torch.allclose(model.decode(features, short), model.decode(features, long), atol=1e-4)


def test_coarse_maps_and_place_take_part(model):
    features = list(model.encode_image(torch.randn(1, 3, 64, 64)))
    words = words_of(model, (2, 9, 3))
    before = model.decode(tuple(features), words)
    corner = torch.tensor([[0.0, 0.0, 0.25, 0.25, 0.3]])
    assert not torch.allclose(before, model.decode(tuple(features), words, corner), atol=1e-4)
    for level in (2, 3):
        changed = [each.clone() for each in features]
        changed[level] += torch.randn_like(changed[level])
        assert not torch.allclose(before, model.decode(tuple(changed), words), atol=1e-5)


def test_planes_know_where_the_tile_lies():
    whole = place_planes(None, 1, (4, 4), torch.zeros(1))
    corner = place_planes(torch.tensor([[0.0, 0.0, 0.5, 0.5, 0.3]]), 1, (2, 2), torch.zeros(1))
    assert torch.allclose(whole[0, :2, :2, :2], corner[0, :2])


def test_what_is_seen_beyond_the_area_counts_as_its_edge():
    around = place_planes(torch.tensor([[-0.5, -0.25, 1.5, 1.25, 0.3]]), 1, (8, 6), torch.zeros(1))
    assert torch.equal(around[0, 0, :, 0], torch.tensor([-1, -1, -0.75, -0.25, 0.25, 0.75, 1, 1]))
    assert around[:, :6].abs().max() == 1 and around[:, 6].unique().tolist() == [0]
    inside = place_planes(torch.tensor([[0.0, 0.0, 1.0, 1.0, 0.3]]), 1, (4, 4), torch.zeros(1))
    assert torch.equal(around[..., 2:6, 1:5], inside)


def test_a_phrase_alone_gives_dense_logits(model):
    fine = model.encode_image(torch.randn(1, 3, 64, 64))[0]
    vectors = model.phrase_vector(Words(torch.randn(5, 3, 24), torch.ones(5, 3, dtype=torch.long)))
    assert model.dense(fine, vectors).shape == (1, 5, 32, 32)


def test_certainty_keeps_signs_and_order_and_follows_its_line():
    logits = torch.linspace(-6, 6, 241)
    assert torch.equal(certain(logits, torch.tensor([1.0, 0.0])), logits)
    sure = certain(logits, torch.tensor([0.9, -1.7]))
    assert torch.equal(sure > 0, logits > 0) and (sure.diff() > 0).all()
    ends = torch.tensor([-0.9 * 6 - 1.7, 0.9 * 6 - 1.7])
    assert torch.allclose(sure[[0, -1]], ends)


def test_certainty_takes_part(model):
    features, words = model.encode_image(torch.randn(1, 3, 64, 64)), words_of(model, (2, 9, 3))
    before = model.decode(features, words)
    model.certainty.copy_(torch.tensor([[0.5, -1.0]] * 3))
    after = model.decode(features, words)
    assert torch.equal(before > 0, after > 0) and not torch.allclose(before, after, atol=0.1)


def test_each_phrase_follows_the_line_of_what_it_says(model):
    image = torch.randn(1, 3, 64, 64)
    features, phrases = model.encode_image(image), [words_of(model, ids) for ids in ((2, 9, 3), (2, 4, 6, 7, 3))]
    plain = [model.decode(features, words) for words in phrases]
    first, second = (mean_of(words)[0] for words in phrases)
    apart = 50 * (first - second)
    model.sayings[0, :-1], model.sayings[0, -1] = apart, -(apart @ (first + second)) / 2  # the first is a name
    line = torch.tensor([1.0, SURE])  # with which everything is sure
    model.certainty.copy_(torch.stack([line, *torch.tensor([[0.5, -1.0], [0.5, -1.0]])]))
    after = [model.decode(features, words) for words in phrases]
    assert torch.allclose(after[0], certain(plain[0], line), atol=1e-4)
    assert torch.allclose(after[1], certain(plain[1], torch.tensor([0.5, -1.0])), atol=1e-4)


def test_weights_with_one_line_for_all_phrases_still_load(model):
    state = {key: value for key, value in model.state_dict().items() if key != "sayings"}
    state["certainty"] = torch.tensor([0.7, -1.0])
    model.load_state_dict(model.translate(state))
    assert model.certainty.tolist() == [pytest.approx([0.7, -1.0])] * 3
    new = model.state_dict()
    assert model.translate(new) is new


def test_a_smaller_map_is_one_window_and_a_larger_one_is_asked_window_by_window():
    middle = torch.zeros(1, 2, 60, 20)
    middle[0, 0, 0, 0] = 5.0
    largest, mean = around(middle)
    assert largest.shape == mean.shape == (1, 2, 30 - WINDOW + 1, 1)
    assert largest[0, 0, :, 0].tolist() == [5.0] + 17 * [0.0] and mean[0, 0, 0, 0] == pytest.approx(5 / (26 * 20))
    assert around(middle[:, :, :26])[0].shape == (1, 2, 1, 1)


def test_what_a_window_says_holds_in_its_middle_and_at_the_edge_next_to_it():
    said = torch.arange(18.0)[None, :, None]
    spread = everywhere(said, (120, 40))[0, 0]
    assert spread.shape == (120, 40) and (spread == spread[:, :1]).all()
    assert (spread[:26, 0] == 0).all() and (spread[-26:, 0] == 17).all()
    assert spread[24 + 4 * 5 + 1 : 24 + 4 * 5 + 3, 0].mean() == pytest.approx(5.0)


def test_an_answer_does_not_hang_on_what_lies_far_away(model):
    words = words_of(model, (2, 9, 3))
    image = torch.randn(1, 3, 64, 1280)
    other = image.clone()
    other[..., 960:] = torch.randn(1, 3, 64, 320)
    first, second = (model.decode(model.encode_image(each), words)[..., :320] for each in (image, other))
    assert torch.allclose(first, second, atol=1e-4)
    place = torch.tensor([[0.0, 0.0, 1.0, 0.5, 0.3]])
    half = model.decode(model.encode_image(image[..., :640]), words, place)[..., :128]
    assert torch.allclose(half, first[..., :128], atol=1e-4)


def test_names_are_found_where_something_near_is_likely():
    line, all_of_it = torch.tensor([[0.5, SURE - 0.5]]), torch.ones(1)
    logits = torch.full((1, 1, 640, 64), -4.0)
    logits[..., 10:20, :] = 0.8  # weak: 1.0 would give SURE
    logits[..., 150:160, :] = 0.8  # as weak, but near something
    logits[..., 200:204, 32:36] = 1.2
    found = firm(logits, line, all_of_it) > 0
    near = [found[0, 0, row, 33].item() for row in (155, 202)]
    assert near == [True, True]
    logits[..., 200:204, 32:36] = -4.0
    logits[..., 600:604, 32:36] = 1.2  # farther than 8 places of stride 16 from all but itself
    found = firm(logits, line, all_of_it) > 0
    assert [found[0, 0, row, 33].item() for row in (15, 155, 602)] == [False, False, True]
    assert torch.equal(firm(logits, line, torch.zeros(1)), logits)
    assert torch.equal(firm(logits, torch.tensor([[1.0, 0.3]]), all_of_it), logits)


def test_only_what_is_surely_a_name_is_taken_for_one():
    told = torch.tensor([[1.0, 0.0, 0.0], [0.85, 0.15, 0.0], [0.4, 0.3, 0.3], [0.0, 0.0, 1.0]])
    assert named(told).tolist() == pytest.approx([1.0, 0.5, 0.0, 0.0], abs=1e-5)
