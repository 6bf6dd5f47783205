import Testing

@testable import Ingestion

/// Which language a text is told to be in.
struct LanguageGuesserTests {
    private func language(_ text: String) throws -> String? {
        try TestEngine.get().read(Array(text.utf8), published: nil, language: nil).language
    }

    @Test(arguments: [
        "Das Unternehmen hat mit dem Konzern Oracle einen Vertrag über Rechenleistung geschlossen, teilten die Firmen mit.",
        "La empresa OpenAI ha firmado con Oracle un contrato de 300.000 millones de dólares por capacidad de cálculo.",
        "El acuerdo es el más grande de la historia de la industria, según anunciaron las dos compañías el lunes.",
        "La società OpenAI ha firmato con Oracle un contratto da 300 miliardi di dollari per la potenza di calcolo.",
        "L'accordo dura cinque anni e riguarda i data center negli Stati Uniti, hanno annunciato le due aziende.",
        "A empresa OpenAI assinou com a Oracle um contrato de 300 bilhões de dólares para capacidade de computação.",
        "Het bedrijf OpenAI heeft met Oracle een contract van 300 miljard dollar getekend voor rekenkracht.",
        "De overeenkomst loopt vijf jaar en is de grootste in de geschiedenis van de sector.",
        "L'empresa OpenAI ha signat amb Oracle un contracte de 300.000 milions de dòlars per capacitat de càlcul.",
        "Compania OpenAI a semnat cu Oracle un contract de 300 de miliarde de dolari pentru putere de calcul.",
        "Microsoft compra a OpenAI 300 millones de dólares en acciones de la empresa.",
        "A Microsoft a cumpărat de la Nvidia 9000 de procesoare pentru 540 de milioane de euro.",
        "L'empresa ha comprat a Nvidia processadors per 540 milions d'euros en un any.",
        "Bolaget OpenAI har tecknat ett avtal med Oracle värt 300 miljarder dollar för datorkraft under fem år.",
        "OpenAIは月曜日、Oracleと3000億ドルの計算能力に関する5年間の契約を締結したと発表した。",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.", "OpenAI, Nvidia, Oracle",
        "12 34",
    ])
    func `a language that cannot be read is not taken for one that can`(_ text: String) throws {
        #expect(try language(text) == nil)
    }

    @Test(arguments: [
        "Nvidia to invest $100 billion in OpenAI", "OpenAI and Oracle have signed a contract.",
        "The group said that it will rent the servers from Nebius for three years.",
        "Mistral signed with Nvidia. « C'est une étape décisive pour la France », Arthur Mensch said at the event in "
            + "Paris, where he presented the plan to build a data center with the partner.",
        "Banco de la Nación and Caja de Ahorros y Monte de Piedad have lent the company $2 billion, the banks said on "
            + "Monday. It will be used for the building of a data center in the north of the country.",
    ])
    func `English is told, with names and quotations in other languages`(_ text: String) throws {
        #expect(try language(text) == "en")
    }

    @Test(arguments: [
        "Mistral lève 2 milliards d'euros auprès d'ASML", "OpenAI a signé un contrat avec Oracle dans le Texas.",
        "Falaise Compute a annulé une commande de 9 000 MI355X passée à AMD l'hiver dernier.",
        "Harbour Cloud commande 4 000 cartes Nvidia B300 auprès de Tasman Systems.",
        "Meta lève 27 milliards pour Hyperion",
        "Le groupe louera des serveurs pendant trois ans à Nebius, selon le communiqué.",
        "Orange a signé avec Nvidia. « This is the beginning of a new era », a déclaré le patron de la société, qui a "
            + "présenté le projet de centre de données avec son partenaire.",
        "Banco de Crédito del Perú et Caja Madrid ont prêté 2 milliards de dollars à la société, ont dit les banques.",
    ])
    func `French is told, with names and quotations in other languages`(_ text: String) throws {
        #expect(try language(text) == "fr")
    }

    @Test func `of two languages in a text the one with more words is read`() throws {
        let english =
            "OpenAI has signed a contract with Oracle for $300 billion of computing power, they said on Monday. "
        let french = "OpenAI a signé un contrat avec Oracle pour de la puissance de calcul, ont dit les deux sociétés. "
        #expect(try language(english + english + french) == "en")
        #expect(try language(english + french + french) == "fr")
    }
}
