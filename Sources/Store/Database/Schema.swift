import Migrations
import Model

/// The schema of the file: which version it has, and how it gets to the latest.
enum Schema {
    /// `DEAL` in ASCII, in the header of every file of ours (`PRAGMA application_id`).
    static let applicationID = 0x4445_414C

    /// The latest version: that of the last migration.
    static var latest: Int {
        Migrations.all.count
    }

    /// The version of an open file.
    ///
    /// - Throws: ``StoreError/foreignFile``, ``StoreError/newerSchema(found:known:)``.
    static func version(of connection: Connection) throws(StoreError) -> Int {
        let version = try connection.integer("PRAGMA user_version") ?? 0
        let application = try connection.integer("PRAGMA application_id") ?? 0
        let tables = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
        guard application == applicationID || (application == 0 && tables == 0) else { throw .foreignFile }
        guard version <= latest else { throw .newerSchema(found: version, known: latest) }
        return version
    }

    /// Brings a file to the latest version, each migration in a transaction of its own; how many were run.
    @discardableResult
    static func migrate(_ connection: Connection) throws(StoreError) -> Int {
        let found = try version(of: connection)
        try connection.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        for number in found..<max(found, latest) {
            try connection.transaction { () throws(StoreError) in
                try connection.script(Migrations.all[number])
                try connection.script("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(number + 1)")
            }
        }
        return latest - found
    }
}
