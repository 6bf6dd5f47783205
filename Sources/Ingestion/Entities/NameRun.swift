/// A stretch of capitalised words, or an entry of the catalogue.
struct NameRun: Sendable {
    enum Source: Hashable, Sendable {
        /// A row of the named table.
        case company(Int), media(Int), project(Int), place(Int), brand(Int)
        /// A chip or server of the product table.
        case product
        /// A name that no table has.
        case unknown

        /// A number of its own for each source that a table has; `nil` for the others.
        var key: UInt64? {
            switch self {
            case .company(let row): UInt64(row) << 3
            case .media(let row): UInt64(row) << 3 | 1
            case .project(let row): UInt64(row) << 3 | 2
            case .place(let row): UInt64(row) << 3 | 3
            case .brand(let row): UInt64(row) << 3 | 4
            case .product: 5
            case .unknown: nil
            }
        }
    }

    var tokens: Range<Int>
    var source: Source
    /// A person's title stands before it.
    var hasTitle = false
}
