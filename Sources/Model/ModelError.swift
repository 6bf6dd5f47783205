/// Why a value or a record cannot be made.
public enum ModelError: Error, Hashable, Sendable {
    /// Both ends of an interval are open.
    case emptyBounds
    /// The lower end of an interval is above the upper one.
    case reversedBounds
    /// An amount, count or length below zero.
    case negative
    /// Not a code of ISO 4217.
    case unknownCurrency(String)
    /// Not a day, month or year of the Gregorian calendar.
    case invalidDate
    /// The end of a term lies before its start.
    case reversedTerm
    /// A deal with fewer parties than its type needs.
    case missingParties
    /// A role that the type of the deal does not know.
    case foreignRole
    /// The same company twice in one role.
    case repeatedParty
    /// A name or a quote without any visible character.
    case blank
    /// A relationship of a company with itself.
    case reflexive
    /// An allocation that names neither product, vendor nor count.
    case emptyAllocation
    /// A span whose end does not lie behind its start.
    case emptySpan
}
