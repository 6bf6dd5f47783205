import Ingestion
import Model

/// Reads texts of every kind that nobody would write: the engine must answer each, and the same twice.
struct Robustness {
    let engine: Engine

    func run(_ seeds: Int, _ report: inout Report) throws {
        let published = try Day("2026-03-05")
        var differing = 0
        for seed in 0..<UInt64(seeds) {
            var text = AdversarialTexts.mixture(bytes: 3000, seed: seed)
            if seed % 3 == 0 { AdversarialTexts.damage(&text, seed: seed) }
            let language = seed % 2 == 0 ? "en" : "fr"
            let first = engine.read(text, published: published, language: language)
            if seed % 7 == 0, engine.read(text, published: published, language: language) != first { differing += 1 }
        }
        report.add("of \(seeds) mixtures read differently the second time", Double(differing), atMost: 0)
    }
}
