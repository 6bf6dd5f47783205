import API
import ArgumentParser
import Foundation
import HTTPCore
import Ingestion
import Model

/// `dealtracker query`: the API's questions, asked of the file without a server.
struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask the store what the API answers: deals, companies, allocations, ….",
        discussion: """
            Every parameter of the route is an option of the same name:

            dealtracker query deals --party OpenAI --type compute --value__gte 1000000000
            dealtracker query companies --limit 10 --format json
            """)

    /// How the answer is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, csv, ndjson
    }

    @OptionGroup var database: DatabaseOptions

    @Option(help: "table, json, csv or ndjson.")
    var format: Format = .table

    @Argument(help: "The list: deals, companies, articles, allocations, relationships, estimates or statements.")
    var list: String

    @Argument(parsing: .allUnrecognized, help: "The filters: --party OpenAI --type compute ….")
    var filters: [String] = []

    func run() async throws {
        try await Failure.reporting {
            let target = try self.target()
            let settings = try database.settings()
            let files = LanguageFiles.embedded
            let store = try database.open(settings, files)
            defer { store.close() }
            let api = API(
                records: store, articles: store, editor: store, engine: try Engine.loaded(files),
                configuration: settings.api, clock: SystemTime.now)
            let response = await api.respond(to: HTTPRequest(method: .get, target: target))
            try await print(response)
        }
    }

    /// The target of the request that asks the same.
    private func target() throws -> String {
        var pairs: [String] = []
        var rest = filters[...]
        while let option = rest.popFirst() {
            guard option.hasPrefix("--"), option.count > 2 else {
                throw ValidationError("'\(option)' is no filter: write --party OpenAI")
            }
            var name = String(option.dropFirst(2))
            let value: String
            if let equals = name.firstIndex(of: "=") {
                value = String(name[name.index(after: equals)...])
                name = String(name[..<equals])
            } else if let next = rest.popFirst() {
                value = next
            } else {
                throw ValidationError("--\(name) needs a value")
            }
            pairs.append(Self.encoded(name) + "=" + Self.encoded(value))
        }
        let ending = format == .csv || format == .ndjson ? "." + format.rawValue : ""
        return "/" + Self.encoded(list) + ending + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// A text with everything but the unreserved characters percent-encoded (RFC 3986 section 2.3).
    private static func encoded(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
    }

    private func print(_ response: HTTPResponse) async throws {
        var body: [UInt8] = []
        switch response.body {
        case .empty: break
        case .bytes(let bytes): body = bytes
        case .stream(let stream):
            let next = stream.start()
            while let part = try await next() {
                guard Output.write(part) else { throw Failure(.inputOutput, "cannot write to standard output") }
            }
        }
        guard response.status.code < 400 else {
            let problem = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            throw Failure(.badInput, problem?["detail"] as? String ?? "status \(response.status.code)")
        }
        if format == .table { body = Array(RecordTable(json: body).text.utf8) }
        guard Output.write(body + (format == .json ? [0x0A] : [])) else {
            throw Failure(.inputOutput, "cannot write to standard output")
        }
    }
}
