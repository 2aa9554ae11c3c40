/// English.
extension PhraseBook {
  static let english = PhraseBook(
    language: "en", openings: ["but", "and", "so", "no", "ok", "okay", "please", "well", "hm", "hmm"],
    why: [
      "why", "why so", "why not", "why is that", "why is it", "why is that so", "how come", "how so", "how do you know",
      "how do you know that", "how do you know this", "why do you say that", "why do you say so", "why do you think so", "who says so",
      "who says that", "who says", "says who", "who said so", "who said that", "who told you", "who told you that", "who told you so",
      "who taught you that", "who taught you this", "where does that come from", "where did you get that", "what is your source",
      "what's your source", "source", "explain", "explain that", "explain why", "are you sure",
    ],
    wrong: [
      "wrong", "that is wrong", "that's wrong", "thats wrong", "this is wrong", "it is wrong", "it's wrong", "you are wrong",
      "you're wrong", "that is not right", "that's not right", "that isn't right", "that is not true", "that's not true",
      "that isn't true", "not true", "that is incorrect", "that's incorrect", "incorrect", "that is false", "false", "that's false",
      "that is not what i asked", "that's not what i asked", "that is not what i meant", "that's not what i meant",
    ],
    followUps: [
      ["and", "what", "about"], ["and", "how", "about"], ["what", "about"], ["how", "about"], ["and", "for"], ["and", "of"], ["and"],
      ["or"],
    ],
    ordinals: [
      ["1", "first", "a"], ["2", "second", "b"], ["3", "third", "c"], ["4", "fourth", "d"], ["5", "fifth", "e"],
    ],
    fillers: ["a", "an", "the", "some", "for", "of", "in", "please", "then", "with", "my"],
    pointers: ["it", "that", "this", "them", "these", "those", "one"],
    forWhom: ["for"],
    determiners: ["the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "that"],
    askings: [
      ["how", "do", "i"], ["how", "do", "you"], ["how", "do", "we"], ["how", "can", "i"], ["how", "can", "we"], ["how", "should", "i"],
      ["how", "to"], ["please", "help", "me", "to"], ["help", "me", "to"], ["help", "me"], ["i", "want", "to"], ["i", "need", "to"],
      ["show", "me", "how", "to"], ["tell", "me", "how", "to"], ["what", "do", "i", "do", "to"], ["what", "must", "i", "do", "to"],
      ["please"],
    ],
    replies: [
      (.yes, ["yes", "yep", "yeah", "yes it is", "yes it does", "it is", "it does", "true", "right", "correct", "i do", "yes i do"]),
      (.no, ["no", "nope", "no it is not", "no it isn't", "it is not", "it isn't", "not yet", "it doesn't", "it does not", "no i don't"]),
      (
        .next,
        [
          "next", "done", "ok", "okay", "ready", "go on", "continue", "and then", "then", "what next", "what now", "and now", "finished",
          "i did", "did it", "it is done", "and", "sure", "all right", "alright",
        ]
      ),
      (.stop, ["stop", "cancel", "quit", "end", "abort", "never mind", "forget it", "enough", "stop it", "stop here"]),
    ])
}
