import Model

/// What a check of the file found.
public struct CheckReport: Hashable, Sendable {
    /// What SQLite's own check complains of; empty for a sound file.
    public var integrity: [String]
    /// Rows that refer to rows that are missing.
    public var danglingRows: Int
    /// Tables whose rows differ from what a new fold of all assertions gives.
    public var differingTables: [String]

    /// Whether nothing was found.
    public var isSound: Bool {
        integrity.isEmpty && danglingRows == 0 && differingTables.isEmpty
    }
}

extension SQLiteStore {
    /// Checks the file: SQLite's structures, references between rows, and that every folded table is what the assertions
    /// give. Nothing is changed. Writes wait meanwhile.
    public func check() throws(StoreError) -> CheckReport {
        try writer.exclusively { desk throws(StoreError) in
            let integrity = try desk.connection.all("PRAGMA integrity_check(20)") { row throws(StoreError) in
                row.text(0)
            }
            let dangling = try desk.connection.all("PRAGMA foreign_key_check") { row throws(StoreError) in row.text(0) }
            return CheckReport(
                integrity: integrity == ["ok"] ? [] : integrity, danglingRows: dangling.count,
                differingTables: try Rebuild(desk: desk).differingTables())
        }
    }

    /// Copies the file as it stands now into a new file, while reads and writes go on.
    ///
    /// - Throws: ``StoreError/diskFull``, ``StoreError/readOnly``, ``StoreError/refused(_:)`` where the new file exists.
    public func backup(to path: String) throws(StoreError) {
        try readers.read { connection throws(StoreError) in
            do throws(StoreError) {
                try connection.run("VACUUM INTO ?1", .text(path))
            } catch .internal(let message) where message.hasSuffix("output file already exists") {
                throw .refused("\(path) exists already")
            }
        }
    }

    /// Calls a body with every deal that stands now, in order of age: the hook of exports.
    public func forEachDeal(_ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void) throws(StoreError) {
        try readers.snapshot { connection throws(StoreError) in
            try connection.each(
                "SELECT wire FROM deal_state WHERE \(States.current) ORDER BY number"
            ) { row throws(StoreError) in try body(row.buffer(0)) }
        }
    }
}
