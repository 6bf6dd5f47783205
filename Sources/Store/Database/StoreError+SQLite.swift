import GRDB
import GRDBSQLite
import Model

extension StoreError {
    /// The error behind a result code of SQLite (https://www.sqlite.org/rescode.html).
    init(sqlite code: CInt, on database: OpaquePointer?) {
        let message = sqlite3_errmsg(database).map { String(cString: $0) } ?? "unknown error"
        self.init(sqlite: code, message: message)
    }

    /// The error behind a result code, basic or extended, with SQLite's message.
    init(sqlite code: CInt, message: String) {
        switch code & 0xFF {
        case SQLITE_FULL: self = .diskFull
        case SQLITE_IOERR where Self.growth.contains(code): self = .diskFull
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH: self = .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt
        default: self = .internal("sqlite \(code): \(message)")
        }
    }

    /// The error behind whatever GRDB throws.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(sqlite: error.extendedResultCode.rawValue, message: error.message ?? "unknown error")
        default: self = .internal(String(describing: error))
        }
    }

    /// Failed writes that mean that a file may not grow: no space (WAL and its index), a limit on the file's size.
    private static let growth: Set<CInt> = [
        SQLITE_IOERR | (3 << 8),  // SQLITE_IOERR_WRITE
        SQLITE_IOERR | (19 << 8),  // SQLITE_IOERR_SHMSIZE
    ]
}
