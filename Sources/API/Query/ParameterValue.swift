import Model

extension Parameter.Kind {
    /// What a value may be, for messages.
    var expectation: String {
        switch self {
        case .text: "some text"
        case .names: "two or more names with commas between them, such as OpenAI,Oracle"
        case .url: "an address that begins with http:// or https://"
        case .language: "a language tag such as fr or en-GB"
        case .choice(let words): "one of " + words.joined(separator: ", ")
        case .choices(let words): "some of " + words.joined(separator: ", ") + ", between commas"
        case .integer(let range):
            range.upperBound == .max
                ? "a whole number from \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .thousandths: "a number from 0 with at most three decimals"
        case .day: "a date: YYYY-MM-DD, YYYY-MM or YYYY"
        case .moment: "a moment such as 2025-11-03T09:30:00Z, or a day"
        case .flag: "true or false"
        case .key: "1 to 255 visible characters of ASCII"
        }
    }

    /// Why a value cannot stand, or `nil` where it can.
    func fault(in value: String) -> String? {
        let isValid: Bool =
            switch self {
            case .text: value.contains { !$0.isWhitespace } && !value.utf8.contains(0)
            case .names: Self.names(value).map { $0.count >= 2 } ?? false
            case .url: ArticleDecoder.isAddress(value)
            case .language: ArticleDecoder.language(value) != nil
            case .choice(let words): words.contains(value)
            case .choices(let words): Self.unknown(in: value, words) == nil
            case .integer(let range): Self.whole(value).map(range.contains) ?? false
            case .thousandths: Self.thousandths(value) != nil
            case .day: (try? PartialDate(value)) != nil
            case .moment: (try? Timestamp(value)) != nil
            case .flag: value == "true" || value == "false"
            case .key: (1...255).contains(value.utf8.count) && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            }
        guard !isValid else { return nil }
        var fault = "\(Self.shown(value)) is not \(expectation)"
        if case .choice(let words) = self, let nearest = EditDistance.nearest(to: value, among: words) {
            fault += "; the nearest is \(nearest)"
        }
        if case .choices(let words) = self, let word = Self.unknown(in: value, words),
            let nearest = EditDistance.nearest(to: word, among: words)
        {
            fault += "; the nearest to \(Self.shown(word)) is \(nearest)"
        }
        return fault
    }

    /// The first of the words between commas that is not among these.
    private static func unknown(in value: String, _ words: [String]) -> String? {
        value.split(separator: ",", omittingEmptySubsequences: false).map(String.init).first { !words.contains($0) }
    }

    /// Names between commas, trimmed; `nil` where one is blank or holds a NUL.
    static func names(_ text: String) -> [String]? {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        return names.contains { $0.isEmpty || $0.utf8.contains(0) } ? nil : names
    }

    /// A whole number without sign, spaces or leading plus.
    static func whole(_ text: String) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    /// A decimal number from zero as thousandths: `37.5` is 37500.
    static func thousandths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, let units = whole(String(first)) else { return nil }
        let decimals = parts.count == 2 ? String(parts[1]) : "0"
        guard (1...3).contains(decimals.utf8.count), let rest = whole(decimals) else { return nil }
        let scaled = rest * [1: 100, 2: 10, 3: 1][decimals.utf8.count, default: 1]
        let (product, overflow) = units.multipliedReportingOverflow(by: 1000)
        let (sum, overflow2) = product.addingReportingOverflow(scaled)
        return overflow || overflow2 ? nil : sum
    }

    /// A value as it can stand in a message: cut at 60 characters.
    static func shown(_ value: String) -> String {
        value.isEmpty ? "nothing" : "\"\(value.count > 60 ? value.prefix(60) + "…" : Substring(value))\""
    }
}
