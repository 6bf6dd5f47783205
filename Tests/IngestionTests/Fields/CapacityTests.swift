import Testing

/// Published on Wednesday 18 March 2026.
struct CapacityTests {
    @Test(arguments: [
        FieldSample("en", .power, "Belluna will supply Orvane with up to 1.2 GW.", "1200 MW"),
        FieldSample("fr", .power, "Belluna fournira à Orvane jusqu'à 1,2 GW.", "1200 MW"),
        FieldSample("en", .datacenter, "Orvane leases 90 MW from Belluna and has an option on another 60 MW.", "90 MW"),
        FieldSample(
            "fr", .datacenter, "Orvane loue 90 MW à Belluna, avec une option sur 60 MW supplémentaires.", "90 MW"),
        FieldSample("en", .power, "Belluna builds two reactors of 170 MW each for Orvane.", "340 MW"),
        FieldSample("fr", .power, "Belluna construira pour Orvane deux réacteurs de 170 MW chacun.", "340 MW"),
        FieldSample("en", .datacenter, "Orvane leases several hundred megawatts from Belluna.", "-"),
        FieldSample("fr", .datacenter, "Orvane loue plusieurs centaines de mégawatts à Belluna.", "-"),
        FieldSample(
            "en", .datacenter, "Orvane, which owns 900 MW of sites, is building a 90 MW hall for Belluna.", "90 MW"),
        FieldSample(
            "fr", .datacenter, "Orvane, qui possède 900 MW de sites, construit un bâtiment de 90 MW pour Belluna.",
            "90 MW"),
    ])
    func `power is what is committed`(_ sample: FieldSample) throws {
        try sample.check(\.powerLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .compute, "Orvane will train its models and serve its users on machines of Belluna.",
            "training inference"),
        FieldSample(
            "fr", .compute, "Orvane louera à Belluna de quoi entraîner ses modèles et servir ses utilisateurs.",
            "training inference"),
        FieldSample(
            "en", .compute, "Orvane signed with Belluna. The capacity is for sovereign AI and shopping agents.",
            "agents sovereign"),
        FieldSample(
            "fr", .compute, "Orvane a signé avec Belluna. La capacité servira à un cloud souverain et à l'inférence.",
            "inference sovereign"),
        FieldSample("en", .compute, "Orvane rents 9,000 H200s from Belluna, to be used in research.", "research"),
        FieldSample("fr", .compute, "Orvane loue 9 000 H200 à Belluna. Ils serviront à la recherche.", "research"),
        FieldSample(
            "fr", .compute, "Orvane loue des H200 à Belluna pour entraîner des modèles, puis les faire tourner.",
            "training inference"),
        FieldSample("fr", .compute, "À la recherche de fonds, Orvane a signé avec Belluna.", ""),
        FieldSample("en", .investment, "Orvane invests in Belluna to train models.", ""),
    ])
    func `purposes are those said of the capacity`(_ sample: FieldSample) throws {
        try sample.check(\.purposeLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .compute, "Orvane signs with Belluna\n\nOrvane signed a contract with Belluna.", "2026-03-18"),
        FieldSample(
            "en", .compute, "Orvane signs with Belluna\n\nOrvane and Belluna announced a contract on Monday.",
            "2026-03-16"),
        FieldSample(
            "fr", .compute, "Orvane signe avec Belluna\n\nOrvane et Belluna ont annoncé lundi un contrat.", "2026-03-16"
        ),
        FieldSample("en", .compute, "News\n\nIt rains.\n\nLast year Orvane signed a contract with Belluna.", "-"),
        FieldSample(
            "fr", .compute, "Nouvelles\n\nIl pleut.\n\nL'an dernier, Orvane a signé un contrat avec Belluna.", "-"),
        FieldSample("en", .compute, "News\n\nIt rains.\n\nIn July Orvane ordered capacity from Belluna.", "-"),
        FieldSample(
            "fr", .compute, "Nouvelles\n\nIl pleut.\n\nEn juillet, Orvane a commandé de la capacité à Belluna.", "-"),
        FieldSample(
            "en", .compute, "News\n\nIt rains.\n\nOn January 12 Orvane signed a contract with Belluna.", "2026-01-12"),
        FieldSample(
            "fr", .compute, "Nouvelles\n\nIl pleut.\n\nLe 12 janvier, Orvane a signé avec Belluna.", "2026-01-12"),
    ])
    func `the day is the written one, that of the news, or none`(_ sample: FieldSample) throws {
        try sample.check(\.dayLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .datacenter, "Orvane leases a hall from Belluna\n\nIt rains.\n\nIt snows.\n\nBelluna owns 5,200 MW.",
            "-"),
        FieldSample(
            "fr", .datacenter,
            "Orvane loue une halle à Belluna\n\nIl pleut.\n\nIl neige.\n\nBelluna possède 5 200 MW.", "-"),
        FieldSample("en", .datacenter, "Orvane leases a hall from Belluna. The hall draws 40 MW.", "40 MW"),
        FieldSample("fr", .datacenter, "Orvane loue une halle à Belluna. Elle consomme 40 MW.", "40 MW"),
    ])
    func `a capacity told far from the deal is another one`(_ sample: FieldSample) throws {
        try sample.check(\.powerLine)
    }

    @Test func `every field has its evidence`() throws {
        let text = "Orvane signed a seven-year, $3 billion contract with Belluna for 20,000 H200 chips and 90 MW."
        let sample = FieldSample("en", .compute, text, "")
        let finding = try #require(try FieldProbe("en").findings(sample).first)
        let fields = Set(finding.evidence.map(\.field))
        #expect(
            fields.isSuperset(of: [
                "/value/min", "/value/max", "/term/months", "/power_mw", "/announced_on", "/allocations/0",
            ]))
        for evidence in finding.evidence {
            let bytes = Array(text.utf8)[evidence.span.start..<evidence.span.end]
            #expect(String(decoding: bytes, as: UTF8.self) == evidence.quote)
        }
    }
}
