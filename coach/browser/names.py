"""Host names and addresses: which ones belong to this server."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit


def is_here(host: str) -> bool:
    """Return whether an address can be reached from this computer only."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def answers_to(name: str, host: str) -> bool:
    """Return whether a request for `name` is meant for a server listening on `host`.

    Somebody else's page can point its own name here (DNS rebinding), but not an address or this computer's name.
    """
    if is_here(host):
        return is_here(name)
    own = socket.gethostname().lower()
    return name in {host.lower(), "localhost", own, f"{own}.local"} or _is_address(name)


def name_in(host: str) -> str:
    """Return the name in a `Host` header without its port; empty if the header is invalid."""
    try:
        found = urlsplit(f"//{host}")
        _ = found.port
    except ValueError:
        return ""
    return found.hostname or ""


def reachable(host: str) -> str:
    """Return an address at which other computers reach a server listening on `host`."""
    if not _is_address(host) or not ipaddress.ip_address(host).is_unspecified:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # sends nothing: it only asks for the route
        except OSError:
            return "127.0.0.1"
        return str(way.getsockname()[0])


def page_link(host: str, port: int) -> str:
    """Return the link that other devices open."""
    found = reachable(host)
    return f"http://[{found}]:{port}/" if ":" in found else f"http://{found}:{port}/"


def household(address: str) -> str:
    """Group all addresses that one device can use (an IPv6 /64 network); empty if `address` is invalid."""
    plain = address.partition("%")[0]
    if not _is_address(plain):
        return ""
    found = ipaddress.ip_address(plain)
    if isinstance(found, ipaddress.IPv6Address):
        found = found.ipv4_mapped or found
    if found.is_loopback:
        return "localhost"
    return str(ipaddress.ip_network(f"{found}/{32 if found.version == 4 else 64}", strict=False).network_address)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
