import Model

extension IngestReceipt {
    /// The answer to an article: its id, whether it was new, and its records.
    var json: [UInt8] {
        var writer = JSONWriter(.compact, capacity: 4096)
        writer.object { write(in: &$0) }
        return writer.bytes
    }

    /// Writes the members of the answer.
    func write(in writer: inout JSONWriter) {
        writer.key("id")
        writer.string(article)
        writer.key("status")
        writer.string(outcome.rawValue)
        writer.key("language")
        writer.string(language)
        writer.rows(records)
        writer.key("warnings")
        writer.warnings(warnings)
    }
}

/// The answer to an article that was read but not stored: the same members; `id` is null, and records have no ids.
struct DryRun: Sendable {
    let extraction: Extraction

    init(_ extraction: Extraction) {
        self.extraction = extraction
    }

    /// Writes the members of the answer.
    func write(in writer: inout JSONWriter) {
        writer.key("id")
        writer.null()
        writer.key("status")
        writer.string(IngestReceipt.Outcome.created.rawValue)
        writer.key("dry_run")
        writer.bool(true)
        writer.key("language")
        writer.string(extraction.language)
        writer.records(of: extraction)
        writer.key("companies")
        writer.array(extraction.companies) { writer, name in
            writer.object { writer in
                writer.key("name")
                writer.string(name)
            }
        }
        writer.key("warnings")
        writer.warnings(extraction.warnings)
    }
}

extension JSONWriter {
    /// The records of an article as members of the current object, each an array of stored rows.
    mutating func rows(_ records: ArticleRecords) {
        let lists = [
            ("deals", records.deals), ("relationships", records.relationships), ("estimates", records.estimates),
            ("statements", records.statements), ("companies", records.companies),
        ]
        for (name, rows) in lists {
            key(name)
            array { $0.raw(elements: rows.json) }
        }
    }

    /// The members of an object that is JSON already, as members of the current object.
    mutating func raw(members json: [UInt8]) {
        guard json.count > 2 else { return }
        raw(json[1..<json.count - 1])
    }

    /// Elements that are JSON already, between commas.
    mutating func raw(elements json: [UInt8]) {
        guard !json.isEmpty else { return }
        raw(json)
    }
}
