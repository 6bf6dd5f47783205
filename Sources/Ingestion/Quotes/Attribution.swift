/// Who is said to have spoken, and by which words.
struct Attribution: Sendable {
    enum Speaker: Sendable {
        /// An entity that is named.
        case named(Int)
        /// "she", "il".
        case pronoun(Gender)
        /// "the chief executive", "l'experte": somebody named before.
        case meant
        /// "a banker", "its owner": somebody without a name.
        case anonymous
    }

    let speaker: Speaker
    /// The words that name the speaker.
    let tokens: Range<Int>
    /// The id of the rule.
    let rule: String
}
