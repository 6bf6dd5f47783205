import Ingestion
import LanguageData
import Model

extension Engine {
    /// The engine with the language data of the binary.
    ///
    /// - Throws: ``Failure`` (70): the data is tested, so this is a defect of the build.
    static func embedded() throws(Failure) -> Engine {
        do {
            return try Engine(
                LanguageFiles(
                    LanguageData.files.map { file in
                        (
                            name: file.name,
                            text: Array(
                                UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
                        )
                    }))
        } catch {
            throw Failure(.internalError, "the language data is broken: \(error)")
        }
    }
}
