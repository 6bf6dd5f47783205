import Testing

/// Published on 18 March 2026.
struct TermTests {
    @Test(arguments: [
        FieldSample("en", .compute, "Orvane signed a seven-year contract with Belluna.", "84m multi"),
        FieldSample("fr", .compute, "Orvane a signé un contrat de sept ans avec Belluna.", "84m multi"),
        FieldSample("en", .power, "Belluna will supply Orvane for 18 months from October 2026.", "18m from 2026-10"),
        FieldSample(
            "fr", .power, "Belluna fournira Orvane pendant 18 mois à partir d'octobre 2026.", "18m from 2026-10"),
        FieldSample("en", .compute, "Orvane and Belluna announced a multi-year agreement.", "multi"),
        FieldSample("fr", .compute, "Orvane et Belluna annoncent un accord pluriannuel.", "multi"),
    ])
    func `a length is that of the contract`(_ sample: FieldSample) throws {
        try sample.check(\.termLine)
    }

    @Test(arguments: [
        FieldSample("en", .compute, "Orvane, founded five years ago, signed with Belluna.", "-"),
        FieldSample("fr", .compute, "Orvane, fondée il y a cinq ans, a signé avec Belluna.", "-"),
        FieldSample("en", .hardware, "Orvane ordered chips from Belluna. The option is valid until 2030.", "-"),
        FieldSample("fr", .hardware, "Orvane a commandé des puces à Belluna. Une option vaut jusqu'en 2030.", "-"),
        FieldSample("en", .compute, "Orvane signed with Belluna after two years of talks.", "-"),
        FieldSample("fr", .compute, "Orvane a signé avec Belluna après deux ans de discussions.", "-"),
        FieldSample(
            "en", .investment, "Orvane invests in Belluna; the deal should close in the second half of 2026.", "-"),
        FieldSample(
            "en", .datacenter,
            "Belluna builds a site for Orvane. Construction starts in September and takes two years.",
            "-"),
        FieldSample(
            "fr", .datacenter,
            "Belluna construit un site pour Orvane. Le chantier démarre en septembre et durera deux ans.", "-"),
    ])
    func `a time since or until something is none`(_ sample: FieldSample) throws {
        try sample.check(\.termLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered servers from Belluna, to be delivered in the third quarter of 2027.",
            "from 2027"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé des serveurs à Belluna, livrables au troisième trimestre 2027.",
            "from 2027"),
        FieldSample("en", .power, "Belluna supplies Orvane until 2040.", "to 2040 multi"),
        FieldSample("fr", .power, "Belluna fournit Orvane jusqu'en 2040.", "to 2040 multi"),
        FieldSample(
            "en", .hardware, "Orvane ordered chips from Belluna. Deliveries run from January 2027 to the end of 2029.",
            "from 2027-01 to 2029 multi"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé des puces à Belluna. Les livraisons iront de janvier 2027 à la fin de 2029.",
            "from 2027-01 to 2029 multi"),
        FieldSample(
            "en", .datacenter,
            "Orvane rents halls from Belluna. They are handed over between 2027 and 2028, and the rent is fixed until 2039.",
            "from 2027 to 2039 multi"),
        FieldSample("en", .financing, "Belluna obtained from Orvane a loan maturing in 2031.", "to 2031 multi"),
        FieldSample(
            "fr", .financing, "Belluna a obtenu d'Orvane un prêt arrivant à échéance en 2031.", "to 2031 multi"),
        FieldSample("en", .hardware, "Orvane bought racks from Belluna for delivery in September.", "from 2026-09"),
        FieldSample("fr", .hardware, "Orvane a acheté à Belluna des baies livrables en septembre.", "from 2026-09"),
    ])
    func `dates of delivery and of the end are told apart`(_ sample: FieldSample) throws {
        try sample.check(\.termLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .compute,
            "The contract of Orvane with Belluna was raised to $9 billion and will now last eight years.",
            "96m multi"),
        FieldSample(
            "en", .power, "The contract of Orvane with Belluna, due to lapse in 2027, now runs to the end of 2036.",
            "to 2036 multi"),
        FieldSample(
            "en", .hardware,
            "Orvane bought 9,000 chips from Belluna: the first arrive in June 2026, and the last at the end of 2029.",
            "from 2026-06 to 2029 multi"),
        FieldSample("en", .hardware, "In June Orvane took delivery of 400 servers from Belluna.", "from 2025-06"),
        FieldSample("en", .compute, "Belluna will house servers of Orvane as early as November 2026.", "from 2026-11"),
        FieldSample(
            "fr", .datacenter, "Orvane loue un bâtiment à Belluna ; il doit être prêt en octobre 2026.", "from 2026-10"),
        FieldSample(
            "fr", .hardware, "Orvane achète 9 000 puces à Belluna, à installer entre la fin de 2026 et la fin de 2029.",
            "from 2026 to 2029 multi"),
        FieldSample(
            "fr", .hardware,
            "Orvane achète 9 000 puces à Belluna, les premières livrées en juin 2026 et les dernières fin 2029.",
            "from 2026-06 to 2029 multi"),
    ])
    func `the new length stands, and what comes last ends it`(_ sample: FieldSample) throws {
        try sample.check(\.termLine)
    }

    @Test(arguments: [
        FieldSample(
            "fr", .power, "Orvane achète à Belluna la production de 120 MW d'éoliennes, de 2027 à 2036.",
            "from 2027 to 2036 multi"),
        FieldSample(
            "fr", .hardware, "Orvane a choisi Belluna pour équiper, de 2027 à 2029, tous ses campus.",
            "from 2027 to 2029 multi"),
        FieldSample(
            "en", .power, "Orvane buys the output of a wind park from Belluna, from 2027 to 2036.",
            "from 2027 to 2036 multi"),
        FieldSample("en", .power, "Orvane bought a quarter of the output of its plant from Belluna.", "-"),
        FieldSample("en", .power, "Orvane bought three quarters of the output of its plant from Belluna.", "-"),
        FieldSample(
            "en", .compute, "Orvane signed a contract of eight quarters with Belluna for computing capacity.",
            "24m multi"),
        FieldSample(
            "fr", .compute, "Orvane a signé avec Belluna un contrat de huit trimestres de capacité de calcul.",
            "24m multi"),
        FieldSample(
            "en", .compute, "Orvane will spend $500 million with Belluna in the next five years.", "60m multi"),
        FieldSample("en", .hardware, "Orvane has ordered a chip eighteen months in the making from Belluna.", "-"),
        FieldSample(
            "fr", .hardware, "Orvane achète six turbines à Belluna ; elles seront sur place en 2028.", "from 2028"),
        FieldSample("fr", .datacenter, "Orvane loue 40 MW à Belluna, dont la moitié livrée dans l'année.", "from 2026"),
        FieldSample(
            "fr", .datacenter, "Orvane loue à Belluna des salles qui doivent être remises début 2028.", "from 2028"),
    ])
    func `two years may be start and end, and a fraction is no length`(_ sample: FieldSample) throws {
        try sample.check(\.termLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", both("got"), "Over five years Orvane got $9 billion, Belluna being the lender.", "-", "60m multi"),
        FieldSample(
            "fr", both("obtenu"), "Sur cinq ans, Orvane a obtenu 9 milliards d'euros, Belluna étant le prêteur.", "-",
            "60m multi"),
    ])
    func `words that tell two deals speak of the one whose own party stands there`(_ sample: FieldSample) throws {
        try sample.check(\.termLine)
    }

    /// Two deals that the same word tells.
    private static func both(_ trigger: String) -> [FieldSample.Deal] {
        [
            FieldSample.Deal(type: .power, parties: ["Orvane", "Castor"], trigger: trigger),
            FieldSample.Deal(type: .financing, parties: ["Orvane", "Belluna"], trigger: trigger),
        ]
    }
}
