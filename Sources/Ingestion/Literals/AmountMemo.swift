/// The amounts read last, by their first token: several rules ask for the same one.
final class AmountMemo {
    private var places: (Int, Int) = (-1, -1)
    private var amounts: (Amount?, Amount?) = (nil, nil)

    /// The amount at a token, if it is known: `.some(nil)` where there is none.
    subscript(index: Int) -> Amount?? {
        get {
            if places.0 == index { return .some(amounts.0) }
            if places.1 == index { return .some(amounts.1) }
            return nil
        }
        set {
            places = (index, places.0)
            amounts = (newValue ?? nil, amounts.0)
        }
    }
}
