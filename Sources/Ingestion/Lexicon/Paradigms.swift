/// The forms of a lemma, as they are written.
struct InflectedForms: Sendable {
    /// A form.
    struct Form: Sendable {
        /// Its bytes among those of all, with its accents, in small letters as the lemma has them.
        let range: Range<Int>
        /// What it may be.
        fileprivate(set) var features: WordFeatures
    }

    /// What all are written with, UTF-8, one behind the other, and room behind that.
    private(set) var letters: [UInt8] = []
    /// Where the room begins.
    private var end = 0
    private(set) var all: [Form] = []

    /// Leaves out the forms of the lemma before, and makes room for so many of a length at most.
    fileprivate mutating func restart(count: Int, length: Int) {
        end = 0
        if !all.isEmpty { all.removeAll(keepingCapacity: true) }
        all.reserveCapacity(count)
        if letters.count < count * length { letters = .filled(with: 0, count: count * length) }
    }

    /// Adds a form, or what one that is known may be as well: the letters of a lemma up to its stem, an ending, and the letters
    /// behind the head word.
    fileprivate mutating func add(
        _ stem: UnsafeBufferPointer<UInt8>, _ ending: UnsafeBufferPointer<UInt8>, _ rest: UnsafeBufferPointer<UInt8>,
        _ features: WordFeatures
    ) {
        let range = end..<end + stem.count + ending.count + rest.count
        // A lemma has a dozen forms: looking through them is faster than hashing them.
        let known = letters.withUnsafeMutableBufferPointer { letters in
            Self.write(stem, to: letters, at: range.lowerBound)
            Self.write(ending, to: letters, at: range.lowerBound + stem.count)
            Self.write(rest, to: letters, at: range.upperBound - rest.count)
            return all.indices.first { Self.isAlike(all[$0].range, range, letters) }
        }
        if let known {
            all[known].features.formUnion(features)
        } else {
            all.append(Form(range: range, features: features))
            end = range.upperBound
        }
    }

    @inline(__always)
    private static func write(
        _ part: UnsafeBufferPointer<UInt8>, to letters: UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) {
        for index in part.indices { letters[start &+ index] = part[index] }
    }

    /// Whether two forms are written alike; they differ at their ends first.
    @inline(__always)
    private static func isAlike(
        _ one: Range<Int>, _ other: Range<Int>, _ letters: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        guard one.count == other.count else { return false }
        var (left, right) = (one.upperBound, other.upperBound)
        while left > one.lowerBound {
            left &-= 1
            right &-= 1
            if letters[left] != letters[right] { return false }
        }
        return true
    }
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
    /// How many letters an ending has at most.
    private let longest: Int

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
        longest = endings.values.joined().map(\.add.count).max() ?? 0
    }

    /// All forms of a lemma, each once with all that it may be, in the order of the table; the lemma alone where
    /// `paradigm` is empty. They are put where those of another lemma were, whose room they take.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` for an unknown paradigm, or a lemma that does not end
    ///   as its paradigm wants.
    func forms(
        of lemma: String, _ paradigm: String, row: Row, in others: consuming InflectedForms = InflectedForms()
    ) throws(LexiconError) -> InflectedForms {
        let endings = paradigm.isEmpty ? [Ending(strip: 0..<0, add: 0..<0, features: [])] : endings[paradigm]
        guard let endings else { throw row.unknown(paradigm) }
        var forms = others
        var letters = lemma
        let isRead = letters.withUTF8 { add(formsOf: $0, endings, inflects: !paradigm.isEmpty, to: &forms) }
        guard isRead else { throw row.unknown(lemma) }
        return forms
    }

    /// Reads the forms by some endings; false where the lemma does not end as one of them wants.
    private func add(
        formsOf lemma: UnsafeBufferPointer<UInt8>, _ endings: [Ending], inflects: Bool, to forms: inout InflectedForms
    ) -> Bool {
        let (head, rest) = Self.parts(lemma, inflects: inflects)
        let tail = UnsafeBufferPointer(rebasing: lemma[rest...])
        forms.restart(count: endings.count, length: lemma.count + longest)
        return letters.withUnsafeBufferPointer { letters in
            for ending in endings {
                let stem = head.upperBound - ending.strip.count
                guard stem >= head.lowerBound, lemma[stem..<head.upperBound].elementsEqual(letters[ending.strip])
                else { return false }
                forms.add(
                    UnsafeBufferPointer(rebasing: lemma[..<stem]), UnsafeBufferPointer(rebasing: letters[ending.add]),
                    tail, ending.features)
            }
            return true
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
