import Model

/// Numbers and times of new rows, and the ids of records. What it remembers is forgotten when a write is taken back.
final class Ledger {
    private let connection: Connection
    private let now: @Sendable () -> Timestamp
    private var last: [String: Int] = [:]
    private var ids: [RecordRef: String] = [:]

    /// A ledger over a connection.
    init(_ connection: Connection, now: @escaping @Sendable () -> Timestamp) {
        self.connection = connection
        self.now = now
    }

    /// Forgets what was handed out since the last commit.
    func forget() {
        last.removeAll()
        ids.removeAll()
    }

    /// Adds an event; its time is now, or just behind the event before it where the clock has not moved on.
    func event(
        _ kind: String, article: Int?, engine: String? = nil, language: String? = nil, warnings: String? = nil,
        editor: Editor? = nil
    ) throws(StoreError) -> Event {
        let number = try next("event", "SELECT max(event_no) FROM event")
        let time = try max(now().microseconds, next("time", "SELECT max(at) FROM event"))
        last["time"] = time
        try connection.run(
            "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", .int(number), .int(time), .text(kind),
            SQLValue(article), SQLValue(engine), SQLValue(language), SQLValue(warnings), SQLValue(editor?.name),
            SQLValue(editor?.reason))
        return Event(number: number, at: Timestamp(microseconds: time), article: article, editor: editor)
    }

    /// What the clock says.
    var time: Timestamp {
        now()
    }

    /// The number of the next article.
    func articleNumber() throws(StoreError) -> Int {
        try next("article", "SELECT max(article_no) FROM article")
    }

    /// The number of the next claim.
    func claimNumber() throws(StoreError) -> Int {
        try next("claim", "SELECT max(claim_no) FROM claim")
    }

    /// The number of the next state in a folded table.
    func stateNumber(_ table: String) throws(StoreError) -> Int {
        try next(table, "SELECT max(state_no) FROM \(table)")
    }

    /// Mints an id for a new record.
    func mint(_ kind: RecordKind, event: Event) throws(StoreError) -> RecordRef {
        let number = try next(kind.prefix, "SELECT max(number) FROM record WHERE kind = \(kind.rawValue)")
        let record = RecordRef(kind: kind, number: number)
        let id = Identifier.mint(kind.prefix)
        try connection.run(
            "INSERT INTO record VALUES (?1, ?2, ?3, ?4)", .int(kind.rawValue), .int(number), .text(id),
            .int(event.number))
        remember(record, id)
        return record
    }

    /// The id of a record.
    func id(_ kind: RecordKind, _ number: Int) throws(StoreError) -> String {
        let record = RecordRef(kind: kind, number: number)
        if let known = ids[record] { return known }
        let id = try connection.first(
            "SELECT id FROM record WHERE kind = ?1 AND number = ?2", .int(kind.rawValue), .int(number)
        ) { row throws(StoreError) in row.text(0) }
        guard let id else { throw .corrupt }
        remember(record, id)
        return id
    }

    /// The number of the record with an id, or `nil`.
    func number(_ kind: RecordKind, _ id: String) throws(StoreError) -> Int? {
        try connection.integer("SELECT number FROM record WHERE id = ?1 AND kind = ?2", .text(id), .int(kind.rawValue))
    }

    private func remember(_ record: RecordRef, _ id: String) {
        if ids.count >= Self.capacity { ids.removeAll() }
        ids[record] = id
    }

    private func next(_ name: String, _ sql: String) throws(StoreError) -> Int {
        let previous: Int
        if let known = last[name] { previous = known } else { previous = try connection.integer(sql) ?? 0 }
        last[name] = previous + 1
        return previous + 1
    }

    /// How many ids are kept in memory.
    private static let capacity = 50_000
}
