import Model

extension Trace {
    /// All events in the order of the text: what the merger is given.
    func addEvents(_ events: [DealEvent], to text: inout TraceText) {
        text.head("events before merging: \(events.count)")
        for event in events { text.line(1, "\(quote(event.trigger.tokens)): \(self.event(event))") }
    }

    /// How likely the review has each deal that the text may tell, and what it reckons that from.
    func addReview(to text: inout TraceText) {
        guard let context = reader.dealReader.context(of: passes) else { return }
        let verdicts = reader.dealReader.reviewer(context).verdicts()
        text.head("review: \(verdicts.count) deals that may be told, in thousandths")
        for (unit, share) in verdicts {
            let sides = unit.sides.map { name($0) }.joined(separator: " and ")
            text.line(1, "\(share) \(unit.type.rawValue) of \(sides)", unit.known)
        }
    }

    /// The merged deals: what tells them, then every field with its words and rule.
    func addDeals(to text: inout TraceText) {
        text.head("deals: \(passes.candidates.count) merged, \(passes.extraction.deals.count) valid")
        for (index, candidate) in passes.candidates.enumerated() {
            let parties = candidate.parties.map { "\($0.role.rawValue) \(name($0.entity))" }
            text.line(
                1,
                "deal \(index): \(candidate.type.rawValue) \(candidate.status.rawValue), "
                    + parties.joined(separator: ", ") + ", confidence \(candidate.confidence)")
            if let features = candidate.features {
                text.line(
                    2, "features", zip(DealFeatures.names, features.values).filter { $1 != 0 }.map { "\($0) \($1)" })
            }
            text.line(2, "told by", candidate.anchors.map { quote($0.trigger) + ($0.tells ? "" : " (refers)") })
        }
        for (index, deal) in passes.extraction.deals.enumerated() {
            text.line(1, "record \(index): \(deal.record.type.rawValue) \(deal.record.status.rawValue)")
            add(deal.evidence, to: &text)
        }
        for clue in passes.extraction.clues {
            text.line(1, "record \(clue.deal) \(clue.kind.rawValue) an earlier deal")
        }
    }

    /// Ties, estimates and statements with their words and rules.
    func addRecords(to text: inout TraceText) {
        let found = passes.extraction
        text.head("relationships: \(found.relationships.count)")
        for item in found.relationships {
            let tie = item.record
            text.line(1, "\(tie.subject) \(tie.predicate.rawValue) \(tie.object)")
            add(item.evidence, to: &text)
        }
        text.head("estimates: \(found.estimates.count)")
        for item in found.estimates {
            text.line(1, "\(item.record.source ?? "nobody"): \(item.record.subject)")
            add(item.evidence, to: &text)
        }
        text.head("statements: \(found.statements.count)")
        for item in found.statements {
            text.line(1, "\(item.record.speaker), \(item.record.affiliation ?? "no affiliation")")
            add(item.evidence, to: &text)
        }
        text.head("companies: \(found.companies.count)")
        text.line(1, found.companies.joined(separator: ", "))
    }

    private func add(_ evidence: [Evidence], to text: inout TraceText) {
        for item in evidence {
            let words = item.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            text.line(2, "\(item.field) \"\(words)\" \(item.span.start)..<\(item.span.end) \(item.rule)")
        }
    }
}
