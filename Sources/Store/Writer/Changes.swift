/// What a transaction has changed, for those who keep answers: the companies whose deals are others or read otherwise now, or
/// everything, where a company itself is another.
struct Changes: Hashable, Sendable {
    /// Companies, by number.
    private(set) var companies: Set<Int> = []
    /// Whether any answer may be another now.
    private(set) var isEverything = false

    /// Everything.
    static var all: Changes {
        var changes = Changes()
        changes.everything()
        return changes
    }

    /// A deal of a company, or of one that it owns, was written or taken away.
    mutating func deals(of company: Int) {
        companies.insert(company)
    }

    /// Names, owners or joins of companies have changed.
    mutating func everything() {
        isEverything = true
    }
}

/// The commits at which the deals of each company last changed.
struct ChangeLog: Sendable {
    private var commits: [Int: Int] = [:]
    private var floor: Int

    /// A log in which everything has last changed at a commit.
    init(since commit: Int) {
        floor = commit
    }

    /// The commit at which the deals of a company last changed, or a later one.
    func last(_ company: Int) -> Int {
        commits[company] ?? floor
    }

    /// Adds what a commit has changed.
    mutating func add(_ changes: Changes, at commit: Int) {
        if changes.isEverything || commits.count + changes.companies.count > Self.capacity {
            floor = commit
            commits.removeAll()
        } else {
            for company in changes.companies { commits[company] = commit }
        }
    }

    /// How many companies are told apart: about 4 MB.
    private static let capacity = 100_000
}
