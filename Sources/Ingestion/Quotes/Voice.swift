/// Quoted words, and the company that somebody speaks for in them.
struct Voice: Sendable {
    let tokens: Range<Int>
    let company: Int
}
