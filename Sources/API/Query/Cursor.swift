import HTTPCore
import Model

/// The place in a list where a page ends, as a word that callers hand back and need not understand.
///
/// It carries a digest of the question, so that a cursor of one list is refused by another instead of giving a page
/// that looks right.
enum Cursor {
    /// The word for a place in the list of a path and its parameters.
    static func word(for key: PageKey, path: String, items: [QueryItem]) -> String {
        digest(path, items) + "." + key.token
    }

    /// The place that a word of this list stands for.
    static func key(of word: String, path: String, items: [QueryItem]) throws(Problem) -> PageKey {
        let mark = word.firstIndex(of: ".") ?? word.endIndex
        guard mark < word.endIndex, let key = PageKey(token: String(word[word.index(after: mark)...])) else {
            throw .parameter("cursor", "it is none of ours: take it from `next` of the page before")
        }
        guard word[..<mark] == digest(path, items) else {
            throw .parameter("cursor", "it belongs to another list: path, filters and sort must stay as they were")
        }
        return key
    }

    /// A digest of what decides the order and the content of a list; the size of a page may change on the way.
    private static func digest(_ path: String, _ items: [QueryItem]) -> String {
        let skipped: Set<String> = ["cursor", "limit", "fields", "facets"]
        let pairs = items.filter { !skipped.contains($0.name) }.map { "\($0.name)=\($0.value)" }.sorted()
        return ContentHash(Array((path + "\0" + pairs.joined(separator: "\0")).utf8)).text
    }
}
