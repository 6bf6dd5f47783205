import API
import Foundation
import Ingestion
import Model

/// The literals of short texts: a line of JSON in, a line of JSON out.
struct LiteralLines {
    let engine: Engine

    /// A text with what is known of it.
    private struct Request: Decodable {
        let id: String
        let lang: String?
        let text: String
        let referenceDate: String?

        enum CodingKeys: String, CodingKey {
            case id, lang, text
            case referenceDate = "reference_date"
        }
    }

    /// Answers every line of a file.
    ///
    /// - Throws: ``Failure``: 74 when the file cannot be read or the answer not be written, 65 for a line that is no
    ///   such object.
    func run(_ file: String) throws(Failure) {
        let decoder = JSONDecoder()
        var answers: [UInt8] = []
        let lines = try Input.readText(file).split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            let request: Request
            do {
                request = try decoder.decode(Request.self, from: Data(line))
            } catch {
                throw Failure(.badInput, "line \(index + 1): wanted {\"id\", \"lang\", \"text\", \"reference_date\"}")
            }
            let reference: Day?
            do {
                reference = try request.referenceDate.map { text throws(ModelError) in try Day(text) }
            } catch {
                throw Failure(.badInput, "line \(index + 1): reference_date is YYYY-MM-DD")
            }
            let findings = engine.literals(in: Array(request.text.utf8), language: request.lang, reference: reference)
            answers += Self.answer(request.id, findings) + [0x0A]
        }
        guard Output.write(answers) else { throw Failure(.inputOutput, "cannot write to standard output") }
    }

    private static func answer(_ id: String, _ findings: [LiteralFinding]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("id")
            writer.string(id)
            writer.key("literals")
            writer.array(findings) { writer, finding in
                writer.object { $0.members(of: finding) }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func members(of finding: LiteralFinding) {
        key("kind")
        string(finding.kind)
        key("start")
        integer(finding.span.start)
        key("end")
        integer(finding.span.end)
        key("min")
        if let day = finding.firstDay { string(day.text) } else { number(finding.min) }
        key("max")
        if let day = finding.lastDay { string(day.text) } else { number(finding.max) }
        key("unit")
        string(finding.unit)
    }

    /// A finite number, whole where it is.
    private mutating func number(_ value: Double?) {
        guard let value, value.isFinite else {
            null()
            return
        }
        if let whole = Int(exactly: value) { integer(whole) } else { literal("\(value)") }
    }
}
