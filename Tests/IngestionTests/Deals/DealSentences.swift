import Testing

/// Sentences about invented companies with the deal that each tells: type, status, first side, second side; or none.
enum DealSentences {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        /// `type status first>second`, several companies joined by `+`, those of a partnership without `>`; or `none`.
        let deal: String
        let text: String

        var testDescription: String { text }
    }
    static let english: [Case] = [
        Case(
            language: "en", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "Larkmoor AI has agreed to rent $4.2 billion of computing power from Tarnwick Cloud over five years."),
        Case(
            language: "en", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text:
                "Tarnwick Cloud will supply Larkmoor AI with 40,000 GPUs' worth of cloud capacity under a three-year contract."
        ),
        Case(
            language: "en", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "Larkmoor AI signed a seven-year cloud deal with Tarnwick Cloud worth $900 million."),
        Case(
            language: "en", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "Tarnwick Cloud won a $2bn computing contract from Larkmoor AI."),
        Case(
            language: "en", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "A contract between Larkmoor AI and Tarnwick Cloud covers $3bn of cloud capacity."),
        Case(
            language: "en", deal: "compute rumored Larkmoor AI>Tarnwick Cloud",
            text:
                "Larkmoor AI is in talks to buy $5 billion of computing capacity from Tarnwick Cloud, people familiar with the matter said."
        ),
        Case(
            language: "en", deal: "compute cancelled Larkmoor AI>Tarnwick Cloud",
            text: "Larkmoor AI has cancelled a $1.1 billion cloud contract with Tarnwick Cloud."),
        Case(
            language: "en", deal: "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            text: "Tarnwick Cloud ordered 30,000 accelerators from Ostrel Semiconductor for $800 million."),
        Case(
            language: "en", deal: "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            text:
                "Ostrel Semiconductor is to ship 12,000 chips to Tarnwick Cloud by the end of 2027 under an order announced on Tuesday."
        ),
        Case(
            language: "en", deal: "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            text: "Ostrel Semiconductor has sold 5,000 servers to Tarnwick Cloud for $300m."),
        Case(
            language: "en", deal: "hardware intent Tarnwick Cloud>Ostrel Semiconductor",
            text: "Tarnwick Cloud signed a letter of intent with Ostrel Semiconductor to buy 100,000 chips."),
        Case(
            language: "en", deal: "hardware completed Tarnwick Cloud>Ostrel Semiconductor",
            text: "Ostrel Semiconductor has delivered all 8,000 processors that Tarnwick Cloud ordered last year."),
        Case(
            language: "en", deal: "datacenter signed Larkmoor AI>Hollis Data Centers",
            text: "Larkmoor AI has leased 150 MW at a campus in Ohio from Hollis Data Centers for 15 years."),
        Case(
            language: "en", deal: "datacenter signed Larkmoor AI>Hollis Data Centers",
            text: "Hollis Data Centers will build a 300-megawatt data centre for Larkmoor AI in Texas."),
        Case(
            language: "en", deal: "datacenter signed Larkmoor AI>Hollis Data Centers",
            text: "Hollis Data Centers said Larkmoor AI had signed a 12-year lease for its 90 MW campus in Leeds."),
        Case(
            language: "en", deal: "datacenter cancelled Larkmoor AI>Hollis Data Centers",
            text: "Larkmoor AI walked away from a $700 million lease with Hollis Data Centers."),
        Case(
            language: "en", deal: "power signed Hollis Data Centers>Brightmoor Energy",
            text:
                "Hollis Data Centers signed a 20-year power purchase agreement with Brightmoor Energy for 200 MW of wind power."
        ),
        Case(
            language: "en", deal: "power signed Hollis Data Centers>Brightmoor Energy",
            text: "Brightmoor Energy will supply Hollis Data Centers with 120 megawatts of nuclear power from 2030."),
        Case(
            language: "en", deal: "power intent Hollis Data Centers>Brightmoor Energy",
            text: "Brightmoor Energy and Hollis Data Centers signed a memorandum of understanding on a 400 MW reactor."),
        Case(
            language: "en", deal: "investment signed Corvick Capital>Larkmoor AI",
            text: "Corvick Capital is investing $500 million in Larkmoor AI."),
        Case(
            language: "en", deal: "investment signed Corvick Capital>Larkmoor AI",
            text: "Larkmoor AI raised $750m in a round led by Corvick Capital."),
        Case(
            language: "en", deal: "investment completed Corvick Capital+Vanterre Ventures>Larkmoor AI",
            text:
                "Larkmoor AI closed a $1.2 billion Series C led by Corvick Capital, with participation from Vanterre Ventures."
        ),
        Case(
            language: "en", deal: "investment completed Corvick Capital>Larkmoor AI",
            text: "Corvick Capital has put $300 million into Larkmoor AI since 2024."),
        Case(
            language: "en", deal: "investment signed Ostrel Semiconductor>Tarnwick Cloud",
            text: "Ostrel Semiconductor will buy $250 million of shares in Tarnwick Cloud."),
        Case(
            language: "en", deal: "investment signed Ostrel Semiconductor>Tarnwick Cloud",
            text: "Ostrel Semiconductor took a 6% stake in Tarnwick Cloud for $400m."),
        Case(
            language: "en", deal: "investment rumored Corvick Capital>Larkmoor AI",
            text: "Corvick Capital is considering an investment of $2 billion in Larkmoor AI, two people said."),
        Case(
            language: "en", deal: "financing signed Ashdown Bank>Tarnwick Cloud",
            text: "Tarnwick Cloud has borrowed $1.5 billion from Ashdown Bank."),
        Case(
            language: "en", deal: "financing signed Ashdown Bank>Tarnwick Cloud",
            text: "Ashdown Bank is lending Tarnwick Cloud $600 million for new chips."),
        Case(
            language: "en", deal: "financing signed Ashdown Bank+Merrion Trust>Tarnwick Cloud",
            text:
                "Tarnwick Cloud secured a $2.4 billion loan from a group of banks led by Ashdown Bank and Merrion Trust."
        ),
        Case(
            language: "en", deal: "financing completed Ashdown Bank>Tarnwick Cloud",
            text: "Tarnwick Cloud has closed an $800m credit facility with Ashdown Bank."),
        Case(
            language: "en", deal: "financing signed Ostrel Semiconductor>Tarnwick Cloud",
            text: "Ostrel Semiconductor will guarantee up to $860 million of Tarnwick Cloud's rent."),
        Case(
            language: "en", deal: "financing signed Ashdown Leasing>Tarnwick Cloud",
            text: "Tarnwick Cloud sold 9,000 GPUs to Ashdown Leasing for $210m and leased them back for four years."),
        Case(
            language: "en", deal: "acquisition signed Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor agreed to acquire Pellworm Networks for $3.1 billion in cash."),
        Case(
            language: "en", deal: "acquisition signed Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor announced the acquisition of Pellworm Networks, a maker of switches, for $640m."
        ),
        Case(
            language: "en", deal: "acquisition completed Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor has completed its $900 million takeover of Pellworm Networks."),
        Case(
            language: "en", deal: "acquisition cancelled Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor has dropped its $2bn bid for Pellworm Networks."),
        Case(
            language: "en", deal: "acquisition rumored Corvick Capital>Pellworm Networks",
            text:
                "Corvick Capital is close to buying Pellworm Networks for about $1.3bn, according to people briefed on the talks."
        ),
        Case(
            language: "en", deal: "acquisition signed Ostrel Semiconductor>Pellworm Networks",
            text: "Pellworm Networks will be acquired by Ostrel Semiconductor in an all-stock deal worth $5 billion."),
        Case(
            language: "en", deal: "partnership signed Larkmoor AI+Sorrel Telecom",
            text:
                "Larkmoor AI and Sorrel Telecom announced a strategic partnership to offer AI software to Asian companies."
        ),
        Case(
            language: "en", deal: "partnership signed Larkmoor AI+Sorrel Telecom",
            text: "Larkmoor AI has teamed up with Sorrel Telecom to develop agents."),
        Case(
            language: "en", deal: "partnership signed Hollis Data Centers+Brightmoor Energy",
            text: "Hollis Data Centers formed a joint venture with Brightmoor Energy to develop sites."),
        Case(
            language: "en", deal: "none",
            text: "Larkmoor AI could one day buy chips from Ostrel Semiconductor, an analyst said."),
        Case(
            language: "en", deal: "none",
            text: "Larkmoor AI denied that it was in talks to be acquired by Ostrel Semiconductor for $3 billion."),
        Case(
            language: "en", deal: "none",
            text: "Tarnwick Cloud, which leases halls from Hollis Data Centers, reported a loss of $30 million."),
        Case(
            language: "en", deal: "none",
            text: "Ostrel Semiconductor plans to spend $8 billion on new plants in 2027."),
        Case(
            language: "en", deal: "none",
            text: "Larkmoor AI competes with Sorrel Telecom and employs 900 people."),
        Case(
            language: "en", deal: "none",
            text: "Shares in Ostrel Semiconductor rose 4%, adding $9 billion to its value; Pellworm Networks fell 2%."),
        Case(
            language: "en", deal: "none",
            text: "Larkmoor AI was valued at $9 billion in its last funding round."),
    ]

    static let french: [Case] = [
        Case(
            language: "fr", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text:
                "Larkmoor AI s'est engagée à acheter pour 4,2 milliards de dollars de puissance de calcul à Tarnwick Cloud sur cinq ans."
        ),
        Case(
            language: "fr", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text:
                "Tarnwick Cloud fournira à Larkmoor AI de la capacité de calcul pendant trois ans, pour 800 millions d'euros."
        ),
        Case(
            language: "fr", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "Larkmoor AI a signé avec Tarnwick Cloud un contrat de cloud de 900 millions d'euros."),
        Case(
            language: "fr", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "Tarnwick Cloud a remporté auprès de Larkmoor AI un contrat de calcul de 2 milliards d'euros."),
        Case(
            language: "fr", deal: "compute signed Larkmoor AI>Tarnwick Cloud",
            text: "Un contrat de 3 milliards d'euros lie Larkmoor AI et Tarnwick Cloud pour de la capacité cloud."),
        Case(
            language: "fr", deal: "compute rumored Larkmoor AI>Tarnwick Cloud",
            text:
                "Larkmoor AI négocierait avec Tarnwick Cloud l'achat de 5 milliards de dollars de capacités de calcul, selon deux sources."
        ),
        Case(
            language: "fr", deal: "compute cancelled Larkmoor AI>Tarnwick Cloud",
            text: "Larkmoor AI a résilié le contrat de calcul de 1,1 milliard d'euros qui le liait à Tarnwick Cloud."),
        Case(
            language: "fr", deal: "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            text: "Tarnwick Cloud a commandé 30 000 accélérateurs à Ostrel Semiconductor pour 800 millions d'euros."),
        Case(
            language: "fr", deal: "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            text: "Ostrel Semiconductor livrera 12 000 puces à Tarnwick Cloud d'ici à la fin de 2027."),
        Case(
            language: "fr", deal: "hardware signed Tarnwick Cloud>Ostrel Semiconductor",
            text: "Tarnwick Cloud s'est offert 5 000 serveurs auprès d'Ostrel Semiconductor pour 300 millions d'euros."),
        Case(
            language: "fr", deal: "hardware intent Tarnwick Cloud>Ostrel Semiconductor",
            text: "Tarnwick Cloud et Ostrel Semiconductor ont signé une lettre d'intention portant sur 100 000 puces."),
        Case(
            language: "fr", deal: "datacenter signed Larkmoor AI>Hollis Data",
            text: "Larkmoor AI louera 150 MW à Hollis Data pendant quinze ans sur un campus de l'Oise."),
        Case(
            language: "fr", deal: "datacenter signed Larkmoor AI>Hollis Data",
            text: "Hollis Data va construire un centre de données de 300 mégawatts pour Larkmoor AI."),
        Case(
            language: "fr", deal: "datacenter signed Larkmoor AI>Hollis Data",
            text: "Larkmoor AI a signé un bail de douze ans avec Hollis Data pour 90 MW."),
        Case(
            language: "fr", deal: "datacenter cancelled Larkmoor AI>Hollis Data",
            text: "Larkmoor AI a renoncé au bail de 700 millions d'euros conclu avec Hollis Data."),
        Case(
            language: "fr", deal: "power signed Hollis Data>Brightmoor Énergie",
            text:
                "Hollis Data a conclu avec Brightmoor Énergie un contrat d'achat d'électricité de vingt ans portant sur 200 MW éoliens."
        ),
        Case(
            language: "fr", deal: "power signed Hollis Data>Brightmoor Énergie",
            text:
                "Brightmoor Énergie alimentera Hollis Data en électricité nucléaire, à hauteur de 120 MW, à partir de 2030."
        ),
        Case(
            language: "fr", deal: "power intent Hollis Data>Brightmoor Énergie",
            text: "Brightmoor Énergie et Hollis Data ont paraphé un protocole d'accord sur un réacteur de 400 MW."),
        Case(
            language: "fr", deal: "investment signed Corvick Capital>Larkmoor AI",
            text: "Corvick Capital investit 500 millions d'euros dans Larkmoor AI."),
        Case(
            language: "fr", deal: "investment signed Corvick Capital>Larkmoor AI",
            text: "Larkmoor AI a levé 750 millions d'euros lors d'un tour de table mené par Corvick Capital."),
        Case(
            language: "fr", deal: "investment completed Corvick Capital+Vanterre Ventures>Larkmoor AI",
            text:
                "Larkmoor AI boucle une levée de fonds de 1,2 milliard d'euros auprès de Corvick Capital et de Vanterre Ventures."
        ),
        Case(
            language: "fr", deal: "investment completed Corvick Capital>Larkmoor AI",
            text: "Corvick Capital a déjà injecté 300 millions d'euros dans Larkmoor AI."),
        Case(
            language: "fr", deal: "investment signed Ostrel Semiconductor>Tarnwick Cloud",
            text: "Ostrel Semiconductor va acheter pour 250 millions d'euros d'actions de Tarnwick Cloud."),
        Case(
            language: "fr", deal: "investment signed Ostrel Semiconductor>Tarnwick Cloud",
            text: "Ostrel Semiconductor prend 6 % du capital de Tarnwick Cloud pour 400 millions d'euros."),
        Case(
            language: "fr", deal: "investment rumored Corvick Capital>Larkmoor AI",
            text:
                "Corvick Capital étudierait un investissement de 2 milliards d'euros dans Larkmoor AI, selon deux personnes proches du dossier."
        ),
        Case(
            language: "fr", deal: "financing signed Banque Ashdown>Tarnwick Cloud",
            text: "Tarnwick Cloud a emprunté 1,5 milliard d'euros à la Banque Ashdown."),
        Case(
            language: "fr", deal: "financing signed Banque Ashdown>Tarnwick Cloud",
            text: "La Banque Ashdown prête 600 millions d'euros à Tarnwick Cloud."),
        Case(
            language: "fr", deal: "financing signed Banque Ashdown+Crédit Merrion>Tarnwick Cloud",
            text:
                "Tarnwick Cloud a obtenu un prêt de 2,4 milliards d'euros d'un pool bancaire mené par la Banque Ashdown et le Crédit Merrion."
        ),
        Case(
            language: "fr", deal: "financing completed Banque Ashdown>Tarnwick Cloud",
            text: "Tarnwick Cloud a bouclé une ligne de crédit de 800 millions d'euros auprès de la Banque Ashdown."),
        Case(
            language: "fr", deal: "financing signed Ostrel Semiconductor>Tarnwick Cloud",
            text: "Ostrel Semiconductor garantira jusqu'à 860 millions d'euros de loyers de Tarnwick Cloud."),
        Case(
            language: "fr", deal: "acquisition signed Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor rachète Pellworm Networks pour 3,1 milliards de dollars."),
        Case(
            language: "fr", deal: "acquisition signed Ostrel Semiconductor>Pellworm Networks",
            text:
                "Ostrel Semiconductor a annoncé l'acquisition de Pellworm Networks, un fabricant de commutateurs, pour 640 millions d'euros."
        ),
        Case(
            language: "fr", deal: "acquisition completed Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor a finalisé le rachat de Pellworm Networks pour 900 millions d'euros."),
        Case(
            language: "fr", deal: "acquisition cancelled Ostrel Semiconductor>Pellworm Networks",
            text: "Ostrel Semiconductor a retiré son offre de 2 milliards d'euros sur Pellworm Networks."),
        Case(
            language: "fr", deal: "acquisition rumored Corvick Capital>Pellworm Networks",
            text:
                "Corvick Capital serait proche de racheter Pellworm Networks pour environ 1,3 milliard d'euros, selon des sources concordantes."
        ),
        Case(
            language: "fr", deal: "acquisition signed Ostrel Semiconductor>Pellworm Networks",
            text: "Pellworm Networks sera racheté par Ostrel Semiconductor pour 5 milliards d'euros."),
        Case(
            language: "fr", deal: "partnership signed Larkmoor AI+Sorrel Télécom",
            text: "Larkmoor AI et Sorrel Télécom ont annoncé un partenariat stratégique dans les logiciels d'IA."),
        Case(
            language: "fr", deal: "partnership signed Larkmoor AI+Sorrel Télécom",
            text: "Larkmoor AI s'allie à Sorrel Télécom pour développer des agents."),
        Case(
            language: "fr", deal: "partnership signed Hollis Data+Brightmoor Énergie",
            text: "Hollis Data a créé une coentreprise avec Brightmoor Énergie."),
        Case(
            language: "fr", deal: "none",
            text: "Larkmoor AI pourrait un jour acheter des puces à Ostrel Semiconductor, estime un analyste."),
        Case(
            language: "fr", deal: "none",
            text:
                "Larkmoor AI dément être en discussions avec Ostrel Semiconductor en vue d'un rachat à 3 milliards d'euros."
        ),
        Case(
            language: "fr", deal: "none",
            text: "Tarnwick Cloud, qui loue ses salles à Hollis Data, a publié une perte de 30 millions d'euros."),
        Case(
            language: "fr", deal: "none",
            text: "Ostrel Semiconductor prévoit de dépenser 8 milliards d'euros dans de nouvelles usines en 2027."),
        Case(
            language: "fr", deal: "hardware completed Tarnwick Cloud>Ostrel Semiconductor",
            text:
                "Ostrel Semiconductor a livré les 8 000 processeurs que Tarnwick Cloud lui avait commandés l'an dernier."
        ),
        Case(
            language: "fr", deal: "none",
            text: "L'action Ostrel Semiconductor a pris 4 %, tandis que Pellworm Networks perdait 2 %."),
    ]
}
