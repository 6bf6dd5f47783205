import HTTPCore
import Model
import Testing

@testable import API

/// A request and what its answer must be.
struct Scenario: Sendable, CustomTestStringConvertible {
    let name: String
    var method = HTTPMethod.get
    let target: String
    var fields: [(String, String)] = []
    var body = ""
    let status: Int
    /// What the body holds.
    var has: [String] = []
    /// What it must not hold.
    var lacks: [String] = []
    /// Header fields with their values; an empty value means that the field is there.
    var answers: [String: String] = [:]

    var testDescription: String { name }
}

/// An API over a store in memory, as a caller sees it.
struct Bench: Sendable {
    let store = MemoryStore()
    let api: API

    init(_ configuration: APIConfiguration = APIConfiguration()) {
        api = API(
            records: store, articles: store, editor: store, engine: SentenceReader(), configuration: configuration,
            clock: { MemoryStore.now })
    }

    /// An API whose store holds two deals.
    static func filled(_ configuration: APIConfiguration = APIConfiguration()) async -> Bench {
        let bench = Bench(configuration)
        let text =
            "Head\n\nLumen buys compute from Borealis for 500 dollars.\nOrion buys compute from Borealis for 9 dollars."
        _ = await bench.send(.post, "/articles", [("content-type", "text/plain")], text)
        return bench
    }

    /// The answer to a request, asked as the server asks: the body policy, then at once, then with waiting.
    func send(
        _ method: HTTPMethod, _ target: String, _ fields: [(String, String)] = [], _ body: String = ""
    ) async -> HTTPResponse {
        await send(method, target, fields, bytes: Array(body.utf8))
    }

    func send(
        _ method: HTTPMethod, _ target: String, _ fields: [(String, String)] = [], bytes: [UInt8]
    ) async -> HTTPResponse {
        var head = HTTPFields()
        for (name, value) in fields { head.append(name, value) }
        var request = HTTPRequest(method: method, target: target, fields: head)
        if !bytes.isEmpty {
            switch api.bodyPolicy(for: request) {
            case .collect(let limit):
                guard bytes.count <= limit else { return api.refusal(of: .bodyTooLarge) }
                request.body = .bytes(bytes)
            case .stream:
                request.body = .stream(RequestBodyStream(next: Parts(bytes).next))
            case .refuse(let response): return response
            }
        }
        if let answer = api.respondNow(to: request) { return answer }
        return await api.respond(to: request)
    }

    /// Sends the request of a scenario and checks the answer.
    func check(_ scenario: Scenario) async {
        let answer = await send(scenario.method, scenario.target, scenario.fields, scenario.body)
        let text = await answer.text()
        #expect(answer.status.code == scenario.status, "\(text.prefix(400))")
        for part in scenario.has { #expect(text.contains(part), "\(part) in \(text.prefix(600))") }
        for part in scenario.lacks { #expect(!text.contains(part), "\(part) in \(text.prefix(600))") }
        for (name, value) in scenario.answers {
            #expect(value.isEmpty ? answer.fields.contains(name) : answer.fields[name] == value, "\(name)")
        }
        if answer.status.code >= 400 {
            #expect(answer.fields["content-type"] == "application/problem+json")
            #expect(text.contains("\"status\":\(answer.status.code),\"detail\":\""))
        }
    }
}

/// Bytes that come in parts of seven.
private final class Parts: Sendable {
    private let rest: MutexBox

    init(_ bytes: [UInt8]) {
        rest = MutexBox(bytes)
    }

    @Sendable func next() async -> [UInt8]? {
        rest.take(7)
    }
}

extension HTTPResponse {
    /// The whole content as text.
    func text() async -> String {
        switch body {
        case .empty: return ""
        case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .stream(let stream):
            var bytes: [UInt8] = []
            let next = stream.start()
            while let part = try? await next() { bytes += part }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
