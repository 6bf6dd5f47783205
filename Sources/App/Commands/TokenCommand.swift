import API
import ArgumentParser
import Model

/// `dealtracker token`: makes and revokes the bearer tokens of the service.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Make, list and revoke bearer tokens.",
        discussion: """
            The file holds hashes; a secret is shown once, when it is made. A running service follows the file within \
            a second. Name the file in the configuration (access.tokens).
            """,
        subcommands: [Add.self, List.self, Revoke.self])

    struct FileOptions: ParsableArguments {
        @Option(help: "The token file.", completion: .file())
        var file = "dealtracker.tokens"

        var tokens: TokenFile { TokenFile(path: file) }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a token and print its secret.")

        @OptionGroup var options: FileOptions

        @Option(help: "What it allows: read, write or admin.")
        var scope: AccessScope = .write

        @Option(help: "When it expires, YYYY-MM-DD or RFC 3339 (default: never).")
        var expires: String?

        @Argument(help: "Who it is for.")
        var name: String

        func run() async throws {
            try await Failure.reporting {
                guard !name.contains("\t"), !name.contains("\n"), !name.isEmpty else {
                    throw ValidationError("a name has no tabs or line breaks")
                }
                var moment: Timestamp?
                if let expires {
                    moment = try? Timestamp(expires)
                    guard moment != nil else { throw ValidationError("'\(expires)' is not a day or a moment") }
                }
                var tokens = try options.tokens.read()
                guard !tokens.contains(where: { $0.name == name }) else {
                    throw Failure(.badInput, "'\(name)' has a token; revoke it first")
                }
                let secret = Self.secret()
                tokens.append(AccessToken(name: name, secret: secret, scope: scope, expires: moment))
                try options.tokens.write(tokens)
                Output.write(Array((secret + "\n").utf8))
            }
        }

        /// 160 random bits of the system's generator, in letters and digits.
        private static func secret() -> String {
            var generator = SystemRandomNumberGenerator()
            let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
            return "dt_" + String((0..<32).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the tokens.")

        @OptionGroup var options: FileOptions

        func run() async throws {
            try await Failure.reporting {
                for token in try options.tokens.read() {
                    let expiry = token.expires.map { "expires \($0.text)" } ?? "never expires"
                    Output.write(Array("\(token.name)  \(token.scope.rawValue)  \(expiry)\n".utf8))
                }
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a token back.")

        @OptionGroup var options: FileOptions

        @Argument(help: "Who it was for.")
        var name: String

        func run() async throws {
            try await Failure.reporting {
                let tokens = try options.tokens.read()
                guard tokens.contains(where: { $0.name == name }) else {
                    throw Failure(.badInput, "no token is called '\(name)'")
                }
                try options.tokens.write(tokens.filter { $0.name != name })
            }
        }
    }
}

extension AccessScope: ExpressibleByArgument {}
