/// The forms of a lemma, as they are written.
struct InflectedForms: Sendable {
    /// A form.
    struct Form: Sendable {
        /// Its bytes among those of all, with its accents, in small letters as the lemma has them.
        let range: Range<Int>
        /// What it may be.
        fileprivate(set) var features: WordFeatures
    }

    /// What all are written with, UTF-8, one behind the other.
    private(set) var letters: [UInt8] = []
    private(set) var all: [Form] = []

    /// Adds a form, or what one that is known may be as well: the letters of a lemma up to its stem, an ending, and the letters
    /// behind the head word.
    fileprivate mutating func add(
        _ stem: UnsafeBufferPointer<UInt8>, _ ending: UnsafeBufferPointer<UInt8>, _ rest: UnsafeBufferPointer<UInt8>,
        _ features: WordFeatures
    ) {
        let start = letters.count
        letters.append(contentsOf: stem)
        if !ending.isEmpty { letters.append(contentsOf: ending) }
        if !rest.isEmpty { letters.append(contentsOf: rest) }
        let range = start..<letters.count
        // A lemma has a dozen forms: looking through them is faster than hashing them.
        if let index = all.firstIndex(where: { isAlike($0.range, range) }) {
            all[index].features.formUnion(features)
            letters.removeLast(range.count)
        } else {
            all.append(Form(range: range, features: features))
        }
    }

    /// Whether two forms are written alike; they differ at their ends first.
    private func isAlike(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        var (left, right) = (one.upperBound, other.upperBound)
        while left > one.lowerBound {
            left -= 1
            right -= 1
            if letters[left] != letters[right] { return false }
        }
        return true
    }

    fileprivate init(count: Int, length: Int) {
        all.reserveCapacity(count)
        letters.reserveCapacity(count * (length + Self.usualEnding))
    }

    /// As many letters as most endings have.
    private static let usualEnding = 3
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
        /// What is taken off and what is added, as places among the letters of all.
        let strip: Range<Int>
        let add: Range<Int>
        let features: WordFeatures
    }

    private let endings: [String: [Ending]]
    /// The letters of all endings.
    private let letters: [UInt8]

    /// Reads the table of a language.
    ///
    /// - Throws: ``LexiconError`` for an unknown feature.
    init(_ tables: Tables) throws(LexiconError) {
        var endings: [String: [Ending]] = [:]
        var letters: [UInt8] = []
        func place(_ ending: String) -> Range<Int> {
            let start = letters.count
            letters += Array(ending.utf8)
            return start..<letters.count
        }
        for row in try tables.own("paradigms") {
            let name = try row.required(0, "paradigm")
            var features: WordFeatures = []
            for word in row.list(3) {
                guard let feature = WordFeatures(name: word) else { throw row.unknown(word) }
                features.insert(feature)
            }
            let strip = place(row[1])
            let add = row.list(2)
            for ending in add.isEmpty ? ["-"] : add {
                endings[name, default: []].append(
                    Ending(strip: strip, add: place(ending == "-" ? "" : ending), features: features))
            }
        }
        self.endings = endings
        self.letters = letters
    }

    /// All forms of a lemma, each once with all that it may be, in the order of the table; the lemma alone where
    /// `paradigm` is empty.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` for an unknown paradigm, or a lemma that does not end
    ///   as its paradigm wants.
    func forms(of lemma: String, _ paradigm: String, row: Row) throws(LexiconError) -> InflectedForms {
        let endings = paradigm.isEmpty ? [Ending(strip: 0..<0, add: 0..<0, features: [])] : endings[paradigm]
        guard let endings else { throw row.unknown(paradigm) }
        var letters = lemma
        let found = letters.withUTF8 { forms(of: $0, endings, inflects: !paradigm.isEmpty) }
        guard let found else { throw row.unknown(lemma) }
        return found
    }

    /// The forms by some endings; `nil` where the lemma does not end as one of them wants.
    private func forms(
        of lemma: UnsafeBufferPointer<UInt8>, _ endings: [Ending], inflects: Bool
    ) -> InflectedForms? {
        let (head, rest) = Self.parts(lemma, inflects: inflects)
        let tail = UnsafeBufferPointer(rebasing: lemma[rest...])
        var forms = InflectedForms(count: endings.count, length: lemma.count)
        return letters.withUnsafeBufferPointer { letters -> InflectedForms? in
            for ending in endings {
                let stem = head.upperBound - ending.strip.count
                guard stem >= head.lowerBound, lemma[stem..<head.upperBound].elementsEqual(letters[ending.strip])
                else { return nil }
                forms.add(
                    UnsafeBufferPointer(rebasing: lemma[..<stem]), UnsafeBufferPointer(rebasing: letters[ending.add]),
                    tail, ending.features)
            }
            return forms
        }
    }

    /// The head word of a lemma, and where the letters behind it begin.
    private static func parts(
        _ letters: UnsafeBufferPointer<UInt8>, inflects: Bool
    ) -> (head: Range<Int>, rest: Int) {
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
