import Foundation
import Model

/// A deal as a list shows it, read for comparison by hand: what each filter looks at, worked out anew from the answer.
struct Row {
    let id: String
    let words: [String: String]
    /// Lower and upper end of what is compared as a number; days as their numbers, moments in microseconds.
    let numbers: [String: (low: Int, high: Int)]
    let parties: [(id: String, name: String, role: String)]
    let purposes: Set<String>
    let articles: Set<String>
    let titles: String

    init(_ json: [String: Any]) throws {
        id = json["id"] as? String ?? ""
        let value = json["value"] as? [String: Any]
        let term = json["term"] as? [String: Any]
        let sources = json["sources"] as? [[String: Any]] ?? []
        var words: [String: String] = ["id": id]
        for name in ["type", "status", "review"] { words[name] = json[name] as? String }
        words["binding"] = (json["binding"] as? Bool).map { $0 ? "true" : "false" }
        words["currency"] = value?["currency"] as? String
        self.words = words
        var numbers: [String: (low: Int, high: Int)] = [:]
        func set(_ name: String, _ low: Int?, _ high: Int?) {
            guard let low = low ?? high else { return }
            numbers[name] = (low, high ?? low)
        }
        func set(_ name: String, _ number: Int?) { set(name, number, number) }
        func thousandths(_ value: Any?) -> Int? { (value as? Double).map { Int(($0 * 1000).rounded()) } }
        set("value", value?["min"] as? Int, value?["max"] as? Int)
        set("power_mw", thousandths(json["power_mw"]))
        set("confidence", thousandths(json["confidence"]))
        set("term_months", term?["months"] as? Int)
        set("term_end", try (term?["end"] as? String).map(Self.firstDay))
        set("announced_on", try (json["announced_on"] as? String).map { try Day($0).number })
        set("sources", sources.count)
        set("independent_sources", json["independent_sources"] as? Int)
        set("conflicts", (json["conflicts"] as? [Any])?.count)
        for name in ["created_at", "changed_at"] {
            set(name, try (json[name] as? String).map { try Timestamp($0).microseconds })
        }
        self.numbers = numbers
        parties = (json["parties"] as? [[String: Any]] ?? []).map { party in
            (party["id"] as? String ?? "", party["company"] as? String ?? "", party["role"] as? String ?? "")
        }
        purposes = Set(json["purposes"] as? [String] ?? [])
        articles = Set(sources.compactMap { $0["article"] as? String })
        titles = sources.compactMap { $0["title"] as? String }.joined(separator: " ")
    }

    /// The first day of a day, month or year.
    static func firstDay(_ text: String) throws -> Int {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return try Day(
            year: parts[0], month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1
        ).number
    }

    /// Whether a buyer, or one that belongs to it, takes part.
    func hasBuyer(_ number: Int, exactly: Bool = false, role: String? = nil) -> Bool {
        parties.contains { party in
            guard role == nil || party.role == role, party.name.hasPrefix("Buyer "),
                let other = Int(party.name.dropFirst(6))
            else { return false }
            return other == number || (!exactly && other >= 40 && other % 10 == number)
        }
    }
}
