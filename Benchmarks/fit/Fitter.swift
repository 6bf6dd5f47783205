import Foundation
import Ingestion
import Model

/// Fits the numbers of a table by trying each a little higher and lower.
struct Fitter {
    typealias File = (name: String, text: [UInt8])

    var values: [Int]
    private let files: [File]
    private let table: Int
    private let column: Int
    /// The lines of the table, cut into columns; comments are one column.
    private let lines: [[String]]
    /// The lines that hold a number.
    private let numbered: [Int]
    private let cases: Cases

    init(files: [File], table: String, column: Int, cases: Cases) throws {
        guard let index = files.firstIndex(where: { $0.name == table }) else { throw CocoaError(.fileNoSuchFile) }
        self.files = files
        self.table = index
        self.column = column
        self.cases = cases
        lines = String(decoding: files[index].text, as: UTF8.self).components(separatedBy: "\n").map {
            $0.hasPrefix("#") ? [$0] : $0.components(separatedBy: "\t")
        }
        numbered = lines.indices.filter { [lines] in
            lines[$0].count > column && Int(lines[$0][column]) != nil
        }
        values = numbered.map { [lines] in Int(lines[$0][column]) ?? 0 }
    }

    /// The table with the values.
    func text() -> String { text(values) }

    private func text(_ values: [Int]) -> String {
        var lines = lines
        for (index, line) in numbered.enumerated() { lines[line][column] = String(values[index]) }
        return lines.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }

    /// How many deals come out right with some values.
    func score(_ values: [Int], _ cases: [Case]) throws -> Score {
        var files = files
        files[table].text = Array(text(values).utf8)
        let engine = try Engine(LanguageFiles(files))
        let parts = 2
        let scores = Shared(count: parts)
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            var score = Score()
            for index in stride(from: part, to: cases.count, by: parts) { judge(cases[index], engine, &score) }
            scores.set(part, score)
        }
        var total = Score()
        for score in scores.all { total.add(score) }
        return total
    }

    private func judge(_ article: Case, _ engine: Engine, _ score: inout Score) {
        let found = engine.read(article.text, published: article.published, language: article.language).deals
        var left = Array(found.indices)
        var counts = Score.Counts()
        for gold in article.deals {
            let hit = left.firstIndex { index in
                let deal = found[index].record
                return deal.type.rawValue == gold.type && agrees(gold, deal.parties.map { cases.key($0.company) })
            }
            guard let hit else {
                counts.missed += 1
                continue
            }
            counts.found += 1
            for party in found[left[hit]].record.parties {
                let key = cases.key(party.company)
                let isRight = gold.parties.contains { $0.names.contains(key) && $0.role == party.role.rawValue }
                counts.roles += isRight ? 1 : 0
            }
            left.remove(at: hit)
        }
        counts.spurious = left.count
        if article.isSentence { score.sentences.add(counts) } else { score.articles.add(counts) }
    }

    /// Whether each role has a party, and half of the parties are right.
    private func agrees(_ gold: GoldDeal, _ found: [String]) -> Bool {
        var roles: [String: (all: Int, found: Int)] = [:]
        for party in gold.parties {
            var count = roles[party.role] ?? (0, 0)
            count.all += 1
            if found.contains(where: party.names.contains) { count.found += 1 }
            roles[party.role] = count
        }
        for (role, count) in roles {
            let needed = role == "partner" && roles.count == 1 ? 2 : 1
            if count.found < min(needed, count.all) { return false }
        }
        let right = found.count { name in gold.parties.contains { $0.names.contains(name) } }
        return right * 2 >= found.count
    }

    /// The values with which most comes out right.
    func fit(on cases: [Case], rounds: Int, only: Set<String>?, told: (String) -> Void = { _ in }) throws -> [Int] {
        var values = values
        var best = try score(values, cases)
        var random = SystemSeed(state: 7)
        for round in 0..<rounds {
            var changes = 0
            for index in values.indices.shuffled(using: &random) {
                if let only, !only.contains(lines[numbered[index]][0]) { continue }
                let value = values[index]
                let near = max(1, abs(value) * 15 / 100)
                let far = max(2, abs(value) * 40 / 100)
                for step in [near, -near, far, -far] {
                    var tried = values
                    tried[index] = value + step
                    let score = try score(tried, cases)
                    if score.aim > best.aim + Self.gain {
                        best = score
                        values = tried
                    }
                }
                if values[index] != value {
                    changes += 1
                    told(
                        "\(lines[numbered[index]].prefix(column).joined(separator: " ")): \(value) -> \(values[index])"
                            + ", \(best.text)")
                }
            }
            told("round \(round + 1): \(changes) changes, \(best.text)")
            if changes == 0 { break }
        }
        return values
    }

    /// What a change must bring.
    private static let gain = 0.0004
}

/// Scores of parts that are reckoned side by side.
private final class Shared: @unchecked Sendable {
    private let lock = NSLock()
    private var scores: [Score]

    init(count: Int) { scores = [Score](repeating: Score(), count: count) }

    func set(_ index: Int, _ score: Score) { lock.withLock { scores[index] = score } }

    var all: [Score] { lock.withLock { scores } }
}

/// A random order that is the same on every run (SplitMix64).
private struct SystemSeed: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
