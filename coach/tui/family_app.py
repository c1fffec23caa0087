"""What widgets ask of the app about the family; an app made for one widget alone, as in a test, has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from coach.models import AgeGroup, Family

if TYPE_CHECKING:
    from coach.tui.family_service import FamilyService
    from coach.tui.messages import Deed


@runtime_checkable
class FamilyApp(Protocol):
    """An app that a family uses."""

    last_deed: Deed
    """What the two did last."""
    service: FamilyService
    """The family; there once the app has begun."""


def service_in(app: object) -> FamilyService | None:
    """Return what keeps this app's family; None before the app has begun."""
    return app.service if isinstance(app, FamilyApp) else None


def family_in(app: object) -> Family:
    """Return this app's family; one of nobody before the app has begun."""
    service = service_in(app)
    return service.family if service else Family()


def country_in(app: object) -> str:
    """Return the two-letter country of this app's family; empty if unknown."""
    service = service_in(app)
    return service.country if service else ""


def off_in(app: object) -> str:
    """Return what this app's family switched off, as a sentence; empty if nothing."""
    service = service_in(app)
    return service.off if service else ""


def age_in(app: object) -> AgeGroup | None:
    """Return the age group of the child using this app; None if unknown."""
    service = service_in(app)
    return service.age if service else None
