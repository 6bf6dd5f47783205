import ArgumentParser

/// The command `dealtracker`.
@main
struct Dealtracker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dealtracker",
        abstract: "Tracks AI-infrastructure deals: articles in, deals with their evidence out.",
        discussion: """
            dealtracker serve                                     serve the API on 127.0.0.1:8080
            dealtracker extract article.txt --pretty              show what an article says, store nothing
            dealtracker ingest --database deals.sqlite articles/  store a folder of articles

            Exit codes: 0 done, 64 wrong usage, 65 bad input, 70 internal error, 74 input or output failed,
            78 bad configuration.
            """,
        version: Version.current,
        subcommands: [
            Serve.self, Extract.self, Explain.self, Ingest.self, Query.self, Migrate.self, Check.self, Backup.self,
            Rebuild.self,
            Export.self,
            TokenCommand.self,
        ])
}

/// The version of the program.
enum Version {
    static let current = "0.1.0"
}
