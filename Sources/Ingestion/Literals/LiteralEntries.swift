/// A number word (table `numbers`).
struct NumberWord: Sendable {
    enum Kind: String, Sendable {
        case unit, teen, ten
        /// A ten that takes a teen: "soixante-dix".
        case score
        case hundred
        /// One, but only before a scale, a unit or a currency: "a", "un".
        case article
        /// Its value is the denominator.
        case fraction
        case ordinal
        /// An order of magnitude with the scale behind it: "several hundred".
        case several
        /// Two: "a couple of".
        case couple
    }

    let kind: Kind
    let value: Int
}

/// A scale (table `magnitudes`).
struct Magnitude: Sendable {
    enum Kind: String, Sendable {
        /// Multiplies: "billion".
        case scale
        /// Multiplies; alone it is an order of magnitude: "billions".
        case plural
        /// A rounded count with a noun behind it: "dozen", "centaine".
        case group
        /// An order of magnitude by itself: "multibillion".
        case multi
        /// Only behind digits: "bn".
        case sign
        /// Only behind the digits of an amount of money: "m".
        case money
        /// Only behind digits without a space: "5m users".
        case attached
        /// A scale that is a number by itself too: "mille".
        case own = "self"
    }

    let kind: Kind
    let value: Int
}

/// A bound word (table `bounds`).
struct BoundWord: Sendable {
    /// The open end, or none: "just shy of" a figure is about it.
    enum Side: String, Sendable { case min, max, about }

    let side: Side
    /// Whether it must be joined to the number by a hyphen ("-plus").
    let isJoined: Bool
    /// Whether it bounds stretches of time too.
    let boundsSpans: Bool
}

/// A name or symbol of a currency (tables `currencies`).
struct CurrencyName: Sendable {
    /// The ISO 4217 code; `nil` for a hundredth ("cents").
    let code: String?
    /// The first row with that code.
    let place: Int?
    /// The unit of measure that the word names as well ("pound").
    let unit: String?
    /// Whether it stands behind its number only ("won").
    let isSuffix: Bool
    /// A name, not a symbol or a code.
    let isWord: Bool
    /// What the letters before the code multiply by: a million in "MEUR".
    var scale = 1
}

/// A name or symbol of a unit of measure (tables `units`).
struct UnitName: Sendable {
    let id: String
    /// The first row with that id.
    let place: Int
    /// Megawatts in one, for power.
    let megawatts: Double?
}

/// A stretch of time (table `durations`).
struct TimeUnit: Sendable {
    enum Unit: String, Sendable, CaseIterable { case minute, hour, day, week, month, quarter, half, year }

    let unit: Unit
    let count: Int
}

/// A word of the calendar (table `calendar`).
struct CalendarWord: Sendable {
    enum Kind: String, Sendable {
        /// A day, counted from the day of reference.
        case day
        /// This (0), last (-1) or next (1) week, month, year.
        case shift
        /// The same, behind its word only.
        case shiftAfter
        /// The nearest such day behind or ahead.
        case past, coming
        case quarter, half
        /// Behind a stretch of time.
        case ago, fromNow, fromDay
        /// Before a stretch of time.
        case agoBefore, ahead
        /// Between a stretch of time and a date.
        case earlier, later
        /// An amount for each month, year.
        case rate
        /// The word before a year.
        case year
    }

    let kind: Kind
    let value: Int
    /// The stretch of a rate.
    let unit: String?
}

/// A month or weekday.
struct CalendarName: Sendable {
    let number: Int
    /// Whether the word is another word too, and must have a date or a preposition beside it.
    let isAmbiguous: Bool
}
