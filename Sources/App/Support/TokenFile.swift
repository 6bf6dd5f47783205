import API
import Glibc
import Model
import Synchronization

/// The bearer tokens of a service, in a file: a line each with name, scope, SHA-256 of the secret and the moment of
/// expiry, or `-`. The secrets themselves are nowhere.
struct TokenFile: Sendable {
    let path: String

    /// The tokens; none where the file is missing.
    ///
    /// - Throws: ``Failure``: 74 when it cannot be read, 78 for a line that is no token.
    func read() throws(Failure) -> [AccessToken] {
        guard access(path, F_OK) == 0 else { return [] }
        var tokens: [AccessToken] = []
        let lines = try Input.readText(path).split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty && line.first != 0x23 {
            guard let token = Self.token(String(decoding: line, as: UTF8.self)) else {
                throw Failure(.configuration, "\(path):\(index + 1): not a token; make them with `dealtracker token`")
            }
            tokens.append(token)
        }
        return tokens
    }

    /// Replaces the file, so that a reader sees the old or the new one and never a part.
    ///
    /// - Throws: ``Failure`` (74).
    func write(_ tokens: [AccessToken]) throws(Failure) {
        var text = "# Bearer tokens: name, scope, SHA-256 of the secret, expiry. Made by `dealtracker token`.\n"
        for token in tokens { text += Self.line(token) + "\n" }
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(.inputOutput, "\(draft): \(String(cString: strerror(errno)))")
        }
        let isWritten = Output.write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            throw Failure(.inputOutput, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    private static func token(_ line: String) -> AccessToken? {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count == 4, let scope = AccessScope(rawValue: columns[1]), let hash = bytes(columns[2]) else {
            return nil
        }
        if columns[3] == "-" { return AccessToken(name: columns[0], hash: hash, scope: scope) }
        guard let expires = try? Timestamp(columns[3]) else { return nil }
        return AccessToken(name: columns[0], hash: hash, scope: scope, expires: expires)
    }

    private static func line(_ token: AccessToken) -> String {
        let hash = token.hash.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        return [token.name, token.scope.rawValue, hash, token.expires?.text ?? "-"].joined(separator: "\t")
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = hexadecimal.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64, digits.count == hexadecimal.utf8.count else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

/// The tokens of a file as they are now: looked at again when the file has changed, at most once a second.
final class TokenWatch: Sendable {
    private struct State {
        var tokens: [AccessToken] = []
        var changed: [Int] = []
        var looked: ContinuousClock.Instant?
    }

    private let file: TokenFile
    private let state = Mutex(State())

    init(_ file: TokenFile) throws(Failure) {
        self.file = file
        let tokens = try file.read()
        state.withLock { $0.tokens = tokens }
    }

    /// The tokens. A file that has become unreadable takes nobody's access away and gives none.
    var tokens: [AccessToken] {
        state.withLock { state in
            let now = ContinuousClock.now
            if let looked = state.looked, now - looked < .seconds(1) { return state.tokens }
            state.looked = now
            var status = stat()
            guard stat(file.path, &status) == 0 else { return state.tokens }
            let changed = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_size), Int(status.st_ino)]
            guard changed != state.changed else { return state.tokens }
            state.changed = changed
            if let tokens = try? file.read() { state.tokens = tokens }
            return state.tokens
        }
    }
}
