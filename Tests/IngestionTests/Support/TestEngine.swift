import LanguageData

@testable import Ingestion

/// The engine with the project's own language data, compiled once for all tests that ask for it.
enum TestEngine {
    private static let compiled: Result<Engine, LexiconError> = {
        let files = LanguageFiles(TestEngine.files)
        return Result { () throws(LexiconError) in try Engine(files) }
    }()

    /// The data files of the project.
    static let files: [(name: String, text: [UInt8])] = LanguageData.files.map { file in
        (
            name: file.name,
            text: Array(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
        )
    }

    /// - Throws: ``LexiconError`` where the data is broken.
    static func get() throws(LexiconError) -> Engine {
        try compiled.get()
    }
}
