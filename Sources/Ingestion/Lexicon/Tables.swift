/// What is wrong with the language data, with the place.
public enum LexiconError: Error, Hashable, Sendable {
    /// A file that every language must have is not there.
    case missingFile(String)
    /// A row has fewer columns than its table needs.
    case missingColumn(file: String, line: Int, column: String)
    /// A column holds a word that the engine does not know.
    case unknownWord(file: String, line: Int, word: String)
}

/// A fact of a data file: the columns of one line. They are cut out of the file's text as they are asked for.
struct Row: Sendable {
    private let source: Source
    /// From 1.
    let line: Int
    /// Its first byte of the text.
    private let start: Int
    /// Which of the ends of the file's columns are its own.
    private let ends: Range<Int>

    /// A file with the ends of all columns of its rows.
    fileprivate final class Source: Sendable {
        let name: String
        let text: [UInt8]
        let ends: [Int32]

        init(name: String, text: [UInt8], ends: [Int32]) {
            self.name = name
            self.text = text
            self.ends = ends
        }
    }

    fileprivate init(_ source: Source, line: Int, start: Int, ends: Range<Int>) {
        self.source = source
        self.line = line
        self.start = start
        self.ends = ends
    }

    /// A row by itself.
    init(file: String, line: Int, columns: [String]) {
        var text: [UInt8] = []
        var ends: [Int32] = []
        for column in columns {
            text += Array(column.utf8)
            ends.append(Int32(text.count))
            text.append(UInt8(ascii: "\t"))
        }
        self.init(Source(name: file, text: text, ends: ends), line: line, start: 0, ends: ends.indices)
    }

    var file: String { source.name }

    /// All columns.
    var columns: [String] { (0..<ends.count).map { self[$0] } }

    /// A column by its place, `""` where the line is shorter.
    subscript(column: Int) -> String {
        let range = range(of: column)
        return range.isEmpty ? "" : source.text.withUnsafeBufferPointer { String($0, range) }
    }

    /// Hands out the bytes of a column as they lie in the file, where every row is read at start-up.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        of column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let range = range(of: column)
        return try source.text.withUnsafeBufferPointer { bytes throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }

    /// Whether a column is empty.
    func isEmpty(_ column: Int) -> Bool { range(of: column).isEmpty }

    /// Whether a column is just a word, which is compared as it lies in the file.
    func has(_ word: String, in column: Int) -> Bool {
        var word = word
        return withBytes(of: column) { bytes in
            word.withUTF8 { word in
                bytes.count == word.count && bytes.indices.allSatisfy { bytes[$0] == word[$0] }
            }
        }
    }

    /// A hash of a column as it is written.
    func key(_ column: Int) -> UInt64 { withBytes(of: column, ReviewHash.of) }

    /// Where a column stands in the text; an empty range where the line is shorter.
    private func range(of column: Int) -> Range<Int> {
        guard column < ends.count else { return 0..<0 }
        let place = ends.lowerBound + column
        return (column == 0 ? start : Int(source.ends[place - 1]) + 1)..<Int(source.ends[place])
    }

    /// The parts of a column that lists several with `;` between.
    func list(_ column: Int) -> [String] {
        var parts: [String] = []
        forEachPart(of: column) { parts.append(String(decoding: $0, as: UTF8.self)) }
        return parts
    }

    /// Hands out the parts of a column that lists several with `;` between, as they lie in the file.
    @inline(__always)
    func forEachPart<Failure: Error>(
        of column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        try withBytes(of: column) { (bytes) throws(Failure) in
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x3B { end &+= 1 }
                let next = end + 1
                while start < end, bytes[start] == 0x20 { start &+= 1 }
                while start < end, bytes[end - 1] == 0x20 { end &-= 1 }
                if start < end { try body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
                start = next
            }
        }
    }

    /// A column that may not be empty.
    func required(_ column: Int, _ name: String) throws(LexiconError) -> String {
        let value = self[column]
        guard !value.isEmpty else { throw .missingColumn(file: file, line: line, column: name) }
        return value
    }

    /// The error for a word that the engine does not know.
    func unknown(_ word: String) -> LexiconError {
        .unknownWord(file: file, line: line, word: word)
    }
}

/// The tables of one language and those that all share.
struct Tables: Sendable {
    /// The code of the language: the name of its folder.
    let language: String
    private let rows: [String: [Row]]

    init(language: String, rows: [String: [Row]]) {
        self.language = language
        self.rows = rows
    }

    /// A table of the language.
    ///
    /// - Throws: ``LexiconError/missingFile(_:)``.
    func own(_ table: String) throws(LexiconError) -> [Row] {
        try file("\(language)/\(table).tsv")
    }

    /// A table that all languages share.
    ///
    /// - Throws: ``LexiconError/missingFile(_:)``.
    func common(_ table: String) throws(LexiconError) -> [Row] {
        try file("common/\(table).tsv")
    }

    /// The codes and letters of currencies that may be glued to a sum, by hash.
    ///
    /// - Throws: ``LexiconError/missingFile(_:)``.
    func currencyCodes() throws(LexiconError) -> WordSet {
        var codes = WordSet()
        for row in try common("currencies") {
            for form in row.currencyCode + row.list(1) + row.list(2) { codes.insert(Folding.hash(form)) }
        }
        return codes
    }

    private func file(_ name: String) throws(LexiconError) -> [Row] {
        guard let rows = rows[name] else { throw .missingFile(name) }
        return rows
    }
}

/// All data files, cut into rows.
public struct LanguageFiles: Sendable {
    private let rows: [String: [Row]]
    /// The codes of the languages: folders that are not `common`.
    public let languages: [String]

    /// The files by name (`fr/triggers.tsv`) with their text.
    ///
    /// Columns are separated by tabs; an empty line and a line that begins with `#` are left out.
    public init(_ files: [(name: String, text: [UInt8])]) {
        var rows: [String: [Row]] = [:]
        for file in files { rows[file.name] = Self.rows(file.name, file.text) }
        self.rows = rows
        let folders = rows.keys.compactMap { $0.split(separator: "/").first.map(String.init) }
        languages = Set(folders).filter { $0 != "common" }.sorted()
    }

    /// The rows of a file; none where it is not there.
    func rows(of name: String) -> [Row] { rows[name] ?? [] }

    func tables(for language: String) -> Tables {
        Tables(
            language: language, rows: rows.filter { $0.key.hasPrefix(language + "/") || $0.key.hasPrefix("common/") })
    }

    private static func rows(_ name: String, _ text: [UInt8]) -> [Row] {
        var ends: [Int32] = []
        var lines: [(number: Int, start: Int, ends: Range<Int>)] = []
        ends.reserveCapacity(text.count / usualColumn)
        lines.reserveCapacity(text.count / usualLine)
        text.withUnsafeBufferPointer { bytes in
            var (number, start, first) = (1, 0, 0)
            forEachMark(in: bytes) { end in
                // A comment has no columns.
                if bytes[start] != 0x23 {
                    if bytes[end] == 0x09 || end > start { ends.append(Int32(truncatingIfNeeded: end)) }
                    guard bytes[end] != 0x09 else { return }
                    if first < ends.count { lines.append((number, start, first..<ends.count)) }
                    first = ends.count
                }
                guard bytes[end] != 0x09 else { return }
                number &+= 1
                start = end &+ 1
            }
            // The last line may have no end.
            guard start < bytes.count, bytes[start] != 0x23 else { return }
            ends.append(Int32(truncatingIfNeeded: bytes.count))
            lines.append((number, start, first..<ends.count))
        }
        let source = Row.Source(name: name, text: text, ends: ends)
        return lines.map { Row(source, line: $0.number, start: $0.start, ends: $0.ends) }
    }

    /// Hands out the places of all tabs and ends of lines.
    @inline(__always)
    private static func forEachMark(in bytes: UnsafeBufferPointer<UInt8>, _ take: (Int) -> Void) {
        var index = 0
        while index + 8 <= bytes.count {
            // Eight bytes at once: the highest bit of each that is 8 to 11 is set, of each other one it is not.
            let eight = UInt64(
                littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let far = (eight & 0xFCFC_FCFC_FCFC_FCFC) ^ 0x0808_0808_0808_0808
            var found = ~(((far & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | far | 0x7F7F_7F7F_7F7F_7F7F)
            while found != 0 {
                let place = index &+ found.trailingZeroBitCount >> 3
                if bytes[place] &- 0x09 <= 1 { take(place) }
                found &= found &- 1
            }
            index &+= 8
        }
        while index < bytes.count {
            if bytes[index] &- 0x09 <= 1 { take(index) }
            index &+= 1
        }
    }

    /// As many bytes as few columns have on average.
    private static let usualColumn = 8
    /// As many bytes as short lines have on average.
    private static let usualLine = 24
}

extension Row {
    /// The code of a currency as a form of it; empty where it is none.
    var currencyCode: [String] { self[3] == "sign" ? [] : [self[0]] }
}

extension String {
    /// A stretch of UTF-8.
    fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
