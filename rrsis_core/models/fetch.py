"""Weights over the network: named licence first, resumed where a download broke off, and refused unless they match."""

from __future__ import annotations

import errno
import http.client
import json
import os
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import IO, Optional

from ..catalog import ModelCard, WeightFile
from ..errors import DiskFull, DownloadFailed, OutputNotWritable, RrsisError
from ..weight_files import cache_folder
from .convert import add_checkpoint
from .weights import file_sha256

HUB = "https://huggingface.co"
"""Where repositories of weights are served; the variable HF_ENDPOINT names a mirror, as everywhere."""
ATTEMPTS = 5
_BLOCK_BYTES = 1 << 20
_LOCAL = ("http://127.0.0.1", "http://localhost")

Report = Callable[[int, Optional[int]], None]


def licence_note(card: ModelCard) -> str:
    """Return the sentence that is shown before anything of `card` is fetched."""
    weights = _source(card)
    licence = weights.licence or "no licence stated; ask its authors before you use it for more than a trial"
    trained = f" Trained on: {weights.trained_on}." if weights.trained_on else ""
    return f"{card.title}: {weights.repository}/{weights.file} at {weights.revision}. Licence: {licence}.{trained}"


def fetch(
    card: ModelCard,
    report: Report,
    *,
    announce: Callable[[str], None] = lambda note: None,
    sha256: Optional[str] = None,
    endpoint: Optional[str] = None,
    timeout_s: float = 30.0,
) -> Path:
    """Fetch, verify and store the weights of `card`; return the file that `create_model` will load.

    Proxies are taken from the environment, as urllib does.

    Args:
        card: Whose weights.
        report: Called with the bytes so far and their total, None where unknown.
        announce: Called with the licence before the first byte is asked for.
        sha256: What must arrive; needed where the card does not know it, ignored where it does.
        endpoint: Instead of the hub's address.
        timeout_s: How long a silent connection is waited for.

    Raises:
        DownloadFailed: No public weights, no SHA-256 to hold them to, no connection, or not the promised file.
        DiskFull, OutputNotWritable: It could not be stored.
        WeightsInvalid: The file is the promised one but no weights of this model.
    """
    weights = _source(card)
    expected = (weights.sha256 or sha256 or "").lower()
    if not expected:
        raise DownloadFailed(
            f"Nobody has published the SHA-256 of {weights.file} from {weights.repository}, so it cannot be verified. "
            f"Get it from a source that you trust and say: rrsis models fetch {card.name} --sha256 HEX",
            model=card.name,
        )
    announce(licence_note(card))
    folder = _make_folder(card)
    address = _address(weights, endpoint or os.environ.get("HF_ENDPOINT") or HUB)
    part = folder / f"{expected[:16]}.part"
    _download(address, part, weights.size_bytes, report, timeout_s)
    _verify(part, address, expected)
    return _store(part, card, {**asdict(weights), "sha256": expected, "address": address})


def fetch_file(
    address: str, target: Path, sha256: str, size_bytes: Optional[int], report: Report, *, timeout_s: float = 30.0
) -> Path:
    """Bring the file at `address` to `target`, resumed and verified; one that is there and right is left alone.

    Args:
        address: Of https, or of this machine.
        target: The file.
        sha256: What must arrive.
        size_bytes: Its length, None where unknown.
        report: Called with the bytes so far and their total, None where unknown.
        timeout_s: How long a silent connection is waited for.

    Raises:
        DownloadFailed: No connection, or not the promised file.
        DiskFull, OutputNotWritable: It could not be stored.
    """
    if target.is_file() and file_sha256(target) == sha256:
        return target
    _check_address(address)
    part = target.with_name(f"{target.name}.{sha256[:16]}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _storing_failed(part, error) from error
    _download(address, part, size_bytes, report, timeout_s)
    _verify(part, address, sha256)
    os.replace(part, target)
    return target


def _source(card: ModelCard) -> WeightFile:
    if card.weights is None or not card.weights.repository:
        why = "come with the plugin" if card.bundled else "are not public"
        raise DownloadFailed(f"There is nothing to fetch for {card.name}: its weights {why}.", model=card.name)
    return card.weights


def _address(weights: WeightFile, endpoint: str) -> str:
    address = f"{endpoint.rstrip('/')}/{weights.repository}/resolve/{weights.revision or 'main'}/{weights.file}"
    _check_address(address)
    return address


def _check_address(address: str) -> None:
    if not address.startswith(("https://", *_LOCAL)):
        raise DownloadFailed(f"{address} is not an https address. Unset HF_ENDPOINT.", address=address)


def _make_folder(card: ModelCard) -> Path:
    folder = cache_folder() / card.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(
            f"{folder} cannot be made ({error.strerror}). Name another folder in RRSIS_CACHE.", path=str(folder)
        ) from error
    return folder


class _NoDowngrade(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from https to anything else."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> Optional[urllib.request.Request]:
        if req.full_url.startswith("https://") and not newurl.startswith("https://"):
            raise DownloadFailed(f"{req.full_url} sends to {newurl}, which is not https. Refused.", address=newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _download(address: str, part: Path, size: Optional[int], report: Report, timeout_s: float) -> None:
    """Bring `part` to its full length, going on where it stands, with a few attempts."""
    opener = urllib.request.build_opener(_NoDowngrade())
    failure = "the connection broke off"
    for _ in range(ATTEMPTS):
        before = _length(part)
        if size is not None and before == size:
            return
        try:
            if _one_attempt(opener, address, part, size, report, timeout_s):
                return
        except RrsisError:
            raise
        except urllib.error.HTTPError as error:
            if error.code == 416:  # what lies here is longer than the file: begin anew
                part.unlink(missing_ok=True)
            elif error.code < 500:
                raise DownloadFailed(f"{address} answers {error.code} {error.reason}.", address=address) from error
            failure = f"the server answered {error.code}"
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            failure = str(getattr(error, "reason", error)) or type(error).__name__
        except OSError as error:
            raise _storing_failed(part, error) from error
    raise DownloadFailed(
        f"{address} could not be fetched whole in {ATTEMPTS} attempts ({failure}); {_length(part)} bytes are kept. "
        "Check the connection and the proxy, and run the same command again.",
        address=address,
    )


def _one_attempt(
    opener: urllib.request.OpenerDirector,
    address: str,
    part: Path,
    size: Optional[int],
    report: Report,
    timeout_s: float,
) -> bool:
    """Append what one connection gives to `part`; return whether it is whole."""
    have = _length(part)
    request = urllib.request.Request(address, headers={"Range": f"bytes={have}-"} if have else {})
    with opener.open(request, timeout=timeout_s) as answer:
        resumed = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")
        have = have if resumed else 0
        total = size if size is not None else _total(answer.headers, have)
        _check_room(part, (total or 0) - have)
        with part.open("ab" if resumed else "wb") as stream:
            while block := answer.read(_BLOCK_BYTES):
                have += stream.write(block)
                if total is not None and have > total:
                    break
                report(have, total)
    if total is not None and have > total:
        part.unlink()
        raise DownloadFailed(f"{address} sends more than the {total} bytes promised. Refused.", address=address)
    return total is None or have == total


def _total(headers: http.client.HTTPMessage, have: int) -> Optional[int]:
    length = headers.get("Content-Length", "")
    return have + int(length) if length.isdigit() else None


def _length(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _check_room(part: Path, needed: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if needed > free:
        raise DiskFull(
            f"{part.parent} has {free / 1e9:.2f} GB free; {needed / 1e9:.2f} GB are needed. "
            "Make room, or name another folder in RRSIS_CACHE.",
            path=str(part.parent),
        )


def _storing_failed(part: Path, error: OSError) -> OutputNotWritable:
    kind = DiskFull if error.errno == errno.ENOSPC else OutputNotWritable
    return kind(f"{part} cannot be written ({error.strerror}). Name another folder in RRSIS_CACHE.", path=str(part))


def _verify(part: Path, address: str, expected: str) -> None:
    found = file_sha256(part)
    if found != expected:
        part.unlink()
        raise DownloadFailed(
            f"{address} gave another file than promised: SHA-256 {found}, not {expected}. It was deleted.",
            address=address,
        )


def _store(part: Path, card: ModelCard, provenance: dict[str, object]) -> Path:
    """Make the verified `part` the card's weights, with a note of where they came from."""
    target = part.parent / "model.safetensors"
    if str(provenance["file"]).endswith(".safetensors"):
        os.replace(part, target)
    else:
        add_checkpoint(part, card.name)
        part.unlink()
    (part.parent / "source.json").write_text(json.dumps(provenance, indent=1), encoding="utf-8")
    return target
