/// An amount of money in whole units of its currency, with open ends where the source leaves them open.
public struct Money: Hashable, Sendable {
    /// The amount, in whole units (not cents).
    public let amount: Bounds
    /// The currency of both ends.
    public let currency: Currency

    /// An amount of a currency.
    public init(_ amount: Bounds, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// An amount from `min` to `max`.
    ///
    /// - Throws: the errors of ``Bounds/init(min:max:)``.
    public init(min: Int?, max: Int?, currency: Currency) throws(ModelError) {
        self.init(try Bounds(min: min, max: max), currency)
    }
}
