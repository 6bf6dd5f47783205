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
                features.add(candidate, goods: features.strongest(in: sentence), to: &own)
                let all = context.entities.all
                lines += "\(sentence)\t\(all[candidate.first].name)\t\(all[candidate.second].name)\t"
                lines += (base.features + own.features).joined(separator: "\t") + "\n"
            }
        }
        return lines
    }

    /// The deals that the text may tell, with what is known of each that is not 0, a line each: who is on the first side, who on
    /// the second, the type, the measures. The trees of `scripts/fit-review` are grown from them.
    func unitListing() -> String {
        var lines = ""
        for unit in units() {
            let sides = sides(of: unit)
            lines +=
                (sides.map { context.entities.all[$0].name } + [unit.type.rawValue] + unit.known)
                .joined(separator: "\t") + "\n"
        }
        return lines
    }

    /// Who is on which side of a possible deal: as frames have it, else as the model has it.
    private func sides(of unit: ReviewUnits.Unit) -> [Int] {
        let told = deals.deals(of: unit.pair).first { deals.told[$0] }
        guard let told else { return unit.sides }
        let first = deals.candidates[told].type.role(ofSide: 0)
        let parties = deals.candidates[told].parties
        let ahead = parties.first { $0.role == first && [unit.pair.low, unit.pair.high].contains($0.entity) }?.entity
        return ahead.map { [$0, $0 == unit.pair.low ? unit.pair.high : unit.pair.low] } ?? unit.sides
    }
}

/// Lists features by name: `template part part=value`.
struct ReviewListing: ReviewSink {
    let names: [UInt64: String]
    var features: [String] = []

    func key(_ template: ReviewTemplate) -> String { ReviewTemplate.names[Int(template.rawValue)] }

    func key(_ key: String, _ part: UInt64) -> String { key + " " + (names[part] ?? "?") }

    mutating func add(_ key: String, _ value: Int) { features.append("\(key)=\(value)") }

    mutating func add(
        _ template: ReviewTemplate, each items: ArraySlice<ReviewWords.Item>, isOfParties: Bool, _ value: Int
    ) {
        for item in items where isOfParties || item.entity < 0 { add(template, item.stem, value) }
    }

    mutating func add(
        _ template: ReviewTemplate, eachTwo items: ArraySlice<ReviewWords.Item>, isOfParties: Bool, _ value: Int
    ) {
        for (one, other) in zip(items, items.dropFirst()) where isOfParties || one.entity < 0 && other.entity < 0 {
            add(template, one.stem, other.stem, value)
        }
    }
}
