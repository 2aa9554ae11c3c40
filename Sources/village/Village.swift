import ArgumentParser

@main
struct Village: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "village",
    abstract: "Raise an assistant together: teach it in your own words, ask it, and ask it why.",
    discussion: """
      Begin with the demonstration, which needs nothing else:

        village demo

      or with a village of your own:

        village serve --data my-village

      Both print an address and a link that signs the founder in, once. Then, in another terminal:

        village teach "A banana is a fruit." --data my-village
        village ask "What is a banana?" --why --data my-village
      """,
    subcommands: [
      Serve.self, Demo.self, Teach.self, Ask.self, Chat.self, Import.self, Export.self, LedgerCommand.self, Evaluate.self,
      Encode.self, Words.self,
    ])
}
