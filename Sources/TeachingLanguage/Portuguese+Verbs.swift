extension Portuguese {
  static let verbTable = RomanceVerbs(infinitives, conjugate: conjugate) { verb in
    let one =
      irregularSubjunctive[verb]
      ?? (verb.hasSuffix("zar") ? verb.dropLast(2) + "e" : RomanceVerbs.subjunctive(of: verb, from: first(of: verb)))
    return (one, one == "dê" ? "deem" : one + "m")
  }

  private static let irregularSubjunctive = [
    "ser": "seja", "estar": "esteja", "dar": "dê", "ir": "vá", "haver": "haja", "saber": "saiba", "querer": "queira",
  ]

  static func conjugate(_ verb: String, _ form: VerbForm) -> String {
    switch form {
    case .base: verb
    case .third: third(of: verb)
    case .many: many(of: third(of: verb))
    case .first: first(of: verb)
    }
  }

  private static func third(of verb: String) -> String {
    if let irregular = irregularThird[verb] { return irregular }
    func with(_ ending: String, _ dropped: Int) -> String { verb.dropLast(dropped) + ending }
    if verb.hasSuffix("pôr") || verb.hasSuffix("por") { return with("põe", 3) }
    if verb.hasSuffix("uzir") { return with("z", 3) }
    if verb.hasSuffix("azer") { return with("z", 3) }
    if verb.hasSuffix("air") || verb.hasSuffix("uir"), !verb.hasSuffix("guir") { return with("i", 2) }
    if verb.hasSuffix("oer") { return with("ói", 3) }
    if verb.hasSuffix("ear") { return with("eia", 3) }
    if verb.hasSuffix("ter"), tenerLike.contains(verb) { return with("ém", 2) }
    if verb.hasSuffix("vir"), verb != "servir" { return with("vém", 3) }
    return verb.hasSuffix("ar") ? with("a", 2) : with("e", 2)
  }

  private static func many(of third: String) -> String {
    switch third {
    case "é": return "são"
    case "está": return "estão"
    case "tem": return "têm"
    case "vem": return "vêm"
    case "vai": return "vão"
    case "dá": return "dão"
    case "há": return "há"
    case "constrói", "destrói", "mói", "dói", "rói", "corrói": return third.dropLast(2) + "oem"
    default: break
    }
    if third.hasSuffix("ém") { return third.dropLast(2) + "êm" }
    if third.hasSuffix("põe") { return third + "m" }
    if third.hasSuffix("ê") { return third.dropLast() + "eem" }
    if third.hasSuffix("i") || third.hasSuffix("z") || third.hasSuffix("r") { return third + "em" }
    return third + "m"
  }

  private static func first(of verb: String) -> String {
    if let irregular = irregularFirst[verb] { return irregular }
    func with(_ ending: String, _ dropped: Int) -> String { verb.dropLast(dropped) + ending }
    if verb.hasSuffix("cer") { return with("ço", 3) }
    if verb.hasSuffix("ger") || verb.hasSuffix("gir") { return with("jo", 3) }
    if verb.hasSuffix("guir") { return with("go", 4) }
    if verb.hasSuffix("por") || verb.hasSuffix("pôr") { return with("ponho", 3) }
    if tenerLike.contains(verb) { return with("enho", 2) }
    if verb.hasSuffix("ear") { return with("eio", 3) }
    return with("o", 2)
  }

  private static let tenerLike: Set<String> = ["manter", "obter", "deter", "reter", "conter", "suster"]

  private static let irregularThird = [
    "ser": "é", "estar": "está", "ter": "tem", "vir": "vem", "ir": "vai", "dar": "dá", "ver": "vê", "prever": "prevê", "ler": "lê",
    "crer": "crê", "dizer": "diz", "querer": "quer", "requerer": "requer", "haver": "há", "construir": "constrói", "destruir": "destrói",
    "subir": "sobe", "consumir": "consome", "fugir": "foge", "cuspir": "cospe", "sumir": "some", "prevenir": "previne",
    "agredir": "agride", "progredir": "progride", "proibir": "proíbe", "reunir": "reúne", "odiar": "odeia", "mediar": "medeia",
    "ansiar": "anseia", "incendiar": "incendeia", "saudar": "saúda", "remediar": "remedeia", "prover": "provê", "rever": "revê",
    "contradizer": "contradiz", "predizer": "prediz", "conter": "contém",
  ]

  private static let irregularFirst = [
    "ser": "sou", "estar": "estou", "ter": "tenho", "vir": "venho", "ir": "vou", "dar": "dou", "ver": "vejo", "ler": "leio",
    "dizer": "digo", "fazer": "faço", "trazer": "trago", "querer": "quero", "poder": "posso", "saber": "sei", "perder": "perco",
    "sair": "saio", "cair": "caio", "dormir": "durmo", "sentir": "sinto", "seguir": "sigo", "conseguir": "consigo", "servir": "sirvo",
    "preferir": "prefiro", "ingerir": "ingiro", "medir": "meço", "pedir": "peço", "ouvir": "ouço", "cobrir": "cubro", "tossir": "tusso",
    "crer": "creio", "haver": "hei", "vestir": "visto", "requerer": "requeiro", "satisfazer": "satisfaço", "valer": "valho",
    "prevenir": "previno",
  ]

  /// In the order of the alphabet within each conjugation.
  static let infinitives: Set<String> = Set(
    """
    acordar adormecer levantar deitar jantar almoçar lanchar fumar pesar urinar espirrar renovar assinar instalar reiniciar atualizar jejuar esperar
    treinar exercitar andar cantar caminhar chorar desmaiar engordar emagrecer flutuar hibernar ladrar latir migrar miar nadar rastejar saltar sangrar vomitar
    voar
    abordar acompanhar aconselhar acelerar aceitar acumular adicionar administrar afetar afectar agravar ajudar alimentar aliviar alterar
    amar analisar apoiar aplicar aprovar armazenar assegurar associar atacar atrasar atuar aumentar autorizar avaliar baixar
    bloquear buscar calcular cancelar causar citar coagular combinar começar compensar comprar concentrar contar continuar
    contaminar controlar criar cuidar culpar cultivar curar custar danificar dar decorar deixar desenhar desencadear
    diagnosticar disparar dosar durar elevar eliminar empregar encontrar ensinar entregar envolver equilibrar
    escutar espalhar estar estimular estudar evitar exacerbar exportar facilitar fechar filtrar financiar formar fundar ganhar gastar
    gerar governar guardar habitar hidratar imitar implementar importar incentivar indicar infetar infectar iniciar integrar
    intensificar interpretar investigar irritar juntar lançar lavar levar libertar liberar ligar limitar limpar
    listar mandar mastigar matar melhorar misturar modificar monitorizar monitorar morar mostrar mudar namorar
    necessitar normalizar notar ocupar odiar operar organizar orientar originar pagar parar participar passar pegar piorar plantar
    potenciar potencializar praticar precisar prejudicar preparar preservar processar procurar projetar prolongar provocar publicar quebrar
    queimar realizar reativar recomendar recuperar reforçar regular regularizar regulamentar relaxar representar respeitar respirar
    restaurar retardar rodear sabotar salvar secretar segurar separar significar simular sintetizar soltar superar suportar
    tardar testar tirar tocar tolerar tomar torrar trabalhar transformar transportar tratar trocar usar utilizar vacinar variar visitar
    ativar desativar acionar acarretar adoçar alcançar ampliar apresentar armar arrefecer arruinar atenuar baralhar carregar
    cobrar combater comentar confirmar congelar conservar considerar consultar cortar cozinhar degradar demorar denunciar derrubar
    descansar desidratar despertar destinar detectar detetar dispensar dominar enfraquecer enviar escolher espantar estabilizar evidenciar
    evocar explicar explorar expulsar fabricar favorecer fixar flutuar gostar hospedar ignorar
    absorver acontecer adoecer agradecer amolecer apodrecer aquecer arder aparecer aprender beber bater caber chover coser colher comer
    compreender conceder conhecer conter converter correr corresponder corroer crer crescer decorrer defender depender
    desaparecer descer desenvolver deter dever devolver dissolver dizer doer eleger empobrecer endurecer enriquecer entender
    envelhecer escrever esquecer estabelecer exceder exercer fazer florescer fornecer fortalecer haver intervir ler manter merecer mexer mover
    nascer obedecer obter ocorrer oferecer padecer parecer perceber perder permanecer pertencer poder preceder preencher prender prever
    promover proteger prover querer receber reconhecer recolher reler remover render repreender requerer resolver responder reter reverter roer
    saber satisfazer ser sobreviver socorrer sofrer suceder surpreender tecer ter torcer trazer valer vencer vender ver viver volver suster
    abrir admitir adquirir agredir agir aplaudir assistir atingir atrair atribuir cair coexistir cobrir competir concluir conduzir
    confundir conseguir consistir constituir construir consumir contrair contribuir convir corrigir cumprir deduzir definir
    descobrir destruir difundir digerir diluir diminuir dirigir discutir distinguir distrair distribuir dividir divergir dormir emitir
    engolir evoluir excluir exibir exigir existir expandir expelir explodir extinguir extrair ferir fingir fluir fugir fundir garantir gerir
    impedir incluir induzir infligir influir ingerir inibir inserir insistir instituir instruir interagir interferir introduzir invadir
    investir ir medir mentir nutrir obstruir ouvir partir pedir permitir perseguir persistir possuir preferir prevenir presidir produzir
    progredir proibir provir punir reagir redigir reduzir referir refletir reproduzir residir resistir restringir resumir reunir
    sair seguir sentir servir subir subsistir substituir sugerir surgir suprimir tossir traduzir transferir transgredir
    transmitir unir usufruir vestir vir compor dispor expor impor opor pôr propor supor decompor contradizer predizer rever
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )
}
