/// A number as the text has it, with its scale ("1.5 billion"), before its unit is known.
struct Numeral: Sendable {
    /// Its tokens.
    var tokens: Range<Int>
    /// The number; for an order of magnitude its lower end.
    var number: ScaledNumber
    /// The product of its scale words; 1 without.
    var scale = 1
    /// "Hundreds of thousands": any number with as many digits.
    var isOrder = false
    /// Written with digits.
    var isDigits = false
    /// "a", "un" or a scale alone: a number only with a unit or currency behind it.
    var isWeak = false
    /// Half, a third, …
    var isFraction = false
    /// The number of digits where it is one run of digits and nothing else; else 0.
    var plainDigits = 0

    var min: Double { number.value }
    /// The upper end in units: one less than the next order of magnitude.
    var max: Double { isOrder ? number.value * 10 - 1 : number.value }
}
