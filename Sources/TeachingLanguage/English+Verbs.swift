/// Frequent verbs, in the plain form. Any word may be a verb; these likely are, and in “private companies offer services” it
/// is not the companies.
extension English {
  /// A frequent one, or one that is made from another word: “regularize”.
  func isLikelyVerb(_ plain: String) -> Bool {
    Self.frequentVerbs.contains(plain) || ["ize", "ify"].contains(where: plain.hasSuffix)
      || (plain.hasSuffix("ate") && plain.utf8.count > 6)
  }

  static let frequentVerbs: Set<String> = Set(
    """
    absorb accept accompany achieve acquire act add adjust admit adopt advise affect affirm aid allow alter answer appear apply approve
    arise arrange arrive ask assess assist associate attach attack attend attract avoid bake balance bark bear beat become begin behave
    believe belong bend benefit bind bite bleed block bloom blow boil borrow break breathe breed bring broadcast build burn bury buy
    calculate call calm carry catch cause celebrate change charge chase check chew choose circulate claim clean climb close collect
    combine come compare compete complain complete comprise concern conclude conduct confirm connect consider consist constitute
    construct consume contain continue contract contribute control convert cook cool cost cover create cross cry cultivate cure cut
    damage dance deal decide decline decompose decrease defend define deliver demand deny depend derive describe desire destroy detect
    determine develop die differ digest direct disappear discover discuss display dissolve distribute divide drain draw dress drink
    drive drop dry eat eliminate emerge emit employ enable encode encounter encourage end enhance enjoy ensure enter escape establish
    evaluate evolve examine exceed excrete exhibit exist expand expect experience explain explode explore export expose express extend
    extract fail fall favor fear feature feed feel fight fill filter find finish fit fix float flourish flow flower fly focus follow
    forbid force forget form freeze function gain gather generate get give glow go govern graze grip grow guard guide handle hang happen
    harbor hatch hate have heal hear heat help hide hit hold host hunt hurt identify ignore illustrate impact import improve include
    increase indicate induce infect influence inform inhabit inherit inhibit initiate inject injure inspire insulate interact
    interfere introduce invade invest invite involve irritate join jump keep kill kiss know lack land last laugh lay lead leak learn
    leave lend let lie lift like limit link listen live lock look lose love lower maintain make manage manufacture mark marry match
    mate matter mature measure meet melt mention migrate mimic mind mix modify monitor move multiply need neutralize nourish obey
    observe obtain occupy occur offer open operate oppose organize orbit originate overcome owe own oxidize participate pass pay
    penetrate perceive perform permit persist pick place plan play please point pollinate pollute possess practice praise precede
    predict prefer prepare present preserve press prevent prey process produce promote protect prove provide publish pull pump
    punish purchase push put raise range reach react read rear receive recognize recommend record recover recycle reduce refer reflect
    regulate reject relate relax release rely remain remember remove rent repair repel replace report represent reproduce require
    resemble resist respond rest restore restrict result retain return reveal ride rise rob roll rot rotate rule run satisfy save say
    scatter score search secrete see seek select sell send separate serve set settle share shed shine shoot show shrink shut sing sink
    sit sleep slide slow smell smile smoke solve speak specify spend split spread stabilize stain stand start state stay steal
    stimulate sting stop store strengthen stretch strike study submit succeed suck suffer suggest suit supply support surround survive
    swallow swell swim switch synthesize take talk target taste teach tear tell tend test thank think threaten thrive throw touch train
    transfer transform translate transmit transport trap travel treat trigger trust try turn understand undergo use utilize value vary
    view visit wait wake walk want warm warn wash watch wear weigh widen win wish work worry wrap write yield
    cancel chop cough crave diagnose download evict exercise faint fry graduate grill heal inspect install itch jog label notify peel prescribe
    reboot regret reheat renew restart rinse roast simmer sign skip slice sneeze snack soak steam stir sweat thaw unplug update upgrade upload
    volunteer vomit
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
