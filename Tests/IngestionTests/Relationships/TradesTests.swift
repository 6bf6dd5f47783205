import LanguageData
import Testing

@testable import Ingestion

/// Who competes with whom by trade.
struct TradesTests {
    private static let pairs: [(first: String?, second: String?, kinship: Trades.Kinship)] = [
        ("chip", "chip", .same),
        ("cloud", "neocloud", .near),
        ("neocloud", "cloud", .near),
        ("chip", "bank", .foreign),
        ("company", "chip", .unknown),
        (nil, "chip", .unknown),
    ]

    @Test(arguments: pairs)
    func `trades are the same, near, foreign or unknown`(
        _ pair: (first: String?, second: String?, kinship: Trades.Kinship)
    ) throws {
        let files = LanguageFiles(
            LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) })
        #expect(try Trades(files.tables(for: "en")).kinship(pair.first, pair.second) == pair.kinship)
    }
}
