import Dispatch
import GRDBSQLite
import Model
import Synchronization

/// The one writer: takes all writes that wait into one transaction and answers them after COMMIT. One that fails takes
/// nothing of its neighbours back: a group whose writes all succeed, as nearly all do, is one run; where one has failed after
/// it changed something, the group is taken back and run again, each write under a savepoint of its own. Savepoints for all
/// would have the full-text index write a segment for each article instead of one for the group.
///
/// States of a write: queued -> running -> (failed | written) -> answered after COMMIT. A failed COMMIT fails all that were
/// written in it, and the connection is opened anew: after a failed fsync nothing that SQLite holds can be trusted.
final class GroupWriter: Sendable {
    /// A write and what becomes of it.
    private struct Job: Sendable {
        /// Runs the write; its result is kept until it may be told.
        let run: @Sendable (Desk) -> StoreError?
        /// Tells the result, or the error instead.
        let answer: @Sendable (StoreError?) -> Void
    }

    private struct Waiting {
        var jobs: [Job] = []
        var isDraining = false
        var isClosed = false
        var failure: StoreError?
    }

    private let waiting = Mutex(Waiting())
    private let queue = DispatchQueue(label: "dealtracker.store.writer")
    private let settings: StoreSettings
    private let core: Core
    private let commits: Atomic<Int>
    private let log: Mutex<ChangeLog>

    /// A writer on a connection that `open` makes.
    init(settings: StoreSettings, open: @escaping @Sendable () throws(StoreError) -> Desk) throws(StoreError) {
        self.settings = settings
        core = Core(desk: try open(), open: open)
        let commit = try core.desk?.connection.integer("SELECT max(event_no) FROM event") ?? 0
        commits = Atomic(commit)
        log = Mutex(ChangeLog(since: commit))
    }

    /// A writer of a file that cannot be written: every write fails alike.
    init(refusing refusal: StoreError, settings: StoreSettings) {
        self.settings = settings
        core = Core(refusing: refusal)
        commits = Atomic(0)
        log = Mutex(ChangeLog(since: 0))
        waiting.withLock { $0.failure = refusal }
    }

    /// Rises with every commit that changed something.
    var generation: Int {
        commits.load(ordering: .acquiring)
    }

    /// The generation at which the deals of a company last changed, or a later one.
    func generation(ofDealsOf company: Int) -> Int {
        log.withLock { $0.last(company) }
    }

    /// Tells readers of a commit, first what it has changed: whoever sees the new generation sees that as well.
    private func publish(_ changes: Changes) {
        log.withLock { $0.add(changes, at: commits.load(ordering: .relaxed) + 1) }
        commits.add(1, ordering: .releasing)
    }

    /// How many writes wait, and why the last group failed, if it did.
    var condition: (waiting: Int, failure: StoreError?) {
        waiting.withLock { ($0.jobs.count, $0.failure) }
    }

    /// Queues a write and waits until it is on disk.
    ///
    /// - Throws: ``StoreError/queueFull``, ``StoreError/closed``, and what the write or its commit throws.
    func write<Result: Sendable>(
        _ body: @escaping @Sendable (Desk) throws(StoreError) -> Result
    ) async throws(StoreError) -> Result {
        let outcome: Swift.Result<Result, StoreError> = await withCheckedContinuation { continuation in
            let result = Mutex<Swift.Result<Result, StoreError>>(.failure(.closed))
            let box = Box(result)
            let job = Job(
                run: { desk in
                    do throws(StoreError) {
                        let value = try body(desk)
                        box.value.withLock { $0 = .success(value) }
                        return nil
                    } catch {
                        box.value.withLock { $0 = .failure(error) }
                        return error
                    }
                },
                answer: { error in
                    continuation.resume(returning: error.map { .failure($0) } ?? box.value.withLock { $0 })
                })
            if let refusal = enqueue(job) { job.answer(refusal) }
        }
        return try outcome.get()
    }

    /// Runs what is queued, then refuses all further writes.
    func close() {
        waiting.withLock { $0.isClosed = true }
        queue.sync { core.desk = nil }
    }

    /// Runs a body on the writer's connection between two groups, outside any transaction.
    func exclusively<Result>(_ body: (Desk) throws(StoreError) -> Result) throws(StoreError) -> Result {
        var outcome: Swift.Result<Result, StoreError> = .failure(.closed)
        queue.sync {
            do throws(StoreError) {
                let desk = try core.working()
                defer { desk.forget() }
                outcome = .success(try body(desk))
                desk.changes.everything()
                publish(desk.changes)
                desk.changes = Changes()
            } catch {
                outcome = .failure(error)
            }
        }
        return try outcome.get()
    }

    private func enqueue(_ job: Job) -> StoreError? {
        let (refusal, mustStart) = waiting.withLock { waiting -> (StoreError?, Bool) in
            if waiting.isClosed { return (.closed, false) }
            guard waiting.jobs.count < settings.queueCapacity else { return (.queueFull, false) }
            waiting.jobs.append(job)
            defer { waiting.isDraining = true }
            return (nil, !waiting.isDraining)
        }
        if mustStart { queue.async { self.drain() } }
        return refusal
    }

    private func drain() {
        while let group = nextGroup() { perform(group) }
    }

    private func nextGroup() -> [Job]? {
        waiting.withLock { waiting in
            guard !waiting.jobs.isEmpty else {
                waiting.isDraining = false
                return nil
            }
            let group = Array(waiting.jobs.prefix(settings.groupLimit))
            waiting.jobs.removeFirst(group.count)
            return group
        }
    }

    private func perform(_ group: [Job]) {
        var errors: [StoreError?] = []
        var failure: StoreError?
        do throws(StoreError) {
            let desk = try core.working()
            let before = sqlite3_total_changes64(desk.connection.handle)
            let outcome = try Self.together(group, desk)
            if let outcome { errors = outcome } else { errors = try Self.apart(group, desk) }
            let isNews = sqlite3_total_changes64(desk.connection.handle) != before || desk.changes.isEverything
            if isNews { publish(desk.changes) }
            desk.changes = Changes()
        } catch {
            failure = error
            errors = Array(repeating: error, count: group.count)
            core.discard()
        }
        let state = failure ?? errors.lazy.compactMap(\.self).first(where: Self.isOfTheFile)
        waiting.withLock { $0.failure = state }
        for index in group.indices { group[index].answer(errors[index]) }
    }

    /// Runs a group in one go and commits it; the error of each write. `nil`, and nothing is changed, where a write has
    /// failed that had changed something.
    private static func together(_ group: [Job], _ desk: Desk) throws(StoreError) -> [StoreError?]? {
        var errors: [StoreError?] = []
        try desk.connection.run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            for job in group {
                let before = sqlite3_total_changes64(desk.connection.handle)
                errors.append(job.run(desk))
                guard errors.last != .some(nil) else { continue }
                desk.forget()
                let isClean =
                    desk.connection.isInTransaction && sqlite3_total_changes64(desk.connection.handle) == before
                guard isClean else {
                    if desk.connection.isInTransaction { try desk.connection.script("ROLLBACK") }
                    return nil
                }
            }
            try desk.connection.run("COMMIT")
            return errors
        } catch {
            if desk.connection.isInTransaction { try? desk.connection.script("ROLLBACK") }
            throw error
        }
    }

    /// Runs a group in one transaction, each write under a savepoint; the error of each.
    private static func apart(_ group: [Job], _ desk: Desk) throws(StoreError) -> [StoreError?] {
        var errors: [StoreError?] = []
        try desk.connection.transaction { () throws(StoreError) in
            for job in group { errors.append(try run(job, desk)) }
        }
        return errors
    }

    /// Runs one write under a savepoint; its error, if it failed alone.
    ///
    /// - Throws: the error where SQLite has given the whole transaction up.
    private static func run(_ job: Job, _ desk: Desk) throws(StoreError) -> StoreError? {
        try desk.connection.run("SAVEPOINT write")
        guard let error = job.run(desk) else {
            try desk.connection.run("RELEASE write")
            return nil
        }
        desk.forget()
        guard desk.connection.isInTransaction else { throw error }
        try desk.connection.run("ROLLBACK TO write")
        try desk.connection.run("RELEASE write")
        return error
    }

    /// Whether an error is the file's, not the write's own.
    private static func isOfTheFile(_ error: StoreError) -> Bool {
        switch error {
        case .diskFull, .readOnly, .busy, .corrupt, .internal: true
        default: false
        }
    }

    /// The desk, touched on the writer's thread only, or while it stands still.
    private final class Core: @unchecked Sendable {
        var desk: Desk?
        private let open: @Sendable () throws(StoreError) -> Desk
        private let refusal: StoreError
        private var isDiscarded = false

        init(desk: Desk, open: @escaping @Sendable () throws(StoreError) -> Desk) {
            self.desk = desk
            self.open = open
            refusal = .closed
        }

        init(refusing refusal: StoreError) {
            open = { () throws(StoreError) in throw refusal }
            self.refusal = refusal
        }

        /// The desk, opened anew after a failed commit.
        func working() throws(StoreError) -> Desk {
            if isDiscarded {
                desk = try open()
                isDiscarded = false
            }
            guard let desk else { throw refusal }
            return desk
        }

        func discard() {
            guard desk != nil else { return }
            isDiscarded = true
        }
    }

    /// Holds what is not copyable.
    private final class Box<Value: ~Copyable & Sendable>: Sendable {
        let value: Value

        init(_ value: consuming Value) {
            self.value = value
        }
    }
}
