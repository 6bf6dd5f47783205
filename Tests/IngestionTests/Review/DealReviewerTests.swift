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

    @Test func `of two who have a deal, one of another type is told where it is likely`() throws {
        let article = """
            Tarnwick Cloud finds a tenant and a landlord in one

            AUSTIN, May 12 - Tarnwick Cloud wasted no time. On Monday it undertook to provide Quillon AI, a laboratory, with \
            over 40,000 GB300s from December, for training, and to move as first tenant into 250 MW of the campus which \
            Quillon AI is planning in West Texas, on a fifteen-year lease.

            The shares rose by a tenth. Analysts had expected less.
            """
        let reviewer = try reviewer(article, "en")
        let told = reviewer.deals.candidates.indices.filter { reviewer.deals.told[$0] }
        #expect(told.map { reviewer.deals.candidates[$0].type } == [.compute])
        #expect(Set(reviewer.reviewed().map(\.type)) == [.compute, .datacenter])
        #expect(reviewer.reviewed().count == 2)
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
        let first = try reviewer(article, "en").verdicts()
        for _ in 0..<5 {
            let again = try reviewer(article, "en").verdicts()
            #expect(again.map(\.unit.known) == first.map(\.unit.known))
            #expect(again.map(\.share) == first.map(\.share))
        }
        #expect(!first.isEmpty)
    }

    /// The parties of the deal of a sentence, which knows of all but Cisco, when Cisco's joins it; `nil` where it does not.
    private func joined(_ sentence: String) throws -> [String]? {
        let reviewer = try reviewer("A round for Mistral\n\n" + sentence, "en")
        let all = reviewer.context.entities.all
        func deal(without name: String) throws -> DealCandidate {
            var deal = try #require(reviewer.deals.candidates.first { $0.type == .investment })
            deal.parties = all.indices.filter { all[$0].name != name }.map {
                .init(entity: $0, role: all[$0].name == "Mistral AI" ? .investee : .investor, tokens: 0..<1)
            }
            return deal
        }
        var told = [try deal(without: "Cisco")]
        guard reviewer.join(try deal(without: "Nvidia"), into: &told) else { return nil }
        #expect(told.count == 1)
        return told[0].parties.map { "\($0.role.rawValue) \(all[$0.entity].name)" }
    }

    @Test func `who gives money with another is told with him, unless each has a sum`() throws {
        let together = try joined("Nvidia and Cisco invested $100 million in Mistral AI on Monday.")
        #expect(together?.sorted() == ["investee Mistral AI", "investor Cisco", "investor Nvidia"])
        #expect(try joined("Nvidia invested $60 million and Cisco $40 million in Mistral AI on Monday.") == nil)
    }

    @Test func `of two deals that frames tell of the same two, each stands where its sentence speaks for it`() throws {
        let article =
            "Samsung supplies OpenAI\n\nSamsung will supply memory chips worth $900 million to OpenAI. In exchange it has "
            + "signed up for $200 million of OpenAI's computing capacity."
        let reviewer = try reviewer(article, "en")
        #expect(Set(reviewer.reviewed().map(\.type)) == [.hardware, .compute])
    }

    @Test func `a deal with a unit of a group is told once, however its owners are named`() throws {
        let article = """
            Alphabet: Anthropic reserves up to a million TPUs

            Anthropic said on Thursday that it would greatly expand its use of Google Cloud, in a contract worth tens of \
            billions of dollars. Google's chips train its models.

            Shares of Alphabet, which owns Google, rose 3%.
            """
        let reviewer = try reviewer(article, "en")
        let all = reviewer.context.entities.all
        #expect(["Google Cloud", "Google", "Alphabet"].allSatisfy { name in all.contains { $0.name == name } })
        #expect(reviewer.reviewed().count == 1)
    }

    @Test func `what is known of a possible deal is counted in its text`() throws {
        let article =
            "CoreWeave wins a tenant\n\nOracle agreed on Monday to rent 90 MW of computing capacity from CoreWeave for six "
            + "years, in a contract worth $2 billion. Nokia makes phones.\n\nOracle will pay CoreWeave each quarter."
        let reviewer = try reviewer(article, "en")
        let unit = try #require(reviewer.units().first { $0.type == .compute })
        #expect(unit.sides.map { reviewer.context.entities.all[$0].name } == ["Oracle", "CoreWeave"])
        let known = Set(unit.known)
        for fact in ["isTold 1", "isNamed 1", "hasMoney 1", "type-compute 1", "sentences 4", "place 1"] {
            #expect(known.contains(fact), "\(fact): \(unit.known)")
        }
        #expect(!known.contains { $0.hasPrefix("isUnsure") || $0.hasPrefix("isHeadline") })
        let share = try #require(unit.known.first { $0.hasPrefix("share ") }?.dropFirst(6)).description
        #expect(try #require(Int(share)) > 500)
        #expect(reviewer.unitListing().hasPrefix("Oracle\tCoreWeave\t"))
    }
}
