import API
import Foundation
import Ingestion
import LanguageData
import Model

/// Reads whole folders of articles in one go, with language tables that need no build; ``usage`` tells how it is called.
@main
enum ReadArticles {
    private static let usage = """
        usage: read-articles [--languages FOLDER] FOLDER…
               read-articles [--languages FOLDER] --trace FILE
               read-articles [--languages FOLDER] --candidates FOLDER…
               read-articles [--languages FOLDER] --units FOLDER…
               read-articles [--languages FOLDER] --references FOLDER…
               read-articles [--languages FOLDER] --statuses FOLDER…

        Reads each .txt file of the folders and prints a line of JSON for it: its "id" and what `dealtracker extract`
        answers. The day of publication is that of ID.gold.json beside it, or $ARTICLE_PUBLISHED.

          --languages FOLDER  read the tables of this folder (Sources/LanguageData/Languages), not those of the binary
          --trace FILE        print what each stage of the engine saw in one article
          --candidates        print who may have a deal with whom, as scripts/fit-review reads it: behind a line "# ID" of
                              each article a line for each two, of the sentence, the names and their features
          --units             print the deals that each article may tell, in the same way: a line for each, of the names, the
                              type and what is known of it
          --references        print the nouns and pronouns that may mean a company, as scripts/fit-references reads them: a line
                              for each, of its bytes, and one for each of those whom it may mean, with what is seen of it
          --statuses          print the deals with what is seen of how far each has come, as scripts/fit-status reads them

        """

    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.contains("--help") || arguments.contains("-h") { return print(usage, terminator: "") }
        let languages = option("--languages", in: &arguments)
        let traced = option("--trace", in: &arguments)
        let listed = arguments.first { ["--candidates", "--units", "--references", "--statuses"].contains($0) }
        arguments.removeAll { $0 == listed }
        guard arguments.isEmpty != (traced == nil), !arguments.contains(where: { $0.hasPrefix("-") }) else {
            FileHandle.standardError.write(Data(usage.utf8))
            exit(64)
        }
        let engine = try languages.map { try Engine(try tables($0)) } ?? Engine(embedded, .onDemand)
        if let traced {
            let path = traced.hasSuffix(".txt") ? String(traced.dropLast(4)) : traced
            print(engine.trace(try bytes(traced), published: try published(path), language: nil))
            return
        }
        for folder in arguments {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            for name in names where name.hasSuffix(".txt") {
                let id = String(name.dropLast(4))
                let path = folder + "/" + id
                if let listed {
                    let list: ([UInt8], Day?, String?) -> String =
                        switch listed {
                        case "--units": engine.reviewUnits
                        case "--references": { text, _, language in engine.references(text, language: language) }
                        case "--statuses": engine.statuses
                        default: engine.reviewCandidates
                        }
                    print("# \(path)")
                    print(list(try bytes(path + ".txt"), try published(path), nil), terminator: "")
                    continue
                }
                let extraction = engine.read(try bytes(path + ".txt"), published: try published(path), language: nil)
                let record = ExtractionDocument(extraction).json(.compact)
                print("{\"id\":\"\(id)\"," + String(decoding: record.dropFirst(), as: UTF8.self))
            }
        }
    }

    /// Takes an option with its value out of the arguments.
    private static func option(_ name: String, in arguments: inout [String]) -> String? {
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(place...place + 1) }
        return arguments[place + 1]
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static var embedded: LanguageFiles {
        LanguageFiles(
            LanguageData.files.map { file in (name: file.name, text: file.text.withUTF8Buffer { Array($0) }) })
    }

    /// All tables below a folder, named by their path from there.
    private static func tables(_ folder: String) throws -> LanguageFiles {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".tsv") }
        return LanguageFiles(try names.map { name in (name: name, text: try bytes(folder + "/" + name)) })
    }

    /// The day of an article, as its annotation or the environment has it.
    private static func published(_ path: String) throws -> Day? {
        let data = FileManager.default.contents(atPath: path + ".gold.json")
        let gold = try data.map { try JSONSerialization.jsonObject(with: $0) } as? [String: Any]
        let text = gold?["published"] as? String ?? ProcessInfo.processInfo.environment["ARTICLE_PUBLISHED"]
        return try text.map { try Day($0) }
    }
}
