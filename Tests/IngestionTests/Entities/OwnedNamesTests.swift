import Testing

@testable import Ingestion

/// A unit that bears its owner's name is another company; a short form of a name means the same one.
@Suite struct OwnedNamesTests {
    @Test(arguments: [
        ("en", "Pellworm sold 20% of its property arm, Pellworm Data, to Larkmoor AI."),
        ("en", "Pellworm sold a site to Pellworm Data, a subsidiary of Pellworm."),
        ("en", "Larkmoor AI will rent a hall from Pellworm's unit Pellworm Data, and Pellworm will heat it."),
        ("fr", "Pellworm a cédé à Larkmoor AI 20 % de sa filiale immobilière, Pellworm Data."),
        ("fr", "Larkmoor AI louera une salle à Pellworm Data, filiale de Pellworm."),
    ])
    func `a unit with its owner's name is another company`(_ language: String, _ text: String) throws {
        let names = try EntitySample(language, text + " " + text).organisations
        #expect(names.contains("Pellworm"))
        #expect(names.contains("Pellworm Data"))
    }

    @Test(arguments: [
        ("en", "Pellworm Data sold a site to its customer, Larkmoor AI, last week. Pellworm keeps the power line."),
        ("fr", "Pellworm Data a cédé un terrain à son client, Larkmoor AI. Pellworm garde la ligne."),
        ("en", "Larkmoor AI bought the unit of Pellworm Data in May. Pellworm keeps the power line."),
    ])
    func `a short form means the same company`(_ language: String, _ text: String) throws {
        let names = try EntitySample(language, text).organisations
        #expect(names.contains("Pellworm Data"))
        #expect(!names.contains("Pellworm"))
    }

    @Test(arguments: [
        ("en", "A plan.\n\nChapter four. Larkmoor AI rents racks.\n\nChapter five, in which it pays.", "Chapter"),
        ("en", "There is a plan.\n\nPage 14: Larkmoor AI borrowed.\n\nPage 63: it bought a rival.", "Page"),
        ("fr", "Un plan.\n\nChapitre deux. Larkmoor AI loue des baies.\n\nChapitre trois, où il paie.", "Chapitre"),
    ])
    func `a numbered word at the head of a paragraph is no name`(
        _ language: String, _ text: String, _ word: String
    ) throws {
        let sample = try EntitySample(language, text)
        #expect(!sample.organisations.contains(word))
        #expect(sample.organisations.contains("Larkmoor AI"))
    }
}
