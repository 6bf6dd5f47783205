import Model

/// What one article says, as one JSON object: the output of `dealtracker extract`.
///
/// Its members are those of the record guide (`lang`, `published`, `deals`, `relationships`, `estimates`,
/// `statements`, `companies`), with `confidence` and `evidence` on each record, and `mentions` and `warnings` beside
/// them.
public struct ExtractionDocument: Sendable {
    private let extraction: Extraction

    /// The document of an extraction.
    public init(_ extraction: Extraction) {
        self.extraction = extraction
    }

    /// The document as UTF-8.
    ///
    /// - Parameter layout: compact, which is one line without a line end, or pretty, which ends with a line feed.
    public func json(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout, capacity: 4096)
        writer.object { writer in
            writer.key("lang")
            writer.string(extraction.language)
            writer.key("published")
            writer.string(extraction.published?.text)
            writer.records(of: extraction)
            writer.key("companies")
            writer.array(extraction.companies) { $0.string($1) }
            writer.key("mentions")
            writer.array(extraction.mentions) { $0.mention($1) }
            writer.key("warnings")
            writer.warnings(extraction.warnings)
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// The members `deals`, `relationships`, `estimates` and `statements` of the current object.
    mutating func records(of extraction: Extraction) {
        key("deals")
        array(extraction.deals) { writer, deal in writer.finding(deal) { $0.members(of: $1) } }
        key("relationships")
        array(extraction.relationships) { writer, tie in writer.finding(tie) { $0.members(of: $1) } }
        key("estimates")
        array(extraction.estimates) { writer, estimate in writer.finding(estimate) { $0.members(of: $1) } }
        key("statements")
        array(extraction.statements) { writer, statement in writer.finding(statement) { $0.members(of: $1) } }
    }
}
