extension English {
  private static func words(_ list: String) -> Set<String> { Set(list.split(whereSeparator: \.isWhitespace).map(String.init)) }

  static let singularByIrregular: [String: String] = Dictionary(uniqueKeysWithValues: irregulars.map { ($0.1, $0.0) })
  static let pluralByIrregular: [String: String] = Dictionary(uniqueKeysWithValues: irregulars)

  private static let irregulars = [
    ("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people"), ("foot", "feet"), ("tooth", "teeth"),
    ("goose", "geese"), ("mouse", "mice"), ("ox", "oxen"), ("index", "indices"), ("matrix", "matrices"), ("analysis", "analyses"),
    ("diagnosis", "diagnoses"), ("basis", "bases"), ("crisis", "crises"), ("hypothesis", "hypotheses"), ("criterion", "criteria"),
    ("phenomenon", "phenomena"), ("bacterium", "bacteria"), ("fungus", "fungi"), ("cactus", "cacti"), ("nucleus", "nuclei"),
    ("vertebra", "vertebrae"), ("larva", "larvae"), ("alga", "algae"), ("quiz", "quizzes"), ("gas", "gases"), ("lens", "lenses"),
    ("virus", "viruses"), ("bus", "buses"), ("yes", "yeses"), ("pie", "pies"), ("tie", "ties"), ("movie", "movies"),
    ("cookie", "cookies"), ("calorie", "calories"), ("smoothie", "smoothies"), ("brownie", "brownies"), ("calf", "calves"),
  ]

  static let unchanged = words(
    """
    sheep deer fish salmon tuna cod trout series species shrimp aircraft
    """)

  static let singularsInS = words(
    """
    diabetes rabies herpes measles mumps series species news lens gas yes mathematics physics ethics genetics molasses hummus
    politics economics headquarters couscous as has was does this its plus versus less always perhaps sometimes afterwards swiss brussels texas
    """)

  static let stemsInF = words(
    """
    lea loa hal shel el thie wol cal shea
    """)
  static let stemsInFE = words(
    """
    kni li wi
    """)
  static let stemsInO = words(
    """
    potato tomato hero echo mango tornado volcano torpedo embargo veto domino
    """)
  static let stemsInOE = words(
    """
    toe shoe canoe foe oboe aloe floe doe hoe roe
    """)
  static let stemsInUSE = words(
    """
    use fuse muse ruse abuse misuse reuse excuse recluse refuse
    """)
  static let stemsInCHE = words(
    """
    ache headache toothache quiche cache niche axe brioche mustache avalanche deluxe
    """)

  /// Said without “a”, however they end.
  static let massNouns = words(
    """
    rice bread milk water butter cheese sugar salt flour meat beef pork lamb chicken fish oil juice coffee tea wine beer honey
    yogurt yoghurt gluten protein fat fiber fibre starch alcohol insulin potassium sodium caffeine cholesterol glucose fructose
    sucrose lactose pasta corn wheat barley rye quinoa couscous bulgur spinach broccoli lettuce cabbage garlic celery kale
    chocolate ice cream oatmeal porridge granola muesli tofu soy jam jelly popcorn rain weather money sand air blood sport sleep
    stress pain health advice information metformin aspirin paracetamol acetaminophen ibuprofen calcium iron zinc magnesium
    diabetes gold silver wood paper furniture equipment software music research work luggage traffic electricity yeast vinegar
    mustard ketchup mayonnaise syrup bacon ham tuna salmon cod dough batter dementia asthma obesity influenza malaria anemia fever
    cocoa cinnamon parsley basil ginger seafood breakfast lunch dinner tobacco smoking
    """)

  /// Of irregular verbs, but for those in -en.
  static let participles = words(
    """
    used made found born built grown sold kept led held run set put cut fed shot taught bought brought sung won lost worn torn sent spent
    lent bent bound caught fought sought thought told paid laid said met read hit hurt shut spread split drawn flown known shown
    thrown blown sewn begun drunk hung dug stuck struck sunk swum spun understood withdrawn cast broadcast
    """)

  /// Qualities that are said with a preposition.
  static let phrasalQualities: Set<String> = [
    "at risk", "in pain", "in force", "in danger", "in doubt", "in use", "in shape", "in labour", "in labor", "in default", "in breach",
    "at fault", "on call", "on leave", "on duty", "on sale", "on hold", "on fire", "out of order", "out of stock", "out of date",
    "out of warranty", "under warranty", "under age", "up to date", "under arrest", "under contract", "in stock", "at home", "in remission",
  ]

  static let adverbs = words(
    """
    alone still already yet again too instead anyway somehow seldom often meanwhile nowadays
    """)

  /// End like adverbs and are names or qualities.
  static let nounsInLY = words(
    """
    family assembly butterfly anomaly monopoly broccoli italy dragonfly supply elderly friendly weekly monthly yearly daily quarterly
    hourly kindly lonely lovely costly early deadly orderly cowardly monthly multiply apply jelly belly ugly likely unlikely timely
    user-friendly
    """)

  static let massEndings = words(
    """
    emia aemia ing usion itis osis ness ism urea uria rrhea pathy plegia algia tension ery wear ware ose
    """)

  /// End in s like a verb, and are things: “the calories of”.
  static let nounsInS = words(
    """
    calories carbs allergens symptoms effects benefits ingredients vitamins minerals nutrients sugars fats proteins carbohydrates
    kilocalories opening hours instructions details contents status address series species kinds types parts grams diabetes
    members headquarters premises
    """)

  /// Plurals of what is measured and not counted.
  static let nounsMeasured = words(
    """
    calories kilocalories carbs sugars fats proteins carbohydrates grams points
    """)

  static let gradable = words(
    """
    low high medium non sugar gluten lactose fat warm cold well over under half un part full deep ready open closed long short
    self first second mid
    """)

  static let intensifiers = words(
    """
    very too extremely highly quite rather really mildly lightly well freshly deep
    """)

  static let adjectives = words(
    """
    good bad healthy unhealthy sweet sour bitter salty spicy raw ripe unripe fresh dry wet hot cold warm cool big small large
    little long short tall high low medium young old new red green blue yellow orange white black brown pink purple grey gray safe
    unsafe dangerous legal illegal vegan vegetarian kosher halal organic rich poor strong weak hard soft heavy light fast slow
    cheap expensive free busy open closed full empty true false right wrong sick ill well round kind nice happy sad smart clever
    rough quiet furry ready common rare normal abnormal pregnant diabetic allergic obese overweight suitable unsuitable forbidden
    ok fine perishable seasonal whole wholegrain plain lean crisp mild acute chronic adult male female dead alive awake asleep
    difficult easy safe dangerous simple complex quick strict final broken stolen torn worn hidden swollen okay tasty nutritious starchy processed fried cooked baked boiled steamed grilled dried canned frozen toxic edible solid
    liquid smooth sharp clean dirty bold late early wide narrow thick thin void valid invalid balanced juicy crunchy greasy oily
    fatty sugary tropical available allowed mean
    """)

  static let adjectivalEndings = words(
    """
    able ible ful less ous ive ish ary ed ant ent ic al free like proof some worthy
    """)

  /// Nouns that end like adjectives of languages near to Latin.
  static let nounsFromElsewhere = words(
    """
    avocado tornado desperado bravado aficionado scenario impresario libido memento pimento jalapeno calico portico credo mikado
    """)

  /// Nouns that end like adjectives.
  static let nounsLikeAdjectives = words(
    """
    vegetable table cable animal mammal meal cereal mineral metal hospital capital chemical vegetal plant ingredient nutrient
    patient student parent agent client element event supplement treatment document component infant elephant restaurant additive
    preservative olive relative adjective antibiotic diuretic analgesic medic clinic fabric topic garlic arsenic seed weed feed
    breed bed reed dish fish radish relish syllable valuable dictionary library salary diary dairy canary primary trial oral goal
    coal seal deal general journal signal rival arrival approval removal material memorial manual individual steroid moment
    argument instrument department apartment government accident president continent percent oxidant antioxidant stimulant
    depressant anticoagulant coolant pollutant hormone enzyme music picnic critic logic magic panic traffic public republic
    arthritic epidemic pandemic academic mechanic cosmetic plastic acid liquid shed sled need motive detective executive
    representative alternative narrative initiative laxative sedative
    """)
}
