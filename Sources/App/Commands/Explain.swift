import API
import ArgumentParser
import Ingestion

/// `dealtracker explain`: what a rule that evidence names reads.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a rule reads that evidence names.",
        discussion: """
            Each piece of evidence names the rule that read it: "deal.frame.buy", "literal.money.scaled". This prints \
            what the rule reads, an example, and the rows of the tables that it rests on. --list prints every id.
            """)

    @Flag(help: "Print the ids of all rules.")
    var list = false

    @Argument(help: "The id of a rule, as evidence names it.")
    var rule: String?

    func validate() throws {
        guard list != (rule != nil) else { throw ValidationError("name one rule, or --list for all of them") }
    }

    func run() async throws {
        try await Failure.reporting {
            let book = try Self.book()
            let answer: String
            if let rule {
                guard let explanation = book.explanation(of: rule) else { throw Self.unknown(rule, book) }
                answer = explanation
            } else {
                answer = book.ids.joined(separator: "\n") + "\n"
            }
            guard Output.write(Array(answer.utf8)) else {
                throw Failure(.inputOutput, "cannot write to standard output")
            }
        }
    }

    private static func book() throws(Failure) -> RuleBook {
        do {
            return try RuleBook(.embedded)
        } catch {
            throw Failure(.internalError, "the language data is broken: \(error)")
        }
    }

    private static func unknown(_ rule: String, _ book: RuleBook) -> Failure {
        let nearest = EditDistance.nearest(to: rule, among: book.ids).map { ", did you mean '\($0)'?" } ?? ""
        return Failure(.badInput, "there is no rule '\(rule)'\(nearest)")
    }
}
