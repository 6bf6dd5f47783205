import Model

/// All that the writer works with on its one connection. What it keeps in memory is forgotten when a write is taken back.
final class Desk {
    let connection: Connection
    let log: ClaimLog
    let ledger: Ledger
    let library: Library
    let directory: Directory
    let catalogue: Catalogue
    let renderer: any RecordRenderer
    /// What was changed since the last commit. A file that was just opened may hold what nobody was told of: the log of a
    /// process that was killed, or a commit that failed halfway.
    var changes = Changes.all

    /// A desk on a writing connection.
    init(
        _ connection: Connection, renderer: any RecordRenderer, catalogue: Catalogue,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.connection = connection
        self.renderer = renderer
        self.catalogue = catalogue
        log = ClaimLog(connection: connection)
        ledger = Ledger(connection, now: now)
        library = Library(connection)
        directory = Directory(connection)
    }

    /// Forgets all that is kept in memory.
    func forget() {
        ledger.forget()
        library.forget()
        directory.forget()
    }

    /// Adds a claim and returns it.
    @discardableResult
    func claim(
        _ record: RecordRef, _ verb: Claim.Verb = .states, target: Int? = nil, event: Event, confidence: Int = 1000,
        _ assertions: [Assertion] = []
    ) throws(StoreError) -> Claim {
        let claim = Claim(
            number: try ledger.claimNumber(), record: record, event: event, verb: verb, target: target,
            confidence: confidence, assertions: assertions)
        try log.add(claim)
        return claim
    }
}
