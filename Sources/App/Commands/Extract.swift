import API
import ArgumentParser
import Glibc
import Ingestion
import Model

/// `dealtracker extract`: what one article says, on standard output.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the records of an article as JSON; store nothing.",
        discussion: """
            The first line of the article is its headline. The answer is one JSON object: deals, relationships, \
            estimates, statements and companies, each with its evidence (field, byte offsets, words, rule) and \
            confidence.

            With --literals it reads one JSON object a line, {"id", "lang", "kind", "text", "reference_date"}, and \
            answers each with the amounts, numbers, dates, durations and quantities of its text.

            With --trace it prints what each stage of the engine saw, for people: words, names, triggers with the \
            places of their parties, why a trigger tells nothing, and every field with its rule.
            """)

    @Option(help: "Day of publication, YYYY-MM-DD (default: $ARTICLE_PUBLISHED).")
    var published: String?

    @Option(name: .customLong("lang"), help: "Language of the text, fr or en (default: told from the text).")
    var language: String?

    @Flag(help: "Indent the JSON.")
    var pretty = false

    @Flag(help: "Read texts as lines of JSON and show their literals.")
    var literals = false

    @Flag(help: "Print what each stage of the engine saw, as text.")
    var trace = false

    @Argument(help: "The article, UTF-8; - for standard input.", completion: .file())
    var file = "-"

    func run() async throws {
        try await Failure.reporting {
            let engine = try Engine.loaded()
            if literals {
                try LiteralLines(engine: engine).run(file)
                return
            }
            let day = try publicationDay()
            let text = try Input.readText(file)
            guard Output.write(answer(engine, text, day)) else {
                throw Failure(.inputOutput, "cannot write to standard output")
            }
        }
    }

    private func answer(_ engine: Engine, _ text: [UInt8], _ day: Day?) -> [UInt8] {
        if trace { return Array(engine.trace(text, published: day, language: language).utf8) }
        let extraction = engine.read(text, published: day, language: language)
        return ExtractionDocument(extraction).json(pretty ? .pretty : .compact) + [0x0A]
    }

    private func publicationDay() throws -> Day? {
        let environment = getenv("ARTICLE_PUBLISHED").map { String(cString: $0) }
        guard let text = published ?? environment, !text.isEmpty else { return nil }
        return try Day.argument(text)
    }
}

extension Day {
    /// A day that was given on the command line.
    ///
    /// - Throws: `ValidationError`, which ends the process with 64.
    static func argument(_ text: String) throws -> Day {
        do {
            return try Day(text)
        } catch {
            throw ValidationError("'\(text)' is not a day: write YYYY-MM-DD")
        }
    }
}
