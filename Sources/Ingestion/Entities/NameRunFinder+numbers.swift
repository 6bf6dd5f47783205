// Names that begin with a number.

extension NameRunFinder {
    /// The end of a name that begins with a number: "1924 Capital", "3MarSi".
    func numberedEnd(_ at: Int) -> Int? {
        let next = at + 1
        guard tokens[at].kind == .number, next < tokens.count, tokens[next].kind == .word, tokens[next].capitalised,
            tokens[next].sentence == tokens[at].sentence
        else { return nil }
        if !tokens[next].spaced { return isJoinedToNumber(next) ? runEnd(from: next) : nil }
        guard tokens[at].end - tokens[at].start >= Self.leastDigits, !(titleCase && document.isHeadline(at)),
            !isDated(at)
        else { return nil }
        let end = runEnd(from: next)
        guard end - next <= 2, lexicon.head(tokens[end - 1], at: .last)?.sort == "fund",
            (next..<end).allSatisfy(isGeneric), knownName(at: next) == nil
        else { return nil }
        return end
    }

    /// How many digits a number has at least that is no count.
    private static let leastDigits = 3

    /// A mixture of capitals and small letters that is no unit: "MarSi" in "3MarSi".
    private func isJoinedToNumber(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.flags.contains(.innerCapital) && !token.flags.contains(.allCapitals)
            && token.end - token.start >= 4 && document.hit(at: index, .unit) == nil && knownName(at: index) == nil
    }

    /// "in 2027", "by 2030": a year behind its preposition.
    private func isDated(_ number: Int) -> Bool {
        guard tokens[number].end - tokens[number].start == 4, number > 0 else { return false }
        let first = document.bytes[Int(tokens[number].start)]
        return first == UInt8(ascii: "2") || document.hit(at: number - 1, .month) != nil
    }
}
