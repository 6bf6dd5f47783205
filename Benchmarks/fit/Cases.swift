import Foundation
import Model

/// A text with the deals that it tells.
struct Case: Sendable {
    let text: [UInt8]
    let language: String
    let published: Day?
    let deals: [GoldDeal]
    let isSentence: Bool
    /// A number by which texts are parted: the same on every run.
    let fold: Int
}

/// A deal as it was annotated.
struct GoldDeal: Sendable {
    let type: String
    /// The parties: the names that count as right, and the role.
    let parties: [(names: Set<String>, role: String)]
}

/// The annotated texts of some folders.
struct Cases {
    private(set) var all: [Case] = []
    private var aliases: [String: String] = [:]

    init(folders: [String]) throws {
        for folder in folders { try readAliases(folder) }
        for folder in folders {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            for name in names where name.hasSuffix(".gold.json") {
                all.append(try article(folder + "/" + name.dropLast(".gold.json".count)))
            }
            for name in names where name.hasSuffix(".tsv") {
                all += try sentences(folder + "/" + name, language: String(name.prefix(2)))
            }
        }
    }

    private mutating func readAliases(_ folder: String) throws {
        for path in [folder + "/aliases.json", folder + "/../aliases.json"] {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            for group in try JSONSerialization.jsonObject(with: data) as? [[String]] ?? [] {
                for name in group { aliases[plain(name)] = plain(group[0]) }
            }
        }
    }

    private func article(_ path: String) throws -> Case {
        let text = try Data(contentsOf: URL(fileURLWithPath: path + ".txt"))
        let gold = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path + ".gold.json")))
        let record = gold as? [String: Any] ?? [:]
        let deals = (record["deals"] as? [[String: Any]] ?? []).map { deal in
            GoldDeal(
                type: deal["type"] as? String ?? "",
                parties: (deal["parties"] as? [[String: Any]] ?? []).map { party in
                    let names = [party["company"] as? String ?? ""] + (party["also"] as? [String] ?? [])
                    return (Set(names.map(key)), party["role"] as? String ?? "")
                })
        }
        let published = (record["published"] as? String).flatMap { try? Day($0) }
        return Case(
            text: [UInt8](text), language: record["lang"] as? String ?? "en", published: published, deals: deals,
            isSentence: false, fold: all.count)
    }

    /// What surrounds a sentence in its article; the same as in the tests of the sentences.
    private static let company = [
        "en": (
            "What happened this week in the industry",
            "The companies gave no further details in the statement that they sent."
        ),
        "fr": (
            "Ce qui s'est passé cette semaine dans le secteur",
            "Les entreprises n'ont pas donné d'autres détails dans le communiqué qu'elles ont envoyé."
        ),
    ]

    private func sentences(_ path: String, language: String) throws -> [Case] {
        guard let around = Self.company[language] else { return [] }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.enumerated().map { number, line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let isHeadline = !".!?»”\"".contains(columns[0].last ?? ".")
            let alone = isHeadline ? "\(columns[0])\n\n\(around.1)\n" : "\(around.0)\n\n\(columns[0])\n"
            let article = columns[0].contains("¶") ? columns[0].replacing("¶", with: "\n\n") : alone
            let deals = columns.count > 1 && columns[1] != "-" ? columns[1].components(separatedBy: " ; ") : []
            return Case(
                text: Array(article.utf8), language: language, published: try? Day("2026-05-12"),
                deals: deals.compactMap(deal), isSentence: true, fold: number)
        }
    }

    /// A deal of a sentence: `type status first+first|second`.
    private func deal(_ line: String) -> GoldDeal? {
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3, let type = DealType(rawValue: words[0]) else { return nil }
        let sides = words[2].components(separatedBy: "|")
        let roles = type.roles
        var parties: [(names: Set<String>, role: String)] = []
        for (side, names) in sides.enumerated() {
            for name in names.components(separatedBy: "+") {
                parties.append(([key(name)], (roles.count > 1 ? roles[min(side, 1)] : roles[0]).rawValue))
            }
        }
        return GoldDeal(type: words[0], parties: parties)
    }

    /// A name without case, accents and signs; the names of one group of aliases are one.
    func key(_ name: String) -> String {
        let plain = self.plain(name)
        return aliases[plain] ?? plain
    }

    private func plain(_ name: String) -> String {
        let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let legal: Set = ["inc", "sa", "group", "holdings", "holding", "corp", "plc", "ltd", "gmbh", "ag", "co", "nv"]
        let last = words.lastIndex { !legal.contains($0) } ?? words.count - 1
        return words.prefix(max(1, last + 1)).joined()
    }
}
