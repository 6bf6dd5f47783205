import Model
import Testing

@testable import Ingestion

struct StatusModelTests {
    private func model(common: [[String]] = [], own: [[String]]) throws -> StatusModel {
        func rows(_ file: String, _ columns: [[String]]) -> [Row] {
            columns.enumerated().map { Row(file: file, line: $0 + 1, columns: $1) }
        }
        return try StatusModel(
            Tables(
                language: "xx",
                rows: [
                    "common/status_review.tsv": rows("common/status_review.tsv", common),
                    "xx/status_review.tsv": rows("xx/status_review.tsv", own),
                ]))
    }

    /// The status of a deal that "bought" tells, with the likeliest by a model; the rules say that it is signed.
    private func status(_ text: String, by model: StatusModel) throws -> DealStatus {
        let sample = try EntitySample("en", text)
        let trigger = try #require(
            sample.document.tokens.indices.first { sample.document.text($0..<$0 + 1) == "bought" })
        let deal = DealCandidate(
            type: .acquisition, status: .signed, parties: [],
            anchors: [
                .init(tokens: sample.document.sentence(of: trigger), trigger: trigger..<trigger + 1, tells: true)
            ],
            value: nil, rule: "deal.frame.acquire", confidence: 500, features: nil)
        return model.status(of: deal, told: .signed, sample.document, sample.entities)
    }

    @Test func `the likeliest status is taken, and that of the rules where none is likelier`() throws {
        let model = try model(
            common: [["told", "signed", "s50"], ["both", "acquisition signed", "s10"]],
            own: [
                ["word", "denied", "x90"], ["leftTwo", "@ had", "c40"], ["right", "@", "c15"],
                ["rightOne", "@", "c20"],
            ])
        let found = try [
            "Nvidia bought Oracle.", "Nvidia had bought Oracle.", "Nvidia had bought Oracle, it was denied.",
        ]
        .map { try status($0, by: model) }
        #expect(found == [.signed, .completed, .cancelled])
    }

    @Test func `a language without weights of its own keeps what the rules say`() throws {
        let found = try status("Nvidia bought Oracle.", by: try model(common: [["told", "signed", "x90"]], own: []))
        #expect(found == .signed)
    }

    @Test(arguments: [["glimmer", "a", "s1"], ["word", "a", "z1"], ["word", "a", "s1x"], ["word", "a", "s10000"]])
    func `what it does not know is an error with its place`(_ columns: [String]) {
        let word = columns[0] == "word" ? columns[2] : columns[0]
        #expect(throws: LexiconError.unknownWord(file: "xx/status_review.tsv", line: 1, word: word)) {
            try model(own: [columns])
        }
    }

    @Test func `every feature that is listed has a name`() throws {
        let reader = try #require(try TestEngine.get().reader(of: "fr"))
        let lines = reader.statuses(
            Array(
                "Scaleway achète\n\nScaleway a racheté hier OVHcloud pour 40 M€, « sans délai » – l'État l'a dit.".utf8),
            published: try Day("2026-05-12"))
        #expect(lines.contains("acquisition\t"))
        #expect(!lines.contains(" ?"), "\(lines)")
    }

    /// What the fitted tables say where the rules take a deal for signed.
    @Test func `money that was owed and is paid makes an investment complete`() throws {
        let reader = try #require(try TestEngine.get().reader(of: "en"))
        let text = """
            A week in halls

            In the last days of December Ostrel Capital paid Quillon AI the $2 billion that it still owed for its shares.

            Analysts had expected as much. The weather was fine.
            """
        let deal = try #require(reader.read(Array(text.utf8), published: try Day("2026-05-12")).deals.first)
        #expect(deal.record.status == .completed)
        #expect(deal.evidence.first { $0.field == "/status" }?.rule == "status.review")
    }
}
