/// What the words of a column mean: a table has thousands of rows and few such words, each of which is read once.
struct ColumnWords<Value: Sendable> {
    private var known = WordMap<Value>()

    /// What a column says, which is read where no row before said so.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` where it says nothing.
    mutating func value(
        of column: Int, in row: Row, _ read: (String) -> Value?
    ) throws(LexiconError) -> Value {
        let key = row.key(column)
        if let value = known[key] { return value }
        guard let value = read(row[column]) else { throw row.unknown(row[column]) }
        known[key] = value
        return value
    }

    /// The same, `nil` for an empty column.
    ///
    /// - Throws: ``LexiconError/unknownWord(file:line:word:)`` where it says nothing.
    mutating func valueIfAny(
        of column: Int, in row: Row, _ read: (String) -> Value?
    ) throws(LexiconError) -> Value? {
        row.isEmpty(column) ? nil : try value(of: column, in: row, read)
    }
}
