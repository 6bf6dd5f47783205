import Model

extension JSONWriter {
    /// A finding: what `members` writes of its record, then `confidence` and `evidence`.
    mutating func finding<Record>(
        _ finding: Finding<Record>, members: (inout JSONWriter, Record) -> Void
    ) {
        object { writer in
            members(&writer, finding.record)
            writer.key("confidence")
            writer.thousandths(finding.confidence)
            writer.key("evidence")
            writer.array(finding.evidence) { $0.evidence($1) }
        }
    }

    /// A piece of evidence: the field as a JSON pointer, byte offsets, the words and the rule.
    mutating func evidence(_ evidence: Evidence) {
        object { writer in
            writer.key("field")
            writer.string(evidence.field)
            writer.span(evidence.span)
            writer.key("quote")
            writer.string(evidence.quote)
            writer.key("rule")
            writer.string(evidence.rule)
        }
    }

    /// The members `start` and `end` of the current object.
    mutating func span(_ span: Span) {
        key("start")
        integer(span.start)
        key("end")
        integer(span.end)
    }

    /// A mention of a company.
    mutating func mention(_ mention: Mention) {
        object { writer in
            writer.key("company")
            writer.string(mention.company)
            writer.span(mention.span)
            writer.key("text")
            writer.string(mention.text)
        }
    }

    /// What the sender of an article should know.
    mutating func warnings(_ warnings: [ReadingWarning]) {
        array(warnings) { writer, warning in
            writer.object { writer in
                writer.key("code")
                writer.string(warning.code)
                writer.key("detail")
                writer.string(warning.detail)
            }
        }
    }
}
