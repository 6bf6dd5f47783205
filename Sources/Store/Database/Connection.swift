import GRDB
import GRDBSQLite
import Model

/// One connection to the file, with its compiled statements. Not for two threads at once: the writer owns one, the pool
/// of readers lends each of its own to one thread at a time.
///
/// GRDB opens and closes it, with its settings; statements are stepped through SQLite's own interface, since the lists
/// are read in a few microseconds (docs/adr/0006-store.md).
final class Connection {
    private let queue: DatabaseQueue
    let handle: OpaquePointer
    private var statements: [String: PreparedStatement] = [:]

    /// How a file is opened.
    enum Access {
        /// To read and write; the file is made where there is none.
        case readWrite
        /// To read beside a writer, in this process or another.
        case readOnly
        /// To read a file that nobody writes, from a folder that takes no files of SQLite's own either
        /// (https://www.sqlite.org/wal.html#read_only_databases).
        case immutable
    }

    /// Opens a file. What SQLite keeps to take a savepoint back stays in memory: an article touches more pages than it
    /// would keep there otherwise, and each would be written to a file of its own first.
    ///
    /// - Throws: ``StoreError/readOnly``, ``StoreError/corrupt``, ``StoreError/internal(_:)``.
    init(path: String, settings: StoreSettings, access: Access) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = access != .readWrite
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(settings.busyTimeout)
        configuration.prepareDatabase { database in
            // Not mapped into memory: each commit would have every reader map the file anew and touch its pages again,
            // which costs more than reading them.
            try database.execute(
                sql: """
                    PRAGMA cache_size = -\(settings.cacheKilobytes); PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY
                    """)
        }
        do {
            let name = access == .immutable ? Self.immutable(path) : path
            queue = try DatabaseQueue(path: name, configuration: configuration)
            handle = try queue.inDatabase { database in
                guard let handle = database.sqliteConnection else { throw StoreError.closed }
                return handle
            }
        } catch {
            throw StoreError(error)
        }
        Self.detach(handle)
    }

    /// The name by which SQLite opens a file without locks or files of its own beside it (https://www.sqlite.org/uri.html).
    private static func immutable(_ path: String) -> String {
        var name = "file:"
        for byte in path.utf8 {
            let isPlain =
                [0x2D, 0x2E, 0x2F, 0x5F].contains(byte) || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            name += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return name + "?immutable=1"
    }

    /// Takes GRDB's observers off: they follow statements that GRDB runs, and none runs from here on.
    private static func detach(_ handle: OpaquePointer) {
        sqlite3_set_authorizer(handle, nil, nil)
        sqlite3_update_hook(handle, nil, nil)
        sqlite3_commit_hook(handle, nil, nil)
        sqlite3_rollback_hook(handle, nil, nil)
    }

    /// The statement for this text, compiled once and reset.
    func statement(_ sql: String) throws(StoreError) -> PreparedStatement {
        if let known = statements[sql] { return known }
        if statements.count >= Self.capacity { statements.removeAll() }
        let made = try PreparedStatement(sql, on: handle)
        statements[sql] = made
        return made
    }

    /// How many compiled statements are kept; filters can be combined in more ways than that.
    private static let capacity = 500

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ values: SQLValue...) throws(StoreError) {
        let statement = try statement(sql)
        try statement.bind(values)
        _ = try statement.step()
        statement.reset()
    }

    /// Reads each row of a statement.
    func each(
        _ sql: String, _ values: [SQLValue] = [], _ body: (PreparedStatement) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    /// What the rows of a statement are read as.
    func all<Result>(
        _ sql: String, _ values: SQLValue..., as row: (PreparedStatement) throws(StoreError) -> Result
    ) throws(StoreError) -> [Result] {
        var results: [Result] = []
        try each(sql, values) { statement throws(StoreError) in results.append(try row(statement)) }
        return results
    }

    /// What the first row is read as, if there is one.
    func first<Result>(
        _ sql: String, _ values: SQLValue..., as row: (PreparedStatement) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        return try statement.step() ? try row(statement) : nil
    }

    /// The integer in the first column of the first row.
    func integer(_ sql: String, _ values: SQLValue...) throws(StoreError) -> Int? {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        return try statement.step() ? statement.optionalInt(0) : nil
    }

    /// Runs a script of several statements that are not kept.
    func script(_ sql: String) throws(StoreError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw StoreError(sqlite: sqlite3_extended_errcode(handle), on: handle) }
    }

    /// Whether a transaction is open; SQLite itself ends one on some errors.
    var isInTransaction: Bool {
        sqlite3_get_autocommit(handle) == 0
    }

    /// Runs a body in a transaction: all of it or nothing.
    func transaction<Result>(
        _ kind: String = "IMMEDIATE", _ body: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try run("BEGIN \(kind)")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            if isInTransaction { try? script("ROLLBACK") }
            throw error
        }
    }
}
