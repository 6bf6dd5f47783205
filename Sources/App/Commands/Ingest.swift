import API
import ArgumentParser
import Ingestion
import Model
import Store

/// `dealtracker ingest`: stores articles from files and folders.
struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Store the articles of files and folders.",
        discussion: """
            Text (.txt), HTML, Markdown and JSON files hold one article each, .ndjson files one a line. An article that \
            is stored already changes nothing. One that cannot be read is reported and does not stop the others; the \
            exit code is then 65.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Day of publication of articles that do not give theirs, YYYY-MM-DD.")
    var published: String?

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    func run() async throws {
        try await Failure.reporting {
            let settings = try database.settings()
            let files = LanguageFiles.embedded
            let engine = try Engine.loaded(files)
            let store = try database.open(settings, files)
            defer { store.close() }
            let day = try published.map(Day.argument)
            var run = IngestRun(store: store, engine: engine, published: day)
            try await run.ingest(ArticleFile.find(paths))
            try run.report()
        }
    }
}

/// One run over some files: what was read, stored and refused.
struct IngestRun {
    private let store: any ArticleStore
    private let engine: any ArticleReader
    private let published: Day?
    private var created = 0
    private var known = 0
    private var deals = 0
    private var problems: [String] = []

    /// Articles in flight at once: enough to fill the writer's groups.
    private static let width = 64

    init(store: any ArticleStore, engine: any ArticleReader, published: Day?) {
        self.store = store
        self.engine = engine
        self.published = published
    }

    /// Reads and stores all articles of the files.
    mutating func ingest(_ files: [ArticleFile]) async throws(Failure) {
        var bar = ProgressBar(total: files.count)
        for (index, file) in files.enumerated() {
            var articles = try file.articles()[...]
            while !articles.isEmpty {
                let group = articles.prefix(Self.width)
                articles = articles.dropFirst(Self.width)
                for outcome in await outcomes(of: Array(group)) { try count(outcome) }
            }
            bar.show(index + 1, note: "\(created) new, \(known) known, \(deals) deals")
        }
    }

    private enum Outcome: Sendable {
        case stored(IngestReceipt)
        case refused(place: String, reason: String)
        case failed(StoreError)
    }

    private func outcomes(of group: [(place: String, article: Result<ArticleInput, InputError>)]) async -> [Outcome] {
        await withTaskGroup(of: (Int, Outcome).self) { tasks in
            for (index, item) in group.enumerated() {
                tasks.addTask { [store, engine, published] in
                    (index, await Self.outcome(item.place, item.article, store, engine, published))
                }
            }
            var outcomes: [(Int, Outcome)] = []
            for await outcome in tasks { outcomes.append(outcome) }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func outcome(
        _ place: String, _ article: Result<ArticleInput, InputError>, _ store: any ArticleStore,
        _ engine: any ArticleReader, _ published: Day?
    ) async -> Outcome {
        switch article {
        case .failure(let error): return .refused(place: place, reason: error.detail)
        case .success(let input):
            let extraction = engine.read(
                input.text, published: input.published ?? published, language: input.language)
            do throws(StoreError) {
                return .stored(
                    try await store.ingest(
                        PreparedArticle(
                            text: input.text, title: input.title, url: input.url, source: input.source,
                            extraction: extraction, engine: engine.version)))
            } catch {
                return .failed(error)
            }
        }
    }

    private mutating func count(_ outcome: Outcome) throws(Failure) {
        switch outcome {
        case .stored(let receipt):
            if receipt.outcome == .created { created += 1 } else { known += 1 }
            if receipt.outcome == .created { deals += receipt.records.deals.ids.count }
        case .refused(let place, let reason):
            problems.append("\(place): \(reason)")
        case .failed(let error):
            throw Failure(.inputOutput, "the store failed: \(error)")
        }
    }

    /// Prints the sums on standard output and what was refused on standard error.
    ///
    /// - Throws: ``Failure`` (65) when something was refused.
    func report() throws(Failure) {
        Output.write(Array("\(created) articles stored, \(known) known, \(deals) deals\n".utf8))
        for problem in problems { StandardError.write("\(problem)\n") }
        guard problems.isEmpty else { throw Failure(.badInput, "\(problems.count) articles could not be read") }
    }
}
