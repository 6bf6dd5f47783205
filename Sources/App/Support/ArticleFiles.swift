import API
import Foundation

/// Articles in files: text, HTML, Markdown and JSON hold one each, NDJSON one a line.
struct ArticleFile: Hashable, Sendable {
    let path: String
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case single(ArticleFormat)
        case lines
    }

    /// The file at a path by its ending; `nil` for an ending that holds no articles.
    init?(path: String) {
        self.path = path
        switch URL(fileURLWithPath: path).pathExtension.lowercased() {
        case "txt", "text", "": kind = .single(.text)
        case "html", "htm", "xhtml": kind = .single(.html)
        case "md", "markdown": kind = .single(.markdown)
        case "json": kind = .single(.json)
        case "ndjson", "jsonl": kind = .lines
        default: return nil
        }
    }

    /// The files at some paths; folders are searched for endings that hold articles, in the order of their names.
    ///
    /// - Throws: ``Failure`` (74) for a path that is not there, (65) for a file of another kind that was named itself.
    static func find(_ paths: [String]) throws(Failure) -> [ArticleFile] {
        var found: [ArticleFile] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Failure(.inputOutput, "\(path): no such file or folder")
            }
            if isFolder.boolValue {
                let names = (FileManager.default.subpaths(atPath: path) ?? []).sorted()
                found += names.filter { $0.contains(".") }.compactMap { ArticleFile(path: path + "/" + $0) }
            } else if let file = ArticleFile(path: path) {
                found.append(file)
            } else {
                throw Failure(.badInput, "\(path): articles are .txt, .html, .md, .json or .ndjson files")
            }
        }
        return found
    }

    /// The articles of the file, each with the place it stands at, or what is wrong with it.
    func articles() throws(Failure) -> [(place: String, article: Result<ArticleInput, InputError>)] {
        var bytes = try Input.read(path)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let decoder = ArticleDecoder()
        switch kind {
        case .single(let format):
            return [(path, Result { () throws(InputError) in try decoder.article(bytes, format) })]
        case .lines:
            return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
                .filter { $0.element.contains { $0 > 0x20 } }
                .map { index, line in
                    (
                        "\(path):\(index + 1)",
                        Result { () throws(InputError) in try decoder.article(Array(line), .json) }
                    )
                }
        }
    }
}
