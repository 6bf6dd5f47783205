/// A form of a lemma, as it is written.
struct InflectedForm: Equatable, Sendable {
    /// With its accents, in small letters as the lemma has them.
    let surface: String
    /// What it may be.
    var features: WordFeatures
}

/// How the words of a language inflect: paradigms of endings, from the table `paradigms`.
///
/// Each row says: in this paradigm, take `strip` off the lemma's head word and add one of `add` (a `;` list, `-` for
/// nothing) to get a form with these features (a `;` list). A paradigm may stand for a family of irregular words, as
/// `strip` may be the whole word ("take" in "undertake").
///
/// The head of a lemma of several words is the word with `~` behind it, else the first one.
struct Paradigms: Sendable {
    private struct Ending: Sendable {
        let strip: String
        let add: [String]
        let features: WordFeatures
    }

    private let endings: [String: [Ending]]

    /// Reads the table of a language.
    ///
    /// - Throws: ``LexiconError`` for an unknown feature.
    init(_ tables: Tables) throws(LexiconError) {
        var endings: [String: [Ending]] = [:]
        for row in try tables.own("paradigms") {
            let name = try row.required(0, "paradigm")
            var features: WordFeatures = []
            for word in row.list(3) {
                guard let feature = WordFeatures(name: word) else { throw row.unknown(word) }
                features.insert(feature)
            }
            let add = row.list(2).map { $0 == "-" ? "" : $0 }
            endings[name, default: []].append(
                Ending(strip: row[1], add: add.isEmpty ? [""] : add, features: features))
        }
        self.endings = endings
    }

    /// All forms of a lemma, each once with all that it may be, in the order of the table; the lemma alone where
    /// `paradigm` is empty.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` for an unknown paradigm, or a lemma that does not end
    ///   as its paradigm wants.
    func forms(of lemma: String, _ paradigm: String, row: Row) throws(LexiconError) -> [InflectedForm] {
        let (before, head, after) = Self.parts(lemma, inflects: !paradigm.isEmpty)
        guard !paradigm.isEmpty else { return [InflectedForm(surface: before + head + after, features: [])] }
        guard let endings = endings[paradigm] else { throw row.unknown(paradigm) }
        // A lemma has a dozen forms: looking through them is faster than hashing them.
        var forms: [InflectedForm] = []
        forms.reserveCapacity(endings.count)
        for ending in endings {
            guard head.hasSuffix(ending.strip) else { throw row.unknown(lemma) }
            let stem = before + head.dropLast(ending.strip.count)
            for add in ending.add {
                let surface = stem + add + after
                if let index = forms.firstIndex(where: { $0.surface == surface }) {
                    forms[index].features.formUnion(ending.features)
                } else {
                    forms.append(InflectedForm(surface: surface, features: ending.features))
                }
            }
        }
        return forms
    }

    private static func parts(_ lemma: String, inflects: Bool) -> (before: String, head: String, after: String) {
        let letters = lemma.utf8
        guard let mark = letters.firstIndex(of: tilde) else {
            let end = inflects ? letters.firstIndex(of: space) ?? lemma.endIndex : lemma.endIndex
            return ("", String(lemma[..<end]), String(lemma[end...]))
        }
        let start = letters[..<mark].lastIndex(of: space).map { letters.index(after: $0) } ?? lemma.startIndex
        return (String(lemma[..<start]), String(lemma[start..<mark]), String(lemma[letters.index(after: mark)...]))
    }

    private static let space = UInt8(ascii: " ")
    private static let tilde = UInt8(ascii: "~")
}
