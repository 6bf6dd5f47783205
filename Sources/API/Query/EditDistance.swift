/// The nearest of some names to one that is not among them.
public enum EditDistance {
    /// The number of insertions, deletions, replacements and swaps of neighbours that turn one name into the other
    /// (optimal string alignment), on bytes.
    static func between(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(above[j + 1], row[j]) + 1
                best = min(best, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return above[b.count]
    }

    /// The candidate nearest to a name; the first of several. A name is cut at 64 bytes, so that the work is bounded.
    public static func nearest(to name: String, among candidates: [String]) -> String? {
        let name = String(decoding: name.lowercased().utf8.prefix(64), as: UTF8.self)
        return candidates.map { (text: $0, distance: between(name, $0)) }.min { $0.distance < $1.distance }?.text
    }
}
