import Model
import Synchronization

/// Connections for reading. One is lent to one thread at a time; there are as many as threads that read at once.
final class ReaderPool: Sendable {
    private let idle = Mutex<[Lent]>([])
    private let open: @Sendable () throws(StoreError) -> Connection

    /// A pool whose connections `open` makes.
    init(open: @escaping @Sendable () throws(StoreError) -> Connection) {
        self.open = open
    }

    /// Reads with a connection that nobody else uses meanwhile.
    func read<Result>(_ body: (Connection) throws(StoreError) -> Result) throws(StoreError) -> Result {
        let lent: Lent
        if let free = idle.withLock({ $0.popLast() }) { lent = free } else { lent = Lent(try open()) }
        defer { idle.withLock { $0.append(lent) } }
        return try body(lent.connection)
    }

    /// Reads several statements of one moment.
    func snapshot<Result>(_ body: (Connection) throws(StoreError) -> Result) throws(StoreError) -> Result {
        try read { connection throws(StoreError) in
            try connection.transaction("DEFERRED") { () throws(StoreError) in try body(connection) }
        }
    }

    /// Closes the connections that are not in use.
    func close() {
        idle.withLock { $0.removeAll() }
    }

    /// A connection on its way between threads; the pool sees to it that one holds it at a time.
    private struct Lent: @unchecked Sendable {
        let connection: Connection

        init(_ connection: Connection) {
            self.connection = connection
        }
    }
}
