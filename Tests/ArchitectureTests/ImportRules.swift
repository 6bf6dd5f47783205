import Foundation

/// Which modules the files of a target may import: the arrows of docs/ARCHITECTURE.md.
struct ImportRules {
    /// What each target of ours may import beside the standard library.
    static let allowed: [String: Set<String>] = [
        "Model": [],
        "LanguageData": [],
        "Ingestion": ["Model", "Synchronization"],
        "HTTPCore": [],
        "HTTPServer": ["HTTPCore", "CLinux", "Glibc", "Synchronization"],
        "Store": ["Model", "Migrations", "GRDB", "GRDBSQLite", "Glibc", "Synchronization", "Dispatch"],
        "API": ["Model", "HTTPCore", "Foundation", "Synchronization"],
        "App": [
            "Model", "LanguageData", "Ingestion", "HTTPCore", "HTTPServer", "Store", "API", "ArgumentParser",
            "Logging", "ServiceLifecycle", "Yams", "Foundation", "Glibc", "Synchronization",
        ],
    ]

    /// The modules that a Swift source imports.
    static func imports(of source: String) -> [String] {
        source.split(separator: "\n").compactMap { line in
            var words = line.split(separator: " ").map(String.init)
            while let first = words.first, first.hasPrefix("@") || first == "public" || first == "internal" {
                words.removeFirst()
            }
            guard words.first == "import", words.count > 1 else { return nil }
            let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let path = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return path.split(separator: ".").first.map(String.init)
        }
    }

    /// The imports of a source that its target may not have.
    static func violations(in source: String, of target: String) -> [String] {
        imports(of: source).filter { !(allowed[target] ?? []).contains($0) }
    }

    /// The folder of the package, from this file.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Swift files of a target.
    static func files(of target: String) throws -> [URL] {
        let folder = package.appending(path: "Sources/\(target)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
    }
}
