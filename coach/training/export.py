"""Writes a trained network as an ONNX graph with weights of eight bits."""

from __future__ import annotations

import warnings

import torch

from coach.engine.reader.embedding import WIDTH
from coach.engine.reader.encoder import OUTPUTS
from coach.runtime import runtime
from coach.training.network import Network
from coach.writing import passing_folder

_OPSET = 17
_FREE, _COUNT = {0: "messages", 1: "pieces"}, {0: "messages"}


def graph_of(network: Network) -> bytes:
    """Return the graph of a network, quantized per channel.

    Weights take seven bits: processors without VNNI add two products of eight bits in sixteen, which can overflow, and
    thresholds set on one machine must hold on every other.
    """
    runtime()  # before anything else imports onnxruntime
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    with passing_folder("coach-model-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole, small = folder / "whole.onnx", folder / "small.onnx"
        inputs = torch.zeros(2, 7, WIDTH), torch.ones(2, 7)
        torch.onnx.export(
            network.eval(),
            inputs,
            str(whole),
            input_names=["embedded", "mask"],
            output_names=list(OUTPUTS),
            dynamic_axes=dict.fromkeys(("embedded", "mask", "tags"), _FREE) | dict.fromkeys(OUTPUTS[:-1], _COUNT),
            opset_version=_OPSET,
            dynamo=False,
        )
        quantize_dynamic(whole, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        return small.read_bytes()
