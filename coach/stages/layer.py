"""One linear layer over the second reader's views, for what no phrase foresees.

`coach/training/layer_fit.py` fits it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class ViewLayer:
    """What the layer learned."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    """By number of the view."""
    weights: NDArray[np.float64]
    """Numbers of the view and one, by answer."""

    def logits(self, views: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """Return how sure it is of each answer, for a view or for each row of several."""
        ones = np.ones((*views.shape[:-1], 1))
        logits: NDArray[np.float64] = np.concatenate([(views - self.mean) / self.scale, ones], axis=-1) @ self.weights
        return logits

    def to_dict(self) -> dict[str, Any]:
        """Return it as it is kept in a file."""
        return {name: getattr(self, name).round(4).tolist() for name in _KEPT}

    @classmethod
    def of_dict(cls, held: Mapping[str, Any]) -> ViewLayer:
        """Read what `to_dict` returned, and anything else beside it.

        Raises:
            KeyError: a part is missing.
            ValueError: a part is anything but a list of numbers.
        """
        return cls(*(np.array(held[name], dtype=np.float64) for name in _KEPT))


_KEPT = ("mean", "scale", "weights")
