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
        /// What is taken off and what is added.
        let strip: Letters
        let add: Letters
        let features: WordFeatures
        /// The next ending of its paradigm, or -1.
        var next: Int32 = -1
    }

    /// Some of the letters of all endings.
    private struct Letters: Sendable {
        let start: Int32
        let count: Int32
    }

    /// The first and the last ending of a paradigm, and how many it has.
    private struct Paradigm: Sendable {
        let first: Int32
        var last: Int32
        var count = 1
    }

    private var endings: [Ending] = []
    /// By the hashes of their names.
    private var paradigms = WordMap<Paradigm>()
    /// The letters of all endings.
    private var letters: [UInt8] = []
    /// How many letters an ending has at most.
    private var longest = 0

    /// Reads the table of a language.
    ///
    /// - Throws: ``LexiconError`` for an unknown feature.
    init(_ tables: Tables) throws(LexiconError) {
        for row in try tables.own("paradigms") {
            guard !row.isEmpty(0) else { throw .missingColumn(file: row.file, line: row.line, column: "paradigm") }
            let name = row.key(0)
            let features = try WordFeatures(row, 3)
            let strip = row.withBytes(of: 1) { place($0) }
            let count = endings.count
            row.forEachPart(of: 2) { add($0, strip, features, to: name) }
            if endings.count == count { add(Self.nothing, strip, features, to: name) }
        }
    }

    private mutating func add(
        _ ending: UnsafeBufferPointer<UInt8>, _ strip: Letters, _ features: WordFeatures, to name: UInt64
    ) {
        let isNothing = ending.count == 1 && ending[0] == UInt8(ascii: "-")
        let add = isNothing ? Letters(start: 0, count: 0) : place(ending)
        longest = max(longest, Int(add.count))
        let index = Int32(endings.count)
        endings.append(Ending(strip: strip, add: add, features: features))
        guard var paradigm = paradigms[name] else {
            paradigms[name] = Paradigm(first: index, last: index)
            return
        }
        endings[Int(paradigm.last)].next = index
        paradigm.last = index
        paradigm.count += 1
        paradigms[name] = paradigm
    }

    /// Keeps the letters of an ending.
    private mutating func place(_ ending: UnsafeBufferPointer<UInt8>) -> Letters {
        let start = Int32(letters.count)
        letters.append(contentsOf: ending)
        return Letters(start: start, count: Int32(ending.count))
    }

    /// How many forms the lemmas of some rows have at most, by the paradigms that a column names.
    func count(of rows: [Row], paradigm column: Int) -> Int {
        rows.reduce(0) { $0 + (paradigms[$1.key(column)]?.count ?? 1) }
    }

    /// All forms of a lemma, each once with all that it may be, in the order of the table; the lemma alone where
    /// `paradigm` is empty. They are put where those of another lemma were, whose room they take.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` for an unknown paradigm, or a lemma that does not end
    ///   as its paradigm wants.
    func forms(
        of lemma: UnsafeBufferPointer<UInt8>, _ paradigm: UnsafeBufferPointer<UInt8>, row: Row,
        in others: consuming InflectedForms = InflectedForms()
    ) throws(LexiconError) -> InflectedForms {
        var forms = others
        let (head, end) = Self.parts(lemma, inflects: !paradigm.isEmpty)
        let rest = UnsafeBufferPointer(rebasing: lemma[end...])
        guard !paradigm.isEmpty else {
            forms.restart(count: 1, length: lemma.count)
            forms.add(UnsafeBufferPointer(rebasing: lemma[..<head.upperBound]), rest, Self.nothing, [])
            return forms
        }
        guard let known = paradigms[ReviewHash.of(paradigm)] else {
            throw row.unknown(String(decoding: paradigm, as: UTF8.self))
        }
        forms.restart(count: known.count, length: lemma.count + longest)
        let isRead = forEachEnding(of: known) { strip, add, features in
            let stem = head.upperBound - strip.count
            guard stem >= head.lowerBound, lemma[stem..<head.upperBound].elementsEqual(strip) else { return false }
            forms.add(UnsafeBufferPointer(rebasing: lemma[..<stem]), add, rest, features)
            return true
        }
        guard isRead else { throw row.unknown(String(decoding: lemma, as: UTF8.self)) }
        return forms
    }

    /// The same forms of a lemma of plain words, by their hashes alone; false where those of any cannot be told.
    func spell(
        _ lemma: PlainLemma, _ paradigm: UnsafeBufferPointer<UInt8>, into spellings: inout Spellings
    ) -> Bool {
        let word = lemma.word
        guard !paradigm.isEmpty else {
            var form = lemma.hash
            guard form.add(word) else { return false }
            spellings.add(form, [])
            return true
        }
        guard let paradigm = paradigms[ReviewHash.of(paradigm)] else { return false }
        var stem = lemma.hash
        var stripped = -1
        return forEachEnding(of: paradigm) { strip, add, features in
            let length = word.count - strip.count
            guard length >= 0, length + add.count > 0 else { return false }
            for place in strip.indices where strip[place] != word[length &+ place] { return false }
            if stripped != strip.count {
                stem = lemma.hash
                guard stem.add(UnsafeBufferPointer(rebasing: word[..<length])) else { return false }
                stripped = strip.count
            }
            var form = stem
            guard form.add(add) else { return false }
            spellings.add(form, features)
            return true
        }
    }

    /// Hands out the endings of a paradigm, what each takes off and what it adds; false as soon as one is not taken.
    @inline(__always)
    private func forEachEnding(
        of paradigm: Paradigm,
        _ take: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>, WordFeatures) -> Bool
    ) -> Bool {
        letters.withUnsafeBufferPointer { letters in
            // Not checked: all places were made with the letters.
            func part(_ part: Letters) -> UnsafeBufferPointer<UInt8> {
                UnsafeBufferPointer(start: letters.baseAddress.map { $0 + Int(part.start) }, count: Int(part.count))
            }
            return endings.withUnsafeBufferPointer { endings in
                var place = paradigm.first
                while place >= 0 {
                    let ending = endings[Int(place)]
                    guard take(part(ending.strip), part(ending.add), ending.features) else { return false }
                    place = ending.next
                }
                return true
            }
        }
    }

    /// The head word of a lemma, and where the letters behind it begin.
    static func parts(_ letters: UnsafeBufferPointer<UInt8>, inflects: Bool) -> (head: Range<Int>, rest: Int) {
        guard let mark = letters.firstIndex(of: tilde) else {
            let end = inflects ? letters.firstIndex(of: space) ?? letters.count : letters.count
            return (0..<end, end)
        }
        let start = letters[..<mark].lastIndex(of: space).map { $0 + 1 } ?? 0
        return (start..<mark, mark + 1)
    }

    private static var nothing: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
    private static let space = UInt8(ascii: " ")
    static let tilde = UInt8(ascii: "~")
}
