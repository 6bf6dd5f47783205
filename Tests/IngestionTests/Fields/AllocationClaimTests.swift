import Testing

struct AllocationClaimTests {
    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .compute, parties: ["Orvane", "Nvidia"]),
                .init(type: .compute, parties: ["Orvane", "Belluna"]),
            ],
            "Orvane rents capacity from Belluna in halls equipped with Nvidia GB300 chips.", "", "Nvidia GB300 gpu"),
        FieldSample(
            "fr",
            [
                .init(type: .compute, parties: ["Orvane", "Nvidia"]),
                .init(type: .compute, parties: ["Orvane", "Belluna"]),
            ],
            "Orvane loue du calcul à Belluna dans des salles équipées de puces GB300 de Nvidia.", "",
            "Nvidia GB300 gpu"),
    ])
    func `who is only named as the maker provides no capacity`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en",
            [
                .init(type: .compute, parties: ["Tarsk", "Belluna"]),
                .init(type: .compute, parties: ["Orvane", "Belluna"], confidence: 300),
            ],
            "Tarsk and Orvane rent 9,000 B300 GPUs from Belluna.", "9000 Nvidia B300 gpu", ""),
        FieldSample(
            "fr",
            [
                .init(type: .compute, parties: ["Tarsk", "Belluna"]),
                .init(type: .compute, parties: ["Orvane", "Belluna"], confidence: 300),
            ],
            "Tarsk et Orvane louent 9 000 GPU B300 à Belluna.", "9000 Nvidia B300 gpu", ""),
    ])
    func `of two deals that claim processors about equally the surer one has them`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .datacenter, "Orvane leases from Belluna a hall for 9,000 B300 GPUs.", "9000 Nvidia B300 gpu"),
        FieldSample(
            "fr", .datacenter, "Orvane loue à Belluna une salle pour 9 000 GPU B300.", "9000 Nvidia B300 gpu"),
        FieldSample(
            "en", .datacenter, "Orvane leases a hall from Belluna.\n\nBelluna will get 9,000 B300 GPUs.", ""),
        FieldSample(
            "fr", .datacenter, "Orvane loue une salle à Belluna.\n\nBelluna recevra 9 000 GPU B300.", ""),
    ])
    func `a site brings processors only where it is told beside them`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered 140 CS-3 systems from Belluna.", "140 Cerebras CS-3 accelerator"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 140 systèmes CS-3 à Belluna.", "140 Cerebras CS-3 accelerator"),
        FieldSample(
            "en", .hardware, "Orvane ordered 60 CS-3 servers from Belluna.", "60 Cerebras CS-3 server"),
    ])
    func `systems of one chip are accelerators unless they are called servers`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }
}
