import Foundation
import Model
import Synchronization

@testable import Store

/// A clock that moves one second with every look at it.
final class SteppingClock: Sendable {
    private let microseconds: Mutex<Int>

    init(start: Timestamp = Timestamp(microseconds: 1_762_160_400_000_000)) {
        microseconds = Mutex(start.microseconds)
    }

    func now() -> Timestamp {
        microseconds.withLock { value in
            value += 1_000_000
            return Timestamp(microseconds: value)
        }
    }
}

/// A store in a folder of its own, gone with the test.
final class TestStore: Sendable {
    let folder: URL
    let store: SQLiteStore
    let clock = SteppingClock()
    let catalogue: [CatalogueEntry]

    init(
        catalogue: [CatalogueEntry] = TestStore.catalogue, renderer: PlainRenderer = PlainRenderer(),
        _ change: (inout StoreSettings) -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "dealtracker-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.catalogue = catalogue
        var settings = StoreSettings()
        let clock = clock
        settings.now = { clock.now() }
        change(&settings)
        store = try SQLiteStore(
            path: folder.appending(path: "deals.sqlite").path, renderer: renderer, catalogue: catalogue,
            settings: settings)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { folder.appending(path: "deals.sqlite").path }

    /// The same file, opened once more.
    func reopened(renderer: PlainRenderer = PlainRenderer()) throws -> SQLiteStore {
        var settings = StoreSettings()
        let clock = clock
        settings.now = { clock.now() }
        return try SQLiteStore(path: path, renderer: renderer, catalogue: catalogue, settings: settings)
    }

    static let catalogue = [
        CatalogueEntry(id: "openai", name: "OpenAI", aliases: ["Open AI"], parent: nil, country: "US", kind: "lab"),
        CatalogueEntry(
            id: "amazon", name: "Amazon", aliases: ["Amazon.com"], parent: nil, country: "US", kind: "cloud"),
        CatalogueEntry(
            id: "aws", name: "Amazon Web Services", aliases: ["AWS"], parent: "amazon", country: "US", kind: "cloud"),
        CatalogueEntry(id: "oracle", name: "Oracle", aliases: [], parent: nil, country: "US", kind: "cloud"),
        CatalogueEntry(
            id: "societe", name: "Société Électrique", aliases: ["SE Nord"], parent: nil, country: "FR", kind: "power"),
    ]

    /// The records of a page, split where the renderer's objects end.
    static func objects(_ page: RecordPage) -> [String] {
        objects(page.rows)
    }

    static func objects(_ rows: [UInt8]) -> [String] {
        let text = String(decoding: rows, as: UTF8.self)
        return text.isEmpty ? [] : text.dropFirst().dropLast().components(separatedBy: "},{").map { "{\($0)}" }
    }

    /// The value of a field of a record that ``PlainRenderer`` wrote.
    static func field(_ name: String, of object: String) -> String? {
        guard let start = object.range(of: "\"\(name)\":\"") else { return nil }
        return object[start.upperBound...].components(separatedBy: "\"").first
    }

    /// A digest of all rows of the folded tables, in their order.
    func foldedRows() throws -> [String] {
        try store.readers.read { connection throws(StoreError) in
            var rows: [String] = []
            for table in Rebuild.tables {
                let order = table == "company_name" || table == "fold" ? "key" : "1, 2"
                try connection.each("SELECT * FROM \(table) ORDER BY \(order)") { row throws(StoreError) in
                    rows.append(table + "|" + row.dump())
                }
            }
            return rows
        }
    }

    /// How many rows the tables of what was said have.
    func spokenRows() throws -> [Int] {
        try store.readers.read { connection throws(StoreError) in
            var counts: [Int] = []
            for table in ["article", "event", "record", "claim", "assertion"] {
                counts.append(try connection.integer("SELECT count(*) FROM \(table)") ?? 0)
            }
            return counts
        }
    }
}
