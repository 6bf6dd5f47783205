import Model

extension DealReviewer {
    /// The candidates with their features by name, a line each: what `scripts/fit-review` fits the model to.
    func listing() -> String {
        var names: [UInt64: String] = [ReviewWords.party: "@"]
        let document = context.document
        document.bytes.withUnsafeBufferPointer { bytes in
            for token in document.tokens {
                names[ReviewWords.stem(token, bytes)] = ReviewWords.spelling(token, bytes)
            }
        }
        let known =
            DealType.allCases.map(\.rawValue) + Literal.Kind.allCases.map(\.rawValue)
            + EntityMention.Form.allCases.map { String(describing: $0) } + (0...12).map(String.init)
            + DealFeatures.names
            + context.lexicon.frames.all.map(\.id) + context.entities.all.compactMap(\.sort)
            + ["government", "unknown", "absent"]
        for name in known { names[ReviewHash.of(name)] = name }
        var lines = ""
        visit { sentence, candidates in
            var base = ReviewListing(names: names)
            features.add(sentence, to: &base)
            for candidate in candidates {
                var own = ReviewListing(names: names)
                features.add(candidate, to: &own)
                let all = context.entities.all
                lines += "\(sentence)\t\(all[candidate.first].name)\t\(all[candidate.second].name)\t"
                lines += (base.features + own.features).joined(separator: "\t") + "\n"
            }
        }
        return lines
    }
}

/// Lists features by name: `template part part=value`.
struct ReviewListing: ReviewSink {
    let names: [UInt64: String]
    var features: [String] = []

    func key(_ template: ReviewTemplate) -> String { ReviewTemplate.names[Int(template.rawValue)] }

    func key(_ key: String, _ part: UInt64) -> String { key + " " + (names[part] ?? "?") }

    mutating func add(_ key: String, _ value: Int) { features.append("\(key)=\(value)") }
}
