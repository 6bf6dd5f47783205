import Foundation
import Model
import Testing

@testable import Ingestion

/// A language that nobody speaks, made of a folder of tables: the engine reads it without a change.
struct PseudoLanguageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/languages/zl")

    private static let article = """
        OpenAI mirko kalkulpovo do Oracle

        OpenAI mirko kalkulpovo do Oracle per 3,5 bilu doloj durin 5 jaroj, anoncis lo firmo lundo. Lo kalkulpovo \
        esta pri trejnado kaj sel pli ol 200 megavatoj.

        Nvidia vendro 30.000 cipoj ta Tarnwick Inc per 900 milu doloj. Nvidia ne mirko kalkulpovo do Oracle.

        Nvidia kaj Oracle: Nvidia esta rivalo sel AMD.

        « Ni konstruas tio per granda zorgo kaj amo », diris Sam Norvell, direktoro sel Oracle.
        """

    private func engine() throws -> Engine {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        let own = try names.map { name in
            (name: "zl/\(name)", text: [UInt8](try Data(contentsOf: Self.folder.appending(path: name))))
        }
        return try Engine(LanguageFiles(TestEngine.files + own))
    }

    private func read() throws -> Extraction {
        try engine().read(Array(Self.article.utf8), published: Day("2026-03-05"), language: nil)
    }

    @Test func `its language is told from its small words`() throws {
        #expect(try read().language == "zl")
    }

    @Test func `its amounts, dates and lengths of time are read`() throws {
        let text = "pli ol 3,5 bilu doloj durin kvin jaroj, 200 megavatoj, 3 marso 2026, 1.300 cipoj"
        let found = try engine().literals(in: Array(text.utf8), language: "zl", reference: nil).map { literal in
            let value = literal.firstDay?.text ?? literal.min.map { "\($0)" } ?? "-"
            return "\(literal.kind) \(value) \(literal.unit ?? "")"
        }
        #expect(
            found == [
                "money 3500000000.0 USD", "duration 5.0 year", "power 200.0 megawatt", "date 2026-03-03 day",
                "number 1300.0 ",
            ])
    }

    @Test func `its deals are read with roles, value, term, capacity and purpose`() throws {
        let deals = try read().deals.map(\.record)
        let compute = try #require(deals.first { $0.type == .compute })
        #expect(compute.status == .signed)
        #expect(compute.parties.map(\.company) == ["OpenAI", "Oracle"])
        #expect(compute.parties.map(\.role) == [.customer, .provider])
        #expect(compute.value?.amount.min == 3_500_000_000 && compute.value?.currency.code == "USD")
        #expect(compute.term?.months == 60)
        #expect(compute.purposes == [.training])
        let hardware = try #require(deals.first { $0.type == .hardware })
        #expect(hardware.parties.map(\.company) == ["Tarnwick", "Nvidia"])
        #expect(hardware.value?.amount.max == 900_000_000)
        #expect(deals.count == 2)
    }

    @Test func `its ties and statements are read`() throws {
        let found = try read()
        let ties = found.relationships.map { "\($0.record.subject) \($0.record.predicate) \($0.record.object)" }
        #expect(ties == ["Nvidia competitorOf AMD"])
        #expect(found.statements.map(\.record.speaker) == ["Sam Norvell"])
        #expect(found.statements.first?.record.affiliation == "Oracle")
    }

    @Test func `no file of the engine names a language`() throws {
        let sources = Self.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Ingestion")
        let languages = LanguageFiles(TestEngine.files).languages
        let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
        #expect(names.count > 100)
        for name in names {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                for language in languages where line.contains("\"\(language)\"") || line.contains("\"\(language)/") {
                    Issue.record("\(name):\(number + 1) names the language \(language)")
                }
            }
        }
    }
}
