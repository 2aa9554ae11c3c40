import Lessons

/// The names that random meanings are made of, in one language.
struct RandomNames: Sendable {
  let language: String
  let things: [String]
  let kinds: [String]
  let qualities: [String]
  let properties: [String]
  /// A property that leads to other things.
  let ingredient: String
  let relations: [String]
  /// Relations that only rules about two things conclude.
  let helps: String
  let isTreatedBy: String
  let persons: [String]
  let audiences: [String]
  let questions: [String]
  let doctors: [String]
  let regions: [String]
  /// Names in quotes, free text, and what is to be done.
  let quotedNames: [String]
  let definitions: [Definition]
  let avoided: [String]
  let advised: [String]
  let tablet: String
  let procedures: Procedures
  /// What somebody must, may or should do, and what questions are about.
  let deeds: [String]
  let topics: [String]

  /// The words that procedures are made of.
  struct Procedures: Sendable {
    let goals: [String]
    let needs: [String]
    let preparations: [String]
    let actions: [String]
    let conditions: [String]
    let lastResort: String
  }

  /// Properties that have numbers.
  var measures: [String] { [properties[0], properties[2], properties[3]] }
  var goals: [String] { procedures.goals }
  var needs: [String] { procedures.needs }
  var preparations: [String] { procedures.preparations }
  var actions: [String] { procedures.actions }
  var conditions: [String] { procedures.conditions }
  var lastResort: String { procedures.lastResort }

  static let all = [english, portuguese, spanish]

  static let english = RandomNames(
    language: "en",
    things: [
      "banana", "white rice", "egg", "low-fat yogurt", "hypoglycemia", "Lisbon", "HbA1c", "onion soup", "butter, with salt",
      "type 2 diabetes",
    ],
    kinds: ["fruit", "food", "vegetable", "drink", "animal", "condition"],
    qualities: ["low-GI", "fried", "suitable", "warm-blooded", "sweet", "rich in potassium", "medium-GI"],
    properties: ["glycemic index", "GI", "protein", "price", "body weight", "capital"], ingredient: "ingredient",
    relations: ["interacts with", "reduces", "is connected to", "takes"], helps: "helps with", isTreatedBy: "is treated by",
    persons: ["takes", "reduces"], audiences: ["pregnant patient", "child", "adult"],
    questions: ["whether a food is allowed", "what the glycemic index of a food is", "how to treat low blood sugar"],
    doctors: ["doctor", "nurse"], regions: ["Brazil", "Portugal", "United Kingdom"], quotedNames: ["plátano", "the yellow one"],
    definitions: [
      Definition("hypoglycemia", kind: "condition", text: "a condition in which blood sugar is too low"),
      Definition("egg", text: "what a hen lays"), Definition("white rice", kind: "food", text: "a food that was polished"),
    ],
    avoided: ["give a number", "recommend a diet"], advised: ["ask for the age", "show the table of portions"], tablet: "tablet",
    procedures: Procedures(
      goals: ["reset the router", "measure blood pressure"], needs: ["a screwdriver", "10 minutes"], preparations: ["back up the data"],
      actions: ["Unplug it", "Wait 30 seconds", "Say \"Hello.\"", "Ask for the age", "Weigh the patient, and write it down"],
      conditions: ["there is smoke", "the light is green", "the patient faints"], lastResort: "call the nurse"),
    deeds: ["pay the rent", "see a doctor", "change their password every month", "be weighed"], topics: ["sugar", "dose"])

  static let portuguese = RandomNames(
    language: "pt",
    things: [
      "banana", "arroz branco", "ovo", "iogurte magro", "hipoglicemia", "Lisboa", "HbA1c", "sopa de cebola", "manteiga, com sal",
      "diabetes de tipo 2", "dor de cabeça", "pão",
    ],
    kinds: ["fruta", "alimento", "legume", "bebida", "animal", "condição", "produto lácteo"],
    qualities: ["saudável", "frito", "adequado", "de sangue quente", "doce", "rico em potássio", "bom", "português"],
    properties: ["índice glicémico", "IG", "proteína", "preço", "peso corporal", "capital", "teor de açúcar"], ingredient: "ingrediente",
    relations: ["interagir com", "reduzir", "estar ligado a", "tomar", "ser tratado com"], helps: "ajudar com",
    isTreatedBy: "ser causado por", persons: ["tomar", "reduzir"], audiences: ["paciente grávida", "criança", "adulto"],
    questions: ["se um alimento é permitido", "qual é o índice glicémico de um alimento", "como se trata a hipoglicemia"],
    doctors: ["médico", "enfermeiro"], regions: ["Brasil", "Portugal", "Reino Unido"], quotedNames: ["plátano", "a amarela"],
    definitions: [
      Definition("hipoglicemia", kind: "condição", text: "uma condição em que o açúcar no sangue está baixo"),
      Definition("ovo", text: "o que a galinha põe"), Definition("arroz branco", kind: "alimento", text: "um alimento que foi polido"),
    ],
    avoided: ["dê um número", "recomende uma dieta"], advised: ["pergunte a idade", "mostre a tabela de porções"], tablet: "comprimido",
    procedures: Procedures(
      goals: ["reiniciar o router", "medir a tensão arterial"], needs: ["uma chave de fendas", "10 minutos"],
      preparations: ["faça uma cópia dos dados"],
      actions: ["Desligue-o", "Espere 30 segundos", "Diga \"Olá.\"", "Pergunte a idade", "Pese o doente, e anote o peso"],
      conditions: ["houver fumo", "a luz está verde", "o doente desmaiar"], lastResort: "chame a enfermeira"),
    deeds: ["pagar a renda", "consultar um médico", "mudar a senha todos os meses", "ser pesado"], topics: ["açúcar", "dose"])

  static let spanish = RandomNames(
    language: "es",
    things: [
      "plátano", "arroz blanco", "huevo", "yogur desnatado", "hipoglucemia", "Lisboa", "HbA1c", "sopa de cebolla", "mantequilla, con sal",
      "diabetes de tipo 2", "dolor de cabeza", "pan",
    ],
    kinds: ["fruta", "alimento", "verdura", "bebida", "animal", "afección", "producto lácteo"],
    qualities: ["saludable", "frito", "apto", "de sangre caliente", "dulce", "rico en potasio", "bueno", "español"],
    properties: ["índice glucémico", "IG", "proteína", "precio", "peso corporal", "capital", "contenido de azúcar"],
    ingredient: "ingrediente",
    relations: ["interactuar con", "reducir", "estar conectado a", "tomar", "ser tratado con"], helps: "ayudar con",
    isTreatedBy: "ser causado por", persons: ["tomar", "reducir"], audiences: ["paciente embarazada", "niño", "adulto"],
    questions: ["si un alimento está permitido", "cuál es el índice glucémico de un alimento", "cómo se trata la hipoglucemia"],
    doctors: ["médico", "enfermero"], regions: ["Brasil", "Portugal", "Reino Unido"], quotedNames: ["banana", "la amarilla"],
    definitions: [
      Definition("hipoglucemia", kind: "afección", text: "una afección en la que el azúcar en la sangre está bajo"),
      Definition("huevo", text: "lo que pone la gallina"), Definition("arroz blanco", kind: "alimento", text: "un alimento que fue pulido"),
    ],
    avoided: ["dé un número", "recomiende una dieta"], advised: ["pregunte la edad", "muestre la tabla de porciones"], tablet: "comprimido",
    procedures: Procedures(
      goals: ["reiniciar el router", "medir la tensión arterial"], needs: ["un destornillador", "10 minutos"],
      preparations: ["haga una copia de los datos"],
      actions: ["Desenchúfelo", "Espere 30 segundos", "Diga \"Hola.\"", "Pregunte la edad", "Pese al paciente, y anote el peso"],
      conditions: ["hay humo", "la luz está verde", "el paciente se desmaya"], lastResort: "llame a la enfermera"),
    deeds: ["pagar el alquiler", "consultar a un médico", "cambiar la contraseña cada mes", "ser pesado"], topics: ["azúcar", "dosis"])
}
