import Ingestion
import LanguageData
import Model
import Testing

/// Reads the literals of a sentence and prints them briefly: `money 38000000000 USD`.
struct LiteralProbe {
    let engine: Engine
    let reference: Day

    private static let compiled = Result {
        try Engine(
            LanguageFiles(
                LanguageData.files.map { file in
                    let bytes = UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
                    return (name: file.name, text: Array(bytes))
                }))
    }

    init() throws {
        engine = try Self.compiled.get()
        reference = try Day("2025-11-05")
    }

    /// What a text holds, one line a literal; plain numbers are left out where something else is looked for.
    func literals(_ language: String, _ text: String, kinds: Set<String>) -> [String] {
        engine.literals(in: Array(text.utf8), language: language, reference: reference)
            .filter { kinds.contains($0.kind) }
            .map(Self.line)
    }

    private static func line(_ finding: LiteralFinding) -> String {
        let low = finding.firstDay?.text ?? number(finding.min)
        let high = finding.lastDay?.text ?? number(finding.max)
        let value = low == high ? low : "\(low)..\(high)"
        return [finding.kind, value, finding.unit].compactMap(\.self).joined(separator: " ")
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "" }
        return Int(exactly: value).map(String.init) ?? String(value)
    }
}

/// A sentence and the literals that it holds.
struct LiteralCase: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    let expected: [String]

    init(_ language: String, _ text: String, _ expected: String...) {
        self.language = language
        self.text = text
        self.expected = expected
    }

    var testDescription: String { "\(language): \(text)" }

    func check(_ kinds: String...) throws {
        #expect(try LiteralProbe().literals(language, text, kinds: Set(kinds)) == expected)
    }
}
