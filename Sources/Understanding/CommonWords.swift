/// What is known of a language before anybody has taught a sentence. Another language's lists are a setting.
public enum CommonWords {
  /// English words of grammar, and marks: they carry a sentence's form more than what it is about.
  public static let englishGrammar = words(grammar)

  /// Frequent English words, spelt right even where no sentence with them is taught.
  public static let english = englishGrammar.union(words(everyday))

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let grammar = """
    a about also am an and any are as at be been being but by can could did do does doing don't done for from had has have he her him
    his how i i'd i'll i'm i've if in into is it it's its just may me might must my no not of on or our please shall she should so some
    than that the their them then there these they this those to too us very was we were what what's when where which who whom why will
    with would yes you your here
    . , ? ! ' - "
    """

  private static let everyday = """
    a able about above across act add after again against age ago agree ahead air all allow almost alone along already also although
    always am among amount an and animal another answer any anybody anyone anything anyway apart appear are area aren't arm around
    arrive art as ask at away baby back bad bag ball bank base be bear beat became because become bed been before began begin behind
    being believe below beside best better between beyond big bill bit black blood blue board boat body book born both bottom bought
    box boy break bring brother brought brown build burn bus business busy but buy by call came can can't cannot car card care carry
    case cat catch cause center certain chair chance change cheap check child children choice choose city class clean clear climb
    clock close cloth clothes cold color colour come common company complete cook cool copy corner correct cost could couldn't count
    country course cover cross cry cup cut dad dark date daughter day dead deal dear decide deep describe desk did didn't die
    different difficult dinner do doctor does doesn't dog doing don't done door doubt down draw dream dress drink drive drop dry due
    during each ear early earth east easy eat edge effect eight either eleven else email end enjoy enough enter equal even evening
    event ever every everybody everyone everything exact example except expect explain eye face fact fair fall family far farm fast
    father favor fear feel feet fell felt few field fifteen fifty fight figure fill final find fine finger finish fire first fish
    five fix floor fly follow food foot for force forget form found four free fresh friend from front fruit full fun game garden
    gave general get gets getting gift girl give given glad glass go goes going gold gone good got great green ground group grow
    guess had hadn't hair half hand happen happy hard has hasn't hat have haven't having he he'd he'll he's head hear heard heart
    heat heavy held hello help her here hers herself hi high hill him himself his hit hold hole home hope horse hot hour house how
    however huge human hundred hurt husband i i'd i'll i'm i've ice idea if important in inside instead interest into is isn't it
    it's its itself job join jump just keep kept key kid kill kind king kitchen knew know known land language large last late later
    laugh law lay lead learn least leave left leg less let let's letter level lie life lift light like line list listen little live
    long look lose lost lot loud love low luck lunch machine made mail main make man many map mark market matter may maybe me mean
    meat meet men met middle might mile milk million mind mine minute miss mom money month moon more morning most mother mountain
    mouth move much music must my myself name near nearly need neither never new news next nice night nine no nobody none noon nor
    north nose not note nothing notice now number of off offer office often oh oil ok okay old on once one only open or orange order
    other ought our ours out outside over own page paid pain paint paper parent part party pass past pay people perhaps person phone
    pick picture piece place plan plane plant play please point poor possible power present press price print problem pull push put
    quarter question quick quiet quite race rain raise ran rather reach read ready real reason receive red remember rest return rich
    ride right ring rise river road rock room round rule run sad safe said salt same sat save saw say says school sea seat second
    see seem seen sell send sense sent serve set seven several shall she she's ship shirt shoe shop short should shouldn't show shut
    sick side sign simple since sing sister sit six size skin sleep slow small smell smile snow so soft some somebody someone
    something sometimes son soon sorry sort sound south space speak special spend spring stand star start state stay step still stone
    stop store story street strong study such sugar suggest summer sun suppose sure surprise sweet swim table take taken talk tall
    taste teach team tell ten test than thank thanks that that's the their theirs them themselves then there there's these they
    they're thing think third this those though thought three through throw thus tie till time tiny to today together told tomorrow
    tonight too took top toward town train travel tree trip trouble true trust try turn twelve twenty twice two type under
    understand unit until up upon us use used usual value very visit voice wait walk wall want war warm was wash wasn't watch water
    way we we'd we'll we're we've wear weather week weight well went were weren't west wet what what's whatever wheel when where
    whether which while white who who's whole whom whose why wide wife will win wind window winter wish with within without woman
    women won't wonder wood word work world worry worse worst would wouldn't write wrong yard year yellow yes yesterday yet you
    you'd you'll you're you've young your yours yourself
    """
}
