import Glibc
import Model

/// A file that cannot be written: whether it can be read all the same, and how.
struct ReadOnlyFile {
    let path: String
    let settings: StoreSettings

    /// How to open the file.
    ///
    /// Where the folder takes no new files either, SQLite cannot keep the index of its log beside the file; the file is then
    /// read as one that nobody writes, unless a log was left, whose commits would be missing.
    ///
    /// - Throws: ``StoreError/readOnly`` where it cannot be read either, or would have to be changed first;
    ///   ``StoreError/foreignFile``, ``StoreError/newerSchema(found:known:)``.
    func access(_ renderer: any RecordRenderer) throws(StoreError) -> Connection.Access {
        do throws(StoreError) {
            try check(.readOnly, renderer)
            return .readOnly
        } catch .readOnly {
            guard !hasLog else { throw .readOnly }
            try check(.immutable, renderer)
            return .immutable
        }
    }

    private func check(_ access: Connection.Access, _ renderer: any RecordRenderer) throws(StoreError) {
        let connection = try Connection(path: path, settings: settings, access: access)
        guard try Schema.version(of: connection) == Schema.latest, try Rebuild.isCurrent(connection, renderer)
        else { throw .readOnly }
    }

    /// Whether a log with something in it lies beside the file.
    private var hasLog: Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }
}
