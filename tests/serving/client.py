"""Asks an application without a network between."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
from starlette.applications import Starlette

PORT = 5151
HERE = f"http://127.0.0.1:{PORT}"


def alone(question: Coroutine[Any, Any, httpx.Response]) -> httpx.Response:
    """Run in a thread of its own: another test's browser may hold this thread's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, question).result()


class Client:
    """Asks an application without a network between; it keeps cookies as a browser does."""

    def __init__(self, app: Starlette, here: str = HERE) -> None:
        self.app, self.here, self.cookies = app, here, httpx.Cookies()

    def get(self, path: str, **more: Any) -> httpx.Response:
        return alone(self._ask("GET", path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        return alone(self._ask("POST", path, **more))

    async def _ask(self, method: str, path: str, *, follow_redirects: bool = True, **more: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url=self.here, cookies=self.cookies) as client:
            answer = await client.request(method, path, follow_redirects=follow_redirects, **more)
            self.cookies = client.cookies
            return answer
