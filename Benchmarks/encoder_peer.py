"""How long a sentence takes our encoder, beside ONNX Runtime with the same weights, sentences and one thread.

    python -m venv venv && venv/bin/pip install numpy safetensors tokenizers onnx onnxruntime
    venv/bin/python Benchmarks/encoder_peer.py --village .build/release/village --weights FOLDER --sentences test.tsv

FOLDER holds a model in the layout of Hugging Face; test.tsv a sentence on each line, up to a tab. The time is
what the thread was at work, so that a busy machine does not count; the two take turns, and the quickest turn counts. The graph is built here, as
the model comes without one: attention, Gelu and LayerNormalization are single nodes that ONNX Runtime then fuses further.
"""
import argparse, json, subprocess, time
import numpy as np


def graph(folder):
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    from safetensors.numpy import load_file

    with open(f"{folder}/config.json") as file:
        config = json.load(file)
    hidden, heads, eps = config["hidden_size"], config["num_attention_heads"], config["layer_norm_eps"]
    weights = {name.removeprefix("0.auto_model.").removeprefix("bert."): tensor for name, tensor in load_file(f"{folder}/model.safetensors").items()}
    nodes, constants = [], []

    def constant(value):
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value), f"c{len(constants)}"))
        return constants[-1].name

    def node(kind, *inputs, **attributes):
        nodes.append(helper.make_node(kind, list(inputs), [f"n{len(nodes)}"], **attributes))
        return nodes[-1].output[0]

    def integers(*values):
        return constant(np.array(values, np.int64))

    def linear(x, name):
        return node("Add", node("MatMul", x, constant(weights[name + ".weight"].T)), constant(weights[name + ".bias"]))

    def norm(x, name):
        scale, shift = constant(weights[name + ".weight"]), constant(weights[name + ".bias"])
        return node("LayerNormalization", x, scale, shift, axis=-1, epsilon=eps)

    words = node("Gather", constant(weights["embeddings.word_embeddings.weight"]), "ids", axis=0)
    positions = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    length = node("Gather", node("Shape", "ids"), integers(1), axis=0)
    x = node("Add", words, node("Slice", constant(positions), integers(0), length, integers(0)))
    x = norm(x, "embeddings.LayerNorm")
    by_head, joined = integers(0, 0, heads, hidden // heads), integers(0, 0, hidden)
    scale = constant(np.array((hidden // heads) ** -0.5, np.float32))
    for number in range(config["num_hidden_layers"]):
        layer = f"encoder.layer.{number}."
        query, key, value = (node("Reshape", linear(x, f"{layer}attention.self.{part}"), by_head) for part in ("query", "key", "value"))
        query, value = (node("Transpose", part, perm=[0, 2, 1, 3]) for part in (query, value))
        looks = node("Softmax", node("Mul", node("MatMul", query, node("Transpose", key, perm=[0, 2, 3, 1])), scale), axis=-1)
        context = node("Reshape", node("Transpose", node("MatMul", looks, value), perm=[0, 2, 1, 3]), joined)
        x = norm(node("Add", linear(context, layer + "attention.output.dense"), x), layer + "attention.output.LayerNorm")
        inner = node("Gelu", linear(x, layer + "intermediate.dense"), approximate="none")
        x = norm(node("Add", linear(inner, layer + "output.dense"), x), layer + "output.LayerNorm")
    mean = node("ReduceMean", x, integers(1), keepdims=0)
    vector = node("Div", mean, node("ReduceL2", mean, integers(-1), keepdims=1))
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["sentences", "tokens"])
    out = helper.make_tensor_value_info(vector, TensorProto.FLOAT, ["sentences", hidden])
    model = helper.make_model(helper.make_graph(nodes, "bert", [ids], [out], constants), opset_imports=[helper.make_opsetid("", 20)])
    model.ir_version = 9
    return model.SerializeToString()


def peer(folder):
    """Returns a function from a sentence to its vector."""
    import onnxruntime
    from tokenizers import BertWordPieceTokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(graph(folder), options, providers=["CPUExecutionProvider"])
    tokenizer = BertWordPieceTokenizer(f"{folder}/vocab.txt", lowercase=True)
    return lambda sentence: session.run(None, {"ids": np.array([tokenizer.encode(sentence).ids], np.int64)})[0][0]


def main():
    arguments = argparse.ArgumentParser(description="Our sentence encoder beside ONNX Runtime.")
    arguments.add_argument("--village", default=".build/release/village")
    arguments.add_argument("--weights", required=True)
    arguments.add_argument("--sentences", required=True)
    arguments.add_argument("--turns", type=int, default=5)
    options = arguments.parse_args()
    with open(options.sentences, encoding="utf-8") as file:
        sentences = [line.split("\t")[0] for line in file.read().splitlines()]
    sentences = sentences[:: max(1, len(sentences) // 1000)][:1000]
    text = "\n".join(sentences) + "\n"
    encode = peer(options.weights)

    def ours(*flags):
        command = [options.village, "encode", "--weights", options.weights, *flags]
        return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout

    def theirs():
        times, vectors = [], []
        for sentence in sentences:
            start = time.thread_time()
            vectors.append(encode(sentence))
            times.append((time.thread_time() - start) * 1000)
        return sorted(times)[len(times) // 2], vectors

    our_best = their_best = together = float("inf")
    for _ in range(options.turns):
        turn = json.loads(ours("--time"))
        our_best, together = min(our_best, turn["cpu_ms_p50"]), min(together, turn["cpu_ms_mean_together"])
        their_time, vectors = theirs()
        their_best = min(their_best, their_time)
    mine = [json.loads(line) for line in ours("--json").splitlines()]
    print(json.dumps({
        "sentences": len(sentences), "ours_cpu_ms_p50": our_best, "onnxruntime_cpu_ms_p50": their_best, "ratio": our_best / their_best,
        "ours_cpu_ms_mean_together": together, "cosine_min": min(float(np.dot(a, b)) for a, b in zip(mine, vectors))}, indent=2))


if __name__ == "__main__":
    main()
