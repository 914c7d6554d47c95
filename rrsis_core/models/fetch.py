"""Weights and vocabularies over the network: licence first, resumed where they broke off, refused unless they match."""

from __future__ import annotations

import errno
import http.client
import json
import os
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Optional, Union

from filelock import FileLock, Timeout

from ..catalog import ModelCard, WeightFile
from ..errors import DiskFull, DownloadFailed, OutputNotWritable, RrsisError, WeightsInvalid
from ..text import check_vocabulary
from ..weight_files import cache_folder, downloads, vocabulary_place
from .convert import add_checkpoint, add_state
from .weights import check_safetensors, file_sha256, read_safetensors

HUB = "https://huggingface.co"
"""Where repositories of weights are served; the variable HF_ENDPOINT names a mirror, as everywhere."""
ATTEMPTS = 5
_BLOCK_BYTES = 1 << 20
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_SAFE = re.compile(r"https://|http://(127\.0\.0\.1|localhost)(:\d+)?/")  # this machine needs no certificate

Report = Callable[[int, Optional[int]], None]


def licence_note(card: ModelCard) -> str:
    """Return the lines that are shown before anything of `card` is fetched, one for each file.

    Raises:
        DownloadFailed: There is nothing to fetch.
    """
    return "\n".join(f"{card.title}: {_file_note(wanted)}" for wanted in _wanted(card))


def _file_note(wanted: WeightFile) -> str:
    licence = wanted.licence or "no licence stated; ask its authors before you use it for more than a trial"
    trained = f" Trained on: {wanted.trained_on}." if wanted.trained_on else ""
    return f"{wanted.place} at {wanted.revision or 'main'}. Licence: {licence}.{trained}"


def fetch(
    card: ModelCard,
    report: Report,
    *,
    announce: Callable[[str], None] = lambda note: None,
    sha256: Union[str, Sequence[str], None] = None,
    endpoint: Optional[str] = None,
    timeout_s: float = 30.0,
) -> Path:
    """Fetch, verify and store what `card` needs and is not here; everything anew where nothing is missing.

    Proxies are taken from the environment, as urllib does.

    Args:
        card: Whose weights and vocabulary.
        report: Called with the bytes of a file so far and their total, None where unknown.
        announce: Called with the licences before the first byte is asked for.
        sha256: What must arrive, where the card does not know it; ignored where it does. One for the only such file, or
            "owner/name/file=HEX" for each.
        endpoint: Instead of the hub's address.
        timeout_s: How long a silent connection is waited for.

    Returns:
        The weights that `create_model` will load, or the vocabulary where nothing else is public.

    Raises:
        DownloadFailed: Nothing public, no SHA-256 to hold a file to, no connection, not the promised file, or another
            process is fetching it.
        DiskFull, OutputNotWritable: It could not be stored.
        WeightsInvalid: A file is the promised one, but holds no weights, or is no vocabulary.
    """
    wanted = _wanted(card)
    expected = _hashes(card, wanted, [sha256] if isinstance(sha256, str) else list(sha256 or ()))
    root = endpoint or os.environ.get("HF_ENDPOINT") or HUB
    addresses = {each: _address(each, root) for each in wanted}
    announce(licence_note(card))
    folder = _make_folder(card)
    parts: dict[WeightFile, Path] = {}
    with _alone(folder / "weights"):
        for each in wanted:
            address, digest = addresses[each], expected[each]
            if each is card.vocabulary:
                fetch_file(address, vocabulary_place(card), digest, each.size_bytes, report, timeout_s=timeout_s)
                _check_words(card)
                continue
            parts[each] = folder / f"{digest[:16]}.part"
            _bring(address, parts[each], digest, each.size_bytes, report, timeout_s)
        if not parts:
            return vocabulary_place(card)
        notes = [{**asdict(each), "sha256": expected[each], "address": addresses[each]} for each in parts]
        return _store(parts, card, notes)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Keep other processes from fetching to `place`; the system lets go of it when this one ends, however it ends.

    Where the file system knows no locks there is none.

    Raises:
        DownloadFailed: Another process is at it.
        OutputNotWritable: The folder cannot be written.
    """
    file = place.with_name(f".{place.name}.fetching")
    lock = FileLock(file, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise DownloadFailed(
            f"{place} is being fetched by another process. Wait until it is done, or stop it; what it brought is kept.",
            path=str(place),
        ) from error
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise _storing_failed(place, error) from error
    try:
        yield
    finally:
        with suppress(OSError):  # Windows refuses it, and does it in releasing
            file.unlink()  # while it is held: who opened it meanwhile sees that it is gone, and asks again
        lock.release()  # nothing where it was not taken


def _wanted(card: ModelCard) -> tuple[WeightFile, ...]:
    """Return the files to fetch.

    Raises:
        DownloadFailed: There are none.
    """
    wanted = downloads(card)
    if not wanted:
        remedy = f"are not public. Add your own with: rrsis models add FILE --as {card.name}"
        why = "come with the plugin." if card.bundled else remedy
        raise DownloadFailed(f"There is nothing to fetch for {card.name}: its weights {why}", model=card.name)
    return wanted


def _hashes(card: ModelCard, wanted: Sequence[WeightFile], given: Sequence[str]) -> dict[WeightFile, str]:
    """Return what each of the `wanted` files must hash to: the card's word, or else what was `given`.

    Raises:
        DownloadFailed: There is none for a file, or one that is no SHA-256.
    """
    named = dict(text.rpartition("=")[::2] for text in given)
    unsure = [each for each in wanted if not each.sha256]
    found = {each: (each.sha256 or named.get(each.place) or "").lower() for each in wanted}
    if len(unsure) == 1 and not found[unsure[0]]:
        found[unsure[0]] = named.get("", "").lower()
    lacking = [each for each in wanted if not found[each]]
    if lacking:
        says = [f"--sha256 {each.place}=HEX" for each in lacking] if len(unsure) > 1 else ["--sha256 HEX"]
        files = ", ".join(f"{each.file} from {each.repository}" for each in lacking)
        raise DownloadFailed(
            f"The catalogue knows no SHA-256 of {files}, so what arrives could not be verified. "
            f"Get it from a source that you trust and say: rrsis models fetch {card.name} {' '.join(says)}"
            " (in the toolbox: the field of the SHA-256).",
            model=card.name,
        )
    for each, digest in found.items():
        if not re.fullmatch(r"[0-9a-f]{64}", digest):
            raise DownloadFailed(
                f'"{digest[:80]}" for {each.place} is no SHA-256: give 64 hexadecimal digits.', model=card.name
            )
    return found


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
        DownloadFailed: No connection, not the promised file, or another process is fetching it.
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
    with _alone(target):
        _bring(address, part, sha256, size_bytes, report, timeout_s)
        with _storing(target):
            os.replace(part, target)
    return target


def _bring(address: str, part: Path, sha256: str, size: Optional[int], report: Report, timeout_s: float) -> None:
    """Bring the file at `address` to `part`, verified; a whole one of an earlier run is kept."""
    if part.is_file() and file_sha256(part) == sha256:
        return
    _download(address, part, size, report, timeout_s)
    _verify(part, address, sha256)


def _address(weights: WeightFile, endpoint: str) -> str:
    address = f"{endpoint.rstrip('/')}/{weights.repository}/resolve/{weights.revision or 'main'}/{weights.file}"
    _check_address(address)
    return address


def _check_address(address: str) -> None:
    if not _SAFE.match(address):
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
                raise DownloadFailed(
                    f"{address} answers {error.code} {error.reason}. See in a browser whether it is there and open to"
                    " all; `rrsis models add` takes what you fetch there yourself.",
                    address=address,
                ) from error
            failure = f"the server answered {error.code}"
        except (http.client.HTTPException, OSError) as error:  # what the disk says has become an RrsisError
            failure = str(getattr(error, "reason", "") or error) or type(error).__name__
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
        with _storing(part):
            stream = part.open("ab" if resumed else "wb")
        try:
            while block := answer.read(_BLOCK_BYTES):
                with _storing(part):
                    have += stream.write(block)
                if total is not None and have > total:
                    break
                report(have, total)
        finally:
            with _storing(part):
                stream.close()
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


@contextmanager
def _storing(part: Path) -> Iterator[None]:
    """Turn what the disk says of `part` into OutputNotWritable or DiskFull."""
    try:
        yield
    except OSError as error:
        raise _storing_failed(part, error) from error


def _storing_failed(part: Path, error: OSError) -> OutputNotWritable:
    kind = DiskFull if error.errno == errno.ENOSPC else OutputNotWritable
    return kind(f"{part} cannot be written ({error.strerror}). Name another folder in RRSIS_CACHE.", path=str(part))


def _verify(part: Path, address: str, expected: str) -> None:
    found = file_sha256(part)
    if found != expected:
        part.unlink()
        raise DownloadFailed(
            f"{address} gave another file than promised: SHA-256 {found}, not {expected}. It was deleted; fetch it"
            " again, or hold it against a source that you trust.",
            address=address,
        )


def _check_words(card: ModelCard) -> None:
    """Delete the vocabulary that was fetched for `card` where it is none, whatever hash was given for it.

    Raises:
        WeightsInvalid: It is none.
    """
    place = vocabulary_place(card)
    try:
        check_vocabulary(place, card)
    except WeightsInvalid:
        place.unlink(missing_ok=True)
        raise


def _store(parts: Mapping[WeightFile, Path], card: ModelCard, notes: Sequence[dict[str, object]]) -> Path:
    """Make the verified `parts` the card's weights, with a note of where they came from."""
    first = next(iter(parts))
    target = parts[first].parent / "model.safetensors"
    if len(parts) > 1 or first.prefix:
        state = {each.prefix + key: value for each in parts for key, value in read_safetensors(parts[each]).items()}
        add_state(state, {}, card=card, origin=Path(first.file))
    elif first.file.endswith(".safetensors"):
        check_safetensors(parts[first])
        with _storing(target):
            os.replace(parts[first], target)
    else:
        add_checkpoint(parts[first], card.name)
    source = notes[0] if len(notes) == 1 else {"files": list(notes)}
    with _storing(target):
        for part in parts.values():
            part.unlink(missing_ok=True)
        (target.parent / "source.json").write_text(json.dumps(source, indent=1), encoding="utf-8")
    return target
