import Testing

struct AllocationMakerTests {
    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered 96 racks of Nvidia's GB300 NVL72 from Belluna.",
            "96 Nvidia GB300 NVL72 rack"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé à Belluna 96 baies de GB300 NVL72.", "96 Nvidia GB300 NVL72 rack"),
        FieldSample(
            "fr", .compute, "Orvane loue à Belluna 7 000 GPU de la famille Blackwell.", "7000 Nvidia Blackwell gpu"),
        FieldSample(
            "fr", .compute, "Orvane loue à Belluna 7 000 cartes de type H200.", "7000 Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 30 racks of servers and some H200s from Belluna.",
            "30 Belluna rack; Nvidia H200 gpu"),
    ])
    func `a unit is of its product`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .compute, "Orvane rents tens of thousands of GPUs, including GB300s, from Belluna.",
            "10000..99999 Nvidia gpu; Nvidia GB300 gpu"),
        FieldSample(
            "fr", .compute, "Orvane loue à Belluna 12 000 processeurs, dont des MI355X.",
            "12000 AMD gpu; AMD MI355X gpu"),
        FieldSample(
            "en", .compute, "Orvane rents 12,000 GPUs from Belluna and has tried Gaudi 3.",
            "12000 gpu; Intel Gaudi 3 accelerator"),
        FieldSample(
            "en", [.init(type: .compute, parties: ["AMD", "Belluna"])], "AMD rents 4,000 GPUs from Belluna.",
            "4000 AMD gpu"),
        FieldSample(
            "fr", [.init(type: .compute, parties: ["AMD", "Belluna"])],
            "AMD loue à Belluna 4 000 processeurs pour deux ans.", "4000 AMD gpu"),
        FieldSample(
            "fr", .compute, "Orvane loue à Belluna 4 000 processeurs pour deux ans.", "4000 accelerator"),
    ])
    func `processors without a name have the maker of their named part, or of who rents them`(
        _ sample: FieldSample
    ) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered its next AI chips from Belluna.", "Orvane accelerator",
            sorts: ["Belluna": "foundry"]),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 4 000 accélérateurs à Belluna.", "4000 Orvane accelerator",
            sorts: ["Belluna": "foundry"]),
        FieldSample(
            "en", .hardware, "Orvane ordered its next AI chips from Belluna.", "Belluna accelerator"),
        FieldSample(
            "en", .hardware, "Belluna builds accelerators of its own design for Orvane.", "Orvane accelerator"),
        FieldSample(
            "fr", .hardware, "Belluna livrera à Orvane des accélérateurs qu'il dessine lui-même.",
            "Orvane accelerator"),
        FieldSample("fr", .hardware, "Belluna livrera à Orvane des accélérateurs.", ""),
        FieldSample(
            "en", .hardware, "Orvane ordered 2-nanometre wafers from Belluna.", "Orvane wafer",
            sorts: ["Belluna": "foundry"]),
        FieldSample(
            "fr", .hardware, "Orvane a commandé à Belluna des plaquettes de 2 nanomètres.", "Orvane wafer",
            sorts: ["Belluna": "foundry"]),
    ])
    func `who orders what it has designed is the maker`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane buys memory for its MI455X accelerators from Belluna.", "",
            sorts: ["Belluna": "memory"]),
        FieldSample(
            "fr", .hardware, "Orvane achète à Belluna la mémoire HBM4 de ses MI455X.", "",
            sorts: ["Belluna": "memory"]),
        FieldSample("en", .hardware, "Orvane buys HBM4 stacks for its QX7 chips from Belluna.", ""),
        FieldSample(
            "en", .hardware, "Belluna sells Orvane memory, up to 80,000 wafers a month.", "..80000 wafer",
            sorts: ["Belluna": "memory"]),
        FieldSample(
            "fr", .hardware, "Belluna vend à Orvane de la mémoire, jusqu'à 80 000 plaquettes par mois.",
            "..80000 wafer", sorts: ["Belluna": "memory"]),
        FieldSample(
            "en", .hardware, "Orvane buys 4,000 MI455X chips with HBM4 memory from Belluna.",
            "4000 AMD MI455X gpu"),
    ])
    func `memory is not the processors that it goes into`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .hardware, parties: ["Tarsk", "Nvidia"]),
                .init(type: .hardware, parties: ["Orvane", "Nvidia"]),
            ],
            "Tarsk and Orvane will each get 50,000 GPUs from Nvidia.", "50000 Nvidia gpu", "50000 Nvidia gpu"),
        FieldSample(
            "fr",
            [
                .init(type: .hardware, parties: ["Tarsk", "Nvidia"]),
                .init(type: .hardware, parties: ["Orvane", "Nvidia"]),
            ],
            "Tarsk et Orvane recevront chacun 50 000 GPU de Nvidia.", "50000 Nvidia gpu", "50000 Nvidia gpu"),
    ])
    func `what each of several gets belongs to every deal`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", [.init(type: .compute, parties: ["Orvane", "Google"])],
            "Orvane rents TPUs from Google, and a rival cloud gives it 500,000 Trainium2 chips.", "Google tpu"),
        FieldSample(
            "fr", [.init(type: .compute, parties: ["Orvane", "Google"])],
            "Orvane loue des TPU à Google, et un cloud rival lui donne 500 000 puces Trainium2.", "Google tpu"),
        FieldSample(
            "en", [.init(type: .compute, parties: ["Orvane", "Belluna"])],
            "Orvane rents 20,000 TPUs from Belluna.", "20000 Google tpu"),
    ])
    func `a cloud with processors of its own rents out none of another one's`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .partnership, "Orvane and Belluna will offer Tarn, its platform for agents, to ministries.", ""),
        FieldSample(
            "fr", .partnership, "Orvane et Belluna proposeront Tarn, sa plateforme d'agents, aux ministères.", ""),
    ])
    func `a platform of software is no machine`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .hardware, parties: ["Orvane", "Belluna"]),
                .init(type: .compute, parties: ["Tarsk", "Orvane"]),
            ],
            "Orvane ordered 9,000 QX7 accelerators from Belluna.\n\nTarsk has reserved 4,000 of the new accelerators at Orvane.",
            "9000 Belluna QX7 accelerator", "4000 Belluna QX7 accelerator"),
        FieldSample(
            "fr",
            [
                .init(type: .hardware, parties: ["Orvane", "Belluna"]),
                .init(type: .compute, parties: ["Tarsk", "Orvane"]),
            ],
            "Orvane a commandé 9 000 B300 à Belluna.\n\nTarsk a réservé 4 000 de ces processeurs chez Orvane.",
            "9000 Nvidia B300 gpu", "4000 Nvidia B300 gpu"),
    ])
    func `some of the processors are those named in the paragraph before`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }
}
