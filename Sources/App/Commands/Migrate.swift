import ArgumentParser
import Ingestion

/// `dealtracker migrate`: makes a store, or brings it to the schema of this release.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the store, or bring it to the schema of this release.",
        discussion: "serve and ingest do so by themselves; a file of a newer release is refused and left as it is.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try await Failure.reporting {
            let settings = try database.settings()
            let store = try database.open(settings, .embedded)
            store.close()
            Output.write(Array("\(settings.database) is up to date\n".utf8))
        }
    }
}
