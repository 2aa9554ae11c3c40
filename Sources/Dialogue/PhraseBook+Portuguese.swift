/// Portuguese of Europe and of Brazil.
extension PhraseBook {
  static let portuguese = PhraseBook(
    language: "pt", openings: ["mas", "e", "então", "não", "ok", "por favor", "bem", "hum", "pois"],
    why: [
      "porquê", "por quê", "porque", "por que", "por que não", "porque não", "porquê isso", "por que isso", "porque é que é assim",
      "por que é assim", "porque é assim", "e porquê", "como assim", "como é que sabes", "como é que sabe", "como sabe", "como sabe disso",
      "como você sabe", "como você sabe disso", "como sabes", "como sabes isso", "como sabe isso", "porque diz isso", "por que diz isso",
      "por que você diz isso", "quem diz isso", "quem diz", "quem o diz", "quem disse", "quem disse isso", "quem te disse",
      "quem te disse isso", "quem lhe disse isso", "quem ensinou isso", "quem te ensinou isso", "quem lhe ensinou isso",
      "quem ensinou", "de onde vem isso", "qual é a fonte", "qual a fonte", "a fonte", "fonte", "explique", "explica", "explique isso",
      "explique porquê", "explique por quê", "tem certeza", "tem a certeza", "tens a certeza", "está certo disso",
    ],
    wrong: [
      "errado", "está errado", "isso está errado", "isto está errado", "está errada", "isso é errado", "você está errado", "estás errado",
      "não está certo", "isso não está certo", "não está correto", "isso não está correto", "não é verdade", "isso não é verdade",
      "não é assim", "isso é falso", "falso", "incorreto", "isso está incorreto", "está incorreto", "não foi isso que perguntei",
      "não foi o que perguntei", "não foi isso que eu perguntei", "não era isso", "não era isso que eu queria", "não foi isso",
    ],
    followUps: [
      ["e", "quanto", "a", "o"], ["e", "quanto", "a", "a"], ["e", "quanto", "a"], ["e", "quanto", "ao"], ["e", "quanto", "à"],
      ["e", "quanto", "aos"], ["e", "quanto", "às"], ["e", "para"], ["e", "de"], ["e", "do"], ["e", "da"], ["e", "dos"], ["e", "das"],
      ["e", "em"], ["e", "no"], ["e", "na"], ["e", "nos"], ["e", "nas"], ["e", "com"], ["quanto", "ao"], ["quanto", "à"],
      ["e", "se", "for"],
      ["e"], ["ou"],
    ],
    ordinals: [
      ["1", "primeiro", "primeira", "a"], ["2", "segundo", "segunda", "b"], ["3", "terceiro", "terceira", "c"],
      ["4", "quarto", "quarta", "d"], ["5", "quinto", "quinta", "e"],
    ],
    fillers: [
      "o", "a", "os", "as", "um", "uma", "uns", "umas", "para", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas", "com",
      "por", "favor", "então", "meu", "minha",
    ],
    pointers: ["isso", "isto", "ele", "ela", "eles", "elas", "esse", "essa", "este", "esta"],
    forWhom: ["para"],
    determiners: [
      "o", "a", "os", "as", "um", "uma", "meu", "minha", "seu", "sua", "nosso", "nossa", "este", "esta", "esse", "essa",
    ],
    askings: [
      ["como", "é", "que", "eu"], ["como", "é", "que"], ["como", "posso"], ["como", "podemos"], ["como", "devo"], ["como", "eu"],
      ["como", "se"], ["como"], ["o", "que", "faço", "para"], ["o", "que", "devo", "fazer", "para"], ["preciso", "de"], ["preciso"],
      ["quero"], ["ajude", "me", "a"], ["ajuda", "me", "a"], ["me", "ajude", "a"], ["por", "favor"],
    ],
    replies: [
      (.yes, ["sim", "é", "está", "sim está", "sim é", "certo", "correto", "exato", "isso", "claro", "verdade"]),
      (.no, ["não", "não é", "não está", "ainda não", "não não está", "negativo"]),
      (
        .next,
        [
          "próximo", "próxima", "seguinte", "feito", "pronto", "já está", "já fiz", "ok", "okay", "continue", "continua", "continuar",
          "e depois", "e agora", "depois", "avançar", "terminei", "está feito", "está bem", "tudo bem",
        ]
      ),
      (
        .stop, ["parar", "pare", "para", "pára", "cancelar", "cancele", "cancela", "sair", "chega", "esqueça", "esquece", "deixa", "deixe"]
      ),
    ])
}
