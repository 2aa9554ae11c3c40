extension Spanish {
  static let verbTable = RomanceVerbs(infinitives, conjugate: conjugate) { verb in
    let one = irregularSubjunctive[verb] ?? RomanceVerbs.subjunctive(of: verb, from: first(of: verb))
    return (one, one == "dé" ? "den" : one + "n")
  }

  private static let irregularSubjunctive = [
    "ser": "sea", "estar": "esté", "dar": "dé", "ir": "vaya", "haber": "haya", "saber": "sepa",
  ]

  static func conjugate(_ verb: String, _ form: VerbForm) -> String {
    switch form {
    case .base: verb
    case .third: third(of: verb)
    case .many: verb == "ser" ? "son" : third(of: verb) + "n"
    case .first: first(of: verb)
    }
  }

  private static func third(of verb: String) -> String {
    if let irregular = irregularThird[verb] { return irregular }
    func with(_ ending: String, _ dropped: Int) -> String { verb.dropLast(dropped) + ending }
    if verb.hasSuffix("tener") || verb.hasSuffix("venir") { return verb.dropLast(4) + "iene" }
    if verb.hasSuffix("poner") { return with("e", 2) }
    if verb.hasSuffix("uir"), !verb.hasSuffix("guir") { return with("ye", 2) }
    if verb.hasSuffix("iar"), accentedI.contains(verb) { return with("ía", 3) }
    if verb.hasSuffix("uar"), !verb.hasSuffix("guar") { return with("úa", 3) }
    for (stem, bent) in bentStems where verb.dropLast(2).hasSuffix(stem) && bentVerbs.contains(verb) {
      return verb.dropLast(2 + stem.count) + bent + (verb.hasSuffix("ar") ? "a" : "e")
    }
    return verb.hasSuffix("ar") ? with("a", 2) : with("e", 2)
  }

  private static func first(of verb: String) -> String {
    if let irregular = irregularFirst[verb] { return irregular }
    func with(_ ending: String, _ dropped: Int) -> String { verb.dropLast(dropped) + ending }
    if verb.hasSuffix("tener") || verb.hasSuffix("poner") { return with("go", 2) }
    if verb.hasSuffix("venir") { return with("engo", 4) }
    if verb.hasSuffix("cer") || verb.hasSuffix("cir") { return with("zco", 3) }
    if verb.hasSuffix("ger") || verb.hasSuffix("gir") { return with("jo", 3) }
    if verb.hasSuffix("guir") { return String(third(of: verb).dropLast(2)) + "o" }
    return third(of: verb).dropLast() + "o"
  }

  private static let bentStems = [
    ("ent", "ient"), ("er", "ier"), ("ert", "iert"), ("ens", "iens"), ("end", "iend"), ("ol", "uel"), ("ort", "uert"), ("ost", "uest"),
    ("ov", "uev"), ("od", "ued"), ("olv", "uelv"), ("orm", "uerm"), ("eg", "ieg"), ("err", "ierr"), ("onstr", "uestr"), ("ostr", "uestr"),
    ("erv", "irv"), ("ed", "id"), ("eg", "ig"), ("egu", "igu"), ("ord", "uerd"), ("ont", "uent"), ("ob", "ueb"), ("ud", "ued"),
    ("ug", "ueg"), ("or", "uer"), ("orz", "uerz"), ("ez", "iez"), ("erd", "ierd"), ("ef", "ief"), ("oc", "uec"), ("est", "ist"),
  ]

  private static let bentVerbs: Set<String> = [
    "calentar", "preferir", "ingerir", "sugerir", "requerir", "querer", "interferir", "referir", "transferir",
    "convertir", "divertir", "pensar", "defender", "entender", "extender", "soler", "doler", "costar", "acostar", "mover", "promover",
    "remover", "poder", "resolver", "disolver", "volver", "devolver", "absolver", "dormir", "cerrar", "mostrar", "demostrar", "servir",
    "medir", "pedir", "impedir", "seguir", "conseguir", "perseguir", "recordar", "contar", "encontrar", "probar", "comprobar", "aprobar",
    "morir", "reforzar", "almorzar", "empezar", "comenzar", "perder", "sentir", "mentir", "vestir", "tostar", "apostar", "fregar",
    "regar", "negar", "herir", "digerir", "forzar", "soltar", "renovar", "atender", "tender", "encender",
  ]

  private static let accentedI: Set<String> = [
    "variar", "enviar", "enfriar", "guiar", "ampliar", "criar", "vaciar", "resfriar", "fotografiar",
  ]

  private static let irregularThird = [
    "ser": "es", "estar": "está", "ir": "va", "dar": "da", "ver": "ve", "prever": "prevé", "haber": "hay", "oír": "oye",
    "adquirir": "adquiere", "recomendar": "recomienda", "jugar": "juega", "oler": "huele", "prohibir": "prohíbe", "reunir": "reúne",
    "elegir": "elige", "corregir": "corrige", "reír": "ríe", "freír": "fríe", "decir": "dice", "predecir": "predice",
    "contradecir": "contradice", "cocer": "cuece", "torcer": "tuerce", "despertar": "despierta", "acertar": "acierta",
    "sembrar": "siembra", "quebrar": "quiebra", "nevar": "nieva", "helar": "hiela", "congelar": "congela", "gobernar": "gobierna",
    "rodar": "rueda", "volar": "vuela", "colgar": "cuelga", "rogar": "ruega", "consolar": "consuela", "acordar": "acuerda",
    "llover": "llueve", "morder": "muerde", "nutrir": "nutre", "prevenir": "previene", "intervenir": "interviene", "aliviar": "alivia",
    "encontrar": "encuentra", "probar": "prueba", "comprobar": "comprueba", "aprobar": "aprueba", "contar": "cuenta",
    "renovar": "renueva", "descontar": "descuenta", "comenzar": "comienza", "empezar": "empieza", "tropezar": "tropieza",
    "sustituir": "sustituye", "satisfacer": "satisface", "actuar": "actúa", "interactuar": "interactúa", "evaluar": "evalúa",
    "querer": "quiere", "adherir": "adhiere", "mantener": "mantiene", "contener": "contiene",
  ]

  private static let irregularFirst = [
    "ser": "soy", "estar": "estoy", "ir": "voy", "dar": "doy", "ver": "veo", "haber": "he", "tener": "tengo", "hacer": "hago",
    "decir": "digo", "traer": "traigo", "saber": "sé", "caer": "caigo", "salir": "salgo", "valer": "valgo", "oír": "oigo",
    "satisfacer": "satisfago", "vencer": "venzo", "ejercer": "ejerzo", "seguir": "sigo", "conseguir": "consigo", "leer": "leo",
    "venir": "vengo", "prevenir": "prevengo", "distraer": "distraigo", "extraer": "extraigo", "contraer": "contraigo", "atraer": "atraigo",
    "elegir": "elijo", "corregir": "corrijo", "cocer": "cuezo", "torcer": "tuerzo",
  ]

  static let infinitives: Set<String> = Set(
    """
    levantar fumar orinar estornudar firmar instalar reiniciar actualizar ayunar esperar entrenar desayunar cenar
    andar cantar caminar desmayar engordar adelgazar flotar hibernar ladrar maullar migrar nadar reptar saltar sangrar vomitar volar llorar
    abordar acabar acelerar aceptar acompañar aconsejar activar actuar acumular adicionar administrar afectar agotar agravar ahorrar
    aliviar alimentar almacenar alterar amar ampliar analizar aplicar apoyar apreciar aprobar asegurar asociar atacar
    atrapar aumentar autorizar ayudar bajar bloquear buscar calcular calentar calmar cambiar cancelar capturar cargar causar
    citar cobrar coagular combatir combinar comenzar compensar completar comprar comprobar concentrar congelar conservar
    considerar consultar contaminar contar continuar controlar cortar costar crear cuidar culpar cultivar curar dañar dar debilitar
    decorar dejar desactivar desarrollar desencadenar diagnosticar diseñar disparar dosificar durar echar elevar eliminar empeorar
    emplear empezar encontrar endulzar enfriar enseñar entregar entrar enviar equilibrar escuchar esperar estabilizar estar estimular
    estudiar evaluar evitar exacerbar explicar explorar exportar expresar fabricar facilitar filtrar financiar formar fundar ganar gastar
    generar gobernar guardar habitar hidratar imitar implementar importar incrementar indicar infectar iniciar integrar intensificar
    interactuar interpretar investigar irritar juntar lanzar lavar liberar ligar limitar limpiar llamar llenar llevar
    mandar masticar matar mejorar mezclar modificar monitorizar monitorear mostrar necesitar negar normalizar notar ocasionar ocupar
    odiar operar organizar orientar originar pagar parar participar pasar pegar pintar plantar potenciar practicar preparar presentar
    preservar probar procesar procurar prolongar provocar publicar quemar quitar realizar recetar recomendar recuperar
    reforzar regular regularizar reglamentar relajar renovar representar respetar respirar restaurar retardar retrasar salvar
    secretar separar significar simular sintetizar solicitar soltar soportar sudar superar tardar testar tirar tocar tolerar tomar
    trabajar tragar transformar transportar tratar usar utilizar vacunar variar visitar viajar demostrar designar detectar
    determinar dispensar dominar inhalar inyectar mitigar moderar rebajar reparar restar sumar suplementar tostar
    absorber agradecer aparecer aprender arder beber caer carecer cocer coger comer comprender conceder conocer contener convencer correr
    corresponder creer crecer deber defender depender desaparecer descender detener devolver disolver distraer doler ejercer encender
    entender envejecer establecer exceder extender favorecer florecer fortalecer haber hacer leer mantener merecer meter mover
    nacer obedecer obtener ofrecer padecer parecer perder permanecer pertenecer poder poner poseer preceder prender prever
    promover proponer proteger proveer querer reconocer recoger relacionar remover reponer requerir resolver responder
    retener romper saber satisfacer ser socorrer sostener suceder suponer temer tener torcer traer valer vencer vender ver
    volver componer descomponer disponer exponer imponer oponer extraer contraer atraer enriquecer endurecer humedecer suspender
    abrir acudir adherir admitir adquirir añadir asistir asumir atribuir combatir competir compartir concluir conducir confundir
    conseguir consistir constituir construir consumir contribuir convertir convenir corregir cubrir cumplir deducir definir
    descubrir destruir difundir digerir diluir dirigir discutir disminuir distinguir distribuir dividir dormir elegir emitir
    excluir exhibir exigir existir expandir extinguir fluir fundir hervir huir impartir impedir incluir inducir influir ingerir
    inhibir insistir instruir interferir intervenir introducir invadir invertir ir medir mentir morir nutrir obstruir ocurrir oír
    omitir partir pedir percibir permitir perseguir persistir poseer predecir preferir prevenir producir prohibir pulir recibir reducir
    referir repartir repetir reproducir residir resistir restringir resumir reunir salir seguir sentir servir subir
    subsistir sufrir sugerir suprimir sustituir traducir transferir transmitir unir venir vestir vivir contradecir decir escribir
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
