import Testing

/// The day of reference is Wednesday 5 November 2025.
struct DateTests {
    @Test(arguments: [
        LiteralCase(
            "fr", "le 3 mars 2027, le 1er juillet, mercredi 11 juin", "date 2027-03-03 day", "date 2025-07-01 day",
            "date 2025-06-11 day"),
        LiteralCase("fr", "20/02/2026, 2026-02-20", "date 2026-02-20 day", "date 2026-02-20 day"),
        LiteralCase(
            "en", "March 3, 2027, on Nov. 3, the 1st of July", "date 2027-03-03 day", "date 2025-11-03 day",
            "date 2025-07-01 day"),
        LiteralCase("en", "2/20/2026, 2026-02-20", "date 2026-02-20 day", "date 2026-02-20 day"),
    ])
    func `days are read with and without their year`(_ example: LiteralCase) throws {
        try example.check("date")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "réservé en janvier 6 000 tranches ; en mars 40 000 puces", "date 2025-01-01..2025-01-31 month",
            "date 2025-03-01..2025-03-31 month"),
        LiteralCase("en", "It ordered chips in January. The second order", "date 2025-01-01..2025-01-31 month"),
        LiteralCase("en", "in May 3,000 racks, on Nov. 3", "date 2025-05-01..2025-05-31 month", "date 2025-11-03 day"),
    ])
    func `a count or an ordinal behind a month is no day of it`(_ example: LiteralCase) throws {
        try example.check("date")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "lundi, hier, vendredi dernier, mercredi", "date 2025-11-03 day", "date 2025-11-04 day",
            "date 2025-10-31 day", "date 2025-11-05 day"),
        LiteralCase(
            "fr", "la semaine dernière, le mois prochain, l'an dernier", "date 2025-10-27..2025-11-02 week",
            "date 2025-12-01..2025-12-31 month", "date 2024-01-01..2024-12-31 year"),
        LiteralCase(
            "en", "on Monday, yesterday, last Friday, Wednesday", "date 2025-11-03 day", "date 2025-11-04 day",
            "date 2025-10-31 day", "date 2025-11-05 day"),
        LiteralCase(
            "en", "last week, next month, this quarter", "date 2025-10-27..2025-11-02 week",
            "date 2025-12-01..2025-12-31 month", "date 2025-10-01..2025-12-31 quarter"),
        LiteralCase("en", "in two weeks; three days ago", "date 2025-11-19 day", "date 2025-11-02 day"),
        LiteralCase("fr", "dans deux semaines ; il y a trois jours", "date 2025-11-19 day", "date 2025-11-02 day"),
    ])
    func `relative days are reckoned from the day of reference`(_ example: LiteralCase) throws {
        try example.check("date")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "en 2028, d'ici fin 2026, au second semestre 2027, au T3 2027", "date 2028-01-01..2028-12-31 year",
            "date 2026-01-01..2026-12-31 year", "date 2027-07-01..2027-12-31 half",
            "date 2027-07-01..2027-09-30 quarter"),
        LiteralCase(
            "en", "in 2028, in Q3 2027, in the second half of 2027, by June 2026", "date 2028-01-01..2028-12-31 year",
            "date 2027-07-01..2027-09-30 quarter", "date 2027-07-01..2027-12-31 half",
            "date 2026-06-01..2026-06-30 month"),
    ])
    func `periods have their first and last day`(_ example: LiteralCase) throws {
        try example.check("date")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "le dernier lundi de mars 2026, le 20 du mois prochain", "date 2026-03-30 day", "date 2025-12-20 day"),
        LiteralCase(
            "en", "the first Friday of March 2026, the 20th of next month", "date 2026-03-06 day", "date 2025-12-20 day"
        ),
        LiteralCase("en", "the last week of March 2026", "date 2026-03-23..2026-03-29 week"),
    ])
    func `parts of a month are counted from its start or its end`(_ example: LiteralCase) throws {
        try example.check("date")
    }

    @Test(arguments: [
        LiteralCase(
            "fr", "le 3 juin, le 6 novembre, jeudi 6, en décembre", "date 2025-06-03 day", "date 2025-11-06 day",
            "date 2025-11-06 day", "date 2025-12-01..2025-12-31 month"),
        LiteralCase(
            "en", "on June 3, on Nov. 6, Thursday the 6th, in December", "date 2025-06-03 day", "date 2025-11-06 day",
            "date 2025-11-06 day", "date 2025-12-01..2025-12-31 month"),
        LiteralCase("fr", "le 6 novembre dernier, le 3 mars prochain", "date 2024-11-06 day", "date 2026-03-03 day"),
        LiteralCase(
            "en", "in August, in January", "date 2025-08-01..2025-08-31 month", "date 2025-01-01..2025-01-31 month"),
    ])
    func `a date without its year is over or at hand`(_ example: LiteralCase) throws {
        try example.check("date")
    }

    @Test(arguments: [
        LiteralCase("fr", "sur sept ans, 2000 processeurs"),
        LiteralCase("en", "This may or may not march on. 2000 people sat."),
        LiteralCase("fr", "Le groupe a présenté lundi son offre.", "date 2025-11-03 day"),
        LiteralCase("en", "In June 4,096 boards were sold.", "date 2025-06-01..2025-06-30 month"),
    ])
    func `words that are months too need a date around them`(_ example: LiteralCase) throws {
        try example.check("date")
    }
}
