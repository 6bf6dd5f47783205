import Testing

struct MoneyTests {
    @Test(arguments: [
        LiteralCase("fr", "un contrat de 38 milliards de dollars", "money 38000000000 USD"),
        LiteralCase(
            "fr", "pour 38 Md$, 8,5 Md€ et 2,4 Mds d’euros", "money 38000000000 USD", "money 8500000000 EUR",
            "money 2400000000 EUR"),
        LiteralCase(
            "fr", "38 M€, 500 k€ puis 1 300 milliards d'euros", "money 38000000 EUR", "money 500000 EUR",
            "money 1300000000000 EUR"),
        LiteralCase(
            "fr", "40 millions de francs suisses, CHF 3 milliards", "money 40000000 CHF", "money 3000000000 CHF"),
        LiteralCase(
            "fr", "un demi-milliard d'euros, un milliard et demi de dollars", "money 500000000 EUR",
            "money 1500000000 USD"),
        LiteralCase("fr", "pour un peu moins de 90 millions de dollars", "money 90000000 USD"),
        LiteralCase("en", "a 38-billion-dollar deal, or $38bn", "money 38000000000 USD", "money 38000000000 USD"),
        LiteralCase("en", "just shy of $90 million", "money 90000000 USD"),
        LiteralCase(
            "en", "US$38B, C$185 million, £2bn and ¥500 billion", "money 38000000000 USD", "money 185000000 CAD",
            "money 2000000000 GBP", "money 500000000000 JPY"),
        LiteralCase("en", "A $300 million plant, A$3bn in bonds", "money 300000000 USD", "money 3000000000 AUD"),
        LiteralCase(
            "en", "a $7.4 billion contract, half a billion euros", "money 7400000000 USD", "money 500000000 EUR"),
        LiteralCase(
            "en", "R900m, R1.5 billion and Rs 900 crore", "money 900000000 ZAR", "money 1500000000 ZAR",
            "money 9000000000 INR"),
        LiteralCase(
            "en", "USD38bn, CHF1.2bn, RM4bn and EUR29", "money 38000000000 USD", "money 1200000000 CHF",
            "money 4000000000 MYR", "money 29 EUR"),
        LiteralCase("en", "9,600 AMD processors, a model called R1, and 400 ֏", "money 400 AMD"),
        LiteralCase("en", "20 dollars 43 cents and 120 MEUR", "money 20.43 USD", "money 120000000 EUR"),
    ])
    func `money is read in every way it is written`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "plus d'un milliard d'euros, près de 10 milliards de dollars", "money 1000000000.. EUR",
            "money 10000000000 USD"),
        LiteralCase(
            "fr", "jusqu’à 100 milliards de dollars, au moins 2 Md€", "money ..100000000000 USD",
            "money 2000000000.. EUR"),
        LiteralCase(
            "en", "more than $500bn, up to about $100bn, nearly $10bn", "money 500000000000.. USD",
            "money ..100000000000 USD", "money 10000000000 USD"),
        LiteralCase(
            "en", "$3 billion or more, a $10-billion-plus pact", "money 3000000000.. USD", "money 10000000000.. USD"),
    ])
    func `bound words open one end`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase("fr", "entre 1,5 et 1,8 milliard d'euros", "money 1500000000..1800000000 EUR"),
        LiteralCase("fr", "de 5 à 7 milliards de dollars", "money 5000000000..7000000000 USD"),
        LiteralCase(
            "en", "5 to 7 billion dollars, $5-7 billion, $5bn–$7bn", "money 5000000000..7000000000 USD",
            "money 5000000000..7000000000 USD", "money 5000000000..7000000000 USD"),
        LiteralCase("en", "between $500 million and $1 billion", "money 500000000..1000000000 USD"),
    ])
    func `a range shares unit and scale`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase("fr", "ses dépenses de 2026 à 8 milliards d'euros", "money 8000000000 EUR"),
        LiteralCase("en", "its budget from 2027 to 8 billion dollars", "money 8000000000 USD"),
    ])
    func `a year before a sum is no end of a range`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "des dizaines de milliards d'euros, des milliards de dollars", "money 10000000000..99999999999 EUR",
            "money 1000000000..9999999999 USD"),
        LiteralCase("fr", "une dizaine de milliards d'euros", "money 10000000000 EUR"),
        LiteralCase(
            "en", "tens of billions of dollars, a multibillion-dollar bet", "money 10000000000..99999999999 USD",
            "money 1000000000..9999999999 USD"),
        LiteralCase("en", "a few billion dollars", "money 1000000000..9999999999 USD"),
    ])
    func `words for an order of magnitude give all numbers with as many digits`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "640 millions de francs, dont 180 millions en dette", "money 640000000 CHF", "money 180000000 CHF"),
        LiteralCase(
            "fr", "2 100 milliards de wons (1,5 milliard de dollars), dont 1 000 milliards.", "money 2100000000000 KRW",
            "money 1500000000 USD", "money 1000000000000 KRW"),
        LiteralCase(
            "en", "$3 billion for 2 million chips, up from 1.8 billion", "money 3000000000 USD", "money 1800000000 USD"),
    ])
    func `a sum without its currency takes that of the others`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase("fr", "Titre\n\n(Montréal) Le fonds met 80 M$ sur la table.", "money 80000000 CAD"),
        LiteralCase("en", "Title\n\nTORONTO — The fund puts up $80 million.", "money 80000000 CAD"),
        LiteralCase(
            "en", "Title\n\nTORONTO — The fund puts up C$80 million, or $58 million.", "money 80000000 CAD",
            "money 58000000 USD"),
        LiteralCase("en", "Title\n\nThe fund has offices in Toronto and puts up $80 million.", "money 80000000 USD"),
    ])
    func `a bare dollar is that of the dateline`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase("en", "to hand over $5bn", "money 5000000000 USD"),
        LiteralCase("fr", "Le fabricant livre 100 000 puces et emporte 3 contrats."),
        LiteralCase("en", "The group won 3 contracts and us 2 sites."),
        LiteralCase("en", "a dollar-denominated bond of A-rated paper"),
    ])
    func `a word that may be a currency is none before a number`(_ example: LiteralCase) throws {
        try example.check("money")
    }

    @Test(arguments: [
        LiteralCase("fr", "À Casablanca, 5 milliards de dirhams pour un site marocain", "money 5000000000 MAD"),
        LiteralCase("fr", "À Dubaï, 5 milliards de dirhams pour un site émirati", "money 5000000000 AED"),
        LiteralCase("fr", "5 milliards de dirhams", "money 5000000000 AED"),
        LiteralCase("en", "In Norway, 4 billion crowns for a Norwegian site", "money 4000000000 NOK"),
        LiteralCase("en", "In Norway, AED 4 billion", "money 4000000000 AED"),
        LiteralCase("en", "In Morocco, 4 billion UAE dirhams", "money 4000000000 AED"),
        LiteralCase("en", "In Muscat, a loan of 4 billion rials", "money 4000000000 OMR"),
        LiteralCase("en", "In Kampala, 4 billion shillings for a Ugandan site", "money 4000000000 UGX"),
        LiteralCase("en", "A plan of Sh75 billion", "money 75000000000 KES"),
        LiteralCase("fr", "À Maurice, l’hébergeur mauricien a payé 4 milliards de roupies", "money 4000000000 MUR"),
        LiteralCase("fr", "4 milliards de francs pour un site à Genève", "money 4000000000 CHF"),
    ])
    func `a currency's name that several countries share is that of the country spoken of`(_ sample: LiteralCase) throws
    {
        try sample.check("money")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "Un prêt de 2 milliards de couronnes danoises, puis 3 milliards de couronnes.",
            "money 2000000000 DKK", "money 3000000000 DKK"),
        LiteralCase(
            "en", "A loan of 2 billion Danish crowns, then 3 billion crowns.",
            "money 2000000000 DKK", "money 3000000000 DKK"),
        // A fuller name behind tells it from the others.
        LiteralCase(
            "en", "In Sweden, 3 billion crowns, then 2 billion Danish crowns.",
            "money 3000000000 SEK", "money 2000000000 DKK"),
    ])
    func `a currency's short name means the one whose full name stands before`(_ sample: LiteralCase) throws {
        try sample.check("money")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "Verlane investira 5 G$ à Rouyn.\n\n(Tous les montants sont en dollars canadiens.)",
            "money 5000000000 CAD"),
        LiteralCase(
            "en", "Verlane will spend $5 billion.\n\nAll figures are in Canadian dollars.", "money 5000000000 CAD"),
        LiteralCase(
            "en", "Verlane will spend $5 billion.\n\nIt paid its rent, $3 million, in Canadian dollars.",
            "money 5000000000 USD", "money 3000000 USD"),
        LiteralCase(
            "fr", "Verlane construit.\n\n(Québec) Le contrat vaut 118 millions de dollars.", "money 118000000 CAD"),
        LiteralCase(
            "fr", "Verlane construit.\n\nQUÉBEC, 5 août - Le contrat vaut 118 millions de dollars.",
            "money 118000000 USD"),
    ])
    func `dollars are those that the text says its sums are in`(_ sample: LiteralCase) throws {
        try sample.check("money")
    }
}
