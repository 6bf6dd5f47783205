import Testing

@testable import Ingestion

/// Where companies are at home, as texts introduce them; twins in both languages, and what must tell nothing.
@Suite struct HomeReaderTests {
    struct Case: Sendable {
        let language: String
        let text: String
        var home: String?
    }

    static let cases = [
        Case(language: "en", text: "The Dutch host Verdal Compute signed a lease.", home: "NL"),
        Case(language: "fr", text: "Le néerlandais Verdal Compute a signé un bail.", home: "NL"),
        Case(language: "en", text: "The Bristol lab Verdal Compute signed a lease.", home: "GB"),
        Case(language: "fr", text: "La pépite suédoise Verdal Compute a signé un bail.", home: "SE"),
        Case(language: "en", text: "Verdal Compute of Utrecht signed a lease.", home: "NL"),
        Case(language: "fr", text: "Verdal Compute, de Lyon, a signé un bail.", home: "FR"),
        Case(language: "en", text: "Verdal Compute, a Toronto maker of chatbots, signed a lease.", home: "CA"),
        Case(language: "en", text: "Verdal Compute, a small lab in Gdansk, signed a lease.", home: "PL"),
        Case(language: "fr", text: "Verdal Compute, fabricant de serveurs de Rennes, a signé un bail.", home: "FR"),
        Case(language: "fr", text: "Verdal Compute, spécialiste californien des puces, a signé un bail.", home: "US"),
        Case(language: "en", text: "Verdal Compute, Sweden's largest host, signed a lease.", home: "SE"),
        Case(language: "en", text: "Denmark's Verdal Compute signed a lease.", home: "DK"),
        Case(language: "en", text: "Verdal Compute, based in Leeds, signed a lease.", home: "GB"),
        Case(language: "fr", text: "Verdal Compute, installée à Grenoble, a signé un bail.", home: "FR"),
        Case(language: "en", text: "Verdal Compute, which signed in Leeds, has a lease."),
        Case(language: "en", text: "Verdal Compute, a supplier of Dutch banks, signed a lease."),
        Case(language: "fr", text: "Verdal Compute, fournisseur de banques néerlandaises, a signé un bail."),
        Case(language: "en", text: "In Utrecht, Verdal Compute signed a lease."),
        Case(language: "fr", text: "À Lyon, Verdal Compute a signé un bail."),
        Case(language: "en", text: "European company Verdal Compute signed a lease."),
    ]

    @Test(arguments: cases)
    func `a company is at home where its introduction says`(_ sample: Case) throws {
        let read = try EntitySample(sample.language, sample.text)
        let company = try #require(read.entities.all.first { $0.name == "Verdal Compute" })
        #expect(company.home?.country == sample.home)
    }

    @Test func `a country and a town in it may be one place, two towns may not`() {
        let (country, one, other) = (
            Home(country: "FR"), Home(country: "FR", areas: [1, 0, 0, 0]), Home(country: "FR", areas: [2, 0, 0, 0])
        )
        #expect(country.mayBe(one) && one.mayBe(country) && one.mayBe(one))
        #expect(!one.mayBe(other) && !Home(country: "GB").mayBe(country))
        #expect(one.with(other).meets(other) && one.with(other).meets(one) && !one.with(country).meets(other))
    }
}
