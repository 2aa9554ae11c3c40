"""Makes the golden files of the encoder tests, by other people's code.

    python -m venv venv && venv/bin/pip install numpy safetensors tokenizers onnx onnxruntime
    venv/bin/python make_golden.py            the word pieces and the tiny model
    venv/bin/python make_golden.py FOLDER TSV  the vectors of the real model in FOLDER, for 1,000 sentences of TSV

- wordpieces.json: difficult sentences, cut by Hugging Face `tokenizers` with a small vocabulary, in four settings.
- tiny.json: a random BERT of 2 layers, 16 wide, in three shapes of configuration; its vectors by the plain reading of the
  paper below, in float64.
- sentences.i8: for each sentence 384 numbers of 8 bits, the vector of ONNX Runtime times 127 over its largest number.
- sentences.txt: the sentences (CLINC150 by Larson et al., 2019, CC BY 3.0), one a line.
"""
import json, math, os, sys
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
VOCABULARY = """[PAD] [UNK] [CLS] [SEP] [MASK] the of and a in is it how what s t don you your to i want on my card honey
sweet banana apple fruit sugar gl ##yc ##emic ##emi ##c index blood ##s ##ing ##ed ##er un ##aff ##able want ##ted run
cafe caf ##é é ##e résumé resume Resume naive über uber ##ber ü u straße strasse str ##ass ##aß ##e istanbul ı i̇ Hello hello world ##world
中 国 人 日 本 語 日本 ##本 привет мир при ##вет Привет йод иод й и ##од ﬁ fi ##nd ﬁnd find ##ﬁ ½ 1 2 3 12 ##3 ##34 2024 . , ! ? ' " - — – “ ” ’ ( ) [ ] / : ; @ # $ % & * + < = > ^ _ ` { | } ~ ¿ ¡ 、 。
http https www example com q x y z ##x ##y ##z ##http ab ##cd ##ab abcd 👍 ##👍 🏽 한 국 한국 ᄒ ᅡ ᆫ ##ᅡ ##ᆫ नम ##स ##ते α β ω σ ς ##ς ##σ ο δ ##δ ##ο
word ##word longest ##longest a ##a nul lnul null""".split()

SENTENCES = [
    "How sweet is honey?", "I don't want it on my card.", "unaffable wanted running", "The glycemic index, of bananas!",
    "Café CAFÉ Cafe\u0301 café", "Résumé resume\u0301 RESUME Hello", "naïve über straße STRASSE STRAẞE", "İstanbul ISTANBUL ıstanbul",
    "中国人 hello中world 日本語", "日本、国。", "Привет, мир! йод ЙОД", "ﬁnd ﬁ find", "½ cup 12334 2024 1,2", "https://www.example.com/q?x=1&y=2#z",
    "a@b.com #hash $12 50% <tag> {x} [y] ^_^ `~|", "tab\tnew\nline\rreturn", "nul\x00l \x01bell\x07 del\x7f", "zero\u200bwidth \u200djoin soft\u00adhyphen \ufeffbom",
    "no\u00a0break\u2003em\u3000ideographic\u2028line\u0085nel", "“quoted” — dash – it’s ‘so’ «ok»", "¿Qué? ¡Sí!", "👍 👍🏽 hello👍", "한국 한국어", "नमस्ते",
    "Σίσυφος ΟΔΟΣ οδός", "a" * 100, "a" * 101, "wordwordword longestlongest", "xyzzy unknownish qqq", "", "   ", "\x00", "\ufffd bad \ufffd", "\ue000private\uf8ff use",
    "[CLS]x", "don''t '' \"\"", "a\u0300\u0301\u0302b q\u0323\u0307", "\U00020000\u3400\uf900\U0002f800x", "A\u030angstro\u0308m", "x\u20acy \u00a3 \u00a7 \u00b6 \u00d7",
    "abcd ab cd abcdcd", "\u1e9b\u0323 \u212b \u2126", "\u0378x", "e\u0301\u200de", "ǅ ǆ Ǆ", "\U0001f468\u200d\U0001f469", "\u0130\u0049\u0131\u0069",
]


def wordpieces():
    from tokenizers import BertWordPieceTokenizer

    seen = list(dict.fromkeys(VOCABULARY))
    cases = []
    for lower, strip, chinese in [(True, None, True), (False, False, True), (True, False, True), (False, True, False)]:
        tokenizer = BertWordPieceTokenizer(
            vocab={piece: number for number, piece in enumerate(seen)}, lowercase=lower, strip_accents=strip, handle_chinese_chars=chinese)
        cases.append({
            "lowercases": lower, "stripsAccents": lower if strip is None else strip, "splitsIdeographs": chinese,
            "pieces": [tokenizer.encode(s, add_special_tokens=False).ids for s in SENTENCES]})
    # The names of special pieces are cut like any text here; `tokenizers` would take them for the pieces themselves.
    keep = [i for i, s in enumerate(SENTENCES) if "[CLS]" not in s]
    for case in cases:
        case["pieces"] = [case["pieces"][i] for i in keep]
    with open(f"{HERE}/wordpieces.json", "w") as file:
        json.dump({"vocabulary": seen, "sentences": [SENTENCES[i] for i in keep], "cases": cases}, file)


def bert(w, config, ids):
    """Devlin et al. (2019), one sentence, written out: what its tokens are before the first layer and after each."""
    hidden, heads, eps = config["hidden_size"], config["num_attention_heads"], config["layer_norm_eps"]
    width = hidden // heads
    erf = np.vectorize(math.erf)

    def norm(x, name):
        mean, var = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        return (x - mean) / np.sqrt(var + eps) * w[name + ".weight"] + w[name + ".bias"]

    def linear(x, name):
        return x @ w[name + ".weight"].T + w[name + ".bias"]

    x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: len(ids)]
    x = norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    states = [x]
    for number in range(config["num_hidden_layers"]):
        layer = f"encoder.layer.{number}."
        q, k, v = (linear(x, f"{layer}attention.self.{name}") for name in ("query", "key", "value"))
        context = np.zeros_like(x)
        for head in range(heads):
            part = slice(head * width, (head + 1) * width)
            scores = q[:, part] @ k[:, part].T / math.sqrt(width)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            context[:, part] = scores / scores.sum(-1, keepdims=True) @ v[:, part]
        x = norm(linear(context, layer + "attention.output.dense") + x, layer + "attention.output.LayerNorm")
        inner = linear(x, layer + "intermediate.dense")
        inner = np.maximum(inner, 0) if config["hidden_act"] == "relu" else inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
        x = norm(linear(inner, layer + "output.dense") + x, layer + "output.LayerNorm")
        states.append(x)
    return states


def unit(vector):
    return vector / np.linalg.norm(vector)


def sentence(states, pooling):
    return unit(states[0] if pooling == "cls" else states.mean(0))


def rounded(vector):
    return [round(float(number), 9) for number in vector]


def splitmix(seed):
    """The very numbers that the test makes the weights from."""
    mask = (1 << 64) - 1
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield ((z ^ (z >> 31)) >> 40) / 2**23 - 1


def tiny():
    cases = []
    for seed, heads, act, pooling in [(1, 2, "gelu", "mean"), (2, 1, "relu", "cls"), (3, 4, "gelu", "mean")]:
        hidden, inner, vocabulary, positions, layers = (16, 40, 12, 20, 2) if seed < 3 else (20, 24, 12, 20, 2)
        shapes = {"embeddings.word_embeddings": [vocabulary, hidden], "embeddings.position_embeddings": [positions, hidden],
                  "embeddings.token_type_embeddings": [2, hidden], "embeddings.LayerNorm": [hidden]}
        for number in range(layers):
            layer = f"encoder.layer.{number}."
            for name in ("query", "key", "value"):
                shapes[f"{layer}attention.self.{name}"] = [hidden, hidden]
            shapes[layer + "attention.output.dense"] = [hidden, hidden]
            shapes[layer + "attention.output.LayerNorm"] = [hidden]
            shapes[layer + "intermediate.dense"] = [inner, hidden]
            shapes[layer + "output.dense"] = [hidden, inner]
            shapes[layer + "output.LayerNorm"] = [hidden]
        numbers, w = splitmix(seed), {}
        for name in sorted(shapes):
            shape = shapes[name]
            w[name + ".weight"] = np.array([next(numbers) for _ in range(int(np.prod(shape)))]).reshape(shape)
            if "_embeddings" not in name:
                w[name + ".bias"] = np.array([next(numbers) for _ in range(shape[0])])
        config = {"model_type": "bert", "num_hidden_layers": layers, "num_attention_heads": heads, "hidden_size": hidden,
                  "intermediate_size": inner, "vocab_size": vocabulary, "max_position_embeddings": positions,
                  "type_vocab_size": 2, "layer_norm_eps": 1e-12, "hidden_act": act}
        sentences = [[2, 3], [2, 5, 3], [2, 4, 6, 7, 8, 9, 10, 11, 3], [2] + [4 + n % 8 for n in range(18)] + [3]]
        states = [bert(w, config, ids) for ids in sentences]
        pieces = [bert(w, config, [2, piece, 3]) for piece in range(vocabulary)]
        cases.append({"seed": seed, "config": config, "pooling": pooling, "shapes": shapes, "sentences": sentences,
                      "vectors": [rounded(sentence(s[layers], pooling)) for s in states],
                      "two_layers": [
                          rounded(unit(sentence(s[layers], pooling) + 0.7 * sentence(s[layers * 2 // 3], pooling))) for s in states],
                      "pieces": [rounded(np.concatenate([s[layers][1], s[0][1]])) for s in pieces]})
    with open(f"{HERE}/tiny.json", "w") as file:
        json.dump(cases, file)


def real(folder, tsv):
    import onnxruntime
    from tokenizers import BertWordPieceTokenizer

    sys.path.insert(0, f"{HERE}/../../../Benchmarks")
    from encoder_peer import graph

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(graph(folder), options, providers=["CPUExecutionProvider"])
    tokenizer = BertWordPieceTokenizer(f"{folder}/vocab.txt", lowercase=True)
    rows = [line.split("\t")[0] for line in open(tsv, encoding="utf-8").read().splitlines()]
    step = len(rows) / 1000
    sentences = [rows[int(number * step)] for number in range(1000)]
    vectors = [session.run(None, {"ids": np.array([tokenizer.encode(s).ids], np.int64)})[0][0] for s in sentences]
    scaled = [np.rint(v / np.abs(v).max() * 127).astype(np.int8) for v in vectors]
    with open(f"{HERE}/sentences.i8", "wb") as file:
        file.write(np.array(scaled).tobytes())
    with open(f"{HERE}/sentences.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(sentences) + "\n")


if len(sys.argv) == 3:
    real(*sys.argv[1:])
else:
    wordpieces()
    tiny()
