"""Bringing the weights of a model to this machine, in a process of its own beside the one that searches."""

from __future__ import annotations

from typing import Any, Dict

from ..rrsis_core.errors import Cancelled
from ..rrsis_core.worker.client import WorkerClient
from .i18n import tr
from .task import WorkTask


class ModelTask(WorkTask):
    """Fetches or adds weights; succeeds with the model's name.

    Args:
        verb: "fetch" or "add".
        payload: What the worker's verb takes; "model" names the model.
        client: The worker; its twin does the work, so that no search waits for a download.
    """

    def __init__(self, verb: str, payload: Dict[str, Any], client: WorkerClient) -> None:
        super().__init__(tr("Get the weights of {model}").format(model=payload["model"]))
        self._verb = verb
        self._payload = payload
        self._client = client

    def work(self) -> str:
        """Ask the worker's twin and end it."""
        twin = self._client.twin()
        try:
            return str(twin.ask(self._verb, self._payload, self.report, self.feedback.isCanceled)["model"])
        except Cancelled as error:  # a search may be under way, of which its words would speak
            if self._verb != "fetch":
                raise
            raise Cancelled(tr("The download was stopped. What has come is kept for the next time.")) from error
        finally:
            twin.close()
