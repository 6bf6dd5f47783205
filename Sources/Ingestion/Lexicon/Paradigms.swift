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
        let strip: [UInt8]
        let add: [[UInt8]]
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
            let add = row.list(2).map { $0 == "-" ? [] : Array($0.utf8) }
            endings[name, default: []].append(
                Ending(strip: Array(row[1].utf8), add: add.isEmpty ? [[]] : add, features: features))
        }
        self.endings = endings
    }

    /// All forms of a lemma, each once with all that it may be, in the order of the table; the lemma alone where
    /// `paradigm` is empty.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` for an unknown paradigm, or a lemma that does not end
    ///   as its paradigm wants.
    func forms(of lemma: String, _ paradigm: String, row: Row) throws(LexiconError) -> [InflectedForm] {
        let letters = Array(lemma.utf8)
        let (head, rest) = Self.parts(letters, inflects: !paradigm.isEmpty)
        guard !paradigm.isEmpty else {
            return [InflectedForm(surface: Self.form(letters, head.upperBound, [], rest), features: [])]
        }
        guard let endings = endings[paradigm] else { throw row.unknown(paradigm) }
        // A lemma has a dozen forms: looking through them is faster than hashing them.
        var forms: [InflectedForm] = []
        forms.reserveCapacity(endings.count)
        for ending in endings {
            let stem = head.upperBound - ending.strip.count
            guard stem >= head.lowerBound, letters[stem..<head.upperBound].elementsEqual(ending.strip) else {
                throw row.unknown(lemma)
            }
            for add in ending.add {
                let surface = Self.form(letters, stem, add, rest)
                if let index = forms.firstIndex(where: { $0.surface == surface }) {
                    forms[index].features.formUnion(ending.features)
                } else {
                    forms.append(InflectedForm(surface: surface, features: ending.features))
                }
            }
        }
        return forms
    }

    /// The letters of a lemma up to its stem, an ending, and the letters behind the head word.
    private static func form(_ letters: [UInt8], _ stem: Int, _ ending: [UInt8], _ rest: Int) -> String {
        let count = stem + ending.count + letters.count - rest
        return String(unsafeUninitializedCapacity: count) { form in
            _ = form[..<stem].initialize(fromContentsOf: letters[..<stem])
            _ = form[stem..<stem + ending.count].initialize(fromContentsOf: ending)
            _ = form[(stem + ending.count)..<count].initialize(fromContentsOf: letters[rest...])
            return count
        }
    }

    /// The head word of a lemma, and where the letters behind it begin.
    private static func parts(_ letters: [UInt8], inflects: Bool) -> (head: Range<Int>, rest: Int) {
        guard let mark = letters.firstIndex(of: tilde) else {
            let end = inflects ? letters.firstIndex(of: space) ?? letters.count : letters.count
            return (0..<end, end)
        }
        let start = letters[..<mark].lastIndex(of: space).map { $0 + 1 } ?? 0
        return (start..<mark, mark + 1)
    }

    private static let space = UInt8(ascii: " ")
    private static let tilde = UInt8(ascii: "~")
}
