import Ingestion
import LanguageData
import Model

extension LanguageFiles {
    /// The language data of the binary.
    static var embedded: LanguageFiles {
        LanguageFiles(
            LanguageData.files.map { file in
                (
                    name: file.name,
                    text: Array(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
                )
            })
    }
}

extension Engine {
    /// The engine with some language data.
    ///
    /// - Throws: ``Failure`` (70): the data is tested, so this is a defect of the build.
    static func loaded(_ files: LanguageFiles = .embedded) throws(Failure) -> Engine {
        do {
            return try Engine(files, .onDemand)
        } catch {
            throw Failure(.internalError, "the language data is broken: \(error)")
        }
    }
}
