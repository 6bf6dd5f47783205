import GRDBSQLite
import Model

/// A value that a statement binds.
enum SQLValue: Hashable, Sendable {
    case null
    case int(Int)
    case text(String)
    /// UTF-8, bound as text.
    case utf8([UInt8])
    case blob([UInt8])

    /// An integer, or null.
    init(_ value: Int?) {
        self = value.map(SQLValue.int) ?? .null
    }

    /// A text, or null.
    init(_ value: String?) {
        self = value.map(SQLValue.text) ?? .null
    }

    /// 1 or 0.
    init(_ value: Bool) {
        self = .int(value ? 1 : 0)
    }
}

/// A compiled statement that is kept for use again. Not for two threads at once.
final class PreparedStatement {
    private let pointer: OpaquePointer
    private let database: OpaquePointer

    /// Compiles a statement that will live as long as its connection.
    init(_ sql: String, on database: OpaquePointer) throws(StoreError) {
        var pointer: OpaquePointer?
        let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard code == SQLITE_OK, let pointer else { throw StoreError(sqlite: code, on: database) }
        self.pointer = pointer
        self.database = database
    }

    deinit {
        sqlite3_finalize(pointer)
    }

    /// Binds the parameters ?1, ?2, … in order.
    func bind(_ values: [SQLValue]) throws(StoreError) {
        for index in values.indices {
            let place = Int32(index + 1)
            let code =
                switch values[index] {
                case .null: sqlite3_bind_null(pointer, place)
                case .int(let value): sqlite3_bind_int64(pointer, place, Int64(value))
                case .text(let value): bind(text: value, at: place)
                case .utf8(let bytes): bind(bytes, at: place)
                case .blob(let bytes): bind(blob: bytes, at: place)
                }
            guard code == SQLITE_OK else { throw StoreError(sqlite: code, on: database) }
        }
    }

    /// Binds one integer; for the paths where an array of values costs too much.
    func bind(_ value: Int, at place: Int32) {
        sqlite3_bind_int64(pointer, place, Int64(value))
    }

    /// Runs to the next row; `false` at the end.
    func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let error = StoreError(sqlite: sqlite3_extended_errcode(database), on: database)
        sqlite3_reset(pointer)
        throw error
    }

    /// Lets go of the rows; a statement that is not reset keeps the write-ahead log from shrinking.
    func reset() {
        sqlite3_reset(pointer)
    }

    /// The integer of a column, 0 for null.
    func int(_ column: Int32) -> Int {
        Int(sqlite3_column_int64(pointer, column))
    }

    /// Whether a column is null.
    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(pointer, column) == SQLITE_NULL
    }

    /// The integer of a column.
    func optionalInt(_ column: Int32) -> Int? {
        isNull(column) ? nil : int(column)
    }

    /// The text of a column, empty for null.
    func text(_ column: Int32) -> String {
        String(decoding: buffer(column), as: UTF8.self)
    }

    /// The text of a column.
    func optionalText(_ column: Int32) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// The bytes of a column, valid until the next step.
    func buffer(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(pointer, column)
        return UnsafeRawBufferPointer(
            start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(pointer, column)))
    }

    /// The bytes of a column.
    func bytes(_ column: Int32) -> [UInt8] {
        Array(buffer(column))
    }

    /// The value of a column as an ordering value of a page key.
    func part(_ column: Int32) -> PageKey.Part {
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(int(column))
        default: .text(text(column))
        }
    }

    /// All columns of a row, for comparison.
    func dump() -> String {
        (0..<sqlite3_column_count(pointer)).map { "\(part($0))" }.joined(separator: "|")
    }

    /// Feeds all columns of a row to a hasher.
    func hash(into hasher: inout Hasher) {
        for column in 0..<sqlite3_column_count(pointer) { hasher.combine(part(column)) }
    }

    private func bind(text value: String, at place: Int32) -> CInt {
        var value = value
        return value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text(pointer, place, characters.baseAddress, Int32(characters.count), Self.copied)
            }
        }
    }

    private func bind(_ bytes: [UInt8], at place: Int32) -> CInt {
        bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: CChar.self) { characters in
                sqlite3_bind_text(pointer, place, characters.baseAddress, Int32(characters.count), Self.copied)
            }
        }
    }

    private func bind(blob bytes: [UInt8], at place: Int32) -> CInt {
        bytes.withUnsafeBytes { raw in
            sqlite3_bind_blob(pointer, place, raw.baseAddress, Int32(raw.count), Self.copied)
        }
    }

    /// `SQLITE_TRANSIENT`, a macro that Swift does not import: SQLite takes a copy.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
