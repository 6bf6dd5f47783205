/// Texts made to hurt: one piece repeated over and over, and mixtures of pieces. Shared with the benchmark of the engine.
enum AdversarialTexts {
    /// Pieces that some rule looks far around from, by what they attack.
    static let pieces: [(name: String, piece: String)] = [
        ("straight quotes", "\" "), ("open quotes", "“one "), ("guillemets", "« mot "), ("closing quotes", "one” "),
        ("quoted words", "\"one two three four five six seven,\" "), ("said", "\"a b c d e f g,\" said Bob Hart. "),
        ("introductions", "says asks adds: \"a b c d e f g\" and "), ("offices", "its head of policy, Bob Hart, "),
        ("brackets", "("), ("closing brackets", ") "), ("bracketed words", "(one) "), ("apostrophes", "l'"),
        ("capitals", "A "), ("one capital word", "AAAAAAAA"), ("capital words", "Alpha Beta "),
        ("initials", "A. B. "), ("dotted", "U.S.A."), ("hyphens", "a-b-"), ("dashes", "— word "),
        ("digits", "9"), ("numbers", "1 2 3 "), ("grouped numbers", "1,000,"), ("decimals", "1.5."),
        ("number words", "one hundred and "), ("scales", "million billion "), ("bounds", "more than up to "),
        ("ranges", "between 1 and "), ("sums", "$1 billion "), ("sums in a list", "$1 billion, $2 billion and "),
        ("dates", "March 3, 2026, "), ("weekdays", "on Friday last week "), ("durations", "2 years 3 months "),
        ("rates", "$1 million a year for two years "), ("percentages", "5 % 6 percent "),
        ("conjunctions", "and or but "), ("commas", ", "), ("stops", ". "), ("colons", ": ; "),
        ("semicolons", "Nvidia rose; the stock, Oracle, fell "),
        ("relatives", "which whose who "), ("subordinates", "because after if "), ("negations", "not never no "),
        ("modals", "could might would "), ("hearsay", "people familiar with the matter said "),
        ("prepositions", "of in to from by "), ("determiners", "the a its "), ("pronouns", "it they he she "),
        ("references", "the company, its partner, "), ("plurals", "the two companies "),
        ("one company", "OpenAI "), ("companies", "OpenAI, Nvidia, Oracle and "),
        ("owners", "Nvidia's Oracle's "), ("unknown companies", "Orion Grid and Sons, "),
        ("appositions", "Orion Grid, a cloud company, "), ("people", "Ada Brill, chief executive of Orion Grid, "),
        ("media", "told Reuters "), ("places", "in Ohio, Texas, "),
        ("triggers", "signed bought ordered "), ("contracts", "a contract for the supply of "),
        ("goods", "computing power chips data center "), ("status", "letter of intent cancelled completed "),
        ("one endless sentence of deals", "OpenAI signed a $1 billion cloud contract with Oracle and "),
        ("deals", "OpenAI signed a $1 billion cloud contract with Oracle. "),
        ("half deals", "OpenAI signed a contract. Oracle will supply chips. "),
        ("deals in paragraphs", "Nvidia sold 10,000 GB200 chips to OpenAI.\n\n"),
        ("rounds", "Nvidia and Oracle invested in OpenAI, led by Amazon. "),
        ("processors", "10,000 GB200 and 20,000 H100 chips, "),
        ("power", "500 MW, 2 GW of capacity "), ("estimates", "Analysts expect capex of $1 billion in 2026. "),
        ("ties", "OpenAI is a customer of Oracle, a rival of Nvidia. "),
        ("headline", "OpenAI signs with Oracle "), ("paragraphs", "a\n\n"), ("line breaks", "\n"), ("spaces", " "),
        ("no-break spaces", "1\u{A0}000\u{202F}000 "), ("combining accents", "e\u{301}"), ("ideographs", "人工"),
        ("French elisions", "jusqu'à l'accord d'OpenAI "), ("French deals", "Mistral a signé un contrat avec Oracle. "),
    ]

    /// A text of about so many bytes that repeats a piece.
    static func text(_ piece: String, bytes: Int) -> [UInt8] {
        let unit = Array(piece.utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes + unit.count)
        while text.count < bytes { text += unit }
        return text
    }

    /// A text of about so many bytes in which every name is another: what is remembered of names grows with it.
    static func manyNames(bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 100)
        var number = 0
        while text.count < bytes {
            let name = syllables(number)
            text += Array(
                "\(name) Cloud, the lab of \(name), signed a contract with \(syllables(number + 1)) Energy. ".utf8)
            number += 2
        }
        return text
    }

    /// A text of about so many bytes in which all names share one word: the first, or the last.
    static func kin(bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 100)
        var number = 0
        while text.count < bytes {
            text += Array("Orion \(syllables(number)), \(syllables(number)) Orion, the ChatGPT maker. ".utf8)
            number += 1
        }
        return text
    }

    /// A text of about so many bytes in which new companies compete, in sentences that leave out with whom.
    static func rivals(bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 100)
        var number = 0
        while text.count < bytes {
            let (one, other) = (syllables(number), syllables(number + 1))
            text += Array("The rivals, \(one) Cloud and \(other) Energy, compete. ".utf8)
            number += 2
        }
        return text
    }

    /// A text of about so many bytes in which every sum is new, and each sentence says whose dollars it means.
    static func sums(bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 100)
        var number = 1
        while text.count < bytes {
            text += Array("Meta had planned to spend $\(number) million in Canadian dollars in 2040. ".utf8)
            text += Array("Meta plans to spend $\(number + 1) million in 2040. ".utf8)
            number += 2
        }
        return text
    }

    /// A text of about so many bytes in which every deal is new, with a sum, and half of it in the next sentence; no semicolon
    /// ends a search.
    static func loans(bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 200)
        var number = 1
        while text.count < bytes {
            text += Array("\(syllables(number)) Labs has borrowed $\(number) million. ".utf8)
            text += Array("The lender, \(syllables(number + 1)) Bank, will be repaid in ten years. ".utf8)
            number += 2
        }
        return text
    }

    private static func syllables(_ number: Int) -> String {
        let parts = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"]
        var name = ""
        var rest = number
        repeat {
            name += parts[rest % parts.count]
            rest /= parts.count
        } while rest > 0
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// A mixture of pieces in a random order, repeatable by its seed.
    static func mixture(bytes: Int, seed: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 100)
        while text.count < bytes {
            let piece = Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].piece.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) { text += piece }
        }
        return text
    }

    /// Overwrites some bytes with others that need not be UTF-8, and swaps stretches.
    static func damage(_ text: inout [UInt8], seed: UInt64) {
        var random = SeededGenerator(seed: seed ^ 0x5EED)
        for _ in 0..<text.count / 40 {
            text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        for _ in 0..<8 {
            let first = Int.random(in: 0..<text.count, using: &random)
            let piece = text[first..<min(text.count, first + 60)]
            text.insert(contentsOf: piece, at: Int.random(in: 0..<text.count, using: &random))
        }
    }
}
