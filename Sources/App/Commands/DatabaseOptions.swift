import API
import ArgumentParser
import Foundation
import Ingestion
import Model
import Store

/// The options of every command that opens a store.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Configuration file (YAML); see config/dealtracker.yaml.", completion: .file())
    var config: String?

    @Option(help: "The SQLite file (default: dealtracker.sqlite, or as configured).", completion: .file())
    var database: String?

    /// The settings of the file and the environment, with the options over them.
    func settings() throws(Failure) -> Settings {
        var settings = try Settings.load(file: config, environment: ProcessInfo.processInfo.environment)
        if let database { settings.database = database }
        return settings
    }

    /// Opens the store of some settings.
    func open(_ settings: Settings, _ files: LanguageFiles) throws(Failure) -> SQLiteStore {
        let catalogue: [CatalogueEntry]
        do {
            catalogue = try files.catalogue()
        } catch {
            throw Failure(.internalError, "the catalogue is broken: \(error)")
        }
        do {
            return try SQLiteStore(
                path: settings.database, renderer: WireRenderer(), catalogue: catalogue, settings: settings.store)
        } catch {
            throw Failure(.inputOutput, "\(settings.database): \(error.explanation)")
        }
    }
}

extension StoreError {
    /// What is wrong with a file, and what can be done.
    var explanation: String {
        switch self {
        case .foreignFile: "not a file of dealtracker; give another with --database"
        case .newerSchema(let found, let known):
            "written by a newer release (schema \(found), this one knows \(known)); update dealtracker"
        case .readOnly: "cannot be written; check the permissions of the file and its folder"
        case .corrupt: "damaged; restore a backup"
        case .busy: "another process holds it"
        case .diskFull: "the disk is full"
        default: "\(self)"
        }
    }
}
