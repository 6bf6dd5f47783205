/// The lexicons that the engine reads with, as data: one folder a language, one for what all languages share.
public enum LanguageData {
    /// One data file: its path beneath `Languages` (`fr/triggers.tsv`) and its text.
    public struct File: Sendable {
        /// The path beneath `Languages`, with forward slashes.
        public let name: String
        /// The text, UTF-8. It lives as long as the program.
        public let text: StaticString
    }

    /// All data files, sorted by name.
    public static var files: [File] {
        embedded.map { File(name: $0.name.description, text: $0.text) }
    }
}
