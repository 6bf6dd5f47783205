/// How many deals are right.
struct Score {
    /// Of articles, and of sentences.
    var articles = Counts()
    var sentences = Counts()

    struct Counts {
        var found = 0
        var spurious = 0
        var missed = 0
        /// Parties in their role, of the deals found.
        var roles = 0

        var f1: Double {
            found == 0 ? 0 : 2 * Double(found) / Double(2 * found + spurious + missed)
        }

        mutating func add(_ other: Counts) {
            found += other.found
            spurious += other.spurious
            missed += other.missed
            roles += other.roles
        }
    }

    mutating func add(_ other: Score) {
        articles.add(other.articles)
        sentences.add(other.sentences)
    }

    /// What is to become as large as possible: F1, sentences counted less, with a little for right roles.
    var aim: Double {
        let weight = 0.3
        let found = Double(articles.found) + weight * Double(sentences.found)
        let wrong = Double(articles.spurious + articles.missed) + weight * Double(sentences.spurious + sentences.missed)
        let roles = Double(articles.roles) + weight * Double(sentences.roles)
        return (2 * found + 0.1 * roles) / (2 * found + wrong + 1)
    }

    var text: String {
        func show(_ counts: Counts) -> String {
            let percent = (counts.f1 * 1000).rounded() / 10
            return "\(percent) (\(counts.found) right, \(counts.spurious) spurious, \(counts.missed) missed, "
                + "\(counts.roles) roles)"
        }
        return "articles \(show(articles)), sentences \(show(sentences))"
    }
}
