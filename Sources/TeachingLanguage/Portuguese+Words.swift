extension Portuguese {
  private static func words(_ list: String) -> Set<String> { Set(list.split(whereSeparator: \.isWhitespace).map(String.init)) }

  static let singularByIrregular: [String: String] = Dictionary(uniqueKeysWithValues: irregulars.map { ($0.1, $0.0) })
  static let pluralByIrregular: [String: String] = Dictionary(uniqueKeysWithValues: irregulars)

  private static let irregulars = [
    ("pão", "pães"), ("cão", "cães"), ("alemão", "alemães"), ("capitão", "capitães"), ("mão", "mãos"), ("irmão", "irmãos"),
    ("grão", "grãos"), ("órgão", "órgãos"), ("cidadão", "cidadãos"), ("são", "sãos"), ("bênção", "bênçãos"), ("mês", "meses"),
    ("país", "países"), ("gás", "gases"), ("mal", "males"), ("mel", "méis"), ("nível", "níveis"), ("móvel", "móveis"),
    ("possível", "possíveis"), ("sal", "sais"), ("anel", "anéis"), ("papel", "papéis"), ("sol", "sóis"), ("nó", "nós"),
    ("hífen", "hífenes"), ("chá", "chás"), ("pá", "pás"), ("má", "más"), ("gel", "géis"), ("túnel", "túneis"), ("hotel", "hotéis"),
    ("pólen", "pólenes"), ("abdómen", "abdómenes"), ("abdômen", "abdômenes"), ("deus", "deuses"), ("bom", "bons"), ("fim", "fins"),
    ("cor", "cores"), ("flor", "flores"), ("dor", "dores"), ("mau", "maus"), ("cru", "crus"), ("nu", "nus"), ("vez", "vezes"),
    ("álcool", "álcoois"), ("combustível", "combustíveis"), ("pai", "pais"), ("rei", "reis"), ("lei", "leis"), ("boi", "bois"),
    ("cereal", "cereais"), ("igual", "iguais"), ("gravidez", "gravidezes"),
  ]

  static let nounsInIL = words(
    """
    fácil difícil útil inútil frágil ágil dócil fértil estéril réptil projétil portátil débil hábil têxtil versátil volátil versátil
    """)

  static let nounsInRE = words("árvore febre torre padre madre sobre pobre nobre cobre livre hambre massacre lugre genre alegre")
  static let nounsInSE = words(
    "tese hipótese síntese prótese diurese catequese gênese génese fotossíntese biossíntese parêntese ascese")

  static let singularsInS = words(
    """
    lápis vírus ônibus atlas pires ténis tênis herpes menos mais três seis dois mas simples diabetes óculos grátis
    depois antes apenas através atrás aliás diabetis jamais demais brócolos férias calças parabéns pêsames
    os as uns umas dos das nos nas aos às pelos pelas seus suas todos todas cujos cujas estes estas esses essas eles elas ambos ambas
    """)

  /// That end otherwise than by rule.
  static let participles = words(
    "feito escrito dito visto posto composto aberto coberto descoberto pago gasto ganho expresso impresso preso morto entregue aceite aceito"
  )

  static let feminineNouns = words(
    """
    mão carne fome sede febre noite tarde parte chave couve gripe tosse pele dose base fase classe mente fonte ponte rede saúde dor cor
    flor luz raiz noz voz vez paz cruz colher mulher ordem nuvem água cal diabetes foto moto tribo lente gente morte sorte
    semente corrente mente neve nave ave análise crise síntese hipótese prótese tese série espécie superfície planície quantidade
    HbA1c chance clave creche elite estirpe faringe laringe falange greve hélice hipófise matriz
    catástrofe prole psique ureia vitamina mãe maçã manhã irmã romã avelã hortelã lã internet web app síndrome síndroma
    classe interface vontade psicose fé maré chaminé sé ré avó refeição tensão pressão gravidez via fome variante constante
    """)

  static let masculineNouns = words(
    """
    dia mapa clima planeta sofá chá guaraná maná pijama cometa poeta atleta fantasma coma plasma eczema diploma idioma aroma sintoma
    problema sistema tema lema esquema grama quilograma miligrama micrograma programa telegrama drama diagrama cinema enema edema
    cha cacau pâncreas coração pão feijão limão pulmão melão mamão cartão botão avião grão chão verão algodão requeijão salmão
    camarão macarrão órgão trovão leão cão irmão tubarão padrão patrão fogão sabão carvão portão balcão clube gengibre arroz
    gás ananás abacaxi vírus câncer cancro açúcar álcool leite tomate chocolate iogurte abacate peixe polvo mel sal óleo
    paladar alarme alcance antraz cuscuz capuz juiz nariz xadrez inglês francês português espanhol mês rim pudim
    jasmim alecrim amendoim atum jejum fim som dom bem homem jovem item pólen abdómen abdômen hífen delírio  
    limite apetite palpite convite azeite leite requisito deleite enfeite satélite meteorito
    diabetólogo dentista analista artista especialista nutricionista motorista paciente doente cliente
    """)

  static let masculineByFeminine = Dictionary(uniqueKeysWithValues: genders.map { ($0.1, $0.0) })
  static let feminineByMasculine = Dictionary(uniqueKeysWithValues: genders)

  private static let genders = [
    ("bom", "boa"), ("mau", "má"), ("cru", "crua"), ("nu", "nua"), ("são", "sã"), ("alemão", "alemã"), ("europeu", "europeia"),
    ("ateu", "ateia"), ("judeu", "judia"), ("cristão", "cristã"), ("espanhol", "espanhola"), ("maior", "maior"), ("menor", "menor"),
    ("superior", "superior"), ("inferior", "inferior"), ("obeso", "obesa"), ("coeso", "coesa"),
  ].filter { $0.0 != $0.1 }

  static let adjectives = words(
    """
    bom mau saudável insalubre doce azedo amargo salgado picante cru maduro verde fresco seco molhado quente frio morno grande pequeno
    longo curto alto baixo médio jovem velho novo antigo vermelho azul amarelo laranja branco preto castanho marrom rosa roxo cinzento
    cinza seguro inseguro perigoso legal ilegal vegano vegetariano biológico orgânico rico pobre forte fraco duro mole macio pesado leve
    rápido lento barato caro livre ocupado aberto fechado cheio vazio verdadeiro falso certo errado doente redondo gentil feliz triste
    inteligente áspero comum raro normal anormal diabético alérgico obeso adequado inadequado proibido bonito feio perecível
    sazonal inteiro integral simples magro gordo crocante suave agudo crónico crônico adulto vivo morto gostoso nutritivo processado
    desnutrido anémico anêmico hipertenso desidratado
    completo incompleto justo robusto
    frito cozido assado grelhado seco enlatado congelado tóxico comestível sólido líquido liso limpo sujo largo estreito grosso
    fino nulo válido inválido equilibrado sumarento suculento gorduroso oleoso tropical disponível permitido pronto
    suspeito testado autorizado são nu português espanhol inglês alemão francês brasileiro europeu útil inútil fácil difícil possível
    impossível ultraprocessado açucarado refinado caseiro industrial natural artificial vegetal caloriférico calórico proteico
    peludo quieto calmo redondo profundo raso claro escuro forte eficaz ineficaz essencial estéril fértil potável magro refrigerado
    desnatado pasteurizado fermentado moreno loiro solteiro casado ativo inativo idoso maligno benigno grátis gratuito obrigatório
    opcional contagioso hereditário maior menor infeliz cansado zangado esfomeado faminto
    """)

  static let nounsLikeQualities = words(
    """
    gado mercado estado resultado lado fado cuidado significado pecado soldado advogado deputado empregado feriado comida bebida
    medida vida ferida corrida saída subida descida partida salada limonada estrada entrada camada tonelada marmelada espada fada
    fígado pescado bacalhau tecido sentido pedido partido ruído óxido peróxido comprimido apelido marido ouvido
    clínica música fábrica política matemática física química botânica medicina médico técnico mecânico medicamento tráfico tópico
    hospital animal mineral cereal metal canal jornal quintal natal sinal festival casal cristal pontapé
    jornal capital rival arsenal manancial ritual sal mal postal portal paciente doente cliente ambiente nutriente ingrediente
    agente acidente componente recipiente continente presidente gerente parente dente pente lente gente mente semente corrente
    restaurante planta elefante gigante purgante estudante habitante fabricante comerciante viajante antioxidante refrigerante
    corante conservante adoçante fertilizante variante constante diamante instante amante montante
    motivo arquivo objetivo adjetivo aditivo cultivo preservativo laxativo salário aniversário dicionário horário armário calendário
    comentário funcionário formulário diário veterinário bibliotecário cenário açúcar lugar mulher colher mar par ar lar bar altar
    pilar exemplar dólar jantar andar celular hectare polegar paladar calcanhar olhar manjar caviar néctar pomar luar radar
    hangar bazar açucar auxiliar titular familiar escolar militar singular dever poder prazer saber ser talher caráter carácter
    alimento suplemento aumento tratamento momento documento argumento cimento fermento pimento instrumento elemento departamento
    apartamento medicamento movimento pagamento sofrimento rendimento vento cento talento evento assento acento
    dinheiro janeiro fevereiro enfermeiro banheiro cozinheiro padeiro pedreiro engenheiro brigadeiro tempero cordeiro
    carneiro chuveiro fevereiro roteiro veneno terreno pequeno-almoço feno xileno polietileno oxigénio hidrogénio morfeno
    leitor doutor vendedor trabalhador consumidor computador fornecedor jogador professor servidor roteador produtor moderador
    índice farinha açorda dor cor flor valor calor amor odor sabor tumor motor setor autor diretor pudor fator teor
    causa toma cura dieta conta compra planta troca mata marca doença mostra prova renda venda ajuda dúvida
    elixir nadir porvir faquir emir souvenir caça
    café pé fé chaminé maré bebé bebê purê puré
    """)

  static let everydayWords = words(
    """
    a o os as um uma de da do das dos em na no nas nos por para com sem sobre entre até desde e ou mas porque que se como quando onde
    quem qual quais quanto quanta quantos quantas não sim também já ainda só mais menos muito pouco bem mal hoje ontem amanhã aqui ali
    lá isto isso aquilo este esta esse essa ele ela eles elas eu tu você nós vocês me te lhe nos meu minha teu tua seu sua nosso nossa
    é são está estão foi eram era tem têm há ter ser estar fazer faz pode podem deve devem quero quer posso preciso gosto sei sabe
    acho diga diz obrigado obrigada olá oi bom boa dia tarde noite favor ajuda pergunta resposta coisa coisas pessoa pessoas tempo
    vez vezes ano anos mês semana hora casa comida água comer beber tomar ver dar ir vir
    """)
}
