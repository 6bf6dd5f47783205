import Model
import Testing

@testable import Ingestion

struct DealReviewerTests {
    private func reviewer(_ article: String, _ language: String) throws -> DealReviewer {
        let reader = try #require(try TestEngine.get().reader(of: language))
        let passes = reader.passes(over: Array(article.utf8), published: try Day("2026-05-12"))
        let context = try #require(reader.dealReader.context(of: passes))
        return reader.dealReader.reviewer(context)
    }

    private func candidates(_ article: String) throws -> [String] {
        let reviewer = try reviewer(article, "en")
        var found: [String] = []
        reviewer.visit { sentence, candidates in
            for candidate in candidates {
                let names = [candidate.first, candidate.second].map { reviewer.context.entities.all[$0].name }
                found.append("\(sentence) \(names[0]) \(candidate.isNamed ? "and" : "with") \(names[1])")
            }
        }
        return found
    }

    @Test func `candidates are all whom a sentence names, and whom the text named shortly before`() throws {
        #expect(
            try candidates("Nvidia supplies Oracle and Nokia. The weather was fine. Dell was told of it.") == [
                "0 Nvidia and Oracle", "0 Nvidia and Nokia", "0 Oracle and Nokia",
                "2 Dell with Nvidia", "2 Dell with Oracle", "2 Dell with Nokia",
            ])
    }

    @Test func `a sentence of many names stays small`() throws {
        let names = ["Nvidia", "Oracle", "Nokia", "Dell", "Intel", "AMD", "Broadcom", "Cisco", "Micron", "Equinix"]
        let found = try candidates(names.joined(separator: ", ") + " met.")
        #expect(found.count == 8 * 7 / 2)
    }

    @Test func `every feature of the candidates has a name`() throws {
        let listing = try reviewer(
            "Orange a signé hier un accord de 40 M€ avec Nokia.\n\nL’opérateur paiera d’ici à 2028. Il loue aussi "
                + "20 MW à Data4, « sans délai » – pour l'État.", "fr"
        ).listing()
        #expect(listing.contains("\tOrange\tNokia\t"))
        #expect(!listing.contains(" ?"), "\(listing.split(separator: "\t").filter { $0.contains(" ?") })")
    }

    @Test func `a deal that changes its type keeps who is on which side`() {
        var deal = DealCandidate(
            type: .power, status: .signed,
            parties: [
                .init(entity: 0, role: .provider, tokens: 0..<1), .init(entity: 1, role: .customer, tokens: 1..<2),
            ], anchors: [], value: nil, rule: "deal.frame.supply", confidence: 500, features: nil)
        deal.change(to: .investment)
        #expect(deal.parties.map(\.role) == [.investee, .investor])
        #expect(deal.rule == "deal.review")
        deal.change(to: .partnership)
        #expect(deal.parties.map(\.role) == [.partner, .partner])
        deal.change(to: .financing)
        #expect(deal.parties.map(\.role) == [.lender, .borrower])
    }

    /// What no frame tells, words and companies around it do.
    @Test func `a deal that frames are not sure of is told where the model is`() throws {
        let article = """
            La Bourse a fini en hausse.

            Les valeurs technologiques ont progressé.

            Thalwind est entré en négociations exclusives avec Orvane pour lui racheter son centre de données de Lyon.
            """
        let reviewer = try reviewer(article, "fr")
        #expect(reviewer.deals.told == [false])
        #expect(reviewer.reviewed().map(\.type) == [.datacenter])
    }

    @Test func `a deal of three that frames are not sure of is told once, not once for each two`() throws {
        let article =
            "CoreWeave wins two tenants\n\nOracle and Nokia agreed on Monday to rent 90 MW of computing capacity from "
            + "CoreWeave for six years, in a contract worth $2 billion."
        let found = try reviewer(article, "en")
        let deals = found.deals.candidates.filter { $0.parties.count == 3 }
        #expect(deals.count == 1)
        let unsure = DealReviewer(
            deals, told: [false], EventReader(found.context).triggers, found.context)
        let told = unsure.reviewed()
        #expect(told.map { $0.parties.count } == [3])
        #expect(told.map(\.type) == [.compute])
    }

    @Test func `a text is reviewed alike each time`() throws {
        let article = "Nvidia, Oracle and Dell said on Monday that Nokia would buy 20,000 chips for its sites in Oulu."
        let first = try reviewer(article, "en").opinions()
        for _ in 0..<5 {
            let again = try reviewer(article, "en").opinions()
            #expect(again.map(\.first) == first.map(\.first))
            #expect(again.map { $0.shares.map(\.share) } == first.map { $0.shares.map(\.share) })
        }
        #expect(!first.isEmpty)
    }
}
