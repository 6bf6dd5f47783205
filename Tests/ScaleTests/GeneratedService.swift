import Foundation
import HTTPCore
import Model
import Store
import Synchronization
import Testing

@testable import API

/// The API over a real store with ten thousand generated deals: the whole service but for sockets and the engine.
final class GeneratedService: Sendable {
    /// The seed of all that is generated; `SEED=…` in the environment repeats a run.
    static let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? .random(in: 1...1_000_000)
    /// How many deals there are at first.
    static let size = 10_000

    let store: SQLiteStore
    private let api: API
    private let folder: URL
    private let late = Atomic(0)

    /// A moment in the middle of the filling.
    let middle: Timestamp

    /// The one that all tests of a run ask.
    static let shared = Task { try await GeneratedService() }

    private init() async throws {
        print("generated deals: SEED=\(Self.seed)")
        folder = FileManager.default.temporaryDirectory.appending(path: "scale-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let clock = Mutex(1_762_160_400_000_000)
        var settings = StoreSettings()
        settings.now = {
            clock.withLock { value in
                value += 1_000_000
                return Timestamp(microseconds: value)
            }
        }
        store = try SQLiteStore(
            path: folder.appending(path: "deals.sqlite").path, renderer: WireRenderer(),
            catalogue: GeneratedDeals.catalogue, settings: settings)
        // Nothing is kept, so that every question is one to the store.
        var configuration = APIConfiguration()
        configuration.keptAnswers = 0
        api = API(
            records: store, articles: store, editor: store, engine: NoEngine(), configuration: configuration,
            clock: { Timestamp(microseconds: 1_800_000_000_000_000) })
        var deals = GeneratedDeals(generator: SeededGenerator(state: Self.seed))
        let articles = try (0..<Self.size).map { try deals.article($0) }
        try await Self.ingest(Array(articles[..<(Self.size / 2)]), into: store)
        middle = settings.now()
        try await Self.ingest(Array(articles[(Self.size / 2)...]), into: store)
        let again = try stride(from: 0, to: Self.size, by: 97).map { index in
            try deals.contradiction(index, of: articles[index])
        }
        try await Self.ingest(again, into: store)
        try await review()
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func ingest(_ articles: [PreparedArticle], into store: SQLiteStore) async throws {
        for start in stride(from: 0, to: articles.count, by: 500) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for article in articles[start..<min(start + 500, articles.count)] {
                    group.addTask { _ = try await store.ingest(article) }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Looks at some deals as an editor would.
    private func review() async throws {
        let ids = try await get("/deals?limit=60&sort=created_at&fields=id").data.compactMap { $0["id"] as? String }
        for (index, id) in ids.enumerated() {
            var edit = DealEdit()
            edit.review = .set(index % 2 == 0 ? .confirmed : .rejected)
            _ = try await store.editDeal(id, edit, expecting: nil, by: Editor(name: "test"))
        }
    }

    /// Adds a deal while a test goes on.
    func insert() async throws {
        let number = late.add(1, ordering: .relaxed).newValue
        var deals = GeneratedDeals(generator: SeededGenerator(state: Self.seed &+ UInt64(number)))
        _ = try await store.ingest(deals.article(Self.size + number, isApart: true))
    }

    /// An answer.
    struct Answer {
        let status: Int
        let body: [UInt8]
        let json: [String: Any]

        var data: [[String: Any]] { json["data"] as? [[String: Any]] ?? [] }
        var next: String? { json["next"] as? String }
        var count: Int? { json["count"] as? Int }
    }

    /// Asks for a target.
    func get(_ target: String) async throws -> Answer {
        let (status, body) = try await bytes(target)
        let json = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        return Answer(status: status, body: body, json: json ?? [:])
    }

    private func bytes(_ target: String) async throws -> (status: Int, body: [UInt8]) {
        let request = HTTPRequest(method: .get, target: target)
        let response: HTTPResponse
        if let now = api.respondNow(to: request) { response = now } else { response = await api.respond(to: request) }
        var body: [UInt8] = []
        switch response.body {
        case .empty: break
        case .bytes(let bytes): body = bytes
        case .stream(let stream):
            let next = stream.start()
            while let part = try await next() { body += part }
        }
        return (response.status.code, body)
    }

    /// The ids of a list in its order, gathered from all its pages; `between` runs after each. The answers are looked
    /// through for ids and not parsed, which would take most of the time.
    func ids(
        _ list: String, _ query: String, limit: Int = 500, between: () async throws -> Void = {}
    ) async throws -> [String] {
        var ids: [String] = []
        var target: String? = "\(list)?\(query)&limit=\(limit)"
        while let current = target {
            let (status, body) = try await bytes(current)
            try #require(status == 200, "\(current)")
            ids += Self.ids(in: body, prefix: Self.prefixes[list] ?? "")
            target = Self.next(in: body)
            try await between()
        }
        return ids
    }

    private static let prefixes = ["/deals": "deal_", "/companies": "co_", "/allocations": "alc_", "/articles": "art_"]

    /// The ids with which records begin; a member that is an object with an id has a colon before it.
    private static func ids(in body: [UInt8], prefix: String) -> [String] {
        let mark = Array("{\"id\":\"\(prefix)".utf8)
        var ids: [String] = []
        body.withUnsafeBytes { body in
            guard let start = body.baseAddress else { return }
            var place = 0
            // What `Data` offers for this copies the bytes with every call.
            while let found = memchr(start + place, 0x7B, body.count - place) {
                place = UnsafeRawPointer(found) - start + 1
                guard place + mark.count <= body.count, memcmp(found, mark, mark.count) == 0 else { continue }
                let id = body[(place + 6)...].prefix(64).prefix { $0 != UInt8(ascii: "\"") }
                if body[place - 2] != UInt8(ascii: ":") { ids.append(String(decoding: id, as: UTF8.self)) }
            }
        }
        return ids
    }

    /// The address of the next page, at the end of an answer.
    private static func next(in body: [UInt8]) -> String? {
        let tail = String(decoding: body.suffix(600), as: UTF8.self)
        guard let mark = tail.range(of: "],\"next\":\"", options: .backwards) else { return nil }
        return String(tail[mark.upperBound...].prefix { $0 != "\"" })
    }

    /// All records of a list, in its order: the lines of its export.
    func all(_ list: String, _ query: String = "") async throws -> [[String: Any]] {
        let answer = try await get("\(list).ndjson" + (query.isEmpty ? "" : "?" + query))
        #expect(answer.status == 200)
        return try answer.body.split(separator: 0x0A).map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        }
    }
}

/// An engine that finds nothing: the records are made here.
private struct NoEngine: ArticleReader {
    let version = "test 1"

    func read(_ text: [UInt8], published: Day?, language: String?) -> Extraction {
        Extraction(language: language, published: published)
    }
}
