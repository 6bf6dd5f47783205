/// A form of a lemma, as it is written.
struct InflectedForm: Equatable, Sendable {
    /// With its accents, in small letters as the lemma has them.
    let surface: String
    /// What it may be.
    let features: WordFeatures
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
        var order: [String] = []
        var found: [String: WordFeatures] = [:]
        for ending in endings {
            guard head.hasSuffix(ending.strip) else { throw row.unknown(lemma) }
            let stem = head.dropLast(ending.strip.count)
            for add in ending.add {
                let surface = before + stem + add + after
                if found[surface] == nil { order.append(surface) }
                found[surface, default: []].formUnion(ending.features)
            }
        }
        return order.map { InflectedForm(surface: $0, features: found[$0] ?? []) }
    }

    private static func parts(_ lemma: String, inflects: Bool) -> (before: String, head: String, after: String) {
        guard let mark = lemma.firstIndex(of: "~") else {
            let end = inflects ? lemma.firstIndex(of: " ") ?? lemma.endIndex : lemma.endIndex
            return ("", String(lemma[..<end]), String(lemma[end...]))
        }
        let head = lemma[..<mark]
        let start = head.lastIndex(of: " ").map { head.index(after: $0) } ?? head.startIndex
        return (String(lemma[..<start]), String(lemma[start..<mark]), String(lemma[lemma.index(after: mark)...]))
    }
}
