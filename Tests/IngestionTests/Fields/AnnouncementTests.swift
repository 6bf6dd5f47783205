import Model
import Testing

/// Whole articles, published on Tuesday, 12 May 2026: of each deal the day, or "-".
struct AnnouncementTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        let days: [String]

        init(_ language: String, _ text: String, _ days: String...) {
            self.language = language
            self.text = text
            self.days = days
        }

        var testDescription: String { text }
    }

    private func check(_ sample: Sample) throws {
        let found = try TestEngine.get().read(
            Array(sample.text.utf8), published: Day("2026-05-12"), language: sample.language)
        #expect(found.deals.map { $0.record.announcedOn?.text ?? "-" } == sample.days)
    }

    @Test(arguments: [
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nBy the spring Tolland Cloud had let its 40 MW campus to Wexcombe AI for 15 years.",
            "-"),
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nTolland Cloud said that it had let its 40 MW campus to Wexcombe AI for 15 years.",
            "2026-05-12"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nWexcombe AI avait loué 9 000 GPU à Tolland Cloud pour 700 millions d'euros.",
            "-"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nWexcombe AI indique avoir loué 9 000 GPU à Tolland Cloud pour 700 millions d'euros.",
            "2026-05-12"),
    ])
    func `what had been done before is recalled, unless somebody says so now`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "Deals of the week\n\nIt rains.\n\nIt snows.\n\n• Leeds. Wexcombe AI signed on Monday a lease for 12 MW with Garrow Estates.\n\n• Hull. Ridley Robotics leases 9 MW from Denby Estates for seven years.",
            "2026-05-11", "2026-05-12"),
        Sample(
            "fr",
            "Les contrats de la semaine\n\nIl pleut.\n\nIl neige.\n\n• Lille. Wexcombe AI a signé lundi un bail de 12 MW avec Garrow Estates.\n\n• Metz. Ridley Robotics loue 9 MW à Denby Estates pour sept ans.",
            "2026-05-11", "2026-05-12"),
    ])
    func `the items of a list have no day in common`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nOn April 14 Wexcombe AI signed a lease for 12 MW with Garrow Estates.\n\nThe same day Tolland Cloud agreed to lend Wexcombe AI $90 million.",
            "2026-04-14", "2026-04-14"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nLe 14 avril, Wexcombe AI a signé un bail de 12 MW avec Garrow Estates.\n\nLe même jour, Tolland Bank a prêté 90 millions d'euros à Wexcombe AI.",
            "2026-04-14", "2026-04-14"),
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nIn March Wexcombe AI leased 12 MW from Garrow Estates; the same day Ridley Robotics leased 9 MW from Denby Estates.",
            "-", "-"),
    ])
    func `the same day is that of the deal told before`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "Wexcombe AI is buying $2 billion of Tolland Cloud's shares at a discount to Monday's close\n\nIt rains.",
            "2026-05-12"),
        Sample(
            "fr", "Nouvelles\n\nIl pleut.\n\nWexcombe AI a loué 9 000 GPU à Tolland Cloud, affirmait Reuters en mars.",
            "-"),
        Sample(
            "en",
            "News\n\nIt rains.\n\nWexcombe AI rented 9,000 GPUs from Tolland Cloud, according to The Information, which wrote about the contract in March.",
            "-"),
    ])
    func `the close of trading is no day, and what a paper told months ago has none`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nOn May 4 Wexcombe AI rented 9,000 GPUs from Tolland Cloud. The next day it leased 12 MW from Garrow Estates.",
            "2026-05-04", "2026-05-05"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nLe 4 mai, Wexcombe AI a loué 9 000 GPU à Tolland Cloud. La veille, l'entreprise avait signé un bail de 12 MW avec Garrow Estates.",
            "2026-05-03", "2026-05-04"),
        Sample(
            "en", "A busy market\n\nIt rains.\n\nThe next day Wexcombe AI rented 9,000 GPUs from Tolland Cloud.",
            "2026-05-12"),
    ])
    func `the next day is reckoned from the day told last`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "fr",
            "Nouvelles\n\nIl pleut.\n\nDenby Photonics avait levé 90 millions d'euros auprès de Garrow Capital en mars ; ses machines tournent aujourd'hui.",
            "-"),
        Sample(
            "fr",
            "Nouvelles\n\nIl pleut.\n\nDenby Photonics a levé aujourd'hui 90 millions d'euros auprès de Garrow Capital ; ses machines tournent.",
            "2026-05-12"),
    ])
    func `a day behind a semicolon is that of what stands there`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        ("en", "Last year Ridley Systems bought Denby Photonics for $80 million.", DealStatus.completed),
        (
            "en", "Last year an $80 million takeover of Denby Photonics by Ridley Systems was agreed.",
            DealStatus.signed
        ),
        ("fr", "L'an dernier, Ridley Systems a racheté Denby Photonics pour 80 millions d'euros.", .completed),
        (
            "fr",
            "L'an dernier, le rachat de Denby Photonics par Ridley Systems a été convenu pour 80 millions d'euros.",
            .signed
        ),
        ("en", "Ridley Systems agreed in February to buy Denby Photonics for $80 million.", .signed),
        ("fr", "Ridley Systems s'est engagé en février à racheter Denby Photonics pour 80 millions d'euros.", .signed),
        ("en", "Over the summer Ridley Systems bought Denby Photonics for $80 million.", .completed),
        ("fr", "Durant l'été, Ridley Systems a racheté Denby Photonics pour 80 millions d'euros.", .completed),
        (
            "en", "Last year Wexcombe AI sold its servers to Hoshino Leasing for $80 million and leased them back.",
            .completed
        ),
    ])
    func `what was bought long ago is paid, what was agreed is not`(
        _ language: String, _ text: String, _ status: DealStatus
    ) throws {
        let article = "A busy market\n\nIt rains.\n\nIt snows.\n\n" + text
        let found = try TestEngine.get().read(
            Array(article.utf8), published: Day("2026-05-12"), language: language)
        #expect(found.deals.map(\.record.status) == [status])
    }

    @Test(arguments: [
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nIn December Garrow Estates, whose owners are said to be thinking of a flotation, and who sold most of their offices, leased 12 MW to Wexcombe AI.",
            "-"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nGarrow Estates, dont les actionnaires songent à la Bourse après avoir cédé, l'une après l'autre, leurs tours de bureaux, a loué 12 MW à Wexcombe AI cette semaine.",
            "-"),
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nWexcombe AI joined forces with Tolland Cloud this month.", "-"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nWexcombe AI avait versé 40 millions d'euros à Tolland Cloud pour une licence.",
            "-"),
    ])
    func `words of memory count wherever they stand in the sentence`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nIn March Wexcombe AI leased 12 MW from Garrow Estates. At the same time Ridley Robotics leased 9 MW from Denby Estates.",
            "-", "-"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nEn mars, Wexcombe AI a signé un bail de 12 MW avec Garrow Estates. Dans la foulée, Ridley Robotics a signé un bail de 9 MW avec Denby Estates.",
            "-", "-"),
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nOn May 4 Wexcombe AI leased 12 MW from Garrow Estates. Hours later Ridley Robotics leased 9 MW from Denby Estates.",
            "2026-05-04", "2026-05-04"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nLe 4 mai, Wexcombe AI a signé un bail de 12 MW avec Garrow Estates. Dans la foulée, Ridley Robotics a signé un bail de 9 MW avec Denby Estates.",
            "2026-05-04", "2026-05-04"),
    ])
    func `what came at the same time is as old as what it came with`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nIt snows.\n\nIn October Wexcombe AI leased 12 MW from Garrow Estates. On Monday the regulator signed off on its power lines.",
            "-"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nIl neige.\n\nWexcombe AI a loué l'été dernier 12 MW à Garrow Estates. Lundi, la mairie a donné son accord pour la ligne à haute tension.",
            "-"),
        Sample(
            "en",
            "A busy market\n\nIt rains.\n\nIt snows.\n\nOn Monday Wexcombe AI leased 12 MW from Garrow Estates, which bought the hall last year.",
            "2026-05-11"),
        Sample(
            "fr",
            "Un marché agité\n\nIl pleut.\n\nIl neige.\n\nLundi, Wexcombe AI a loué 12 MW à Garrow Estates, qui tient la salle depuis l'an dernier.",
            "2026-05-11"),
    ])
    func `a day of something else does not date what is recalled`(_ sample: Sample) throws {
        try check(sample)
    }

    @Test(arguments: [
        Sample(
            "fr",
            "Un bail à Lille\n\nOn se réjouissait lundi, au lendemain de la signature d'un bail de 40 MW, pour quinze ans, entre Wexcombe AI et Garrow Estates.",
            "2026-05-10"),
        Sample(
            "en",
            "A lease in Leeds\n\nShares rose on Monday, a day after Wexcombe AI let its 40 MW campus to Garrow Estates for 15 years.",
            "2026-05-10"),
        Sample(
            "fr",
            "Un bail à Lille\n\nWexcombe AI a loué 40 MW à Garrow Estates pour quinze ans. Le contrat commence le 4 mai.",
            "2026-05-12"),
        Sample(
            "en",
            "A lease in Leeds\n\nWexcombe AI leased 40 MW from Garrow Estates for 15 years. The contract begins on May 4.",
            "2026-05-12"),
    ])
    func `what comes the day after an announcement tells its day, the start of a contract does not`(
        _ sample: Sample
    ) throws {
        try check(sample)
    }
}
