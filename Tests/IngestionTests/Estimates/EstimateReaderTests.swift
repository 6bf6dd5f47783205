import Testing

/// Forecasts for markets and companies' own spending plans, in both languages.
struct EstimateReaderTests {
    @Test(arguments: [
        (
            "en", "Gartner expects spending on AI servers to reach $300 billion in 2027.",
            "Gartner 300...300 USD 2027...2027 _"
        ),
        (
            "fr", "Gartner estime que les dépenses en serveurs d’IA atteindront 300 milliards de dollars en 2027.",
            "Gartner 300...300 USD 2027...2027 _"
        ),
        (
            "en", "Investment in American data centres will exceed $90bn by 2030, according to Gartner.",
            "Gartner 90..._ USD _...2030 US"
        ),
        (
            "fr",
            "Selon Gartner, les investissements dans les centres de données américains dépasseront 90 milliards de dollars d’ici à 2030.",
            "Gartner 90..._ USD _...2030 US"
        ),
        (
            "en", "Gartner puts the worldwide market for rented chips at $60 billion in 2028.",
            "Gartner 60...60 USD 2028...2028 world"
        ),
        (
            "fr", "Gartner chiffre à 60 milliards de dollars le marché mondial des puces louées en 2028.",
            "Gartner 60...60 USD 2028...2028 world"
        ),
        (
            "en",
            "Companies are expected to spend between $50bn and $70bn on AI in Europe between 2026 and 2028, Gartner said.",
            "Gartner 50...70 USD 2026...2028 EU"
        ),
    ])
    func `a forecast for a market has its source, sum, years and region`(
        language: String, text: String, summary: String
    ) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }

    @Test(arguments: [
        ("en", "Meta plans to spend $70 billion on data centres this year.", "Meta 70...70 USD 2026...2026 _"),
        (
            "fr", "Meta compte dépenser 70 milliards de dollars dans les centres de données cette année.",
            "Meta 70...70 USD 2026...2026 _"
        ),
        ("en", "Oracle expects capital expenditure of $50bn in 2027.", "Oracle 50...50 USD 2027...2027 _"),
        (
            "fr", "Oracle prévoit 50 milliards de dollars de dépenses d’investissement en 2027.",
            "Oracle 50...50 USD 2027...2027 _"
        ),
        ("en", "Microsoft will invest $10bn in France by 2029.", "Microsoft 10...10 USD _...2029 FR"),
        (
            "fr", "Microsoft investira 10 milliards de dollars en France d’ici à 2029.",
            "Microsoft 10...10 USD _...2029 FR"
        ),
    ])
    func `a company's own spending plan is an estimate`(language: String, text: String, summary: String) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }

    @Test(arguments: [
        ("en", "Gartner expects AI spending of $300 billion in 2026 and $500 billion in 2028."),
        ("fr", "Gartner prévoit des dépenses d’IA de 300 milliards de dollars en 2026 et de 500 milliards en 2028."),
    ])
    func `two years of one forecast are two rows`(language: String, text: String) throws {
        #expect(
            try EstimateSample(language, text).summaries == [
                "Gartner 300...300 USD 2026...2026 _", "Gartner 500...500 USD 2028...2028 _",
            ])
    }

    @Test(arguments: [
        ("en", "Meta plans to invest $70 billion this year; Oracle, $50 billion; Amazon, $125 billion."),
        (
            "fr",
            "Meta prévoit d’investir 70 milliards de dollars cette année ; Oracle, 50 milliards ; Amazon, 125 milliards."
        ),
    ])
    func `a list of companies gives each its plan`(language: String, text: String) throws {
        #expect(
            try EstimateSample(language, text).summaries == [
                "Meta 70...70 USD 2026...2026 _", "Oracle 50...50 USD 2026...2026 _",
                "Amazon 125...125 USD 2026...2026 _",
            ])
    }

    @Test func `a plan beside a revised one keeps its range`() throws {
        let text =
            "Oracle raised its capital spending plan for 2026 to $50 billion and will invest $60 to $70 billion by 2028."
        #expect(
            try EstimateSample("en", text).summaries == [
                "Oracle 50...50 USD 2026...2026 _", "Oracle 60...70 USD _...2028 _",
            ])
    }

    @Test(arguments: [
        (
            "en", "Oracle raised its capital spending plan for 2026 from $35 billion to $50 billion.",
            "Oracle 50...50 USD 2026...2026 _"
        ),
        (
            "fr", "Oracle porte de 35 à 50 milliards de dollars ses dépenses d’investissement en 2026.",
            "Oracle 50...50 USD 2026...2026 _"
        ),
    ])
    func `of a revised plan only the new figure counts`(language: String, text: String, summary: String) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }

    @Test(arguments: [
        ("en", "Oracle expects revenue of $67 billion in 2026."),
        ("en", "Nvidia plans to invest up to $100bn in OpenAI."),
        ("en", "Oracle expects sales of $67 billion this year."),
        ("en", "Meta spent $70 billion last year."),
        ("en", "Cohere plans to raise $2 billion this year."),
        ("en", "Oracle has agreed to pay Crusoe $5 billion by 2030."),
        ("en", "Cohere is valued at $7 billion."),
        ("en", "Microsoft will spend $9 billion on 200,000 rented chips from CoreWeave."),
        ("fr", "Microsoft dépensera 9 milliards de dollars en machines louées auprès de CoreWeave."),
        ("fr", "Oracle prévoit un chiffre d’affaires de 67 milliards de dollars en 2026."),
        ("fr", "Nvidia prévoit d’injecter jusqu’à 100 milliards de dollars dans OpenAI."),
        ("fr", "Oracle s’attend à des ventes de 67 milliards de dollars cette année."),
        ("fr", "Meta a dépensé 70 milliards de dollars l’an dernier."),
        ("fr", "Cohere compte lever 2 milliards de dollars cette année."),
        ("fr", "Cohere est valorisée 7 milliards de dollars."),
    ])
    func `revenue, valuations, deals and past spending are no estimates`(language: String, text: String) throws {
        #expect(try EstimateSample(language, text).summaries.isEmpty)
    }
}
