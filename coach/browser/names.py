"""Names and addresses: which of them lead to this server, and which belong to somebody else."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit


def is_here(host: str) -> bool:
    """Whether no other computer can reach this address."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def answers_to(name: str, host: str) -> bool:
    """Whether `name` in a request means a server that listens to `host`.

    A page elsewhere can make a name of its own lead here, but not an address, nor a name that this computer has.
    """
    if is_here(host):
        return is_here(name)
    own = socket.gethostname().lower()
    return name in {host.lower(), "localhost", own, f"{own}.local"} or _is_address(name)


def name_in(host: str) -> str:
    """The name in a `Host` header without its port; empty where that cannot be read."""
    try:
        found = urlsplit(f"//{host}")
        _ = found.port
    except ValueError:
        return ""
    return found.hostname or ""


def reachable(host: str) -> str:
    """An address by which others find a server that listens to `host`."""
    if not _is_address(host) or not ipaddress.ip_address(host).is_unspecified:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # sends nothing: it only asks which way a packet would go
        except OSError:
            return "127.0.0.1"
        return str(way.getsockname()[0])


def page_link(host: str, port: int) -> str:
    """The link that others open."""
    found = reachable(host)
    return f"http://[{found}]:{port}/" if ":" in found else f"http://{found}:{port}/"


def household(address: str) -> str:
    """What counts as one address: all that one device can call itself by; empty for what is none."""
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
