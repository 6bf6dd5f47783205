/// A stretch of capitalised words, or an entry of the catalogue.
struct NameRun: Sendable {
    enum Source: Hashable, Sendable {
        /// A row of the named table.
        case company(Int), media(Int), project(Int), place(Int), brand(Int)
        /// A chip or server of the product table.
        case product
        /// A name that no table has.
        case unknown
    }

    var tokens: Range<Int>
    var source: Source
    /// A person's title stands before it.
    var hasTitle = false
}
