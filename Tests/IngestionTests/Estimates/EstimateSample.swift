import LanguageData
import Model
import Testing

@testable import Ingestion

/// Reads a text with the real tables and tells its forecasts and spending plans.
struct EstimateSample {
    /// Compiled once for all tests.
    private static let readers: [String: LanguageReader] = {
        let files = LanguageFiles(LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) })
        var readers: [String: LanguageReader] = [:]
        for language in files.languages { readers[language] = try? LanguageReader(files.tables(for: language)) }
        return readers
    }()

    let records: [Estimate]

    /// Each as `"Gartner 5...5 USD 2026...2027 US"`, in billions; `_` for what is open or unsaid.
    var summaries: [String] {
        records.map { record in
            let (low, high) = (Self.billions(record.value.amount.min), Self.billions(record.value.amount.max))
            let years = "\(Self.text(record.from))...\(Self.text(record.to))"
            return
                "\(record.source ?? "_") \(low)...\(high) \(record.value.currency.code) \(years) \(record.region ?? "_")"
        }
    }

    init(_ language: String, _ text: String, published: String = "2026-03-10") throws {
        let reader = try #require(Self.readers[language])
        records = reader.read(Array(text.utf8), published: try Day(published)).estimates.map(\.record)
    }

    private static func billions(_ amount: Int?) -> String {
        amount.map { $0 % 1_000_000_000 == 0 ? "\($0 / 1_000_000_000)" : "\($0 / 100_000_000)/10" } ?? "_"
    }

    private static func text(_ year: Int?) -> String {
        year.map { "\($0)" } ?? "_"
    }
}
