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
        (
            "en",
            "Oracle lowered its forecast for capital expenditure this year to a range of $12 billion to $14 billion.",
            "Oracle 12...14 USD 2026...2026 _"
        ),
        (
            "en", "Oracle raised its capital spending forecast for 2027 to between $12 billion and $14 billion.",
            "Oracle 12...14 USD 2027...2027 _"
        ),
        (
            "fr",
            "Oracle a relevé ses dépenses d’investissement pour 2026 à une fourchette de 12 à 14 milliards de dollars.",
            "Oracle 12...14 USD 2026...2026 _"
        ),
        (
            "fr",
            "Oracle abaisse ses dépenses d’investissement pour 2026, désormais comprises entre 12 et 14 milliards de dollars.",
            "Oracle 12...14 USD 2026...2026 _"
        ),
    ])
    func `a new figure that is a range stays one`(language: String, text: String, summary: String) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }

    @Test(arguments: [
        ("en", "Oracle wants to spend $3 billion on research by the end of 2029.", "Oracle 3...3 USD _...2029 _"),
        ("en", "Oracle itself plans to invest $9 billion in its halls by 2028.", "Oracle 9...9 USD _...2028 _"),
        ("en", "Oracle has pledged $5 billion for Spanish campuses by 2030.", "Oracle 5...5 USD _...2030 ES"),
        ("en", "Capital outlays of $2 billion are planned for 2027, Oracle said.", "Oracle 2...2 USD 2027...2027 _"),
        ("en", "Oracle's capital spending will double to $8 billion next year.", "Oracle 8...8 USD 2027...2027 _"),
        ("en", "Oracle is to pour $4 billion into halls by the end of the decade.", "Oracle 4...4 USD _...2030 _"),
        (
            "fr", "Oracle injectera 4 milliards d’euros dans des halles d’ici la fin de la décennie.",
            "Oracle 4...4 EUR _...2030 _"
        ),
        ("en", "Oracle is budgeting up to $6 billion for 2027.", "Oracle _...6 USD 2027...2027 _"),
        (
            "fr", "Oracle prévoit d’investir 3 milliards d’euros dans son usine d’ici la fin de 2027.",
            "Oracle 3...3 EUR _...2027 _"
        ),
        (
            "fr", "Oracle parle de 11 milliards d’euros pour son seul campus, d’ici à la fin de 2027.",
            "Oracle 11...11 EUR _...2027 _"
        ),
        (
            "fr", "Ses investissements atteindront 8 milliards d’euros en 2026, a indiqué Oracle.",
            "Oracle 8...8 EUR 2026...2026 _"
        ),
    ])
    func `a plan may say what for, stand without a verb of spending or before who says it`(
        language: String, text: String, summary: String
    ) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }

    @Test(arguments: [
        (
            "en", "Gartner thinks that private lenders will have to scrape together $800bn by 2028.",
            "Gartner 800...800 USD _...2028 _"
        ),
        (
            "en", "The bill for new grids will reach $90 billion in 2031, Gartner said.",
            "Gartner 90...90 USD 2031...2031 _"
        ),
        ("en", "Gartner expects $38 billion to go to data centres in 2027.", "Gartner 38...38 USD 2027...2027 _"),
        (
            "fr", "Gartner juge que les banques devraient débourser 80 milliards d’euros d’ici à 2029.",
            "Gartner 80...80 EUR _...2029 _"
        ),
        (
            "fr", "Gartner s’attend à ce que 38 milliards de dollars aillent aux centres de données en 2027.",
            "Gartner 38...38 USD 2027...2027 _"
        ),
        (
            "fr", "Gartner évalue à 900 milliards de dollars la facture des centres de données en 2028.",
            "Gartner 900...900 USD 2028...2028 _"
        ),
    ])
    func `a forecast may say who pays instead of naming a market`(
        language: String, text: String, summary: String
    ) throws {
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
        ("en", "The two said that they would invest in it: Nvidia up to $10 billion, Microsoft up to $5 billion."),
        ("en", "Nvidia will invest $10 billion in Anthropic, and Microsoft up to $5 billion."),
        ("en", "Nvidia plans to invest up to $10 billion in its customer by 2027."),
        ("en", "Gartner thinks that Oracle will collect $8 billion by 2028."),
        ("en", "Oracle will lend Crusoe $3 billion."),
        ("fr", "Crusoe espère 9 milliards d’euros de ventes en 2028."),
        ("en", "Crusoe expects rents of $7 billion from the campus."),
        ("fr", "Crusoe en attend quelque 7 milliards de dollars de loyers."),
        ("fr", "Oracle réserve auprès des deux associés, pour 6,2 milliards de dollars, de la capacité."),
        ("fr", "Nvidia doit placer 10 milliards de dollars dans Anthropic, et Microsoft jusqu’à 5 milliards."),
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

    @Test(arguments: [
        (
            "en",
            """
            Verdal Compute, Sweden's largest host, will leave Copenhagen, where Danish banks had asked it to stay.

            Verdal Compute plans to spend 11 billion crowns by 2028, Verdal Compute said.
            """, "Verdal Compute 11...11 SEK _...2028 _"
        ),
        (
            "fr",
            """
            La pépite danoise Verdal Compute quitte Stockholm, où Verdal Compute louait des salles.

            Verdal Compute compte dépenser 11 milliards de couronnes d’ici à 2028.
            """, "Verdal Compute 11...11 DKK _...2028 _"
        ),
    ])
    func `crowns are those of the company that the text is about`(
        language: String, text: String, summary: String
    ) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }

    @Test(arguments: [
        ("en", "Meta had planned $70 billion of capital expenditure in 2026. Meta will spend $90 billion in 2026."),
        (
            "fr",
            "Meta prévoyait 70 milliards de dollars d’investissements en 2026. Meta dépensera 90 milliards de dollars en 2026."
        ),
    ])
    func `what was planned once yields to a newer figure`(language: String, text: String) throws {
        #expect(try EstimateSample(language, text).summaries == ["Meta 90...90 USD 2026...2026 _"])
    }

    @Test(arguments: [
        (
            "en",
            "Nvidia will invest up to $100 billion in OpenAI. Brookfield wants to mobilise up to $100 billion for AI.",
            "Brookfield _...100 USD _..._ _"
        ),
        (
            "fr",
            "Nvidia investira jusqu’à 100 milliards de dollars dans OpenAI. Brookfield veut mobiliser jusqu’à 100 milliards de dollars pour l’IA.",
            "Brookfield _...100 USD _..._ _"
        ),
    ])
    func `a plan may have the sum of a deal of others`(language: String, text: String, summary: String) throws {
        #expect(try EstimateSample(language, text).summaries == [summary])
    }
}
