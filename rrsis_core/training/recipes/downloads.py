"""What a published recipe needs from the network: where it lies, what must arrive, under which terms."""

from __future__ import annotations

import os
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ...datasets.refsegrs import is_refsegrs
from ...errors import DatasetInvalid, DiskFull, DownloadFailed, OutputNotWritable, RrsisError
from ...models.fetch import HUB, Report, fetch_file


@dataclass(frozen=True)
class Download:
    """A file on the network.

    Args:
        name: As the command line has it.
        address: Where it lies; one that begins with "/" lies on the hub, or its mirror HF_ENDPOINT.
        file: As it is called here.
        licence: Its terms.
        sha256, size_bytes: What must arrive; None where no source could be read.
        source: Where these were read.
    """

    name: str
    address: str
    file: str
    licence: str
    sha256: str | None = None
    size_bytes: int | None = None
    source: str = ""


DOWNLOADS = {
    each.name: each
    for each in (
        Download(
            name="swin",
            address="https://github.com/SwinTransformer/storage/releases/download/v1.0.0/"
            "swin_base_patch4_window12_384_22k.pth",
            file="swin_base_patch4_window12_384_22k.pth",
            licence="MIT (Swin Transformer, Microsoft; ImageNet-22k)",
        ),
        Download(
            name="bert",
            address="/google-bert/bert-base-uncased/resolve/86b5e0934494bd15c9632b12f734a8a67f723594/model.safetensors",
            file="bert-base-uncased.safetensors",
            licence="Apache-2.0",
            sha256="68d45e234eb4a928074dfd868cead0219ab85354cc53d20e772753c6bb9169d3",
            size_bytes=440_449_768,
            source="manifests of several public repositories that pin this revision",
        ),
        Download(
            name="refsegrs",
            address="/datasets/JessicaYuan/RefSegRS/resolve/f6750efb75ec714748f8d97495bde2655f4a1366/RefSegRS.zip",
            file="RefSegRS.zip",
            licence="CC BY 4.0 (imagery from SkyScapes, DLR)",
            sha256="44d5e874ff5ed1af59d1d8df73004450bf1945d4f1e40849aede5e253f2018c2",
            size_bytes=2_969_871_623,
            source="the page of that commit on the hub",
        ),
    )
}


def address_of(download: Download, endpoint: str | None = None) -> str:
    """Return where `download` lies, on the hub or the mirror that HF_ENDPOINT or `endpoint` names."""
    if not download.address.startswith("/"):
        return download.address
    return (endpoint or os.environ.get("HF_ENDPOINT") or HUB).rstrip("/") + download.address


def get(
    download: Download, folder: Path, report: Report, *, sha256: str | None = None, endpoint: str | None = None
) -> Path:
    """Bring `download` into `folder`, resumed where it broke off and held against its SHA-256; return the file.

    Args:
        download: What.
        folder: Where to.
        report: Called with the bytes so far and their total.
        sha256: What must arrive, needed where nobody could be read on it, ignored elsewhere.
        endpoint: Instead of the hub's address.

    Raises:
        DownloadFailed: No SHA-256 to hold it to, no connection, or not the promised file.
        DiskFull, OutputNotWritable: It could not be stored.
    """
    expected = download.sha256 or (sha256 or "").lower()
    if not expected:
        raise DownloadFailed(
            f"No source for the SHA-256 of {download.file} could be read. Get it from one that you trust and say "
            f"--sha256 {download.name}=HEX; or fetch {download.address} yourself and name the file.",
            name=download.name,
        )
    return fetch_file(address_of(download, endpoint), folder / download.file, expected, download.size_bytes, report)


def unpack_refsegrs(archive: Path, folder: Path) -> Path:
    """Unpack RefSegRS below `folder`, unless it is there; return the folder with its phrases.

    Raises:
        DatasetInvalid: The archive is damaged, or holds another layout.
        DiskFull, OutputNotWritable: It could not be stored.
    """
    found = _root_of(folder)
    if found is not None:
        return found
    aside = folder.with_name(folder.name + ".part")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        with zipfile.ZipFile(archive) as stream:
            needed = sum(entry.file_size for entry in stream.infolist())
            folder.parent.mkdir(parents=True, exist_ok=True)
            if needed > shutil.disk_usage(folder.parent).free:
                raise DiskFull(f"{folder} needs {needed / 1e9:.2f} GB: make room.", path=str(folder))
            stream.extractall(aside)
        found = _root_of(aside)
        if found is None:
            raise DatasetInvalid(f"{archive} does not hold images/, masks/ and output_phrase_*.txt.", path=str(archive))
        os.replace(aside, folder)
        return folder / found.relative_to(aside)
    except RrsisError:
        raise
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise DatasetInvalid(f"{archive} is no whole archive ({error}): fetch it again.", path=str(archive)) from error
    except OSError as error:
        raise OutputNotWritable(f"{folder} cannot be written ({error}).", path=str(folder)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _root_of(folder: Path) -> Path | None:
    if not folder.is_dir():
        return None
    return next((each for each in (folder, *sorted(folder.iterdir())) if each.is_dir() and is_refsegrs(each)), None)
