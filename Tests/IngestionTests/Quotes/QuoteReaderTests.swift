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
