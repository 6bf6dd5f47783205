import Foundation

/// Articles of a folder.
struct Articles {
    let texts: [[UInt8]]
    let folder: String

    /// All `.txt` files of the first folder that has some, in the order of their names; `nil` where none has.
    ///
    /// - Throws: what reading a file throws.
    init?(firstOf folders: [String]) throws {
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            let files = names.filter { $0.hasSuffix(".txt") }.sorted()
            guard !files.isEmpty else { continue }
            texts = try files.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }
            self.folder = folder
            return
        }
        return nil
    }

    /// The size of all together.
    var bytes: Int { texts.reduce(0) { $0 + $1.count } }

    /// A text of about so many bytes: all articles, one after the other, again and again.
    func joined(bytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes)
        var index = 0
        while text.count < bytes {
            text += texts[index % texts.count] + [0x0A, 0x0A]
            index += 1
        }
        return text
    }
}
