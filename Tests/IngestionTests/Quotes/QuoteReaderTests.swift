import LanguageData
import Model
import Testing

@testable import Ingestion

/// Quoted words and their speakers; twins in both languages.
@Suite struct QuoteReaderTests {
    struct Case: Sendable {
        let language: String
        let text: String
        /// `speaker (affiliation): words`.
        var statements: [String] = []
    }

    static let cases = [
        Case(
            language: "en",
            text: "“We have more orders than we can count today,” said Martin Oduya, an analyst at Cobbold Lane.",
            statements: ["Martin Oduya (Cobbold Lane): We have more orders than we can count today,"]),
        Case(
            language: "fr",
            text: "« Nous avons plus de commandes que de serveurs », juge Martin Oduya, analyste chez Cobbold Lane.",
            statements: ["Martin Oduya (Cobbold Lane): Nous avons plus de commandes que de serveurs"]),
        Case(
            language: "en",
            text: "\"The halls are full,\" said Martin Oduya. \"Nobody is leaving them.\"",
            statements: ["Martin Oduya: The halls are full, Nobody is leaving them."]),
        Case(
            language: "fr",
            text: "« Les salles, explique Martin Oduya, sont pleines depuis le printemps. »",
            statements: ["Martin Oduya: Les salles sont pleines depuis le printemps."]),
        Case(
            language: "en",
            text: "Martin Oduya laughed. “The halls were full before we opened them.”",
            statements: ["Martin Oduya: The halls were full before we opened them."]),
        Case(
            language: "fr",
            text: "Martin Oduya, directeur de Nvidia, s’en amuse : « Les salles étaient pleines avant l’ouverture. »",
            statements: ["Martin Oduya (Nvidia): Les salles étaient pleines avant l’ouverture."]),
        Case(
            language: "en",
            text: "“We do not comment on rumours of this kind,” Nvidia said in a statement.",
            statements: ["Nvidia (Nvidia): We do not comment on rumours of this kind,"]),
        Case(
            language: "fr",
            text: "« Nous ne commentons pas les rumeurs de marché », indique Nvidia.",
            statements: ["Nvidia (Nvidia): Nous ne commentons pas les rumeurs de marché"]),
        Case(
            language: "en",
            text: "Martin Oduya sat down. “I never wanted a second power plant,” he said.",
            statements: ["Martin Oduya: I never wanted a second power plant,"]),
        Case(
            language: "fr",
            text: "Martin Oduya s’assoit. « Je n’ai jamais voulu d’une seconde centrale », dit-il.",
            statements: ["Martin Oduya: Je n’ai jamais voulu d’une seconde centrale"]),
        Case(
            language: "fr",
            text:
                "« Les salles sont pleines », note Anne Bruel. Marc Oudin, lui, rit. « Elles l’étaient déjà bien avant l’hiver dernier », dit-il.",
            statements: ["Marc Oudin: Elles l’étaient déjà bien avant l’hiver dernier"]),
        Case(
            language: "fr",
            text: "« Les salles sont pleines, plaide Anne Bruel, directrice de Nvidia. Nous en louerons d’autres. »",
            statements: ["Anne Bruel (Nvidia): Les salles sont pleines Nous en louerons d’autres."]),
        Case(
            language: "fr", text: "« On ne court pas, on marche très vite », nuance sa fondatrice, Anne Bruel.",
            statements: ["Anne Bruel: On ne court pas, on marche très vite"]),
        Case(
            language: "en",
            text:
                "Orion Grid closed the site. “We regret that the works have come to an early end,” it said in a statement.",
            statements: ["Orion Grid (Orion Grid): We regret that the works have come to an early end,"]),
        Case(
            language: "en", text: "Orion Grid kept its answer short: “This is good for our clients and for the town.”",
            statements: ["Orion Grid (Orion Grid): This is good for our clients and for the town."]),
        Case(
            language: "en",
            text:
                "“The halls are full,” said Martin Oduya. His one worry, he said, was the grid: “The line will not be here before 2030.”",
            statements: ["Martin Oduya: The line will not be here before 2030."]),
        Case(
            language: "fr",
            text:
                "« On n’achète pas une salle pour la laisser vide », note Anne Bruel, analyste chez Nvidia. Et d’ajouter : « Ce contrat est d’abord une assurance. »",
            statements: [
                "Anne Bruel (Nvidia): On n’achète pas une salle pour la laisser vide",
                "Anne Bruel (Nvidia): Ce contrat est d’abord une assurance.",
            ]),
        Case(
            language: "en",
            text:
                "Martin Oduya told reporters that all was well, before adding: “Nobody leaves a hall that still has power.”",
            statements: ["Martin Oduya: Nobody leaves a hall that still has power."]),
        Case(
            language: "en",
            text: "Martin Oduya has seen worse. He then added: “Nobody leaves a hall that still has power.”",
            statements: ["Martin Oduya: Nobody leaves a hall that still has power."]),
        Case(
            language: "fr",
            text:
                "Anne Bruel reçoit debout. Elle chiffre la dépense à dix millions : « Il faut bien commencer par un bout. »",
            statements: ["Anne Bruel: Il faut bien commencer par un bout."]),
        Case(
            language: "fr",
            text:
                "Nous avons demandé à Anne Bruel si elle dormait. Réponse : « Très bien, car le client a payé d’avance. »",
            statements: ["Anne Bruel: Très bien, car le client a payé d’avance."]),
        Case(
            language: "fr",
            text:
                "« Une signature vaut mieux que dix ans de bilans », plaisante, mi-sérieux, Marc Oudin, analyste crédit.",
            statements: ["Marc Oudin: Une signature vaut mieux que dix ans de bilans"]),
        Case(
            language: "fr",
            text:
                "« Les géants n’achètent plus de papier, explique Marc Oudin, du cabinet Orion Conseil, ils achètent des turbines. »",
            statements: ["Marc Oudin (Orion Conseil): Les géants n’achètent plus de papier ils achètent des turbines."]),
        Case(
            language: "fr",
            text:
                "Anne Bruel salue le choix : le client, remarque-t-elle, « veut savoir dans quelle rue dorment ses données ».",
            statements: ["Anne Bruel: veut savoir dans quelle rue dorment ses données"]),
        Case(
            language: "en",
            text: "Martin Oduya took the call. “My phone is old and does not ring,” was his only comment.",
            statements: ["Martin Oduya: My phone is old and does not ring,"]),
        Case(
            language: "en",
            text:
                "Martin Oduya of Cobbold Lane thinks that the price is right:\n\n“They bought a seat at the table and nothing else.”",
            statements: ["Martin Oduya (Cobbold Lane): They bought a seat at the table and nothing else."]),
        Case(
            language: "fr",
            text: "« Nous aurons assez de courant pour dix ans », a lancé la présidente du groupe, Ottoline Brécourt.",
            statements: ["Ottoline Brécourt: Nous aurons assez de courant pour dix ans"]),
        Case(
            language: "en",
            text: "“Not a call and not a letter and no lunch,” says Oduya’s spokesman, who would not be named."),
        Case(language: "en", text: "A sign hangs over the door: “No entry for anyone without a badge.”"),
        Case(language: "fr", text: "Une affiche orne la porte : « Entrée interdite à toute personne sans badge. »"),
        Case(
            language: "en",
            text: "“The halls are full and nobody is leaving them.” Nvidia described the site as “a natural fit”.",
            statements: []),
        Case(
            language: "en",
            text:
                "“The halls are full,” said Anne Bruel. “Nobody is leaving them.” Martin Oduya called it ‘a lighthouse win’.",
            statements: ["Anne Bruel: The halls are full, Nobody is leaving them."]),
        Case(
            language: "fr",
            text: "« Deux fois par an, c’est assez, soupire Mme Bruel. On fait mieux avec les voitures. »",
            statements: ["Bruel: Deux fois par an, c’est assez On fait mieux avec les voitures."]),
        Case(
            language: "fr",
            text:
                "« On ne vend pas de gaieté de cœur, confie sa cofondatrice, Anne Bruel. Mais il fallait des machines. »",
            statements: ["Anne Bruel: On ne vend pas de gaieté de cœur Mais il fallait des machines."]),
        Case(
            language: "fr",
            text:
                "« Nous voulions toucher nos machines », dit Marc Oudin. Le fondateur de Nvidia poursuit : « Quand l’usine est proche, tout va mieux. »",
            statements: ["Marc Oudin: Quand l’usine est proche, tout va mieux."]),
        Case(
            language: "fr",
            text:
                "Dans une note intitulée « Qui tient la laisse quand le chien court ? », Marc Oudin écrit : « La dette grandit plus vite que les loyers. »",
            statements: ["Marc Oudin: La dette grandit plus vite que les loyers."]),
        Case(
            language: "en", text: "Nvidia, which supplies Orion Grid, said: “We will ship the first of them in May.”",
            statements: ["Nvidia (Nvidia): We will ship the first of them in May."]),
        Case(
            language: "fr",
            text: "Marc Oudin a répondu. « Les données restent ici, a-t-il soutenu, et nous pouvons le prouver. »",
            statements: ["Marc Oudin: Les données restent ici et nous pouvons le prouver."]),
        Case(
            language: "en",
            text:
                "Ada Brill runs it. Asked why she had turned down Nvidia, she does not hesitate: “Somebody else would have decided for us.”",
            statements: ["Ada Brill: Somebody else would have decided for us."]),
        Case(
            language: "en",
            text: "Orion Grid welcomed the move, saying: “Our clients have been asking for this since May.”",
            statements: ["Orion Grid (Orion Grid): Our clients have been asking for this since May."]),
        Case(
            language: "en",
            text:
                "“Three of them have asked for the same field,” Ada Brill said in May, and later: “One of them will build there.”",
            statements: [
                "Ada Brill: Three of them have asked for the same field,", "Ada Brill: One of them will build there.",
            ]),
        Case(
            language: "en", text: "“Europe will need its own computing one day,” said Sultan bin Faisal al-Harbi.",
            statements: ["Sultan bin Faisal al-Harbi: Europe will need its own computing one day,"]),
        Case(language: "en", text: "“I never wanted a second power plant here,” one banker said."),
        Case(language: "fr", text: "« Je n’ai jamais voulu d’une seconde centrale ici », souffle un banquier."),
        Case(language: "en", text: "Martin Oduya calls it “a very large bet” and moves on."),
        Case(language: "fr", text: "Martin Oduya parle d’un « très gros pari » et passe à autre chose."),
    ]

    @Test(arguments: cases)
    func `words between marks have a speaker`(_ sample: Case) throws {
        let found = try EntitySample(sample.language, "Headline\n\n" + sample.text)
        let statements = found.statements.map { finding in
            let statement = finding.record
            let affiliation = statement.affiliation.map { " (\($0))" } ?? ""
            return "\(statement.speaker)\(affiliation): \(statement.quote)"
        }
        #expect(statements == sample.statements, "\(sample.text)")
    }

    @Test func `every statement has the words behind it as evidence`() throws {
        let found = try EntitySample("en", Self.cases[0].text)
        let evidence = try #require(found.statements.first?.evidence)
        #expect(evidence.map(\.field) == ["/quote", "/speaker"])
        #expect(evidence[1].quote == "Martin Oduya")
    }
}
