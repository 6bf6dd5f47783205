import Model

/// Finds whom the first and the second person mean: in quoted words the company of who speaks, in an interview the one
/// of whom it is with.
struct SpeakerReader: Sendable {
    /// The quoted words with their companies, in order.
    private let voices: [Voice]
    /// The company of whom the whole text is an interview with.
    private let interviewee: Int?

    init(_ voices: [Voice], of document: Document, _ entities: Entities, _ marks: ClauseMarks) {
        self.voices = voices.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        guard Self.isInterview(document, marks) else {
            interviewee = nil
            return
        }
        // The name that a headline quotes is the person's.
        interviewee =
            entities.organisations(in: document.tokens.indices).first { mention in
                let end = mention.tokens.upperBound
                return mention.tokens.lowerBound > 0 || document.tokens[safe: end]?.kind != .colon
            }?.entity
    }

    /// Whether paragraphs of their own ask somebody.
    private static func isInterview(_ document: Document, _ marks: ClauseMarks) -> Bool {
        let questions = document.paragraphs.count { paragraph in
            guard let last = paragraph.last, document.isQuestion(last) else { return false }
            return paragraph.contains { marks.words[$0].contains(.second) }
        }
        return questions >= fewestQuestions
    }

    private static let fewestQuestions = 2

    /// The companies that words of a sentence mean, outside quotation marks or inside them.
    func mentions(in sentence: Range<Int>, quoted: Bool, _ document: Document, _ marks: ClauseMarks) -> [EntityMention]
    {
        guard quoted ? !voices.isEmpty : interviewee != nil,
            !marks.present.isDisjoint(with: [.first, .second])
        else { return [] }
        let isAsked = !quoted && sentence.contains { marks.words[$0].contains(.second) }
        return sentence.compactMap { token in
            let word = marks.words[token]
            guard word.contains(isAsked ? .second : .first),
                document.tokens[token].flags.contains(.quoted) == quoted,
                let company = quoted ? company(at: token) : interviewee
            else { return nil }
            return EntityMention(
                entity: company, tokens: token..<token + 1, form: .pronoun, possessive: word.contains(.determiner))
        }
    }

    /// The company for which the words at a token are spoken.
    private func company(at token: Int) -> Int? {
        let next = voices.partitioningIndex { $0.tokens.lowerBound > token }
        guard next > 0, voices[next - 1].tokens.contains(token) else { return nil }
        return voices[next - 1].company
    }
}

extension Document {
    /// Whether a token is a question mark.
    func isQuestion(_ token: Int) -> Bool {
        tokens[token].kind == .stop && bytes[Int(tokens[token].start)] == UInt8(ascii: "?")
    }
}
