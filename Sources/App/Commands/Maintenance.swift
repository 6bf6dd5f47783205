import ArgumentParser
import Ingestion
import Model
import Store

/// `dealtracker check`: whether the store is whole.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the store: its file, its references, and that every record is what was said.",
        discussion: "Changes nothing. The exit code is 65 when something is wrong.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await Failure.reporting {
            try await database.withStore { settings, store throws(StoreError) in
                let report = try store.check()
                let problems = report.problems
                for problem in problems { StandardError.write("\(problem)\n") }
                Output.write(Array("\(settings.database): \(report.isSound ? "sound" : "damaged")\n".utf8))
                return report.isSound ? nil : Failure(.badInput, "\(problems.count) problems")
            }
        }
    }
}

/// `dealtracker backup`: a copy of the store as it stands, while it is served.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store into a new file, while it is in use.")

    @OptionGroup var database: DatabaseOptions

    @Argument(help: "The new file.", completion: .file())
    var file: String

    func run() async throws {
        try await Failure.reporting {
            try await database.withStore { _, store throws(StoreError) in
                try store.backup(to: file)
                return nil
            }
        }
    }
}

/// `dealtracker rebuild`: all records anew from what was said.
struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make all records anew from what was said; they come out the same.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await Failure.reporting {
            try await database.withStore { _, store throws(StoreError) in
                try store.rebuild()
                return nil
            }
        }
    }
}

extension DatabaseOptions {
    /// Opens the store, works with it and closes it; what the work returns or the store throws ends the command.
    func withStore(
        _ work: (Settings, SQLiteStore) throws(StoreError) -> Failure?
    ) async throws {
        let settings = try settings()
        let store = try open(settings, .embedded)
        defer { store.close() }
        let outcome: Failure?
        do throws(StoreError) {
            outcome = try work(settings, store)
        } catch {
            throw Failure(.inputOutput, "\(settings.database): \(error.explanation)")
        }
        if let outcome { throw outcome }
    }
}

extension CheckReport {
    /// What was found, a line each.
    fileprivate var problems: [String] {
        integrity + (danglingRows > 0 ? ["\(danglingRows) rows refer to rows that are missing"] : [])
            + differingTables.map { "\($0) differs from what was said; `dealtracker rebuild` makes it anew" }
    }
}

/// `dealtracker export`: every deal, as lines of JSON.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print every deal as a line of JSON (NDJSON), the oldest first.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await Failure.reporting {
            try await database.withStore { _, store throws(StoreError) in
                var isOpen = true
                try store.forEachDeal { json in
                    isOpen = isOpen && Output.write(Array(json) + [0x0A])
                }
                return isOpen ? nil : Failure(.inputOutput, "cannot write to standard output")
            }
        }
    }
}
