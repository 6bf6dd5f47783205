import Foundation
import Ingestion

/// Time for each byte as texts grow: real articles joined, and texts made to hurt.
struct Scaling {
    let engine: Engine
    let articles: Articles

    /// How much more a byte may cost in the longest text than in the shortest: caches and allocation, no more.
    private static let bar = 3.0

    func run(_ report: inout Report) {
        let sizes = [100_000, 1_000_000, 10_000_000]
        row("joined articles", sizes, &report) { articles.joined(bytes: $0) }
        row("many names", sizes, &report) { AdversarialTexts.manyNames(bytes: $0) }
        row("names of rivals", sizes, &report) { AdversarialTexts.rivals(bytes: $0) }
        row("sums that are all new", sizes, &report) { AdversarialTexts.sums(bytes: $0) }
        row("deals that are all new", sizes, &report) { AdversarialTexts.loans(bytes: $0) }
        row("names of one family", sizes, &report) { AdversarialTexts.kin(bytes: $0) }
        row("mixture", sizes, &report) { AdversarialTexts.mixture(bytes: $0, seed: 7) }
        for (name, piece) in AdversarialTexts.pieces {
            row(name, [20_000, 200_000, 2_000_000], &report) { AdversarialTexts.text(piece, bytes: $0) }
        }
    }

    private func row(_ name: String, _ sizes: [Int], _ report: inout Report, _ text: (Int) -> [UInt8]) {
        let costs = sizes.map { size in
            let text = text(size)
            var best = Double.infinity
            var spent = 0.0
            while spent < 0.02 || best == .infinity {
                let time = Clock.measure { _ = engine.read(text, published: nil, language: "en") }
                best = min(best, time)
                spent += time
            }
            return best / Double(text.count) * 1e9
        }
        let cells = costs.map { String(format: "%7.0f", $0) }.joined(separator: " ")
        let growth = costs[costs.count - 1] / max(costs[0], Self.cheap)
        report.add(
            "ns a byte at \(sizes.map(Report.size).joined(separator: ", ")): \(cells)  \(name)", growth,
            atMost: Self.bar)
    }

    /// Below this many nanoseconds a byte, growth is the memory's, not a rule's.
    private static let cheap = 20.0
}
