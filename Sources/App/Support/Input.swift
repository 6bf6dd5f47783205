import Glibc

/// Reading of files and standard input.
enum Input {
    /// The bytes of a file, or of standard input where the path is `-`.
    ///
    /// - Throws: ``Failure`` (74) when it cannot be read.
    static func read(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// The bytes of a file as UTF-8 text.
    ///
    /// - Throws: ``Failure``: 74 when it cannot be read, 65 with the offset when it is not UTF-8.
    static func readText(_ path: String) throws(Failure) -> [UInt8] {
        var bytes = try read(path)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let offset = invalidUTF8(bytes) {
            throw Failure(.badInput, "\(path): not UTF-8 at byte \(offset)")
        }
        return bytes
    }

    /// The offset of the first byte that is not part of valid UTF-8.
    static func invalidUTF8(_ bytes: [UInt8]) -> Int? {
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    private static func failure(_ path: String) -> Failure {
        Failure(.inputOutput, "\(path): \(String(cString: strerror(errno)))")
    }
}
