/// Spanish of Spain and of America.
extension PhraseBook {
  static let spanish = PhraseBook(
    language: "es", openings: ["pero", "y", "entonces", "no", "ok", "bueno", "pues", "hum", "bien"],
    why: [
      "por qué", "porqué", "por que", "por qué no", "por qué es así", "por qué eso", "y por qué", "cómo así", "cómo lo sabe",
      "cómo lo sabes",
      "cómo sabe eso", "cómo sabes eso", "por qué dice eso", "por qué dices eso", "por qué lo dice", "por qué lo dices", "quién lo dice",
      "quién dice eso", "quién dice", "quién lo dijo", "quién dijo eso", "quién te lo dijo", "quién se lo dijo", "quién te lo enseñó",
      "quién se lo enseñó", "quién enseñó eso", "quién lo enseñó", "de dónde sale eso", "cuál es la fuente", "la fuente", "fuente",
      "explique", "explica", "explíquelo", "explícalo", "explique por qué", "explica por qué", "está seguro", "está segura", "estás seguro",
      "estás segura",
    ],
    wrong: [
      "mal", "está mal", "eso está mal", "esto está mal", "incorrecto", "eso es incorrecto", "es incorrecto", "eso no está bien",
      "no está bien", "eso no es verdad", "no es verdad", "eso no es cierto", "no es cierto", "no es correcto", "eso no es correcto",
      "eso es falso", "es falso", "falso", "se equivoca", "te equivocas", "está equivocado", "estás equivocado", "no es así",
      "no es lo que pregunté", "no es eso lo que pregunté", "eso no es lo que pregunté", "no era eso", "está errado",
    ],
    followUps: [
      ["y", "qué", "hay", "de"], ["y", "qué", "tal"], ["y", "qué", "pasa", "con"], ["qué", "hay", "de"], ["qué", "tal"],
      ["y", "en", "cuanto", "a"], ["y", "cuánto"], ["y", "para"], ["y", "de"], ["y", "del"], ["y", "en"], ["y", "con"], ["y", "si", "es"],
      ["y"],
    ],
    ordinals: [
      ["1", "primero", "primera", "primer", "a"], ["2", "segundo", "segunda", "b"], ["3", "tercero", "tercera", "tercer", "c"],
      ["4", "cuarto", "cuarta", "d"], ["5", "quinto", "quinta", "e"],
    ],
    fillers: [
      "el", "la", "los", "las", "lo", "un", "una", "unos", "unas", "para", "de", "del", "en", "con", "por", "favor", "entonces", "mi", "al",
      "a",
    ],
    pointers: ["eso", "esto", "él", "ella", "ellos", "ellas", "ese", "esa", "este", "esta", "lo"],
    forWhom: ["para"],
    determiners: ["el", "la", "los", "las", "un", "una", "mi", "su", "nuestro", "nuestra", "este", "esta", "ese", "esa"],
    askings: [
      ["cómo", "puedo"], ["cómo", "podemos"], ["cómo", "debo"], ["cómo", "se"], ["cómo", "hago", "para"], ["cómo"],
      ["qué", "hago", "para"], ["qué", "debo", "hacer", "para"], ["necesito"], ["quiero"], ["ayúdeme", "a"], ["ayúdame", "a"],
      ["por", "favor"],
    ],
    replies: [
      (.yes, ["sí", "si", "lo es", "está", "sí está", "sí lo es", "correcto", "exacto", "cierto", "claro", "así es", "verdad"]),
      (.no, ["no", "no lo es", "no está", "todavía no", "aún no", "no no está"]),
      (
        .next,
        [
          "siguiente", "hecho", "listo", "lista", "ya", "ya está", "ya lo hice", "ok", "okay", "continúe", "continúa", "continuar", "sigue",
          "siga", "y luego", "y ahora", "luego", "después", "terminé", "vale", "de acuerdo", "está bien",
        ]
      ),
      (.stop, ["parar", "pare", "para", "detente", "deténgase", "cancelar", "cancela", "cancele", "salir", "basta", "olvídalo", "déjalo"]),
    ])
}
