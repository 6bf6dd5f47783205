import Foundation
import Model
import Store

/// Measures the store.
///
///     StoreBench ingest FILE SECONDS CLIENTS   durable articles a second; the file is made anew
///     StoreBench fill FILE DEALS               a file for `read`, and its size
///     StoreBench read FILE SECONDS             pages of 20 deals of one company, and of 500 companies in turn
@main
enum StoreBench {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let number = Int(arguments[3]) else { return print("see the head of this file") }
        let path = arguments[2]
        switch arguments[1] {
        case "ingest":
            try await ingest(path, seconds: number, clients: arguments.count > 4 ? Int(arguments[4]) ?? 64 : 64)
        case "fill": try await fill(path, deals: number)
        case "read": try read(path, seconds: number)
        default: print("see the head of this file")
        }
    }

    /// An article of 1,500 bytes that tells of one deal between two of 500 companies.
    static func article(_ index: Int) throws -> PreparedArticle {
        let words = "compute power cluster contract supply agreement chips capacity region grid megawatt capital round"
            .split(separator: " ")
        var text = "Company \(index % 500) signs with Company \((index / 500 + index + 1) % 500), notice \(index)\n\n"
        var state = UInt64(index) &* 0x9E37_79B9_7F4A_7C15
        while text.utf8.count < 1500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += words[Int(state >> 33) % words.count] + " "
        }
        var extraction = Extraction(language: "en", published: Day(number: 20_000 + index % 700))
        let span = try Span(start: 0, end: 60)
        let quote = String(text.prefix(60))
        let deal = try Deal(
            type: DealType.allCases[index % 4], status: .signed,
            parties: [
                Party(company: "Company \(index % 500)", role: .customer),
                Party(company: "Company \((index / 500 + index + 1) % 500)", role: .provider),
            ],
            value: Money(min: 1_000_000 + index * 7919, max: 1_000_000 + index * 7919, currency: .usd),
            announcedOn: Day(number: 20_000 + index % 700))
        let evidence = ["/type", "/status", "/parties/0", "/parties/1", "/value/min"].map {
            Evidence(field: $0, span: span, quote: quote, rule: "bench.rule")
        }
        extraction.deals = [Finding(deal, evidence: evidence, confidence: 900)]
        return PreparedArticle(
            text: Array(text.utf8), url: "https://news.example/\(index)", source: nil, extraction: extraction,
            engine: "bench 1")
    }

    static func open(_ path: String) throws -> SQLiteStore {
        try SQLiteStore(path: path, renderer: BenchRenderer())
    }

    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    static func ingest(_ path: String, seconds: Int, clients: Int) async throws {
        remove(path)
        let store = try open(path)
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(seconds))
        let counts = try await withThrowingTaskGroup(of: [Double].self) { group in
            for client in 0..<clients {
                group.addTask {
                    var times: [Double] = []
                    while clock.now < end {
                        let began = clock.now
                        _ = try await store.ingest(article(client + times.count * clients))
                        times.append((clock.now - began) / .milliseconds(1))
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let elapsed = (clock.now - start) / .seconds(1)
        let sorted = counts.sorted()
        print(
            "ingest, \(clients) clients: \(Int(Double(counts.count) / elapsed)) articles/s, "
                + "p50 \(sorted[sorted.count / 2]) ms, p99 \(sorted[sorted.count * 99 / 100]) ms, "
                + "\(store.generation) commits")
        store.close()
    }

    static func fill(_ path: String, deals: Int) async throws {
        remove(path)
        let store = try open(path)
        for first in stride(from: 0, to: deals, by: 500) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in first..<min(deals, first + 500) {
                    group.addTask { _ = try await store.ingest(article(index)) }
                }
                try await group.waitForAll()
            }
        }
        print("\(try store.count(DealQuery())) deals")
        store.close()
    }

    static func read(_ path: String, seconds: Int) throws {
        let store = try open(path)
        for companies in [1, 500] {
            let clock = ContinuousClock()
            let end = clock.now.advanced(by: .seconds(seconds))
            let start = clock.now
            var count = 0
            var bytes = 0
            while clock.now < end {
                for _ in 0..<100 {
                    var query = DealQuery()
                    query.parties = [PartyFilter(["Company \((count * 7919) % companies)"])]
                    query.limit = 20
                    let page = try store.deals(query)
                    bytes += page.rows.count
                    count += 1
                }
            }
            let elapsed = (clock.now - start) / .seconds(1)
            print(
                "20 deals of one of \(companies) companies: \(Int(Double(count) / elapsed))/s, "
                    + "\(bytes / count) bytes each")
        }
        store.close()
    }
}
