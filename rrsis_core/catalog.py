"""Which models there are and what each needs: a table of facts, readable without torch."""

from __future__ import annotations

import difflib

from .cards import IMAGENET_MEAN, IMAGENET_STD, PACKED_VOCABULARIES, ModelCard, Score, WeightFile
from .errors import ModelUnknown

_RS2_SAM2 = "RS2-SAM2 (AAAI 2026), tables 1 and 2"
_RETRAINED = "RS2-SAM2 (AAAI 2026), tables 1 and 2, retrained there"

_SIGLIP_WORDS = WeightFile(
    file="tokenizer.json",
    repository="google/siglip-so400m-patch14-384",
    licence="not verified, see its repository",
)
_RSREFSEG = "RSRefSeg: Referring Remote Sensing Image Segmentation with Foundation Models, arXiv 2501.06809"
_DICOR_I = "DiCoR (2026), table I"
_DICOR_III = "DiCoR (2026), table III"

_CARDS = (
    ModelCard(
        name="lgce-tiny",
        title="LGCE-tiny (bundled)",
        paper="Ours, after: RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625",
        code="",
        licence="GPL-3.0-or-later",
        builder="lgce_tiny:lgce_tiny",
        tile_px=960,
        overlap_px=192,
        lattice_px=32,
        gsd_range_m=(0.15, 0.2),  # enlarged pixels are understood better (train/LOG.md)
        text_encoder="minilm-trimmed",
        max_tokens=32,
        weights=WeightFile(file="model.safetensors", licence="CC BY 4.0"),
    ),
    ModelCard(
        name="lgce",
        title="LGCE (Swin-B, BERT-base)",
        paper="RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625",
        code="https://github.com/zhu-xlab/rrsis d6d5ace",
        licence="Apache-2.0 file, CC BY 4.0 in its README",
        builder="lgce:lgce",
        gsd_range_m=(0.325, 0.325),
        scores=(
            Score("RefSegRS", 76.81, 59.96, _RS2_SAM2),
            Score("RRSIS-D", 76.34, 59.37, _RS2_SAM2),
        ),
    ),
    ModelCard(
        name="lgce-full",
        title="LGCE as its paper describes it (our reading)",
        paper="RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625",
        code="",
        licence="GPL-3.0-or-later",
        builder="lgce:lgce_full",
        gsd_range_m=(0.325, 0.325),
    ),
    ModelCard(
        name="lavt",
        title="LAVT (Swin-B, BERT-base)",
        paper="LAVT: Language-Aware Vision Transformer for Referring Image Segmentation, arXiv 2112.02244",
        code="https://github.com/yz93/LAVT-RIS 1da0af9",
        licence="GPL-3.0",
        builder="lavt:lavt",
        gsd_range_m=(0.325, 0.325),
        scores=(
            Score("RefSegRS", 71.86, 47.4, _RETRAINED),
            Score("RRSIS-D", 77.19, 61.04, _RETRAINED),
        ),
    ),
    ModelCard(
        name="rmsin",
        title="RMSIN (Swin-B, BERT-base, rotated convolutions)",
        paper="Rotated Multi-Scale Interaction Network for Referring Remote Sensing Image Segmentation, "
        "arXiv 2312.12470",
        code="https://github.com/Lsan2401/RMSIN b4a9b27",
        licence="none stated",
        builder="rmsin:rmsin",
        gsd_range_m=(0.5, 1.0),
        any_size=False,
        scores=(
            Score("RefSegRS", 75.72, 62.58, _RS2_SAM2),
            Score("RRSIS-D", 77.79, 64.2, _RS2_SAM2),
        ),
    ),
    ModelCard(
        name="remotesam",
        title="RemoteSAM (RMSIN at 896 pixels)",
        paper="RemoteSAM: Towards Segment Anything for Earth Observation, arXiv 2505.18022",
        code="https://github.com/1e12Leon/RemoteSAM 5b72655",
        licence="none stated",
        builder="rmsin:remotesam",
        tile_px=896,
        overlap_px=128,
        gsd_range_m=(0.3, 1.0),
        weights=WeightFile(
            file="RemoteSAMv1.pth",
            repository="1e12Leon/RemoteSAM",
            revision="a6d09f44bac5b64be7f74980b15afb2a749b5e92",  # pragma: allowlist secret
            size_bytes=2_566_704_235,
            sha256="f85dfa044a527f096b9e41eacfe298040d52e77fca642f46dfe1226745e137e7",  # pragma: allowlist secret
            source="https://github.com/pophip3/geomasklab, softwarex-v1.0.0-revised (revision, hash)",
            trained_on="RemoteSAM-270K, which holds images of RISBench and RRSIS-D",
        ),
        any_size=False,
    ),
    ModelCard(
        name="fianet",
        title="FIANet (Swin-B, BERT-base, three TMEM blocks, for RRSIS-D)",
        paper="Exploring Fine-Grained Image-Text Alignment for Referring Remote Sensing Image Segmentation, "
        "arXiv 2409.13637",
        code="https://github.com/Shaosifan/FIANet 89a234a",
        licence="none stated",
        builder="fianet:fianet",
        gsd_range_m=(0.5, 1.0),
        max_tokens=22,
        scores=(Score("RRSIS-D", 76.91, 64.01, _RS2_SAM2),),
    ),
    ModelCard(
        name="fianet-refsegrs",
        title="FIANet (Swin-B, BERT-base, one TMEM block, for RefSegRS)",
        paper="Exploring Fine-Grained Image-Text Alignment for Referring Remote Sensing Image Segmentation, "
        "arXiv 2409.13637",
        code="https://github.com/Shaosifan/FIANet 89a234a",
        licence="none stated",
        builder="fianet:fianet_refsegrs",
        gsd_range_m=(0.325, 0.325),
        scores=(Score("RefSegRS", 78.32, 68.67, _RS2_SAM2),),
    ),
    ModelCard(
        name="aeroreformer",
        title="AeroReformer (Swin-B, BERT-base, for drone imagery)",
        paper="AeroReformer: Aerial Referring Transformer for UAV-based Referring Image Segmentation, arXiv 2502.16680",
        code="https://github.com/lironui/AeroReformer 76785b0",
        licence="none stated",
        builder="aeroreformer:aeroreformer",
        gsd_range_m=(0.05, 0.2),
        keeps_end=True,
    ),
    ModelCard(
        name="rsrefseg-b",
        title="RSRefSeg-b (SigLIP So400m, SAM ViT-B)",
        paper=_RSREFSEG,
        code="https://github.com/KyanChen/RSRefSeg c20e056",
        licence="Apache-2.0",
        builder="rsrefseg:rsrefseg_b",
        tile_px=1024,
        overlap_px=128,
        gsd_range_m=(0.3, 1.0),
        text_encoder="siglip",
        max_tokens=64,
        any_size=False,
        vocabulary=_SIGLIP_WORDS,
        scores=(Score("RRSIS-D", 77.24, 64.67, _DICOR_III),),
    ),
    ModelCard(
        name="rsrefseg-l",
        title="RSRefSeg-l (SigLIP So400m, SAM ViT-L)",
        paper=_RSREFSEG,
        code="https://github.com/KyanChen/RSRefSeg c20e056",
        licence="Apache-2.0",
        builder="rsrefseg:rsrefseg_l",
        tile_px=1024,
        overlap_px=128,
        gsd_range_m=(0.3, 1.0),
        text_encoder="siglip",
        max_tokens=64,
        any_size=False,
        vocabulary=_SIGLIP_WORDS,
    ),
    ModelCard(
        name="rsrefseg2",
        title="RSRefSeg 2 (SigLIP 2 So400m, SAM 2.1 Hiera-L)",
        paper="RSRefSeg 2: Decoupling Referring Remote Sensing Image Segmentation with Foundation Models, "
        "arXiv 2507.06231",
        code="https://github.com/KyanChen/RSRefSeg2 7cda8cd",
        licence="Apache-2.0",
        builder="rsrefseg2:rsrefseg2",
        tile_px=1024,
        overlap_px=128,
        gsd_range_m=(0.3, 1.0),
        text_encoder="siglip2",
        max_tokens=64,
        weights=WeightFile(
            file="refsegrs.pth",  # the name is from notes of users; the repository itself could not be read
            repository="KyanChen/RSRefSeg2",
            licence="not verified, see its repository",
            trained_on="RefSegRS",
        ),
        any_size=False,
        own_losses=("apart", "contrast"),
        vocabulary=WeightFile(
            file="tokenizer.json",
            repository="google/siglip2-so400m-patch16-512",
            licence="not verified, see its repository",
        ),
        scores=(Score("RefSegRS", 81.24, 77.39, _DICOR_I),),
    ),
    ModelCard(
        name="crobim",
        title="CroBIM as its abstract describes it (our reading)",
        paper="Cross-Modal Bidirectional Interaction Model for Referring Remote Sensing Image Segmentation, "
        "arXiv 2410.06811",
        code="",
        licence="GPL-3.0-or-later",
        builder="crobim:crobim",
        gsd_range_m=(0.3, 1.0),
    ),
    ModelCard(
        name="crobim-convnext",
        title="CroBIM with ConvNeXt as its abstract describes it (our reading)",
        paper="Cross-Modal Bidirectional Interaction Model for Referring Remote Sensing Image Segmentation, "
        "arXiv 2410.06811",
        code="",
        licence="GPL-3.0-or-later",
        builder="crobim:crobim_convnext",
        gsd_range_m=(0.3, 1.0),
    ),
    ModelCard(
        name="rs2-sam2",
        title="RS2-SAM2 (BEiT-3 large, SAM 2 Hiera-L)",
        paper="RS2-SAM2: Customized SAM2 for Referring Remote Sensing Image Segmentation, arXiv 2503.07266",
        code="https://github.com/rongfu-dsb/RS2-SAM2 2b27187",
        licence="none stated",
        builder="rs2sam2:rs2sam2",
        tile_px=1024,
        overlap_px=128,
        gsd_range_m=(0.3, 1.0),
        text_encoder="beit3",
        max_tokens=64,
        any_size=False,
        own_losses=("boundary", "soft_boundary"),
        scores=(Score("RefSegRS", 80.87, 73.9, _RS2_SAM2), Score("RRSIS-D", 78.99, 66.72, _RS2_SAM2)),
    ),
    ModelCard(
        name="clipseg",
        title="CLIPSeg (zero-shot, trained on photographs)",
        paper="Image Segmentation Using Text and Image Prompts, arXiv 2112.10003",
        code="https://github.com/timojl/clipseg",
        licence="MIT",
        builder="clipseg:clipseg",
        tile_px=352,
        gsd_range_m=(0.1, 0.3),
        text_encoder="clip",
        max_tokens=77,
        weights=WeightFile(
            file="model.safetensors",
            repository="CIDAS/clipseg-rd64-refined",
            licence="not verified, see its repository",
            trained_on="PhraseCut",
        ),
        any_size=False,
        vocabulary=WeightFile(
            file="tokenizer.json",
            repository="openai/clip-vit-base-patch32",
            licence="not verified, see its repository",
        ),
    ),
    ModelCard(
        name="grounding-dino-sam",
        title="Grounding DINO with SAM (zero-shot)",
        paper="Grounding DINO: Marrying DINO with Grounded Pre-Training for Open-Set Object Detection, "
        "arXiv 2303.05499; Segment Anything, arXiv 2304.02643",
        code="https://github.com/IDEA-Research/GroundingDINO; https://github.com/facebookresearch/segment-anything",
        licence="Apache-2.0",
        builder="grounded_sam:grounded_sam",
        tile_px=1024,
        overlap_px=128,
        gsd_range_m=(0.1, 0.3),
        max_tokens=32,
        weights=WeightFile(
            file="model.safetensors",
            repository="IDEA-Research/grounding-dino-tiny",
            licence="Apache-2.0",
            prefix="dino.",
        ),
        any_size=False,
        more_weights=(
            WeightFile(
                file="model.safetensors",
                repository="facebook/sam-vit-base",
                licence="Apache-2.0",
                prefix="sam.",
            ),
        ),
    ),
    ModelCard(
        name="sam3",
        title="SAM 3 (zero-shot)",
        paper="SAM 3: Segment Anything with Concepts, arXiv 2511.16719",
        code="https://github.com/facebookresearch/sam3",
        licence="not verified, see its repository",
        builder="sam3:sam3",
        tile_px=1008,
        overlap_px=128,
        gsd_range_m=(0.1, 0.3),
        text_encoder="clip",
        max_tokens=32,
        any_size=False,
    ),
    ModelCard(
        name="lstm-cnn",
        title="LSTM-CNN (for photographs, rebuilt)",
        paper="Segmentation from Natural Language Expressions, arXiv 1603.06180",
        code="",
        licence="GPL-3.0-or-later",
        builder="natural:lstm_cnn",
        gsd_range_m=(0.325, 0.325),
    ),
    ModelCard(
        name="convlstm",
        title="ConvLSTM (for photographs, rebuilt)",
        paper="Recurrent Multimodal Interaction for Referring Image Segmentation, arXiv 1703.07939",
        code="",
        licence="GPL-3.0-or-later",
        builder="natural:conv_lstm",
        gsd_range_m=(0.325, 0.325),
    ),
    ModelCard(
        name="cmsa",
        title="CMSA (for photographs, rebuilt)",
        paper="Cross-Modal Self-Attention Network for Referring Image Segmentation, arXiv 1904.04745",
        code="",
        licence="GPL-3.0-or-later",
        builder="natural:cmsa",
        gsd_range_m=(0.325, 0.325),
        scores=(Score("RefSegRS", 64.53, 41.47, _RS2_SAM2), Score("RRSIS-D", 69.39, 48.54, _RS2_SAM2)),
    ),
    ModelCard(
        name="brinet",
        title="BRINet (for photographs, rebuilt)",
        paper="Bi-Directional Relationship Inferring Network for Referring Image Segmentation, CVPR 2020",
        code="",
        licence="GPL-3.0-or-later",
        builder="natural:brinet",
        gsd_range_m=(0.325, 0.325),
        scores=(Score("RefSegRS", 58.22, 31.51, _RETRAINED), Score("RRSIS-D", 69.88, 49.65, _RETRAINED)),
    ),
)

CATALOG = {card.name: card for card in _CARDS}
DEFAULT_MODEL = "lgce-tiny"


def get_card(name: str) -> ModelCard:
    """Return the card of that name.

    Raises:
        ModelUnknown: There is none; the message offers the nearest names.
    """
    if name in CATALOG:
        return CATALOG[name]
    near = difflib.get_close_matches(name.lower(), CATALOG, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else ""
    raise ModelUnknown(
        f'There is no model "{name}".{hint} The catalogue has: {", ".join(sorted(CATALOG))}.',
        model=name,
        known=", ".join(sorted(CATALOG)),
    )


__all__ = [
    "CATALOG",
    "DEFAULT_MODEL",
    "IMAGENET_MEAN",
    "IMAGENET_STD",
    "PACKED_VOCABULARIES",
    "ModelCard",
    "Score",
    "WeightFile",
    "get_card",
]
