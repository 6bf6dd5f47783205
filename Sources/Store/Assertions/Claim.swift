import Model

/// What one source says of a field of a record.
struct Assertion: Hashable, Sendable {
    /// The field, as a JSON pointer into the record.
    var field: String
    /// What it says, as ``Atom`` JSON; `nil` where it only adds words to a field that another assertion gives.
    var value: String?
    /// The words behind it.
    var span: Span?
    /// The rule that read them.
    var rule: String?
}

/// What one source says of one record, or does to it.
struct Claim: Hashable, Sendable {
    /// What a claim does; the meaning of each stands beside the table in the migration.
    enum Verb: String, Sendable {
        case states, retracts, withdraws, absorbs, joins, takes, leaves, releases
    }

    var number: Int
    var record: RecordRef
    var event: Event
    var verb: Verb
    var target: Int?
    var confidence: Int
    var assertions: [Assertion] = []
}

/// One write: an article read, or an edit.
struct Event: Hashable, Sendable {
    var number: Int
    var at: Timestamp
    /// The article's number, or `nil` for an edit.
    var article: Int?
    var editor: Editor?
}

/// What a source is known by where records show it.
struct Article: Hashable, Sendable {
    var number: Int
    var id: String
    var text: [UInt8]
    var title: String
    var url: String?
    var publisher: String?
    var published: Day?
    var fingerprint: Fingerprint
    var reprintOf: Int?
    var at: Timestamp

    /// The words of a span, as far as it lies in the text.
    func quote(_ span: Span) -> String {
        guard span.end <= text.count else { return "" }
        return String(decoding: text[span.start..<span.end], as: UTF8.self)
    }
}
