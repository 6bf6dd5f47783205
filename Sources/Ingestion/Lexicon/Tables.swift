/// What is wrong with the language data, with the place.
public enum LexiconError: Error, Hashable, Sendable {
    /// A file that every language must have is not there.
    case missingFile(String)
    /// A row has fewer columns than its table needs.
    case missingColumn(file: String, line: Int, column: String)
    /// A column holds a word that the engine does not know.
    case unknownWord(file: String, line: Int, word: String)
}

/// A fact of a data file: the columns of one line.
struct Row: Sendable {
    let file: String
    /// From 1.
    let line: Int
    let columns: [String]

    /// A column by its place, `""` where the line is shorter.
    subscript(column: Int) -> String {
        column < columns.count ? columns[column] : ""
    }

    /// The parts of a column that lists several with `;` between.
    func list(_ column: Int) -> [String] {
        guard column < columns.count, !columns[column].isEmpty else { return [] }
        var text = columns[column]
        return text.withUTF8 { bytes in
            var parts: [String] = []
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x3B { end += 1 }
                var part = start..<end
                while !part.isEmpty, bytes[part.lowerBound] == 0x20 { part.removeFirst() }
                while !part.isEmpty, bytes[part.upperBound - 1] == 0x20 { part.removeLast() }
                if part.count == bytes.count { return [columns[column]] }
                if !part.isEmpty { parts.append(String(bytes, part)) }
                start = end + 1
            }
            return parts
        }
    }

    /// A column that may not be empty.
    func required(_ column: Int, _ name: String) throws(LexiconError) -> String {
        guard !self[column].isEmpty else { throw .missingColumn(file: file, line: line, column: name) }
        return self[column]
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

    /// The files by name (`fr/triggers.tsv`) with their text.
    ///
    /// Columns are separated by tabs; an empty line and a line that begins with `#` are left out.
    public init(_ files: [(name: String, text: [UInt8])]) {
        var rows: [String: [Row]] = [:]
        for file in files { rows[file.name] = Self.rows(file.name, file.text) }
        self.rows = rows
    }

    /// The codes of the languages: folders that are not `common`.
    public var languages: [String] {
        Set(rows.keys.compactMap { $0.split(separator: "/").first.map(String.init) }).filter { $0 != "common" }.sorted()
    }

    /// The rows of a file; none where it is not there.
    func rows(of name: String) -> [Row] { rows[name] ?? [] }

    func tables(for language: String) -> Tables {
        Tables(
            language: language, rows: rows.filter { $0.key.hasPrefix(language + "/") || $0.key.hasPrefix("common/") })
    }

    private static func rows(_ name: String, _ text: [UInt8]) -> [Row] {
        text.withUnsafeBufferPointer { bytes in
            var rows: [Row] = []
            var number = 0
            var start = 0
            while start < bytes.count {
                var end = start
                var tabs = 0
                while end < bytes.count, bytes[end] != 0x0A {
                    if bytes[end] == 0x09 { tabs += 1 }
                    end += 1
                }
                number += 1
                if start < end, bytes[start] != 0x23 {
                    rows.append(Row(file: name, line: number, columns: columns(bytes, start..<end, tabs + 1)))
                }
                start = end + 1
            }
            return rows
        }
    }

    private static func columns(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ count: Int) -> [String] {
        var columns: [String] = []
        columns.reserveCapacity(count)
        var start = line.lowerBound
        for end in line where bytes[end] == 0x09 {
            columns.append(String(bytes, start..<end))
            start = end + 1
        }
        columns.append(String(bytes, start..<line.upperBound))
        return columns
    }
}

extension Row {
    /// The code of a currency as a form of it; empty where it is none.
    var currencyCode: [String] { self[3] == "sign" ? [] : [self[0]] }
}

extension String {
    /// A stretch of UTF-8.
    fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self = range.isEmpty ? "" : String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
