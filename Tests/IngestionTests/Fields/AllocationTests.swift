import Testing

struct AllocationTests {
    @Test(arguments: [
        FieldSample("en", .compute, "Orvane rents 20,000 H200 chips from Belluna.", "20000 Nvidia H200 gpu"),
        FieldSample("fr", .compute, "Orvane loue 20 000 puces H200 à Belluna.", "20000 Nvidia H200 gpu"),
        FieldSample(
            "en", .compute, "Orvane will use GB200 and GB300 systems of Belluna.",
            "Nvidia GB200 gpu; Nvidia GB300 gpu"),
        FieldSample(
            "fr", .compute, "Orvane utilisera des GB200 et des GB300 chez Belluna.",
            "Nvidia GB200 gpu; Nvidia GB300 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 640 GB300 NVL72 racks from Belluna.", "640 Nvidia GB300 NVL72 rack"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 512 serveurs HGX B300 à Belluna.", "512 Nvidia HGX B300 server"),
        FieldSample(
            "en", .compute, "Orvane gets hundreds of thousands of Nvidia GPUs from Belluna.",
            "100000..999999 Nvidia gpu"),
        FieldSample(
            "fr", .compute, "Orvane obtient de Belluna des centaines de milliers de GPU Nvidia.",
            "100000..999999 Nvidia gpu"),
        FieldSample("en", .compute, "Orvane gets up to a million TPUs from Belluna.", "..1000000 Google tpu"),
        FieldSample("en", .hardware, "Orvane ordered 9,600 AMD processors from Belluna.", "9600 AMD gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 9,600 AMD Instinct™ MI355X GPUs from Belluna.", "9600 AMD MI355X gpu"),
        FieldSample("en", .hardware, "Orvane ordered 384 L40S cards from Belluna.", "384 Nvidia L40S gpu"),
        FieldSample("en", .hardware, "Orvane ordered 384 L40s from Belluna.", "384 Nvidia L40S gpu"),
        FieldSample("fr", .hardware, "Orvane a commandé 384 GPU L40 à Belluna.", "384 Nvidia L40 gpu"),
    ])
    func `product, maker, unit and count are read together`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample("en", .hardware, "Orvane reserved wafers worth $1.1 billion at Belluna.", "Orvane wafer"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 12 000 plaquettes de silicium à Belluna.", "12000 Orvane wafer"),
    ])
    func `a foundry makes what its customer has designed`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample("en", .compute, "Orvane rents GPUs from Belluna.", ""),
        FieldSample("fr", .compute, "Orvane loue des GPU à Belluna.", ""),
        FieldSample("en", .acquisition, "Orvane bought Belluna, which owns 9,000 H200s.", ""),
    ])
    func `a generic word without count and maker is none`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered 40,000 QX7 accelerators from Belluna, with an option on 10,000 more.",
            "40000 Belluna QX7 accelerator; 10000 Belluna QX7 accelerator option"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé 40 000 accélérateurs QX-7 à Belluna. Orvane pourra en prendre 10 000 de plus.",
            "40000 Belluna QX-7 accelerator; 10000 Belluna QX-7 accelerator option"),
        FieldSample(
            "en", .compute, "Orvane rents 1,152 H200 GPUs from Belluna, with an option to double that number.",
            "1152 Nvidia H200 gpu; 1152 Nvidia H200 gpu option"),
        FieldSample(
            "fr", .compute, "Orvane loue 1 152 GPU H200 à Belluna, avec la faculté de doubler ce nombre.",
            "1152 Nvidia H200 gpu; 1152 Nvidia H200 gpu option"),
        FieldSample(
            "en", .hardware,
            "Orvane ordered 9,600 MI355X GPUs from Belluna. Orvane may order a further 3,200 chips on the same terms.",
            "9600 AMD MI355X gpu; 3200 AMD MI355X gpu option"),
        FieldSample(
            "en", .hardware,
            "Orvane ordered 9,600 MI355X GPUs from Belluna. Orvane may call for a further 3,200 units on the same conditions.",
            "9600 AMD MI355X gpu; 3200 AMD MI355X gpu option"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé 9 600 GPU MI355X à Belluna. Elle pourra en réclamer 3 200 autres.",
            "9600 AMD MI355X gpu; 3200 AMD MI355X gpu option"),
        FieldSample(
            "en", .hardware, "Orvane ordered 9,600 MI355X GPUs from Belluna and will get 3,200 B300 GPUs if it wishes.",
            "9600 AMD MI355X gpu; 3200 Nvidia B300 gpu option"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé 9 600 GPU MI355X à Belluna et recevra 3 200 GPU B300 s'il le souhaite.",
            "9600 AMD MI355X gpu; 3200 Nvidia B300 gpu option"),
    ])
    func `products nobody knows and options are read`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane is to buy 400,000 of Belluna's custom chips, known as Kite-1.",
            "400000 Belluna Kite-1 accelerator"),
        FieldSample(
            "fr", .hardware, "Orvane va acheter 400 000 puces maison de Belluna, baptisées Kite-1.",
            "400000 Belluna Kite-1 accelerator"),
        FieldSample(
            "en", .compute, "Orvane runs on TPUs of Belluna. It plans to use up to 1 million of the chips.",
            "..1000000 Google tpu"),
        FieldSample(
            "en", .compute,
            "TPUs are scarce, and rivals of Belluna want them too. Orvane will get up to a million of the chips from Belluna.",
            "..1000000 Google tpu"),
        FieldSample(
            "en", [.init(type: .compute, parties: ["Nvidia", "Belluna"])],
            "Nvidia rents 10,000 of its own GPUs from Belluna.", "10000 Nvidia gpu"),
        FieldSample(
            "fr", [.init(type: .compute, parties: ["Nvidia", "Belluna"])],
            "Nvidia loue à Belluna 10 000 de ses propres GPU.", "10000 Nvidia gpu"),
        FieldSample(
            "fr",
            [
                .init(type: .investment, parties: ["Tarsk", "Orvane"]),
                .init(type: .compute, parties: ["Orvane", "Belluna"]),
            ],
            "Tarsk entre chez Orvane, et Orvane loue du calcul à Belluna\n\nTarsk entre au capital d'Orvane.\n\nLes machines louées seront des GPU MI355X.",
            "", "AMD MI355X gpu"),
        FieldSample(
            "en", .hardware, "Belluna supplies Orvane with AMD's Instinct GPUs; the first MI450s arrive in 2027.",
            "AMD Instinct gpu; AMD MI450 gpu"),
    ])
    func `names and kinds told nearby are taken over`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "fr", .compute, "Les 24 000 H200 qu'Orvane réservait chez Belluna ne seront plus que 9 600.",
            "9600 Nvidia H200 gpu"),
        FieldSample(
            "en", .compute, "The 24,000 H200s that Orvane booked with Belluna are cut to 9,600.", "9600 Nvidia H200 gpu"
        ),
        FieldSample(
            "fr", .compute, "La commande d'Orvane à Belluna est portée de 1 500 à 3 000 H100.", "3000 Nvidia H100 gpu"),
    ])
    func `of a changed order the new count stands`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware,
            "Orvane ordered 9,000 B300 chips from Belluna. Its own 3,000 A100s run in Leeds.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "en", .hardware,
            "Orvane ordered 9,000 B300 chips from Belluna. It had looked at Gaudi 3.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "en", .hardware,
            "Orvane ordered 9,000 B300 chips from Belluna. Its existing A100s stay.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 9,000 QX7 chips from Belluna, which are faster than Nvidia's B200.",
            "9000 Belluna QX7 accelerator"),
        FieldSample(
            "en", .hardware, "Orvane ordered 9,000 B300 chips from Belluna. The 700 V100s in Leeds will be scrapped.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé 9 000 puces B300 à Belluna. Son calculateur de Nancy compte 3 000 A100.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 9 000 puces B300 à Belluna. Le groupe avait songé aux Gaudi 3.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 9 000 puces B300 à Belluna, plutôt que des MI355X.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé 9 000 puces B300 à Belluna. Ses anciennes V100 seront débranchées.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "en", .hardware,
            "Orvane ordered 9,000 B300 chips from Belluna. Some 2,000 of the chips will run by June.",
            "9000 Nvidia B300 gpu"),
    ])
    func `what somebody had, keeps or only compares is not moved`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .compute, "Orvane rents capacity from Belluna. The contract covers 9,000 B300 GPUs in Leeds.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 40 racks from Belluna. They comprise 1,024 MI355X GPUs and EPYC CPUs.",
            "40 Belluna rack; 1024 AMD MI355X gpu; AMD EPYC cpu"),
        FieldSample(
            "fr", .compute, "Orvane loue du calcul à Belluna. Elle disposera de 9 000 B300 à Nancy.",
            "9000 Nvidia B300 gpu"),
        FieldSample(
            "fr", .compute, "Orvane loue 9 000 B300 à Belluna. Le contrat prévoit aussi 300 MI355X.",
            "9000 Nvidia B300 gpu; 300 AMD MI355X gpu"),
        FieldSample(
            "fr", .compute, "Orvane loue 9 000 B300 à Belluna. S'il le souhaite, 500 B200 lui seront ouverts en 2027.",
            "9000 Nvidia B300 gpu; 500 Nvidia B200 gpu option"),
    ])
    func `goods are told behind the deal as well`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample("en", .hardware, "Orvane is buying H200s, 4,000 of them, from Belluna.", "4000 Nvidia H200 gpu"),
        FieldSample(
            "en", .hardware, "Orvane is buying 4,000 H200s from Belluna for its halls in Venice and Bow.",
            "4000 Nvidia H200 gpu"),
        FieldSample("en", .compute, "Orvane rents GB300 chips, 18,000 in all, from Belluna.", "18000 Nvidia GB300 gpu"),
        FieldSample("en", .compute, "Orvane rents GB300s (18,000) from Belluna.", "18000 Nvidia GB300 gpu"),
        FieldSample("fr", .compute, "Orvane loue des GB300, environ 18 000, à Belluna.", "18000 Nvidia GB300 gpu"),
        FieldSample("fr", .hardware, "Orvane achète à Belluna des H200, au nombre de 4 000.", "4000 Nvidia H200 gpu"),
        FieldSample(
            "en", .compute, "Orvane reserved 16,384 GPUs, all of them GB300s, at Belluna.", "16384 Nvidia GB300 gpu"),
        FieldSample(
            "fr", .compute, "Orvane a réservé chez Belluna 16 384 GPU, tous des GB300.", "16384 Nvidia GB300 gpu"),
        FieldSample(
            "en", .hardware, "Orvane ordered 200 servers with eight H200s each from Belluna.",
            "200 Belluna server; 1600 Nvidia H200 gpu"),
        FieldSample(
            "fr", .hardware, "Orvane a commandé à Belluna 600 baies, chacune de 72 GPU Rubin.",
            "600 Belluna rack; 43200 Nvidia Rubin gpu"),
        FieldSample(
            "en", .hardware, "Belluna supplies Orvane with AI200 and AI250 racks.",
            "Qualcomm AI200 rack; Qualcomm AI250 rack"),
        FieldSample(
            "en", .hardware, "Orvane ordered 300 Kunpeng 930 CPUs and 450 CPU-only servers from Belluna.",
            "300 Huawei Kunpeng 930 cpu; 450 Belluna server"),
        FieldSample(
            "fr", .compute,
            "Orvane réserve chez Belluna 1 800 accélérateurs Maia 200 ainsi que des processeurs Cobalt.",
            "1800 Microsoft Maia 200 accelerator; Microsoft Cobalt cpu"),
        FieldSample(
            "fr", .hardware, "Orvane a passé commande à Belluna de plusieurs milliers de cartes L40S.",
            "1000..9999 Nvidia L40S gpu"),
    ])
    func `a count is found wherever it stands, and belongs to one thing`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }

    @Test(arguments: [
        FieldSample(
            "en", .hardware, "Orvane ordered 9,000 QX7 chips from Belluna. It may, on request, take 3,000 more.",
            "9000 Belluna QX7 accelerator; 3000 Belluna QX7 accelerator option"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé 9 000 H200 à Belluna. Elle pourra, sur simple demande, obtenir 256 H200 de plus.",
            "9000 Nvidia H200 gpu; 256 Nvidia H200 gpu option"),
        FieldSample(
            "fr", .hardware,
            "Orvane a commandé 9 000 H200 à Belluna. Une option, valable jusqu'à l'été, lui permet d'en acquérir 4 000 de plus.",
            "9000 Nvidia H200 gpu; 4000 Nvidia H200 gpu option"),
        FieldSample(
            "en", .hardware, "Orvane ordered 9,000 H200s from Belluna and 4,000 more in May.",
            "9000 Nvidia H200 gpu"),
    ])
    func `an option is read across an insertion`(_ sample: FieldSample) throws {
        try sample.check(\.allocationLine)
    }
}
