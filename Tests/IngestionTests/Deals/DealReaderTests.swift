import LanguageData
import Model
import Testing

@testable import Ingestion

struct DealReaderTests {
    private static let engine: Result<Engine, LexiconError> = {
        let files = LanguageData.files.map { file in
            (
                name: file.name,
                text: Array(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
            )
        }
        return Result { () throws(LexiconError) in try Engine(LanguageFiles(files)) }
    }()

    private static let headlines = [
        "en": "What happened this week in the industry", "fr": "Ce qui s'est passé cette semaine dans le secteur",
    ]

    /// The deals of a text, written as the cases write them.
    private func deals(_ text: String, _ language: String) throws -> [String] {
        let article = (Self.headlines[language] ?? "") + "\n\n" + text + "\n"
        let published = try Day("2026-05-12")
        let found = try Self.engine.get().read(Array(article.utf8), published: published, language: language)
        return found.deals.map { deal in
            let sides = deal.record.type.roles.map { role in
                deal.record.parties.filter { $0.role == role }.map(\.company).sorted().joined(separator: "+")
            }
            return ([deal.record.type.rawValue, deal.record.status.rawValue] + [sides.joined(separator: ">")])
                .joined(separator: " ")
        }
    }

    private func sorted(_ deal: String) -> String {
        let parts = deal.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3 else { return deal }
        let sides = parts[2].split(separator: ">").map { side in
            side.split(separator: "+").sorted().joined(separator: "+")
        }
        return [parts[0], parts[1], sides.joined(separator: ">")].joined(separator: " ")
    }

    @Test(arguments: DealSentences.english + DealSentences.french)
    func `a sentence tells its deal and no other`(_ sentence: DealSentences.Case) throws {
        let expected = sentence.deal == "none" ? [] : [sorted(sentence.deal)]
        #expect(try deals(sentence.text, sentence.language) == expected)
    }

    @Test func `a deal told twice is one record`() throws {
        let text = """
            Tarnwick Cloud has ordered 30,000 chips from Ostrel Semiconductor for $800 million.

            Ostrel Semiconductor will deliver the chips to Tarnwick Cloud in 2027.
            """
        #expect(try deals(text, "en") == ["hardware signed Tarnwick Cloud>Ostrel Semiconductor"])
    }

    @Test func `a second order with a sum of its own is a second record`() throws {
        let text = """
            In March Tarnwick Cloud ordered 10,000 chips from Ostrel Semiconductor for $300 million.

            In May Tarnwick Cloud bought another batch of chips from Ostrel Semiconductor for $500 million.
            """
        #expect(
            try deals(text, "en") == [
                "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
                "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            ])
    }

    @Test func `what is only asked about is no deal`() throws {
        let english = "Asked about the possibility that Ostrel Semiconductor buys Pellworm Networks, he smiled."
        let french = "Interrogé sur la possibilité qu'Ostrel Semiconductor rachète Pellworm Networks, il a souri."
        #expect(try deals(english, "en").isEmpty)
        #expect(try deals(french, "fr").isEmpty)
    }

    @Test func `an alliance that somebody is said to have is a tie, one that is concluded a deal`() throws {
        let english =
            "Larkmoor AI owes much of its fame to its partnership with Tarnwick Cloud, the main rival of Quillfen."
        let french =
            "Larkmoor AI doit sa notoriété à son partenariat avec Tarnwick Cloud, principal concurrent de Quillfen."
        #expect(try deals(english, "en").isEmpty)
        #expect(try deals(french, "fr").isEmpty)
        let concluded = "Larkmoor AI and Tarnwick Cloud have formed a partnership to develop models."
        #expect(try deals(concluded, "en") == ["partnership signed Larkmoor AI+Tarnwick Cloud"])
    }

    @Test func `capacity of a company is bought, not the company`() throws {
        let text = "Larkmoor AI buys Tarnwick Cloud capacity for $6 billion."
        #expect(try deals(text, "en") == ["compute signed Larkmoor AI>Tarnwick Cloud"])
    }

    @Test func `a noun behind a preposition tells no deal of its own`() throws {
        let text = "Larkmoor AI is rich. The contract covers 40,000 Nvidia chips and 120 megawatts of power."
        #expect(try deals(text, "en").isEmpty)
    }

    @Test func `every party and the trigger have their words as evidence`() throws {
        let text = "News\n\nTarnwick Cloud has ordered 30,000 chips from Ostrel Semiconductor for $800 million.\n"
        let found = try Self.engine.get().read(Array(text.utf8), published: nil, language: "en").deals
        let quotes = found.first?.evidence.filter { $0.field.hasPrefix("/parties/") }.map(\.quote)
        #expect(quotes == ["Tarnwick Cloud", "Ostrel Semiconductor"])
    }
}
