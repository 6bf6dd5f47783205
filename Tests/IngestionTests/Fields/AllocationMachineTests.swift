import Testing

/// What machines hold, what sites are filled with, and what is counted together or in other words.
struct AllocationMachineTests {
    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered 40 servers from Belluna. Each contains eight H200s.",
            "40 Belluna server; 320 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 40 serveurs à Belluna. Chacun renferme huit cartes H200.",
            "40 Belluna server; 320 Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered servers from Belluna. Each contains eight H200s.", "Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé des serveurs à Belluna. Chacun renferme huit cartes H200.",
            "Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 40 servers from Belluna. They hold 320 H200s.",
            "40 Belluna server; 320 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 40 baies à Belluna, remplies de H200, soit 320 processeurs.",
            "40 Belluna rack; 320 Nvidia H200 gpu"),
    ])
    func `what each of counted machines holds is counted for all`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered 4,000 H100s and H200s from Belluna.",
            "4000 Nvidia gpu; Nvidia H100 gpu; Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 4 000 H100 et H200 à Belluna.",
            "4000 Nvidia gpu; Nvidia H100 gpu; Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 4,000 H100s and 500 H200s from Belluna.",
            "4000 Nvidia H100 gpu; 500 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé à Belluna 4 000 processeurs, des H200.", "4000 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane en a pris 4 000, des H200, chez Belluna.", "4000 Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 18,000 Grace Blackwell GB300 chips from Belluna.",
            "18000 Nvidia GB300 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé à Belluna 18 000 GB300 Grace Blackwell.", "18000 Nvidia GB300 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane versera à Belluna 5 milliards et des puces.", ""),
        FieldSample(
            "fr", .hardware, "Orvane a passé à Belluna une commande ferme de 900 cartes H200.", "900 Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane takes from Belluna 900 H200s at most.", "..900 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane prend chez Belluna 900 H200 au plus.", "..900 Nvidia H200 gpu"),
    ])
    func `a number counts what it is said to count`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane wants the H200. It ordered 9,000 of them from Belluna, Orvane said.",
            "9000 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane aime les puces H200. Orvane a réservé 9 000 d'entre elles chez Belluna.",
            "9000 Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 9,000 units of the QX-7 from Belluna.", "9000 Belluna QX-7 accelerator"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé à Belluna 9 000 unités du QX-7.", "9000 Belluna QX-7 accelerator"),
        FieldSample(
            "en", .hardware, "Orvane ordered 60 racks from Belluna. They are packed with Belluna's QX-7.",
            "60 Belluna rack; Belluna QX-7 accelerator"),
        FieldSample(
            "en", .hardware, "Belluna, the QX accelerator company, sells Orvane 600 racks.", "600 Belluna rack"),
        FieldSample(
            "en", .hardware, "Orvane ordered 600 racks from Belluna, one of two server makers that it knows.",
            "600 Belluna rack"),
        FieldSample(
            "en", .hardware, "Orvane ordered 600 racks from Belluna. Last year it could use 900 H200s.",
            "600 Belluna rack"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 600 baies à Belluna. L'an dernier, elle pouvait utiliser 900 H200.",
            "600 Belluna rack"),
    ])
    func `what pronouns and words of measure count is named elsewhere`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .datacenter, "Orvane leases a hall from Belluna and will install H200s there.", "Nvidia H200 gpu"),
        FieldSample(
            "fr", .datacenter, "Orvane loue à Belluna une salle pour y loger des H200.", "Nvidia H200 gpu"),
        FieldSample("en", .datacenter, "Orvane, known for its H200s, leases a hall from Belluna.", ""),
        FieldSample("fr", .datacenter, "Orvane, connu pour ses H200, loue une salle à Belluna.", ""),
        FieldSample(
            "en", .financing, "Belluna bought 9,000 H200s from Orvane and rents them back to it.",
            "9000 Nvidia H200 gpu"),
        FieldSample(
            "fr", .financing, "Par une cession-bail, Belluna reprend 9 000 H200 d'Orvane.", "9000 Nvidia H200 gpu"),
        FieldSample("en", .financing, "Belluna lends Orvane money secured on 9,000 H200s.", ""),
        FieldSample("fr", .financing, "Belluna prête à Orvane des fonds gagés sur 9 000 H200.", ""),
    ])
    func `a site brings what it is filled with, a loan what is sold and rented back`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered machines from Belluna. The 512 GB200 NVL72 racks were accepted.",
            "512 Nvidia GB200 NVL72 rack"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé des machines à Belluna. Les 512 baies GB200 NVL72 ont été acceptées.",
            "512 Nvidia GB200 NVL72 rack"),
        FieldSample("en", .hardware, "Orvane ordered machines from Belluna. Its 3,000 A100s run in Leeds.", ""),
        FieldSample(
            "fr", .hardware, "Orvane a commandé des machines à Belluna. Ses 3 000 A100 tournent à Nancy.", ""),
    ])
    func `counted products that open the next sentence are of the deal`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    private static let rented: [FieldSample.Deal] = [
        .init(type: .compute, parties: ["Tarsk", "Orvane"]), .init(type: .hardware, parties: ["Orvane", "Belluna"]),
    ]

    @Test(arguments: [
        FieldSample(
            "en", rented, "Orvane gives Tarsk access to GB300s. Orvane buys the chips from Belluna.",
            "Nvidia GB300 gpu", "Nvidia GB300 gpu"),
        FieldSample(
            "fr", rented, "Orvane donne à Tarsk accès à des GB300. Orvane achète les puces à Belluna.",
            "Nvidia GB300 gpu", "Nvidia GB300 gpu"),
        FieldSample(
            "en", rented, "Orvane gives Tarsk access to 900 GB300s. Orvane buys network gear from Belluna.",
            "900 Nvidia GB300 gpu", ""),
        FieldSample(
            "fr", rented, "Orvane donne à Tarsk accès à 900 GB300. Orvane achète des serveurs à Belluna.",
            "900 Nvidia GB300 gpu", ""),
    ])
    func `what is rented out is what was bought for it`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane booked 6,000 wafers at Belluna for its coming QX7 chip.",
            "6000 Orvane QX7 wafer", sorts: ["Belluna": "foundry"]),
        FieldSample(
            "fr", .hardware, "Orvane a réservé chez Belluna 6 000 plaquettes pour sa puce QX7.",
            "6000 Orvane QX7 wafer", sorts: ["Belluna": "foundry"]),
        FieldSample(
            "en", .hardware, "Orvane booked 6,000 wafers at Belluna.", "6000 Orvane wafer",
            sorts: ["Belluna": "foundry"]),
    ])
    func `wafers become the one product that is named`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }
}
