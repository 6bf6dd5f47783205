import Foundation

/// `embed-languages FOLDER OUTPUT NAME…` writes a Swift source that holds the text of each named file of the folder.
@main
struct EmbedLanguages {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            throw Usage()
        }
        let folder = URL(fileURLWithPath: arguments[1])
        var source = "// Made by embed-languages; not to be edited.\n\nextension LanguageData {\n"
        source += "    static let embedded: [(name: StaticString, text: StaticString)] = [\n"
        for name in arguments.dropFirst(3) {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            guard !text.contains("\"\"\"##") else { throw Delimiter(name: name) }
            source += "        (\"\(name)\", ##\"\"\"\n\(text)\n\"\"\"##),\n"
        }
        source += "    ]\n}\n"
        try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
    }

    struct Usage: Error {}

    /// The file holds the closing delimiter of the literal that it is to be put into.
    struct Delimiter: Error {
        let name: String
    }
}
