"""Where to block and report, by app: dated, because apps move their buttons."""

from coach.apps.reader import all_apps, apps_in, apps_named

__all__ = ["all_apps", "apps_in", "apps_named"]
